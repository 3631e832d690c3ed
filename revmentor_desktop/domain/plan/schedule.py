"""When a programme runs: its shape, the days on which nobody meets, and what was moved by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple


class Shape(NamedTuple):
    """A usual shape: number of sessions, their length in minutes, weeks from one to the next."""

    session_count: int
    session_minutes: int
    weeks_between: int


SHAPES: Final[Mapping[str, Shape]] = {
    "pilot": Shape(3, 60, 4),
    "half-year": Shape(6, 60, 4),
    "half-year-roomy": Shape(6, 60, 6),
    "year": Shape(12, 60, 4),
}
"""The usual shapes by name: three months monthly, six hours every 4 or 6 weeks, a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPeriod:
    """Days on which the organisation is closed or nobody should be asked, both ends included."""

    first: date
    last: date
    label: str = ""

    def covers(self, day: date) -> bool:
        """Tell whether `day` is one of them."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """What is decided about the calendar beside start, number and spacing of sessions.

    `region` names whose bank holidays are avoided, as ISO 3166 ("GB-ENG"); "" for none. `moved`
    holds the milestones that the officer has put on another day, by key.
    """

    region: str = "GB-ENG"
    closed: tuple[ClosedPeriod, ...] = ()
    moved: Mapping[str, date] = field(default_factory=dict)
