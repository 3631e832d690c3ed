"""How the officer likes the program: window, theme, recent files, columns. No personal data."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any, Final

from revmentor_desktop.system.files import write_whole
from revmentor_desktop.system.paths import Paths

_LOG = logging.getLogger(__name__)
_RECENT_KEPT: Final = 8


class Preferences:
    """A small JSON file of settings by name, written as soon as one changes.

    A file that cannot be read counts as empty: settings are a convenience, never a reason not
    to start. One that cannot be written is noted in the log.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = self._read()

    def get(self, key: str, default: Any = None) -> Any:
        """Return a setting, or `default`; of any shape, for the file may be from elsewhere."""
        return self._values.get(key, default)

    def set(self, key: str, value: Any) -> None:
        """Keep a setting (anything JSON can hold); None forgets it."""
        if self._values.get(key) == value:
            return
        if value is None:
            del self._values[key]
        else:
            self._values[key] = value
        text = json.dumps(self._values, indent=1, ensure_ascii=False)
        try:
            write_whole(self._path, text.encode())
        except OSError as error:
            _LOG.warning("settings not written: %s", error.strerror)

    @property
    def recent_files(self) -> list[Path]:
        """The data files that were open, the last one first."""
        kept = self.get("recent_files", [])
        names = kept if isinstance(kept, list) else []
        return [Path(name) for name in names if isinstance(name, str)]

    def usual_file(self, paths: Paths) -> Path | None:
        """Return the data file that was open last, or the one at the usual place if it exists."""
        recent = self.recent_files
        if recent:
            return recent[0]
        usual = paths.default_data_file
        return usual if usual.exists() else None

    def remember_file(self, path: Path) -> None:
        """Put a data file at the head of the recent ones."""
        files = [path, *(recent for recent in self.recent_files if recent != path)]
        self.set("recent_files", [str(recent) for recent in files[:_RECENT_KEPT]])

    def forget_file(self, path: Path) -> None:
        """Take a data file out of the recent ones."""
        files = [str(recent) for recent in self.recent_files if recent != path]
        self.set("recent_files", files)

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return values if isinstance(values, dict) else {}
