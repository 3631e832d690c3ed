"""What a draft lacks is said code by code; only what cannot be stored keeps it from being made."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.plan import problems as problems_module
from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.domain.plan.draft import STEPS, Draft, Step
from revmentor_desktop.domain.plan.milestones import latest_call
from revmentor_desktop.domain.plan.objectives import Objective
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.problems import (
    TO_AGREE_ON_A_CALL,
    Problem,
    blocking,
    earliest_start,
    next_step,
    problems,
    step_before,
    unstorable,
)
from revmentor_desktop.domain.plan.purpose import Consultation, Purpose
from revmentor_desktop.domain.plan.readiness import QUESTIONS, Answer
from revmentor_desktop.domain.plan.schedule import Schedule
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.domain.programme import ProgrammeDetails

TODAY = date(2027, 1, 4)
START = date(2027, 5, 4)
COMPLETE = Draft(
    details=ProgrammeDetails(name="Voices", purpose="Leaders listen.", start_date=START),
    plan=Plan(
        purpose=Purpose(focus="floor", consultations=(Consultation(who="Night staff"),)),
        objectives=(Objective(title="Listen", measure="Pulse"),),
        sponsor=Sponsor(name="Helen Ward"),
        readiness=dict.fromkeys(QUESTIONS, Answer.YES),
        agreement=AgreementChoices(concern_contact="Ruth Lane, 01632 960117"),
    ),
)


def is_weekday(day: date) -> bool:
    return day.weekday() < 5


def found_in(draft: Draft, taken: frozenset[str] = frozenset(), today: date = TODAY) -> Any:
    return problems(draft, taken, is_weekday, today)


def codes(draft: Draft, **more: Any) -> list[str]:
    return [problem.code for problem in found_in(draft, **more)]


def details(**more: Any) -> Draft:
    return replace(COMPLETE, details=replace(COMPLETE.details, **more))


def plan(**more: Any) -> Draft:
    return replace(COMPLETE, plan=replace(COMPLETE.plan, **more))


def special(**more: Any) -> TakingPart:
    field = OwnField(key="own-1", label="Health", is_special=True, **more)
    return TakingPart(own_fields=(field,))


def test_a_complete_draft_lacks_nothing() -> None:
    assert codes(COMPLETE) == []


def test_an_empty_draft_lacks_a_lot_in_the_order_of_the_steps() -> None:
    found = found_in(Draft())
    assert [problem.code for problem in found] == [
        "plan-name-missing",
        "plan-purpose-missing",
        "plan-nobody-asked",
        "plan-no-objective",
        "plan-no-sponsor",
        "plan-readiness-open",
        "plan-no-start",
        "plan-no-concern-contact",
    ]
    places = [STEPS.index(problem.step) for problem in found]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (details(name=" \u200b"), Problem(Step.PURPOSE, "plan-name-missing", True, {}, "name")),
        (
            details(name="x" * 201),
            Problem(
                Step.PURPOSE,
                "plan-text-too-long",
                True,
                {"length": 201, "limit": 200, "named": "name"},
                field="name",
            ),
        ),
        (
            plan(objectives=(Objective(title="Listen", measure="x" * 5_001),)),
            Problem(
                Step.OBJECTIVES,
                "plan-text-too-long",
                True,
                {"length": 5_001, "limit": 5_000, "named": "objectives.measure"},
                field="objectives.measure",
            ),
        ),
        (
            plan(taking_part=TakingPart(offers=("Care", "x" * 101))),
            Problem(
                Step.PEOPLE,
                "plan-text-too-long",
                True,
                {"length": 101, "limit": 100, "named": "taking_part.offers"},
                field="taking_part.offers",
            ),
        ),
        (
            details(purpose=" \u200b"),
            Problem(Step.PURPOSE, "plan-purpose-missing", True, {}, "purpose"),
        ),
        (
            details(start_date=date(1207, 5, 4)),
            Problem(
                Step.DATES, "date-odd", True, {"first": 1930, "last": 2100}, field="start_date"
            ),
        ),
        (
            details(session_count=0),
            Problem(
                Step.DATES, "number-odd", True, {"lowest": 1, "highest": 52}, field="session_count"
            ),
        ),
        (plan(purpose=Purpose()), Problem(Step.PURPOSE, "plan-nobody-asked")),
        (plan(objectives=()), Problem(Step.OBJECTIVES, "plan-no-objective")),
        (plan(objectives=(Objective(title=" "),)), Problem(Step.OBJECTIVES, "plan-no-objective")),
        (
            plan(objectives=(Objective(title="Listen", measure=" "),)),
            Problem(Step.OBJECTIVES, "plan-objective-unmeasured", params={"title": "Listen"}),
        ),
        (
            plan(objectives=(*COMPLETE.plan.objectives, Objective(title="", measure="Pulse"))),
            Problem(Step.OBJECTIVES, "plan-objective-untitled", params={"number": 2}),
        ),
        (plan(sponsor=Sponsor(job_title="Chair")), Problem(Step.SPONSOR, "plan-no-sponsor")),
        (
            plan(readiness={"senior-backing": Answer.YES, "asked-once": Answer.YES}),
            Problem(Step.SPONSOR, "plan-readiness-open", params={"count": 9}),
        ),
        (
            plan(readiness={"senior-backing": Answer.NO}),
            Problem(Step.SPONSOR, "plan-not-ready"),
        ),
        (details(start_date=None), Problem(Step.DATES, "plan-no-start")),
        (
            plan(schedule=Schedule(moved={"pairing": date(2027, 6, 1)})),
            Problem(
                Step.DATES,
                "plan-out-of-order",
                params={"first": "pairing", "second": "agreements-due"},
            ),
        ),
        (
            plan(schedule=Schedule(moved={"call": date(2026, 12, 1)})),
            Problem(Step.DATES, "plan-call-moved-past", params={"call": date(2026, 12, 1)}),
        ),
        (
            plan(taking_part=special(special_purpose=" ")),
            Problem(Step.PEOPLE, "plan-special-without-purpose", params={"label": "Health"}),
        ),
        (
            plan(agreement=AgreementChoices(concern_contact="\n")),
            Problem(Step.AGREEMENT, "plan-no-concern-contact"),
        ),
    ],
    ids=lambda value: value.code if isinstance(value, Problem) else "",
)
def test_what_is_missing_is_found_alone(draft: Draft, expected: Problem) -> None:
    assert found_in(draft) == (expected,)


def test_a_name_in_use_is_found_whatever_its_case_accents_and_spaces() -> None:
    (problem,) = found_in(details(name=" Vöices "), taken=frozenset({"voices"}))
    assert problem == Problem(Step.PURPOSE, "plan-name-taken", True, {"name": "Vöices"}, "name")


@pytest.mark.parametrize("answer", [Answer.YES, Answer.PARTLY])
def test_go_and_pilot_need_nothing_more(answer: Answer) -> None:
    assert codes(plan(readiness=dict.fromkeys(QUESTIONS, answer))) == []


@pytest.mark.parametrize("part", [special(special_purpose="Adjustments"), special(is_on=False)])
def test_special_data_with_a_purpose_or_switched_off_is_in_order(part: TakingPart) -> None:
    assert codes(plan(taking_part=part)) == []


def test_a_call_in_the_past_is_found_with_a_start_for_which_there_is_time() -> None:
    call = latest_call(COMPLETE.details, Schedule(), is_weekday)
    assert call is not None
    assert codes(COMPLETE, today=call) == []
    (problem,) = found_in(COMPLETE, today=call + timedelta(days=1))
    assert problem.code == "plan-call-past"
    assert problem.params["call"] == call
    later = problem.params["earliest"]
    assert codes(details(start_date=later), today=call + timedelta(days=1)) == []


@given(
    st.dates(date(2024, 1, 1), date(2034, 12, 31)),
    st.integers(-4_000, 4_000),
    st.frozensets(st.integers(0, 4), max_size=4),
)
def test_the_earliest_start_is_the_first_that_leaves_time(
    start: date, days: int, free: frozenset[int]
) -> None:
    def is_free(day: date) -> bool:
        return day.weekday() in (free or {2})

    def call_of(day: date) -> date:
        call = latest_call(ProgrammeDetails(name="V", start_date=day), Schedule(), is_free)
        assert call is not None
        return call

    today = start + timedelta(days=days)
    earliest = earliest_start(ProgrammeDetails(name="V", start_date=start), is_free, today)
    assert earliest >= start
    assert is_free(earliest)
    assert call_of(earliest) >= today + TO_AGREE_ON_A_CALL
    before = max(day for day in map(earliest.__sub__, map(timedelta, range(1, 8))) if is_free(day))
    assert before < start or call_of(before) < today + TO_AGREE_ON_A_CALL


def test_a_start_so_late_that_nothing_fits_is_no_endless_search() -> None:
    last = ProgrammeDetails(name="V", start_date=date(2100, 12, 1))
    assert earliest_start(last, is_weekday, date(2101, 6, 1)) > date(2100, 12, 1)


def test_an_earliest_start_needs_a_start() -> None:
    with pytest.raises(ValueError, match="without a start"):
        earliest_start(ProgrammeDetails(name="V"), is_weekday, TODAY)


def test_only_what_blocks_keeps_a_programme_from_being_made() -> None:
    incomplete = Draft(details=ProgrammeDetails(name="Voices", purpose="Leaders listen."))
    found = found_in(incomplete)
    assert found
    assert blocking(found) == ()


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (details(name=""), ["name"]),
        (details(session_minutes=999), ["session_minutes"]),
        (plan(sponsor=Sponsor(name="x" * 201)), ["sponsor.name"]),
        (plan(sponsor=Sponsor(name=" x" * 100)), []),
        (details(purpose=""), []),
        (Draft(details=ProgrammeDetails(name="Voices")), []),
    ],
)
def test_of_a_stored_programme_only_what_cannot_be_stored_is_refused(
    draft: Draft, expected: list[str]
) -> None:
    assert [problem.field for problem in unstorable(draft)] == expected


@given(
    st.builds(
        ProgrammeDetails,
        name=st.text(max_size=10),
        purpose=st.text(max_size=10),
        start_date=st.none() | st.dates(),
        session_count=st.integers(-2, 60),
        weeks_between=st.integers(-2, 30),
    ),
    st.frozensets(st.text(max_size=5)),
)
def test_any_draft_can_be_looked_at(typed: ProgrammeDetails, taken: frozenset[str]) -> None:
    for problem in problems(Draft(details=typed), taken, is_weekday, TODAY):
        assert bool(problem.field) == problem.blocks


def test_next_goes_through_the_steps_and_back_the_same_way() -> None:
    draft, seen = Draft(), [Step.PURPOSE]
    while next_step(draft) is not draft.step:
        draft = replace(draft, step=next_step(draft))
        seen.append(draft.step)
    assert tuple(seen) == STEPS
    while step_before(draft) is not draft.step:
        assert next_step(replace(draft, step=step_before(draft))) is draft.step
        draft = replace(draft, step=step_before(draft))
    assert draft.step is STEPS[0]


@pytest.mark.parametrize("year", range(2025, 2036))
def test_on_every_day_of_ten_years_a_start_is_suggested_that_holds(year: int) -> None:
    """Leap days and the weeks in which the clocks change are days like any other."""
    today = date(year, 1, 1)
    while today.year == year:
        start = earliest_start(replace(COMPLETE.details, start_date=today), is_weekday, today)
        assert codes(details(start_date=start), today=today) == []
        assert today + timedelta(weeks=10) < start <= today + timedelta(weeks=13)
        today += timedelta(days=1)


def test_the_rules_of_planning_ask_no_clock() -> None:
    """What they answer follows from what they are given, so that any day can be tried."""
    asked = [
        f"{path.name}:{node.lineno}"
        for path in Path(problems_module.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow", "time"}
    ]
    assert asked == []
