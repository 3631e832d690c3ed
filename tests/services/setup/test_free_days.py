"""Free days, and the dates of a programme over the real calendars of 2024 to 2036."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from revmentor_desktop.domain.plan.milestones import milestones, session_days
from revmentor_desktop.domain.plan.schedule import SHAPES, ClosedPeriod, Schedule
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.setup import free_days as room
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.system.bank_holidays import bank_holiday, regions

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "free"),
    [
        (date(2027, 3, 25), True),
        (date(2027, 3, 26), False),  # Good Friday
        (date(2027, 3, 27), False),
        (date(2027, 3, 28), False),  # the clocks go forward
        (date(2027, 3, 29), False),  # Easter Monday
        (date(2027, 3, 30), True),
        (date(2027, 8, 9), False),  # the closed week, both its ends included
        (date(2027, 8, 13), False),
        (date(2027, 8, 16), True),
        (date(2028, 2, 29), True),
    ],
)
def test_weekends_bank_holidays_and_closed_days_are_off(day: date, free: bool) -> None:
    closed = (ClosedPeriod(first=date(2027, 8, 9), last=date(2027, 8, 13)),)
    assert free_days(Schedule(closed=closed))(day) is free


def test_without_a_region_only_bank_holidays_are_free() -> None:
    is_free = free_days(Schedule(region=""))
    assert is_free(date(2027, 3, 29))
    assert not is_free(date(2027, 3, 28))


def test_a_region_that_is_not_known_any_more_stops_nothing() -> None:
    assert free_days(Schedule(region="XX-OLD"))(date(2027, 12, 27))


def test_a_day_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[date] = []

    def noting(region: str, day: date) -> str:
        asked.append(day)
        return bank_holiday(region, day)

    monkeypatch.setattr(room, "bank_holiday", noting)
    is_free = free_days(Schedule())
    about = ProgrammeDetails(name="Voices", start_date=date(2027, 5, 4))
    for _ in range(50):
        milestones(about, Schedule(), is_free)
    assert len(asked) == len(set(asked)) < 60


@pytest.mark.parametrize("region", ["GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR", "IE"])
def test_any_start_of_thirteen_years_gives_free_days_in_order(region: str) -> None:
    schedule = Schedule(region=region)
    is_free = free_days(schedule)
    start, shapes = date(2024, 1, 1), list(SHAPES.values())
    while start.year <= 2036:
        shape = shapes[start.toordinal() % len(shapes)]
        _check(start, schedule, shape.session_count, shape.weeks_between)
        start += DAY
    assert not is_free(date(2036, 12, 25))


@pytest.mark.parametrize("region", [code for code, _ in regions()])
def test_every_region_gives_free_days_in_order(region: str) -> None:
    schedule = Schedule(region=region)
    for year in range(2024, 2037, 3):
        _check(date(year, 1 + year % 12, 28), schedule, 6, 4)


def _check(start: date, schedule: Schedule, count: int, weeks: int) -> None:
    about = ProgrammeDetails(
        name="Voices", start_date=start, session_count=count, weeks_between=weeks
    )
    is_free = free_days(schedule)
    days = [one.day for one in milestones(about, schedule, is_free)]
    assert days == sorted(set(days))
    sessions = session_days(about, is_free)
    assert list(sessions) == sorted(set(sessions))
    for day in (*days, *sessions):
        assert day.weekday() < 5
        assert bank_holiday(schedule.region, day) == ""
