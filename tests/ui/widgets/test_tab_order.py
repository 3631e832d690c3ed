"""Tab goes through widgets as they stand on the screen, also through those that came later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.fields import NumberField
from revmentor_desktop.ui.widgets.rows import RowEditor, Rows
from revmentor_desktop.ui.widgets.surfaces import scrolled
from revmentor_desktop.ui.widgets.tab_order import first_stop, follow_layout


class Pair(RowEditor[str]):
    """A field for a day and one for words."""

    def __init__(self) -> None:
        super().__init__()
        self.day, self.words = OptionalDateField(), QLineEdit()
        row = QHBoxLayout(self)
        row.addWidget(self.day)
        row.addWidget(self.words)

    def value(self) -> str:
        return self.words.text()

    def put(self, value: str) -> None:
        self.words.setText(value)

    def is_blank(self) -> bool:
        return not self.words.text()

    def take_focus(self) -> None:
        self.day.setFocus()


class Window(QWidget):
    """A field above, rows in the middle, a button beneath."""

    def __init__(self) -> None:
        super().__init__()
        self.above, self.beneath = QLineEdit(), QPushButton("Beneath")
        self.rows = Rows(Pair, "Add", "Remove")
        column = QVBoxLayout(self)
        for part in (self.above, self.rows, self.beneath):
            column.addWidget(part)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def walked(start: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Return what Tab comes to from `start` until it is there again."""
    start.setFocus()
    found: list[QWidget] = []
    for _ in range(60):
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in found:
            break
        found.append(widget)
        QTest.keyClick(widget, key)
    assert QApplication.focusWidget() is start
    return found


def expected(window: Window) -> list[QWidget]:
    found: list[QWidget] = [window.above]
    for editor in window.rows.editors:
        assert isinstance(editor, Pair)
        picker = editor.day.findChild(QToolButton)
        host = editor.parentWidget()
        assert picker is not None
        assert host is not None
        (remove,) = set(host.findChildren(QToolButton)) - {picker}
        found += [editor.day.entry, picker, editor.words, remove]
    return [*found, window.rows.add_button, window.beneath]


def test_rows_that_come_later_come_where_they_stand(window: Window) -> None:
    assert walked(window.above) == expected(window)
    window.rows.put(["a"])
    assert walked(window.above) == expected(window)
    window.rows.add()
    assert len(expected(window)) == 3 + 8
    assert walked(window.above) == expected(window)


def test_it_goes_the_same_way_back(window: Window) -> None:
    window.rows.put(["a", "b", "c"])
    there = walked(window.above)
    back = walked(window.above, Qt.Key.Key_Backtab)
    assert back == [there[0], *reversed(there[1:])]


def test_rows_that_go_leave_no_gap(window: Window) -> None:
    window.rows.put(["a", "b", "c"])
    window.rows.remove(1)
    window.rows.add_value("d")
    assert walked(window.above) == expected(window)


def test_a_field_still_hands_the_focus_on_to_its_part(window: Window) -> None:
    editor = window.rows.add()
    assert isinstance(editor, Pair)
    window.above.setFocus()
    editor.day.setFocus()
    assert editor.day.entry.hasFocus()
    assert editor.day.focusProxy() is editor.day.entry


def test_a_grid_is_read_line_by_line_and_parts_of_a_field_are_one(qtbot: QtBot) -> None:
    inside = QWidget()
    grid = QGridLayout(inside)
    fields = [QLineEdit(), NumberField(1, 9), QComboBox(), QPushButton("x")]
    for place in (3, 0, 2, 1):
        grid.addWidget(fields[place], place // 2, place % 2)
    around = scrolled(inside)
    qtbot.addWidget(around)
    follow_layout(around)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    assert walked(fields[0]) == fields


def test_the_first_stop_is_seen_and_can_be_used(qtbot: QtBot) -> None:
    split, left, right = QSplitter(), QWidget(), QWidget()
    hidden, off, day, words = QLineEdit(), QLineEdit(), OptionalDateField(), QLineEdit()
    for half, parts in ((left, (hidden, off)), (right, (day, words))):
        column = QVBoxLayout(half)
        for part in parts:
            column.addWidget(part)
        split.addWidget(half)
    off.setEnabled(False)
    around = scrolled(split)
    qtbot.addWidget(around)
    assert first_stop(around) is None  # nothing is seen yet
    around.show()
    assert first_stop(around) is hidden
    hidden.hide()
    assert first_stop(around) is day
    words.setFocus()
    day.setEnabled(False)
    assert first_stop(around) is words
    right.hide()
    assert first_stop(around) is None
