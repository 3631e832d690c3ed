"""The dialog that notes the days on which the two sides of proposals were asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.pairing.pairs.asked_words import asked_titles
from revmentor_desktop.ui.pairing.words import couple_words
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import LabelledField

_WIDTH: Final = 460


class AskedDialog(Dialog):
    """Asks when both sides were asked; `answer` holds only the sides whose day was changed."""

    def __init__(self, pairs: Sequence[Pair], parent: QWidget | None = None) -> None:
        several = self.tr("{0} pairs").format(len(pairs))
        super().__init__(
            self.tr("Who was asked?"),
            couple_words(pairs[0]) if len(pairs) == 1 else several,
            parent,
        )
        self.answer: dict[Role, date | None] = {}
        self.setMinimumWidth(_WIDTH)
        self.days = {role: OptionalDateField() for role in Role}
        self._fields: dict[Role, LabelledField] = {}
        self._before: dict[Role, str] = {}
        for role, field in self.days.items():
            known = {pair.asked_on(role) for pair in pairs}
            field.set_value(next(iter(known)) if len(known) == 1 else None)
            self._before[role] = field.entry.text()
            labelled = LabelledField(asked_titles()[role], field, self._help(role, pairs))
            self._fields[role] = labelled
            self.body.addWidget(labelled)
        both = button(self.tr("Both today"), "quiet")
        both.clicked.connect(self._put_today)
        self.foot.insertWidget(0, both)
        self.add_cancel()
        self.save = self.add_button(self.tr("Note the days"), "primary", "check")
        self.save.clicked.connect(self._take)

    def _help(self, role: Role, pairs: Sequence[Pair]) -> str:
        days = [pair.asked_on(role) for pair in pairs]
        if len(set(days)) == 1:
            return self.tr("Empty: nobody was asked.")
        asked = sum(day is not None for day in days)
        words = self.tr("{0} of {1} were asked. Leave it empty to keep their days.")
        return words.format(asked, len(days))

    def _put_today(self) -> None:
        for field in self.days.values():
            field.set_value(today())

    def _take(self) -> None:
        for role, field in self.days.items():
            self._fields[role].show_problem(field.problem())
        wrong = [self.days[role] for role, one in self._fields.items() if one.problem]
        if wrong:
            wrong[0].setFocus()
            return
        self.answer = {
            role: field.value()
            for role, field in self.days.items()
            if field.entry.text() != self._before[role]
        }
        self.accept()
