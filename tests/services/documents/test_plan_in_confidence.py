"""What was answered in confidence is in no plan that leaves the program, nor to be worked out."""

from __future__ import annotations

from datetime import date

import pytest

from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.plan.pairing_choices import (
    OwnCriterion,
    OwnCriterionKind,
    OwnRule,
    OwnRuleKind,
    PairingChoices,
)
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.documents.pairing_list import pairing_list
from revmentor_desktop.services.pairing.proposing import propose
from revmentor_desktop.services.pairing.scored_board import scored_board
from revmentor_desktop.services.people.own_values import set_consent, set_own_value
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import person_details, stored_leader, stored_mentor, stored_programme
from tests.services.documents.test_pairing_list import HEAR, TALK, everything_said
from tests.services.pairing.stage import Two

SECRET = "Zoroastrian"


@pytest.fixture
def two(data: DataFile) -> Two:
    """Two proposals, one of people who said something about themselves."""
    made = stored_programme(data, "Voices")
    mei, jonas = (stored_mentor(data, made, name) for name in ("Mei Brown", "Jonas Tamm"))
    david, helen = (stored_leader(data, made, name) for name in ("David Price", "Helen Ward"))
    pairs = propose(data, made, mei, david), propose(data, made, jonas, helen)
    save_person(data, jonas, person_details("Jonas Tamm", **TALK))
    save_person(data, helen, person_details("Helen Ward", **HEAR))
    return Two(made, mei, jonas, david, helen, pairs)


def test_no_special_category_field_is_named_nor_its_value(data: DataFile, two: Two) -> None:
    belief = OwnField(
        key="own-1", label="Religious belief", is_special=True, special_purpose="To learn"
    )
    save_section(data, two.programme, "taking_part", TakingPart(own_fields=(belief,)))
    for person in (two.jonas, two.helen):
        set_own_value(data, two.programme, person, "own-1", SECRET)
        set_consent(data, two.programme, person, "own-1", date(2026, 11, 1))
    kinds = (OwnCriterionKind.SAME, OwnCriterionKind.OVERLAP)
    choices = PairingChoices(
        difference_fields=("own-1",),
        style_field="own-1",
        own_rules=(OwnRule(field="own-1", kind=OwnRuleKind.MUST_DIFFER),),
        own_criteria=tuple(OwnCriterion(field="own-1", kind=kind, weight=40) for kind in kinds),
    )
    save_section(data, two.programme, "pairing", choices)
    made = pairing_list(data, two.programme)
    said = everything_said(made)
    for secret in (SECRET, "elief", "eligious", "own-1"):
        assert secret not in said
    assert made.values.in_confidence == 58
    assert "Answers given in confidence, where both agreed to it" in said
    assert "Against a rule; the organiser knows which." in said
    assert "What both answered in confidence may bind as well" in said
    assert "No number here has them in it" in said


def test_nobody_can_work_out_what_answers_in_confidence_give_a_pair(
    data: DataFile, two: Two
) -> None:
    belief = OwnField(key="own-1", label="Belief", is_special=True, special_purpose="To learn")
    save_section(data, two.programme, "taking_part", TakingPart(own_fields=(belief,)))
    same = OwnCriterion(field="own-1", kind=OwnCriterionKind.SAME, weight=40)
    save_section(data, two.programme, "pairing", PairingChoices(own_criteria=(same,)))
    for person in (two.jonas, two.helen):
        set_own_value(data, two.programme, person, "own-1", SECRET)
        set_consent(data, two.programme, person, "own-1", date(2026, 11, 1))

    def told() -> tuple[int, str]:
        made = pairing_list(data, two.programme)
        return scored_board(data, two.programme).figures.total, everything_said(made)

    alike, said_when_alike = told()
    set_own_value(data, two.programme, two.helen, "own-1", "Something else")
    different, said_when_different = told()
    assert alike > different  # on the board it counts
    assert said_when_alike == said_when_different
