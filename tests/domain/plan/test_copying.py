"""What is taken over from an earlier programme, and what is asked anew."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.domain.plan.copying import copied, is_likely_again, next_name, next_start
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.objectives import Objective
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.schedule import ClosedPeriod
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.domain.programme import Programme
from tests.services.setup.test_setup import FULL

EARLIER = Programme(
    id=7,
    name="Voices 2026",
    purpose="Leaders listen.",
    start_date=date(2026, 9, 8),
    session_count=5,
    session_minutes=45,
    weeks_between=6,
)
PLAN = replace(
    FULL,
    objectives=(Objective(title="Listen", measure="Pulse", baseline="3.1", due=date(2027, 3, 1)),),
    sponsor=Sponsor(name="Amara Okafor", agreed_to=("Takes part",), agreed_on=date(2026, 5, 1)),
    schedule=replace(
        FULL.schedule,
        closed=(ClosedPeriod(first=date(2026, 12, 24), last=date(2027, 1, 2), label="Closed"),),
    ),
)


def again(start: date | None = date(2027, 9, 7)) -> Draft:
    return copied(EARLIER, PLAN, start, frozenset({3}), frozenset({"voices 2026"}))


def test_plan_wording_and_rules_are_taken_over() -> None:
    draft = again()
    assert draft.details == replace_id(EARLIER, name="Voices 2027", start_date=date(2027, 9, 7))
    same = {"sessions", "questions", "taking_part", "pairing", "agreement", "words"}
    for name in same:
        assert getattr(draft.plan, name) == getattr(PLAN, name), name
    rest = {section.name for section in fields(Plan)} - same
    assert rest == {"purpose", "objectives", "sponsor", "readiness", "schedule"}
    assert draft.plan.purpose.focus == PLAN.purpose.focus
    assert draft.plan.purpose.why_now == PLAN.purpose.why_now
    assert (draft.copied_from, draft.invited) == (7, frozenset({3}))
    assert (draft.step, draft.seen) == (Step.PURPOSE, frozenset())


def replace_id(programme: Programme, **changes: object) -> object:
    from revmentor_desktop.domain.programme import ProgrammeDetails

    values = {one.name: getattr(programme, one.name) for one in fields(ProgrammeDetails)}
    return ProgrammeDetails(**(values | changes))


def test_what_was_true_then_is_asked_anew() -> None:
    plan = again().plan
    assert plan.purpose.evidence == ()
    assert plan.purpose.consultations == ()
    assert plan.readiness == {}
    assert plan.sponsor == Sponsor(name="Amara Okafor", agreed_to=("Takes part",))
    assert plan.objectives[0].baseline == ""


def test_dates_move_along_with_the_start() -> None:
    plan = again().plan
    assert plan.objectives[0].due == date(2028, 2, 28)
    assert plan.schedule.moved == {}
    assert plan.schedule.closed[0].first == date(2027, 12, 23)
    assert plan.schedule.closed[0].label == "Closed"
    assert plan.schedule.region == PLAN.schedule.region


def test_closed_weeks_move_by_whole_years_even_where_the_start_moves_otherwise() -> None:
    moved = again(date(2027, 11, 2)).plan.schedule.closed[0]
    assert moved.first == date(2027, 12, 23)


def test_without_a_start_all_dates_are_open() -> None:
    draft = again(None)
    assert draft.details.start_date is None
    assert draft.plan.objectives[0].due is None
    assert draft.plan.schedule.closed == ()


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Voices 2026", {"voices 2026"}, "Voices 2027"),
        ("Voices 2026", {"voices 2026", "voices 2027"}, "Voices 2028"),
        ("2026: fresh eyes", set(), "2027: fresh eyes"),
        ("Fresh eyes", {"fresh eyes"}, "Fresh eyes 2"),
        ("Fresh eyes", {"fresh eyes", "fresh eyes 2"}, "Fresh eyes 3"),
        ("Room 20260", set(), "Room 20260 2"),
    ],
)
def test_the_next_name_is_free(name: str, taken: set[str], expected: str) -> None:
    assert next_name(name, taken) == expected


@pytest.mark.parametrize("start", [date(2026, 9, 8), date(2024, 2, 29), date(2019, 12, 31)])
def test_the_next_start_is_on_the_same_weekday_and_not_past(start: date) -> None:
    today = date(2027, 3, 1)
    later = next_start(start, today)
    assert later is not None
    assert later.weekday() == start.weekday()
    assert later >= today
    assert (later - start).days % 364 == 0
    assert (later - today).days < 364 or (later - start).days == 364


def test_without_a_start_there_is_no_next() -> None:
    assert next_start(None, date(2027, 3, 1)) is None


@pytest.mark.parametrize("state", ParticipationState)
def test_who_took_part_or_found_no_place_is_likely_again(state: ParticipationState) -> None:
    likely = {
        ParticipationState.CONFIRMED,
        ParticipationState.PAUSED,
        ParticipationState.RESERVE,
    }
    assert is_likely_again(state) is (state in likely)
