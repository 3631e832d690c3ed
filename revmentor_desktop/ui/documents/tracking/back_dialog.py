"""The dialog for a stack of agreements that came back: one reference after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.text import plain_label

_WIDTH: Final = 460
_SHOWN: Final = 4
"""How many of the papers that were entered stay in sight."""


class BackDialog(Dialog):
    """Asks for the short reference at the foot of each agreement; Enter notes it as back.

    `take` notes it and returns whose it is; it raises KnownError for what is no reference.
    """

    def __init__(self, take: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Agreements that came back"),
            self.tr("Type the reference at the foot of each paper, such as RM-0042 or only 42."),
            parent,
        )
        self._take = take
        self._entered: list[str] = []
        self.setMinimumWidth(_WIDTH)
        self.reference = QLineEdit()
        self.reference.setPlaceholderText("RM-0042")
        self.field = LabelledField(self.tr("Reference"), self.reference)
        self.said = plain_label("", "muted", "wrap")
        self.said.hide()
        self.body.addWidget(self.field)
        self.body.addWidget(self.said)
        self.done_button = self.add_cancel(self.tr("Done"))
        self.enter = self.add_button(self.tr("It is back"), "primary")
        self.enter.clicked.connect(self._enter)
        self.reference.setFocus()

    def _enter(self) -> None:
        typed = self.reference.text().strip()
        if not typed:
            self.reference.setFocus()
            return
        try:
            whose = self._take(typed)
        except KnownError as error:
            self.field.show_problem(words_of(error))
            self.reference.selectAll()
            self.reference.setFocus()
            return
        self.field.show_problem("")
        self._entered.append(self.tr("Back: {0}").format(whose))
        self.said.setText("\n".join(self._entered[-_SHOWN:]))
        self.said.show()
        self.reference.clear()
        self.reference.setFocus()
