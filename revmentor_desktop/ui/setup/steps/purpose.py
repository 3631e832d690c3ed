"""Purpose: what the programme is to change, why now, and what those affected think of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.focus import with_focus
from revmentor_desktop.services.setup.focus import focus, focuses
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.focus_words import FocusWords
from revmentor_desktop.ui.setup.section import Section
from revmentor_desktop.ui.setup.step_page import StepPage
from revmentor_desktop.ui.setup.steps.purpose_rows import ConsultationRow, EvidenceRow
from revmentor_desktop.ui.widgets.choice_cards import ChoiceCards
from revmentor_desktop.ui.widgets.fields import LabelledField, put_line
from revmentor_desktop.ui.widgets.growing import GrowingText
from revmentor_desktop.ui.widgets.rows import Rows

_COLUMNS = 3


class PurposeStep(StepPage):
    """Focus, name, purpose, why now, who was asked."""

    step = Step.PURPOSE

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            self.tr("What should this programme change?"),
            self.tr(
                "Pick the closest. It fills in objectives, pairing rules, pack wording and"
                " questions, and you can change every one of them."
            ),
        )
        self._focus_shown = ""
        self.cards = ChoiceCards(self.tr("Focus"), _COLUMNS)
        for template in focuses():
            self.cards.add(template.key, template.title, template.line)
        self.name = QLineEdit()
        self.purpose = GrowingText()
        self.why_now = GrowingText(2, one_paragraph=False)
        self.evidence = Rows(EvidenceRow, self.tr("Add evidence"), self.tr("Remove this evidence"))
        self.asked = Rows(
            ConsultationRow,
            self.tr("Add somebody who was asked"),
            self.tr("Remove this entry"),
        )
        self.words = FocusWords()
        self._lay_out()
        self.cards.chosen.connect(self._choose)
        self.name.textEdited.connect(self.edited)
        for text in (self.purpose, self.why_now):
            text.textChanged.connect(self.edited)
        for part in (self.evidence, self.asked, self.words):
            part.edited.connect(self.edited)

    def show_draft(self, draft: Draft) -> None:
        purpose = draft.plan.purpose
        self._focus_shown = purpose.focus
        self.cards.choose(purpose.focus)
        put_line(self.name, draft.details.name)
        self.purpose.put(draft.details.purpose)
        self.why_now.put(purpose.why_now)
        self.evidence.put(purpose.evidence)
        self.asked.put(purpose.consultations)
        self.words.put(draft.plan.words, draft.plan.taking_part)
        self.why_now.setPlaceholderText(focus(purpose.focus).why_now_hint)

    def with_edits(self, draft: Draft) -> Draft:
        plan = draft.plan
        typed = replace(
            draft,
            details=replace(draft.details, name=self.name.text(), purpose=self.purpose.text()),
            plan=replace(
                plan,
                purpose=replace(
                    plan.purpose,
                    why_now=self.why_now.text(),
                    evidence=self.evidence.values(),
                    consultations=self.asked.values(),
                ),
                words=self.words.values(plan.words),
            ),
        )
        if self.cards.choice == plan.purpose.focus:
            return typed
        return with_focus(typed, focus(plan.purpose.focus), focus(self.cards.choice))

    def named_fields(self) -> Mapping[str, QWidget]:
        return {"name": self.name, "purpose": self.purpose}

    def take_focus(self) -> None:
        self.cards.take_focus()

    def _choose(self, key: str) -> None:
        """Fill in the sentence of the chosen focus, unless the officer has written their own."""
        before, chosen = focus(self._focus_shown), focus(key)
        self._focus_shown = key
        self.why_now.setPlaceholderText(chosen.why_now_hint)
        if self.purpose.text().strip() in {"", before.purpose}:
            self.purpose.put(chosen.purpose)
        self.words.change_focus(before, chosen)
        self.edited.emit()

    def _lay_out(self) -> None:
        self.body.addWidget(self.cards)
        self.body.addWidget(
            LabelledField(
                self.tr("Name of the programme"),
                self.name,
                self.tr("For example “Front-line voices 2027”. It stands on every paper."),
            )
        )
        self.body.addWidget(
            LabelledField(
                self.tr("Say it in one sentence, for the packs and the summary"), self.purpose
            )
        )
        why = Section(
            self.tr("Why now?"),
            self.tr(
                "Leaders give time to what is urgent. Say what has changed, and what shows it."
            ),
        )
        why.body.addWidget(LabelledField(self.tr("Why now, in a few words"), self.why_now))
        why.body.addWidget(self.evidence)
        self.body.addWidget(why)
        asked = Section(
            self.tr("What do those affected think of it?"),
            self.tr(
                "A programme about people and not with them hurts. Ask a few before you begin."
            ),
        )
        asked.body.addWidget(self.asked)
        self.body.addWidget(asked)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
