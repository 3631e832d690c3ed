"""The dialog that ends a pair: a category and a day, and whom to find somebody else for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import EndReason, Pair
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.dates import long_date
from revmentor_desktop.ui.pairing.words import couple_words, end_reasons, name_of
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.widgets.buttons import set_button_text
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import LabelledField

_WIDTH: Final = 460
_NOBODY: Final = "nobody"


@dataclass(frozen=True, slots=True)
class Ended:
    """What the officer said; `next_for` is who is to get another partner at once."""

    reason: EndReason
    ended_on: date
    next_for: Role | None


class EndDialog(Dialog):
    """Asks why and when a pair ended; `next_for` is who gets another partner, unless changed."""

    def __init__(
        self, pair: Pair, next_for: Role | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("End the pair {0}").format(couple_words(pair)),
            self.tr(
                "Nobody is to blame and nothing more is noted. Both are free again, no other pair "
                "moves, and this one is kept among the earlier pairs."
            ),
            parent,
        )
        self.answer: Ended | None = None
        self._pair = pair
        self.setMinimumWidth(_WIDTH)
        self.reason = KeyedCombo(end_reasons())
        self.ended_on = OptionalDateField()
        self.ended_on.set_value(today())
        self.next_for = KeyedCombo(
            {
                _NOBODY: self.tr("Nobody for now"),
                Role.MENTOR: name_of(pair.mentor),
                Role.MENTEE: name_of(pair.mentee),
            }
        )
        self.next_for.put(next_for or _NOBODY)
        self.next_for.currentIndexChanged.connect(self._name_end)
        self.day_field = LabelledField(self.tr("Ended on"), self.ended_on)
        self.body.addWidget(LabelledField(self.tr("Reason"), self.reason))
        self.body.addWidget(self.day_field)
        self.body.addWidget(LabelledField(self.tr("Then find somebody else for"), self.next_for))
        self.add_cancel()
        self.end = self.add_button(self.tr("End the pair"), "primary")
        self.end.clicked.connect(self._take)
        self._name_end()

    def _name_end(self) -> None:
        """Say on the button whether somebody else is chosen before anything ends."""
        alone = self.next_for.key == _NOBODY
        words = self.tr("End the pair") if alone else self.tr("Choose somebody else…")
        set_button_text(self.end, words)

    def _take(self) -> None:
        day = self.ended_on.value()
        problem = self.ended_on.problem()
        if day is None:
            problem = problem or self.tr("A pair ends on a day.")
        elif self._pair.agreed_on is not None and day < self._pair.agreed_on:
            agreed = long_date(self._pair.agreed_on)
            problem = words_of(KnownError("pair-ends-too-early", day=agreed))
        self.day_field.show_problem(problem)
        if problem or day is None:
            self.ended_on.setFocus()
            return
        key = self.next_for.key
        chosen = None if key == _NOBODY else Role(key)
        self.answer = Ended(EndReason(self.reason.key), day, chosen)
        self.accept()
