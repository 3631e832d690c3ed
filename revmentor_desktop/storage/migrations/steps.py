"""All migrations in order, and how they are run."""

from __future__ import annotations

from collections.abc import Sequence

from sqlcipher3 import dbapi2 as sqlcipher

from revmentor_desktop.storage.migrations import m0001_first

Migration = Sequence[str]
"""The SQL statements that lift the tables from one version to the next."""

MIGRATIONS: tuple[Migration, ...] = (m0001_first.STATEMENTS,)
"""Migration number n stands at index n - 1; their count is the version this program writes."""


def version_of(connection: sqlcipher.Connection) -> int:
    """Return the version of the tables in the file (0: no tables yet)."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlcipher.Connection, migrations: Sequence[Migration]) -> None:
    """Run what is missing; each migration and its number change in one transaction."""
    for number in range(version_of(connection) + 1, len(migrations) + 1):
        connection.execute("BEGIN EXCLUSIVE")
        try:
            for statement in migrations[number - 1]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
