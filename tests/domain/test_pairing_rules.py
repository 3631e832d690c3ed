"""Why two people must not be paired: each rule alone, their order, and what lasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from revmentor_desktop.domain.hard_rules import CHOSEN
from revmentor_desktop.domain.pairing_facts import OtherPair, PairingFacts
from revmentor_desktop.domain.pairing_rules import breaches, objection
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.plan.own_fields import OwnValue
from revmentor_desktop.domain.plan.pairing_choices import (
    CAPACITY,
    DEFAULT_RULES,
    RULES,
    OwnRule,
    OwnRuleKind,
)
from tests.builders import participant

MENTOR = participant(1, Role.MENTOR, "Mei Brown")
LEADER = participant(2, Role.MENTEE, "David Price")
NAMES = {1: "Mei Brown", 2: "David Price", 3: "Aisha Khan"}
ALL = frozenset(RULES)
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


def test_a_common_manager_is_no_line_but_may_be_a_rule_of_its_own() -> None:
    known = facts({1: 3, 2: 3, 3: None})
    assert code(known=replace(known, rules=ALL - {"shared-manager"})) is None
    reason = objection(MENTOR, LEADER, known)
    assert reason is not None
    assert reason.code == "pair-same-manager"
    assert reason.params["manager"] == "Aisha Khan"


def test_a_manager_who_is_only_written_down_is_compared_as_written() -> None:
    here = person(MENTOR, line_manager_text="Ann Ward")
    assert told(here, person(LEADER, line_manager_text="ANN WARD"), facts()) == "pair-same-manager"
    assert told(here, person(LEADER, line_manager_text="Ann Bell"), facts()) is None
    assert told(here, LEADER, facts()) is None


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
        (ParticipationState.RESERVE, "pair-reserve"),
        (ParticipationState.REFUSED, "pair-refused"),
    ],
)
def test_who_is_away_takes_no_partner(state: ParticipationState, expected: str | None) -> None:
    assert code(changed(MENTOR, state=state)) == expected
    assert code(leader=changed(LEADER, state=state)) == expected


def test_nobody_gets_more_partners_than_agreed() -> None:
    taken = facts(paired=((HERE, 77),))
    assert code(known=taken) == "pair-full"
    assert code(changed(MENTOR, own_partners=2), known=taken) is None
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


# ---- the rules that a programme chooses ----------------------------------------------------------


def person(one: Participant, **more: Any) -> Participant:
    return replace(one, person=replace(one.person, **more))


def told(mentor: Participant, leader: Participant, known: PairingFacts) -> str | None:
    """Return the code of the objection; two who are a pair already break the same rule."""
    reason = objection(mentor, leader, known)
    broken = [error.code for error in breaches(mentor, leader, known)]
    assert broken == ([reason.code] if reason else [])
    return reason.code if reason else None


@pytest.mark.parametrize(
    ("rule", "here", "there", "expected"),
    [
        (
            "department",
            {"department": "Nursing"},
            {"department": "nursing"},
            "pair-same-department",
        ),
        (
            "mode",
            {"meeting_mode": MeetingMode.IN_PERSON},
            {"meeting_mode": MeetingMode.VIDEO},
            "pair-no-common-mode",
        ),
        ("time", {"slots": (Slot.MON_AM,)}, {"slots": (Slot.TUE_AM,)}, "pair-no-common-time"),
    ],
)
def test_a_chosen_rule_binds_and_one_not_chosen_does_not(
    rule: str, here: dict[str, Any], there: dict[str, Any], expected: str
) -> None:
    mentor, leader = person(MENTOR, **here), person(LEADER, **there)
    assert told(mentor, leader, replace(facts(), rules=frozenset({rule}))) == expected
    assert told(mentor, leader, replace(facts(), rules=ALL - {rule})) is None
    # Nothing is forbidden by what nobody knows.
    assert told(mentor, LEADER, replace(facts(), rules=ALL)) is None
    assert told(MENTOR, leader, replace(facts(), rules=ALL)) is None


def test_line_and_private_list_can_be_left_to_the_officer_too() -> None:
    mentor = changed(MENTOR, not_with=frozenset({2}))
    known = facts({1: 2, 2: None})
    assert told(MENTOR, LEADER, replace(known, rules=ALL - {"line"})) is None
    assert told(mentor, LEADER, replace(facts(), rules=ALL - {"not-with"})) is None


@pytest.mark.parametrize("mode", [MeetingMode.EITHER, MeetingMode.IN_PERSON, None])
def test_one_who_meets_either_way_suits_everybody(mode: MeetingMode | None) -> None:
    mentor, leader = person(MENTOR, meeting_mode=mode), person(LEADER, meeting_mode=mode)
    assert told(mentor, leader, replace(facts(), rules=ALL)) is None


def test_partners_of_another_programme_are_not_paired_anew() -> None:
    known = replace(facts(), elsewhere={(1, 2): OtherPair("Voices 2026", is_earlier=True)})
    reason = objection(MENTOR, LEADER, known)
    assert reason is not None
    assert reason.params == {
        "programme": "Voices 2026",
        "mentor": "Mei Brown",
        "leader": "David Price",
    }
    assert told(MENTOR, LEADER, known) == "pair-met-before"
    assert told(MENTOR, LEADER, replace(known, rules=ALL - {"earlier-partners"})) is None


def test_a_later_programme_does_not_break_the_rule_for_the_earlier_one() -> None:
    known = replace(facts(), elsewhere={(1, 2): OtherPair("Voices 2028", is_earlier=False)})
    assert breaches(MENTOR, LEADER, known) == []
    assert code(known=known) == "pair-met-before"


@pytest.mark.parametrize(
    ("kind", "here", "there", "expected"),
    [
        (OwnRuleKind.MUST_DIFFER, "Ward 4", "ward 4", "pair-own-must-differ"),
        (OwnRuleKind.MUST_DIFFER, "Ward 4", "Ward 5", None),
        (OwnRuleKind.MUST_DIFFER, 3.0, 3.0, "pair-own-must-differ"),
        (OwnRuleKind.MUST_BE_EQUAL, "Welsh", "English", "pair-own-must-be-equal"),
        (OwnRuleKind.MUST_BE_EQUAL, "Éire", "eire", None),
        (OwnRuleKind.MUST_OVERLAP, ("Welsh",), ("English", "Polish"), "pair-own-must-overlap"),
        (OwnRuleKind.MUST_OVERLAP, ("Welsh", "polish"), ("English", "Polish"), None),
        (OwnRuleKind.MUST_OVERLAP, (), ("English",), None),
        (OwnRuleKind.MUST_BE_EQUAL, "", "English", None),
    ],
)
def test_an_own_rule_compares_what_both_said(
    kind: OwnRuleKind, here: OwnValue, there: OwnValue, expected: str | None
) -> None:
    known = replace(
        facts(),
        own_rules=(OwnRule(field="own-1", kind=kind),),
        own_values={HERE: {"own-1": here}, THERE: {"own-1": there}},
        labels={"own-1": "Languages"},
    )
    assert told(MENTOR, LEADER, known) == expected
    reason = objection(MENTOR, LEADER, known)
    assert reason is None or reason.params["field"] == "Languages"


def test_an_own_rule_can_be_made_from_a_detail_of_people() -> None:
    known = replace(facts(), own_rules=(OwnRule(field="site", kind=OwnRuleKind.MUST_BE_EQUAL),))
    assert told(person(MENTOR, site="North"), person(LEADER, site="South"), known) is not None
    assert told(person(MENTOR, site="North"), person(LEADER, site="NORTH"), known) is None
    assert told(person(MENTOR, site="North"), LEADER, known) is None


@pytest.mark.parametrize("rule", ["conflict", "failed-pairs"])
def test_what_is_known_of_two_people_counts_both_ways_and_says_no_more(rule: str) -> None:
    pair = frozenset({(1, 2)})
    known = replace(facts(), conflicts=pair) if rule == "conflict" else facts()
    known = replace(known, ended_early=pair) if rule == "failed-pairs" else known
    expected = {"conflict": "pair-conflict", "failed-pairs": "pair-ended-early"}[rule]
    for mentor, leader in ((MENTOR, LEADER), (as_role(LEADER), as_role(MENTOR))):
        assert told(mentor, leader, known) == expected
        reason = objection(mentor, leader, known)
        assert reason is not None
        assert set(reason.params) == {"mentor", "leader"}
        assert told(mentor, leader, replace(known, rules=ALL - {rule})) is None
    assert told(participant(3, Role.MENTOR), LEADER, known) is None


def as_role(one: Participant) -> Participant:
    return changed(one, role=one.participation.role.other)


@pytest.mark.parametrize("state", list(ParticipationState))
def test_only_the_confirmed_are_paired_where_a_programme_wants_it(
    state: ParticipationState,
) -> None:
    wanted = replace(facts(), rules=frozenset({"confirmed"}))
    unconfirmed = state in {ParticipationState.INVITED, ParticipationState.APPLIED}
    for mentor, leader in (
        (changed(MENTOR, state=state), LEADER),
        (MENTOR, changed(LEADER, state=state)),
    ):
        assert (told(mentor, leader, wanted) == "pair-unconfirmed") == unconfirmed
        if unconfirmed:
            assert told(mentor, leader, facts()) is None


def test_who_paused_or_withdrew_can_be_paired_where_a_programme_wants_it() -> None:
    for rule, state, expected in (
        ("paused", ParticipationState.PAUSED, None),
        ("paused", ParticipationState.WITHDRAWN, "pair-withdrawn"),
        ("withdrawn", ParticipationState.WITHDRAWN, None),
        ("withdrawn", ParticipationState.PAUSED, "pair-paused"),
        ("withdrawn", ParticipationState.RESERVE, "pair-reserve"),
        ("withdrawn", ParticipationState.REFUSED, "pair-refused"),
    ):
        known = replace(facts(), rules=ALL - {rule, "confirmed"})
        assert told(changed(MENTOR, state=state), LEADER, known) == expected
        assert told(MENTOR, changed(LEADER, state=state), known) == expected


def test_every_switch_has_its_rule_and_every_rule_that_is_usual_its_switch() -> None:
    assert {*CHOSEN, CAPACITY} == ALL
    assert ALL > DEFAULT_RULES


def test_facts_after_a_change_keep_the_rules() -> None:
    known = replace(facts(), rules=frozenset({"time"}))
    assert known.after([], [(HERE, 9)]).rules == known.rules
