"""What was decided about pairing stays decided; rules that came later take their default."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from revmentor_desktop.domain.checks import PARTNERS_LIMIT
from revmentor_desktop.domain.errors import InvalidField
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.pairing_choices import (
    DEFAULT_RULES,
    RULES,
    CurvePoint,
    OwnCriterion,
    OwnCriterionKind,
    OwnRule,
    OwnRuleKind,
    PairingChoices,
)
from revmentor_desktop.storage.values import from_json, to_json

FIRST = {"line", "department", "not-with", "earlier-partners", "mode", "time"}
FULL = PairingChoices(
    rules=frozenset({"time"}),
    style_field="own-1",
    grade_order=("Officer", "Manager"),
    grade_curve=(CurvePoint(0, 10), CurvePoint(2, 90)),
    own_rules=(OwnRule(field="own-2", kind=OwnRuleKind.MUST_DIFFER),),
    own_criteria=(
        OwnCriterion(
            field="own-3", wanted_field="own-4", kind=OwnCriterionKind.OFFERS_WANTS, weight=5
        ),
        OwnCriterion(field="site", kind=OwnCriterionKind.SAME, weight=5),
    ),
)


@pytest.mark.parametrize("choices", [PairingChoices(), FULL, PairingChoices(rules=frozenset())])
def test_they_come_back_as_they_were_stored(choices: PairingChoices) -> None:
    assert from_json(PairingChoices, to_json(choices)) == choices


@pytest.mark.parametrize("chosen", [set(), {"line"}, {"line", "time"}, FIRST])
def test_rules_that_came_later_take_their_default(chosen: set[str]) -> None:
    choices = from_json(PairingChoices, json.dumps({"rules": sorted(chosen)}))
    assert choices.rules & FIRST == chosen
    assert choices.rules - FIRST == DEFAULT_RULES - FIRST
    # Once they could be chosen, what is not chosen stays off.
    again = replace(choices, rules=frozenset(chosen))
    assert from_json(PairingChoices, to_json(again)).rules == chosen


@pytest.mark.parametrize(
    "stored", ['{"rules": 5}', '{"rules": [[]]}', '{"rules": [], "rules_known": "line"}']
)
def test_what_is_no_list_of_rules_is_refused(stored: str) -> None:
    with pytest.raises(ValueError, match="is not"):
        from_json(PairingChoices, stored)


def test_what_is_usual_can_be_chosen_and_a_new_choice_knows_all_rules() -> None:
    assert set(RULES) == PairingChoices().rules_known >= DEFAULT_RULES >= FIRST - {"mode", "time"}


def test_fields_are_all_that_rules_and_criteria_look_at() -> None:
    assert FULL.fields == {
        "department", "site", "grade", "own-1", "own-2", "own-3", "own-4",
    }  # fmt: skip


def test_rules_and_criteria_have_names_of_their_own() -> None:
    assert FULL.own_rules[0].key == "own:own-2:must_differ"
    assert [one.key for one in FULL.own_criteria] == [
        "own:own-3:own-4:offers_wants",
        "own:site:same",
    ]


def test_of_how_many_partners_nothing_was_said_it_is_one() -> None:
    older = from_json(PairingChoices, "{}")
    assert [older.partners_of(role) for role in Role] == [1, 1]
    now = PairingChoices(mentor_partners=3, mentee_partners=2)
    assert from_json(PairingChoices, to_json(now)) == now
    assert [now.partners_of(role) for role in Role] == [3, 2]


@pytest.mark.parametrize("field", ["mentor_partners", "mentee_partners"])
@pytest.mark.parametrize("number", [0, -1, PARTNERS_LIMIT + 1])
def test_nobody_may_have_no_partner_or_a_crowd(field: str, number: int) -> None:
    with pytest.raises(InvalidField) as raised:
        from_json(PairingChoices, json.dumps({field: number}))
    assert (raised.value.field, raised.value.code) == (field, "number-odd")


def test_how_many_partners_people_have_is_no_matter_of_scores() -> None:
    assert FULL.scores_like(replace(FULL, mentor_partners=2, mentee_partners=5))
    assert not FULL.scores_like(replace(FULL, style_field=""))
