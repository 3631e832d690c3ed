"""The pairs of a programme with their agreements, each ticked or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.text import fold
from revmentor_desktop.services.documents.issued import Issued
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.ui.documents.painting import Standing, standing
from revmentor_desktop.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
AGREEMENT_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The `Agreement` of a row, for the delegate."""
STANDING_ROLE: Final = AGREEMENT_ROLE + 1
"""How it stands."""


class Column(IntEnum):
    """The columns of the table."""

    TICK = 0
    PAIR = 1
    REFERENCE = 2
    AGREEMENT = 3


class AgreementsModel(QAbstractTableModel):
    """A row for each pair that the search lets through. New pairs are ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[PairPaper] = []
        self._shown: list[PairPaper] = []
        self._left_out: set[int] = set()
        self._issued: Mapping[tuple[int, PaperKind], Issued] = {}
        self._search = ""

    @property
    def everything(self) -> Sequence[PairPaper]:
        """All agreements, shown or not."""
        return self._all

    @property
    def ticked(self) -> list[PairPaper]:
        """The ticked agreements, shown or not, in their order."""
        return [one for one in self._all if one.pair.id not in self._left_out]

    def show(
        self, agreements: Sequence[PairPaper], issued: Mapping[tuple[int, PaperKind], Issued]
    ) -> None:
        """Show these agreements, with what was issued by pair; what was not ticked stays so."""
        self._all = list(agreements)
        self._issued = issued
        self._left_out &= {one.pair.id for one in agreements}
        self._sift()

    def search(self, typed: str) -> None:
        """Show only pairs whose names or reference contain `typed`."""
        self._search = typed
        self._sift()

    def agreement(self, row: int) -> PairPaper:
        """Return the agreement of a row."""
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
        agreement, column = self._shown[index.row()], Column(index.column())
        if role in {AGREEMENT_ROLE, STANDING_ROLE}:
            return agreement if role == AGREEMENT_ROLE else self._standing(agreement)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(agreement, column)
        if column is Column.TICK:
            return self._tick_data(index.row(), role)
        if role == Qt.ItemDataRole.ToolTipRole:
            is_standing = column is Column.AGREEMENT
            text = self._standing(agreement).sentence if is_standing else ""
            return plain_tip(text or self._text(agreement, column))
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
            titles = ("", self.tr("Pair"), self.tr("Reference"), self.tr("Agreement"))
            return titles[section]
        if role == Qt.ItemDataRole.AccessibleTextRole and section == Column.TICK:
            return self.tr("Ticked")
        return None

    def _text(self, agreement: PairPaper, column: Column) -> str:
        values = agreement.values
        match column:
            case Column.TICK:
                return ""
            case Column.PAIR:
                return self.tr("{0} with {1}").format(values.mentor.name, values.mentee.name)
            case Column.REFERENCE:
                return values.reference
            case Column.AGREEMENT:
                return self._standing(agreement).words

    def _standing(self, agreement: PairPaper) -> Standing:
        return standing(
            agreement.unprintable, self._issued.get((agreement.pair.id, agreement.kind))
        )

    def _sift(self) -> None:
        words = fold(self._search).split()
        self.beginResetModel()
        self._shown = [one for one in self._all if all(word in _findable(one) for word in words)]
        self.endResetModel()


def _findable(agreement: PairPaper) -> str:
    values = agreement.values
    return fold(f"{values.mentor.name} {values.mentee.name} {values.reference}")
