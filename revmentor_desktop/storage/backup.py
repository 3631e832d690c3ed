"""Encrypted copies of the data file."""

from __future__ import annotations

import contextlib
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage.connection import check_pages, connect
from revmentor_desktop.storage.migrations.steps import version_of
from revmentor_desktop.system.clock import now


def copy_to(connection: sqlcipher.Connection, target: Path, key: bytes) -> None:
    """Write a whole copy under the same key to `target`, and open it to see that it is good.

    Raises KnownError ``backup-failed``; then no file is left at `target`.
    """
    unfinished = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        with contextlib.closing(connect(unfinished, key)) as copy:
            connection.backup(copy)
            # A copy is one file: nothing of it may be left in a journal beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
            check_pages(copy, unfinished)
        unfinished.replace(target)
    except (OSError, sqlcipher.DatabaseError, KnownError) as error:
        unfinished.unlink(missing_ok=True)
        raise KnownError("backup-failed", path=target, reason=error) from error


def back_up_before_migration(
    connection: sqlcipher.Connection, path: Path, key: bytes, backups: Path
) -> None:
    """Keep the file as it is before its tables change; a file without tables needs no copy."""
    version = version_of(connection)
    if version:
        stamp = now().strftime("%Y-%m-%d %H%M%S")
        name = f"{path.stem} before update from version {version}, {stamp}{path.suffix}"
        copy_to(connection, backups / name, key)
