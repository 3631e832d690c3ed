"""Why two people must not be paired: each rule alone, their order, and what lasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from revmentor_desktop.domain.pairing_rules import PairingFacts, breaches, objection
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from tests.builders import participant

MENTOR = participant(1, Role.MENTOR, "Mei Brown")
LEADER = participant(2, Role.MENTEE, "David Price")
NAMES = {1: "Mei Brown", 2: "David Price", 3: "Aisha Khan"}
HERE, THERE = MENTOR.participation.id, LEADER.participation.id


def facts(
    managers: Mapping[int, int | None] | None = None, paired: tuple[tuple[int, int], ...] = ()
) -> PairingFacts:
    return PairingFacts(managers or {1: None, 2: None, 3: None}, NAMES, frozenset(paired))


def changed(one: Participant, **more: Any) -> Participant:
    return replace(one, participation=replace(one.participation, **more))


def code(
    mentor: Participant = MENTOR, leader: Participant = LEADER, known: PairingFacts | None = None
) -> str | None:
    reason = objection(mentor, leader, known or facts())
    return None if reason is None else reason.code


def test_two_free_people_of_different_lines_may_be_paired() -> None:
    assert code() is None


@pytest.mark.parametrize(
    ("mentor", "leader"), [(LEADER, MENTOR), (MENTOR, MENTOR), (LEADER, LEADER)]
)
def test_a_pair_has_one_of_each_role(mentor: Participant, leader: Participant) -> None:
    assert code(mentor, leader) == "pair-same-role"


def test_a_pair_is_made_once() -> None:
    assert code(known=facts(paired=((HERE, THERE),))) == "pair-exists"


@pytest.mark.parametrize(
    ("managers", "chain"),
    [
        ({1: 2, 2: None}, "Mei Brown → David Price"),
        ({1: None, 2: 1}, "David Price → Mei Brown"),
        ({1: 3, 3: 2, 2: None}, "Mei Brown → Aisha Khan → David Price"),
        ({2: 3, 3: 1, 1: None}, "David Price → Aisha Khan → Mei Brown"),
    ],
)
def test_one_line_of_management_is_refused_with_the_whole_chain(
    managers: dict[int, int | None], chain: str
) -> None:
    reason = objection(MENTOR, LEADER, facts(managers))
    assert reason is not None
    assert reason.code == "pair-same-line"
    assert reason.params == {"chain": chain, "mentor": "Mei Brown", "leader": "David Price"}


def test_a_common_manager_is_no_line() -> None:
    assert code(known=facts({1: 3, 2: 3, 3: None})) is None


def test_the_private_list_counts_from_either_side_and_names_nobody() -> None:
    for mentor, leader in (
        (changed(MENTOR, not_with=frozenset({2})), LEADER),
        (MENTOR, changed(LEADER, not_with=frozenset({1}))),
    ):
        reason = objection(mentor, leader, facts())
        assert reason is not None
        assert reason.code == "pair-not-with"
        assert set(reason.params) == {"mentor", "leader"}
    assert code(changed(MENTOR, not_with=frozenset({3}))) is None


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (ParticipationState.INVITED, None),
        (ParticipationState.APPLIED, None),
        (ParticipationState.CONFIRMED, None),
        (ParticipationState.PAUSED, "pair-paused"),
        (ParticipationState.WITHDRAWN, "pair-withdrawn"),
    ],
)
def test_who_is_away_takes_no_partner(state: ParticipationState, expected: str | None) -> None:
    assert code(changed(MENTOR, state=state)) == expected
    assert code(leader=changed(LEADER, state=state)) == expected


def test_nobody_gets_more_partners_than_agreed() -> None:
    taken = facts(paired=((HERE, 77),))
    assert code(known=taken) == "pair-full"
    assert code(changed(MENTOR, most_partners=2), known=taken) is None
    assert code(known=facts(paired=((77, THERE),))) == "pair-full"


def test_the_weightiest_reason_is_told_first() -> None:
    away = ParticipationState.WITHDRAWN
    mentor = changed(MENTOR, not_with=frozenset({2}), state=away)
    known = facts({1: 2, 2: None}, paired=((HERE, 77),))
    assert code(mentor, known=known) == "pair-same-line"
    assert code(mentor, known=facts(paired=((HERE, 77),))) == "pair-not-with"
    assert code(changed(MENTOR, state=away), known=facts(paired=((HERE, 77),))) == "pair-withdrawn"


def test_a_pair_breaks_rules_only_when_something_has_changed_since() -> None:
    paired = facts(paired=((HERE, THERE),))
    assert breaches(MENTOR, LEADER, paired) == []
    now_in_line = facts({1: 2, 2: None}, paired=((HERE, THERE),))
    paused = changed(LEADER, state=ParticipationState.PAUSED)
    assert {error.code for error in breaches(MENTOR, paused, now_in_line)} == {
        "pair-same-line",
        "pair-paused",
    }


def test_facts_after_a_change_are_those_of_the_pairs_then() -> None:
    before = facts(paired=((HERE, 77), (78, THERE)))
    after = before.after([(HERE, 77)], [(HERE, 79)])
    assert after.partners_of(77) == 0
    assert after.partners_of(79) == after.partners_of(HERE) == after.partners_of(THERE) == 1
    assert before.partners_of(77) == 1
    assert before.after((), ()) is before
