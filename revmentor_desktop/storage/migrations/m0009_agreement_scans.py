"""Scans of signed agreements, in parts that a step of undo can hold."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE agreement_scan (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        pair_id INTEGER NOT NULL REFERENCES pair (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        attached_on DATE NOT NULL
    )
    """,
    "CREATE INDEX agreement_scan_pair ON agreement_scan (pair_id)",
    """
    CREATE TABLE agreement_scan_part (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        scan_id INTEGER NOT NULL REFERENCES agreement_scan (id) ON DELETE CASCADE,
        content BLOB NOT NULL
    )
    """,
    "CREATE INDEX agreement_scan_part_scan ON agreement_scan_part (scan_id)",
)
