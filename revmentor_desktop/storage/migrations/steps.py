"""All migrations in order, and how they are run."""

from __future__ import annotations

from collections.abc import Sequence

from sqlcipher3 import dbapi2 as sqlcipher

from revmentor_desktop.storage.migrations import (
    m0001_first,
    m0002_planning,
    m0003_pairing,
    m0004_aims,
    m0005_own_partners,
    m0006_paper_marks,
    m0007_agreement_versions,
    m0008_issue_times,
    m0009_agreement_scans,
    m0010_logo,
    m0011_version_words,
)

Migration = Sequence[str]
"""The SQL statements that lift the tables from one version to the next."""

MIGRATIONS: tuple[Migration, ...] = (
    m0001_first.STATEMENTS,
    m0002_planning.STATEMENTS,
    m0003_pairing.STATEMENTS,
    m0004_aims.STATEMENTS,
    m0005_own_partners.STATEMENTS,
    m0006_paper_marks.STATEMENTS,
    m0007_agreement_versions.STATEMENTS,
    m0008_issue_times.STATEMENTS,
    m0009_agreement_scans.STATEMENTS,
    m0010_logo.STATEMENTS,
    m0011_version_words.STATEMENTS,
)
"""Migration number n stands at index n - 1; their count is the version this program writes."""


def version_of(connection: sqlcipher.Connection) -> int:
    """Return the version of the tables in the file (0: no tables yet)."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlcipher.Connection, migrations: Sequence[Migration]) -> None:
    """Run what is missing; each migration and its number change in one transaction."""
    # A table is rebuilt by dropping the old one, which would take along all that refers to it.
    # The setting does nothing within a transaction, so it is made here.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        for number in range(version_of(connection) + 1, len(migrations) + 1):
            _run(connection, number, migrations[number - 1])
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _run(connection: sqlcipher.Connection, number: int, migration: Migration) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in migration:
            connection.execute(statement)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise RuntimeError(f"migration {number} leaves references to nothing")
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        # On a full disk SQLite may have rolled back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
