"""The communications calendar: who hears what when, and the way to what says it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from revmentor_desktop.services.letters.calendar import Said, Standing
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.letters.words import audience_words
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.tables import set_up_table
from revmentor_desktop.ui.widgets.text import plain_label, plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class Column(IntEnum):
    """The columns of the calendar."""

    DAY = 0
    STANDING = 1
    AUDIENCE = 2
    SAYS = 3
    BY = 4


class CalendarModel(QAbstractTableModel):
    """A row for everything that somebody hears."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said: Sequence[Said] = ()
        theme.changed.connect(self._repaint)

    def show(self, said: Sequence[Said]) -> None:
        """Show these."""
        self.beginResetModel()
        self._said = said
        self.endResetModel()

    def said(self, row: int) -> Said:
        """Return what a row is about."""
        return self._said[row]

    def next_row(self) -> int:
        """Return the first row that is not over, or the last."""
        rows = (row for row, one in enumerate(self._said) if one.standing is not Standing.PAST)
        return next(rows, max(len(self._said) - 1, 0))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._said)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one, column = self._said[index.row()], Column(index.column())
        text = self._text(one, column)
        if role == Qt.ItemDataRole.FontRole and one.standing is Standing.NEXT:
            return self._theme.font("body", bold=column is not Column.SAYS)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.BY and one.by:
            return icon("mail" if one.letter else "file-text", "brand")
        values = {
            Qt.ItemDataRole.DisplayRole: text,
            Qt.ItemDataRole.ToolTipRole: plain_tip(text),
            Qt.ItemDataRole.ForegroundRole: self._theme.colour(_colour(one, column)),
        }
        return values.get(Qt.ItemDataRole(role))

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Day"),
            self.tr("Status"),
            self.tr("Who hears it"),
            self.tr("What they hear"),
            self.tr("By letter or paper"),
        )[section]

    def _text(self, one: Said, column: Column) -> str:
        match column:
            case Column.DAY:
                return short_date(one.day)
            case Column.STANDING:
                return {
                    Standing.PAST: self.tr("Past"),
                    Standing.NEXT: self.tr("Next"),
                    Standing.LATER: "",
                }[one.standing]
            case Column.AUDIENCE:
                return audience_words(one.audience)
            case Column.SAYS:
                return one.says
            case Column.BY:
                return one.by or self.tr("In your own words")

    def _repaint(self) -> None:
        if self._said:
            last = self.index(len(self._said) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.ForegroundRole])


class CalendarView(QWidget):
    """The table, and beneath it the button that leads to the letter or paper of a row."""

    letter_wanted = Signal(str)
    paper_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = CalendarModel(theme, self)
        self.table = _Table(self.model)
        self.open_button = button("", "primary", "arrow-right")
        self._note = plain_label("", "small", "wrap")
        foot = QHBoxLayout()
        foot.addWidget(self._note, 1)
        foot.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.table.current_changed.connect(self._offer)
        self.table.opened.connect(self._open)
        self.table.doubleClicked.connect(self._open)
        self.open_button.clicked.connect(self._open)

    def show_said(self, said: Sequence[Said]) -> None:
        """Show the calendar, and go to what comes next."""
        self.model.show(said)
        if said:
            row = self.model.next_row()
            self.table.selectRow(row)
            self.table.scrollTo(
                self.model.index(max(row - 2, 0), 0), QTableView.ScrollHint.PositionAtTop
            )
        self._offer()

    @property
    def current(self) -> Said | None:
        """What the row that is looked at is about."""
        index = self.table.currentIndex()
        return self.model.said(index.row()) if index.isValid() else None

    def _offer(self) -> None:
        one = self.current
        if one is None or not one.by:
            words = self.tr("Nothing to open")
        elif one.letter:
            words = self.tr("Write: {0}").format(one.by)
        else:
            words = self.tr("Show the paper: {0}").format(one.by)
        set_button_text(self.open_button, words)
        self.open_button.setEnabled(one is not None and bool(one.by))
        words = self.tr("{0} Its day goes by: {1}.")
        said = f"{one.says.rstrip('?.')}{'?' if one.says.endswith('?') else '.'}" if one else ""
        self._note.setText(words.format(said, one.milestone) if one else "")

    def _open(self) -> None:
        one = self.current
        if one is not None and one.letter:
            self.letter_wanted.emit(one.letter)
        elif one is not None and one.paper:
            self.paper_wanted.emit(one.paper)


class _Table(QTableView):
    current_changed = Signal()
    opened = Signal()

    def __init__(self, model: CalendarModel) -> None:
        super().__init__()
        self.setModel(model)
        set_up_table(self, self.tr("Communications calendar"))
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(Column.SAYS, QHeaderView.ResizeMode.Stretch)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in (
            (Column.DAY, 18),
            (Column.STANDING, 10),
            (Column.AUDIENCE, 15),
            (Column.BY, 25),
        ):
            self.setColumnWidth(column, letters * letter)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
            return
        super().keyPressEvent(event)


def _colour(one: Said, column: Column) -> str:
    if one.standing is Standing.PAST or (column is Column.BY and not one.by):
        return "muted"
    return "brand" if column is Column.STANDING else "ink"
