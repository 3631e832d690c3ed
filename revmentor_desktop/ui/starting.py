"""The start of the window: what must be there before it is seen, and what can wait until after."""

from __future__ import annotations

import gc
import importlib
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, QTimer
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.system.paths import Paths
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.system.resources import resource
from revmentor_desktop.ui import window_state
from revmentor_desktop.ui.single_instance import Claims, knock
from revmentor_desktop.ui.window import STYLE, Window

if TYPE_CHECKING:
    from revmentor_desktop.ui.crash import CrashDoor
    from revmentor_desktop.ui.shell import Shell

_KNOCKS = 15
_KNOCK_PAUSE_MS = 150
_LATER_MS = 700
_THEME_KEY = "theme"
_MEASURED = "REVMENTOR_BENCH_START"


def run(wanted: Path | None, paths: Paths) -> int:
    """Show the window and work until it is closed; return the exit status.

    `wanted` is the data file to open, None the usual one. When a window has it open already,
    that window is raised instead, and the status is 0.
    """
    app = QApplication([sys.argv[0], *STYLE])
    app.setApplicationName("RevMentor")
    app.setDesktopFileName("revmentor")
    preferences = Preferences(paths.preferences)
    path = wanted or preferences.usual_file(paths)
    claims = Claims(paths.data / "run")
    if path is not None and _raised_other(claims, path):
        return 0
    window = Window(*_grounds(app, preferences))
    window_state.restore(window, preferences)
    start = _Start(app, window, paths, preferences, claims, path)
    window.first_painted.connect(start.go_on)
    window.show()
    try:
        return app.exec()
    finally:
        start.end()


def _raised_other(claims: Claims, path: Path) -> bool:
    """Claim the data file; when another window has it, raise that one and return True.

    That window may just be starting or closing, so both are tried a few times. Where it does
    not answer, this one goes on and says that the file is open elsewhere.
    """
    for _ in range(_KNOCKS):
        try:
            claims.take(path)
        except KnownError:
            if knock(path):
                return True
            QThread.msleep(_KNOCK_PAUSE_MS)
        else:
            return False
    return False


def _grounds(app: QApplication, preferences: Preferences) -> tuple[QColor, QColor]:
    """Return the colours of page and sidebar before there is a theme to ask."""
    from revmentor_desktop.ui.palettes import palette

    chosen = preferences.get(_THEME_KEY)
    if chosen not in {"light", "dark"}:
        chosen = "dark" if app.palette().window().color().lightness() < 128 else "light"
    colours = palette(chosen)
    return QColor(colours["background"]), QColor(colours["sidebar"])


class _Start:
    """What follows the first paint."""

    def __init__(
        self,
        app: QApplication,
        window: Window,
        paths: Paths,
        preferences: Preferences,
        claims: Claims,
        path: Path | None,
    ) -> None:
        self._app = app
        self._window = window
        self._paths = paths
        self._preferences = preferences
        self._claims = claims
        self._path = path
        self._shell: Shell | None = None
        self._door: CrashDoor | None = None

    def go_on(self) -> None:
        """Fill the window and open the data file."""
        _stamp("first-paint")
        from revmentor_desktop.ui.crash import CrashDoor

        self._door = CrashDoor(self._paths.logs, self._rescue)
        self._door.install()
        from revmentor_desktop.ui.prompts import Prompts
        from revmentor_desktop.ui.shell import Shell
        from revmentor_desktop.ui.theme import Theme, ThemeChoice

        self._app.setWindowIcon(QIcon(str(resource("revmentor.png"))))
        chosen = self._preferences.get(_THEME_KEY)
        known = chosen in set(ThemeChoice)
        theme = Theme(self._app, ThemeChoice(chosen) if known else ThemeChoice.SYSTEM)
        shell = Shell(self._window, self._paths, self._preferences, theme, Prompts(), self._claims)
        self._shell = shell
        if os.environ.get(_MEASURED) == "1":
            shell.ready.connect(self._show_usable)
        shell.commands.begin(self._path)
        QTimer.singleShot(_LATER_MS, self._take_time)

    def end(self) -> None:
        """Give back the hooks."""
        if self._door is not None:
            self._door.remove()

    def _rescue(self) -> Sequence[Callable[[], None]]:
        return self._shell.rescue() if self._shell is not None else [self._claims.release]

    def _take_time(self) -> None:
        """Do what nobody waits for; a start that knocks meanwhile knocks again."""
        from revmentor_desktop.system.logs import start_log

        if self._shell is not None and self._shell.jobs.busy:
            QTimer.singleShot(_LATER_MS, self._take_time)
            return
        start_log(self._paths.logs)
        if self._shell is not None:
            self._shell.private_files.sweep()
        self._claims.listen()
        self._collect_after(load_writing())

    def _collect_after(self, loading: threading.Thread) -> None:
        """Look for garbage again once no other thread is at work, which must never find any."""
        if loading.is_alive() or (self._shell is not None and self._shell.jobs.busy):
            QTimer.singleShot(_LATER_MS, lambda: self._collect_after(loading))
            return
        gc.freeze()
        gc.enable()

    def _show_usable(self) -> None:
        """Tell that the window can be used: once its page is laid out, shown and painted."""
        page = self._shell.current_page if self._shell is not None else None
        if page is None or not page.isVisible():
            QTimer.singleShot(0, self._show_usable)
            return
        self._window.repaint()
        _stamp("usable")
        self._window.close()


def load_writing() -> threading.Thread:
    """Load SQLModel beside the window, so that the first change need not wait for it."""
    loading = threading.Thread(
        target=importlib.import_module,
        args=("revmentor_desktop.storage.session",),
        name="loading",
        daemon=True,
    )
    loading.start()
    return loading


def _stamp(name: str) -> None:
    """Tell who measures the start that a point of it is reached."""
    if os.environ.get(_MEASURED) == "1":
        sys.stdout.write(f"{name} {time.time()}\n")
        sys.stdout.flush()
