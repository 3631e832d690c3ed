"""A rule set aside for one pair: it forbids no more, it shows, and its reason shows with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from revmentor_desktop.domain.conflicts import Conflict, ConflictCategory, in_conflict
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.overrides import (
    ALWAYS,
    Overridden,
    Override,
    can_be_overridden,
    checked_override,
)
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import breaches, objection, standing_objection
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.plan.pairing_choices import RULES, OwnRule, OwnRuleKind
from revmentor_desktop.system.messages import sentence
from tests.builders import participant

REASON = "They asked for it, and the sponsor agreed."
OWN = OwnRule(field="job_title", kind=OwnRuleKind.MUST_DIFFER)


def somebody(number: int, role: Role, **of_part: Any) -> Participant:
    mode, slot = (
        (MeetingMode.IN_PERSON, Slot.MON_AM)
        if role is Role.MENTOR
        else (MeetingMode.VIDEO, Slot.TUE_AM)
    )
    one = participant(number, role, state=ParticipationState.APPLIED, **of_part)
    details: dict[str, Any] = {
        "department": "Care",
        "job_title": "Nurse",
        "meeting_mode": mode,
        "slots": (slot,),
    }
    return replace(one, person=replace(one.person, **details))


MENTOR = somebody(1, Role.MENTOR, not_with=frozenset({2}))
LEADER = somebody(2, Role.MENTEE)
HERE, THERE = MENTOR.participation.id, LEADER.participation.id


def facts(*rules: str, **more: Any) -> PairingFacts:
    """Return facts under which the two break every rule that there is, of which `rules` bind."""
    usual: dict[str, Any] = {
        "managers": {1: 2, 2: None},
        "names": {1: "Person 1", 2: "Person 2"},
        "paired": (),
        "rules": frozenset(rules),
        "conflicts": frozenset({(1, 2)}),
        "ended_early": frozenset({(1, 2)}),
    }
    return PairingFacts(**(usual | more))


def override(rule: str, reason: str = REASON) -> Override:
    return Override(
        mentor_id=HERE, mentee_id=THERE, rule=rule, reason=reason, day=date(2026, 11, 22)
    )


SET_ASIDE = [
    "line", "department", "conflict", "not-with", "failed-pairs", "confirmed", "mode", "time",
]  # fmt: skip


@pytest.mark.parametrize("rule", SET_ASIDE)
def test_a_rule_that_is_set_aside_forbids_no_more_and_shows_with_its_reason(rule: str) -> None:
    known = facts(rule)
    assert objection(MENTOR, LEADER, known) is not None
    (plain,) = breaches(MENTOR, LEADER, known)
    allowed = replace(known, overrides=(override(rule),))
    assert objection(MENTOR, LEADER, allowed) is None
    assert standing_objection(MENTOR, LEADER, allowed) is None
    (broken,) = breaches(MENTOR, LEADER, allowed)
    assert isinstance(broken, Overridden)
    assert (broken.code, broken.params) == (plain.code, plain.params)
    assert broken.override.reason == REASON
    assert REASON in sentence(broken.leave.code, broken.leave.params)


def test_who_has_paused_gets_a_partner_for_a_reason() -> None:
    paused = replace(
        LEADER, participation=replace(LEADER.participation, state=ParticipationState.PAUSED)
    )
    known = facts("paused")
    reason = objection(MENTOR, paused, known)
    assert reason is not None
    assert reason.code == "pair-paused"
    allowed = replace(known, overrides=(override("paused"),))
    assert objection(MENTOR, paused, allowed) is None
    (broken,) = breaches(MENTOR, paused, allowed)
    assert isinstance(broken, Overridden)


def test_an_own_rule_can_be_set_aside_without_the_others() -> None:
    other = OwnRule(field="department", kind=OwnRuleKind.MUST_DIFFER)
    known = facts(own_rules=(OWN, other), overrides=(override(OWN.key),))
    reason = objection(MENTOR, LEADER, known)
    assert reason is not None
    assert reason.params["field"] == "department"
    assert [isinstance(one, Overridden) for one in breaches(MENTOR, LEADER, known)] == [True, False]


def test_it_counts_for_these_two_and_this_rule_only() -> None:
    known = facts("department", "mode", overrides=(override("department"),))
    reason = objection(MENTOR, LEADER, known)
    assert reason is not None
    assert reason.code == "pair-no-common-mode"
    others = (somebody(3, Role.MENTOR), LEADER), (MENTOR, somebody(4, Role.MENTEE))
    for mentor, leader in others:
        error = objection(mentor, leader, facts("department", overrides=(override("department"),)))
        assert error is not None
        assert error.code == "pair-same-department"


def test_it_holds_on_a_board_that_is_rearranged() -> None:
    known = facts("department", overrides=(override("department"),))
    assert objection(MENTOR, LEADER, known.after((), [(HERE, 77)])) is None
    assert objection(MENTOR, LEADER, known.after([(HERE, 77)], [(66, 77)])) is None


@pytest.mark.parametrize(
    ("rule", "mentor", "paired", "code"),
    [
        ("roles", participant(1, Role.MENTEE), (), "pair-same-role"),
        ("once", MENTOR, ((HERE, THERE),), "pair-exists"),
        (
            "no-place",
            participant(1, Role.MENTOR, state=ParticipationState.RESERVE),
            (),
            "pair-reserve",
        ),
        (
            "no-place",
            participant(1, Role.MENTOR, state=ParticipationState.REFUSED),
            (),
            "pair-refused",
        ),
    ],
)
def test_what_always_holds_cannot_be_set_aside(
    rule: str, mentor: Participant, paired: tuple[tuple[int, int], ...], code: str
) -> None:
    assert rule in ALWAYS
    reason = objection(mentor, LEADER, facts(paired=paired, overrides=(override(rule),)))
    assert reason is not None
    assert reason.code == code
    with pytest.raises(KnownError, match="override-not-possible"):
        checked_override(override(rule))


def test_an_override_needs_a_reason_and_a_rule() -> None:
    assert all(can_be_overridden(rule) for rule in (*RULES, OWN.key))
    assert checked_override(override("line", f"  {REASON} ")).reason == REASON
    with pytest.raises(KnownError, match="override-needs-reason"):
        checked_override(override("line", " \n "))
    with pytest.raises(KnownError, match="override-not-possible"):
        checked_override(override("wearing hats"))


def test_whoever_is_paired_now_changes_nothing_that_stands() -> None:
    for paired in ((), ((HERE, THERE),), ((HERE, 77), (78, THERE))):
        assert standing_objection(MENTOR, LEADER, facts(paired=paired)) is None
        assert standing_objection(MENTOR, LEADER, facts("line", paired=paired)) is not None


def test_of_conflicts_pairing_gets_to_know_only_between_whom() -> None:
    declared = [Conflict(7, 3, ConflictCategory.PANEL), Conflict(3, 7), Conflict(1, 2)]
    assert in_conflict(declared) == {(3, 7), (1, 2)}
    assert "(1, 2)" not in repr(replace(facts(), ended_early=frozenset()))
