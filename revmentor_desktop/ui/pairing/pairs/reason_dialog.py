"""The dialog that sets rules aside for two people: nothing without a written reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.ui.pairing.words import name_of, short_reason
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.growing import GrowingText
from revmentor_desktop.ui.widgets.text import plain_label

_WIDTH: Final = 480
_LINES: Final = 3


class ReasonDialog(Dialog):
    """Says which rules stand against two people and asks why they are set aside.

    `are_paired`: the two are a pair already, which came to break the rules since.
    """

    def __init__(
        self,
        couple: tuple[Participant, Participant],
        against: Sequence[KnownError],
        parent: QWidget | None = None,
        *,
        are_paired: bool = False,
    ) -> None:
        names = self.tr("{0} and {1}").format(*map(name_of, couple))
        super().__init__(
            (
                self.tr("Keep {0} as a pair all the same?")
                if are_paired
                else self.tr("Pair {0} all the same?")
            ).format(names),
            self.tr("The rules hold for everybody else, and the reason is shown with the pair."),
            parent,
        )
        self.setMinimumWidth(_WIDTH)
        for error in against:
            self.body.addWidget(plain_label(f"! {short_reason(error)}", "error", "wrap"))
        self.reason = GrowingText(_LINES)
        self._field = LabelledField(
            self.tr("Why is this right for these two?"),
            self.reason,
            self.tr("For example: both asked for it, and their directors agreed."),
        )
        self.body.addWidget(self._field)
        self.add_cancel()
        verb = self.tr("Keep for this reason") if are_paired else self.tr("Pair for this reason")
        self.pair = self.add_button(verb, "primary", "link")
        self.pair.clicked.connect(self._take)

    def _take(self) -> None:
        if not self.reason.text().strip():
            self._field.show_problem(words_of(KnownError("override-needs-reason")))
            self.reason.setFocus()
            return
        self.accept()
