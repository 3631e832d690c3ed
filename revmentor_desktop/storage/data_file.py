"""The data file: opening, reading, and one transaction at a time."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sqlcipher3 import dbapi2 as sqlcipher

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage.backup import back_up_before_migration
from revmentor_desktop.storage.connection import APPLICATION_ID, check_pages, connect
from revmentor_desktop.storage.history import History
from revmentor_desktop.storage.migrations.steps import MIGRATIONS, Migration, migrate, version_of

if TYPE_CHECKING:
    from sqlmodel import Session

    from revmentor_desktop.storage.session import Sessions

Parameters = Sequence[object] | Mapping[str, object]


class DataFile:
    """An open data file. One connection, one writer; every method may be called from any thread."""

    def __init__(self, path: Path, connection: sqlcipher.Connection) -> None:
        """Take over an opened and migrated connection; use `create` or `open`."""
        self.path = path
        (self.salt,) = connection.execute("PRAGMA cipher_salt").fetchone()
        self._connection = connection
        self._lock = threading.RLock()
        self._sessions: Sessions | None = None
        self._words = ""
        self._history = History(connection)
        self.last_touched: frozenset[str] = frozenset()

    @classmethod
    def create(cls, path: Path, key: bytes, salt: bytes) -> Self:
        """Make a new data file, private to the user. Raises KnownError ``file-exists``."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600, exist_ok=False)
        except FileExistsError as error:
            raise KnownError("file-exists", path=path) from error
        except OSError as error:
            raise KnownError("folder-unwritable", path=path, reason=error.strerror) from error
        connection = connect(path, key, salt)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection, MIGRATIONS)
        return cls(path, connection)

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        backups: Path,
        *,
        salt: bytes | None = None,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> Self:
        """Open a data file with its 32-byte `key`, lifting older tables to today's version.

        Before a migration a copy goes to the folder `backups`. Raises KnownError ``file-in-use``,
        ``key-unfit``, ``file-damaged``, ``file-read-only``, ``file-not-ours`` or ``file-newer``.
        """
        connection = connect(path, key, salt)
        try:
            check_pages(connection, path)
            (application_id,) = connection.execute("PRAGMA application_id").fetchone()
            version = version_of(connection)
            if application_id != APPLICATION_ID and version != 0:
                raise KnownError("file-not-ours", name=path.name)
            if version > len(migrations):
                raise KnownError("file-newer", name=path.name)
            if version < len(migrations):
                back_up_before_migration(connection, path, key, backups)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                migrate(connection, migrations)
        except BaseException:
            connection.close()
            raise
        return cls(path, connection)

    def close(self) -> None:
        """Close the file, waiting for what another thread is doing with it."""
        with self._lock:
            self._connection.close()

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlcipher.Row]:
        """Ask a question; rows answer by position and by column name."""
        with self._lock:
            cursor = self._connection.cursor()
            cursor.row_factory = sqlcipher.Row
            return list(cursor.execute(sql, parameters).fetchall())

    @contextlib.contextmanager
    def words(self, words: str) -> Iterator[None]:
        """Name the steps recorded meanwhile, for the undo menu ("Pair Mei Brown and …")."""
        with self._lock:
            before, self._words = self._words, words
            try:
                yield
            finally:
                self._words = before

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give a session whose changes are stored together at the end, or not at all.

        What it changed becomes one undo step. Raises KnownError ``disk-full`` or ``file-damaged``
        when the disk refuses; nothing is stored then.
        """
        with self._lock:
            before = self._history.last_row()
            with self._explained_failures(), self._session() as session, session.begin():
                yield session
            self.last_touched = self._history.record(self._words, before)

    def undo(self) -> frozenset[str]:
        """Take the last action back; return the tables touched (empty: nothing to undo)."""
        with self._lock, self._explained_failures():
            self.last_touched = self._history.undo()
            return self.last_touched

    def redo(self) -> frozenset[str]:
        """Do the last undone action again; return the tables touched (empty: nothing to redo)."""
        with self._lock, self._explained_failures():
            self.last_touched = self._history.redo()
            return self.last_touched

    @property
    def undo_words(self) -> str | None:
        """The words of the action that undo would take back, or None."""
        return self._history.undo_words

    @property
    def redo_words(self) -> str | None:
        """The words of the action that redo would do again, or None."""
        return self._history.redo_words

    def _session(self) -> Session:
        if self._sessions is None:
            # SQLModel takes longer to load than the window to show: not before the first change.
            from revmentor_desktop.storage.session import Sessions

            self._sessions = Sessions(self._connection)
        return self._sessions.new()

    @contextlib.contextmanager
    def _explained_failures(self) -> Iterator[None]:
        """Turn what the disk may do to any change into known errors."""
        try:
            yield
        except Exception as error:
            # Without SQLModel loaded there is no wrapped error to unwrap.
            cause = getattr(error, "orig", None) if "sqlalchemy" in sys.modules else None
            raised: Any = cause or error
            if isinstance(raised, sqlcipher.DatabaseError):
                words = str(raised)
                if "disk is full" in words:
                    raise KnownError("disk-full", name=self.path.name) from error
                if "malformed" in words or "disk I/O" in words or "not a database" in words:
                    raise KnownError("file-damaged", name=self.path.name) from error
                if "readonly" in words:
                    raise KnownError("file-read-only", path=self.path) from error
            raise
