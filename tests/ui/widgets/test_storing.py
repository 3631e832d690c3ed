"""What is typed is stored after a pause, or as soon as one goes elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.storing import StoredAfterPause


@pytest.fixture
def editor(qapp: QApplication) -> StoredAfterPause:
    """An editor."""
    return StoredAfterPause()


def test_it_is_stored_once_after_the_last_key(editor: StoredAfterPause, qtbot: QtBot) -> None:
    asked = QSignalSpy(editor.to_store)
    editor.wait()
    editor.wait()
    assert editor.has_waiting()
    with qtbot.waitSignal(editor.to_store, timeout=5_000):
        pass
    assert asked.count() == 1
    assert not editor.has_waiting()


def test_going_elsewhere_stores_at_once_and_only_what_waits(editor: StoredAfterPause) -> None:
    asked = QSignalSpy(editor.to_store)
    editor.settle()
    assert asked.count() == 0
    editor.wait()
    editor.settle()
    editor.settle()
    assert asked.count() == 1


def test_what_is_forgotten_is_not_stored(editor: StoredAfterPause) -> None:
    asked = QSignalSpy(editor.to_store)
    editor.wait()
    editor.forget_waiting()
    editor.settle()
    assert asked.count() == 0
