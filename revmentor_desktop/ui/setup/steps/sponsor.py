"""Sponsor and readiness: who stands behind the programme, and whether the ground is sound."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.readiness import Answer
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.services.setup.sponsor import usual_agreements
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.readiness_check import ReadinessCheck
from revmentor_desktop.ui.setup.section import Section
from revmentor_desktop.ui.setup.step_page import StepPage
from revmentor_desktop.ui.setup.suggestions import Suggestions
from revmentor_desktop.ui.setup.text_row import TextRow
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.fields import LabelledField, go_to_line, put_line
from revmentor_desktop.ui.widgets.rows import Rows
from revmentor_desktop.ui.widgets.text import plain_label


class SponsorStep(StepPage):
    """The sponsor and what they agreed to; ten questions and where they lead."""

    step = Step.SPONSOR

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            self.tr("Who stands behind it, and is the ground sound?"),
            self.tr(
                "Programmes end when nobody senior protects the time. And where speaking openly"
                " is not safe, it is kinder to wait."
            ),
        )
        self.name, self.job = QLineEdit(), QLineEdit()
        self.agreed_on = OptionalDateField()
        self.agreed_to = Rows(
            lambda: TextRow(self.tr("What the sponsor has agreed to")),
            self.tr("Add something else"),
            self.tr("Remove this agreement"),
        )
        self.usual = Suggestions(self.agreed_to, usual_agreements())
        self.check = ReadinessCheck()
        self._lay_out()
        for line in (self.name, self.job):
            line.textEdited.connect(self.edited)
        for source in (self.agreed_on, self.agreed_to, self.check):
            source.edited.connect(self.edited)

    def show_draft(self, draft: Draft) -> None:
        sponsor = draft.plan.sponsor
        for line, text in ((self.name, sponsor.name), (self.job, sponsor.job_title)):
            put_line(line, text)
        if self.agreed_on.value() != sponsor.agreed_on:
            self.agreed_on.set_value(sponsor.agreed_on)
        self.agreed_to.put(sponsor.agreed_to)
        self.usual.refresh()
        self.check.put(draft.plan.readiness)

    def with_edits(self, draft: Draft) -> Draft:
        sponsor = Sponsor(
            name=self.name.text(),
            job_title=self.job.text(),
            agreed_to=self.agreed_to.values(),
            agreed_on=self.agreed_on.value(),
        )
        readiness: dict[str, Answer] = self.check.answers()
        return replace(draft, plan=replace(draft.plan, sponsor=sponsor, readiness=readiness))

    def take_focus(self) -> None:
        go_to_line(self.name)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        for column, (label, field) in enumerate(
            (
                (self.tr("Sponsor"), self.name),
                (self.tr("Job title"), self.job),
                (self.tr("Agreed on"), self.agreed_on),
            )
        ):
            labelled = LabelledField(label, field)
            grid.addWidget(labelled, 0, column, Qt.AlignmentFlag.AlignTop)
        for column, share in enumerate((4, 4, 3)):
            grid.setColumnStretch(column, share)
        self.body.addLayout(grid)
        agreed = QVBoxLayout()
        agreed.setSpacing(6)
        agreed.addWidget(plain_label(self.tr("What the sponsor has agreed to"), "label", "wrap"))
        agreed.addWidget(self.agreed_to)
        agreed.addWidget(self.usual)
        self.body.addLayout(agreed)
        ready = Section(
            self.tr("Are we ready?"),
            self.tr(
                "Answer as things stand today. No answer blocks anything; each weak one comes"
                " with what to do about it."
            ),
        )
        ready.body.addWidget(self.check)
        self.body.addWidget(ready)
        self.body.addStretch(1)
