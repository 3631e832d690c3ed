"""The one connection to an encrypted data file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2 as sqlcipher

from revmentor_desktop.domain.errors import KnownError

APPLICATION_ID: Final = 0x52766D74
"""Marks a SQLite file as RevMentor's ("Rvmt")."""
SALT_BYTES: Final = 16
"""A data file begins with its random salt, which also serves as its name for the key file."""

_PLAIN_SQLITE = b"SQLite format 3\0"

# One process at a time: in exclusive mode the first read takes a lock that the system itself
# releases when the process ends, however it ends. Temporary tables hold undo and stay in memory.
_SETTINGS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
)


def salt_of(path: Path) -> bytes:
    """Return the salt that a closed data file begins with.

    Never call it on a file that this process has open: closing any handle of a file drops the
    locks that SQLite holds on it (POSIX). Raises KnownError ``file-missing``,
    ``file-unreadable`` or ``file-not-ours``.
    """
    try:
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
    key cannot read the file at all, ``file-damaged`` or ``file-read-only``.
    """
    connection = sqlcipher.connect(
        str(path), check_same_thread=False, isolation_level=None, timeout=0
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}{(salt or b'').hex()}'\"")
        for setting in _SETTINGS:
            connection.execute(setting)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        connection.close()
        raise _explained(error, path) from error
    return connection


def _explained(error: Exception, path: Path) -> Exception:
    """Translate what SQLite says about opening a file into a known error."""
    words = str(error)
    if "locked" in words:
        return KnownError("file-in-use", name=path.name)
    if "not a database" in words:
        return KnownError("key-unfit", name=path.name)
    if "malformed" in words:
        return KnownError("file-damaged", name=path.name)
    if "readonly" in words or "unable to open" in words:
        return KnownError("file-read-only", path=path)
    return error


def check_pages(connection: sqlcipher.Connection, path: Path) -> None:
    """Verify the seal (HMAC) of every page. Raises KnownError ``file-damaged``."""
    if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise KnownError("file-damaged", name=path.name)
