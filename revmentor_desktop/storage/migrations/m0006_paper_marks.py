"""What became of each paper of a pair after it was made."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE paper_mark (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        pair_id INTEGER NOT NULL REFERENCES pair (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        mark TEXT NOT NULL,
        marked_on DATE NOT NULL,
        UNIQUE (pair_id, kind, mark)
    )
    """,
)
