"""The dates of a programme, worked out backwards and forwards from its first session."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, count, pairwise
from typing import Final, NamedTuple, TypeGuard

from revmentor_desktop.domain.checks import EARLIEST_DATE, LATEST_DATE
from revmentor_desktop.domain.plan.schedule import Schedule
from revmentor_desktop.domain.programme import ProgrammeDetails

IsFree = Callable[[date], bool]
"""Tells whether a day is neither weekend, bank holiday nor closed."""

FOLLOW_UP_MONTHS: Final = 6
_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)
_FARTHEST: Final = 400
"""Most days that a milestone is moved away from days off; then it stays where it fell."""


class _Before(NamedTuple):
    """A milestone some weeks before the first session, and days before the milestone after it.

    The weeks are the rule. The days keep it true when days off push what follows forward in time:
    nobody is briefed on the day on which pairs are confirmed.
    """

    key: str
    weeks: int
    days: int


# Recruiting takes three to four weeks, matching two; briefings lie in the month before the start;
# a mentor introduces themselves within a week of the pairing, a leader within two
# (LawCare, Together, University of York, AAD).
_BEFORE: Final = (
    _Before("call", 10, 21),
    _Before("applications-close", 6, 10),
    _Before("briefings", 4, 4),
    _Before("pairing", 3, 10),
    _Before("agreements-due", 1, 3),
)
_YEAR: Final = 52
_FIRST_CHECK_INS: Final = (2, 4)
_CHECK_INS_EVERY: Final = 4
_CHECK_INS_LATER: Final = 12
"""A check-in within two weeks, twice in the first month, then monthly (MENTOR); after a year, as
few programmes last, quarterly."""


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


class Frame(NamedTuple):
    """The days between which pairs meet; none without a start."""

    first: date | None
    last: date | None


def frame(found: Sequence[Milestone]) -> Frame:
    """Return the day of the first sessions and the day by which the last are due."""
    days = {milestone.key: milestone.day for milestone in found}
    return Frame(days.get("first-session"), days.get("close"))


def milestones(
    details: ProgrammeDetails, schedule: Schedule, is_free: IsFree
) -> tuple[Milestone, ...]:
    """Return the milestones in order of their days.

    None without a start, or with one so far off that it can only be a slip. What must be done by
    a day moves to the free day before, what begins on one to the free day after. A milestone that
    was moved by hand stands where it was put, and moves no other.
    """
    if not _may_start(details.start_date):
        return ()
    moved = {key: day for key, day in schedule.moved.items() if is_plannable(day)}
    planned = _planned(details, is_free)
    found = [Milestone(key, moved.get(key, day), day) for key, day in planned]
    return tuple(sorted(found, key=lambda milestone: (milestone.day, milestone.planned)))


def is_plannable(day: date) -> bool:
    """Tell whether a day is near enough to be meant, and not a slip in the year."""
    return EARLIEST_DATE <= day <= LATEST_DATE


def session_days(details: ProgrammeDetails, is_free: IsFree) -> tuple[date, ...]:
    """Return the day from which each session is due; none without a start that can be meant.

    Sessions keep their rhythm, each going to the next free day. Where that day comes more than
    half of the spacing late, the turn is left out and the programme takes so much longer: two
    sessions in a row would leave no time between them.
    """
    start = details.start_date
    if not _may_start(start):
        return ()
    step = _WEEK * details.weeks_between
    turn = free_from(start, is_free)
    days: list[date] = []
    while len(days) < details.session_count:
        day = free_from(turn, is_free)
        if (day - turn) * 2 <= step:
            days.append(day)
        turn += step
    return tuple(days)


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


def _may_start(day: date | None) -> TypeGuard[date]:
    return day is not None and is_plannable(day)


def _planned(details: ProgrammeDetails, is_free: IsFree) -> list[tuple[str, date]]:
    days = session_days(details, is_free)
    first, last = days[0], days[-1]
    # The last session has as long as every other.
    close = free_from(last + _WEEK * details.weeks_between, is_free)
    middle = free_from(first + (close - first) / 2, is_free)
    has_middle = details.session_count > 2 and middle <= close - _WEEK
    planned = [*_before(first, is_free), ("first-session", first)]
    planned.extend(_check_ins(first, close, middle if has_middle else None, is_free))
    if has_middle:
        planned.append(("mid-point", middle))
    planned.append(("close", close))
    planned.append(("follow-up", free_from(months_later(close, FOLLOW_UP_MONTHS), is_free)))
    return planned


def _before(first: date, is_free: IsFree) -> list[tuple[str, date]]:
    """Return what comes before the first session, worked out backwards."""
    found: list[tuple[str, date]] = []
    after = first
    for key, weeks, days in reversed(_BEFORE):
        after = free_until(min(first - _WEEK * weeks, after - _DAY * days), is_free)
        found.append((key, after))
    return found[::-1]


def _check_ins(
    first: date, close: date, middle: date | None, is_free: IsFree
) -> list[tuple[str, date]]:
    """Return the check-ins between first session and close.

    The review at the mid-point is one as well, and so is the close: a week on either side of them
    has no other.
    """
    days: list[date] = []
    monthly = range(_FIRST_CHECK_INS[-1] + _CHECK_INS_EVERY, _YEAR + 1, _CHECK_INS_EVERY)
    quarterly = count(_YEAR + _CHECK_INS_LATER, _CHECK_INS_LATER)
    for weeks in chain(_FIRST_CHECK_INS, monthly, quarterly):
        day = free_from(first + _WEEK * weeks, is_free)
        if day > close - _WEEK:
            break
        near = [other for other in (*days[-1:], middle) if other is not None]
        if all(abs(day - other) > _WEEK for other in near):
            days.append(day)
    return [(f"check-in-{number}", day) for number, day in enumerate(days, start=1)]


def _free(day: date, step: timedelta, is_free: IsFree) -> date:
    moved = day
    for _ in range(_FARTHEST):
        if is_free(moved):
            return moved
        moved += step
    return day
