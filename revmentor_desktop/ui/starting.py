"""The start of the window: what must be there before it is seen, and what can wait until after."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.system.logs import start_log
from revmentor_desktop.system.paths import Paths
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.crash import CrashDoor
from revmentor_desktop.ui.prompts import Prompts
from revmentor_desktop.ui.shell import Shell
from revmentor_desktop.ui.single_instance import Claims, knock
from revmentor_desktop.ui.theme import Theme, ThemeChoice

_KNOCKS = 10
_MEASURED = "REVMENTOR_BENCH_START"


def run(wanted: Path | None, paths: Paths) -> int:
    """Show the window and work until it is closed; return the exit status.

    `wanted` is the data file to open, None the usual one. When a window has it open already,
    that window is raised instead, and the status is 0.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("RevMentor")
    app.setDesktopFileName("revmentor")
    start_log(paths.logs)
    preferences = Preferences(paths.preferences)
    path = wanted or preferences.usual_file(paths)
    claims = Claims(paths.data / "run")
    if path is not None and not _claimed(claims, path):
        return 0
    theme = Theme(app, _theme_choice(preferences))
    shell = Shell(paths, preferences, theme, Prompts(), claims)
    door = CrashDoor(paths.logs, shell.rescue)
    door.install()
    shell.first_painted.connect(lambda: _go_on(shell, path))
    shell.show()
    try:
        return app.exec()
    finally:
        door.remove()


def _claimed(claims: Claims, path: Path) -> bool:
    """Claim the data file; when another window has it, raise that one and return False.

    That window may just be starting or closing, so both are tried a few times.
    """
    for _ in range(_KNOCKS):
        try:
            claims.take(path)
        except KnownError:
            if knock(path):
                return False
        else:
            return True
    return False


def _theme_choice(preferences: Preferences) -> ThemeChoice:
    try:
        return ThemeChoice(preferences.get("theme", ThemeChoice.SYSTEM))
    except ValueError:
        return ThemeChoice.SYSTEM


def _go_on(shell: Shell, path: Path | None) -> None:
    """Do after the first paint what need not come before it."""
    if os.environ.get(_MEASURED) == "1":
        _stamp("first-paint")
        shell.file_opened.connect(lambda: _show_usable(shell))
    shell.commands.begin(path)
    QTimer.singleShot(0, shell.claims.listen)


def _show_usable(shell: Shell) -> None:
    shell.repaint()
    _stamp("usable")
    shell.close()


def _stamp(name: str) -> None:
    sys.stdout.write(f"{name} {time.time()}\n")
    sys.stdout.flush()
