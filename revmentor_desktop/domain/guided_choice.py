"""A leader's choice among two or three mentors, against the board: who can be offered, who chosen.

An offer stands beside all drafts, so only what holds in all of them, the rules and the agreed
pairs, decides whom it may name. Choosing makes a proposal in the draft that is looked at. Where the
number of partners is only a wish in a programme, it closes nobody's choice.
"""

from __future__ import annotations

from collections.abc import Sequence

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_rules import standing_objection
from revmentor_desktop.domain.pairs import Pair, couple_of
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.plan.pairing_choices import CAPACITY
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.domain.shortlists import Shortlist


def may_choose(board: Board, leader: Participant) -> bool:
    """Tell whether somebody is a leader for whom one more mentor can still be agreed."""
    return (
        leader.participation.role is Role.MENTEE
        and not board.takes_nobody(leader)
        and _has_agreed_room(board, leader)
    )


def offerable(board: Board, leader: Participant) -> list[Participant]:
    """Return the mentors who may be offered to a leader: none whom a rule or an agreed pair bars.

    Those whose places are only proposed to others are among them: nothing is final there.
    """
    return [
        mentor
        for mentor in board.side(Role.MENTOR)
        if _has_agreed_room(board, mentor)
        and couple_of(mentor, leader) not in board.facts.agreed
        and standing_objection(mentor, leader, board.facts) is None
    ]


def offered_to(board: Board, mentor: Participant) -> list[Participant]:
    """Return the leaders who were offered this mentor and have still to choose."""
    return [
        one.leader for one in board.shortlists if mentor in one.candidates and is_open(board, one)
    ]


def is_open(board: Board, shortlist: Shortlist) -> bool:
    """Tell whether a leader has still to choose: nobody is chosen, and a mentor can be agreed."""
    return shortlist.chosen is None and may_choose(board, shortlist.leader)


def closed_by_agreeing(board: Board, pairs: Sequence[Pair]) -> list[Participant]:
    """Return the leaders who have still to choose, and could not any more once pairs are agreed."""
    return [
        one.leader
        for one in board.shortlists
        if is_open(board, one)
        and not _has_agreed_room(board, one.leader, sum(one.leader == p.mentee for p in pairs))
    ]


def change_by_choice(
    board: Board, leader: Participant, mentor: Participant
) -> Rearrangement | None:
    """Return what it changes on the board that a leader chose a mentor; None: they are a pair.

    Where a leader is proposed with somebody else and has no more room, that proposal makes way.
    """
    pairs = board.pairs_of(leader)
    if any(pair.mentor == mentor for pair in pairs):
        return None
    loose = [pair for pair in pairs if not pair.is_fixed]
    parted = () if board.has_room(leader) else tuple(loose[-1:])
    return Rearrangement(parted, ((mentor, leader),))


def objection_to_choice(
    board: Board, leader: Participant, mentor: Participant
) -> KnownError | None:
    """Return why a mentor who was offered can no longer be chosen on this board, or None."""
    change = change_by_choice(board, leader, mentor)
    return None if change is None else board.objection_to(change)


def _has_agreed_room(board: Board, one: Participant, more: int = 0) -> bool:
    """Tell whether a partner can still be agreed for somebody, once so many `more` are agreed."""
    agreed = board.facts.partners_of(one.participation.id, agreed_only=True) + more
    return CAPACITY not in board.facts.rules or agreed < one.participation.most_partners
