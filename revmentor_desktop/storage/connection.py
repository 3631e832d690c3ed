"""The one connection to an encrypted data file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2 as sqlcipher

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.system.files import discard

APPLICATION_ID: Final = 0x52766D74
"""Marks a SQLite file as RevMentor's ("Rvmt")."""
SALT_BYTES: Final = 16
"""A data file begins with its random salt, which also serves as its name for the key file."""

_PLAIN_SQLITE = b"SQLite format 3\0"

# One process at a time: in exclusive mode the first read takes a lock that the system itself
# releases when the process ends, however it ends. Temporary tables hold undo and stay in memory.
SETTINGS: tuple[str, ...] = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
)

_PRIMARY_CODE: Final = 0xFF
_held: Final[set[tuple[int, int]]] = set()


def hold(path: Path) -> tuple[int, int]:
    """Note that this process has the file at `path` open; `let_go` takes what this returns."""
    status = path.stat()
    identity = status.st_dev, status.st_ino
    _held.add(identity)
    return identity


def let_go(identity: tuple[int, int]) -> None:
    """Note that this process has closed a file again."""
    _held.discard(identity)


def salt_of(path: Path) -> bytes:
    """Return the salt that a closed data file begins with.

    Raises KnownError ``file-missing``, ``file-unreadable``, ``file-not-ours`` or, for a file
    that this very process has open, ``file-in-use``.
    """
    try:
        status = path.stat()
        # Closing any handle of a file drops the locks that SQLite holds on it (POSIX), so one
        # that is open here must not be looked into by the back door.
        if (status.st_dev, status.st_ino) in _held:
            raise KnownError("file-in-use", name=path.name)
        with path.open("rb") as file:
            start = file.read(SALT_BYTES)
    except FileNotFoundError as error:
        raise KnownError("file-missing", path=path) from error
    except OSError as error:
        raise KnownError("file-unreadable", path=path, reason=error.strerror) from error
    if len(start) < SALT_BYTES or start == _PLAIN_SQLITE:
        raise KnownError("file-not-ours", name=path.name)
    return start


def connect(path: Path, key: bytes, salt: bytes | None = None) -> sqlcipher.Connection:
    """Open `path` with the 32-byte `key`.

    `salt` (16 bytes) begins a new file; for an old one it stands in for a damaged beginning.
    Raises KnownError ``file-in-use`` while another process has it open, ``key-unfit`` when the
    key cannot read the file at all, ``file-damaged``, ``file-read-only`` or ``drive-failed``.
    """
    connection = sqlcipher.connect(
        str(path), check_same_thread=False, isolation_level=None, timeout=0
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}{(salt or b'').hex()}'\"")
        # Said aloud, so that files open for ever, whatever later versions take for granted.
        connection.execute("PRAGMA cipher_compatibility = 4")
        for setting in SETTINGS:
            connection.execute(setting)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        connection.close()
        if _primary_code(error) == sqlcipher.SQLITE_NOTADB:
            raise KnownError("key-unfit", name=path.name) from error
        if not os.access(path, os.W_OK):
            # The lock that keeps others out cannot be taken on it, which says I/O error.
            raise KnownError("file-read-only", path=path) from error
        raise explained(error, path) or error from error
    return connection


def discard_unfinished(path: Path) -> None:
    """Remove a file that was being made, if it is there, with its journals.

    A journal left alone would be played into the next file of that name.
    """
    for suffix in ("", "-wal", "-journal"):
        discard(path.with_name(path.name + suffix))


def explained(error: BaseException, path: Path) -> KnownError | None:
    """Translate what the disk or another process did to the file; None for anything else."""
    match _primary_code(error):
        case sqlcipher.SQLITE_BUSY | sqlcipher.SQLITE_LOCKED:
            return KnownError("file-in-use", name=path.name)
        case sqlcipher.SQLITE_CORRUPT | sqlcipher.SQLITE_NOTADB:
            return KnownError("file-damaged", name=path.name)
        case sqlcipher.SQLITE_FULL:
            return KnownError("disk-full", name=path.name)
        case sqlcipher.SQLITE_IOERR:
            return KnownError("drive-failed", path=path)
        case sqlcipher.SQLITE_READONLY | sqlcipher.SQLITE_CANTOPEN | sqlcipher.SQLITE_PERM:
            return KnownError("file-read-only", path=path)
    return None


def _primary_code(error: BaseException) -> int | None:
    """Return SQLite's primary result code of an error, also of one that SQLAlchemy has wrapped."""
    code = getattr(getattr(error, "orig", error), "sqlite_errorcode", None)
    return None if code is None else code & _PRIMARY_CODE


def check_pages(connection: sqlcipher.Connection, path: Path) -> None:
    """Verify the seal (HMAC) of every page. Raises KnownError ``file-damaged``."""
    if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise KnownError("file-damaged", name=path.name)
