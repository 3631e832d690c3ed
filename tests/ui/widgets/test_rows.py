from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.rows import RowEditor, Rows


class WordRow(RowEditor[str]):
    def __init__(self) -> None:
        super().__init__()
        self.word = QLineEdit()
        QHBoxLayout(self).addWidget(self.word)
        self.word.textEdited.connect(self.edited)

    def value(self) -> str:
        return self.word.text()

    def put(self, value: str) -> None:
        self.word.setText(value)

    def is_blank(self) -> bool:
        return not self.word.text()

    def take_focus(self) -> None:
        self.word.setFocus()


@pytest.fixture
def rows(qtbot: QtBot) -> Rows[str]:
    made = Rows(WordRow, "Add a word", "Remove this word", most=3)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def removers(rows: Rows[str]) -> list[QToolButton]:
    return [one for one in rows.findChildren(QToolButton) if one.isVisible()]


def typed(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def test_rows_are_added_filled_and_removed(rows: Rows[str]) -> None:
    told = QSignalSpy(rows.edited)
    rows.add_button.click()
    typed("one")
    rows.add_button.click()
    typed("two")
    assert rows.values() == ("one", "two")
    QApplication.processEvents()
    QTest.mouseClick(removers(rows)[0], Qt.MouseButton.LeftButton)
    assert rows.values() == ("two",)
    assert told.count() == 7


def test_a_blank_row_is_no_value_and_is_used_before_another_is_added(rows: Rows[str]) -> None:
    rows.add_button.click()
    rows.add_button.click()
    assert len(rows.editors) == 1
    assert rows.values() == ()
    rows.add_value("one")
    assert len(rows.editors) == 1
    assert rows.values() == ("one",)


def test_no_more_rows_than_allowed(rows: Rows[str]) -> None:
    rows.put(["one", "two"])
    assert rows.add_button.isEnabled()
    rows.put(["one", "two", "three"])
    assert not rows.add_button.isEnabled()
    rows.remove(1)
    assert rows.add_button.isEnabled()
    assert rows.values() == ("one", "three")


def test_showing_what_stands_there_moves_nothing(rows: Rows[str]) -> None:
    rows.put(["one"])
    told = QSignalSpy(rows.edited)
    before = rows.editors[0]
    rows.put(("one",))
    assert rows.editors[0] is before
    rows.put(["two", "three"])
    assert rows.values() == ("two", "three")
    rows.put([])
    assert rows.values() == ()
    assert told.count() == 0


def test_the_focus_goes_to_a_neighbour_of_what_was_removed(rows: Rows[str]) -> None:
    rows.put(["one", "two"])
    QApplication.processEvents()
    rows.remove(1)
    assert QApplication.focusWidget() is rows.editors[0].findChild(QLineEdit)
    rows.remove(0)
    assert QApplication.focusWidget() is rows.add_button
