from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.segments import Segments


@pytest.fixture
def segments(qtbot: QtBot) -> Segments:
    made = Segments("Are we ready?", {"yes": "Yes", "partly": "Partly", "no": "No"})
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_one_answer_at_a_time_and_pressed_again_it_is_taken_back(segments: Segments) -> None:
    told = QSignalSpy(segments.answered)
    for key in ("yes", "no", "no"):
        QTest.mouseClick(segments.buttons[key], Qt.MouseButton.LeftButton)
    assert [told.at(place)[0] for place in range(3)] == ["yes", "no", ""]
    assert segments.answer == ""


def test_it_is_one_stop_for_tab_at_the_answer_given(segments: Segments) -> None:
    def stops() -> list[str]:
        tab = Qt.FocusPolicy.TabFocus
        return [key for key, one in segments.buttons.items() if one.focusPolicy() & tab]

    assert stops() == ["yes"]
    segments.put("partly")
    assert stops() == ["partly"]


def test_arrow_keys_go_along_and_space_answers(segments: Segments) -> None:
    segments.take_focus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    assert segments.answer == "no"


def test_every_answer_says_to_what(segments: Segments) -> None:
    assert segments.buttons["no"].accessibleName() == "No: Are we ready?"
