"""What a pair's state, a lock and a written reason allow on the board."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.overrides import Override
from revmentor_desktop.domain.pairing_drafts import free_name
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import breaches, rules_against, unexcused
from revmentor_desktop.domain.pairs import Pair, PairState, couples_of
from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.rearranging import Rearrangement
from tests.builders import pair, participant

MEI, JONAS = (participant(number, Role.MENTOR) for number in (1, 2))
DAVID, HELEN = (participant(number, Role.MENTEE) for number in (11, 12))
EVERYBODY = (MEI, JONAS, DAVID, HELEN)
NAMES = {one.person.id: one.person.full_name for one in EVERYBODY}


def board(*pairs: Pair, managers: dict[int, int | None] | None = None) -> Board:
    agreed = couples_of(one for one in pairs if not one.is_proposed)
    known = PairingFacts(managers or {}, NAMES, couples_of(pairs), agreed=agreed)
    return Board(EVERYBODY, pairs, known)


@pytest.mark.parametrize(
    ("fixed", "code"),
    [
        (pair(1, MEI, DAVID, state=PairState.AGREED), "pair-is-agreed"),
        (pair(1, MEI, DAVID, state=PairState.PAUSED), "pair-is-agreed"),
        (pair(1, MEI, DAVID, is_locked=True), "pair-is-locked"),
    ],
)
def test_what_is_fixed_is_moved_by_no_drag(fixed: Pair, code: str) -> None:
    laid = board(fixed)
    for change in (
        Rearrangement(parted=(fixed,)),
        Rearrangement(parted=(fixed,), joined=((MEI, HELEN),)),
    ):
        reason = laid.objection_to(change)
        assert reason is not None
        assert reason.code == code
        assert laid.excusable(change) == []
    assert fixed.is_fixed
    assert laid.objection_to(Rearrangement(joined=((JONAS, HELEN),))) is None


def test_a_reason_can_be_written_for_a_rule_but_not_for_what_always_holds() -> None:
    laid = board(managers={1: 11, 11: None})
    change = Rearrangement(joined=((MEI, DAVID),))
    assert [error.code for error in laid.excusable(change)] == ["pair-same-line"]
    assert laid.excusable(Rearrangement(joined=((JONAS, DAVID),))) == []
    full = board(pair(2, JONAS, DAVID), managers={1: 11, 11: None})
    assert [error.code for error in full.excusable(change)] == ["pair-same-line", "pair-full"]
    swap = Rearrangement(parted=full.pairs, joined=((MEI, DAVID), (JONAS, HELEN)))
    assert [error.code for error in full.excusable(swap)] == ["pair-same-line"]
    state = ParticipationState.RESERVE
    in_reserve = replace(DAVID, participation=replace(DAVID.participation, state=state))
    assert laid.excusable(Rearrangement(joined=((MEI, in_reserve),))) == []


def test_what_is_set_aside_already_needs_no_other_reason() -> None:
    known = board(managers={1: 11, 11: None}).facts
    (rule, error), *others = rules_against(MEI, DAVID, known)
    assert (rule, error.code, others) == ("line", "pair-same-line", [])
    mentor_id, mentee_id = MEI.participation.id, DAVID.participation.id
    aside = Override(
        mentor_id=mentor_id, mentee_id=mentee_id, rule="line", reason="So", day=date(2027, 1, 1)
    )
    excused = replace(known, overrides=(aside,))
    assert rules_against(MEI, DAVID, excused) == []
    broken = breaches(MEI, DAVID, excused)
    assert (len(broken), unexcused(broken)) == (1, [])


def test_too_many_partners_are_said_of_the_proposals() -> None:
    agreed, proposed = pair(1, MEI, DAVID, state=PairState.AGREED), pair(2, MEI, HELEN)
    laid = board(agreed, proposed)
    assert breaches(MEI, DAVID, laid.facts) == []
    (over,) = breaches(MEI, HELEN, laid.facts)
    assert (over.code, over.params) == ("pair-over-full", {"name": MEI.person.full_name})
    assert (laid.proposals, laid.ready()) == ([proposed], [])
    both = board(agreed, replace(proposed, state=PairState.AGREED))
    assert [error.code for error in breaches(MEI, DAVID, both.facts)] == ["pair-over-full"]


def test_a_free_name_is_the_first_that_nobody_has() -> None:
    assert free_name("Draft", []) == "Draft 1"
    assert free_name("Draft", ["DRAFT 1", "Draft 3"]) == "Draft 2"
