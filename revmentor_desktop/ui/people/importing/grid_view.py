"""The beginning of a sheet as a table, with the numbers of its rows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from revmentor_desktop.exchange.spreadsheets.grid import Grid
from revmentor_desktop.ui.people.importing.grid_model import GridModel
from revmentor_desktop.ui.widgets.tables import set_up_table

_WIDEST: Final = 240
_NARROWEST: Final = 70
_COLUMNS_MEASURED: Final = 30


class GridView(QTableView):
    """Shows a grid; rows can be picked where `pick` is set."""

    def __init__(self, name: str, parent: QWidget | None = None, *, pick: bool = False) -> None:
        super().__init__(parent)
        self.grid_model = GridModel(self)
        self.setModel(self.grid_model)
        set_up_table(self, name)
        self.setSelectionMode(
            QAbstractItemView.SelectionMode.SingleSelection
            if pick
            else QAbstractItemView.SelectionMode.NoSelection
        )
        rows = self.verticalHeader()
        rows.show()
        self.horizontalHeader().setProperty("beside_numbers", "true")
        rows.setSectionsClickable(pick)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.setMinimumWidth(44)
        self.setCornerButtonEnabled(False)
        columns = self.horizontalHeader()
        columns.setStretchLastSection(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def show_grid(self, grid: Grid, header: int | None) -> None:
        """Show a grid with its row of headings."""
        self.grid_model.show(grid, header)
        for column in range(min(grid.width, _COLUMNS_MEASURED)):
            width = self.sizeHintForColumn(column) + 12
            self.setColumnWidth(column, max(_NARROWEST, min(width, _WIDEST)))
