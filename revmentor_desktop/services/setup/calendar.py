"""A programme's milestones and sessions as a calendar file."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.milestones import milestones, session_days
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.sessions import spread
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.exchange.calendar_file import CalendarDay, calendar_file
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.programmes.reading import programme
from revmentor_desktop.services.setup import reading
from revmentor_desktop.services.setup.dates_content import (
    MilestoneWords,
    calendar_title,
    milestone_words,
    session_words,
    theme_line,
)
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import now
from revmentor_desktop.system.files import write_whole

SUFFIX = ".ics"


def calendar(data: DataFile, programme_id: int, made_at: datetime | None = None) -> bytes:
    """Return a programme's calendar file, made now or at `made_at` (UTC).

    Nobody is named in it. Raises KnownError ``calendar-empty`` without a start, or
    ``programme-gone``.
    """
    with data.still():
        details, plan = programme(data, programme_id), reading.plan(data, programme_id)
    days = calendar_days(details, plan)
    if not days:
        raise KnownError("calendar-empty", name=details.name)
    return calendar_file(details.name, _identity(data, programme_id), days, made_at or now())


def calendar_name(data: DataFile, programme_id: int) -> str:
    """Return a name for the file. Raises KnownError ``programme-gone``."""
    return file_name(programme(data, programme_id).name, suffix=SUFFIX)


def write_calendar(data: DataFile, programme_id: int, path: Path) -> None:
    """Write a programme's calendar file. Raises like `calendar`, or ``folder-unwritable``."""
    content = calendar(data, programme_id)
    try:
        write_whole(path, content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise KnownError("folder-unwritable", path=path, reason=reason) from error


def calendar_days(details: ProgrammeDetails, plan: Plan) -> tuple[CalendarDay, ...]:
    """Return every milestone and, but for the first, every session; none without a start."""
    is_free = free_days(plan.schedule)
    days = [
        _day(details, one.key, one.day, milestone_words(one.key))
        for one in milestones(details, plan.schedule, is_free)
    ]
    sessions = session_days(details, is_free)
    themes = [one.title for one in spread(plan.sessions, len(sessions))] or [""] * len(sessions)
    # The first session is a milestone.
    for number, (day, theme) in enumerate(zip(sessions, themes, strict=True), start=1):
        if number > 1:
            words = session_words(number, len(sessions))
            days.append(_day(details, f"session-{number}", day, words, theme))
    return tuple(days)


def _day(
    details: ProgrammeDetails, key: str, day: date, words: MilestoneWords, theme: str = ""
) -> CalendarDay:
    lines = [words.line, theme_line(theme.strip()) if theme.strip() else ""]
    return CalendarDay(
        key=key,
        day=day,
        title=calendar_title(words.title, details.name),
        text="\n".join(filter(None, lines)),
    )


def _identity(data: DataFile, programme_id: int) -> str:
    """Return a name for the programme that no other data file gives, and that tells nothing."""
    return sha256(f"{data.salt} {programme_id}".encode()).hexdigest()[:24]
