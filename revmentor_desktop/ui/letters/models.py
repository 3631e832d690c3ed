"""The letters there are, and whom the chosen one goes to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from revmentor_desktop.domain.letters import Reach
from revmentor_desktop.services.letters.reading import Mailing, Recipient
from revmentor_desktop.ui.letters.words import gaps, recipient_line, recipient_name
from revmentor_desktop.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
ASIDE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The words at the right end of a row, or beneath its name."""
MARK_ROLE: Final = ASIDE_ROLE + 1
"""Words that mark a row: "own wording", or what cannot be filled."""


class LettersModel(QAbstractListModel):
    """A row for each letter: its title, how many it concerns now, whether the wording is own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailings: Sequence[Mailing] = ()

    def show(self, mailings: Sequence[Mailing]) -> None:
        """Show these letters; the rows stay where the letters are the same."""
        same = [one.letter.key for one in mailings] == [one.letter.key for one in self._mailings]
        if same and mailings:
            self._mailings = mailings
            self.dataChanged.emit(self.index(0), self.index(len(mailings) - 1))
            return
        self.beginResetModel()
        self._mailings = mailings
        self.endResetModel()

    def mailing(self, row: int) -> Mailing:
        """Return the letter of a row."""
        return self._mailings[row]

    def row_of(self, key: str) -> int | None:
        """Return the row of a letter, or None."""
        rows = (row for row, one in enumerate(self._mailings) if one.letter.key == key)
        return next(rows, None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._mailings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._mailings[index.row()]
        count, own = self._count(found), self.tr("own") if found.is_own else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found.letter.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(found.letter.line)
            case Qt.ItemDataRole.AccessibleTextRole:
                whole = self.tr("{0}, concerns {1} now").format(found.letter.title, count)
                return f"{whole}, {self.tr('own wording')}" if own else whole
        return {ASIDE_ROLE: count, MARK_ROLE: own}.get(role)

    def _count(self, found: Mailing) -> str:
        """Return how many people a letter concerns by name."""
        if found.letter.reach is Reach.EVERYBODY:
            return self.tr("all")
        return str(sum(one.id > 0 for one in found.recipients))


class RecipientsModel(QAbstractListModel):
    """A row for each person whom a letter concerns, ticked until somebody unticks it.

    Rows for nobody in particular ("line managers of mentors") are only ticked where there are no
    others: who writes to each by name need not write to all as well.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailing: Mailing | None = None
        self._turned: dict[str, set[int]] = {}
        """The ids of rows that the officer has turned from how they come, by letter."""

    def show(self, found: Mailing | None) -> None:
        """Show whom a letter concerns."""
        self.beginResetModel()
        self._mailing = found
        self.endResetModel()

    @property
    def everybody(self) -> Sequence[Recipient]:
        """All recipients of the letter."""
        return self._mailing.recipients if self._mailing else ()

    @property
    def ticked(self) -> list[Recipient]:
        """The ticked recipients in their order."""
        return [one for row, one in enumerate(self.everybody) if self.is_ticked(row)]

    def is_ticked(self, row: int) -> bool:
        """Tell whether a row is ticked."""
        one = self.everybody[row]
        comes_ticked = one.id > 0 or all(other.id < 1 for other in self.everybody)
        return comes_ticked is not (one.id in self._turned_here())

    def tick(self, rows: Collection[int], ticked: bool) -> None:
        """Tick rows, or take their ticks away."""
        for row in rows:
            if self.is_ticked(row) is not ticked:
                self._turned_here().symmetric_difference_update({self.everybody[row].id})
        if rows:
            self.dataChanged.emit(
                self.index(min(rows)), self.index(max(rows)), [Qt.ItemDataRole.CheckStateRole]
            )

    def tick_all(self, ticked: bool) -> None:
        """Tick everybody, or nobody."""
        self.tick(range(len(self.everybody)), ticked)

    def row_of(self, recipient_id: int | None) -> int | None:
        """Return the row of a recipient, or None."""
        rows = (row for row, one in enumerate(self.everybody) if one.id == recipient_id)
        return next(rows, None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.everybody)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._mailing is None:
            return None
        one = self.everybody[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = self.is_ticked(index.row())
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        lines = (recipient_name(one), recipient_line(one), self._mark(one))
        texts = {
            Qt.ItemDataRole.DisplayRole: lines[0],
            ASIDE_ROLE: lines[1],
            MARK_ROLE: lines[2],
            Qt.ItemDataRole.ToolTipRole: plain_tip("\n".join(filter(None, lines))),
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(filter(None, lines)),
        }
        return texts.get(role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.tick([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _mark(self, one: Recipient) -> str:
        left = gaps(self._mailing.filled(one)) if self._mailing else ""
        return self.tr("To fill in: {0}").format(left) if left else ""

    def _turned_here(self) -> set[int]:
        key = self._mailing.letter.key if self._mailing else ""
        return self._turned.setdefault(key, set())
