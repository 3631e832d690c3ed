"""Choosing another focus swaps what the last one filled in, and keeps what the officer wrote."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.focus import NO_FOCUS, FocusTemplate, is_own, with_focus
from revmentor_desktop.domain.plan.objectives import Objective
from revmentor_desktop.domain.plan.pairing_choices import DEFAULT_WEIGHTS, PairingChoices
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.sessions import SessionPlan, SurveyQuestion
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.domain.programme import ProgrammeDetails

FILLED = ("objectives", "sessions", "questions")
"""The sections of a plan that a focus fills in whole."""


def template(name: str, **more: Any) -> FocusTemplate:
    """A focus whose every text begins with its name, so that none equals another's."""
    return FocusTemplate(
        **{
            "key": name,
            "title": name,
            "line": name,
            "purpose": f"{name} purpose",
            "objectives": (Objective(title=f"{name} objective"),),
            "offers": (f"{name} skill", f"{name} other"),
            "wants": (f"{name} skill",),
            "weights": {**DEFAULT_WEIGHTS, "offers": 50 + len(name)},
            "sessions": (SessionPlan(title=f"{name} session", prompts=("Why?",)),),
            "questions": (SurveyQuestion(text=f"{name} question"),),
            "words": {"call.focus": f"{name} call", "explainer.focus": f"{name} explained"},
        }
        | more
    )


FLOOR, DIGITAL, OWN = template("floor"), template("digital"), template("own", words={})
NEW = Draft(details=ProgrammeDetails(name="Voices"))

names = st.sampled_from(["floor", "digital", "customer", "own"])
templates = names.map(template) | st.just(NO_FOCUS)
texts = st.text(min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
some_objectives = st.lists(texts.map(lambda text: Objective(title=text)), max_size=3).map(tuple)
some_sessions = st.lists(texts.map(lambda text: SessionPlan(title=text)), max_size=3).map(tuple)
some_skills = st.lists(texts, max_size=4).map(tuple)
weights = st.dictionaries(st.sampled_from(sorted(DEFAULT_WEIGHTS)), st.integers(0, 100))
changed_words = st.dictionaries(st.sampled_from(["call.focus", "letter.reminder"]), texts)


@given(templates)
def test_a_new_draft_is_filled_in_whole(chosen: FocusTemplate) -> None:
    filled = with_focus(NEW, NO_FOCUS, chosen)
    assert filled.details == replace(NEW.details, purpose=chosen.purpose)
    assert filled.plan.purpose.focus == chosen.key
    for section in FILLED:
        assert getattr(filled.plan, section) == getattr(chosen, section)
    assert filled.plan.taking_part.offers == chosen.offers
    assert filled.plan.taking_part.wants == chosen.wants
    assert filled.plan.pairing.weights == chosen.weights
    assert filled.plan.words == chosen.words


@given(st.lists(templates, min_size=1, max_size=5))
def test_trying_one_focus_after_another_leaves_nothing_behind(tried: list[FocusTemplate]) -> None:
    draft, before = NEW, NO_FOCUS
    for chosen in tried:
        draft, before = with_focus(draft, before, chosen), chosen
    assert draft == with_focus(NEW, NO_FOCUS, tried[-1])


@given(templates, templates)
def test_choosing_the_focus_that_is_chosen_changes_nothing(
    chosen: FocusTemplate, other: FocusTemplate
) -> None:
    draft = with_focus(with_focus(NEW, NO_FOCUS, other), other, chosen)
    assert with_focus(draft, chosen, chosen) == draft


@given(templates, templates, some_objectives, some_sessions, some_skills, weights, changed_words)
def test_what_the_officer_wrote_stays_and_the_rest_is_swapped(
    before: FocusTemplate,
    chosen: FocusTemplate,
    objectives: tuple[Objective, ...],
    sessions: tuple[SessionPlan, ...],
    skills: tuple[str, ...],
    weighed: dict[str, int],
    words: dict[str, str],
) -> None:
    filled = with_focus(NEW, NO_FOCUS, before)
    edited = replace(
        filled,
        plan=replace(
            filled.plan,
            objectives=objectives,
            sessions=sessions,
            taking_part=replace(filled.plan.taking_part, offers=skills),
            pairing=replace(filled.plan.pairing, weights=weighed),
            words={**filled.plan.words, **words},
        ),
    )
    plan = with_focus(edited, before, chosen).plan
    assert plan.objectives == (objectives or chosen.objectives)
    assert plan.sessions == (sessions or chosen.sessions)
    assert plan.taking_part.offers == (skills or chosen.offers)
    assert plan.pairing.weights == (chosen.weights if weighed == before.weights else weighed)
    assert plan.words == {**chosen.words, **words}
    assert plan.questions == chosen.questions
    assert plan.taking_part.wants == chosen.wants


@given(texts)
def test_a_purpose_of_the_officer_s_own_stays(purpose: str) -> None:
    typed = replace(NEW, details=replace(NEW.details, purpose=purpose))
    assert with_focus(typed, NO_FOCUS, FLOOR).details.purpose == purpose


def test_a_purpose_that_was_emptied_or_left_is_filled_in() -> None:
    filled = with_focus(NEW, NO_FOCUS, FLOOR)
    for untouched in (FLOOR.purpose, f" {FLOOR.purpose}\n", "", "  "):
        draft = replace(filled, details=replace(filled.details, purpose=untouched))
        assert with_focus(draft, FLOOR, DIGITAL).details.purpose == DIGITAL.purpose


def test_weights_that_the_officer_put_back_to_the_usual_ones_stay() -> None:
    filled = with_focus(NEW, NO_FOCUS, FLOOR)
    usual = replace(filled, plan=replace(filled.plan, pairing=PairingChoices()))
    assert with_focus(usual, FLOOR, DIGITAL).plan.pairing.weights == DEFAULT_WEIGHTS


def test_words_that_only_the_last_focus_had_go_with_it() -> None:
    filled = with_focus(NEW, NO_FOCUS, FLOOR)
    assert with_focus(filled, FLOOR, OWN).plan.words == {}


def test_words_that_were_emptied_are_filled_in_anew() -> None:
    filled = with_focus(NEW, NO_FOCUS, FLOOR)
    emptied = replace(filled, plan=replace(filled.plan, words={"call.focus": " "}))
    assert with_focus(emptied, FLOOR, DIGITAL).plan.words == DIGITAL.words


def test_what_comes_from_no_focus_is_left_alone() -> None:
    plan = Plan(sponsor=Sponsor(name="Helen Ward"))
    details = ProgrammeDetails(name="Voices", session_count=3)
    chosen = with_focus(Draft(details=details, plan=plan), NO_FOCUS, FLOOR)
    assert chosen.plan.sponsor == plan.sponsor
    assert chosen.plan.schedule == plan.schedule
    assert chosen.plan.pairing.rules == plan.pairing.rules
    assert chosen.details.name == "Voices"
    assert chosen.details.session_count == 3


def test_templates_do_not_share_their_weights_with_a_draft() -> None:
    assert with_focus(NEW, NO_FOCUS, FLOOR).plan.pairing.weights is not FLOOR.weights


def test_only_one_focus_is_the_officer_s_own() -> None:
    assert is_own(OWN)
    assert not is_own(FLOOR)
    assert not is_own(NO_FOCUS)


def test_a_text_that_no_focus_fills_stays_empty_where_the_officer_emptied_it() -> None:
    emptied = {"document.mentor.rapport": "", "call.focus": " "}
    draft = replace(NEW, plan=replace(NEW.plan, words=emptied))
    words = with_focus(draft, NO_FOCUS, FLOOR).plan.words
    assert words["document.mentor.rapport"] == ""
    assert words["call.focus"] == "floor call"
