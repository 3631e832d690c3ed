"""What tests of the window share: the theme, and a context with fake doors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.storage import key_store
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.paths import Paths
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.gallery import same_font
from revmentor_desktop.ui.jobs import Jobs
from revmentor_desktop.ui.private_files import PrivateFiles
from revmentor_desktop.ui.theme import Theme, ThemeChoice, current_theme
from revmentor_desktop.ui.widgets.notices import Notice, Notices
from tests.fakes import FakePrompts
from tests.ui.stage import Stage


@pytest.fixture(scope="session", autouse=True)
def font(qapp: QApplication) -> None:
    """Text as wide and as high on every computer that runs the tests."""
    qapp.setFont(same_font())


@pytest.fixture(autouse=True)
def theme(qapp: QApplication, font: None) -> Theme:
    """The application's theme, light unless a test chooses."""
    try:
        made = current_theme()
    except LookupError:
        made = Theme(qapp, ThemeChoice.LIGHT)
    made.choose(ThemeChoice.LIGHT)
    return made


@pytest.fixture(autouse=True)
def hands_off(qapp: QApplication) -> Iterator[None]:
    """No button of the mouse stays pressed after a test: what waits for that waits for ever."""
    yield
    for button in Qt.MouseButton:
        if button and QApplication.mouseButtons() & button:
            anywhere = QWidget()
            anywhere.show()
            QTest.mouseRelease(anywhere, button)
            anywhere.close()
            anywhere.deleteLater()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was told to say since the test began; nothing reaches the system."""
    told: list[str] = []

    class Reader:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            told.append(event.message())

    monkeypatch.setattr("PySide6.QtGui.QAccessible", Reader)
    return told


@pytest.fixture
def prompts() -> FakePrompts:
    """The door for messages, remembering what came through it."""
    return FakePrompts()


@pytest.fixture
def context(
    data: DataFile, prompts: FakePrompts, theme: Theme, tmp_path: Path
) -> Iterator[Context]:
    """All that a page is given, on a fresh data file."""
    jobs = Jobs(prompts)
    preferences = Preferences(tmp_path / "preferences.json")
    made = Context(data, prompts, jobs, preferences, theme, Notices())
    made.private_files = PrivateFiles(tmp_path / "open")
    yield made
    jobs.stop()
    made.private_files.close()


@pytest.fixture
def notices(context: Context) -> list[Notice]:
    """Every notice that is shown."""
    seen: list[Notice] = []
    context.notices.shown.connect(seen.append)
    return seen


@pytest.fixture
def behind() -> Iterator[QWidget]:
    """What a dialog opens over."""
    made = QWidget()
    yield made
    made.deleteLater()


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bytes, str]]:
    """What goes to the printer, which always says yes."""
    sent: list[tuple[bytes, str]] = []

    def send(content: bytes, title: str, _parent: QWidget) -> bool:
        sent.append((content, title))
        return True

    def send_many(
        _jobs: Jobs, content: bytes, title: str, _parent: QWidget, done: Any, **_: bool
    ) -> None:
        sent.append((content, title))
        done()

    monkeypatch.setattr("revmentor_desktop.ui.documents.commands.print_stepwise", send_many)
    for module in (
        "documents.paper_commands",
        "letters.commands",
        "paper_dialog",
    ):
        monkeypatch.setattr(f"revmentor_desktop.ui.{module}.print_pdf", send)
    return sent


@pytest.fixture
def stage(
    qtbot: QtBot,
    paths: Paths,
    prompts: FakePrompts,
    monkeypatch: pytest.MonkeyPatch,
    quick_passphrases: object,
) -> Iterator[Stage]:
    """A whole window, on a computer without a key store."""
    monkeypatch.setattr(key_store, "usable", lambda: False)
    made = Stage(qtbot, paths, prompts)
    yield made
    made.window.close()


@pytest.fixture(autouse=True)
def no_window_left(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window behind that nobody will close."""
    before = set(qapp.topLevelWidgets())
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [w for w in qapp.topLevelWidgets() if w not in before and w.isVisible()]
    names = [type(widget).__name__ for widget in left]
    for widget in left:
        widget.close()
    assert not names, f"left open: {names}"
