"""The communications calendar of a programme: who hears what when, and by which letter or paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from revmentor_desktop.documents.setup.papers import KEYS, paper_title
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.domain.plan.communications import (
    Audience,
    Communication,
    communications,
)
from revmentor_desktop.domain.plan.milestones import milestones
from revmentor_desktop.services.documents.setup_papers import setup_values
from revmentor_desktop.services.letters.content import letter
from revmentor_desktop.services.programmes.reading import programme
from revmentor_desktop.services.setup.dates_content import communication_entries, milestone_words
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.storage.data_file import DataFile


class Standing(StrEnum):
    """Where a day lies, as seen from today."""

    PAST = "past"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody hears on a day. `letter` or `paper` name what it is said by, `by` in words.

    Whatever falls on the first day that is not over comes next.
    """

    key: str
    day: date
    standing: Standing
    audience: Audience
    says: str
    milestone: str
    letter: str
    paper: str
    by: str


def calendar(data: DataFile, programme_id: int, today: date) -> tuple[Said, ...]:
    """Return who hears what when, by day; nothing for a programme without dates.

    Raises KnownError ``programme-gone``.
    """
    with data.still():
        about, decided = programme(data, programme_id), plan(data, programme_id)
    is_free = free_days(decided.schedule)
    found = communications(
        milestones(about, decided.schedule, is_free), communication_entries(), is_free
    )
    next_day = next((one.day for one in found if one.day >= today), None)
    values = setup_values(about, decided, "", [])
    return tuple(_said(one, _standing(one.day, today, next_day), values) for one in found)


def _standing(day: date, today: date, next_day: date | None) -> Standing:
    if day < today:
        return Standing.PAST
    return Standing.NEXT if day == next_day else Standing.LATER


def _said(one: Communication, standing: Standing, values: SetupValues) -> Said:
    entry = one.entry
    return Said(
        key=entry.key,
        day=one.day,
        standing=standing,
        audience=entry.audience,
        says=entry.says,
        milestone=milestone_words(entry.milestone).title,
        letter=entry.letter,
        paper=entry.paper,
        by=_by(entry.letter, entry.paper, values),
    )


def _by(letter_key: str, paper_key: str, values: SetupValues) -> str:
    if letter_key:
        return letter(letter_key).title
    if paper_key in KEYS:
        return paper_title(paper_key, values)
    # The call is one paper for either side; together they are called as their day is.
    return milestone_words(paper_key).title if paper_key else ""
