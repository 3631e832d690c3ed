"""What each row says about a person, with everything that is odd about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.plan.own_fields import OwnValue


class Severity(StrEnum):
    """An error keeps a row out; a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something odd in a row: a code with its blanks, and the column it is about, if one."""

    code: str
    severity: Severity
    column: int | None = None
    params: Mapping[str, object] = field(default_factory=dict)


class RowKind(StrEnum):
    """What a row is."""

    PERSON = "person"
    BLANK = "blank"
    TOTALS = "totals"
    HEADING = "heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonReading:
    """What a row says; None means that it says nothing, and leaves what is stored alone.

    `own` holds the answers to own fields by the field's key, `consents` the day of consent to those
    that need it, None for a no. `line_manager` and the entries of
    `not_with` are names ("Helen Ward") or e-mail addresses.
    """

    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    job_title: str | None = None
    department: str | None = None
    site: str | None = None
    line_manager: str | None = None
    grade: str | None = None
    start_date: date | None = None
    offers: tuple[str, ...] | None = None
    wants: tuple[str, ...] | None = None
    slots: tuple[Slot, ...] | None = None
    meeting_mode: MeetingMode | None = None
    interests: tuple[str, ...] | None = None
    about_me: str | None = None
    role: Role | None = None
    state: ParticipationState | None = None
    most_partners: int | None = None
    motivation: str | None = None
    not_with: tuple[str, ...] | None = None
    note: str | None = None
    opted_in_on: date | None = None
    answers_agreed: bool | None = None
    own: Mapping[str, OwnValue] = field(default_factory=dict, hash=False)
    consents: Mapping[str, date | None] = field(default_factory=dict, hash=False)

    @property
    def full_name(self) -> str:
        """The name as one would say it."""
        return f"{self.first_name or ''} {self.last_name or ''}".strip()


@dataclass(frozen=True, slots=True)
class RowReading:
    """One row of the sheet, counted from 0."""

    row: int
    kind: RowKind
    person: PersonReading = PersonReading()
    problems: tuple[RowProblem, ...] = ()
