"""The choice of what opens a data file: a passphrase, or this computer's key store."""

from __future__ import annotations

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.start.strength import LEAST, Strength, strength
from revmentor_desktop.ui.widgets.fields import LabelledField, PassphraseField
from revmentor_desktop.ui.widgets.surfaces import Chip
from revmentor_desktop.ui.widgets.text import plain_label


class SecretForm(QWidget):
    """A new passphrase typed twice, or the key store where there is a usable one."""

    def __init__(self, *, key_store: bool) -> None:
        super().__init__()
        self.with_passphrase = QRadioButton(self.tr("Open it with a passphrase"))
        self.with_key_store = QRadioButton(self.tr("Keep the key in this computer's key store"))
        self.with_passphrase.setChecked(True)
        self._store_note = plain_label(
            self.tr(
                "The file then opens by itself while you are logged in to this computer, and only"
                " here. On another computer it opens with the recovery code."
            ),
            "small",
            "wrap",
        )
        self.first = PassphraseField()
        self.second = PassphraseField()
        self._first = LabelledField(
            self.tr("Passphrase"),
            self.first,
            self.tr("Three or four words that have nothing to do with each other are good."),
        )
        self._second = LabelledField(self.tr("The same passphrase again"), self.second)
        self._chip = Chip()
        self.first.edited.connect(self._judge)
        self.second.edited.connect(lambda: self._second.show_problem(""))
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

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()

    def _lay_out(self, *, key_store: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        choices = (self.with_passphrase, self.with_key_store, self._store_note)
        fields = (self._first, self._chip, self._second)
        for widget in (self.with_passphrase, *fields, self.with_key_store, self._store_note):
            layout.addWidget(widget)
        layout.addStretch(1)
        # The next field does not jump when the first letter is typed.
        policy = self._chip.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._chip.setSizePolicy(policy)
        for choice in choices:
            choice.setVisible(key_store)

    def _switch(self) -> None:
        for widget in (self._first, self._second):
            widget.setVisible(self.with_passphrase.isChecked())
        self._judge()

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
