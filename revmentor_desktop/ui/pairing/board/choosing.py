"""Which cards of the three lists are chosen, and that the side card shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Qt, QTimer

from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.pairing.board.cards import Card, PairCard
from revmentor_desktop.ui.pairing.board.side_card import SideCard
from revmentor_desktop.ui.pairing.board.view import CardView

_PAUSE_MS: Final = 120
"""Longer than from one repetition of a key that is held down to the next."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the officer is on the board: a list and the card in it, or None while it has none.

    `is_chosen`: that card is, and no other.
    """

    view: CardView
    card: Card | None
    has_keyboard: bool
    is_chosen: bool


class Choosing(QObject):
    """Lets one list at a time have what is chosen; with Ctrl held down, several of them."""

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
            view.sideways.connect(partial(self._go_sideways, view))
            view.chosen.connect(lambda card, v=view: self._show_chosen(v, card))
            view.several_chosen.connect(lambda cards, v=view: self._show_several(v, cards))

    def cards(self) -> list[Card]:
        """Return what is chosen, in the order of the lists."""
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

    def place(self) -> Place:
        """Return where the officer is: in the list with the keyboard, or with what is chosen."""
        focused = self._pairs.window().focusWidget()
        by_keyboard = (one for one in self._views if one is focused)
        chosen = (one for one in self._views if one.selected_cards())
        view = next(by_keyboard, None) or next(chosen, self._pairs)
        card = view.current_card()
        return Place(view, card, view is focused, self.cards() == [card])

    def go_on_from(self, place: Place) -> None:
        """Once another draft is shown: go to where the same people stand in it.

        Where nobody of them is in sight, the keyboard begins at the top of its list, or of another
        where that one is empty: it is never on a card that one did not go to.
        """
        flag = QItemSelectionModel.SelectionFlag
        same = self._card_of_same(place.card) if place.card is not None else None
        if same is None:
            lists = (place.view, self._pairs, self._mentors, self._leaders)
            view = next((one for one in lists if one.cards.rowCount()), place.view)
            same, is_chosen = (view, view.cards.index(0)), flag.NoUpdate
        else:
            is_chosen = flag.ClearAndSelect if place.is_chosen else flag.NoUpdate
        view, index = same
        view.selectionModel().setCurrentIndex(index, is_chosen)
        view.scrollTo(index)
        if place.has_keyboard and view is not place.view:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """After a reload: show what is chosen as it is now, or that it is gone."""
        if self._side.shows_several:
            self._show_all_chosen()
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
        if view.cards.is_changing:
            return  # what is chosen then is followed once all lists have changed
        if view.adds:
            self._show_all_chosen()
            return
        if card is None:
            shown = self._side.card
            if view is (self._pairs if shown is None else self._view_of(shown)):
                self._side.show_card(None, None)
            return
        self._forget_others(view)
        self._side.show_card(self._scored, card)

    def _show_several(self, view: CardView, cards: Sequence[Card]) -> None:
        if view.cards.is_changing:
            return
        if view.adds:
            self._show_all_chosen()
            return
        self._forget_others(view)
        self._side.show_several(self._scored, cards)

    def _show_all_chosen(self) -> None:
        """Show what is chosen in all lists."""
        cards = self.cards()
        if len(cards) > 1:
            self._side.show_several(self._scored, cards)
        else:
            self._side.show_card(self._scored, cards[0] if cards else None)

    def _forget_others(self, view: CardView) -> None:
        for other in self._views:
            if other is not view:
                other.forget()

    def _card_of_same(self, card: Card) -> tuple[CardView, QModelIndex] | None:
        """Return where the people of a card stand by now, together or else the first of them."""
        own = self._view_of(card)
        lists = (own, *(one for one in self._views if one is not own))
        for people in (card.people, *((one,) for one in card.people)):
            wanted = {one.person.id for one in people}
            for view in lists:
                for row in range(view.cards.rowCount()):
                    index = view.cards.index(row)
                    there = view.cards.card(index)
                    if there and wanted <= {one.person.id for one in there.people}:
                        return view, index
        return None

    def _view_of(self, card: Card) -> CardView:
        if isinstance(card, PairCard):
            return self._pairs
        return self._mentors if card.role is Role.MENTOR else self._leaders

    def _go_sideways(self, view: CardView, step: int, stays: bool) -> None:
        """Go to the next list in that direction that has a card; what is chosen may stay so."""
        at = self._views.index(view) + step
        while 0 <= at < len(self._views):
            if self._views[at].cards.rowCount():
                if stays:
                    self._views[at].come_by()
                else:
                    self._views[at].setFocus(Qt.FocusReason.TabFocusReason)
                return
            at += step
