"""Beside the table of rows: what is odd about one row, its cells to mend, and what changes."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from revmentor_desktop.exchange.people_file.draft import ImportDraft
from revmentor_desktop.exchange.people_file.rows import RowProblem, Severity
from revmentor_desktop.exchange.spreadsheets.grid import text_of
from revmentor_desktop.services.people_import.comparison import Fate, RowOutcome
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.ui.people.importing.words import (
    fate_names,
    field_words,
    problem_words,
    stored_words,
    value_words,
)
from revmentor_desktop.ui.widgets.surfaces import Chip, ChipKind, IconLabel, scrolled
from revmentor_desktop.ui.widgets.text import plain_label, set_property

_CHIPS: Final[dict[Fate, ChipKind]] = {
    Fate.ADDED: "ok",
    Fate.UPDATED: "brand",
    Fate.UNCHANGED: "neutral",
    Fate.REPEATED: "neutral",
    Fate.LEFT_OUT: "bad",
}


class _CellField(QLineEdit):
    """A cell to mend; Enter takes the text and does not press the dialog's main button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


class _Column(QWidget):
    """As high as its wrapped texts need at the width it has; a scroll area alone forgets that."""

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        layout = self.layout()
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest} and layout is not None:
            self.setMinimumHeight(max(0, layout.totalHeightForWidth(self.width())))
        return done


class RowPanel(QFrame):
    """Shows one row. Leaving a field, or Enter in it, mends the cell."""

    mended = Signal(int, int, str)
    """A cell, by row and column of the sheet, was given another text."""
    skipped = Signal(int, bool)
    """A row is to be left out, or taken in again."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAccessibleName(self.tr("The chosen row"))
        self.name = plain_label("", "heading", "wrap")
        self.chip = Chip()
        self.skip = QCheckBox(self.tr("Leave this row out"))
        self.fields: dict[int, QLineEdit] = {}
        self._row = -1
        self._content = _Column()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 8, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.skip)
        layout.addWidget(scrolled(self._content), 1)
        self.skip.clicked.connect(lambda checked: self.skipped.emit(self._row, checked))

    def show_row(self, outcome: RowOutcome | None, draft: ImportDraft) -> None:
        """Show a row of the draft, or nothing."""
        self._empty()
        self.skip.setVisible(outcome is not None)
        self.chip.setVisible(outcome is not None)
        if outcome is None:
            self._row = -1
            self.name.setText(self.tr("Pick a row to see it here"))
            return
        self._row = outcome.row
        self.name.setText(outcome.name or self.tr("Row {0}").format(outcome.row + 1))
        self.chip.setText(fate_names()[outcome.fate])
        self.chip.set_kind(_CHIPS[outcome.fate])
        self.skip.setChecked(outcome.row in draft.skipped)
        self._show_reason(outcome)
        self._show_changes(outcome)
        self._show_cells(outcome, draft)
        self._column.addStretch(1)

    @property
    def focused_column(self) -> int | None:
        """The column of the sheet whose cell has the focus, or None.

        What counts is the focus of this window: the one of the progress may just have closed.
        """
        focused = self.window().focusWidget()
        return next((column for column, cell in self.fields.items() if cell is focused), None)

    def focus_first_problem(self) -> None:
        """Put the focus into the first cell with a problem, else on the first cell."""
        wrong = (c for c, field in self.fields.items() if field.property("wrong") == "true")
        self.focus_cell(next(wrong, next(iter(self.fields), -1)))

    def focus_cell(self, column: int) -> bool:
        """Put the focus into a cell, if it is shown here; tell whether it is."""
        field = self.fields.get(column)
        if field is not None:
            # Just made, it would show itself later only, and what is hidden takes no focus.
            field.show()
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        return field is not None

    def _empty(self) -> None:
        self.fields = {}
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show_reason(self, outcome: RowOutcome) -> None:
        """Say what is no matter of one cell."""
        for problem in outcome.problems:
            if problem.column is None:
                self._say(problem_words(problem), problem.severity)
        said = {problem.code for problem in outcome.problems}
        if outcome.reason is not None and outcome.reason.code not in said:
            self._say(sentence(outcome.reason.code, dict(outcome.reason.params)), None)

    def _show_changes(self, outcome: RowOutcome) -> None:
        if not outcome.changes:
            return
        self._column.addWidget(plain_label(self.tr("What changes"), "label"))
        for change in outcome.changes:
            old, new = stored_words(change), value_words(change.new)
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 4)
            column.setSpacing(0)
            column.addWidget(plain_label(field_words(change), "small"))
            column.addWidget(plain_label(old, "muted", "wrap"))
            column.addWidget(plain_label(f"→ {new}", "body", "wrap"))
            self._column.addWidget(box)

    def _show_cells(self, outcome: RowOutcome, draft: ImportDraft) -> None:
        """Offer the cells that go somewhere, those with problems first."""
        problems: dict[int, list[RowProblem]] = defaultdict(list)
        for problem in outcome.problems:
            if problem.column is not None:
                problems[problem.column].append(problem)
        mapped = [column for column, target in enumerate(draft.filled) if target is not None]
        if not mapped:
            return
        for column in sorted(mapped, key=lambda one: one not in problems):
            self._add_cell(outcome.row, column, draft, problems.get(column, []))

    def _add_cell(
        self, row: int, column: int, draft: ImportDraft, problems: list[RowProblem]
    ) -> None:
        text = text_of(draft.cell(row, column)).replace("\n", "; ")
        field = _CellField(text)
        field.setCursorPosition(0)
        field.setAccessibleName(draft.title(column))
        field.setAccessibleDescription(" ".join(map(problem_words, problems)))
        is_error = any(problem.severity is Severity.ERROR for problem in problems)
        set_property(field, "wrong", "true" if is_error else "false")
        label = plain_label(draft.title(column), "small", "elide")
        label.setBuddy(field)
        self._column.addWidget(label)
        for problem in problems:
            self._say(problem_words(problem), problem.severity)
        self._column.addWidget(field)
        self.fields[column] = field

        def mend() -> None:
            if field.isModified() and field.text() != text:
                field.setModified(False)
                self.mended.emit(row, column, field.text())

        field.editingFinished.connect(mend)

    def _say(self, words: str, severity: Severity | None) -> None:
        signs = {
            Severity.ERROR: ("circle-alert", "bad"),
            Severity.WARNING: ("triangle-alert", "warn"),
            None: ("info", "muted"),
        }
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(8)
        line.addWidget(IconLabel(*signs[severity], 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(plain_label(words, "body", "wrap"), 1)
        self._column.addWidget(box)
