"""The list from which two or three mentors are ticked for a leader to choose among."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from revmentor_desktop.domain.board import Board, Candidate
from revmentor_desktop.domain.guided_choice import offered_to
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.domain.shortlists import FEWEST, MOST
from revmentor_desktop.domain.text import fold
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.pairing.board.cards import Mark, Verdict
from revmentor_desktop.ui.pairing.board.painting import Brush
from revmentor_desktop.ui.pairing.chooser import CANDIDATE, VERDICT, CandidateDelegate, found_by
from revmentor_desktop.ui.pairing.fit_words import points_word, reasons, spoken_fit
from revmentor_desktop.ui.pairing.words import name_of, names_of

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
MARKS: Final = VERDICT + 1
PLACE: Final = VERDICT + 2
_CHECKED: Final = Qt.CheckState.Checked
_UNCHECKED: Final = Qt.CheckState.Unchecked
_BOX: Final = 22
_BESIDE: Final = 12


class TickModel(QAbstractListModel):
    """Mentors, the best fit first; those ticked have a place in the order in which they stand."""

    ticked_changed = Signal()
    refused = Signal()
    """A fourth was to be ticked."""

    def __init__(
        self,
        scored: ScoredBoard,
        leader: Participant,
        mentors: Iterable[Participant],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._scored = scored
        self._leader = leader
        self._all = sorted(mentors, key=lambda one: -scored.fit(one, leader).total)
        self._shown = self._all
        self.ticked: list[Participant] = []

    def best(self) -> list[Participant]:
        """Return the best fits; those whose places are proposed to others only if need be."""
        board = self._scored.board
        free = [one for one in self._all if board.has_room(one) or self._is_proposed_here(one)]
        taken = [one for one in self._all if one not in free]
        return [*free[:MOST], *taken[: max(0, FEWEST - len(free))]]

    def tick(self, wanted: Iterable[Participant]) -> None:
        """Tick those, in this order, as far as they are in the list, and no others."""
        self.ticked = [one for one in wanted if one in self._all][:MOST]
        self._tell()

    def turn(self, index: Index) -> None:
        """Tick or untick somebody; a fourth is not ticked."""
        one = self._shown[index.row()] if index.isValid() else None
        if one is None:
            return
        if one in self.ticked:
            self.untick(one)
        elif len(self.ticked) < MOST:
            self.ticked.append(one)
            self._tell()
        else:
            self.refused.emit()

    def untick(self, one: Participant) -> None:
        """Untick somebody; those after them move up."""
        self.ticked.remove(one)
        self._tell()

    def move(self, one: Participant, step: int) -> None:
        """Give somebody who is ticked an earlier or a later place."""
        at = self.ticked.index(one)
        self.ticked.insert(at + step, self.ticked.pop(at))
        self._tell()

    def narrow(self, typed: str) -> None:
        """Show only those in whose name or work every typed word occurs."""
        words = fold(typed).split()
        self.beginResetModel()
        self._shown = [one for one in self._all if all(word in found_by(one) for word in words)]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self._shown[index.row()]
        place = self.ticked.index(one) + 1 if one in self.ticked else 0
        answers: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: name_of(one),
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._spoken(one, place),
            Qt.ItemDataRole.CheckStateRole: lambda: _CHECKED if place else _UNCHECKED,
            CANDIDATE: lambda: Candidate(one, None, Rearrangement(), None),
            VERDICT: lambda: Verdict(True, "", fits=(self._scored.fit(one, self._leader),)),
            MARKS: lambda: self._marks(one),
            PLACE: lambda: place,
        }
        answer = answers.get(role)
        return None if answer is None else answer()

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.turn(index)
        return True

    def _tell(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.ticked_changed.emit()

    def _is_proposed_here(self, mentor: Participant) -> bool:
        return any(pair.mentee == self._leader for pair in self._scored.board.pairs_of(mentor))

    def _marks(self, one: Participant) -> list[Mark]:
        fit = self._scored.fit(one, self._leader)
        marks = [Mark(words, kind) for words, kind in self._standing(one)]
        if fit.is_known:
            sides = self.tr("Professional {0} · personal {1}")
            words = sides.format(points_word(fit.professional), points_word(fit.personal))
            marks.append(Mark(words, "neutral"))
        return [*marks, *(Mark(word, "ok") for word in reasons(self._scored, one, self._leader))]

    def _standing(self, one: Participant) -> list[tuple[str, Any]]:
        """Return what else a mentor stands in, with how it is marked."""
        board = self._scored.board
        said: list[tuple[str, Any]] = []
        others = [leader for leader in offered_to(board, one) if leader != self._leader]
        if others:
            said.append((self.tr("Also offered to {0}").format(names_of(others)), "warn"))
        partners = [pair.mentee for pair in board.pairs_of(one)]
        if self._leader in partners:
            said.append((self.tr("Proposed already"), "neutral"))
        elif partners:
            said.append(self._taken(board, one, partners))
        return said

    def _taken(
        self, board: Board, one: Participant, partners: Sequence[Participant]
    ) -> tuple[str, Any]:
        if board.has_room(one):
            words = self.tr("{0} of {1} places taken")
            return words.format(len(partners), one.participation.most_partners), "neutral"
        return self.tr("Paired with {0} here").format(names_of(partners)), "warn"

    def _spoken(self, one: Participant, place: int) -> str:
        said = [name_of(one), spoken_fit(self._scored.fit(one, self._leader))]
        said += [mark.text for mark in self._marks(one)]
        if place:
            said.append(self.tr("ticked, place {0}").format(place))
        return ", ".join(said)


class TickDelegate(CandidateDelegate):
    """Paints a mentor with a box before them that holds their place once it is ticked."""

    def begin(self, brush: Brush, room: QRect, index: Index) -> int:
        place: int = index.data(PLACE)
        box = QRect(room.topLeft(), QSize(_BOX, _BOX))
        box.moveTop(room.top() + (room.height() - _BOX) // 2)
        brush.number_box(box, str(place) if place else "")
        return box.right() + _BESIDE

    def marks(self, index: Index) -> Sequence[Mark]:
        found: list[Mark] = index.data(MARKS)
        return found

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        )
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not clicked and not pressed:
            return False
        return model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
