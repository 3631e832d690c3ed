"""People and plans beside one another, made by hand, for the words that explain them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairs import Pair, couples_of
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.matching.explaining import Change, Outcome
from revmentor_desktop.matching.scoring_fairness import ScoredPair
from tests.builders import participant

MEI = participant(1, Role.MENTOR, "Mei Brown")
JONAS = participant(2, Role.MENTOR, "Jonas Tamm")
SANA = participant(3, Role.MENTOR, "Sana Khan")
AMIR = participant(4, Role.MENTOR, "Amir Haddad")
NGOZI = participant(5, Role.MENTOR, "Ngozi Eze")
DAVID = participant(21, Role.MENTEE, "David Price")
HELEN = participant(22, Role.MENTEE, "Helen Ward")
ROB = participant(23, Role.MENTEE, "Rob Clarke")
SUE = participant(24, Role.MENTEE, "Sue Grant")
KARL = participant(25, Role.MENTEE, "Karl Meyer")


def scored(mentor: Participant, leader: Participant, total: int = 6_400) -> ScoredPair:
    """Two people with what they score."""
    return ScoredPair(mentor, leader, total)


def changed(
    joined: tuple[ScoredPair, ...] = (),
    parted: tuple[ScoredPair, ...] = (),
    total: int = 0,
    leaders: int = 0,
    **more: Any,
) -> Change:
    """One plan instead of another."""
    return Change(joined, parted, total, leaders, **more)


def both(change: Change) -> Outcome:
    """The same change of the best plan and of the board, which are one."""
    return Outcome(change, change)


def board(*pairs: Pair, extra: tuple[Participant, ...] = ()) -> Board:
    """A board of everybody here with some pairs."""
    facts = PairingFacts(managers={}, names={}, paired=couples_of(pairs))
    there = {one.person.id: one for one in (MEI, JONAS, SANA, AMIR, NGOZI)}
    there |= {one.person.id: one for one in (DAVID, HELEN, ROB, SUE, KARL)}
    there |= {one.person.id: one for one in extra}
    return Board(tuple(there.values()), pairs, facts)


def with_part(one: Participant, **part: Any) -> Participant:
    """Somebody with another part in the programme."""
    return replace(one, participation=replace(one.participation, **part))
