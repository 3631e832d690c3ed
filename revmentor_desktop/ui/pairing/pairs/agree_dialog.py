"""The dialog that agrees pairs: the day, and when both sides were asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.pairing.explaining.outcome_words import few_names
from revmentor_desktop.ui.pairing.pairs.asked_day import AskedDay
from revmentor_desktop.ui.pairing.words import couple_words
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.text import optional_label, set_property

_MOST_NAMED: Final = 6
"""More pairs than these are counted, not named."""
_WIDTH: Final = 460


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the officer said: the day, and the days on which both sides were asked, if they were."""

    agreed_on: date
    mentor_asked_on: date | None
    mentee_asked_on: date | None


class AgreeDialog(Dialog):
    """Asks what belongs to an agreement; `left_out` proposals break a rule and stay as they are.

    Leaders who are still `choosing` among mentors, and could not any more, are named.
    """

    def __init__(
        self,
        pairs: Sequence[Pair],
        left_out: int = 0,
        parent: QWidget | None = None,
        *,
        choosing: Sequence[Participant] = (),
    ) -> None:
        count = len(pairs)
        heading = self.tr("Agree one pair") if count == 1 else self.tr("Agree {0} pairs")
        said = self._introduction(pairs, left_out)
        super().__init__(heading.format(count), said, parent)
        self.answer: Agreed | None = None
        self.setMinimumWidth(_WIDTH)
        self.agreed_on = OptionalDateField()
        self.agreed_on.set_value(today())
        self.warning = optional_label(self._choice_ends(choosing) if choosing else "")
        set_property(self.warning, "role", "advice")
        self.body.addWidget(self.warning)
        self._agreed_field = LabelledField(self.tr("Agreed on"), self.agreed_on)
        self._asked_fields = {role: AskedDay(role, pairs) for role in Role}
        self.asked = {role: one.day for role, one in self._asked_fields.items()}
        for labelled in (self._agreed_field, *self._asked_fields.values()):
            self.body.addWidget(labelled)
        self.add_cancel()
        words = self.tr("Agree") if count == 1 else self.tr("Agree {0} pairs").format(count)
        self.agree = self.add_button(words, "primary", "check")
        self.agree.setAccessibleDescription(self.warning.text())
        self.agree.clicked.connect(self._take)

    def _introduction(self, pairs: Sequence[Pair], left_out: int) -> str:
        named_pairs = "\n".join(map(couple_words, pairs)) if len(pairs) <= _MOST_NAMED else ""
        said = [
            self.tr("Agreed pairs hold in every draft, get their papers, and can be ended later.")
        ]
        if left_out == 1:
            said.append(self.tr("One more proposal breaks a rule and is not agreed."))
        elif left_out:
            more = self.tr("{0} more proposals break a rule and are not agreed.")
            said.append(more.format(left_out))
        return "\n\n".join(filter(None, (named_pairs, " ".join(said))))

    def _choice_ends(self, choosing: Sequence[Participant]) -> str:
        """Return that an offered choice ends with the agreement, so that nobody waits in vain."""
        words = (
            self.tr(
                "{0} has been offered a choice of {mentors} and has not chosen yet. Agreeing ends "
                "that choice."
            )
            if len(choosing) == 1
            else self.tr(
                "{0} have been offered a choice of {mentors} and have not chosen yet. Agreeing "
                "ends those choices."
            )
        )
        return named(words, few_names(choosing))

    def _take(self) -> None:
        agreed_on, problem = self.agreed_on.value(), self.agreed_on.problem()
        if agreed_on is None:
            problem = problem or self.tr("A pair is agreed on a day.")
        self._agreed_field.show_problem(problem)
        wrong = [one.day for one in self._asked_fields.values() if not one.is_right()]
        if agreed_on is None:
            wrong.insert(0, self.agreed_on)
        if wrong or agreed_on is None:
            wrong[0].setFocus()
            return
        mentor, mentee = (self._asked_fields[role].value for role in Role)
        self.answer = Agreed(agreed_on, mentor, mentee)
        self.accept()
