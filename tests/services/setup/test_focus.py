"""All nine focuses are there, whole, and fit what they fill in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from datetime import date

import pytest

from revmentor_desktop.domain.checks import PROGRAMME, checked, tags
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.focus import (
    NO_FOCUS,
    FocusTemplate,
    is_own,
    with_focus,
)
from revmentor_desktop.domain.plan.own_fields import AskedOf
from revmentor_desktop.domain.plan.pairing_choices import CRITERIA, MOST_WEIGHT
from revmentor_desktop.domain.plan.problems import problems
from revmentor_desktop.domain.plan.sessions import SurveyQuestion
from revmentor_desktop.domain.text import LINE_LIMIT, clean_text
from revmentor_desktop.services.setup.focus import KEYS, focus, focuses
from revmentor_desktop.storage.values import from_json, to_json
from revmentor_desktop.system.content import read_content

FOCUS_WORDS = (
    "pack.mentor.why-you",
    "pack.mentor.start",
    "pack.leader.why",
    "pack.leader.listen",
    "explainer.focus",
    "call.focus",
)
"""The keys of the texts that every focus words for itself: in the packs why this person and how to
begin, or how to listen; on the explainer what it is about; in the call who is looked for."""

every_focus = pytest.mark.parametrize("template", focuses(), ids=lambda one: one.key)
filled_in = pytest.mark.parametrize(
    "template", [one for one in focuses() if not is_own(one)], ids=lambda one: one.key
)


def test_there_are_nine_in_the_order_of_their_keys() -> None:
    assert len(KEYS) == 9
    assert tuple(one.key for one in focuses()) == KEYS
    assert len({one.title for one in focuses()}) == 9


def test_a_key_that_is_none_any_more_gives_an_empty_focus() -> None:
    assert focus("blockchain") is NO_FOCUS
    assert focus("shared") is NO_FOCUS
    assert focus("") is NO_FOCUS


@pytest.mark.parametrize("key", KEYS)
def test_a_file_has_every_field_and_no_other(key: str) -> None:
    expected = {field.name for field in fields(FocusTemplate)} - {"key"}
    optional = {"objectives"} if key == "own" else set()
    written = set(read_content(f"focus/{key}.toml"))
    assert expected - optional <= written <= expected


@every_focus
def test_it_is_what_was_said_to_be_filled_in(template: FocusTemplate) -> None:
    assert len(template.title) <= 40
    assert 40 <= len(template.line) <= 75
    assert template.line[-1] != "."
    assert template.why_now_hint[-1] == "."
    assert len(template.sessions) == 6
    assert 8 <= len(template.questions) <= 14
    assert tuple(template.words) == FOCUS_WORDS
    assert set(template.weights) == set(CRITERIA)
    assert sum(template.weights.values()) == MOST_WEIGHT


@filled_in
def test_it_gives_objectives_and_skills_to_start_from(template: FocusTemplate) -> None:
    assert template.purpose.startswith("Our leaders ")
    assert template.purpose[-1] == "."
    assert len(template.purpose) <= 140
    assert 2 <= len(template.objectives) <= 4
    assert all(one.measure and one.target for one in template.objectives)
    assert 8 <= len(template.wants) <= len(template.offers) <= 14


def test_our_own_leaves_purpose_objectives_and_skills_to_the_officer() -> None:
    own = focus("own")
    assert is_own(own)
    assert (own.purpose, own.objectives, own.offers, own.wants) == ("", (), (), ())


@every_focus
def test_whatever_a_leader_wants_to_learn_a_mentor_can_offer(template: FocusTemplate) -> None:
    assert set(template.wants) <= set(template.offers)
    assert tags(template.offers) == template.offers
    assert tags(template.wants) == template.wants


@every_focus
def test_each_session_has_prompts_that_stand_by_themselves(template: FocusTemplate) -> None:
    assert len({session.title for session in template.sessions}) == 6
    for session in template.sessions:
        assert 3 <= len(session.prompts) <= 5
        assert len(set(session.prompts)) == len(session.prompts)
    spoken = " ".join(prompt for one in template.sessions for prompt in one.prompts).lower()
    # Which session it is, and how many there are, differs from programme to programme.
    counted = r"\b(?:session|first meeting|last meeting|next time|halfway|six|half-year)\b"
    assert re.findall(counted, spoken) == []


@every_focus
def test_every_prompt_ends_as_it_should(template: FocusTemplate) -> None:
    for session in template.sessions:
        assert all(prompt[-1] in "?." for prompt in session.prompts)
        assert any(prompt[-1] == "?" for prompt in session.prompts)


@every_focus
def test_what_is_asked_are_statements_of_both_sides(template: FocusTemplate) -> None:
    texts = [question.text for question in template.questions]
    assert [text for text, number in Counter(texts).items() if number > 1] == []
    assert all(text[-1] == "." and len(text) <= 90 for text in texts)
    asked = Counter(question.asked_of for question in template.questions)
    assert min(asked[one] for one in AskedOf) >= 2
    assert sum(question.asked_at_start for question in template.questions) >= 4


def test_the_same_is_asked_in_every_programme_so_that_they_can_be_compared() -> None:
    common = set.intersection(*(set(one.questions) for one in focuses()))
    assert len(common) == 10
    assert SurveyQuestion(text="I am clear about what this programme is for.") in common


@filled_in
def test_a_measure_quotes_a_question_that_is_asked_from_the_start(template: FocusTemplate) -> None:
    asked = {
        question.text.removesuffix("."): question
        for question in template.questions
        if question.asked_at_start
    }
    sides = {"leaders": AskedOf.MENTEE, "mentors": AskedOf.MENTOR, "all": AskedOf.BOTH}
    quoted = 0
    for objective in template.objectives:
        for side, text in re.findall(r"Mean answer of (\w+) to “([^”]+)”", objective.measure):
            quoted += 1
            assert asked[text].asked_of in {sides[side], AskedOf.BOTH}
    assert quoted >= 1


@every_focus
def test_texts_can_be_stored_as_they_are(template: FocusTemplate) -> None:
    assert checked(PROGRAMME, "purpose", template.purpose) == template.purpose
    for objective in template.objectives:
        parts = (objective.title, objective.measure, objective.baseline, objective.target)
        assert all(len(part) <= LINE_LIMIT for part in parts)
    assert all(clean_text(text) == text for text in template.words.values())
    assert all(120 <= len(text) <= 350 for text in template.words.values())


@filled_in
def test_with_name_and_start_a_focus_leaves_little_to_do(template: FocusTemplate) -> None:
    draft = with_focus(Draft(), NO_FOCUS, template)
    found = problems(draft, frozenset(), lambda _: True, date(2027, 1, 4))
    steps = {problem.step for problem in found}
    assert [problem.code for problem in found if problem.blocks] == ["plan-name-missing"]
    assert Step.OBJECTIVES not in steps
    assert from_json(Draft, to_json(draft)) == draft
