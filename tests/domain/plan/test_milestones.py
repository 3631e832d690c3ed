"""The dates of a programme over the calendars of the years 2024 to 2036."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from revmentor_desktop.domain.plan.milestones import (
    IsFree,
    Milestone,
    free_from,
    free_until,
    is_plannable,
    latest_call,
    milestones,
    months_later,
    out_of_order,
    session_days,
)
from revmentor_desktop.domain.plan.schedule import SHAPES, ClosedPeriod, Schedule
from revmentor_desktop.domain.programme import ProgrammeDetails

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
BEFORE = ("call", "applications-close", "briefings", "pairing", "agreements-due", "first-session")

DAYS = st.dates(date(2024, 1, 1), date(2036, 12, 31))


@st.composite
def closed_periods(draw: st.DrawFn, start: date) -> tuple[ClosedPeriod, ...]:
    """Up to four periods of up to two months, near the start or a year off."""
    found = []
    for _ in range(draw(st.integers(0, 4))):
        first = start + DAY * draw(st.integers(-120, 500))
        last = first + DAY * draw(st.integers(0, 60))
        found.append(ClosedPeriod(first=first, last=last))
    return tuple(found)


@st.composite
def plans(draw: st.DrawFn) -> tuple[ProgrammeDetails, Schedule]:
    start = draw(DAYS)
    details = ProgrammeDetails(
        name="Voices",
        start_date=start,
        session_count=draw(st.integers(1, 52)),
        weeks_between=draw(st.integers(1, 26)),
    )
    return details, Schedule(region="", closed=draw(closed_periods(start)))


def details(start: date, count: int = 6, weeks: int = 4) -> ProgrammeDetails:
    return ProgrammeDetails(
        name="Voices", start_date=start, session_count=count, weeks_between=weeks
    )


def rule(schedule: Schedule) -> IsFree:
    """Weekends and closed periods are off; so is every day in a year that many close for."""
    off = {(1, 1), (12, 25), (12, 26)}

    def is_free(day: date) -> bool:
        return (
            day.weekday() < 5
            and (day.month, day.day) not in off
            and not any(period.covers(day) for period in schedule.closed)
        )

    return is_free


def worked_out(about: ProgrammeDetails, schedule: Schedule) -> dict[str, Milestone]:
    return {one.key: one for one in milestones(about, schedule, rule(schedule))}


def check_ins(found: dict[str, Milestone]) -> list[date]:
    return [one.day for one in found.values() if one.key.startswith("check-in-")]


# --- laws of every plan ---


@given(plans())
def test_everything_falls_on_a_free_day(plan: tuple[ProgrammeDetails, Schedule]) -> None:
    about, schedule = plan
    is_free = rule(schedule)
    assert all(is_free(one.day) for one in milestones(about, schedule, is_free))
    assert all(is_free(day) for day in session_days(about, is_free))


@given(plans())
def test_one_thing_comes_after_the_other(plan: tuple[ProgrammeDetails, Schedule]) -> None:
    found = worked_out(*plan)
    prepared = [found[key].day for key in BEFORE]
    assert prepared == sorted(set(prepared))
    days = [one.day for one in found.values()]
    assert days == sorted(set(days)), "two milestones on one day"
    assert tuple(found)[: len(BEFORE)] == BEFORE
    assert tuple(found)[-2:] == ("close", "follow-up")
    assert not any(one.is_moved for one in found.values())
    assert out_of_order(list(found.values())) == ()


@given(plans())
def test_there_is_time_for_what_has_to_be_done(plan: tuple[ProgrammeDetails, Schedule]) -> None:
    found = worked_out(*plan)
    first = found["first-session"].day
    assert found["applications-close"].day - found["call"].day >= 3 * WEEK
    assert found["pairing"].day - found["applications-close"].day >= 2 * WEEK
    assert first - found["pairing"].day >= 2 * WEEK, "partners have a fortnight to say hello"
    assert first - found["agreements-due"].day >= WEEK
    assert first - found["briefings"].day >= 4 * WEEK


@given(plans())
def test_sessions_keep_their_number_and_their_distance(
    plan: tuple[ProgrammeDetails, Schedule],
) -> None:
    about, schedule = plan
    assert about.start_date is not None
    days = session_days(about, rule(schedule))
    step = WEEK * about.weeks_between
    assert len(days) == about.session_count
    assert days[0] == free_from(about.start_date, rule(schedule))
    assert all(second - first >= step / 2 for first, second in pairwise(days))
    # Each keeps to the rhythm of the first: it is late by half of it at most.
    assert all((day - days[0]) % step <= step / 2 for day in days)


@given(plans())
def test_check_ins_come_early_then_monthly_and_never_twice_in_a_week(
    plan: tuple[ProgrammeDetails, Schedule],
) -> None:
    found = worked_out(*plan)
    close, days = found["close"].day, check_ins(found)
    assert days == sorted(days)
    known = sorted([*days, *([found["mid-point"].day] if "mid-point" in found else []), close])
    assert all(second - first >= WEEK for first, second in pairwise(known))
    assert list(found)[6:-2] == [
        one for one in found if one.startswith("check-in-") or one == "mid-point"
    ]
    numbers = [int(key.rpartition("-")[2]) for key in found if key.startswith("check-in-")]
    assert numbers == list(range(1, len(numbers) + 1))
    if not plan[1].closed and close - found["first-session"].day > 4 * WEEK:
        assert days[0] - found["first-session"].day <= 2 * WEEK + 4 * DAY


@given(plans(), st.data())
def test_what_was_moved_stays_and_moves_no_other(
    plan: tuple[ProgrammeDetails, Schedule], data: st.DataObject
) -> None:
    about, schedule = plan
    planned = worked_out(about, schedule)
    key, day = data.draw(st.sampled_from(sorted(planned))), data.draw(DAYS)
    found = worked_out(
        about, Schedule(region="", closed=schedule.closed, moved={key: day, "check-in-999": day})
    )
    assert found.keys() == planned.keys()
    assert found[key].day == day, "also on a Sunday: the officer knows why"
    assert found[key].planned == planned[key].day
    assert all(found[other] == planned[other] for other in planned if other != key)
    days = [one.day for one in found.values()]
    assert days == sorted(days)


@given(plans())
def test_the_same_answers_always(plan: tuple[ProgrammeDetails, Schedule]) -> None:
    assert worked_out(*plan) == worked_out(*plan)
    assert latest_call(*plan, rule(plan[1])) == worked_out(*plan)["call"].day


# --- the usual shapes, day by day ---


@pytest.mark.parametrize("shape", SHAPES)
def test_a_usual_shape_can_start_on_any_day_of_thirteen_years(shape: str) -> None:
    count, _, weeks = SHAPES[shape]
    is_free = rule(Schedule())
    start = date(2024, 1, 1)
    while start.year <= 2036:
        found = milestones(details(start, count, weeks), Schedule(), is_free)
        days = [one.day for one in found]
        assert days == sorted(set(days)), start
        assert all(map(is_free, days)), start
        assert found[5].key == "first-session"
        assert found[5].day - start <= 4 * DAY
        start += DAY


@pytest.mark.parametrize(
    ("count", "weeks", "check_in_weeks", "middle", "close"),
    [
        (3, 4, [2, 4, 8], 6, 12),
        (6, 4, [2, 4, 8, 16, 20], 12, 24),
        (6, 6, [2, 4, 8, 12, 16, 20, 24, 28, 32], 18, 36),
        (12, 4, [2, 4, 8, 12, 16, 20, 28, 32, 36, 40, 44], 24, 48),
        (52, 1, [2, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48], 26, 52),
        (20, 4, [2, *range(4, 40, 4), 44, 48, 52, 64, 76], 40, 80),
        (1, 4, [2], None, 4),
        (1, 1, [], None, 1),
        (2, 4, [2, 4], None, 8),
        (2, 1, [], None, 2),
        (3, 1, [], 10 / 7, 3),
        (4, 1, [], 2, 4),
    ],
)
def test_weeks_from_the_first_session(
    count: int, weeks: int, check_in_weeks: list[int], middle: float | None, close: int
) -> None:
    first = date(2029, 1, 16)  # no day off falls on a Tuesday of that year
    found = worked_out(details(first, count, weeks), Schedule())
    assert [(day - first) // WEEK for day in check_ins(found)] == check_in_weeks
    seen = (found["mid-point"].day - first) / WEEK if "mid-point" in found else None
    assert seen == middle
    assert (found["close"].day - first) / WEEK == close


# --- calendars with a catch ---


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2028, 8, 31), date(2029, 2, 28)),
        (date(2027, 8, 30), date(2028, 2, 29)),
        (date(2027, 8, 28), date(2028, 2, 28)),
        (date(2027, 12, 31), date(2028, 6, 30)),
        (date(2028, 2, 29), date(2028, 8, 29)),
        (date(2027, 6, 30), date(2027, 12, 30)),
        (date(2027, 7, 1), date(2028, 1, 1)),
        (date(2036, 10, 31), date(2037, 4, 30)),
    ],
)
def test_six_months_later(day: date, later: date) -> None:
    assert months_later(day, 6) == later


@given(DAYS)
@example(date(2031, 8, 31))
def test_six_months_later_is_never_in_the_month_after(day: date) -> None:
    later = months_later(day, 6)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == 6
    assert later.day == day.day or (later + DAY).day == 1


@pytest.mark.parametrize("year", range(2024, 2037))
def test_the_last_of_august_leads_to_the_end_of_february(year: int) -> None:
    everything_is_free = IsFreeAlways()
    about = details(date(year, 8, 31) - 24 * WEEK)
    found = {one.key: one.day for one in milestones(about, Schedule(), everything_is_free)}
    assert found["close"] == date(year, 8, 31)
    assert found["follow-up"] == date(year + 1, 2, 29 if isleap(year + 1) else 28)


@pytest.mark.parametrize("year", [2024, 2028, 2032, 2036])
def test_a_leap_day_is_a_day_like_any_other(year: int) -> None:
    leap_day = date(year, 2, 29)
    everything_is_free = IsFreeAlways()
    about = details(leap_day)
    assert session_days(about, everything_is_free)[:2] == (leap_day, leap_day + 4 * WEEK)
    over = details(leap_day - 4 * WEEK)
    assert session_days(over, everything_is_free)[1] == leap_day


@pytest.mark.parametrize("year", range(2024, 2037))
def test_over_the_end_of_a_year_nothing_falls_together(year: int) -> None:
    """A fortnight of Christmas takes time from what lies before the start in January."""
    closed = ClosedPeriod(first=date(year, 12, 21), last=date(year + 1, 1, 3))
    schedule = Schedule(closed=(closed,))
    for start in (date(year + 1, 1, 4) + DAY * number for number in range(30)):
        found = worked_out(details(start), schedule)
        days = [one.day for one in found.values()]
        assert days == sorted(set(days))
        assert not any(closed.covers(day) for day in days)
        assert found["pairing"].day - found["briefings"].day >= 4 * DAY


@pytest.mark.parametrize("year", range(2024, 2037))
@pytest.mark.parametrize("month", [3, 10])
def test_a_week_in_which_the_clocks_change_has_seven_days(year: int, month: int) -> None:
    """Clocks change on the last Sundays of March and October; dates know nothing of it."""
    sunday = date(year, month, 31)
    while sunday.weekday() != 6:
        sunday -= DAY
    friday = sunday - 2 * DAY
    days = session_days(details(friday, 3, 1), IsFreeAlways())
    assert [day.weekday() for day in days] == [4, 4, 4]
    assert [day - friday for day in days] == [0 * WEEK, WEEK, 2 * WEEK]


def test_a_turn_in_a_long_closure_is_left_out_not_crammed() -> None:
    closed = ClosedPeriod(first=date(2027, 7, 26), last=date(2027, 9, 3))
    schedule = Schedule(closed=(closed,))
    days = session_days(details(date(2027, 7, 6), 3, 4), rule(schedule))
    assert days == (date(2027, 7, 6), date(2027, 9, 6), date(2027, 9, 28))
    fortnightly = session_days(details(date(2027, 7, 6), 3, 2), rule(schedule))
    assert fortnightly == (date(2027, 7, 6), date(2027, 7, 20), date(2027, 9, 6))


@pytest.mark.parametrize("shown", [date(2027, 5, 1), date(2027, 5, 2)])
def test_a_start_on_a_weekend_means_the_monday_and_all_else_follows_it(shown: date) -> None:
    monday = date(2027, 5, 3)
    assert session_days(details(shown), rule(Schedule())) == session_days(
        details(monday), rule(Schedule())
    )
    assert worked_out(details(shown), Schedule()) == worked_out(details(monday), Schedule())


def test_a_closure_without_end_keeps_nobody_waiting() -> None:
    schedule = Schedule(closed=(ClosedPeriod(first=date(2020, 1, 1), last=date(2099, 12, 31)),))
    found = worked_out(details(date(2027, 5, 4)), schedule)
    assert found["first-session"].day == date(2027, 5, 4)
    assert free_until(date(2027, 5, 4), rule(schedule)) == date(2027, 5, 4)


@pytest.mark.parametrize("start", [None, date(1, 1, 1), date(27, 5, 4), date(9999, 12, 31)])
def test_without_a_start_that_can_be_meant_there_are_no_dates(start: date | None) -> None:
    about = ProgrammeDetails(name="Voices", start_date=start)
    assert milestones(about, Schedule(), IsFreeAlways()) == ()
    assert session_days(about, IsFreeAlways()) == ()
    assert latest_call(about, Schedule(), IsFreeAlways()) is None


@pytest.mark.parametrize("start", [date(1930, 1, 1), date(2100, 12, 31)])
def test_the_outermost_starts_have_their_dates(start: date) -> None:
    assert is_plannable(start)
    assert len(milestones(details(start, 52, 26), Schedule(), rule(Schedule()))) > 100


@pytest.mark.parametrize("moved", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_move_that_can_only_be_a_slip_is_not_made(moved: date) -> None:
    found = worked_out(details(date(2027, 5, 4)), Schedule(moved={"call": moved}))
    assert not found["call"].is_moved


def test_neighbours_that_changed_places_are_found() -> None:
    about = details(date(2027, 5, 4))
    found = worked_out(about, Schedule())
    moved = Schedule(moved={"briefings": found["pairing"].day + DAY})
    pairs = out_of_order(list(worked_out(about, moved).values()))
    assert [(first.key, second.key) for first, second in pairs] == [("briefings", "pairing")]


class IsFreeAlways:
    """A calendar without days off."""

    def __call__(self, day: date) -> bool:
        return True
