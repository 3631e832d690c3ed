"""The rows of the step on dates: a closed period, the theme of a session."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout

from revmentor_desktop.domain.plan.schedule import ClosedPeriod
from revmentor_desktop.domain.plan.sessions import SessionPlan
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.fields import go_to_line, put_line
from revmentor_desktop.ui.widgets.growing import GrowingText
from revmentor_desktop.ui.widgets.rows import RowEditor
from revmentor_desktop.ui.widgets.text import plain_label


class ClosedRow(RowEditor[ClosedPeriod]):
    """From when to when nobody meets, and why. With one date only it is that day."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.last = OptionalDateField(), OptionalDateField()
        self.label = QLineEdit()
        self.first.setAccessibleName(self.tr("First closed day"))
        self.last.setAccessibleName(self.tr("Last closed day"))
        self.label.setAccessibleName(self.tr("What these days are"))
        self.label.setPlaceholderText(self.tr("e.g. Year-end closing"))
        self.problem = plain_label("", "error", "wrap")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(self.first, 0, 0)
        grid.addWidget(plain_label(self.tr("to")), 0, 1)
        grid.addWidget(self.last, 0, 2)
        grid.addWidget(self.label, 0, 3)
        grid.addWidget(self.problem, 1, 0, 1, 4)
        for column, share in ((0, 3), (2, 3), (3, 4)):
            grid.setColumnStretch(column, share)
        for field in (self.first, self.last):
            field.edited.connect(self._edited)
            field.entry.editingFinished.connect(self._say_problem)
        self.label.textEdited.connect(self.edited)
        self._say_problem()

    def value(self) -> ClosedPeriod:
        days = self._days()
        return ClosedPeriod(first=min(days), last=max(days), label=self.label.text())

    def put(self, value: ClosedPeriod) -> None:
        if not self.is_blank() and self.value() == value:
            return
        self.first.set_value(value.first)
        self.last.set_value(value.last)
        put_line(self.label, value.label)
        self._say_problem()

    def is_blank(self) -> bool:
        return not self._days()

    def take_focus(self) -> None:
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _days(self) -> list[date]:
        return [day for day in (self.first.value(), self.last.value()) if day is not None]

    def _edited(self) -> None:
        self.problem.hide()
        self.edited.emit()

    def _say_problem(self) -> None:
        problem = self.first.problem() or self.last.problem()
        first, last = self.first.value(), self.last.value()
        if not problem and first is not None and last is not None and last < first:
            problem = self.tr("The last day comes before the first; they are taken the other way.")
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))


class SessionRow(RowEditor[SessionPlan]):
    """The theme of a session, and prompts to start from, one a line."""

    def __init__(self) -> None:
        super().__init__()
        self.title = QLineEdit()
        self.title.setAccessibleName(self.tr("Theme of the session"))
        self.title.setPlaceholderText(self.tr("Theme, e.g. How decisions land"))
        self.prompts = GrowingText(2, one_paragraph=False)
        self.prompts.setAccessibleName(self.tr("Prompts, one a line"))
        self.prompts.setPlaceholderText(self.tr("Questions to start from, one a line"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(5)
        column.addWidget(self.title)
        column.addWidget(self.prompts)
        self.title.textEdited.connect(self.edited)
        self.prompts.textChanged.connect(self.edited)

    def value(self) -> SessionPlan:
        lines = (line.strip() for line in self.prompts.text().splitlines())
        return SessionPlan(title=self.title.text(), prompts=tuple(filter(None, lines)))

    def put(self, value: SessionPlan) -> None:
        if self.value() == value:
            return
        put_line(self.title, value.title)
        self.prompts.put("\n".join(value.prompts))

    def is_blank(self) -> bool:
        return not (self.title.text().strip() or self.prompts.text().strip())

    def take_focus(self) -> None:
        go_to_line(self.title)
