from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.ui import crash
from revmentor_desktop.ui.crash import CrashDoor
from revmentor_desktop.ui.crash_dialog import CrashDialog, details
from revmentor_desktop.ui.prompts import Prompts

NAME = "Zofia Adamska"


def broken() -> Exception:
    try:
        try:
            raise KeyError(NAME)
        except KeyError as error:
            raise ValueError(f"no such person: {NAME}") from error
    except ValueError as error:
        return error


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What happens, in its order, with nobody there to press Close."""
    events: list[str] = []
    monkeypatch.setattr(CrashDialog, "exec", lambda _self: events.append("told"))
    monkeypatch.setattr(QApplication, "exit", lambda status: events.append(f"exit {status}"))
    monkeypatch.setattr(crash, "start_log", lambda _folder: None)
    return events


@pytest.fixture
def door(seen: list[str], tmp_path: Path, qapp: QApplication) -> Iterator[CrashDoor]:
    def fails() -> None:
        seen.append("fails")
        raise OSError(NAME)

    def steps() -> list[Callable[[], None]]:
        return [lambda: seen.append("stopped"), fails, lambda: seen.append("closed")]

    made = CrashDoor(tmp_path, steps)
    yield made
    made.remove()


def test_details_help_and_name_nobody() -> None:
    text = details(broken())
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_crash.py:" in text
    assert "Python 3." in text
    assert NAME not in text
    assert str(Path.home()) not in text


def test_first_every_step_to_safety_then_the_officer_is_told(
    seen: list[str], door: CrashDoor, caplog: pytest.LogCaptureFixture
) -> None:
    door.install()
    error = broken()
    sys.excepthook(type(error), error, error.__traceback__)
    assert seen == ["stopped", "fails", "closed", "told", "exit 1"]
    assert any("while crashing" in record.getMessage() for record in caplog.records)


def test_a_crash_in_another_thread_is_met_in_the_windows(
    qtbot: QtBot, seen: list[str], door: CrashDoor
) -> None:
    door.install()

    def fail() -> None:
        raise broken()

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert seen == []
    qtbot.waitUntil(lambda: seen[-1:] == ["exit 1"])
    assert "told" in seen


def test_a_known_error_that_nobody_caught_is_told_and_ends_nothing(
    seen: list[str], door: CrashDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Prompts, "error", lambda _self, error: seen.append(error.code))
    door.install()
    for _ in range(2):
        error = KnownError("programme-gone")
        sys.excepthook(type(error), error, None)
    assert seen == ["programme-gone", "programme-gone"]


def test_a_second_crash_meanwhile_is_only_noted(
    seen: list[str], door: CrashDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.install()
    error = broken()

    def crash_again(_self: CrashDialog) -> None:
        seen.append("told")
        sys.excepthook(type(error), error, error.__traceback__)

    monkeypatch.setattr(CrashDialog, "exec", crash_again)
    sys.excepthook(type(error), error, error.__traceback__)
    assert seen.count("told") == 1


@pytest.mark.qt_log_ignore("Ann Lee", extend=True)
def test_qt_warnings_go_to_the_log_without_what_they_quote(
    door: CrashDoor, caplog: pytest.LogCaptureFixture
) -> None:
    door.install()
    with caplog.at_level(logging.WARNING):
        qWarning('cannot read "Ann Lee" in /home/ann.lee/file')
    assert [r.getMessage() for r in caplog.records] == ["Qt: cannot read … in …"]


def test_the_dialog_copies_its_details(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CrashDialog("some details", tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "some details"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
