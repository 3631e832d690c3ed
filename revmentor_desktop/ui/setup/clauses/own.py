"""Clauses in the officer's own words, and whether the officer signs as well."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.ui.setup.clauses.group import ClauseGroup
from revmentor_desktop.ui.setup.text_row import TextRow
from revmentor_desktop.ui.widgets.choosing import Switch
from revmentor_desktop.ui.widgets.rows import Rows

_MOST_OWN = 10


class OwnClauses(ClauseGroup):
    """They stand after the others, word for word."""

    def __init__(self) -> None:
        super().__init__(_tr("Clauses of your own stand after the others, word for word."))
        self.rows: Rows[str] = Rows(
            lambda: TextRow(_tr("Clause"), _tr("A sentence, as both sign it")),
            _tr("Add a clause"),
            _tr("Remove this clause"),
            _MOST_OWN,
            in_order=True,
        )
        self.organiser = Switch(_tr("You sign as well, that you have seen it"))
        self.body.addWidget(self.rows)
        self.body.addSpacing(4)
        self.body.addWidget(self.organiser)
        self.rows.edited.connect(self.changed)
        self.organiser.switched.connect(self.changed)

    def chosen(self, choices: AgreementChoices) -> AgreementChoices:
        return replace(
            choices,
            own_clauses=self.rows.values(),
            organiser_signs=self.organiser.is_on,
        )

    def take_focus(self) -> None:
        self.rows.add_button.setFocus()

    def _put(self, choices: AgreementChoices) -> None:
        self.rows.put(choices.own_clauses)
        self.organiser.put(choices.organiser_signs)


def _tr(text: str) -> str:
    return QCoreApplication.translate("OwnClauses", text)
