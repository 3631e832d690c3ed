"""The table of people: sorted and sifted in Python lists, which a proxy could not do in time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from revmentor_desktop.services.people.register import RegisterEntry
from revmentor_desktop.ui.people.columns import (
    Column,
    columns,
    partners_text,
    position,
    role_text,
    state_text,
)
from revmentor_desktop.ui.people.sieve import Sieve
from revmentor_desktop.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The `RegisterEntry` of a row, for the delegate."""


class PeopleModel(QAbstractTableModel):
    """A row per person who gets through the sieve, a column per entry of `columns`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = columns()
        self._positions = {one.key: place for place, one in enumerate(self._columns)}
        self._entries: Sequence[RegisterEntry] = ()
        self._sorted: list[RegisterEntry] = []
        self._shown: list[RegisterEntry] = []
        self._rows: dict[int, int] = {}
        self._sieve = Sieve()
        self._sort = (position("name"), Qt.SortOrder.AscendingOrder)

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns there are now: those of every programme, then those of this one's fields."""
        return self._columns

    def position(self, key: str) -> int | None:
        """Return where a column stands, or None when there is none of that key now."""
        return self._positions.get(key)

    def set_own_columns(self, own: Sequence[Column]) -> None:
        """Offer the columns of another programme's own fields."""
        wanted = (*columns(), *own)
        if [(one.key, one.title) for one in wanted] == [
            (one.key, one.title) for one in self._columns
        ]:
            self._columns = wanted  # how the cells read may be new all the same
            return
        sorted_by, direction = self.sort_column, self.sort_order
        self.beginResetModel()
        self._columns = wanted
        self._positions = {one.key: place for place, one in enumerate(wanted)}
        self._sort = (self._positions.get(sorted_by, position("name")), direction)
        self._sorted = self._in_order()
        self._shown = self._sieve.sift(self._sorted)
        self._rows = {entry.person.id: row for row, entry in enumerate(self._shown)}
        self.endResetModel()

    @property
    def sieve(self) -> Sieve:
        """What people must meet to be shown."""
        return self._sieve

    @property
    def everybody(self) -> Sequence[RegisterEntry]:
        """All entries, whether they are shown or not."""
        return self._sorted

    @property
    def shown(self) -> Sequence[RegisterEntry]:
        """The entries that are shown, from top to bottom."""
        return self._shown

    @property
    def sort_column(self) -> str:
        """The key of the column that the rows are sorted by."""
        return self._columns[self._sort[0]].key

    @property
    def sort_order(self) -> Qt.SortOrder:
        """The direction in which the rows are sorted."""
        return self._sort[1]

    def set_entries(self, entries: Sequence[RegisterEntry]) -> None:
        """Show these people, given by name, instead; sorted and sifted as before."""
        self._entries = entries
        self._sorted = self._in_order()
        self._show(self._sieve.sift(self._sorted))

    def set_sieve(self, sieve: Sieve) -> None:
        """Show those who get through another sieve."""
        if sieve != self._sieve:
            self._sieve = sieve
            self._show(sieve.sift(self._sorted))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self._columns) or self._sort == (column, order):
            return
        self._sort = (column, order)
        self._sorted = self._in_order()
        self._show(self._sieve.sift(self._sorted))

    def row_of(self, person_id: int) -> int | None:
        """Return the row of a person, or None when they are not shown."""
        return self._rows.get(person_id)

    def entry(self, row: int) -> RegisterEntry:
        """Return the entry of a row."""
        return self._shown[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        if role == ENTRY_ROLE:
            return entry
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(entry)
        if role == Qt.ItemDataRole.ToolTipRole and column.long:
            return plain_tip(column.text(entry))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(entry, column)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _in_order(self) -> list[RegisterEntry]:
        # From the order by name, so that equals stand in it whatever was sorted by before.
        column, direction = self._sort
        order = self._columns[column].order
        keyed = [(order(entry), entry) for entry in self._entries]
        full = [pair for pair in keyed if pair[0] is not None]
        full.sort(key=_key, reverse=direction is Qt.SortOrder.DescendingOrder)
        # Empty cells stand last in both directions: what is not there is never what one looks for.
        return [entry for _, entry in full] + [entry for key, entry in keyed if key is None]

    def _show(self, shown: list[RegisterEntry]) -> None:
        """Put on the new rows with the least announcement that tells the truth."""
        before, rows_before = self._shown, self._rows
        rows = {entry.person.id: row for row, entry in enumerate(shown)}
        if len(rows) == len(rows_before) and all(
            old.person.id == new.person.id for old, new in zip(before, shown, strict=True)
        ):
            self._shown = shown
            self._announce_changed(before, shown)
        elif rows.keys() == rows_before.keys():
            self.layoutAboutToBeChanged.emit()
            self._shown, self._rows = shown, rows
            self._move_persistent(before, rows)
            self.layoutChanged.emit()
        else:
            self.beginResetModel()
            self._shown, self._rows = shown, rows
            self.endResetModel()

    def _announce_changed(
        self, before: Sequence[RegisterEntry], after: Sequence[RegisterEntry]
    ) -> None:
        changed = [
            row for row, (old, new) in enumerate(zip(before, after, strict=True)) if old is not new
        ]
        if changed:
            first = self.index(changed[0], 0)
            self.dataChanged.emit(first, self.index(changed[-1], len(self._columns) - 1))

    def _move_persistent(self, before: Sequence[RegisterEntry], rows: dict[int, int]) -> None:
        old = self.persistentIndexList()
        new = [self.index(rows[before[i.row()].person.id], i.column()) for i in old]
        self.changePersistentIndexList(old, new)


def _key(pair: tuple[Any, RegisterEntry]) -> Any:
    return pair[0]


def _spoken(entry: RegisterEntry, column: Column) -> str:
    """Return what a screen reader says: the whole person at the name, else column and cell."""
    if column.key != "name":
        return f"{column.title}: {column.text(entry) or '–'}"
    words = [entry.person.full_name, role_text(entry), state_text(entry), partners_text(entry)]
    return ", ".join(word for word in words if word)
