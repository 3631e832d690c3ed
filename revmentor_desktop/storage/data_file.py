"""The data file: opening, reading, and one transaction at a time."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlcipher3 import dbapi2 as sqlcipher

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage.backup import back_up_before_migration
from revmentor_desktop.storage.connection import (
    APPLICATION_ID,
    check_pages,
    connect,
    discard_unfinished,
    explained,
    hold,
    let_go,
)
from revmentor_desktop.storage.history import History
from revmentor_desktop.storage.migrations.steps import MIGRATIONS, Migration, migrate, version_of
from revmentor_desktop.storage.reserve import Reserve

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
        self._held = hold(path)
        self._reserve = Reserve(path)
        self._warning: KnownError | None = None
        self.last_touched: frozenset[str] = frozenset()

    @classmethod
    def create(cls, path: Path, key: bytes, salt: bytes) -> Self:
        """Make a new data file, private to the user: it is there whole, or not at all.

        Raises KnownError ``file-exists``, ``folder-unwritable`` or ``disk-full``.
        """
        unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            if path.exists():
                raise KnownError("file-exists")
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.touch(mode=0o600, exist_ok=False)
            with _closed_on_failure(connect(unfinished, key, salt), unfinished) as connection:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                migrate(connection, MIGRATIONS)
                connection.close()
            unfinished.replace(path)
        except OSError as error:
            raise KnownError("folder-unwritable", path=path, reason=error.strerror) from error
        except KnownError as error:
            # The officer knows the file by the name it was to have.
            raise KnownError(error.code, name=path.name, path=path) from error
        finally:
            discard_unfinished(unfinished)
        try:
            with _closed_on_failure(connect(path, key, salt), path) as connection:
                return cls(path, connection)
        except BaseException:
            discard_unfinished(path)  # its key is not kept, so nobody could ever open it
            raise

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

        Before a migration a copy goes to the folder `backups`. Raises KnownError ``file-missing``,
        ``file-in-use``, ``key-unfit``, ``file-damaged``, ``file-read-only``, ``file-not-ours``,
        ``file-newer``, ``backup-failed`` or ``disk-full``; the file is as it was then.
        """
        if not path.exists():
            raise KnownError("file-missing", path=path)
        with _closed_on_failure(connect(path, key, salt), path) as connection:
            check_pages(connection, path)
            (application_id,) = connection.execute("PRAGMA application_id").fetchone()
            if application_id != APPLICATION_ID:
                raise KnownError("file-not-ours", name=path.name)
            version = version_of(connection)
            if version > len(migrations):
                raise KnownError("file-newer", name=path.name)
            if version < len(migrations):
                back_up_before_migration(connection, path, key, backups)
                migrate(connection, migrations)
            if salt is not None:
                # Writes the first page anew, and so the damaged beginning.
                connection.execute(f"PRAGMA user_version = {len(migrations)}")
            return cls(path, connection)

    def close(self) -> None:
        """Close the file, waiting for what another thread is doing with it."""
        with self._lock:
            self._connection.close()
            self._reserve.give_up()
            let_go(self._held)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlcipher.Row]:
        """Ask a question; rows answer by position and by column name.

        Raises KnownError ``file-damaged`` or ``drive-failed`` when the disk does not answer well.
        """
        with self._lock, self._explained_failures():
            cursor = self._connection.cursor()
            cursor.row_factory = sqlcipher.Row
            return list(cursor.execute(sql, parameters).fetchall())

    @contextlib.contextmanager
    def still(self) -> Iterator[None]:
        """Hold off changes of other threads, so that several questions see one state."""
        with self._lock:
            yield

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

        What it changed becomes one undo step. Raises KnownError ``disk-full``, ``disk-full-once``
        (room has been made), ``file-damaged``, ``file-read-only`` or ``drive-failed`` when the disk
        refuses; nothing is stored then.
        """
        with self._lock:
            self._refuse_within_transaction()
            self._look_for_room()
            before = self._history.mark()
            with self._explained_failures(), self._session() as session, session.begin():
                yield session
            self.last_touched = self._history.record(self._words, before)

    def undo(self) -> frozenset[str]:
        """Take the last action back; return the tables touched (empty: nothing to undo)."""
        with self._lock, self._explained_failures():
            self._refuse_within_transaction()
            self._look_for_room()
            self.last_touched = self._history.undo()
            return self.last_touched

    def redo(self) -> frozenset[str]:
        """Do the last undone action again; return the tables touched (empty: nothing to redo)."""
        with self._lock, self._explained_failures():
            self._refuse_within_transaction()
            self._look_for_room()
            self.last_touched = self._history.redo()
            return self.last_touched

    def take_warning(self) -> KnownError | None:
        """Return once what the officer should know though the changes were stored, or None."""
        warning, self._warning = self._warning, None
        return warning

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

    def _look_for_room(self) -> None:
        """Give the change that follows the room that is kept, when there is next to none left."""
        if self._reserve.tend():
            self._warning = KnownError("disk-nearly-full", path=self.path)

    def _refuse_within_transaction(self) -> None:
        # The inner end would be the end of both: half of the outer one stored.
        if self._connection.in_transaction:
            raise RuntimeError("a transaction is under way already")

    @contextlib.contextmanager
    def _explained_failures(self) -> Iterator[None]:
        """Turn what the disk may do to any question or change into known errors."""
        try:
            yield
        except Exception as error:
            known = explained(error, self.path)
            if known is None:
                raise
            if known.code == "disk-full" and self._reserve.give_up():
                known = KnownError("disk-full-once", name=self.path.name)
            raise known from error


@contextlib.contextmanager
def _closed_on_failure(
    connection: sqlcipher.Connection, path: Path
) -> Iterator[sqlcipher.Connection]:
    """Close a connection whose file turns out unusable; what the disk did is explained."""
    try:
        yield connection
    except BaseException as error:
        connection.close()
        known = explained(error, path)
        if known is None:
            raise
        raise known from error
