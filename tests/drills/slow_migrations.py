"""Migrations of three versions to come, each of which takes a while."""

from __future__ import annotations

from typing import Final

from revmentor_desktop.storage.migrations.steps import MIGRATIONS, Migration

_FILL = """
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 8000)
    INSERT INTO filling (text) SELECT printf('%0100d', n) FROM numbers
"""
SLOW_MIGRATIONS: Final[tuple[Migration, ...]] = (
    *MIGRATIONS,
    (
        "CREATE TABLE filling (id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
        _FILL,
        "ALTER TABLE programme ADD COLUMN colour TEXT NOT NULL DEFAULT 'teal'",
    ),
    ("UPDATE filling SET text = text || id", "UPDATE programme SET colour = 'plum'"),
    (_FILL, "CREATE INDEX filling_text ON filling (text)", "DROP TABLE import_mapping"),
)
"""Today's tables and three versions beyond."""
