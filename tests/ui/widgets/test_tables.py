"""What all tables share."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.tables import set_up_table


def test_the_frame_of_a_focused_table_is_whole_round_its_header(qtbot: QtBot, theme: Theme) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(QStringListModel(["one"], table))
    set_up_table(table, "Things")
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    for focused in (False, True):
        if focused:
            table.setFocus()
        else:
            table.clearFocus()
        assert table.hasFocus() is focused
        assert table.frameWidth() == 2
        assert table.horizontalHeader().geometry().topLeft().toTuple() == (2, 2)
    frame, picture = theme.colour("focus"), table.grab().toImage()
    last = picture.width() - 1
    for corner in (range(9), range(last, last - 9, -1)):
        diagonal = [picture.pixelColor(x, y) for y, x in enumerate(corner)]
        assert any(_near(colour, frame) for colour in diagonal)


def test_the_row_that_the_keyboard_stands_on_is_painted_as_a_row(
    qtbot: QtBot, theme: Theme
) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    model = QStandardItemModel(0, 2, table)
    for _ in range(2):
        model.appendRow([QStandardItem(), QStandardItem()])
    table.setModel(model)
    set_up_table(table, "Things")
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.clearFocus()
    assert not any(_is_chosen(table, theme, row) for row in (0, 1))
    table.setFocus()
    assert not table.selectionModel().hasSelection()
    assert _is_chosen(table, theme, 0)
    table.selectRow(1)
    assert [_is_chosen(table, theme, row) for row in (0, 1)] == [False, True]


def _is_chosen(table: QTableView, theme: Theme, row: int) -> bool:
    """Tell whether all cells of a row have the ground of what is chosen."""
    picture = table.viewport().grab().toImage()
    ground = theme.colour("brand_soft")
    cells = [table.visualRect(table.model().index(row, column)).center() for column in (0, 1)]
    found = [picture.pixelColor(cell) == ground for cell in cells]
    assert len(set(found)) == 1
    return found[0]


def _near(one: QColor, other: QColor) -> bool:
    parts = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return all(abs(part) < 40 for part in parts)
