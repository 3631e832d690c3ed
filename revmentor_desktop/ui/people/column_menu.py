"""The menu of the table's columns: which are shown, and what the rows are sorted by."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from revmentor_desktop.ui.people.columns_dialog import ColumnsDialog
from revmentor_desktop.ui.people.model import PeopleModel
from revmentor_desktop.ui.people.table import PeopleTable
from revmentor_desktop.ui.widgets.buttons import icon_button
from revmentor_desktop.ui.widgets.text import without_mnemonic


class ColumnMenu(QObject):
    """Does by menu and keyboard what the header does by mouse."""

    def __init__(self, table: PeopleTable, model: PeopleModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self.menu = QMenu(table)
        self.menu.aboutToShow.connect(self._fill)
        self.button = icon_button("columns-3", self.tr("Columns and sorting"))
        self.button.setPopupMode(self.button.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.menu)

    def popup(self, place: QPoint) -> None:
        """Open the menu at a place of the screen."""
        self.menu.popup(place)

    def choose_columns(self) -> ColumnsDialog:
        """Open the dialog that chooses and orders the columns."""
        shown, offered = self._table.shown_columns(), self._model.columns
        dialog = ColumnsDialog(shown, offered, self._table.scale(), self._table)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take(dialog))
        dialog.open()
        return dialog

    def _take(self, dialog: ColumnsDialog) -> None:
        elsewhere = [
            one for one in self._table.shown_columns() if self._model.position(one.key) is None
        ]
        self._table.set_layout([*dialog.chosen(), *elsewhere])
        self._table.store_layout()

    def _fill(self) -> None:
        self.menu.clear()
        self.menu.addAction(self.tr("Columns…"), self.choose_columns)
        self.menu.addSeparator()
        by = self.menu.addMenu(self.tr("Sort by"))
        group = QActionGroup(by)
        for place, column in enumerate(self._model.columns):
            if self._table.isColumnHidden(place):
                continue
            action = by.addAction(without_mnemonic(column.title))
            action.setCheckable(True)
            action.setChecked(column.key == self._model.sort_column)
            action.triggered.connect(partial(self._sort, column.key, Qt.SortOrder.AscendingOrder))
            group.addAction(action)
        turn = self.menu.addAction(self.tr("Turn the order round"))
        turn.triggered.connect(self._turn_round)

    def _sort(self, key: str, order: Qt.SortOrder, _checked: bool = False) -> None:
        self._table.sort_as(key, order)

    def _turn_round(self) -> None:
        ascending = self._model.sort_order is Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if ascending else Qt.SortOrder.AscendingOrder
        self._table.sort_as(self._model.sort_column, order)
