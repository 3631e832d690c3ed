"""The dialog that notes the days on which the two sides of proposals were asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.pairing.pairs.asked_day import AskedDay
from revmentor_desktop.ui.pairing.words import couple_words
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.dialogs import Dialog

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
        self._fields = {role: AskedDay(role, pairs) for role in Role}
        self.days = {role: one.day for role, one in self._fields.items()}
        for one in self._fields.values():
            self.body.addWidget(one)
        both = button(self.tr("Both today"), "quiet")
        both.clicked.connect(self._put_today)
        self.foot.insertWidget(0, both)
        self.add_cancel()
        self.save = self.add_button(self.tr("Note the days"), "primary", "check")
        self.save.clicked.connect(self._take)

    def _put_today(self) -> None:
        for field in self.days.values():
            field.set_value(today())

    def _take(self) -> None:
        wrong = [one for one in self._fields.values() if not one.is_right()]
        if wrong:
            wrong[0].day.setFocus()
            return
        self.answer = {role: one.value for role, one in self._fields.items() if one.is_changed}
        self.accept()
