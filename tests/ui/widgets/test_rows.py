from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolButton, QWidget
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


def here() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def typed(text: str) -> None:
    QTest.keyClicks(here(), text)


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


@pytest.fixture
def ordered(qtbot: QtBot) -> Rows[str]:
    made = Rows(WordRow, "Add a word", "Remove this word", in_order=True)
    qtbot.addWidget(made)
    made.put(["one", "two", "three"])
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def words(rows: Rows[str]) -> list[str]:
    """What stands in the rows from top to bottom of the screen."""
    QApplication.processEvents()
    editors = sorted(rows.findChildren(WordRow), key=lambda one: one.mapTo(rows, QPoint()).y())
    return [one.word.text() for one in editors]


def called(rows: Rows[str], name: str) -> list[QToolButton]:
    return [one for one in removers(rows) if one.accessibleName() == name]


def test_a_row_is_moved_by_its_buttons(ordered: Rows[str]) -> None:
    told = QSignalSpy(ordered.edited)
    QTest.mouseClick(called(ordered, "Move down")[0], Qt.MouseButton.LeftButton)
    assert ordered.values() == ("two", "one", "three")
    assert words(ordered) == ["two", "one", "three"]
    assert told.count() == 1
    assert [one.isEnabled() for one in called(ordered, "Move up")].count(False) == 1


def test_a_row_is_moved_with_the_keyboard_and_keeps_the_focus(ordered: Rows[str]) -> None:
    first = ordered.editors[0]
    first.take_focus()
    for expected in (("two", "one", "three"), ("two", "three", "one"), ("two", "three", "one")):
        QTest.keyClick(here(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert ordered.values() == expected
    typed("!")
    assert ordered.values() == ("two", "three", "one!")
    QTest.keyClick(here(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert words(ordered) == ["two", "one!", "three"]


def test_the_focus_stays_on_a_way_that_there_is(ordered: Rows[str]) -> None:
    up = called(ordered, "Move up")[1]
    up.setFocus()
    QTest.keyClick(up, Qt.Key.Key_Space)
    assert ordered.values() == ("two", "one", "three")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QToolButton)
    assert focused.accessibleName() == "Move down"
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert ordered.values() == ("one", "two", "three")


def test_tab_follows_rows_that_were_moved(ordered: Rows[str]) -> None:
    ordered.move_row(2, -2)
    ordered.take_focus()
    seen = []
    for _ in range(20):
        focused = here()
        if isinstance(focused, QLineEdit):
            seen.append(focused.text())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if len(seen) == 3:
            break
    assert seen == ["three", "one", "two"]


def test_one_row_alone_and_rows_without_order_have_no_ways(
    ordered: Rows[str], rows: Rows[str]
) -> None:
    ordered.put(["one"])
    rows.put(["one", "two"])
    for made in (ordered, rows):
        assert called(made, "Move up") == called(made, "Move down") == []
    rows.move_row(0, 1)
    assert rows.values() == ("one", "two")
