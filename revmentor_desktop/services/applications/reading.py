"""Questions about applications."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from revmentor_desktop.domain.applications import Applicant, Application, RefusalReason
from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.services.people.reading import participants
from revmentor_desktop.storage.data_file import DataFile

_ALWAYS_LISTED: Final = frozenset(
    {ParticipationState.APPLIED, ParticipationState.RESERVE, ParticipationState.REFUSED}
)
"""States that come from an application, noted or not: an import may bring them."""


def applicants(data: DataFile, programme_id: int) -> list[Applicant]:
    """Return everybody who applied, by the day their application came, then by name."""
    with data.still():
        stored = {
            row["participation_id"]: _application(row)
            for row in data.rows(
                "SELECT application.* FROM application"
                " JOIN participation ON participation.id = application.participation_id"
                " WHERE participation.programme_id = ?",
                (programme_id,),
            )
        }
        everybody = participants(data, programme_id)
    found = [
        Applicant(
            one.person,
            one.participation,
            stored.get(one.participation.id, Application()),
        )
        for one in everybody
        if one.participation.id in stored or one.participation.state in _ALWAYS_LISTED
    ]
    # People stand in the order of their names already, and sorting keeps that among equals.
    return sorted(found, key=lambda one: one.application.received_on or date.max)


def application(data: DataFile, programme_id: int, person_id: int) -> Application | None:
    """Return what is noted of somebody's application, or None."""
    rows = data.rows(
        "SELECT application.* FROM application"
        " JOIN participation ON participation.id = application.participation_id"
        " WHERE participation.programme_id = ? AND participation.person_id = ?",
        (programme_id, person_id),
    )
    return _application(rows[0]) if rows else None


def taken_places(data: DataFile, programme_id: int) -> dict[Role, int]:
    """Return how many have a place on each side: confirmed, or paused."""
    rows = data.rows(
        "SELECT role, count(*) FROM participation"
        " WHERE programme_id = ? AND state IN ('confirmed', 'paused') GROUP BY role",
        (programme_id,),
    )
    found = {Role(role): int(number) for role, number in rows}
    return {role: found.get(role, 0) for role in Role}


def _application(row: Mapping[str, Any]) -> Application:
    return Application(
        received_on=_date(row["received_on"]),
        checklist=json.loads(row["checklist"]),
        decided_on=_date(row["decided_on"]),
        reason=RefusalReason(row["reason"]) if row["reason"] else None,
        my_why=row["my_why"],
        needs_to_hear=tuple(json.loads(row["needs_to_hear"])),
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
