"""The dialog that names a draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import LabelledField

_WIDTH: Final = 420


class NameDialog(Dialog):
    """Asks for a name, and does with it what `act` does; what that refuses is said beside it."""

    def __init__(
        self,
        words: tuple[str, str],
        name: str,
        act: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        heading, verb = words
        super().__init__(heading, "", parent)
        self._act = act
        self.setMinimumWidth(_WIDTH)
        self.name = QLineEdit(name)
        self.name.selectAll()
        self._field = LabelledField(self.tr("Name"), self.name)
        self.body.addWidget(self._field)
        self.add_cancel()
        self.save = self.add_button(verb, "primary")
        self.save.clicked.connect(self._take)

    @property
    def problem(self) -> str:
        """What is said beside the field, or an empty text."""
        return self._field.problem

    def _take(self) -> None:
        try:
            self._act(self.name.text())
        except KnownError as error:
            self._field.show_problem(words_of(error))
            self.name.setFocus()
        else:
            self.accept()
