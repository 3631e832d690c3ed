"""The dialog that enters a pair that found each other: who, and at once what the rules say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.pairing.fit_words import fit_word, points_word
from revmentor_desktop.ui.pairing.words import name_of, occupation
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.roles import named, role_names
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.growing import GrowingText
from revmentor_desktop.ui.widgets.text import announce, plain_label, set_property

_WIDTH: Final = 500
_LINES: Final = 3


class FoundDialog(Dialog):
    """Asks for both people; `change` is what comes of it, `excuse` the reason against the rules."""

    def __init__(self, scored: ScoredBoard, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Enter a pair that found each other"),
            self.tr("The same rules hold for them. They are a proposal until you agree them."),
            parent,
        )
        self._scored = scored
        self.setMinimumWidth(_WIDTH)
        self.people = {role: Finder(scored.board.side(role)) for role in Role}
        hint = self.tr("Type a part of the name.")
        for role, finder in self.people.items():
            self.body.addWidget(LabelledField(role_names()[role], finder, hint))
            finder.found.connect(self._judge)
        self.verdict = plain_label("", "body", "wrap")
        self.verdict.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 4)
        self.reason = GrowingText(_LINES)
        self._reason_field = LabelledField(
            self.tr("Why is this right for these two all the same?"), self.reason
        )
        self.body.addWidget(self.verdict)
        self.body.addWidget(self._reason_field)
        self.add_cancel()
        self.enter = self.add_button(self.tr("Propose the pair"), "primary", "link")
        self.enter.clicked.connect(self._take)
        self._judge()
        self.people[Role.MENTOR].setFocus()

    @property
    def change(self) -> Rearrangement | None:
        """What is to be changed, or None while not both are found."""
        mentor, leader = (self.people[role].person() for role in Role)
        if mentor is None or leader is None:
            return None
        return Rearrangement(joined=((mentor, leader),))

    @property
    def excuse(self) -> str:
        """Why the rules against the two are set aside, or an empty text where none is."""
        return self.reason.text().strip() if self._is_excusable() else ""

    def _judge(self) -> None:
        """Say what the rules say of the two, and how well they fit."""
        change = self.change
        reason = None if change is None else self._scored.board.objection_to(change)
        excusable = self._is_excusable()
        self._reason_field.setVisible(excusable)
        self._reason_field.show_problem("")
        self.enter.setEnabled(change is not None and (reason is None or excusable))
        set_property(self.verdict, "role", "body" if reason is None else "error")
        if change is None:
            said = named(self.tr("Choose the {mentor} and the {leader}."))
        elif reason is None:
            said = self._fit_words(change)
        else:
            said = f"! {words_of(reason)}"
        if change is not None and said != self.verdict.text():
            announce(self.verdict, said)
        self.verdict.setText(said)

    def _fit_words(self, change: Rearrangement) -> str:
        fit = self._scored.fit(*change.joined[0])
        said = self.tr("✓ No rule stands against it · {0}").format(fit_word(fit))
        if not fit.is_known:
            return said
        sides = self.tr("professional {0}, personal {1}")
        words = sides.format(points_word(fit.professional), points_word(fit.personal))
        return f"{said} ({words})"

    def _is_excusable(self) -> bool:
        change = self.change
        return change is not None and bool(self._scored.board.excusable(change))

    def _take(self) -> None:
        if self._is_excusable() and not self.excuse:
            self._reason_field.show_problem(words_of(KnownError("override-needs-reason")))
            self.reason.setFocus()
            return
        self.accept()


class Finder(QComboBox):
    """A field that finds one of some people by any part of their name."""

    found = Signal()

    def __init__(self, people: list[Participant]) -> None:
        super().__init__()
        self._people = people
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for words in _called(people):
            self.addItem(words)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.setCurrentIndex(-1)
        self.editTextChanged.connect(lambda _: self.found.emit())
        self.currentIndexChanged.connect(lambda _: self.found.emit())

    def setAccessibleName(self, name: str) -> None:
        """Name the field; what one types into carries the name too."""
        super().setAccessibleName(name)
        entry = self.lineEdit()
        if entry is not None:
            entry.setAccessibleName(name)

    def person(self) -> Participant | None:
        """Return who stands in the field, or None while that is nobody, or could be several."""
        at = self.currentIndex()
        if at >= 0 and self.itemText(at) == self.currentText():
            return self._people[at]  # chosen from the list, where two may be called the same
        typed = self.currentText().strip().casefold()
        whole = [
            one
            for place, one in enumerate(self._people)
            if self.itemText(place).casefold() == typed
        ]
        same = whole or [one for one in self._people if name_of(one).casefold() == typed]
        return same[0] if len(same) == 1 else None

    def put(self, one: Participant) -> None:
        """Show somebody."""
        self.setCurrentIndex(self._people.index(one))


def _called(people: Sequence[Participant]) -> list[str]:
    """Return names with the work; where that does not tell two apart, with the e-mail address."""
    found = [_joined(name_of(one), occupation(one.person)) for one in people]
    counts = Counter(words.casefold() for words in found)
    return [
        words if counts[words.casefold()] == 1 else _joined(words, one.person.email)
        for words, one in zip(found, people, strict=True)
    ]


def _joined(*words: str) -> str:
    return " · ".join(filter(None, words))
