"""The card beside the lists: who is chosen, why a pair is one, what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.pairing.board.cards import Card as CardValue
from revmentor_desktop.ui.pairing.board.cards import PairCard, PersonCard
from revmentor_desktop.ui.pairing.board.sheets import (
    PairSheet,
    PersonSheet,
    SeveralSheet,
    Sheet,
    as_high_as_wide_needs,
)
from revmentor_desktop.ui.pairing.commands import PairingCommands
from revmentor_desktop.ui.pairing.pairs.asked import AskedTicks
from revmentor_desktop.ui.pairing.shortlists.offered import OfferedChoice
from revmentor_desktop.ui.widgets.buttons import button, menu_button
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.surfaces import Card, IconLabel
from revmentor_desktop.ui.widgets.text import plain_label, without_mnemonic

_LEAST_HEIGHT: Final = 140
_MARGIN: Final = 14
"""Less than other cards have: two buttons stand beside each other in a narrow window."""


class SideCard(Card):
    """Shows one card of the board in full, with what can be done about it."""

    filling = Signal(bool)
    """Whether it takes all the room there is, or else as much as its content needs."""
    keyboard_left = Signal()
    """The button that the keyboard was on is gone, and none with its words came instead."""

    def __init__(self, commands: PairingCommands) -> None:
        super().__init__()
        around = self.layout()
        if around is not None:
            around.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._commands = commands
        self._card: CardValue | None = None
        self._several: list[int] = []
        self._nothing = self._nothing_chosen()
        self._area = _FittedArea(self._nothing)
        self.body.addWidget(self._area, 1)
        self._actions = QWidget()
        self._actions.setSizePolicy(as_high_as_wide_needs())
        self._buttons = FlowLayout(self._actions, 8)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self.foot.addWidget(self._actions)
        self._waits = False
        self._asked: Callable[[], None] | None = None
        self.show_card(None, None)

    @property
    def card(self) -> CardValue | None:
        """The card that is shown."""
        return self._card

    @property
    def shows_several(self) -> bool:
        """Whether it shows several chosen cards at once."""
        return bool(self._several)

    def show_card(self, scored: ScoredBoard | None, card: CardValue | None) -> None:
        """Show that card of a board, or without one what choosing does."""
        self._card, self._several = card, []
        self._show_soon(partial(self._show_one, scored, card))

    def show_several(self, scored: ScoredBoard, cards: Sequence[CardValue]) -> None:
        """Show several chosen cards with what can be done to them at once."""
        self._card, self._several = None, [card.key for card in cards]
        self._show_soon(partial(self._show_all, scored, cards))

    def wait(self) -> None:
        """Until `settle`, leave what is seen as it is: there is more to come at once."""
        self._waits = True

    def settle(self) -> None:
        """Show what was asked for last."""
        self._waits = False
        asked, self._asked = self._asked, None
        if asked is None:
            return
        focus = self.window().focusWidget()
        pressed = next((one for one in self._live_buttons() if one is focus), None)
        words = None if pressed is None else pressed.text()
        asked()
        if words is not None:
            self._go_on_at(words)

    def _go_on_at(self, words: str) -> None:
        """Put the keyboard on the button that says so, as before a change."""
        again = next((one for one in self._live_buttons() if one.text() == words), None)
        if again is None:
            self.keyboard_left.emit()
            return
        again.show()  # at once, so that the keyboard can go there
        again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _live_buttons(self) -> list[QAbstractButton]:
        """Return what can be pressed, without what waits to be deleted."""
        sheet = self._area.widget()
        items = (self._buttons.itemAt(at) for at in range(self._buttons.count()))
        acts = [item.widget() for item in items if item is not None]
        found = [] if sheet is None else sheet.findChildren(QAbstractButton)
        return [*found, *(one for one in acts if isinstance(one, QAbstractButton))]

    def _show_soon(self, asked: Callable[[], None]) -> None:
        # Many small widgets: to make them takes longer than a frame of a list that scrolls.
        self._asked = asked
        if not self._waits:
            self.settle()

    def _show_one(self, scored: ScoredBoard | None, card: CardValue | None) -> None:
        self._clear_buttons()
        if scored is None or card is None:
            self._actions.hide()
            self._fill_room(True)
            self._area.show_sheet(self._nothing)
            return
        if isinstance(card, PairCard):
            sheet: Sheet = PairSheet(scored, card.pair)
            if card.pair.is_proposed:
                sheet.rows.addWidget(AskedTicks(card.pair, self._commands.pairs.asked))
                self._show_choice(sheet, scored, card.pair.mentee)
            self._offer_for_pair(card)
        else:
            sheet = PersonSheet(scored.board, card.participant)
            self._offer_for_person(scored, card)
            self._show_choice(sheet, scored, card.participant)
        self._show(sheet)

    def _show_all(self, scored: ScoredBoard, cards: Sequence[CardValue]) -> None:
        self._clear_buttons()
        for words, sign, act in self._commands.several.acts(cards):
            made = button(words, "plain", sign)
            made.clicked.connect(lambda _=False, act=act: act())
            self._buttons.addWidget(made)
        pairs = [card.pair for card in cards if isinstance(card, PairCard)]
        people = [card.participant for card in cards if not isinstance(card, PairCard)]
        self._show(SeveralSheet(scored, pairs, people))

    def _nothing_chosen(self) -> Sheet:
        """Return what says what choosing does; it is kept, for it comes between any two."""
        sheet = Sheet()
        sheet.rows.addStretch(2)
        sheet.rows.addWidget(IconLabel("users", "brand", 28), 0, Qt.AlignmentFlag.AlignHCenter)
        hint = self.tr(
            "Choose a person or a pair to see what they bring, how well they fit and "
            "which rules were checked."
        )
        words = plain_label(hint, "muted", "wrap")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sheet.rows.addWidget(words)
        sheet.rows.addStretch(3)
        return sheet

    def _fill_room(self, fills: bool) -> None:
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Expanding if fills else policy.Maximum)
        self.filling.emit(fills)

    def _show(self, sheet: Sheet) -> None:
        sheet.rows.addStretch(1)
        self._fill_room(False)
        self._actions.setVisible(self._buttons.count() > 0)
        self._area.show_sheet(sheet)
        self.show_best()

    def show_best(self) -> None:
        """Say of the person who is shown whom the best plan has for them, as far as it is known."""
        sheet = self._area.widget()
        if isinstance(sheet, PersonSheet) and isinstance(self._card, PersonCard):
            sheet.best.setText(self._commands.explaining.in_best(self._card.participant) or " ")

    def _offer_for_person(self, scored: ScoredBoard, card: PersonCard) -> None:
        explaining = self._commands.explaining
        self._add(self.tr("Pair with…"), lambda: self._commands.pair_with(card.held()))
        if self._commands.shortlists.can_offer_first(card.participant):
            self._buttons.addWidget(self._offer_button(card.participant))
        if not scored.board.pairs_of(card.participant):
            self._add(self.tr("Why left over?"), lambda: explaining.left_over(card.participant))

    def _show_choice(self, sheet: Sheet, scored: ScoredBoard, leader: Participant) -> None:
        """Show what a leader was offered to choose among, with what can be done about it."""
        offered = scored.board.shortlist_of(leader)
        if offered is None:
            return
        commands = self._commands.shortlists
        choice = OfferedChoice(scored, offered)
        choice.chosen.connect(lambda mentor: commands.choose(leader, mentor))
        choice.page_asked.connect(lambda: commands.show_page(offered))
        choice.change_asked.connect(lambda: commands.offer(leader))
        choice.withdraw_asked.connect(lambda: commands.withdraw(leader))
        sheet.put_below_head(choice)

    def _offer_button(self, leader: Participant) -> QWidget:
        commands = self._commands.shortlists
        made = button(self.tr("Choice…"))
        made.setAccessibleName(commands.offer_words)
        made.clicked.connect(lambda: commands.offer(leader))
        return made

    def _offer_for_pair(self, card: PairCard) -> None:
        pair = card.pair
        words = self.tr("Unpair") if pair.is_proposed else self.tr("End the pair…")
        self._add(words, lambda: self._commands.unpair(pair))
        if pair.is_fixed:
            self._buttons.addWidget(self._pair_with_button(card))
        else:
            explaining = self._commands.explaining
            self._add(self.tr("Alternatives…"), lambda: explaining.alternatives_of(card))

    def _add(self, words: str, act: Callable[[], object]) -> None:
        made = button(words)
        made.clicked.connect(lambda _checked: act())
        self._buttons.addWidget(made)

    def _pair_with_button(self, card: PairCard) -> QWidget:
        menu = QMenu()
        commands = self._commands
        others = menu.addAction(self.tr("Alternatives…"))
        others.triggered.connect(lambda: commands.explaining.alternatives_of(card))
        for words, role in (
            (commands.other_leader_words(card), Role.MENTOR),
            (commands.other_mentor_words(card), Role.MENTEE),
        ):
            action = menu.addAction(without_mnemonic(words))
            action.triggered.connect(lambda _=False, r=role: commands.pair_with(card.held(r)))
        leader = card.pair.mentee
        if card.pair.is_proposed and commands.shortlists.can_offer_first(leader):
            offer = menu.addAction(without_mnemonic(commands.shortlists.offer_words))
            offer.triggered.connect(lambda _=False: commands.shortlists.offer(leader))
        return menu_button(self.tr("Pair with…"), menu)

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
        rows.addWidget(side, 1)  # at first nothing is chosen
        rows.addStretch()
        side.filling.connect(lambda fills: rows.setStretchFactor(side, int(fills)))

    def hasHeightForWidth(self) -> bool:
        return False


class _FittedArea(QScrollArea):
    """As high as its content is at this width; in less room that scrolls.

    One content is `kept` while others are shown.
    """

    def __init__(self, kept: QWidget) -> None:
        super().__init__()
        self._kept = kept
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "sheet")
        self.setAccessibleName(self.tr("About the chosen card"))
        self.setWidget(kept)

    def show_sheet(self, sheet: QWidget) -> None:
        """Show another content; the one before goes, unless it is the one that is kept."""
        before = self.takeWidget()
        if before is not self._kept:
            before.deleteLater()
        self.setWidget(sheet)
        self._choose_bar()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._needed())

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        # A scroll area wants more than a sheet of two lines needs.
        return QSize(least.width(), min(least.height(), self._needed()))

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
