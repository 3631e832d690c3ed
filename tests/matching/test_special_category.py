"""Special-category answers count only with both people's consent, and are never told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import breaches, objection
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.plan.own_values import usable_values
from revmentor_desktop.domain.plan.pairing_choices import (
    OwnCriterion,
    OwnCriterionKind,
    OwnRule,
    OwnRuleKind,
    PairingChoices,
)
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.matching.criteria import Missing
from revmentor_desktop.matching.scoring import Scores, scores
from revmentor_desktop.system.messages import sentence
from tests.builders import participant
from tests.matching.scored_people import known

BELIEF = OwnField(
    key="own-1", label="Belief", is_special=True, special_purpose="Pairs of different beliefs"
)
ASKED = TakingPart(own_fields=(BELIEF,))
CHOICES = PairingChoices(
    difference_fields=("department", "own-1"),
    own_rules=(OwnRule(field="own-1", kind=OwnRuleKind.MUST_BE_EQUAL),),
    own_criteria=tuple(
        OwnCriterion(field="own-1", kind=kind, weight=20)
        for kind in (OwnCriterionKind.SAME, OwnCriterionKind.DIFFERENT, OwnCriterionKind.OVERLAP)
    ),
)
WITHOUT = replace(CHOICES, difference_fields=("department",), own_rules=(), own_criteria=())
TOLD = ("Zoroastrian", "Pastafarian")


def somebody(number: int, role: Role, belief: str, consented: bool) -> Participant:
    one = participant(
        number,
        role,
        own_values={"own-1": belief},
        consents={"own-1": date(2026, 11, 1)} if consented else {},
    )
    department = "Care" if role is Role.MENTOR else "IT"
    return known(one, department=department, grade="4", offers=("a",), wants=("a",))


def scored(choices: PairingChoices, mentor_consents: bool, leader_consents: bool) -> Scores:
    mentor = somebody(1, Role.MENTOR, TOLD[0], mentor_consents)
    leader = somebody(2, Role.MENTEE, TOLD[1], leader_consents)
    facts = PairingFacts(
        managers={},
        names={},
        paired=(),
        own_rules=choices.own_rules,
        own_values={
            one.participation.id: usable_values(one.participation, ASKED)
            for one in (mentor, leader)
        },
        labels={"own-1": "Belief"},
        confidential=frozenset({"own-1"}),
    )
    return scores([mentor], [leader], facts, choices)


@pytest.mark.parametrize(("mentor", "leader"), [(True, False), (False, True), (False, False)])
def test_without_both_consents_it_is_as_if_it_were_not_asked(mentor: bool, leader: bool) -> None:
    found, without = scored(CHOICES, mentor, leader), scored(WITHOUT, mentor, leader)
    assert found.rows() == without.rows()
    fit, other = found.fit(0, 0), without.fit(0, 0)
    assert (fit.total, fit.professional, fit.personal) == (
        other.total,
        other.professional,
        other.personal,
    )
    own = [part for part in fit.parts if part.criterion.startswith("own:")]
    # Nobody can read from a card who of the two did not consent.
    assert [(part.points, part.missing) for part in own] == [(None, Missing.UNKNOWN)] * 3
    assert found.objection(0, 0) is None


def test_with_both_consents_it_counts_and_the_rule_forbids() -> None:
    found = scored(CHOICES, True, True)
    own = [part.points for part in found.fit(0, 0).parts if part.criterion.startswith("own:")]
    assert own == [0, 10_000, 0]
    assert found.is_forbidden(0, 0)


def test_no_reason_part_or_repr_tells_what_somebody_answered() -> None:
    found = scored(CHOICES, True, True)
    mentor, leader, facts = found.mentors[0], found.leaders[0], found.facts
    reason = objection(mentor, leader, facts)
    assert reason is not None
    texts = [
        repr(one)
        for one in (found, found.fit(0, 0), facts, mentor, leader, found.criteria, reason.params)
    ]
    said = [sentence(one.code, one.params) for one in (reason, *breaches(mentor, leader, facts))]
    for text in (*texts, *said):
        for told in TOLD:
            assert told.lower() not in text.lower()
    # "Different answers to “Belief”" beside two names would say that they differ in that.
    for text in said:
        for told in ("belief", "different", "same"):
            assert told not in text.lower()
