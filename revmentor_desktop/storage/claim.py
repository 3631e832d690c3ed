"""One data file is made at a place by one process at a time."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage.connection import explained
from revmentor_desktop.system.files import discard


@contextlib.contextmanager
def claimed(path: Path) -> Iterator[None]:
    """Be the only one who makes a data file at `path` meanwhile.

    The lock is SQLite's, as on an open data file: the system itself lets go of it when the process
    ends, however it ends. Raises KnownError ``file-being-made``, ``folder-unwritable``
    or what the drive did.
    """
    mark = path.with_name(f".{path.name}.claim")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mark.touch(mode=0o600)
    except OSError as error:
        raise KnownError("folder-unwritable", path=path, reason=error.strerror) from error
    lock = sqlcipher.connect(str(mark), isolation_level=None, timeout=0)
    try:
        _take(lock, path)
        try:
            yield
        finally:
            discard(mark)  # while it is held, so that nobody can hold one that is gone
    finally:
        lock.close()
        if os.name == "nt":
            discard(mark)  # an open file cannot be removed there


def _take(lock: sqlcipher.Connection, path: Path) -> None:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlcipher.DatabaseError as error:
        known = explained(error, path)
        if known is not None and known.code == "file-in-use":
            raise KnownError("file-being-made", name=path.name) from error
        raise known or error from error
