"""Who hears what when: the communications of a programme, dated from its milestones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from revmentor_desktop.domain.plan.milestones import IsFree, Milestone, free_from, free_until

LETTERS: Final = (
    "invitation",
    "acceptance",
    "reserve",
    "refusal",
    "reminder",
    "pack",
    "agreement-reminder",
    "ending-soon",
    "thank-you",
    "sponsor-message",
    "line-manager-note",
)
"""The letters that something can be said by, by key."""

PAPERS: Final = (
    "explainer",
    "plan",
    "sponsor-brief",
    "reluctant-leader",
    "launch-exercise",
    "reading-list",
    "call",
    "risk-assessment",
)
"""The printed papers that something can be said by, by key."""

_SATURDAY: Final = 5


class Audience(StrEnum):
    """Who hears something."""

    SPONSOR = "sponsor"
    LEADERS = "leaders"
    MENTORS = "mentors"
    LINE_MANAGERS = "line-managers"
    ALL_STAFF = "all-staff"
    APPLICANTS = "applicants"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationEntry:
    """One thing that somebody is to hear, some days before (-) or after (+) a milestone.

    `says` is what they hear, in one line. `letter` or `paper` name what it is said by, by key;
    both may be empty, when a word in passing or an e-mail of the officer's own does.
    """

    key: str
    audience: Audience
    says: str
    milestone: str
    offset_days: int = 0
    letter: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Communication:
    """An entry with its day."""

    day: date
    entry: CommunicationEntry


def is_weekday(day: date) -> bool:
    """Tell whether a day is neither Saturday nor Sunday."""
    return day.weekday() < _SATURDAY


def communications(
    found: Sequence[Milestone],
    entries: Sequence[CommunicationEntry],
    is_free: IsFree = is_weekday,
) -> tuple[Communication, ...]:
    """Return who hears what on which day, in order of the days.

    What falls on a day off goes to the free day before when it comes before its milestone, else
    to the one after. Entries whose milestone the programme does not have are left out.
    """
    days = {milestone.key: milestone.day for milestone in found}
    dated = [
        Communication(day=_day(days[entry.milestone], entry.offset_days, is_free), entry=entry)
        for entry in entries
        if entry.milestone in days
    ]
    return tuple(sorted(dated, key=lambda one: one.day))


def _day(milestone: date, offset_days: int, is_free: IsFree) -> date:
    day = milestone + timedelta(days=offset_days)
    if offset_days == 0:
        return day  # where the officer has put the milestone
    return free_until(day, is_free) if offset_days < 0 else free_from(day, is_free)
