"""The pages before a data file is open; each says by a signal what the officer wants."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.start.frame import StartPage
from revmentor_desktop.ui.start.secret import SecretForm
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.fields import LabelledField, PassphraseField
from revmentor_desktop.ui.widgets.surfaces import rule
from revmentor_desktop.ui.widgets.text import plain_label


class NewFilePage(StartPage):
    """Makes a data file: whose it is and what opens it."""

    wanted = Signal(Path, str, object)
    """Where, the organisation's name, the passphrase or None for the key store."""
    place_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, place: Path, *, first: bool, key_store: bool) -> None:
        heading = self.tr("Welcome to RevMentor") if first else self.tr("New data file")
        super().__init__(
            heading,
            self.tr(
                "Everything about your programmes is kept in one encrypted file on this computer,"
                " and nowhere else."
            ),
        )
        self.organisation = QLineEdit()
        self.body.addWidget(
            LabelledField(
                self.tr("Your organisation’s name"),
                self.organisation,
                self.tr("It stands on the papers. You can change it later."),
            )
        )
        self.secret = SecretForm(key_store=key_store)
        self.body.addWidget(self.secret)
        self._place = place
        self._place_label = plain_label("", "small", "wrap")
        self._change = button(self.tr("Another place…"), "quiet")
        self._change.clicked.connect(self.place_wanted)
        place_row = QHBoxLayout()
        place_row.setSpacing(8)
        place_row.addWidget(self._place_label, 1)
        place_row.addWidget(self._change, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(place_row)
        self.make = button(self.tr("Create the data file"), "primary")
        self.make.clicked.connect(self._create)
        other = button(self.tr("Open one I have…"))
        other.clicked.connect(self.open_wanted)
        self.foot.addWidget(self.make)
        self.foot.addWidget(other)
        self.foot.addStretch(1)
        self.organisation.returnPressed.connect(self.secret.first.setFocus)
        self.secret.first.returnPressed.connect(self.secret.second.setFocus)
        self.secret.second.returnPressed.connect(self._create)
        self.set_place(place)

    def set_place(self, place: Path) -> None:
        """Make the file there instead."""
        self._place = place
        self._place_label.setText(self.tr("Kept in {0}").format(place))

    def take_focus(self) -> None:
        self.organisation.setFocus()

    def _create(self) -> None:
        self.show_problem("")
        if self.secret.complete():
            self.wanted.emit(self._place, self.organisation.text(), self.secret.secret())


class UnlockPage(StartPage):
    """Asks for the passphrase of a data file."""

    unlocked = Signal(str)
    lost = Signal()
    other_wanted = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__(self.tr("Welcome back"), _described(path))
        self.passphrase = PassphraseField()
        self._field = LabelledField(self.tr("Passphrase"), self.passphrase)
        self.body.addWidget(self._field)
        self.passphrase.edited.connect(lambda: self._field.show_problem(""))
        self.passphrase.entry.returnPressed.connect(self._unlock)
        self.open = button(self.tr("Open"), "primary")
        self.open.clicked.connect(self._unlock)
        other = button(self.tr("Open another…"))
        other.clicked.connect(self.other_wanted)
        lost = button(self.tr("I lost my passphrase"), "quiet")
        lost.clicked.connect(self.lost)
        for widget in (self.open, other):
            self.foot.addWidget(widget)
        self.foot.addStretch(1)
        self.foot.addWidget(lost)

    def take_focus(self) -> None:
        self.passphrase.setFocus()

    def refuse(self, error: KnownError) -> None:
        """Say beside the field why the passphrase did not open the file."""
        self._field.show_problem(words_of(error))
        self.passphrase.entry.selectAll()
        self.passphrase.setFocus()

    @property
    def refusal(self) -> str:
        """What is said beside the field, or an empty text."""
        return self._field.problem

    def _unlock(self) -> None:
        self.unlocked.emit(self.passphrase.text())


class RecoverPage(StartPage):
    """Asks for the code on the recovery sheet."""

    recovered = Signal(str)
    back = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__(
            self.tr("Open with the recovery code"),
            self.tr(
                "The code stands on the recovery sheet that was printed or saved when the data"
                " file was made. Afterwards you choose a new passphrase."
            ),
        )
        self.body.addWidget(plain_label(_described(path), "small", "wrap"))
        self.code = QLineEdit()
        self._field = LabelledField(
            self.tr("Recovery code"),
            self.code,
            self.tr("Seven groups of four. Capitals, spaces and dashes make no difference."),
        )
        self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.code.textEdited.connect(lambda: self._field.show_problem(""))
        self.code.returnPressed.connect(self._recover)
        self.body.addWidget(self._field)
        self.open = button(self.tr("Open"), "primary")
        self.open.clicked.connect(self._recover)
        back = button(self.tr("Back"))
        back.clicked.connect(self.back)
        self.foot.addWidget(self.open)
        self.foot.addWidget(back)
        self.foot.addStretch(1)

    def take_focus(self) -> None:
        self.code.setFocus()

    def refuse(self, error: KnownError) -> None:
        """Say beside the field why the code did not open the file."""
        self._field.show_problem(words_of(error))
        self.code.setFocus()

    @property
    def refusal(self) -> str:
        """What is said beside the field, or an empty text."""
        return self._field.problem

    def _recover(self) -> None:
        self.recovered.emit(self.code.text())


class NewSecretPage(StartPage):
    """Asks for a new passphrase after the recovery code opened the file."""

    chosen = Signal(object)

    def __init__(self, *, key_store: bool) -> None:
        super().__init__(
            self.tr("Choose a new passphrase"),
            self.tr("The file is open and nothing is lost. The recovery sheet stays valid."),
        )
        self.secret = SecretForm(key_store=key_store)
        self.body.addWidget(self.secret)
        self.go_on = button(self.tr("Go on"), "primary")
        self.go_on.clicked.connect(self._choose)
        self.secret.first.returnPressed.connect(self.secret.second.setFocus)
        self.secret.second.returnPressed.connect(self._choose)
        self.foot.addWidget(self.go_on)
        self.foot.addStretch(1)

    def take_focus(self) -> None:
        self.secret.first.setFocus()

    def _choose(self) -> None:
        self.show_problem("")
        if self.secret.complete():
            self.chosen.emit(self.secret.secret())


class ProblemPage(StartPage):
    """Says why a data file did not open, and what can be done."""

    again = Signal()
    recover = Signal()
    other_wanted = Signal()
    new_wanted = Signal()
    recent_wanted = Signal(Path)

    def __init__(self, path: Path, error: KnownError, recent: list[Path]) -> None:
        super().__init__(self.tr("The data file did not open"), words_of(error))
        self.code = error.code
        with_code = error.code.startswith("key-")
        self.retry = button(self.tr("Try again"), "plain" if with_code else "primary")
        self.retry.clicked.connect(self.again)
        self.use_code = button(self.tr("Use the recovery code"), "primary")
        self.use_code.clicked.connect(self.recover)
        self.use_code.setVisible(with_code)
        self.other = button(self.tr("Open another…"))
        self.other.clicked.connect(self.other_wanted)
        new = button(self.tr("New data file…"), "quiet")
        new.clicked.connect(self.new_wanted)
        for widget in (self.use_code, self.retry, self.other):
            self.foot.addWidget(widget)
        self.foot.addStretch(1)
        self.foot.addWidget(new)
        self._list(recent, path)

    def take_focus(self) -> None:
        (self.use_code if self.use_code.isVisible() else self.retry).setFocus()

    def _list(self, recent: list[Path], path: Path) -> None:
        others = [one for one in recent if one != path]
        if not others:
            return
        self.body.addWidget(rule())
        lately = QVBoxLayout()
        lately.setSpacing(6)
        lately.addWidget(plain_label(self.tr("Lately open"), "label"))
        for one in others:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(plain_label(one.stem, "body"))
            row.addWidget(plain_label(str(one.parent), "small", "elide"), 1)
            link = button(self.tr("Open"))
            link.setAccessibleName(self.tr("Open {0}").format(one.stem))
            link.clicked.connect(lambda _=False, wanted=one: self.recent_wanted.emit(wanted))
            row.addWidget(link)
            lately.addLayout(row)
        self.body.addLayout(lately)


def _described(path: Path) -> str:
    return f"{path.name} · {path.parent}"
