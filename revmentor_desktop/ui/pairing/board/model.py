"""The lists of the board as item models: what a card says, what may be dropped on it, and why not.

A person travels as mime data between the lists; the model that a drop falls on asks the domain.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from revmentor_desktop.domain.board import Board, Candidate, Held, partner_in
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.pairing.board.cards import Card, PairCard, PersonCard, Verdict, verdict_of
from revmentor_desktop.ui.pairing.board.mime import MIME, held_in, mime_of

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
ACTIONS: Final = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
"""What a drop does: as a rule it moves; as with files, with Ctrl held down it adds."""
_MOST_STEPS: Final = 40
"""More changes to a list than this are shown as a new list."""


class CardRole(IntEnum):
    """What the models hand out beyond Qt's own roles."""

    CARD = Qt.ItemDataRole.UserRole
    VERDICT = Qt.ItemDataRole.UserRole + 1
    LIFTED = Qt.ItemDataRole.UserRole + 2


class CardModel(QAbstractListModel):
    """A list of cards. While somebody is held, each card that could take them has a verdict."""

    rearranged = Signal(Rearrangement)
    """A drop that the rules allow."""
    refused = Signal(object, object)
    """A drop that they forbid: the KnownError with the reason, and the `Rearrangement`."""

    def __init__(self, scored: ScoredBoard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scored = scored
        self._cards: list[Card] = []
        self._held: Held | None = None
        self._beside = False
        self._verdicts: dict[int, Verdict | None] = {}
        self.is_changing = False
        """Whether other cards are being shown, so that what is chosen may change by itself."""

    @property
    def board(self) -> Board:
        """The board whose cards these are."""
        return self.scored.board

    def show(self, scored: ScoredBoard, cards: Sequence[Card]) -> None:
        """Show other cards of a board; those that stay keep their selection and place."""
        self.scored = scored
        self._held = None
        self._beside = False
        self._verdicts.clear()
        self.is_changing = True
        if not self._merge(list(cards)):
            self.beginResetModel()
            self._cards = list(cards)
            self.endResetModel()
        self.is_changing = False

    def hold(self, held: Held | None) -> None:
        """Show on each card whether it can take the person now held, or that nobody is."""
        self._held = held
        self._beside = False
        self._judge_anew()

    @property
    def beside(self) -> bool:
        """Whether the cards say what it is to join somebody as one partner more."""
        return self._beside

    def mean_beside(self, beside: bool) -> None:
        """Say on each card what letting go does there: to take nobody's place, or as usual."""
        if beside is not self._beside:
            self._beside = beside
            self._judge_anew()

    def _judge_anew(self) -> None:
        self._verdicts.clear()
        if self._cards:
            self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1))

    def card(self, index: Index) -> Card | None:
        """Return the card at an index, or None outside the list."""
        if index.isValid() and index.row() < len(self._cards):
            return self._cards[index.row()]
        return None

    def index_of(self, key: int) -> QModelIndex:
        """Return where the card of that key is, an invalid index when it is not in the list."""
        rows = (row for row, card in enumerate(self._cards) if card.key == key)
        return self.index(next(rows, -1))

    def change(self, held: Held, index: Index, *, beside: bool = False) -> Rearrangement | None:
        """Return what letting go of `held` at an index would change; None: nothing at all.

        With `beside` nobody is to lose their place by it.
        """
        raise NotImplementedError

    def can_join_beside(self, held: Held, index: Index) -> bool:
        """Tell whether letting go would take a place that could also be left to who has it."""
        beside = self.change(held, index, beside=True)
        return (
            beside is not None
            and beside != self.change(held, index)
            and self.board.is_possible(beside)
        )

    def verdict(self, row: int) -> Verdict | None:
        """Return what the card in that row says about who is held, or None while nobody is."""
        if self._held is None:
            return None
        if row not in self._verdicts:
            self._verdicts[row] = self._judge(self._held, self._cards[row])
        return self._verdicts[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        card = self.card(index)
        if card is None:
            return None
        if role == CardRole.VERDICT:
            return self.verdict(index.row())
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            verdict = self.verdict(index.row())
            return card.described if verdict is None else verdict.spoken
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: card.name,
            Qt.ItemDataRole.AccessibleTextRole: card.spoken,
            CardRole.CARD: card,
            CardRole.LIFTED: self._is_lifted(card),
        }
        return answers.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemIsDropEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def supportedDragActions(self) -> Qt.DropAction:
        return ACTIONS

    def supportedDropActions(self) -> Qt.DropAction:
        return ACTIONS

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        cards = [card for index in indexes if (card := self.card(index)) is not None]
        return mime_of(cards[0].held()) if cards else QMimeData()

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        change = self._dropped(data, action, parent)
        return change is not None and self.board.objection_to(change) is None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        change = self._dropped(data, action, parent)
        if change is None:
            return False
        reason = self.board.objection_to(change)
        if reason is not None:
            self.refused.emit(reason, change)
            return False
        self.rearranged.emit(change)
        return True

    def _dropped(
        self, data: QMimeData, action: Qt.DropAction, index: Index
    ) -> Rearrangement | None:
        held, beside = held_in(data, self.board), action is Qt.DropAction.CopyAction
        return None if held is None else self.change(held, index, beside=beside)

    def _judge(self, held: Held, card: Card) -> Verdict | None:
        raise NotImplementedError

    def _is_lifted(self, card: Card) -> bool:
        """Whether what is held was taken from this card."""
        raise NotImplementedError

    def _merge(self, cards: list[Card]) -> bool:
        """Change the list step by step, so that views keep their place; False: too different."""
        new = {card.key for card in cards}
        old = {card.key for card in self._cards}
        gone = [row for row, card in enumerate(self._cards) if card.key not in new]
        come = [row for row, card in enumerate(cards) if card.key not in old]
        if len(gone) + len(come) > _MOST_STEPS:
            return False
        for row in reversed(gone):
            self.beginRemoveRows(_ROOT, row, row)
            del self._cards[row]
            self.endRemoveRows()
        self._move([card for card in cards if card.key in old])
        for row in come:
            self.beginInsertRows(_ROOT, row, row)
            self._cards.insert(row, cards[row])
            self.endInsertRows()
        self._cards = cards
        if cards:
            self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
        return True

    def _move(self, cards: list[Card]) -> None:
        """Show the same cards in another order."""
        if [card.key for card in cards] == [card.key for card in self._cards]:
            return
        self.layoutAboutToBeChanged.emit()
        rows = {card.key: row for row, card in enumerate(cards)}
        known = self.persistentIndexList()
        keys = [self._cards[index.row()].key for index in known]
        self._cards = cards
        self.changePersistentIndexList(known, [self.index(rows[key]) for key in keys])
        self.layoutChanged.emit()


class PeopleModel(CardModel):
    """The mentors or the leaders who have room for a partner."""

    def __init__(self, role: Role, scored: ScoredBoard, parent: QObject | None = None) -> None:
        super().__init__(scored, parent)
        self.role = role

    def change(self, held: Held, index: Index, *, beside: bool = False) -> Rearrangement | None:
        if held.role is self.role:
            return None if held.pair is None else Rearrangement(parted=(held.pair,))
        card = self.card(index)
        if not isinstance(card, PersonCard):
            return None
        return self.board.onto_person(held, card.participant)

    def _judge(self, held: Held, card: Card) -> Verdict | None:
        if held.role is self.role or not isinstance(card, PersonCard):
            return None
        change = self.board.onto_person(held, card.participant)
        reason = self.board.objection_to(change)
        return verdict_of(Candidate(card.participant, None, change, reason), self.scored)

    def _is_lifted(self, card: Card) -> bool:
        held = self._held
        return held is not None and held.pair is None and held.participant in card.people


class PairsModel(CardModel):
    """The pairs."""

    def change(self, held: Held, index: Index, *, beside: bool = False) -> Rearrangement | None:
        card = self.card(index)
        if not isinstance(card, PairCard) or card.pair == held.pair:
            return None
        return self.board.onto_pair(held, card.pair, beside=beside)

    def _judge(self, held: Held, card: Card) -> Verdict | None:
        if not isinstance(card, PairCard) or card.pair == held.pair:
            return None
        change = self.board.onto_pair(held, card.pair, beside=self._beside)
        reason = self.board.objection_to(change)
        partner = partner_in(card.pair, held.role.other)
        return verdict_of(Candidate(partner, card.pair, change, reason), self.scored)

    def _is_lifted(self, card: Card) -> bool:
        held = self._held
        return (
            held is not None
            and isinstance(card, PairCard)
            and held.pair is not None
            and card.pair == held.pair
        )
