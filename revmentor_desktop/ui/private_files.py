"""Files for other programs to open: in a folder that nobody else can read, and soon gone again.

What a mail program or a viewer is to show must stand somewhere as a file. It stands here, never in
the folder of the system for temporary files, until the program ends; what a crash left is taken
away by the next start. Each process has a folder of its own beside a lock, so that one window never
takes away what another one has open.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.system.files import write_whole

_LOCK: Final = ".lock"
_PREFIX: Final = "open-"


class PrivateFiles:
    """The folder of this process below `root`; nothing is there before the first file is."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder: Path | None = None
        self._lock: QLockFile | None = None

    def put(self, name: str, content: bytes) -> Path:
        """Write a file of that name to be opened; earlier ones of the name stay beside it.

        Raises KnownError ``folder-unwritable``.
        """
        try:
            folder = Path(tempfile.mkdtemp(dir=self._own_folder()))
            write_whole(folder / name, content)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise KnownError("folder-unwritable", path=self._root, reason=reason) from error
        return folder / name

    def sweep(self) -> None:
        """Take away what processes that are gone have left."""
        if not self._root.is_dir():
            return
        for folder in self._root.glob(f"{_PREFIX}*"):
            if folder == self._folder or not folder.is_dir():
                continue
            lock = _lock_of(folder)
            if lock.tryLock(0):
                shutil.rmtree(folder, ignore_errors=True)
                lock.unlock()

    def close(self) -> None:
        """Take away all files of this process; what a program still holds on to, the next start."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        if self._lock is not None:
            self._lock.unlock()
        self._folder = self._lock = None

    def _own_folder(self) -> Path:
        if self._folder is not None and self._folder.is_dir():
            return self._folder
        self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._folder is None or self._lock is None:
            self._folder = self._root / f"{_PREFIX}{secrets.token_hex(8)}"
            # Locked before it is there, so that no other start can find it free.
            self._lock = _lock_of(self._folder)
            self._lock.tryLock(0)
        self._folder.mkdir(mode=0o700)
        return self._folder


def _lock_of(folder: Path) -> QLockFile:
    """Return the lock of a process's folder; the end of the process opens it, age never does."""
    lock = QLockFile(str(folder.with_name(folder.name + _LOCK)))
    lock.setStaleLockTime(0)
    return lock
