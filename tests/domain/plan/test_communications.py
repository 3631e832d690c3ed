"""The communications calendar follows the milestones."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from revmentor_desktop.domain.plan.communications import (
    Audience,
    CommunicationEntry,
    communications,
)
from revmentor_desktop.domain.plan.milestones import Milestone

WEDNESDAY = date(2027, 3, 17)


def entry(key: str = "one", milestone: str = "call", days: int = 0) -> CommunicationEntry:
    return CommunicationEntry(
        key=key, audience=Audience.MENTORS, says="Now", milestone=milestone, offset_days=days
    )


def milestone(key: str = "call", day: date = WEDNESDAY) -> Milestone:
    return Milestone(key, day, day)


@pytest.mark.parametrize(
    ("days", "day"),
    [
        (0, WEDNESDAY),
        (1, date(2027, 3, 18)),
        (3, date(2027, 3, 22)),  # a Saturday, so the Monday after
        (-3, date(2027, 3, 12)),  # a Sunday, so the Friday before
        (-14, date(2027, 3, 3)),
    ],
)
def test_it_falls_some_days_from_its_milestone_on_a_free_day(days: int, day: date) -> None:
    (found,) = communications([milestone()], [entry(days=days)])
    assert found.day == day


def test_other_days_off_are_avoided_too() -> None:
    off = {WEDNESDAY + timedelta(days=1)}
    (found,) = communications(
        [milestone()], [entry(days=1)], lambda day: day.weekday() < 5 and day not in off
    )
    assert found.day == date(2027, 3, 19)


def test_on_the_day_itself_it_goes_where_the_officer_put_the_milestone() -> None:
    saturday = date(2027, 3, 20)
    (found,) = communications([Milestone("call", saturday, WEDNESDAY)], [entry()])
    assert found.day == saturday


def test_they_come_in_the_order_of_their_days() -> None:
    milestones = [milestone(), milestone("close", date(2027, 9, 1))]
    entries = [entry("a", "close"), entry("b", days=7), entry("c", "close", -200), entry("d")]
    found = communications(milestones, entries)
    assert [one.entry.key for one in found] == ["c", "d", "b", "a"]


def test_without_its_milestone_nothing_is_said() -> None:
    assert communications([milestone()], [entry(milestone="mid-point")]) == ()
    assert communications([], [entry()]) == ()
