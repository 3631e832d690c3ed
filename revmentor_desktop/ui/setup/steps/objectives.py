"""Objectives: what is to be achieved, how one will see it, and what people are asked for that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.objectives import OBJECTIVES_LIMIT, Objective
from revmentor_desktop.domain.plan.own_fields import AskedOf
from revmentor_desktop.domain.plan.sessions import SurveyQuestion
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.section import Section
from revmentor_desktop.ui.setup.step_page import StepPage
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.growing import GrowingText
from revmentor_desktop.ui.widgets.rows import RowEditor, Rows
from revmentor_desktop.ui.widgets.surfaces import Card

_NAME: Final = 6
_WHEN: Final = 10
"""Wide letters that a choice beside a question has room for."""
_DAY_WIDTH: Final = 172
"""Pixels in which a day with its year is read whole."""
_START: Final = "start"
_MET: Final = "met"


class ObjectivesStep(StepPage):
    """Up to five objectives, and the questions that measure them."""

    step = Step.OBJECTIVES

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            self.tr("What will be different, and how will you know?"),
            self.tr(
                "Without a measure taken at the start, nobody can say at the end whether it was"
                " worth it. One or two objectives are enough; five are the most."
            ),
        )
        self._names = TakingPart()
        self.objectives = Rows(
            ObjectiveRow,
            self.tr("Add an objective"),
            self.tr("Remove this objective"),
            OBJECTIVES_LIMIT,
            in_order=True,
        )
        self.questions = Rows(
            lambda: QuestionRow(_asked_of(self._names)),
            self.tr("Add a question"),
            self.tr("Remove this question"),
            in_order=True,
        )
        self.body.addWidget(self.objectives)
        asked = Section(
            self.tr("What people are asked"),
            self.tr(
                "Sentences to agree with, from 1 to 5: asked at the start, half-way and at the end."
            ),
        )
        asked.body.addWidget(self.questions)
        self.body.addWidget(asked)
        self.body.addStretch(1)
        for rows in (self.objectives, self.questions):
            rows.edited.connect(self.edited)

    def show_draft(self, draft: Draft) -> None:
        self._names = draft.plan.taking_part
        self.objectives.put(draft.plan.objectives)
        self.questions.put(draft.plan.questions)
        for row in self.questions.editors:
            if isinstance(row, QuestionRow):
                row.name_roles(_asked_of(self._names))

    def with_edits(self, draft: Draft) -> Draft:
        return replace(
            draft,
            plan=replace(
                draft.plan,
                objectives=self.objectives.values(),
                questions=self.questions.values(),
            ),
        )

    def take_focus(self) -> None:
        self.objectives.take_focus()


class ObjectiveRow(RowEditor[Objective]):
    """One objective: what, measured how, from where to where, until when, for which goal."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.measure, self.goal = GrowingText(), GrowingText(), GrowingText()
        self.baseline, self.target = GrowingText(), GrowingText()
        self.due = OptionalDateField()
        self.due.setMinimumWidth(_DAY_WIDTH)
        self._lay_out()
        self._lines = (self.title, self.measure, self.goal, self.baseline, self.target)
        for line in self._lines:
            line.textChanged.connect(self.edited)
        self.due.edited.connect(self.edited)

    def value(self) -> Objective:
        return Objective(
            title=self.title.text(),
            measure=self.measure.text(),
            baseline=self.baseline.text(),
            target=self.target.text(),
            due=self.due.value(),
            goal=self.goal.text(),
        )

    def put(self, value: Objective) -> None:
        texts = (value.title, value.measure, value.goal, value.baseline, value.target)
        for line, text in zip(self._lines, texts, strict=True):
            line.put(text)
        if self.due.value() != value.due:
            self.due.set_value(value.due)

    def is_blank(self) -> bool:
        typed = [line.text() for line in self._lines]
        return not any(text.strip() for text in (*typed, self.due.entry.text()))

    def take_focus(self) -> None:
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        goal = self.tr("Goal of the organisation that it serves")
        for label, field, row, column, span in (
            (self.tr("Objective"), self.title, 0, 0, 6),
            (self.tr("Measured by"), self.measure, 1, 0, 3),
            (goal, self.goal, 1, 3, 3),
            (self.tr("Today"), self.baseline, 2, 0, 2),
            (self.tr("Wanted"), self.target, 2, 2, 2),
            (self.tr("By"), self.due, 2, 4, 2),
        ):
            labelled = LabelledField(label, field)
            grid.addWidget(labelled, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        card.body.addLayout(grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)


class QuestionRow(RowEditor[SurveyQuestion]):
    """A sentence to agree with, who is asked, and from when on."""

    def __init__(self, asked_of: Mapping[str, str]) -> None:
        super().__init__()
        self.text = GrowingText()
        self.text.setAccessibleName(self.tr("Question"))
        self.text.setPlaceholderText(self.tr("e.g. I can say openly what does not work."))
        self.asked_of = KeyedCombo(asked_of)
        self.asked_of.setAccessibleName(self.tr("Who is asked"))
        self.since = KeyedCombo({_START: self.tr("From the start"), _MET: self.tr("Once they met")})
        self.since.setAccessibleName(self.tr("From when on"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        for combo, letters in ((self.asked_of, _NAME), (self.since, _WHEN)):
            combo.shrink(letters)
            row.addWidget(combo, 0, Qt.AlignmentFlag.AlignTop)
            combo.chosen.connect(self.edited)
        self.text.textChanged.connect(self.edited)

    def name_roles(self, asked_of: Mapping[str, str]) -> None:
        """Say who is asked with the names that the programme has for its two sides."""
        self.asked_of.offer(asked_of)

    def value(self) -> SurveyQuestion:
        return SurveyQuestion(
            text=self.text.text(),
            asked_of=AskedOf(self.asked_of.key),
            asked_at_start=self.since.key == _START,
        )

    def put(self, value: SurveyQuestion) -> None:
        self.text.put(value.text)
        self.asked_of.put(value.asked_of)
        self.since.put(_START if value.asked_at_start else _MET)

    def is_blank(self) -> bool:
        return not self.text.text().strip()

    def take_focus(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)


def _asked_of(names: TakingPart) -> dict[str, str]:
    return {
        AskedOf.BOTH: QCoreApplication.translate("ObjectivesStep", "Both sides"),
        AskedOf.MENTOR: names.mentor_name.several,
        AskedOf.MENTEE: names.mentee_name.several,
    }
