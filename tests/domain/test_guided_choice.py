"""Who can be offered a choice of mentors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from revmentor_desktop.domain.guided_choice import closed_by_agreeing, may_choose, offerable
from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.plan.pairing_choices import CAPACITY, DEFAULT_RULES
from revmentor_desktop.domain.shortlists import Shortlist
from tests.domain.test_board import board, pairing_the_paused, somebody

STATE = ParticipationState


@pytest.mark.parametrize(
    ("state", "as_usual", "with_the_paused"),
    [
        (STATE.CONFIRMED, True, True),
        (STATE.PAUSED, False, True),
        (STATE.WITHDRAWN, False, False),
    ],
)
def test_a_leader_chooses_who_could_take_a_partner(
    state: ParticipationState, as_usual: bool, with_the_paused: bool
) -> None:
    leader = somebody(11, Role.MENTEE, state=state)
    laid = board([leader], [])
    assert may_choose(laid, leader) is as_usual
    assert may_choose(pairing_the_paused(laid), leader) is with_the_paused


def test_mentors_and_leaders_without_room_choose_nobody() -> None:
    mentor, leader = somebody(1, Role.MENTOR), somebody(11, Role.MENTEE, most=0)
    laid = board([mentor, leader], [])
    assert not may_choose(laid, mentor)
    assert not may_choose(laid, leader)


def test_where_the_number_of_partners_is_only_a_wish_it_closes_no_choice() -> None:
    mentors = [somebody(number, Role.MENTOR) for number in (1, 2)]
    leader, other = (somebody(number, Role.MENTEE) for number in (11, 12))
    laid = board([*mentors, leader, other], [(mentors[0], leader)])
    agreed = replace(laid, facts=replace(laid.facts, agreed=laid.facts.paired))
    assert not may_choose(agreed, leader)
    assert offerable(agreed, other) == mentors[1:]
    wish = replace(agreed, facts=replace(agreed.facts, rules=DEFAULT_RULES - {CAPACITY}))
    assert may_choose(wish, leader)
    assert offerable(wish, other) == mentors
    assert offerable(wish, leader) == mentors[1:]
    asked = Shortlist(leader=other, candidates=(*mentors,), offered_on=date(2027, 1, 19))
    both = replace(wish, shortlists=(asked,))
    assert closed_by_agreeing(both, [replace(laid.pairs[0], mentee=other)]) == []


def test_agreeing_closes_the_choices_of_those_who_then_have_no_more_room() -> None:
    mentors = [somebody(number, Role.MENTOR) for number in (1, 2, 3)]
    one, two, three = (
        somebody(number, Role.MENTEE, most=most) for number, most in ((11, 1), (12, 2), (13, 1))
    )
    laid = board([*mentors, one, two, three], [(mentors[0], one), (mentors[1], two)])
    day = date(2027, 1, 19)
    lists = (
        Shortlist(leader=one, candidates=(*mentors[1:],), offered_on=day),
        Shortlist(leader=two, candidates=(*mentors[1:],), offered_on=day),
        Shortlist(leader=three, candidates=(*mentors[1:],), offered_on=day),
    )
    asked = replace(laid, shortlists=lists)
    assert closed_by_agreeing(asked, laid.pairs) == [one]
    chose = replace(lists[0], chosen=mentors[1])
    assert closed_by_agreeing(replace(laid, shortlists=(chose,)), laid.pairs) == []
