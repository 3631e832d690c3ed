"""Which clauses an agreement has: a switch for each of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal

from revmentor_desktop.domain.plan.agreement_choices import CLAUSES, AgreementChoices, Doors
from revmentor_desktop.ui.setup.section import Section
from revmentor_desktop.ui.widgets.choosing import KeyedCombo, Switch
from revmentor_desktop.ui.widgets.fields import LabelledField

_LETTERS = 5


class ClauseSwitches(Section):
    """The clauses in their order, what is said of opening doors, and whether three sign."""

    changed = Signal()
    """The officer chose otherwise."""

    def __init__(self) -> None:
        super().__init__(
            _tr("What the agreement has"),
            _tr("The usual clauses fill a page; with more of them it becomes two."),
        )
        self.body.setSpacing(4)
        self.switches = {key: Switch(words) for key, words in _clause_words().items()}
        self.doors = KeyedCombo(
            {
                Doors.UNSAID: _tr("Say nothing of it"),
                Doors.CLOSED: _tr("It is no part of this"),
                Doors.OPEN: _tr("It is welcome, never owed"),
            }
        )
        self.doors.shrink(_LETTERS)
        self.organiser = Switch(_tr("You sign as well, that you have seen it"))
        for switch in self.switches.values():
            self.body.addWidget(switch)
            switch.switched.connect(self.changed)
        self.body.addSpacing(4)
        self.body.addWidget(LabelledField(_tr("Opening doors for each other"), self.doors))
        self.body.addWidget(self.organiser)
        self.doors.chosen.connect(self.changed)
        self.organiser.switched.connect(self.changed)

    def show_choices(self, choices: AgreementChoices) -> None:
        """Show what is chosen."""
        for key, switch in self.switches.items():
            switch.put(key in choices.clauses)
        self.doors.put(choices.doors)
        self.organiser.put(choices.organiser_signs)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the clauses that stand."""
        return tuple(key for key, switch in self.switches.items() if switch.is_on)


def _clause_words() -> Mapping[str, str]:
    words = {
        "roles": _tr("Who learns and who tells"),
        "meet": _tr("How often, how long, and who books"),
        "length": _tr("The shortest and longest a meeting takes"),
        "cancel": _tr("Cancelling, and answering between meetings"),
        "contact": _tr("How they reach each other, on a line to write on"),
        "private": _tr("What stays between the two"),
        "limits": _tr("What cannot stay between them"),
        "apart": _tr("No appraisal, no promotion, no reference"),
        "aside": _tr("Topics set aside, on a line to write on"),
        "needs": _tr("What each needs to take part well"),
        "feedback": _tr("A word on each meeting at its end"),
        "data": _tr("What is kept of them, and their rights"),
        "end": _tr("How it can be ended early"),
        "after": _tr("When it ends, and going on afterwards"),
        "closing": _tr("A last meeting that thanks and learns"),
        "look-back": _tr("When they look back"),
        "review": _tr("A day on which they read it again"),
    }
    return {key: words[key] for key in CLAUSES}


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClauseSwitches", text)
