"""Which cards of the three lists are chosen, and that the side card shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.pairing.board.cards import Card, PairCard
from revmentor_desktop.ui.pairing.board.side_card import SideCard
from revmentor_desktop.ui.pairing.board.view import CardView

_PAUSE_MS: Final = 120
"""Longer than from one repetition of a key that is held down to the next."""


class Choosing(QObject):
    """Lets one list at a time have what is chosen: one card, or several."""

    def __init__(self, views: Sequence[CardView], side: SideCard, parent: QObject) -> None:
        super().__init__(parent)
        self._views = views
        self._mentors, self._pairs, self._leaders = views
        self._side = side
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(side.settle)
        for view in views:
            view.hurried.connect(self._wait)
            view.sideways.connect(lambda step, v=view: self._go_sideways(v, step))
            view.chosen.connect(lambda card, v=view: self._show_chosen(v, card))
            view.several_chosen.connect(lambda cards, v=view: self._show_several(v, cards))

    def cards(self) -> list[Card]:
        """Return what is chosen, in the order of its list."""
        return [card for view in self._views for card in view.selected_cards()]

    def several(self) -> list[Card]:
        """Return what is chosen where that is more than one card, else nothing."""
        chosen = self.cards()
        return chosen if len(chosen) > 1 else []

    def people(self) -> list[Participant]:
        """Return everybody on the chosen cards, each once."""
        found = {one.person.id: one for card in self.cards() for one in card.people}
        return list(found.values())

    def take_keyboard(self) -> None:
        """Let the keyboard go on in the list of what is chosen, or else among the pairs."""
        view = next((one for one in self._views if one.selected_cards()), self._pairs)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """After a reload: show what is chosen as it is now, or that it is gone."""
        if self._side.shows_several:
            cards = self.cards()
            if len(cards) > 1:
                self._side.show_several(self._scored, cards)
            else:
                self._side.show_card(self._scored, cards[0] if cards else None)
            return
        chosen = self._side.card
        if chosen is None:
            return
        view = self._view_of(chosen)
        index = view.cards.index_of(chosen.key)
        card = view.cards.card(index)
        if card is None or not view.selectionModel().isSelected(index):
            self._side.show_card(None, None)
        else:
            self._side.show_card(self._scored, card)

    def _wait(self) -> None:
        """While a key is held down the cards run by; the side card shows the one they stop at."""
        self._side.wait()
        self._pause.start()

    @property
    def _scored(self) -> ScoredBoard:
        return self._pairs.cards.scored

    def _show_chosen(self, view: CardView, card: Card | None) -> None:
        if card is None:
            shown = self._side.card
            if view is (self._pairs if shown is None else self._view_of(shown)):
                self._side.show_card(None, None)
            return
        self._forget_others(view)
        self._side.show_card(self._scored, card)

    def _show_several(self, view: CardView, cards: Sequence[Card]) -> None:
        self._forget_others(view)
        self._side.show_several(self._scored, cards)

    def _forget_others(self, view: CardView) -> None:
        for other in self._views:
            if other is not view:
                other.forget()

    def _view_of(self, card: Card) -> CardView:
        if isinstance(card, PairCard):
            return self._pairs
        return self._mentors if card.role is Role.MENTOR else self._leaders

    def _go_sideways(self, view: CardView, step: int) -> None:
        """Go to the next list in that direction that has a card."""
        at = self._views.index(view) + step
        while 0 <= at < len(self._views):
            if self._views[at].cards.rowCount():
                self._views[at].setFocus(Qt.FocusReason.TabFocusReason)
                return
            at += step
