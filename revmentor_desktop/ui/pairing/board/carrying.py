"""Moving somebody with the keyboard alone: Space picks up, Enter lets go, Escape leaves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from revmentor_desktop.domain.board import Held
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.ui.pairing.board.cards import Card, PairCard, Verdict
from revmentor_desktop.ui.pairing.board.model import CardModel, CardRole
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.words import name_of
from revmentor_desktop.ui.roles import named

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Carrying(QObject):
    """Follows somebody who is carried across the lists with the keyboard."""

    settled = Signal(Rearrangement)
    """Enter on a card that can take who is carried."""
    refused = Signal(object, object)
    """Enter on one that cannot: the KnownError says why, and the `Rearrangement` what was meant."""
    hinted = Signal(str)
    """What to say while somebody is carried; empty: nobody is."""
    spoken = Signal(str)
    """What a screen reader is to say."""

    def __init__(self, views: Sequence[CardView], parent: QObject) -> None:
        super().__init__(parent)
        self._views = views
        self._held: Held | None = None
        self._said = ""
        for view in views:
            view.lifted.connect(self._lift)
            view.picked_up.connect(self.leave)
            view.installEventFilter(self)
            view.selectionModel().currentChanged.connect(self._hint_at)
            view.entered.connect(lambda v=view: self._hint_at(v.currentIndex()))

    @property
    def held(self) -> Held | None:
        """Who is carried now, or None."""
        return self._held

    def leave(self, *_: object) -> None:
        """Carry nobody any more; nothing has changed."""
        if self._held is not None:
            self._hold(None)
            self.hinted.emit("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            self._held is None
            or not isinstance(event, QKeyEvent)
            or not isinstance(watched, CardView)
            or event.type() != QEvent.Type.KeyPress
        ):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._put_back()
            return True
        if event.key() in _ENTER:
            adds = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._let_go(watched, beside=bool(adds))
            return True
        return False

    def _lift(self, card: Card) -> None:
        """Pick somebody up; of a pair the mentor first, and once more the other."""
        held = card.held()
        if isinstance(card, PairCard) and self._held == held:
            held = card.held(Role.MENTEE)
        elif self._held == held:
            self._put_back()
            return
        self._hold(held)
        self._hint(self._start_words(held))

    def _put_back(self) -> None:
        """Carry nobody any more, and say so."""
        if self._held is None:
            return
        name = name_of(self._held.participant)
        self.leave()
        self.spoken.emit(self.tr("{0} stays").format(name))

    def _start_words(self, held: Held) -> str:
        words = (
            self.tr("{0} is picked up: arrows to a {leader}, Enter lets go, Escape leaves")
            if held.role is Role.MENTOR
            else self.tr("{0} is picked up: arrows to a {mentor}, Enter lets go, Escape leaves")
        )
        return named(words, name_of(held.participant))

    def _hold(self, held: Held | None) -> None:
        self._held, self._said = held, ""
        for view in self._views:
            view.cards.hold(held)

    def _hint_at(self, index: QModelIndex, *_: object) -> None:
        if self._held is None or not index.isValid():
            return
        verdict: Verdict | None = index.data(CardRole.VERDICT)
        if verdict is None:
            self._hint(self._start_words(self._held))
            return
        onto = index.data(Qt.ItemDataRole.DisplayRole)
        said = self.tr("{0} onto {1}: {2}")
        words = said.format(name_of(self._held.participant), onto, verdict.spoken)
        model = index.model()
        if isinstance(model, CardModel) and model.can_join_beside(self._held, index):
            words = self.tr("{0}; Ctrl+Enter: as one more partner").format(words)
        self._hint(words)

    def _hint(self, words: str) -> None:
        """Say something once, however often it comes to be true."""
        if words == self._said:
            return
        self._said = words
        self.hinted.emit(words)
        self.spoken.emit(words)

    def _let_go(self, view: CardView, *, beside: bool) -> None:
        held, index = self._held, view.currentIndex()
        if held is None:
            return
        change = view.cards.change(held, index, beside=beside)
        if change is None:
            self._put_back()
            return
        self.leave()
        reason = view.cards.board.objection_to(change)
        if reason is None:
            self.settled.emit(change)
        else:
            self.refused.emit(reason, change)
