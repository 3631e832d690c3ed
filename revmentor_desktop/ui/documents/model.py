"""The pairs of a programme with their papers, each ticked or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from revmentor_desktop.domain.text import fold
from revmentor_desktop.services.documents.pair_rows import TRACKED, PairRow
from revmentor_desktop.ui.documents.painting import Standing
from revmentor_desktop.ui.documents.standing_words import standing_words
from revmentor_desktop.ui.documents.tracking.mark_words import paper_names
from revmentor_desktop.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
PAIR_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The `PairRow` of a row, for the delegate."""
STANDING_ROLE: Final = PAIR_ROLE + 1
"""How the paper of a column stands; None in the other columns."""


class Column(IntEnum):
    """The columns of the table."""

    TICK = 0
    PAIR = 1
    REFERENCE = 2
    MENTOR_PACK = 3
    LEADER_PACK = 4
    AGREEMENT = 5


PAPERS: Final = dict(zip(list(Column)[3:], TRACKED, strict=True))
"""The paper of each column that has one."""


class PairsModel(QAbstractTableModel):
    """A row for each pair that search and filter let through. New pairs are ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[PairRow] = []
        self._shown: list[PairRow] = []
        self._left_out: set[int] = set()
        self._search = ""
        self._only_missing = False

    @property
    def everything(self) -> Sequence[PairRow]:
        """All pairs, shown or not."""
        return self._all

    @property
    def ticked(self) -> list[PairRow]:
        """The ticked pairs, shown or not, in their order."""
        return [one for one in self._all if one.pair.id not in self._left_out]

    def show(self, rows: Sequence[PairRow]) -> None:
        """Show these pairs; what was not ticked stays so."""
        self._all = list(rows)
        self._left_out &= {one.pair.id for one in rows}
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._sift()

    def search(self, typed: str) -> None:
        """Show only pairs whose names or reference contain `typed`."""
        self._search = typed
        self._sift()

    def show_only_missing(self, only: bool) -> None:
        """Show only pairs with a paper about which something is still to be done."""
        self._only_missing = only
        self._sift()

    def row(self, row: int) -> PairRow:
        """Return the pair of a row."""
        return self._shown[row]

    def row_of(self, pair_id: int | None) -> int | None:
        """Return the row of a pair, or None when it is not shown."""
        rows = (row for row, one in enumerate(self._shown) if one.pair.id == pair_id)
        return next(rows, None)

    def tick(self, rows: Iterable[int], ticked: bool) -> None:
        """Tick rows, or take their ticks away."""
        ids = {self._shown[row].pair.id for row in rows}
        self._left_out = self._left_out - ids if ticked else self._left_out | ids
        if self._shown:
            last = self.index(len(self._shown) - 1, Column.TICK)
            self.dataChanged.emit(
                self.index(0, Column.TICK), last, [Qt.ItemDataRole.CheckStateRole]
            )

    def tick_all(self, ticked: bool) -> None:
        """Tick everything, shown or not, or nothing."""
        self._left_out = set() if ticked else {one.pair.id for one in self._all}
        self.tick((), ticked)

    def is_ticked(self, row: int) -> bool:
        """Tell whether a row is ticked."""
        return self._shown[row].pair.id not in self._left_out

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == Column.TICK:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], Column(index.column())
        if role == PAIR_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if column is Column.TICK:
            return self._tick_data(index.row(), role)
        return self._told(row, column, role)

    def _told(self, row: PairRow, column: Column, role: int) -> Any:
        standing = self._standing(row, column)
        if role == STANDING_ROLE:
            return standing
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(standing.sentence if standing else self._text(row, column))
        return None

    def _tick_data(self, row: int, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.is_ticked(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._text(self._shown[row], Column.PAIR)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.TICK:
            return False
        self.tick([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        if role == Qt.ItemDataRole.AccessibleTextRole and section == Column.TICK:
            return self.tr("Ticked")
        return None

    def _titles(self) -> tuple[str, ...]:
        return ("", self.tr("Pair"), self.tr("Reference"), *paper_names().values())

    def _text(self, row: PairRow, column: Column) -> str:
        match column:
            case Column.TICK:
                return ""
            case Column.PAIR:
                return self.tr("{0} with {1}").format(*row.names)
            case Column.REFERENCE:
                return row.pair.reference
            case _:
                standing = self._standing(row, column)
                return standing.words if standing else ""

    def _standing(self, row: PairRow, column: Column) -> Standing | None:
        kind = PAPERS.get(column)
        if kind is None:
            return None
        return standing_words(row.papers[kind], row.standings[kind])

    def _sift(self) -> None:
        words = fold(self._search).split()
        self.beginResetModel()
        self._shown = [
            one
            for one in self._all
            if all(word in _findable(one) for word in words)
            and (one.is_missing or not self._only_missing)
        ]
        self.endResetModel()


def _findable(row: PairRow) -> str:
    return fold(" ".join((*row.names, row.pair.reference)))
