"""What the plan in each draft of pairs is to be best at."""

from __future__ import annotations

STATEMENTS = (
    # A draft from before aims at what every plan aimed at then. The floor goes with "fit" alone,
    # and is kept for the next time otherwise: hundredths of a point.
    """
    CREATE TABLE pairing_draft_new (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        programme_id INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        made_on DATE NOT NULL,
        aim TEXT NOT NULL CHECK (aim IN ('everyone', 'fit', 'nobody-left')),
        floor INTEGER NOT NULL CHECK (floor BETWEEN 0 AND 10000)
    )
    """,
    """
    INSERT INTO pairing_draft_new
    SELECT id, programme_id, name, made_on, 'everyone', 5000 FROM pairing_draft
    """,
    # Which draft is looked at goes by its number, which no other draft may get.
    "DELETE FROM sqlite_sequence WHERE name = 'pairing_draft_new'",
    """
    INSERT INTO sqlite_sequence (name, seq)
    SELECT 'pairing_draft_new', seq FROM sqlite_sequence WHERE name = 'pairing_draft'
    """,
    "DROP TABLE pairing_draft",
    "ALTER TABLE pairing_draft_new RENAME TO pairing_draft",
    "CREATE INDEX pairing_draft_programme ON pairing_draft (programme_id)",
)
