"""The last step: every row with what becomes of it, to mend or to leave out, before the import."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTableView,
)

from revmentor_desktop.exchange.people_file.draft import with_cell, with_skipped
from revmentor_desktop.exchange.spreadsheets.grid import ROW_LIMIT
from revmentor_desktop.services.people_import.comparison import Comparison, Fate
from revmentor_desktop.ui.people.importing.preview_model import PreviewModel
from revmentor_desktop.ui.people.importing.row_panel import RowPanel
from revmentor_desktop.ui.people.importing.session import ImportSession
from revmentor_desktop.ui.people.importing.step_page import StepPage
from revmentor_desktop.ui.people.importing.words import fate_names
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.tables import set_up_table
from revmentor_desktop.ui.widgets.text import plain_label

_NAME_WIDTH: Final = 160
_MARGINS: Final = 28
"""Around the text of a cell, both sides together."""
_SIGN: Final = 28
"""The sign before what becomes of a row, and the gap behind it."""
_PANEL_WIDTH: Final = 270
_LINES: Final = 2
"""Lines of a row, so that most of what there is to know can be read in the table."""


class _RowsTable(QTableView):
    """A table whose rows are opened by Enter, F2 or a double click; Enter imports nothing here."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.opened.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class PreviewPage(StepPage):
    """The table of rows, sifted by what becomes of them, and the panel of the chosen one."""

    def __init__(self, session: ImportSession) -> None:
        super().__init__(
            session,
            self.tr("Check the rows"),
            self.tr("Nothing is stored yet. Rows with errors stay out unless you mend them here."),
        )
        self.model = PreviewModel(self)
        self.table = _RowsTable()
        self.panel = RowPanel()
        self.filters: dict[Fate | None, QPushButton] = {}
        self.problems_only = QCheckBox()
        self.notes = plain_label("", "small", "wrap")
        self._set_up_table()
        self._lay_out()
        self.panel.mended.connect(self._mend)
        self.panel.skipped.connect(self._skip)
        self.problems_only.toggled.connect(lambda _: self._sift())

    def refresh(self) -> None:
        comparison = self.session.comparison
        if comparison is None:
            return
        sheet_row, column = self._sheet_row(), self.panel.focused_column
        self.model.show(comparison.rows)
        self._count(comparison)
        self.notes.setText(self._notes(comparison))
        self.notes.setVisible(bool(self.notes.text()))
        self._choose(sheet_row)
        if column is not None:
            self._go_on_mending(sheet_row, column)

    def take_focus(self) -> None:
        self.table.setFocus()

    def _go_on_mending(self, sheet_row: int, column: int) -> None:
        """Put the focus back where it was before the cells were made anew."""
        if self._sheet_row() != sheet_row or not self.panel.focus_cell(column):
            self.take_focus()

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        # Before that its letters are not those it will be shown with.
        self.table.ensurePolished()
        set_up_table(self.table, self.tr("Rows of the file"))
        self.table.setWordWrap(True)
        height = self.table.fontMetrics().lineSpacing() * _LINES + 14
        self.table.verticalHeader().setDefaultSectionSize(height)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        advance = self.table.fontMetrics().horizontalAdvance
        number = advance(str(ROW_LIMIT)) + _MARGINS
        fates = max(map(advance, fate_names().values())) + _SIGN + _MARGINS
        for column, width in enumerate((number, fates, _NAME_WIDTH)):
            self.table.setColumnWidth(column, width)
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.table.opened.connect(self.panel.focus_first_problem)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        group = QButtonGroup(self)
        for fate in (None, *Fate):
            chip = button("")
            chip.setCheckable(True)
            chip.setChecked(fate is None)
            chip.clicked.connect(self._sift)
            group.addButton(chip)
            row.addWidget(chip)
            self.filters[fate] = chip
        row.addStretch(1)
        row.addWidget(self.problems_only)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.panel)
        halves.setStretchFactor(0, 1)
        self.panel.setMinimumWidth(_PANEL_WIDTH - 40)
        halves.setSizes([600, _PANEL_WIDTH])
        self.body.addLayout(row)
        self.body.addWidget(halves, 1)
        self.body.addWidget(self.notes)

    def _count(self, comparison: Comparison) -> None:
        counts = comparison.counts
        set_button_text(self.filters[None], self.tr("All {0}").format(counts.total()))
        for fate in Fate:
            chip = self.filters[fate]
            set_button_text(chip, f"{fate_names()[fate]} {counts[fate]}")
            chip.setVisible(counts[fate] > 0)
            if chip.isChecked() and not counts[fate]:
                self.filters[None].setChecked(True)
        troubled = sum(bool(row.problems) for row in comparison.rows)
        self.problems_only.setText(self.tr("Only rows with problems ({0})").format(troubled))
        self.problems_only.setVisible(troubled > 0 or self.problems_only.isChecked())
        self._sift()

    def _sift(self) -> None:
        sheet_row = self._sheet_row()
        fate = next((fate for fate, chip in self.filters.items() if chip.isChecked()), None)
        self.model.sift(fate, problems_only=self.problems_only.isChecked())
        self._choose(sheet_row)

    def _sheet_row(self) -> int:
        index = self.table.currentIndex()
        return self.model.outcome(index.row()).row if index.isValid() else -1

    def _choose(self, sheet_row: int) -> None:
        """Make a row of the sheet the current one, or the first that is shown."""
        place = self.model.place_of(sheet_row)
        if self.model.rowCount() == 0:
            self.panel.show_row(None, self.session.draft)
            return
        index = self.model.index(place or 0, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._show_row(index, QModelIndex())

    def _show_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        outcome = self.model.outcome(current.row()) if current.isValid() else None
        self.panel.show_row(outcome, self.session.draft)

    def _mend(self, row: int, column: int, text: str) -> None:
        self.session.update(with_cell(self.session.draft, row, column, text))

    def _skip(self, row: int, skipped: bool) -> None:
        self.session.update(with_skipped(self.session.draft, row, skipped=skipped))

    def _notes(self, comparison: Comparison) -> str:
        said: list[str] = []
        if comparison.unread_columns:
            titles = ", ".join(f"“{title}”" for title in comparison.unread_columns)
            said.append(self.tr("Columns left out: {0}.").format(titles))
        if comparison.newly_managed:
            said.append(
                self.tr("People already stored who get their line manager linked: {0}.").format(
                    len(comparison.newly_managed)
                )
            )
        return "  ".join(said)
