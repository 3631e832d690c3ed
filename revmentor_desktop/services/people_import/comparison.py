"""What an import would do, row by row, before it does anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from revmentor_desktop.domain.participation import ParticipationDetails
from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.domain.plan.own_fields import OwnValue
from revmentor_desktop.exchange.people_file.rows import RowProblem


class Fate(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REPEATED = "repeated"
    LEFT_OUT = "left_out"


CONSENT: Final = "consent"
"""The field of a change that is about consent; the label is that of the own field."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field that changes, by its name in the domain, with its value before and after.

    Line managers and people not to be paired with are given by name. The change of an own field
    has its `label`, and the answers in words.
    """

    field: str
    old: object
    new: object
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row is left out or merged: a code with its blanks."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """What would become of a row, counted from 0 of the sheet.

    `details` and `part` are what would be stored; in them a person who is not stored yet goes by
    the negative number that `key` is for them. `part` is None for who takes no part. `own_values`
    are the answers to own fields that are new or other than before, `consents` likewise the days of
    consent, None for one that is withdrawn.
    """

    row: int
    fate: Fate
    name: str = ""
    email: str = ""
    key: int = 0
    reason: Reason | None = None
    problems: tuple[RowProblem, ...] = ()
    changes: tuple[Change, ...] = ()
    details: PersonDetails | None = None
    part: ParticipationDetails | None = None
    own_values: Mapping[str, OwnValue] = field(default_factory=dict)
    consents: Mapping[str, date | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an import would do.

    `newly_managed` gives for people stored earlier, whose line manager stood there as written
    and arrives now, the manager's key. `unread_columns` are the titles of columns left out.
    """

    rows: tuple[RowOutcome, ...]
    newly_managed: Mapping[int, int]
    unread_columns: tuple[str, ...]

    @property
    def counts(self) -> Counter[Fate]:
        """How many rows have each fate; blank rows do not count."""
        return Counter(
            row.fate for row in self.rows if not row.reason or row.reason.code != "row-blank"
        )

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to store."""
        return bool(self.newly_managed or self.counts[Fate.ADDED] or self.counts[Fate.UPDATED])
