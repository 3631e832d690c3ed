"""What lists and tables share: where their menus open, the ground that rows are painted on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from revmentor_desktop.ui.theme import Theme


def menu_place(view: QAbstractItemView, event: QContextMenuEvent) -> tuple[QModelIndex, QPoint]:
    """Return what a menu is asked for, and where on the screen it opens.

    By keyboard that is the current row, brought into view; else what the pointer is over, which is
    no valid index beside the rows.
    """
    at, index = event.pos(), view.indexAt(event.pos())
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        index = view.currentIndex()
        view.scrollTo(index)
        at = view.visualRect(index).center()
    return index, view.viewport().mapToGlobal(at)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint the rounded ground of a row that is chosen or pointed at."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if chosen or hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("brand_soft" if chosen else "hover"))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(3, 1, -3, -1), 6, 6)
