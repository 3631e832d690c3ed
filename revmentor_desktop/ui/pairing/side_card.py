"""The card beside the lists: who is chosen, what the two share, which rules were checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.common_ground import CommonGround, common_ground
from revmentor_desktop.domain.overrides import Overridden
from revmentor_desktop.domain.pairing_rules import breaches
from revmentor_desktop.domain.pairs import Pair, PairState
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.people import Person
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.pairing.cards import Card as CardValue
from revmentor_desktop.ui.pairing.cards import PairCard
from revmentor_desktop.ui.pairing.commands import PairingCommands
from revmentor_desktop.ui.pairing.words import (
    mode_word,
    name_of,
    occupation,
    partners_word,
    short_reason,
    slot_word,
    standing_word,
    state_word,
)
from revmentor_desktop.ui.roles import named, role_names
from revmentor_desktop.ui.widgets.buttons import button, menu_button
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.surfaces import Card, Chip, ChipKind
from revmentor_desktop.ui.widgets.text import TextRole, plain_label, without_mnemonic

_LEAST_HEIGHT: Final = 150
_OWN_RULES: Final = {"pair-own-must-differ", "pair-own-must-be-equal", "pair-own-must-overlap"}


class SideCard(Card):
    """Shows one card of the board in full, with what can be done about it."""

    def __init__(self, commands: PairingCommands) -> None:
        super().__init__()
        self._commands = commands
        self._board: Board | None = None
        self._card: CardValue | None = None
        self._sheet = QWidget()
        self._area = _FittedArea()
        self.body.addWidget(self._area, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._actions = QWidget()
        self._actions.setSizePolicy(_as_high_as_wide_needs())
        self._buttons = FlowLayout(self._actions, 8)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self.foot.addWidget(self._actions)
        self.show_card(None, None)

    @property
    def card(self) -> CardValue | None:
        """The card that is shown."""
        return self._card

    def show_card(self, board: Board | None, card: CardValue | None) -> None:
        """Show that card of a board, or without one what choosing does."""
        self._board, self._card = board, card
        self._sheet = QWidget()
        layout = QVBoxLayout(self._sheet)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._clear_buttons()
        if board is None or card is None:
            hint = self.tr(
                "Choose a person or a pair to see what they bring, what they share and "
                "which rules were checked."
            )
            layout.addWidget(plain_label(hint, "muted", "wrap"))
        elif isinstance(card, PairCard):
            self._show_pair(board, card)
        else:
            self._show_person(board, card.participant)
            ask = button(self.tr("Pair with…"))
            ask.clicked.connect(lambda: self._commands.pair_with(card.held()))
            self._buttons.addWidget(ask)
        layout.addStretch(1)
        self._actions.setVisible(self._buttons.count() > 0)
        self._sheet.setProperty("role", "scrolled")
        self._area.show_sheet(self._sheet)

    # ---- a pair ---------------------------------------------------------------------------------

    def _show_pair(self, board: Board, card: PairCard) -> None:
        pair = card.pair
        mentor, mentee = pair.mentor, pair.mentee
        self._line(f"{name_of(mentor)} → {name_of(mentee)}", "heading")
        self._line(self._standing(pair), "small")
        self._show_rules(board, pair)
        self._show_common(common_ground(mentor.person, mentee.person), mentee.person)
        words = self.tr("Unpair") if pair.is_proposed else self.tr("End the pair…")
        unpair = button(words)
        unpair.clicked.connect(lambda: self._commands.unpair(pair))
        self._buttons.addWidget(unpair)
        self._buttons.addWidget(self._pair_with_button(card))

    def _standing(self, pair: Pair) -> str:
        """Return how far a pair has come, with its days."""
        said = [pair.reference]
        if pair.is_proposed:
            said.append(self.tr("proposed {0}").format(short_date(pair.created_on)))
        if pair.state is PairState.PAUSED:
            said.append(standing_word(pair))
        if pair.agreed_on is not None:
            said.append(self.tr("agreed {0}").format(short_date(pair.agreed_on)))
        for day, words in (
            (pair.mentor_asked_on, named(self.tr("{mentor} asked {0}"), "{0}")),
            (pair.mentee_asked_on, named(self.tr("{leader} asked {0}"), "{0}")),
        ):
            if day is not None:
                said.append(words.format(short_date(day)))
        return " · ".join(said)

    def _pair_with_button(self, card: PairCard) -> QWidget:
        menu = QMenu()
        commands = self._commands
        for words, role in (
            (commands.other_leader_words(card), Role.MENTOR),
            (commands.other_mentor_words(card), Role.MENTEE),
        ):
            action = menu.addAction(without_mnemonic(words))
            action.triggered.connect(lambda _=False, r=role: commands.pair_with(card.held(r)))
        return menu_button(self.tr("Pair with…"), menu)

    def _show_common(self, ground: CommonGround, mentee: Person) -> None:
        if ground.wishes:
            wants = self.tr("Offered, and wanted by {0}").format(
                mentee.first_name or mentee.full_name
            )
            self._words(wants, ground.wishes, "ok")
        else:
            self._line(self.tr("No offer and wish in the same words"), "muted")
        if ground.slots:
            self._words(self.tr("Suits both"), map(slot_word, ground.slots), "neutral")
        if ground.interests:
            self._words(self.tr("Both are interested in"), ground.interests, "neutral")

    def _show_rules(self, board: Board, pair: Pair) -> None:
        broken = breaches(pair.mentor, pair.mentee, board.facts)
        for reason in broken:
            if isinstance(reason, Overridden):
                self._line(short_reason(reason), "small")
            else:
                self._line(f"! {short_reason(reason)}", "error")
        codes = {reason.code for reason in broken}
        binding = board.facts.rules | ({"own"} if board.facts.own_rules else set())
        kept = [
            words
            for rule, words, against in (
                ("line", self.tr("not in one line of management"), {"pair-same-line"}),
                ("shared-manager", self.tr("no shared line manager"), {"pair-same-manager"}),
                ("conflict", self.tr("no conflict of interest declared"), {"pair-conflict"}),
                ("department", self.tr("not in one department"), {"pair-same-department"}),
                ("not-with", self.tr("on no private list"), {"pair-not-with"}),
                ("failed-pairs", self.tr("no pair that ended early"), {"pair-ended-early"}),
                ("confirmed", self.tr("both confirmed"), {"pair-unconfirmed"}),
                ("earlier-partners", self.tr("new to each other"), {"pair-met-before"}),
                ("mode", self.tr("a way to meet that suits both"), {"pair-no-common-mode"}),
                ("time", self.tr("a time in common"), {"pair-no-common-time"}),
                ("own", self.tr("the programme’s own rules"), _OWN_RULES),
                ("", self.tr("both taking part"), {"pair-paused", "pair-withdrawn"}),
            )
            if (not rule or rule in binding) and not codes & against
        ]
        if kept:
            self._line(self.tr("✓ Rules checked: {0}").format(", ".join(kept)), "small")

    # ---- a person -------------------------------------------------------------------------------

    def _show_person(self, board: Board, one: Participant) -> None:
        person, part = one.person, one.participation
        self._line(person.full_name, "heading")
        where = " · ".join(filter(None, (occupation(person), person.site)))
        if where:
            self._line(where, "small")
        role = role_names()[part.role]
        kind: ChipKind = "mentor" if part.role is Role.MENTOR else "mentee"
        self._chips(
            [
                (role, kind),
                (state_word(part.state), "neutral"),
                (_capital(partners_word(board, one)), "neutral"),
            ]
        )
        if part.role is Role.MENTOR:
            self._words(self.tr("Offers"), person.offers, "mentor")
        else:
            self._words(self.tr("Wants to learn"), person.wants, "mentee")
        self._words(self.tr("Can meet"), map(slot_word, person.slots), "neutral")
        if person.meeting_mode is not None:
            self._line(self.tr("Meets {0}").format(mode_word(person.meeting_mode)), "small")
        self._words(self.tr("Interests"), person.interests, "neutral")
        for text in (part.motivation, person.about_me):
            if text:
                self._line(text, "body")

    # ---- pieces ---------------------------------------------------------------------------------

    def _line(self, text: str, role: TextRole) -> None:
        label = plain_label(text, role, "wrap")
        # One endless word must not make the sheet wider than the card, or every line is cut.
        label.setMinimumWidth(1)
        self._rows().addWidget(label)

    def _words(self, title: str, words: Iterable[str], kind: ChipKind) -> None:
        chips = [(word, kind) for word in words]
        if chips:
            self._line(title, "small")
            self._chips(chips)

    def _chips(self, chips: Iterable[tuple[str, ChipKind]]) -> None:
        holder = QWidget()
        holder.setSizePolicy(_as_high_as_wide_needs())
        flow = FlowLayout(holder, 5)
        flow.setContentsMargins(0, 0, 0, 4)
        for text, kind in chips:
            flow.addWidget(Chip(text, kind))
        self._rows().addWidget(holder)

    def _rows(self) -> QVBoxLayout:
        layout = self._sheet.layout()
        if not isinstance(layout, QVBoxLayout):
            raise TypeError("the sheet is laid out in rows")
        return layout

    def _clear_buttons(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class SideRoom(QWidget):
    """Room for the side card, whose height does not depend on what the card shows.

    Otherwise choosing a card would move the cards under the pointer that just pressed one.
    """

    def __init__(self, side: SideCard) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(_LEAST_HEIGHT)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(side)
        rows.addStretch()

    def hasHeightForWidth(self) -> bool:
        return False


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _as_high_as_wide_needs() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


class _FittedArea(QScrollArea):
    """As high as its content is at this width; in less room that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "sheet")
        self.setAccessibleName(self.tr("About the chosen card"))

    def show_sheet(self, sheet: QWidget) -> None:
        """Show another content."""
        self.setWidget(sheet)
        self._choose_bar()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._needed())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_bar()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _needed(self) -> int:
        sheet = self.widget()
        layout = sheet.layout() if sheet is not None else None
        return 0 if layout is None else layout.heightForWidth(self.width())

    def _choose_bar(self) -> None:
        # Left to itself, a bar narrows the text, which then needs the bar that it would not.
        fits = self._needed() <= self.height()
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOff if fits else bar.ScrollBarAsNeeded)
        # The keyboard comes here only where there is something to scroll.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if fits else Qt.FocusPolicy.TabFocus)
