"""The pairs with their papers: a table, with what is ticked, searched and left out above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.services.documents.pair_rows import PairRow
from revmentor_desktop.ui.documents.model import PairsModel
from revmentor_desktop.ui.documents.no_pairs import NoneShown
from revmentor_desktop.ui.documents.table import PairsTable
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.fields import SearchField
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.text import announce, set_tip


class PairsList(QWidget):
    """Goes on looking at the same pair, or else at the first one, whatever is shown."""

    looked = Signal()
    """Another pair or paper is looked at, or the same one may say something else."""
    counted = Signal()
    """Other pairs are ticked, or there are others."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = PairsModel(self)
        self.table = PairsTable(self.model, theme)
        self.search = SearchField(self.tr("Find a pair…"))
        self.tick_all = QCheckBox()
        self.only_missing = QCheckBox(self.tr("Only what is missing"))
        set_tip(self.only_missing, self.tr("Pairs with a paper that waits for you"))
        self._none = NoneShown()
        self._sheets = QStackedWidget()
        self._looked_at: int | None = None
        self._lay_out()
        self._wire()

    @property
    def current(self) -> PairRow | None:
        """The pair that is looked at."""
        return self.table.current

    @property
    def current_kind(self) -> PaperKind | None:
        """The kind of paper whose cell is looked at, or None."""
        return self.table.current_kind

    def put(self, rows: Sequence[PairRow]) -> None:
        """Show these pairs."""
        self._change(lambda: self.model.show(rows))
        self._count()

    def go_to_search(self) -> None:
        """Let the officer type what they look for."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _lay_out(self) -> None:
        # In a narrow window the search stands below, as wide as the list.
        head = FlowLayout(gap=12)
        boxes = QWidget()
        row = QHBoxLayout(boxes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.tick_all)
        row.addWidget(self.only_missing)
        self.search.ensurePolished()  # its height follows from the style
        boxes.setMinimumHeight(self.search.sizeHint().height())
        head.addWidget(boxes)
        head.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        self._sheets.addWidget(self.table)
        self._sheets.addWidget(self._none)
        column.addWidget(self._sheets, 1)

    def _wire(self) -> None:
        self.table.current_changed.connect(self._look)
        self.model.dataChanged.connect(self._count)
        self.only_missing.toggled.connect(
            lambda only: self._change(lambda: self.model.show_only_missing(only))
        )
        self.search.searched.connect(lambda typed: self._change(lambda: self.model.search(typed)))
        self.tick_all.clicked.connect(self._tick_all)
        self._none.show_everything.clicked.connect(self._show_everything)

    def _look(self) -> None:
        self._looked_at = self.current.pair.id if self.current else None
        self.looked.emit()

    def _change(self, change: Callable[[], None]) -> None:
        """Change which rows there are."""
        looked_at = self._looked_at
        change()
        row = self.model.row_of(looked_at)
        if self.model.rowCount():
            self.table.look_at(row if row is not None else 0)
        self._show_sheet()
        self._look()

    def _show_sheet(self) -> None:
        is_none = bool(self.model.everything) and not self.model.rowCount()
        if is_none:
            self._none.say(searched=bool(self.search.text().strip()))
        if is_none and self._sheets.currentIndex() == 0:
            announce(self, self._none.title.text())
        self._sheets.setCurrentIndex(int(is_none))

    def _show_everything(self) -> None:
        self.search.clear()
        self.only_missing.setChecked(False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        """Say how many pairs there are, and whether all of them are ticked."""
        everything, ticked = len(self.model.everything), len(self.model.ticked)
        self.tick_all.setText(
            self.tr("One pair") if everything == 1 else self.tr("All {0} pairs").format(everything)
        )
        state = Qt.CheckState.PartiallyChecked
        if ticked in {0, everything}:
            state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        self.tick_all.setCheckState(state)
        self.counted.emit()

    def _tick_all(self) -> None:
        """Tick everything, or nothing when everything is ticked."""
        everything = len(self.model.ticked) == len(self.model.everything)
        self.model.tick_all(not everything)
