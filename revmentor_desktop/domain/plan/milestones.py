"""The dates of a programme, worked out backwards and forwards from its first session."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from revmentor_desktop.domain.plan.schedule import Schedule
from revmentor_desktop.domain.programme import ProgrammeDetails

IsFree = Callable[[date], bool]
"""Tells whether a day is neither weekend, bank holiday nor closed."""

FOLLOW_UP_MONTHS: Final = 6
_WEEK: Final = timedelta(weeks=1)
_FARTHEST: Final = 60
"""Most days that a milestone is moved away from days off; then it stays where it fell."""


class _Before(NamedTuple):
    """A milestone some weeks before the first session."""

    key: str
    weeks: int


# Recruiting takes three to four weeks, matching two; briefings lie in the month before the start
# (LawCare, Together, University of York).
_BEFORE: Final = (
    _Before("call", 10),
    _Before("applications-close", 6),
    _Before("briefings", 4),
    _Before("pairing", 3),
    _Before("agreements-due", 1),
)
_FIRST_CHECK_INS: Final = (2, 4)
_CHECK_INS_EVERY: Final = 4
"""A check-in within two weeks, twice in the first month, then monthly (MENTOR)."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated point of a programme.

    `key` is one of call, applications-close, briefings, pairing, agreements-due, first-session,
    check-in-1 and on, mid-point, close, follow-up. `planned` is where the rules put it, `day`
    where it stands; they differ when the officer has moved it.
    """

    key: str
    day: date
    planned: date

    @property
    def is_moved(self) -> bool:
        """Whether the officer has put it on another day."""
        return self.day != self.planned


def milestones(
    details: ProgrammeDetails, schedule: Schedule, is_free: IsFree
) -> tuple[Milestone, ...]:
    """Return the milestones in order of their days; none without a start.

    What must be done by a day moves to the free day before, what begins on one to the free day
    after. A milestone that was moved by hand stands where it was put, and moves no other.
    """
    if details.start_date is None:
        return ()
    planned = _planned(details, details.start_date, is_free)
    found = [Milestone(key, schedule.moved.get(key, day), day) for key, day in planned]
    return tuple(sorted(found, key=lambda milestone: milestone.day))


def session_days(details: ProgrammeDetails, is_free: IsFree) -> tuple[date, ...]:
    """Return the day from which each session is due; none without a start."""
    if details.start_date is None:
        return ()
    step = timedelta(weeks=details.weeks_between)
    days = (details.start_date + step * number for number in range(details.session_count))
    return tuple(free_from(day, is_free) for day in days)


def free_from(day: date, is_free: IsFree) -> date:
    """Return the first free day on or after `day`."""
    return _free(day, timedelta(days=1), is_free)


def free_until(day: date, is_free: IsFree) -> date:
    """Return the last free day on or before `day`."""
    return _free(day, timedelta(days=-1), is_free)


def months_later(day: date, months: int) -> date:
    """Return the same day some months later; the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def latest_call(details: ProgrammeDetails, schedule: Schedule, is_free: IsFree) -> date | None:
    """Return the day on which the call has to go out, or None without a start."""
    found = {milestone.key: milestone.day for milestone in milestones(details, schedule, is_free)}
    return found.get("call")


def out_of_order(found: Sequence[Milestone]) -> tuple[tuple[Milestone, Milestone], ...]:
    """Return neighbours (first, second) of the plan of which the second comes before the first."""
    ranked = sorted(found, key=lambda milestone: milestone.planned)
    return tuple((first, second) for first, second in pairwise(ranked) if second.day < first.day)


def _planned(details: ProgrammeDetails, start: date, is_free: IsFree) -> list[tuple[str, date]]:
    days = session_days(details, is_free)
    first, last = days[0], days[-1]
    planned = [(key, free_until(start - _WEEK * weeks, is_free)) for key, weeks in _BEFORE]
    planned.append(("first-session", first))
    planned.extend(_check_ins(start, last, is_free))
    if details.session_count > 2:
        planned.append(("mid-point", days[details.session_count // 2]))
    close = free_from(last + _WEEK, is_free)
    planned.append(("close", close))
    planned.append(("follow-up", free_from(months_later(close, FOLLOW_UP_MONTHS), is_free)))
    return planned


def _check_ins(start: date, last: date, is_free: IsFree) -> list[tuple[str, date]]:
    weeks = list(_FIRST_CHECK_INS)
    while start + _WEEK * (weeks[-1] + _CHECK_INS_EVERY) < last:
        weeks.append(weeks[-1] + _CHECK_INS_EVERY)
    days = [free_from(start + _WEEK * number, is_free) for number in weeks]
    return [
        (f"check-in-{number}", day)
        for number, day in enumerate(days, start=1)
        if number == 1 or day < last
    ]


def _free(day: date, step: timedelta, is_free: IsFree) -> date:
    moved = day
    for _ in range(_FARTHEST):
        if is_free(moved):
            return moved
        moved += step
    return day
