"""The first rows of a sheet as they stand, with the row that holds the headings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor, QFont

from revmentor_desktop.exchange.spreadsheets.grid import Grid, column_letters, text_of
from revmentor_desktop.ui.people.importing.titled_model import ROOT, Index
from revmentor_desktop.ui.theme import current_theme
from revmentor_desktop.ui.widgets.text import plain_tip

ROWS_SHOWN: Final = 60
_LONGEST: Final = 120
_LONGEST_TIP: Final = 2_000


class GridModel(QAbstractTableModel):
    """At most `ROWS_SHOWN` rows of a grid; `header` is marked, what stands above it is faint."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid = Grid(())
        self._header: int | None = None

    def show(self, grid: Grid, header: int | None) -> None:
        """Show another grid, or mark another row."""
        self.beginResetModel()
        self._grid, self._header = grid, header
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else min(len(self._grid.rows), ROWS_SHOWN)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._grid.width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answers: dict[int, Callable[[], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda: " ".join(self._text(index).split())[:_LONGEST],
            Qt.ItemDataRole.ToolTipRole: lambda: plain_tip(self._text(index)[:_LONGEST_TIP]),
            Qt.ItemDataRole.FontRole: lambda: self._font(index.row()),
            Qt.ItemDataRole.ForegroundRole: lambda: self._ink(index.row()),
            Qt.ItemDataRole.BackgroundRole: lambda: self._ground(index.row()),
        }
        answer = answers.get(role)
        return answer() if answer is not None else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return column_letters(section)
        return str(section + 1)

    def _text(self, index: Index) -> str:
        return text_of(self._grid.cell(index.row(), index.column()))

    def _font(self, row: int) -> QFont | None:
        return current_theme().font("body", bold=True) if row == self._header else None

    def _ink(self, row: int) -> QColor | None:
        is_above = self._header is not None and row < self._header
        return current_theme().colour("faint") if is_above else None

    def _ground(self, row: int) -> QColor | None:
        return current_theme().colour("brand_soft") if row == self._header else None
