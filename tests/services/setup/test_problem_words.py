"""A problem is said in words that stand on the screen, whichever field it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from revmentor_desktop.domain.errors import InvalidField
from revmentor_desktop.domain.plan.cleaning import LINES, WORDS
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.problems import Problem, unstorable
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.setup.problem_words import field_label, require, words_of_problem
from revmentor_desktop.services.setup.writing import create_programme, save_plan
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_programme

CHOSEN_BY_KEY = {
    "purpose.focus",
    "schedule.region",
    "taking_part.asked",
    "taking_part.own_fields.key",
    "pairing.rules",
    "pairing.rules_known",
    "pairing.style_field",
    "pairing.own_criteria.wanted_field",
    "pairing.difference_fields",
    "pairing.own_rules.field",
    "pairing.own_criteria.field",
    "agreement.clauses",
    "agreement.limits",
    "agreement.reviews",
}
"""Texts that nobody types on a page of setting up."""


def typed_texts(kind: Any, path: str) -> Iterator[str]:
    """The names of the texts of a plan, found in its types."""
    if kind is str:
        yield path
    elif is_dataclass(kind):
        hints = get_type_hints(kind)
        for one in fields(kind):
            yield from typed_texts(hints[one.name], f"{path}.{one.name}".lstrip("."))
    elif get_origin(kind) in {tuple, frozenset, Mapping}:
        yield from typed_texts(get_args(kind)[-1 if get_origin(kind) is Mapping else 0], path)
    elif isinstance(kind, type) and issubclass(kind, Enum):
        return


TEXTS = sorted(set(typed_texts(Plan, "")) - CHOSEN_BY_KEY)


@pytest.mark.parametrize("field", TEXTS)
def test_every_text_of_a_plan_has_a_name_on_the_screen(field: str) -> None:
    assert field_label(field)


def test_what_is_particularly_short_is_a_text_of_the_plan() -> None:
    assert len(TEXTS) > 20
    assert set(TEXTS) >= LINES | WORDS


@pytest.mark.parametrize("field", [one.name for one in fields(ProgrammeDetails)])
def test_every_detail_of_a_programme_has_a_name_on_the_screen(field: str) -> None:
    assert field_label(field)


def test_a_sentence_names_the_field() -> None:
    params = {"named": "objectives.measure", "length": 5_001, "limit": 5_000}
    problem = Problem(Step.OBJECTIVES, "plan-text-too-long", True, params)
    assert words_of_problem(problem) == (
        "“Measured by” holds 5001 characters; at most 5000 fit. Please shorten it."
    )


@pytest.mark.parametrize(
    ("details", "field", "code"),
    [
        (ProgrammeDetails(name=""), "name", "plan-name-missing"),
        (ProgrammeDetails(name="Voices"), "purpose", "plan-purpose-missing"),
        (
            ProgrammeDetails(name="Voices", purpose="Leaders listen.", session_minutes=999),
            "session_minutes",
            "number-odd",
        ),
    ],
)
def test_what_blocks_is_an_error_of_its_field(
    data: DataFile, details: ProgrammeDetails, field: str, code: str
) -> None:
    with pytest.raises(InvalidField, match=code) as caught:
        create_programme(data, Draft(details=details))
    assert caught.value.field == field


def test_a_change_that_is_too_long_names_its_field_and_changes_nothing(data: DataFile) -> None:
    made = stored_programme(data, "Voices")
    before = data.rows("SELECT * FROM plan_section")
    plan = Plan(sponsor=Sponsor(agreed_to=("x" * 5_001,)))
    with pytest.raises(InvalidField, match="plan-text-too-long") as caught:
        save_plan(data, made, ProgrammeDetails(name="Voices"), plan)
    assert caught.value.field == "sponsor.agreed_to"
    assert caught.value.params["named"] == "What the sponsor has agreed to"
    assert data.rows("SELECT * FROM plan_section") == before


def test_nothing_is_required_where_nothing_blocks(data: DataFile) -> None:
    draft = Draft(details=ProgrammeDetails(name="Voices", purpose="Leaders listen."))
    require(unstorable(draft))
