"""Leaders and the mentors that they have in two plans, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum, StrEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from revmentor_desktop.domain.people import by_surname
from revmentor_desktop.services.pairing.comparing import Placed, Placing, PlanComparison
from revmentor_desktop.ui.pairing.words import name_of, shortened
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_IN_HEADER: Final = 17
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Column(IntEnum):
    """The columns of the table."""

    LEADER = 0
    FIRST = 1
    FIRST_FIT = 2
    SECOND = 3
    SECOND_FIT = 4
    DIFFERENCE = 5


class Order(StrEnum):
    """How leaders are sorted."""

    NAME = "name"
    LOSSES = "losses"
    GAINS = "gains"


_NUMBERS: Final = frozenset({Column.FIRST_FIT, Column.SECOND_FIT, Column.DIFFERENCE})


class PlacingsModel(QAbstractTableModel):
    """A row for each leader; those whose mentors are the same in both plans on request."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Placing] = ()
        self._shown: list[Placing] = []
        self._names = ("", "")
        self._order = Order.LOSSES
        self._everybody = False

    def show(self, compared: PlanComparison, names: tuple[str, str]) -> None:
        """Show that comparison of two plans of these names."""
        self._all, self._names = compared.placings, names
        self._arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def arrange(self, order: Order, *, everybody: bool) -> None:
        """Sort the leaders, and show everybody or only those whose mentors differ."""
        self._order, self._everybody = order, everybody
        self._arrange()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        placing, column = self._shown[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(placing, column)
            case Qt.ItemDataRole.ToolTipRole:
                return "" if column in _NUMBERS else plain_tip(self._spoken(placing, column))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(placing, column)
            case Qt.ItemDataRole.TextAlignmentRole if column in _NUMBERS:
                return _RIGHT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return _RIGHT
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            text = self._title(Column(section))
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def _arrange(self) -> None:
        self.beginResetModel()
        shown = [one for one in self._all if self._everybody or not one.is_same]
        shown.sort(key=_by_name)
        if self._order is not Order.NAME:
            sign = 1 if self._order is Order.LOSSES else -1
            # Where a fit is not known, nobody can say who gains: those stand at the end.
            shown.sort(key=lambda one: (one.difference is None, sign * (one.difference or 0)))
        self._shown = shown
        self.endResetModel()

    def _title(self, column: Column) -> str:
        # Headers cut what is too long without a sign.
        short = (shortened(name, _IN_HEADER) for name in self._names)
        first, second = (self.tr("In “{0}”").format(name) for name in short)
        return {
            Column.LEADER: named("{Leader}"),
            Column.FIRST: first,
            Column.FIRST_FIT: self.tr("Fit"),
            Column.SECOND: second,
            Column.SECOND_FIT: self.tr("Fit"),
            Column.DIFFERENCE: self.tr("Difference"),
        }[column]

    def _text(self, placing: Placing, column: Column) -> str:
        return {
            Column.LEADER: name_of(placing.leader),
            Column.FIRST: self._mentors(placing.first),
            Column.FIRST_FIT: _fits(placing.first),
            Column.SECOND: self._mentors(placing.second),
            Column.SECOND_FIT: _fits(placing.second),
            Column.DIFFERENCE: self._difference(placing),
        }[column]

    def _mentors(self, placed: Sequence[Placed]) -> str:
        if not placed:
            return named(self.tr("no {mentor}"))
        return ", ".join(
            f"! {name_of(one.mentor)}" if one.is_broken else name_of(one.mentor) for one in placed
        )

    def _difference(self, placing: Placing) -> str:
        if placing.is_same:
            return self.tr("same")
        points = placing.difference
        if points is None:
            return "–"
        return f"+{points}" if points > 0 else str(points).replace("-", "−")

    def _spoken(self, placing: Placing, column: Column) -> str:
        """Return a cell as it is read alone: with the plan, and what a sign means."""
        if column is Column.DIFFERENCE and placing.difference and not placing.is_same:
            more = placing.difference > 0
            words = self.tr("{0} more in “{1}”") if more else self.tr("{0} less in “{1}”")
            return words.format(abs(placing.difference), self._names[1])
        if column not in {Column.FIRST, Column.SECOND}:
            return self._text(placing, column)
        placed = placing.first if column is Column.FIRST else placing.second
        broken = self.tr("{0}, which breaks a rule")
        said = [(broken if one.is_broken else "{0}").format(name_of(one.mentor)) for one in placed]
        return f"{self._title(column)}: {', '.join(said) or self._mentors(())}"


def _fits(placed: Sequence[Placed]) -> str:
    return ", ".join("–" if one.points is None else str(one.points) for one in placed)


def _by_name(placing: Placing) -> tuple[str, str, int]:
    return by_surname(placing.leader.person)
