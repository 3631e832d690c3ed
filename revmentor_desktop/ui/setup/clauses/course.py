"""Clauses on why it is done and on its course: from what each wants to the last meeting."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.plan.agreement_choices import REVIEWS, AgreementChoices, Goals
from revmentor_desktop.ui.setup.clauses.group import ClauseGroup
from revmentor_desktop.ui.widgets.choosing import Switch
from revmentor_desktop.ui.widgets.fields import LabelledField


class BeginningClauses(ClauseGroup):
    """Why it is done, what each wants of it, and what each needs for that."""

    def __init__(self) -> None:
        super().__init__(_tr("What brings the two together, and what each hopes for."))
        self.goals = self._combo(
            {
                Goals.KNOWN: _tr("As they applied, with a line to add to it"),
                Goals.LINES: _tr("Lines to write on"),
                Goals.UNSAID: _tr("Nothing of it"),
            }
        )
        self._add_clause("purpose", _tr("Why it is done, with the programme’s focus"))
        self.body.addWidget(LabelledField(_tr("What each wants from it"), self.goals))
        self.body.addSpacing(4)
        self._add_clause("roles", _tr("Who learns and who tells"))
        self._add_clause("needs", _tr("What each needs to take part well"))

    def chosen(self, choices: AgreementChoices) -> AgreementChoices:
        return replace(choices, goals=Goals(self.goals.key))

    def _put(self, choices: AgreementChoices) -> None:
        self.goals.put(choices.goals)


class EndingClauses(ClauseGroup):
    """When the two look back, and what becomes of it at the end."""

    def __init__(self) -> None:
        super().__init__(_tr("Looking back keeps it alive; a good end is a part of it."))
        self.reviews = {key: Switch(words) for key, words in _review_words().items()}
        for switch in self.reviews.values():
            switch.switched.connect(self.changed)
        self._add_clause("look-back", _tr("When they look back"), list(self.reviews.values()))
        self._add_clause("review", _tr("A day by which they read it again"))
        self._add_clause("after", _tr("When it ends, and going on afterwards"))
        self._add_clause("closing", _tr("A last meeting that thanks and learns"))

    def chosen(self, choices: AgreementChoices) -> AgreementChoices:
        held = tuple(key for key, switch in self.reviews.items() if switch.is_on)
        return replace(choices, reviews=held)

    def _put(self, choices: AgreementChoices) -> None:
        for key, switch in self.reviews.items():
            switch.put(key in choices.reviews)


def _review_words() -> dict[str, str]:
    words = {
        "meeting": _tr("After the second meeting"),
        "halfway": _tr("Halfway"),
        "end": _tr("At the end"),
    }
    return {key: words[key] for key in REVIEWS}


def _tr(text: str) -> str:
    return QCoreApplication.translate("CourseClauses", text)
