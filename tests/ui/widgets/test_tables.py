"""What all tables share."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.tables import set_up_table


def test_the_frame_of_a_focused_table_has_its_room_before(qtbot: QtBot) -> None:
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
