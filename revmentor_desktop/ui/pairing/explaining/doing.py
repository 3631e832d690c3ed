"""What an explanation proposes, as a change of the board that is one undo step."""

from __future__ import annotations

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.matching.explaining import Change
from revmentor_desktop.matching.scoring_fairness import ScoredPair


def pair_on(board: Board, one: ScoredPair) -> Pair | None:
    """Return the pair of the same two on the board, or None."""
    return next((pair for pair in board.pairs_of(one.mentor) if pair.couple == one.couple), None)


def all_of(board: Board, change: Change, first: ScoredPair | None = None) -> Rearrangement:
    """Return all that tells another plan from that on the board, as one act.

    `first` is named in the words of the step.
    """
    found = (pair_on(board, one) for one in change.parted)
    couple = None if first is None else first.couple
    joined = sorted(change.joined, key=lambda one: one.couple != couple)
    return Rearrangement(
        tuple(pair for pair in found if pair is not None),
        tuple((one.mentor, one.leader) for one in joined),
    )


def only_the_two(board: Board, mentor: Participant, leader: Participant) -> Rearrangement:
    """Return the pairing of two people alone: who is full leaves a proposal for it."""
    leaving = [_leaving(board, one) for one in (mentor, leader)]
    return Rearrangement(
        tuple(dict.fromkeys(pair for pair in leaving if pair is not None)), ((mentor, leader),)
    )


def _leaving(board: Board, one: Participant) -> Pair | None:
    """Return which pair somebody leaves for another: the newest that may go, if they are full."""
    if board.has_room(one):
        return None
    pairs = board.pairs_of(one)
    return next(
        (pair for pair in reversed(pairs) if not pair.is_fixed), pairs[-1] if pairs else None
    )
