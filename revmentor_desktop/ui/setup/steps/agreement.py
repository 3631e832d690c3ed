"""Confidentiality and agreement: choices that become clauses."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QTabBar

from revmentor_desktop.domain.plan.agreement_choices import CLAUSES, AgreementChoices
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.clauses.course import BeginningClauses, EndingClauses
from revmentor_desktop.ui.setup.clauses.fairness import FairnessClauses
from revmentor_desktop.ui.setup.clauses.group import ClauseGroup
from revmentor_desktop.ui.setup.clauses.meetings import MeetingClauses
from revmentor_desktop.ui.setup.clauses.own import OwnClauses
from revmentor_desktop.ui.setup.clauses.trust import TrustClauses
from revmentor_desktop.ui.setup.clauses_preview import ClausesPreview
from revmentor_desktop.ui.setup.finding import field_with_long_text
from revmentor_desktop.ui.setup.step_page import StepPage


class AgreementStep(StepPage):
    """What a pair agrees on, in groups, with the clauses that come of it beside."""

    step = Step.AGREEMENT

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            _tr("What do both agree on?"),
            _tr(
                "People speak openly only when they know what stays between them. The usual clauses"
                " fill a page; with more of them it becomes two."
            ),
        )
        self._draft = Draft()
        self.beginning = BeginningClauses()
        self.meetings = MeetingClauses()
        self.trust = TrustClauses()
        self.fairness = FairnessClauses()
        self.ending = EndingClauses()
        self.own = OwnClauses()
        self.groups: dict[str, ClauseGroup] = {
            _tr("Why"): self.beginning,
            _tr("Meetings"): self.meetings,
            _tr("Trust"): self.trust,
            _tr("Fairness"): self.fairness,
            _tr("End"): self.ending,
            _tr("Own"): self.own,
        }
        self.tabs = QTabBar()
        self.preview = ClausesPreview()
        self._lay_out()
        for group in self.groups.values():
            group.changed.connect(self._changed)
        self.tabs.currentChanged.connect(self.show_group)
        self.show_group(0)

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        self.meetings.name_roles(draft.plan.taking_part)
        for group in self.groups.values():
            group.show_choices(draft.plan.agreement)
        self._show_clauses()

    def with_edits(self, draft: Draft) -> Draft:
        return replace(draft, plan=replace(draft.plan, agreement=self._choices()))

    def go_to(self, name: str) -> None:
        field = field_with_long_text(self, name)
        for at, group in enumerate(self.groups.values()):
            if field is not None and group.isAncestorOf(field):
                self.tabs.setCurrentIndex(at)
        super().go_to(name)

    def take_focus(self) -> None:
        list(self.groups.values())[self.tabs.currentIndex()].take_focus()

    def show_group(self, at: int) -> None:
        """Show the group of that place; the others wait."""
        self.tabs.setCurrentIndex(at)
        for place, group in enumerate(self.groups.values()):
            group.setVisible(place == at)
        self._keep_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_width()

    def _keep_width(self) -> None:
        """Leave the choices the width that they need; the preview can be narrow."""
        choices = self.findChild(QScrollArea)
        inside = choices.widget() if choices is not None else None
        if choices is not None and inside is not None:
            bar = choices.verticalScrollBar().sizeHint().width()
            needed = inside.minimumSizeHint().width() + bar
            choices.setMinimumWidth(max(choices.minimumWidth(), needed))

    def _choices(self) -> AgreementChoices:
        groups = self.groups.values()
        stand = frozenset[str]().union(*(group.clauses for group in groups))
        choices = self._draft.plan.agreement
        for group in groups:
            choices = group.chosen(choices)
        return replace(choices, clauses=tuple(key for key in CLAUSES if key in stand))

    def _show_clauses(self) -> None:
        # What sets pages is loaded when the step is first shown, not with the window.
        from revmentor_desktop.services.documents.pair_papers import agreement_preview

        draft = self.with_edits(self._draft)
        self.preview.show_clauses(agreement_preview(draft.details, draft.plan))

    def _changed(self, *_: object) -> None:
        self._show_clauses()
        self.edited.emit()

    def _lay_out(self) -> None:
        self.tabs.setAccessibleName(_tr("Parts of the agreement"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for name, group in self.groups.items():
            self.tabs.addTab(name)
            self.body.addWidget(group)
        self.body.addStretch(1)
        # The preview stays in sight beside the choices, which scroll.
        choices, layout = self.findChild(QScrollArea), self.layout()
        if choices is not None and isinstance(layout, QBoxLayout):
            layout.removeWidget(choices)
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(choices, 6)
            row.addWidget(self.preview, 5)
            layout.addWidget(self.tabs)
            layout.addSpacing(6)
            layout.addLayout(row, 1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("AgreementStep", text)
