"""The table of people: one row a person, columns that the officer chooses and orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from revmentor_desktop.services.people.register import RegisterEntry
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.people.columns import (
    LEAST_WIDTH,
    Column,
    Shown,
    columns,
    layout_from,
    layout_to_store,
    position,
    text_scale,
)
from revmentor_desktop.ui.people.delegate import PersonDelegate
from revmentor_desktop.ui.people.model import Index, PeopleModel
from revmentor_desktop.ui.theme import Theme

COLUMNS_KEY: Final = "people.columns"
SORT_KEY: Final = "people.sort"
_STORE_AFTER_MS: Final = 400


class PeopleTable(QTableView):
    """Shows a `PeopleModel`. Columns, widths and the sorting are kept in the preferences."""

    opened = Signal()
    """The officer wants to get at the current person's details: Enter or a double click."""
    header_menu = Signal(QPoint)
    """A menu was asked for on the header, at this place of the screen."""

    def __init__(
        self,
        model: PeopleModel,
        theme: Theme,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._preferences = preferences
        self._with_programme = True
        self._layout: list[Shown] = []
        self._arranging = False
        self._delegate = PersonDelegate(self, theme)
        self._store_soon = QTimer(self)
        self._store_soon.setSingleShot(True)
        self._store_soon.setInterval(_STORE_AFTER_MS)
        self._store_soon.timeout.connect(self.store_layout)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("People"))
        self._set_behaviour()
        self._set_header()
        theme.changed.connect(self._take_theme)
        self.set_layout(layout_from(preferences.get(COLUMNS_KEY), self.scale()))
        self._sort_as_stored()

    def shown_columns(self) -> list[Shown]:
        """Return the columns that are shown, in their order, with their widths."""
        return list(self._layout)

    def scale(self) -> float:
        """Return how much wider than planned everything must be for the font in use."""
        return text_scale(self._delegate.line_height())

    def set_layout(self, layout: Sequence[Shown]) -> None:
        """Show these columns in this order."""
        self._layout = list(layout)
        self._arrange()

    def show_programme_columns(self, shown: bool) -> None:
        """Show or leave out what says something only while a programme is looked at."""
        if shown != self._with_programme:
            self._with_programme = shown
            self._arrange()

    def show_own_columns(self, own: Sequence[Column]) -> None:
        """Offer the columns of a programme's own fields; those chosen before are shown."""
        before = self._model.columns
        self._model.set_own_columns(own)
        if [one.key for one in before] != [one.key for one in self._model.columns]:
            self._arrange()
            place = self._model.position(self._model.sort_column)
            self.horizontalHeader().setSortIndicator(place or 0, self._model.sort_order)

    def chosen(self) -> list[RegisterEntry]:
        """Return the selected entries from top to bottom."""
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.size())]
        rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        return [self._model.entry(row) for row in sorted(rows)]

    def select_people(self, person_ids: Sequence[int]) -> None:
        """Select these people as far as they are shown, and bring the first into view."""
        rows = [row for one in person_ids if (row := self._model.row_of(one)) is not None]
        if rows:
            index = self._model.index(rows[0], self._first_column())
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        self._select_rows(rows)

    def select_rows_of(self, person_ids: Sequence[int]) -> None:
        """Select these people as far as they are shown, and move nothing."""
        self._select_rows([r for one in person_ids if (r := self._model.row_of(one)) is not None])

    def keeping_place(self, change: Callable[[], None]) -> None:
        """Change the model; what was selected, current and in view stays so where it can."""
        chosen = [entry.person.id for entry in self.chosen()]
        current = self.currentIndex()
        at = self._model.entry(current.row()).person.id if current.isValid() else None
        column = current.column() if current.isValid() else self._first_column()
        top = self.verticalScrollBar().value()
        change()
        if self.currentIndex().isValid() or at is None:
            return
        row = self._model.row_of(at)
        if row is None:
            # They are gone: the keys go on from their neighbour.
            row = min(current.row(), self._model.rowCount() - 1)
        if row >= 0:
            index = self._model.index(row, column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.select_rows_of(chosen)
        self.verticalScrollBar().setValue(top)

    def show_beginning(self) -> None:
        """Bring into view who is selected, or the first rows."""
        current = self.currentIndex()
        if current.isValid() and self.selectionModel().isSelected(current):
            self.scrollTo(current)
        else:
            self.verticalScrollBar().setValue(0)

    def sort_as(self, key: str, order: Qt.SortOrder) -> None:
        """Sort by a column, as a click on its title does."""
        place = self._model.position(key)
        if place is not None:
            self.sortByColumn(place, order)

    def store_layout(self) -> None:
        """Keep columns, widths and sorting for the next time."""
        self._store_soon.stop()
        self._preferences.set(COLUMNS_KEY, layout_to_store(self._layout))
        ascending = self._model.sort_order is Qt.SortOrder.AscendingOrder
        self._preferences.set(SORT_KEY, [self._model.sort_column, ascending])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.clearSelection()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            # The mark of the current row goes across all its cells.
            self.viewport().update()

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Tab leaves the table; within it the arrow keys move.
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(24)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._delegate.row_height())

    def _set_header(self) -> None:
        header = self.horizontalHeader()
        header.setAccessibleName(self.tr("Columns"))
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(LEAST_WIDTH)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda place: self.header_menu.emit(header.mapToGlobal(place))
        )
        header.sectionMoved.connect(self._moved)
        header.sectionResized.connect(self._resized)
        header.sortIndicatorChanged.connect(lambda *_: self._store_soon.start())
        header.sectionHandleDoubleClicked.connect(self.resizeColumnToContents)

    def _sort_as_stored(self) -> None:
        key, order = "name", Qt.SortOrder.AscendingOrder
        match self._preferences.get(SORT_KEY):
            case [str(stored), bool(ascending)] if stored in {c.key for c in columns()}:
                key = stored
                order = Qt.SortOrder.AscendingOrder if ascending else Qt.SortOrder.DescendingOrder
        self.horizontalHeader().setSortIndicator(position(key), order)
        self.setSortingEnabled(True)
        self._store_soon.stop()

    def _arrange(self) -> None:
        """Bring the header into line with the chosen columns."""
        self._arranging = True
        header = self.horizontalHeader()
        visible = [shown for shown in self._layout if self._makes_sense(shown.key)]
        shown_keys = {shown.key for shown in visible}
        for logical, column in enumerate(self._model.columns):
            header.setSectionHidden(logical, column.key not in shown_keys)
        for place, shown in enumerate(visible):
            logical = self._model.position(shown.key) or 0
            header.moveSection(header.visualIndex(logical), place)
            header.resizeSection(logical, shown.width)
        self._arranging = False

    def _select_rows(self, rows: Sequence[int]) -> None:
        """Select these rows and no others, neighbours as one range."""
        selection = QItemSelection()
        last = self._model.columnCount() - 1
        start = previous = None
        for row in [*sorted(rows), None]:
            if start is not None and previous is not None and row != previous + 1:
                corner = self._model.index(previous, last)
                selection.append(QItemSelectionRange(self._model.index(start, 0), corner))
                start = None
            start = row if start is None else start
            previous = row
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _first_column(self) -> int:
        header = self.horizontalHeader()
        places = map(header.logicalIndex, range(header.count()))
        return next((place for place in places if not header.isSectionHidden(place)), 0)

    def _makes_sense(self, key: str) -> bool:
        place = self._model.position(key)
        if place is None:
            return False  # a field of another programme
        return self._with_programme or not self._model.columns[place].of_programme

    def _moved(self) -> None:
        if self._arranging:
            return
        header = self.horizontalHeader()
        widths = {shown.key: shown for shown in self._layout}
        columns_now = self._model.columns
        in_order = [columns_now[header.logicalIndex(place)].key for place in range(header.count())]
        moved = [widths[key] for key in in_order if key in widths and self._makes_sense(key)]
        left_out = [shown for shown in self._layout if not self._makes_sense(shown.key)]
        self._layout = moved + left_out
        self._store_soon.start()

    def _resized(self, logical: int, _before: int, width: int) -> None:
        header = self.horizontalHeader()
        places = [
            p for p in range(header.count()) if not header.isSectionHidden(header.logicalIndex(p))
        ]
        if self._arranging or not places or header.visualIndex(logical) == places[-1]:
            # The last column takes what room is left: that is no width anybody chose.
            return
        key = self._model.columns[logical].key
        self._layout = [Shown(key, width) if shown.key == key else shown for shown in self._layout]
        self._store_soon.start()

    def _take_theme(self) -> None:
        self._delegate.take_fonts()
        self.viewport().update()
