"""Changes to the draft and to the plans of programmes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields
from typing import Any

from sqlmodel import Session, col, delete, select

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.domain.plan.cleaning import cleaned
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.field_changes import lapsed_fields, removed_fields
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.problems import problems, unstorable
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.programmes.writing import checked_details
from revmentor_desktop.services.setup import reading
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.services.setup.lesson_writing import carry_on
from revmentor_desktop.services.setup.problem_words import require
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.session import insert
from revmentor_desktop.storage.tables import (
    ConsentRow,
    DraftRow,
    OwnValueRow,
    ParticipationBase,
    ParticipationRow,
    PlanSectionRow,
    ProgrammeRow,
    SettingsEditRow,
)
from revmentor_desktop.storage.values import to_json
from revmentor_desktop.system.clock import today

_ONLY = 1
"""The number of the one draft."""


def keep_draft(data: DataFile, draft: Draft) -> None:
    """Store what was typed so far, whatever it is; no undo step."""
    with data.transaction() as session:
        session.merge(DraftRow(id=_ONLY, content=to_json(draft)))


def drop_draft(data: DataFile) -> None:
    """Forget the draft; nothing happens where there is none."""
    with data.transaction() as session:
        session.exec(delete(DraftRow))


def keep_settings_edits(data: DataFile, programme_id: int, edits: Mapping[Step, Draft]) -> None:
    """Store what is typed in a programme's settings and not applied yet; no undo step.

    It takes the place of all that was kept for the programme. Nothing is stored for one that has
    gone.
    """
    with data.transaction() as session:
        session.exec(
            delete(SettingsEditRow).where(col(SettingsEditRow.programme_id) == programme_id)
        )
        if session.get(ProgrammeRow, programme_id) is not None:
            session.add_all(
                SettingsEditRow(programme_id=programme_id, section=step, content=to_json(typed))
                for step, typed in edits.items()
            )


def create_programme(data: DataFile, draft: Draft) -> int:
    """Make the draft a programme and forget the draft; return the new id.

    Whom it names are invited, and open lessons of the programme that it started from come along.

    Raises InvalidField for what blocks (`domain.plan.problems`), or KnownError ``programme-gone``
    when the programme that it started from has gone and people of it were to be invited.
    """
    taken = reading.taken_names(data)
    require(problems(draft, taken, free_days(draft.plan.schedule), today()))
    with data.transaction() as session:
        base = checked_details(session, draft.details, None)
        programme_id = insert(session, ProgrammeRow(**base.model_dump()))
        for section in fields(Plan):
            _store_section(session, programme_id, section.name, getattr(draft.plan, section.name))
        _invite(session, programme_id, draft)
        carry_on(session, draft.copied_from, programme_id)
        session.exec(delete(DraftRow))
    return programme_id


def save_section(data: DataFile, programme_id: int, name: str, value: Any) -> None:
    """Store one section of a plan (a field of `Plan`). Raises KnownError ``programme-gone``."""
    with data.transaction() as session:
        if session.get(ProgrammeRow, programme_id) is None:
            raise KnownError("programme-gone")
        _store_section(session, programme_id, name, value)


def save_plan(data: DataFile, programme_id: int, details: ProgrammeDetails, plan: Plan) -> None:
    """Store all that a settings page may have changed, as one undo step.

    Answers to own fields that are gone go too, and consents that hold no more
    (`domain.plan.field_changes`). Raises InvalidField or KnownError ``programme-gone``.
    """
    require(unstorable(Draft(details=details, plan=plan)))
    before = reading.plan(data, programme_id)
    with data.transaction() as session:
        row = session.get(ProgrammeRow, programme_id)
        if row is None:
            raise KnownError("programme-gone")
        row.sqlmodel_update(checked_details(session, details, programme_id).model_dump())
        for section in fields(Plan):
            value = getattr(plan, section.name)
            if value != getattr(before, section.name):
                _store_section(session, programme_id, section.name, value)
        removed = removed_fields(before.taking_part, plan.taking_part)
        _forget(session, OwnValueRow, programme_id, removed)
        lapsed = lapsed_fields(before.taking_part, plan.taking_part)
        _forget(session, ConsentRow, programme_id, lapsed)


def _forget(
    session: Session,
    table: type[OwnValueRow] | type[ConsentRow],
    programme_id: int,
    gone: Collection[OwnField],
) -> None:
    """Delete what those who take part said to these fields, or agreed to."""
    if gone:
        parts = select(ParticipationRow.id).where(ParticipationRow.programme_id == programme_id)
        session.exec(
            delete(table).where(
                col(table.participation_id).in_(parts),
                col(table.field).in_([field.key for field in gone]),
            )
        )


def _store_section(session: Session, programme_id: int, name: str, value: object) -> None:
    if name not in reading.section_kinds():
        raise ValueError(f"a plan has no section {name}")
    stored = session.exec(
        select(PlanSectionRow).where(
            PlanSectionRow.programme_id == programme_id, PlanSectionRow.name == name
        )
    ).one_or_none()
    row = stored or PlanSectionRow(programme_id=programme_id, name=name, content="")
    row.content = to_json(cleaned(value))
    session.add(row)


def _invite(session: Session, programme_id: int, draft: Draft) -> None:
    """Invite people of the earlier programme again, in the role they had there."""
    if not draft.invited:
        return
    if session.get(ProgrammeRow, draft.copied_from) is None:
        raise KnownError("programme-gone")
    earlier = select(ParticipationRow).where(
        ParticipationRow.programme_id == draft.copied_from,
        col(ParticipationRow.person_id).in_(draft.invited),
    )
    for part in session.exec(earlier).all():
        base = ParticipationBase(
            role=part.role,
            state=ParticipationState.INVITED,
            own_partners=part.own_partners,
        )
        session.add(
            ParticipationRow(
                **base.model_dump(), programme_id=programme_id, person_id=part.person_id
            )
        )
