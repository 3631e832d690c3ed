"""Fields side by side become a column where there is no room for a row."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.side_by_side import SideBySide


class Box(QWidget):
    def minimumSizeHint(self) -> QSize:
        return QSize(150, 30)


def test_a_row_becomes_a_column_and_a_row_again(qtbot: QtBot) -> None:
    first, second = Box(), Box()
    host, row = QWidget(), SideBySide(first, second, gap=10)
    QVBoxLayout(host).addWidget(row)
    qtbot.addWidget(host)
    host.resize(400, 200)
    host.show()
    qtbot.waitExposed(host)
    assert first.y() == second.y()
    assert first.width() == second.width()
    assert host.minimumSizeHint().width() < 200
    host.resize(220, 200)
    qtbot.waitUntil(lambda: second.y() > first.geometry().bottom())
    assert second.x() == first.x()
    assert row.minimumSizeHint().height() >= 70
    host.resize(400, 200)
    qtbot.waitUntil(lambda: first.y() == second.y())
