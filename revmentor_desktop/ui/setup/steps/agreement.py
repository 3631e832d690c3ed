"""Confidentiality and agreement: choices that become clauses."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QScrollArea

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.agreement_choices import (
    LIMITS,
    NOTICE_HOURS,
    AgreementChoices,
    Doors,
    Told,
    Who,
)
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.clauses_preview import ClausesPreview
from revmentor_desktop.ui.setup.section import Section
from revmentor_desktop.ui.setup.step_page import StepPage
from revmentor_desktop.ui.setup.steps.clause_switches import ClauseSwitches
from revmentor_desktop.ui.setup.text_row import TextRow
from revmentor_desktop.ui.widgets.choosing import KeyedCombo, Switch
from revmentor_desktop.ui.widgets.fields import LabelledField, NumberField, put_line
from revmentor_desktop.ui.widgets.rows import Rows

_MOST_OWN = 10
_MOST_MONTHS = 60
_LETTERS = 5


class AgreementStep(StepPage):
    """What a pair agrees on, with the clauses that come of it beside."""

    step = Step.AGREEMENT

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            _tr("What do both agree on?"),
            _tr(
                "People speak openly only when they know what stays between them. What you choose"
                " becomes the agreement that both sign."
            ),
        )
        self._draft = Draft()
        self._make_private()
        self._make_meetings()
        self._make_fairness()
        self.clauses = ClauseSwitches()
        self.preview = ClausesPreview()
        self._lay_out()
        self._wire()

    def show_draft(self, draft: Draft) -> None:
        choices = draft.plan.agreement
        self._draft = draft
        self._name_roles(draft.plan.taking_part)
        for key, switch in self.limits.items():
            switch.put(key in choices.limits)
        self.own_limits.put(choices.own_limits)
        self.told.put(choices.told)
        put_line(self.told_to, choices.told_to)
        self.notes.put(choices.notes_destroyed)
        self.books.put(choices.books)
        self.leads.put(choices.leads)
        self.notice.offer(_hours(choices.notice_hours))
        self.notice.put(str(choices.notice_hours))
        self.answer.offer({"0": _tr("Not agreed"), **_hours(choices.answer_hours)})
        self.answer.put(str(choices.answer_hours))
        self.exit.put(choices.has_no_fault_exit)
        self.apart.blockSignals(True)
        self.apart.setValue(choices.apart_months)
        self.apart.blockSignals(False)
        put_line(self.contact, choices.concern_contact)
        self.own_clauses.put(choices.own_clauses)
        self.clauses.show_choices(choices)
        self._show_clauses()

    def with_edits(self, draft: Draft) -> Draft:
        return replace(draft, plan=replace(draft.plan, agreement=self._choices()))

    def take_focus(self) -> None:
        self.limits[LIMITS[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choices(self) -> AgreementChoices:
        return AgreementChoices(
            limits=tuple(key for key, switch in self.limits.items() if switch.is_on),
            own_limits=self.own_limits.values(),
            told=Told(self.told.key),
            told_to=self.told_to.text(),
            books=Who(self.books.key),
            leads=Who(self.leads.key),
            notice_hours=int(self.notice.key),
            answer_hours=int(self.answer.key),
            has_no_fault_exit=self.exit.is_on,
            apart_months=self.apart.value(),
            notes_destroyed=self.notes.is_on,
            concern_contact=self.contact.text(),
            own_clauses=self.own_clauses.values(),
            clauses=self.clauses.chosen,
            doors=Doors(self.clauses.doors.key),
            organiser_signs=self.clauses.organiser.is_on,
        )

    def _name_roles(self, part: TakingPart) -> None:
        words: dict[str, str] = {
            Who.MENTOR: part.name_of(Role.MENTOR).one,
            Who.MENTEE: part.name_of(Role.MENTEE).one,
            Who.EITHER: _tr("Either"),
        }
        self.books.offer(words)
        self.leads.offer(words)

    def _show_clauses(self) -> None:
        # What sets pages is loaded when the step is first shown, not with the window.
        from revmentor_desktop.services.documents.pair_papers import agreement_preview

        draft = self.with_edits(self._draft)
        self.preview.show_clauses(agreement_preview(draft.details, draft.plan))

    def _changed(self, *_: object) -> None:
        self._show_clauses()
        self.edited.emit()

    def _make_private(self) -> None:
        self.limits = {key: Switch(words) for key, words in _limit_words().items()}
        self.own_limits: Rows[str] = Rows(
            lambda: TextRow(_tr("Another limit"), _tr("For example: fraud or theft")),
            _tr("Add a limit"),
            _tr("Remove this limit"),
            _MOST_OWN,
        )
        self.told = KeyedCombo(
            {
                Told.THAT_THEY_MET: _tr("That the two met"),
                Told.THAT_THEY_MET_AND_TOPICS: _tr("That they met, and which topics they chose"),
            }
        )
        self.told_to = QLineEdit()
        self.told_to.setPlaceholderText(_tr("For example: the sponsor"))
        self.notes = Switch(_tr("Notes are destroyed at the end"))

    def _make_meetings(self) -> None:
        self.books, self.leads = KeyedCombo(), KeyedCombo()
        self._name_roles(TakingPart())
        usual = AgreementChoices()
        self.notice = KeyedCombo(_hours(usual.notice_hours))
        self.answer = KeyedCombo({"0": _tr("Not agreed"), **_hours(usual.answer_hours)})
        for combo in (self.told, self.books, self.leads, self.notice, self.answer):
            combo.shrink(_LETTERS)

    def _make_fairness(self) -> None:
        self.exit = Switch(
            _tr("Either may end it without blame and without a reason"),
            _tr("Who cannot leave, does not come freely."),
        )
        self.apart = NumberField(0, _MOST_MONTHS)
        self.apart.setSpecialValueText(_tr("Only while it lasts"))
        self.apart.setSuffix(_tr(" months"))
        self.contact = QLineEdit()
        self.contact.setPlaceholderText(_tr("A name, an office, a telephone number"))
        self.own_clauses: Rows[str] = Rows(
            lambda: TextRow(_tr("Clause"), _tr("A sentence, as both sign it")),
            _tr("Add a clause"),
            _tr("Remove this clause"),
            _MOST_OWN,
            in_order=True,
        )

    def _wire(self) -> None:
        for switch in (*self.limits.values(), self.notes, self.exit):
            switch.switched.connect(self._changed)
        for combo in (self.told, self.books, self.leads, self.notice, self.answer):
            combo.chosen.connect(self._changed)
        for line in (self.told_to, self.contact):
            line.textEdited.connect(self._changed)
        self.clauses.changed.connect(self._changed)
        self.apart.valueChanged.connect(self._changed)
        for rows in (self.own_limits, self.own_clauses):
            rows.edited.connect(self._changed)

    def _lay_out(self) -> None:
        sections = self._private(), self._meetings(), self._fairness(), self.clauses, self._own()
        for section in sections:
            self.body.addWidget(section)
        self.body.addStretch(1)
        # The preview stays in sight beside the choices, which scroll.
        choices, layout = self.findChild(QScrollArea), self.layout()
        if choices is not None and isinstance(layout, QBoxLayout):
            row = QHBoxLayout()
            row.setSpacing(14)
            layout.removeWidget(choices)
            row.addWidget(choices, 6)
            row.addWidget(self.preview, 5)
            layout.addLayout(row, 1)

    def _private(self) -> Section:
        section = Section(
            _tr("What cannot stay between the two"),
            _tr("Said beforehand, so that nobody promises what nobody can keep."),
        )
        section.body.setSpacing(4)
        for switch in self.limits.values():
            section.body.addWidget(switch)
        section.body.addWidget(self.own_limits)
        section.body.addSpacing(4)
        section.body.addWidget(LabelledField(_tr("What the organiser hears"), self.told))
        section.body.addSpacing(4)
        section.body.addWidget(
            LabelledField(_tr("Who else hears totals, without names"), self.told_to)
        )
        section.body.addWidget(self.notes)
        return section

    def _meetings(self) -> Section:
        section = Section(
            _tr("Meetings"),
            _tr(
                "Usually the one who is to learn books, which protects the time, and the other"
                " leads, which protects the purpose."
            ),
        )
        for pair in (
            ((_tr("Who books"), self.books), (_tr("Who leads"), self.leads)),
            (
                (_tr("Notice for cancelling"), self.notice),
                (_tr("Answer between meetings"), self.answer),
            ),
        ):
            row = QHBoxLayout()
            row.setSpacing(10)
            for label, combo in pair:
                row.addWidget(LabelledField(label, combo), 1)
            section.body.addLayout(row)
        return section

    def _fairness(self) -> Section:
        section = Section(_tr("Safe for both"))
        section.body.addWidget(self.exit)
        section.body.addWidget(
            LabelledField(
                _tr("No say in each other’s career for"),
                self.apart,
                _tr("No panel about the other and no reference, also so long after the end."),
            )
        )
        section.body.addWidget(
            LabelledField(
                _tr("Where a worry goes, outside both their teams"),
                self.contact,
                _tr("Left open, the agreement has a line to write on."),
            )
        )
        return section

    def _own(self) -> Section:
        section = Section(
            _tr("Clauses of your own"), _tr("They stand after the others, word for word.")
        )
        section.body.addWidget(self.own_clauses)
        return section


def _limit_words() -> dict[str, str]:
    words = {
        "harm": _tr("A risk of harm to anyone"),
        "law": _tr("A breach of the law"),
        "policy": _tr("A serious breach of policy"),
        "safeguarding": _tr("A child or an adult at risk of abuse or neglect"),
    }
    return {key: words[key] for key in LIMITS}


def _hours(also: int) -> dict[str, str]:
    """Return the hours that can be chosen; `also` is one that was chosen some other way."""
    offered = sorted({*NOTICE_HOURS, *([also] if also else [])})
    return {str(hours): _tr("{0} hours").format(hours) for hours in offered}


def _tr(text: str) -> str:
    return QCoreApplication.translate("AgreementStep", text)
