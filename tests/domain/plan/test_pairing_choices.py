"""What was decided about pairing stays decided; rules that came later take their default."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

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
