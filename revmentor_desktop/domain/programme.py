"""A reverse-mentoring programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


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

    @property
    def end_date(self) -> date | None:
        """The day by which the last session is due, or None without a start."""
        if self.start_date is None:
            return None
        return self.start_date + timedelta(weeks=self.weeks_between * self.session_count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(ProgrammeDetails):
    """A programme as stored. `is_sample` marks the invented one that can be looked round in."""

    id: int
    is_sample: bool = False
