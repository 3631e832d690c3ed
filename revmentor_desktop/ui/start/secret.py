"""The choice of what opens a data file: a passphrase, or this computer's key store."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.start.strength import LEAST, Strength, strength
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.surfaces import Chip
from revmentor_desktop.ui.widgets.text import plain_label


class SecretForm(QWidget):
    """A new passphrase typed twice, or the key store where there is a usable one.

    Tab leads from the first field to the second; `shown` lets both be read while typing.
    """

    def __init__(self, *, key_store: bool) -> None:
        super().__init__()
        self.with_passphrase = QRadioButton(self.tr("Open it with a passphrase"))
        self.with_key_store = QRadioButton(self.tr("Keep the key in this computer’s key store"))
        self.with_passphrase.setChecked(True)
        self._store_note = plain_label(
            self.tr(
                "The file then opens by itself while you are logged in to this computer, and only"
                " here. On another computer it opens with the recovery code."
            ),
            "small",
            "wrap",
        )
        self.first = QLineEdit()
        self.second = QLineEdit()
        self.shown = QCheckBox(self.tr("Show what I type"))
        self._chip = Chip()
        self._first = LabelledField(
            self.tr("Passphrase"),
            self.first,
            self.tr("Three or four words that have nothing to do with each other are good."),
            self._chip,
        )
        self._second = LabelledField(self.tr("The same passphrase again"), self.second)
        self.first.textChanged.connect(self._judge)
        self.second.textChanged.connect(lambda: self._second.show_problem(""))
        self.shown.toggled.connect(self._show)
        self.with_passphrase.toggled.connect(self._switch)
        self._lay_out(key_store=key_store)
        self._judge()
        self._switch()

    def secret(self) -> str | None:
        """Return the new passphrase, or None for the key store."""
        return self.first.text() if self.with_passphrase.isChecked() else None

    @property
    def problem(self) -> str:
        """What is said beside the fields, or an empty text."""
        return self._first.problem or self._second.problem

    def complete(self) -> bool:
        """Tell whether the choice can be taken; what is missing is said beside its field."""
        if not self.with_passphrase.isChecked():
            return True
        if strength(self.first.text()) is Strength.SHORT:
            self._first.show_problem(words_of(KnownError("passphrase-short", least=LEAST)))
            self.first.setFocus()
            return False
        if self.first.text() != self.second.text():
            self._second.show_problem(words_of(KnownError("passphrases-differ")))
            self.second.setFocus()
            return False
        return True

    def _lay_out(self, *, key_store: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        choices = (self.with_passphrase, self.with_key_store, self._store_note)
        fields = (self._first, self._second, self.shown)
        for widget in (self.with_passphrase, *fields, self.with_key_store, self._store_note):
            layout.addWidget(widget)
        layout.addStretch(1)
        for choice in choices:
            choice.setVisible(key_store)
        self._show()

    def _switch(self) -> None:
        for widget in (self._first, self._second, self.shown):
            widget.setVisible(self.with_passphrase.isChecked())
        self._judge()

    def _show(self) -> None:
        modes = QLineEdit.EchoMode
        for field in (self.first, self.second):
            field.setEchoMode(modes.Normal if self.shown.isChecked() else modes.Password)

    def _judge(self) -> None:
        self._first.show_problem("")
        text = self.first.text()
        self._chip.setVisible(bool(text) and self.with_passphrase.isChecked())
        match strength(text):
            case Strength.SHORT:
                self._chip.setText(self.tr("{0} of at least {1}").format(len(text), LEAST))
                self._chip.set_kind("neutral")
            case Strength.WEAK:
                self._chip.setText(self.tr("! Easy to guess: add another word"))
                self._chip.set_kind("warn")
            case Strength.FAIR:
                self._chip.setText(self.tr("✓ Good"))
                self._chip.set_kind("ok")
            case Strength.STRONG:
                self._chip.setText(self.tr("✓ Very good"))
                self._chip.set_kind("ok")
