"""The drafts that can be made, each ticked or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from revmentor_desktop.services.documents.mailing import PackMail
from revmentor_desktop.ui.documents.mailing.words import attached_words, check_words
from revmentor_desktop.ui.roles import counted_role
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_TICK_SIDE: Final = 18


class Column(IntEnum):
    """The columns of the table."""

    PERSON = 0
    ADDRESS = 1
    ATTACHED = 2
    PAIR = 3
    CHECK = 4


class MailsModel(QAbstractTableModel):
    """A row for each person of each pair; what can leave without a word comes ticked."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mails: Sequence[PackMail] = ()
        self._turned: set[tuple[int, str]] = set()
        """The rows that the officer has turned from how they come."""
        self._no_tick = QPixmap(_TICK_SIDE, _TICK_SIDE)
        """Stands where others have a tick, so that all names begin at one edge."""
        self._no_tick.fill(Qt.GlobalColor.transparent)

    def show(self, mails: Sequence[PackMail]) -> None:
        """Show these drafts; what was turned stays so."""
        self.beginResetModel()
        self._mails = mails
        self.endResetModel()

    @property
    def everything(self) -> Sequence[PackMail]:
        """All drafts."""
        return self._mails

    @property
    def ticked(self) -> list[PackMail]:
        """The ticked drafts, all of which can leave."""
        return [one for row, one in enumerate(self._mails) if self.is_ticked(row)]

    def mail(self, row: int) -> PackMail:
        """Return the draft of a row."""
        return self._mails[row]

    def is_ticked(self, row: int) -> bool:
        """Tell whether a row is ticked; what cannot leave never is."""
        one = self._mails[row]
        comes_ticked = not one.troubles
        return one.can_leave and comes_ticked is not (_key(one) in self._turned)

    def tick(self, rows: Iterable[int], ticked: bool) -> None:
        """Tick rows, or take their ticks away."""
        for row in rows:
            if self._mails[row].can_leave and self.is_ticked(row) is not ticked:
                self._turned.symmetric_difference_update({_key(self._mails[row])})
        if self._mails:
            last = self.index(len(self._mails) - 1, Column.PERSON)
            roles = [Qt.ItemDataRole.CheckStateRole]
            self.dataChanged.emit(self.index(0, Column.PERSON), last, roles)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._mails)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == Column.PERSON and self.mail(index.row()).can_leave:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one, column = self._mails[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(one, column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._text(one, column))
            case Qt.ItemDataRole.ForegroundRole if column is Column.CHECK:
                return self._theme.colour(_colour(one))
        return self._tick_data(index.row(), role) if column is Column.PERSON else None

    def _tick_data(self, row: int, role: int) -> Any:
        if not self._mails[row].can_leave:
            return self._no_tick if role == Qt.ItemDataRole.DecorationRole else None
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.is_ticked(row) else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.tick([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("To"),
            self.tr("E-mail"),
            self.tr("Attached"),
            self.tr("Pair"),
            self.tr("To check"),
        )[section]

    def _text(self, one: PackMail, column: Column) -> str:
        match column:
            case Column.PERSON:
                return self.tr("{0}, {1}").format(one.name, counted_role(one.role, 1))
            case Column.ADDRESS:
                return one.address or "–"
            case Column.ATTACHED:
                return attached_words(one)
            case Column.PAIR:
                return one.pair.reference
            case Column.CHECK:
                return check_words(one)


def _key(one: PackMail) -> tuple[int, str]:
    return one.pair.id, str(one.role)


def _colour(one: PackMail) -> str:
    if not one.can_leave:
        return "bad"
    return "warn" if one.troubles or one.unprintable else "muted"
