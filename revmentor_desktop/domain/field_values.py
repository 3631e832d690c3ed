"""What two people said to the same field, made comparable: a detail of People or an own field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.people import Person
from revmentor_desktop.domain.plan.own_fields import OwnValue
from revmentor_desktop.domain.text import fold

COMPARABLE: Final = (
    "job_title",
    "department",
    "site",
    "grade",
    "offers",
    "wants",
    "slots",
    "meeting_mode",
    "interests",
)
"""The details of People in which two people can be compared."""

OwnValues = Mapping[int, Mapping[str, OwnValue]]
"""By participation id: what somebody said to each own field, by the field's key."""


def said(one: Participant, field: str, own_values: OwnValues) -> frozenset[str]:
    """Return what somebody said to a field, without case and accents; empty: nothing is known."""
    if field in COMPARABLE:
        return _folded(_detail(one.person, field))
    return _folded(own_values.get(one.participation.id, {}).get(field, ""))


def _detail(person: Person, field: str) -> str | tuple[str, ...]:
    value: str | tuple[str, ...] | None = getattr(person, field)
    return value or ""


def _folded(value: OwnValue) -> frozenset[str]:
    if isinstance(value, tuple):
        return frozenset(filter(None, map(fold, value)))
    text = f"{value:g}" if isinstance(value, float | int) else value
    return frozenset(filter(None, [fold(text.strip())]))
