"""The field for the day on which one side of some proposals was asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.ui.pairing.pairs.asked_words import asked_title, days_help
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.fields import LabelledField


class AskedDay(LabelledField):
    """Shows the day as it was noted so far; nothing where it is not the same for all."""

    def __init__(self, role: Role, pairs: Sequence[Pair]) -> None:
        noted = [pair.asked_on(role) for pair in pairs]
        self.day = OptionalDateField()
        self.day.set_value(noted[0] if len(set(noted)) == 1 else None)
        self._before = self.day.entry.text()
        super().__init__(asked_title(role, len(pairs)), self.day, days_help(noted))

    @property
    def is_changed(self) -> bool:
        """Whether another day stands there than at first."""
        return self.day.entry.text() != self._before

    @property
    def value(self) -> date | None:
        """The day, or None."""
        return self.day.value()

    def is_right(self) -> bool:
        """Say what is wrong, if anything; tell whether nothing is."""
        self.show_problem(self.day.problem())
        return not self.problem
