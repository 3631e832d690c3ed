"""Encrypted copies of the data file."""

from __future__ import annotations

import contextlib
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage.connection import (
    check_pages,
    connect,
    discard_unfinished,
    explained,
)
from revmentor_desktop.storage.migrations.steps import version_of
from revmentor_desktop.system.clock import now


def copy_to(connection: sqlcipher.Connection, target: Path, key: bytes) -> None:
    """Write a whole copy under the same key to `target`, and open it to see that it is good.

    The copy begins with the same salt, so that what opens the file opens the copy. Raises
    KnownError ``backup-failed``; then no file is left at `target`.
    """
    (salt,) = connection.execute("PRAGMA cipher_salt").fetchone()
    # One process has the file open, so nobody else is writing this; a crash leaves at most one.
    unfinished = target.with_name(f".{salt}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        discard_unfinished(unfinished)
        unfinished.touch(mode=0o600)
        with contextlib.closing(connect(unfinished, key, bytes.fromhex(salt))) as copy:
            connection.backup(copy)
            # A copy is one file: nothing of it may be left in a journal beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        with contextlib.closing(connect(unfinished, key)) as copy:
            check_pages(copy, unfinished)
            if version_of(copy) != version_of(connection):
                raise KnownError("file-damaged", name=target.name)
        unfinished.replace(target)
    except (OSError, sqlcipher.DatabaseError, KnownError) as error:
        discard_unfinished(unfinished)
        raise KnownError("backup-failed", path=target, reason=_reason(error, target)) from error


def back_up_before_migration(
    connection: sqlcipher.Connection, path: Path, key: bytes, backups: Path
) -> None:
    """Keep the file as it is before its tables change."""
    version = version_of(connection)
    stamp = now().strftime("%Y-%m-%d %H%M%S")
    name = f"{path.stem} before update from version {version}, {stamp}{path.suffix}"
    copy_to(connection, backups / name, key)


def _reason(error: Exception, path: Path) -> str:
    """Return in a few words why a copy failed, without the path, which is said already."""
    if isinstance(error, OSError):
        return error.strerror or "the drive does not answer"
    known = error if isinstance(error, KnownError) else explained(error, path)
    if known is not None and known.code == "disk-full":
        return "the disk is full"
    return "the copy could not be written and read back"
