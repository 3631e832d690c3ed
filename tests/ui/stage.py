"""A whole window on a test's own folders, and short ways to drive it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.services import vault
from revmentor_desktop.system.paths import Paths
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.jobs import Jobs
from revmentor_desktop.ui.shell import Shell
from revmentor_desktop.ui.single_instance import Claims
from revmentor_desktop.ui.theme import current_theme
from revmentor_desktop.ui.window import Window
from tests.fakes import FakePrompts

PASSPHRASE = "three unlikely words"


W = TypeVar("W", bound=QWidget)


def settle(jobs: Jobs, qtbot: QtBot) -> None:
    """Wait until no job is at work any more."""
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)


def shown(widget: W, width: int, height: int) -> Iterator[W]:
    """Show a widget, and have it gone for good afterwards."""
    widget.resize(width, height)
    widget.show()
    yield widget
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Stage:
    """The window of one test."""

    def __init__(self, qtbot: QtBot, paths: Paths, prompts: FakePrompts) -> None:
        self.qtbot = qtbot
        self.paths = paths
        self.prompts = prompts
        self.window = Window(QColor("white"), QColor("black"))
        self.preferences = Preferences(paths.settings / "preferences.json")
        self.shell = Shell(
            self.window,
            paths,
            self.preferences,
            current_theme(),
            prompts,
            Claims(paths.data / "run"),
        )
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()

    @property
    def context(self) -> Context:
        assert self.shell.context is not None
        return self.shell.context

    @property
    def page(self) -> QWidget:
        page = self.shell.current_page
        assert page is not None
        return page

    def begin(self, path: Path | None = None) -> None:
        self.shell.commands.begin(path)
        self.settle()

    def do(self, name: str) -> None:
        self.shell.commands.do(name)
        self.settle()

    def press(self, button: QPushButton) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        button.click()
        self.settle()

    def activate(self) -> None:
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def settle(self) -> None:
        settle(self.shell.jobs, self.qtbot)

    def made_file(self, name: str = "Programmes") -> Path:
        """Make a closed data file that opens by PASSPHRASE."""
        path = self.paths.data / f"{name}.revmentor"
        vault.create(path, PASSPHRASE, self.paths).data.close()
        return path

    def open_file(self) -> None:
        """Open a new data file as the shell shows it."""
        path = self.paths.data / "Programmes.revmentor"
        self.shell.claims.take(path)
        self.shell.attach(vault.create(path, PASSPHRASE, self.paths))
