"""What each version of a pair's agreement said, as the pages that left the program."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE agreement_version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        pair_id INTEGER NOT NULL REFERENCES pair (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        made_on DATE NOT NULL,
        said TEXT NOT NULL,
        pages BLOB NOT NULL,
        UNIQUE (pair_id, number)
    )
    """,
)
