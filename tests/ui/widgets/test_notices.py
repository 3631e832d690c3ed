from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets import notices as module
from revmentor_desktop.ui.widgets.notices import NoticeBar, Notices


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(host: QWidget) -> NoticeBar:
    made = NoticeBar(Notices(host), host)
    QVBoxLayout(host).addWidget(made)
    host.show()
    host.activateWindow()
    return made


def test_a_notice_stays_ten_seconds_at_least() -> None:
    assert module.SHOWN_MS >= 10_000


def test_the_button_of_a_notice_does_its_action_once(qtbot: QtBot, bar: NoticeBar) -> None:
    done: list[str] = []
    bar.show_notice(module.Notice("Paired <b>two</b>.", "Undo", lambda: done.append("undone")))
    assert bar.isVisible()
    assert bar.text() == "Paired <b>two</b>."
    QTest.mouseClick(bar.act, Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert not bar.isVisible()


def test_a_notice_without_action_has_only_its_cross(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.show_notice(module.Notice("Saved."))
    assert not bar.act.isVisible()
    QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_escape_closes_a_notice_that_has_the_focus(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.show_notice(module.Notice("Saved.", "Undo", lambda: None))
    bar.act.setFocus()
    QTest.keyClick(bar.act, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_a_notice_goes_by_itself_but_not_while_it_is_used(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SHOWN_MS", 30)
    host = QWidget()
    bar = NoticeBar(Notices(host), host)
    QVBoxLayout(host).addWidget(bar)
    qtbot.addWidget(host)
    host.show()
    host.activateWindow()
    bar.show_notice(module.Notice("Saved.", "Undo", lambda: None))
    bar.act.setFocus()
    qtbot.waitUntil(bar.act.hasFocus)
    qtbot.wait(120)
    assert bar.isVisible()
    bar.act.clearFocus()
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=2000)


def test_a_passing_notice_goes_with_the_next_change(bar: NoticeBar) -> None:
    bar.show_notice(module.Notice("Paired.", "Undo", lambda: None, passing=True))
    bar.notices.overtake()
    assert not bar.isVisible()
    bar.show_notice(module.Notice("Saved.", "Open folder", lambda: None))
    bar.notices.overtake()
    assert bar.isVisible()
