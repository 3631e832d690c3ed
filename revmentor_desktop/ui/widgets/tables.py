"""How every table of the program behaves."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

_ROW_MARGIN = 16


def set_up_table(table: QTableView, name: str) -> None:
    """Make a table one of rows: whole rows selected, quiet lines, a named list to a screen reader.

    Tab leaves the table; arrow keys move in it.
    """
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    if type(table.itemDelegate()) is QStyledItemDelegate:
        table.setItemDelegate(_WholeRows(table))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows = table.verticalHeader()
    rows.hide()
    # Rows of one fixed height keep a table of thousands quick.
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(table.fontMetrics().height() + _ROW_MARGIN)
    columns = table.horizontalHeader()
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    columns.setHighlightSections(False)
    columns.setMinimumSectionSize(60)
    columns.setStretchLastSection(True)


class _WholeRows(QStyledItemDelegate):
    """Paints the row that the keyboard stands on as a row, also while none is selected."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        table = self._table
        if table.selectionMode() is QAbstractItemView.SelectionMode.NoSelection:
            return
        option.state &= ~QStyle.StateFlag.State_HasFocus
        is_there = table.hasFocus() and index.row() == table.currentIndex().row()
        if is_there and not table.selectionModel().hasSelection():
            option.state |= QStyle.StateFlag.State_Selected
