"""Where the program keeps what is its own: data, settings, logs, backups."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

DATA_FILE_SUFFIX = ".revmentor"


def typed_path(text: str) -> Path:
    """Return the path that somebody typed, absolute; ~ stands for their home folder.

    A user that this computer does not know (``~nobody/a``) stays as typed: a folder of that name.
    """
    path = Path(text)
    try:
        path = path.expanduser()
    except RuntimeError:
        return path.absolute()
    return path.absolute()


class Paths(NamedTuple):
    """The program's folders on this computer; none exists before something is written there."""

    data: Path
    settings: Path
    logs: Path

    @classmethod
    def standard(cls) -> Paths:
        """Return the folders that the system gives to programs.

        The environment variable REVMENTOR_HOME puts all of them into one folder instead.
        """
        home = os.environ.get("REVMENTOR_HOME")
        if home:
            root = typed_path(home)
            return cls(root / "data", root / "settings", root / "logs")
        from platformdirs import PlatformDirs

        dirs = PlatformDirs("RevMentor", appauthor=False)
        return cls(dirs.user_data_path, dirs.user_config_path, dirs.user_log_path)

    @property
    def backups(self) -> Path:
        """The folder of copies of data files."""
        return self.data / "backups"

    @property
    def private(self) -> Path:
        """The folder of files that other programs have open, gone when the window closes."""
        return self.data / "open"

    @property
    def keys(self) -> Path:
        """The folder of spare copies of key files."""
        return self.settings / "keys"

    @property
    def preferences(self) -> Path:
        """The file of how the officer likes the program."""
        return self.settings / "preferences.json"

    @property
    def default_data_file(self) -> Path:
        """The data file that the command line uses when none is named."""
        return self.data / f"Programmes{DATA_FILE_SUFFIX}"
