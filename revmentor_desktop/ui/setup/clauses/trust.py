"""Clauses on trust: what stays between two people, what cannot, and what becomes of notes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from revmentor_desktop.domain.plan.agreement_choices import (
    LIMITS,
    AgreementChoices,
    Notes,
    Told,
)
from revmentor_desktop.ui.setup.clauses.group import ClauseGroup, side_by_side
from revmentor_desktop.ui.setup.text_row import TextRow
from revmentor_desktop.ui.widgets.choosing import Switch
from revmentor_desktop.ui.widgets.fields import LabelledField, put_line
from revmentor_desktop.ui.widgets.rows import Rows

_MOST_OWN = 10
_NEVER = "never"
_MONTHS = (0, 3, 6, 12)


class TrustClauses(ClauseGroup):
    """What is agreed on confidence."""

    def __init__(self) -> None:
        super().__init__(_tr("Said beforehand, so that nobody promises what nobody can keep."))
        self.told = self._combo(
            {
                Told.THAT_THEY_MET: _tr("That the two met"),
                Told.THAT_THEY_MET_AND_TOPICS: _tr("That they met, and which topics they chose"),
            }
        )
        self.told_to = QLineEdit()
        self.told_to.setPlaceholderText(_tr("For example: the sponsor"))
        self.limits = {key: Switch(words) for key, words in _limit_words().items()}
        self.own_limits: Rows[str] = Rows(
            lambda: TextRow(_tr("Another limit"), _tr("For example: fraud or theft")),
            _tr("Add a limit"),
            _tr("Remove this limit"),
            _MOST_OWN,
        )
        self.notes = self._combo(
            {
                Notes.EACH: _tr("Each their own"),
                Notes.SHARED: _tr("Both together"),
                Notes.NOBODY: _tr("Nobody"),
            }
        )
        self.kept_until = self._combo(_ends(0))
        self._kept_until = LabelledField(_tr("They are destroyed"), self.kept_until)
        self.told_to.textEdited.connect(self.changed)
        self.own_limits.edited.connect(self.changed)
        for switch in self.limits.values():
            switch.switched.connect(self.changed)
        self.notes.chosen.connect(self._show_kept_until)
        self._add_clauses()

    def chosen(self, choices: AgreementChoices) -> AgreementChoices:
        until = self.kept_until.key
        return replace(
            choices,
            told=Told(self.told.key),
            told_to=self.told_to.text(),
            limits=tuple(key for key, switch in self.limits.items() if switch.is_on),
            own_limits=self.own_limits.values(),
            notes=Notes(self.notes.key),
            notes_destroyed=until != _NEVER,
            notes_months=int(until) if until != _NEVER else choices.notes_months,
        )

    def _put(self, choices: AgreementChoices) -> None:
        for key, switch in self.limits.items():
            switch.put(key in choices.limits)
        self.own_limits.put(choices.own_limits)
        self.told.put(choices.told)
        put_line(self.told_to, choices.told_to)
        self.notes.put(choices.notes)
        self.kept_until.offer(_ends(choices.notes_months))
        self.kept_until.put(str(choices.notes_months) if choices.notes_destroyed else _NEVER)
        self._show_kept_until()

    def _show_kept_until(self) -> None:
        self._kept_until.setVisible(self.notes.key != Notes.NOBODY)

    def _add_clauses(self) -> None:
        self._add_clause(
            "private",
            _tr("What stays between the two"),
            [
                LabelledField(_tr("What the organiser hears"), self.told),
                LabelledField(_tr("Who else hears totals, without names"), self.told_to),
            ],
        )
        self._add_clause(
            "limits",
            _tr("What cannot stay between them"),
            [*self.limits.values(), self.own_limits],
        )
        self._add_clause(
            "notes",
            _tr("Notes: who keeps them, and how long"),
            [side_by_side(LabelledField(_tr("Who keeps them"), self.notes), self._kept_until)],
        )
        self._add_clause("aside", _tr("Topics set aside, on a line to write on"))
        self._add_clause("data", _tr("What is kept of them, and their rights"))


def _limit_words() -> dict[str, str]:
    words = {
        "harm": _tr("A risk of harm to anyone"),
        "law": _tr("A breach of the law"),
        "policy": _tr("A serious breach of policy"),
        "safeguarding": _tr("A child or an adult at risk of abuse or neglect"),
    }
    return {key: words[key] for key in LIMITS}


def _ends(also: int) -> dict[str, str]:
    """Return when notes can be destroyed; `also` is a number of months chosen some other way."""
    months = sorted({*_MONTHS, also} - {0})
    later = {str(one): _tr("{0} months after the end").format(one) for one in months}
    return {"0": _tr("At the end"), **later, _NEVER: _tr("Not agreed")}


def _tr(text: str) -> str:
    return QCoreApplication.translate("TrustClauses", text)
