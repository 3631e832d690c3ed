"""The organisation's logo: one row, or none."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE logo (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        colours BLOB NOT NULL,
        greys BLOB NOT NULL
    )
    """,
)
