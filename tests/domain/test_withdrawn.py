"""Who withdrew: in no list while the rule holds, named with the reason, paired for a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from revmentor_desktop.domain.board import Board, Held
from revmentor_desktop.domain.guided_choice import may_choose, offerable
from revmentor_desktop.domain.overrides import Overridden, Override
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import breaches, unexcused
from revmentor_desktop.domain.pairs import couples_of
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.plan.pairing_choices import DEFAULT_RULES, WITHDRAWN
from tests.builders import pair, participant

STATE = ParticipationState
MEI, JONAS = (participant(number, Role.MENTOR) for number in (1, 2))
GONE = participant(3, Role.MENTOR, state=STATE.WITHDRAWN)
SPARE = participant(4, Role.MENTOR, state=STATE.RESERVE)
NOT_TAKEN = participant(5, Role.MENTOR, state=STATE.REFUSED)
DAVID = participant(11, Role.MENTEE)
LEFT = participant(12, Role.MENTEE, state=STATE.WITHDRAWN)
EVERYBODY = (MEI, JONAS, GONE, SPARE, NOT_TAKEN, DAVID, LEFT)


def board(*couples: tuple[Participant, Participant], holds: bool = True) -> Board:
    pairs = tuple(pair(at, one, other) for at, (one, other) in enumerate(couples, start=1))
    names = {one.person.id: one.person.full_name for one in EVERYBODY}
    rules = DEFAULT_RULES if holds else DEFAULT_RULES - {WITHDRAWN}
    facts = PairingFacts({}, names, couples_of(pairs), rules)
    return Board(EVERYBODY, pairs, facts)


def test_while_the_rule_holds_they_stand_in_no_list_and_take_nobody() -> None:
    laid = board()
    assert laid.listed(Role.MENTOR) == laid.side(Role.MENTOR) == [MEI, JONAS]
    assert laid.listed(Role.MENTEE) == [DAVID]
    assert laid.takes_nobody(GONE)
    assert GONE not in offerable(laid, DAVID)
    assert not may_choose(laid, LEFT)


def test_without_the_rule_they_stand_there_and_may_be_paired_but_nobody_without_a_place() -> None:
    laid = board(holds=False)
    assert laid.listed(Role.MENTOR) == laid.free(Role.MENTOR) == [MEI, JONAS, GONE]
    assert laid.listed(Role.MENTEE) == [DAVID, LEFT]
    assert not laid.takes_nobody(GONE)
    assert laid.objection_to(laid.onto_person(Held(GONE), DAVID)) is None
    assert GONE in offerable(laid, DAVID)
    assert may_choose(laid, LEFT)
    for one in (SPARE, NOT_TAKEN):
        assert laid.takes_nobody(one)


def test_pair_with_names_them_last_and_a_reason_would_do() -> None:
    *_, last = found = board().candidates(Held(DAVID))
    assert [one.participant for one in found] == [MEI, JONAS, GONE]
    assert last.reason is not None
    assert last.reason.code == "pair-withdrawn"
    assert [error.code for error in board().excusable(last.change)] == ["pair-withdrawn"]
    *_, last = board(holds=False).candidates(Held(DAVID))
    assert (last.participant, last.reason) == (GONE, None)


def test_a_pair_one_of_whom_withdrew_is_marked_until_there_is_a_reason() -> None:
    laid = board((GONE, DAVID))
    (broken,) = breaches(GONE, DAVID, laid.facts)
    assert (broken.code, laid.ready()) == ("pair-withdrawn", [])
    aside = Override(
        mentor_id=GONE.participation.id,
        mentee_id=DAVID.participation.id,
        rule=WITHDRAWN,
        reason="She goes on with him",
        day=date(2026, 11, 22),
    )
    excused = replace(laid, facts=replace(laid.facts, overrides=(aside,)))
    (broken,) = breaches(GONE, DAVID, excused.facts)
    assert isinstance(broken, Overridden)
    assert (unexcused([broken]), excused.ready()) == ([], list(excused.pairs))
    assert excused.takes_nobody(GONE)
    assert breaches(GONE, DAVID, board(holds=False).facts) == []
