"""A reverse-mentoring programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeDetails:
    """What the officer decides about a programme.

    Sessions: their number, length in minutes, and weeks from one to the next. The defaults are
    the shape most programmes use: six hours, about every four weeks.
    """

    name: str
    purpose: str = ""
    start_date: date | None = None
    session_count: int = 6
    session_minutes: int = 60
    weeks_between: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(ProgrammeDetails):
    """A programme as stored. `is_sample` marks the invented one that can be looked round in."""

    id: int
    is_sample: bool = False
