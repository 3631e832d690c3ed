"""Starting from an earlier programme: what is taken over, and what is asked anew."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.schedule import ClosedPeriod
from revmentor_desktop.domain.programme import Programme, ProgrammeDetails
from revmentor_desktop.domain.text import fold

_YEAR: Final = timedelta(weeks=52)
"""A year later on the same day of the week."""
_YEAR_IN_NAME = re.compile(r"\b(20\d\d)(?!\d)")
_LIKELY_AGAIN: Final = frozenset(
    {ParticipationState.CONFIRMED, ParticipationState.PAUSED, ParticipationState.RESERVE}
)
"""Those who took part, and those for whom there was no place."""


def copied(
    earlier: Programme,
    plan: Plan,
    start: date | None,
    invited: frozenset[int],
    taken_names: Set[str],
) -> Draft:
    """Return a draft that begins where an earlier programme ended.

    Wording, rules, skills, sessions, questions and objectives are taken over. What was true then
    is asked anew: evidence, consultations, where each objective stands today, when the sponsor
    agreed, the readiness check. With a `start` the dates move along; without one they are left
    open. Milestones that were moved by hand go back to where the rules have them.
    """
    moved_by = start - earlier.start_date if start and earlier.start_date else None
    details = ProgrammeDetails(
        name=next_name(earlier.name, taken_names),
        purpose=earlier.purpose,
        start_date=start,
        session_count=earlier.session_count,
        session_minutes=earlier.session_minutes,
        weeks_between=earlier.weeks_between,
    )
    objectives = tuple(
        replace(one, baseline="", due=_moved(one.due, moved_by)) for one in plan.objectives
    )
    return Draft(
        details=details,
        plan=replace(
            plan,
            purpose=replace(plan.purpose, evidence=(), consultations=()),
            objectives=objectives,
            sponsor=replace(plan.sponsor, agreed_on=None),
            readiness={},
            schedule=replace(
                plan.schedule,
                moved={},
                closed=_closed_later(plan.schedule.closed, moved_by),
            ),
        ),
        copied_from=earlier.id,
        invited=invited,
    )


def next_name(name: str, taken_names: Set[str]) -> str:
    """Return a name for the next programme that is not among the folded `taken_names`.

    A year in the name counts on ("Voices 2026" → "Voices 2027"); else a number is put behind it.
    """
    found = _YEAR_IN_NAME.search(name)
    for number in range(1, 1000):
        if found:
            year = str(int(found[1]) + number)
            candidate = name[: found.start(1)] + year + name[found.end(1) :]
        else:
            candidate = f"{name} {number + 1}"
        if fold(candidate) not in taken_names:
            return candidate
    return ""


def next_start(start: date | None, today: date) -> date | None:
    """Return the start some whole years later, on the same weekday and not before `today`."""
    if start is None:
        return None
    later = start + _YEAR
    while later < today:
        later += _YEAR
    return later


def is_likely_again(state: ParticipationState) -> bool:
    """Tell whether somebody of that state is offered to be invited again; the rest can be."""
    return state in _LIKELY_AGAIN


def _moved(day: date | None, by: timedelta | None) -> date | None:
    return day + by if day is not None and by is not None else None


def _closed_later(
    periods: tuple[ClosedPeriod, ...], by: timedelta | None
) -> tuple[ClosedPeriod, ...]:
    """Return closed periods moved by whole years: they come round with the calendar."""
    if by is None:
        return ()
    years = _YEAR * round(by / _YEAR)
    return tuple(replace(one, first=one.first + years, last=one.last + years) for one in periods)
