"""Clauses that keep it fair: no say in careers, doors, feedback, a way out, somebody to ask."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from revmentor_desktop.domain.plan.agreement_choices import (
    AgreementChoices,
    Doors,
    Feedback,
)
from revmentor_desktop.ui.setup.clauses.group import ClauseGroup
from revmentor_desktop.ui.widgets.choosing import Switch
from revmentor_desktop.ui.widgets.fields import LabelledField, NumberField, put_line

_MOST_MONTHS = 60


class FairnessClauses(ClauseGroup):
    """What keeps it safe and fair for both."""

    def __init__(self) -> None:
        super().__init__(_tr("One of the two has more power than the other; this evens it out."))
        self.apart = NumberField(0, _MOST_MONTHS)
        self.apart.setSpecialValueText(_tr("Only while it lasts"))
        self.apart.setSuffix(_tr(" months"))
        self.doors = self._combo(
            {
                Doors.OPEN: _tr("It is welcome, never owed"),
                Doors.CLOSED: _tr("It is no part of this"),
                Doors.UNSAID: _tr("Say nothing of it"),
            }
        )
        self.feedback = self._combo(
            {
                Feedback.SPOKEN: _tr("A word at the end of each meeting"),
                Feedback.WRITTEN: _tr("In writing after each meeting"),
                Feedback.REVIEWS: _tr("Whenever they look back"),
            }
        )
        self.exit = Switch(
            _tr("Either may end it without blame and without a reason"),
            _tr("Who cannot leave, does not come freely."),
        )
        self.contact = QLineEdit()
        self.contact.setPlaceholderText(_tr("A name, an office, a telephone number"))
        self.apart.valueChanged.connect(self.changed)
        self.exit.switched.connect(self.changed)
        self.contact.textEdited.connect(self.changed)
        self._add_clauses()

    def chosen(self, choices: AgreementChoices) -> AgreementChoices:
        return replace(
            choices,
            apart_months=self.apart.value(),
            doors=Doors(self.doors.key),
            feedback=Feedback(self.feedback.key),
            has_no_fault_exit=self.exit.is_on,
            concern_contact=self.contact.text(),
        )

    def _put(self, choices: AgreementChoices) -> None:
        self.apart.blockSignals(True)
        self.apart.setValue(choices.apart_months)
        self.apart.blockSignals(False)
        self.doors.put(choices.doors)
        self.feedback.put(choices.feedback)
        self.exit.put(choices.has_no_fault_exit)
        put_line(self.contact, choices.concern_contact)

    def _add_clauses(self) -> None:
        self._add_clause(
            "apart",
            _tr("No appraisal, no promotion, no reference"),
            [
                LabelledField(
                    _tr("No say in each other’s career for"),
                    self.apart,
                    _tr("No panel about the other and no reference, also so long after the end."),
                )
            ],
        )
        self.body.addWidget(LabelledField(_tr("Opening doors for each other"), self.doors))
        self.body.addSpacing(4)
        feedback = LabelledField(_tr("How"), self.feedback)
        self._add_clause("feedback", _tr("How they tell each other what helped"), [feedback])
        self._add_clause("end", _tr("How it can be ended early"), [self.exit])
        self._add_clause(
            "concern",
            _tr("Where a worry goes"),
            [
                LabelledField(
                    _tr("Where a worry goes, outside both their teams"),
                    self.contact,
                    _tr("Left open, the agreement has a line to write on."),
                )
            ],
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("FairnessClauses", text)
