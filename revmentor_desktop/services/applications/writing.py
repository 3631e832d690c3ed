"""Changes to applications; each is one undo step."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from revmentor_desktop.domain.applications import (
    Application,
    Decision,
    RefusalReason,
    checked_application,
    require_reason,
)
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import ParticipationDetails, ParticipationState, Role
from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.services.people.reading import person
from revmentor_desktop.services.people.writing import insert_participant, insert_parts
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.tables import (
    ApplicationBase,
    ApplicationRow,
    ParticipationRow,
)


def receive(
    data: DataFile,
    programme_id: int,
    person_ids: Collection[int],
    received_on: date,
    role: Role | None = None,
) -> None:
    """Note that applications came in; they wait for a decision now.

    With a `role`, those who take no part yet begin to, in that role. Raises KnownError
    ``not-taking-part``, ``person-gone`` or ``programme-gone``.
    """
    with data.transaction() as session:
        if role is not None:
            part = ParticipationDetails(role=role, state=ParticipationState.APPLIED)
            insert_parts(session, programme_id, person_ids, part)
        _receive(data, session, programme_id, person_ids, received_on)


def receive_new(
    data: DataFile, programme_id: int, details: PersonDetails, role: Role, received_on: date
) -> int:
    """Store somebody new who applies; return their id. Raises InvalidField."""
    part = ParticipationDetails(role=role, state=ParticipationState.APPLIED)
    with data.transaction() as session:
        person_id = insert_participant(session, programme_id, details, part)
        _receive(data, session, programme_id, [person_id], received_on)
        return person_id


def save_application(
    data: DataFile, programme_id: int, person_id: int, application: Application
) -> None:
    """Store what was noted of an application; what was decided stays as it is.

    Raises KnownError ``not-taking-part``, ``text-too-long`` or ``too-many-entries``.
    """
    values = _values(checked_application(application))
    del values["decided_on"], values["reason"]
    with data.transaction() as session:
        (part,) = _parts(data, session, programme_id, [person_id])
        _row(session, part).sqlmodel_update(values)


def decide(
    data: DataFile,
    programme_id: int,
    person_ids: Collection[int],
    decision: Decision,
    decided_on: date,
    reason: RefusalReason | None = None,
) -> None:
    """Accept, keep in reserve or kindly refuse applications.

    The pairs of who loses a place stay, and break a rule until somebody ends them.
    Raises KnownError ``not-taking-part`` or ``refusal-needs-reason``.
    """
    require_reason(decision, reason)
    with data.transaction() as session:
        for part in _parts(data, session, programme_id, person_ids):
            row = _row(session, part)
            row.decided_on = decided_on
            row.reason = str(reason) if reason and decision is Decision.REFUSE else ""
            part.state = decision.state


def reopen(data: DataFile, programme_id: int, person_ids: Collection[int]) -> None:
    """Take decisions back: the applications wait again. Raises KnownError ``not-taking-part``."""
    with data.transaction() as session:
        for part in _parts(data, session, programme_id, person_ids):
            row = _row(session, part)
            row.decided_on, row.reason = None, ""
            part.state = ParticipationState.APPLIED


def _receive(
    data: DataFile,
    session: Session,
    programme_id: int,
    person_ids: Collection[int],
    received_on: date,
) -> None:
    for part in _parts(data, session, programme_id, person_ids):
        row = _row(session, part)
        row.received_on = received_on
        row.decided_on, row.reason = None, ""
        part.state = ParticipationState.APPLIED


def _parts(
    data: DataFile, session: Session, programme_id: int, person_ids: Collection[int]
) -> list[ParticipationRow]:
    found = session.exec(
        select(ParticipationRow).where(
            ParticipationRow.programme_id == programme_id,
            col(ParticipationRow.person_id).in_(person_ids),
        )
    ).all()
    absent = set(person_ids) - {part.person_id for part in found}
    if absent:
        raise KnownError("not-taking-part", name=person(data, min(absent)).full_name)
    return list(found)


def _row(session: Session, part: ParticipationRow) -> ApplicationRow:
    """Return the row of somebody's application, a new one where nothing was noted yet."""
    stored = session.exec(
        select(ApplicationRow).where(ApplicationRow.participation_id == part.id)
    ).one_or_none()
    row = stored or ApplicationRow(**ApplicationBase().model_dump(), participation_id=part.id or 0)
    session.add(row)
    return row


def _values(application: Application) -> dict[str, Any]:
    values = asdict(application)
    values["needs_to_hear"] = list(application.needs_to_hear)
    values["checklist"] = dict(application.checklist)
    return values
