"""Changes to answers to the officer's own fields, and to consent; each is one undo step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlmodel import Session, select

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.own_fields import OwnField, OwnValue
from revmentor_desktop.domain.plan.own_values import checked_value
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.people.reading import person
from revmentor_desktop.services.setup.reading import taking_part
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.tables import ConsentRow, OwnValueRow, ParticipationRow


def set_own_value(
    data: DataFile, programme_id: int, person_id: int, key: str, value: OwnValue | None
) -> None:
    """Store the answer to one own field, None to empty it; raises like `set_own_values`."""
    set_own_values(data, programme_id, person_id, {key: value})


def set_own_values(
    data: DataFile, programme_id: int, person_id: int, values: Mapping[str, OwnValue | None]
) -> None:
    """Store answers by the key of their own field, None to empty one; others stay.

    Raises KnownError ``not-taking-part``, ``own-field-gone`` or what `checked_value` raises.
    """
    asked = taking_part(data, programme_id)
    with data.transaction() as session:
        part_id = _part_id(data, session, programme_id, person_id)
        stored = {
            row.field: row
            for row in session.exec(
                select(OwnValueRow).where(OwnValueRow.participation_id == part_id)
            )
        }
        for key, given in values.items():
            value = checked_value(_field(asked, key), given)
            row = stored.get(key)
            if value is None:
                if row is not None:
                    session.delete(row)
            elif row is None:
                plain = stored_form(value)
                session.add(OwnValueRow(participation_id=part_id, field=key, value=plain))
            else:
                row.value = stored_form(value)


def set_consent(
    data: DataFile, programme_id: int, person_id: int, key: str, given_on: date | None
) -> None:
    """Record that somebody agreed to the use of a special-category answer, or with None withdraw.

    A withdrawn consent takes effect at once: the answer stays, and is not used for pairing, lists
    or papers (`usable_values`). Raises KnownError ``not-taking-part``, ``own-field-gone`` or
    ``consent-not-needed``.
    """
    field = _field(taking_part(data, programme_id), key)
    if not field.is_special:
        raise KnownError("consent-not-needed", field=field.label)
    with data.transaction() as session:
        part_id = _part_id(data, session, programme_id, person_id)
        row = session.exec(
            select(ConsentRow).where(
                ConsentRow.participation_id == part_id, ConsentRow.field == key
            )
        ).one_or_none()
        if given_on is None:
            if row is not None:
                session.delete(row)
        elif row is None:
            session.add(ConsentRow(participation_id=part_id, field=key, given_on=given_on))
        else:
            row.given_on = given_on


def stored_form(value: OwnValue) -> str | float | list[str]:
    """Return an answer as its column takes it."""
    return list(value) if isinstance(value, tuple) else value


def _field(asked: TakingPart, key: str) -> OwnField:
    field = asked.field(key)
    if field is None:
        raise KnownError("own-field-gone")
    return field


def _part_id(data: DataFile, session: Session, programme_id: int, person_id: int) -> int:
    part_id = session.exec(
        select(ParticipationRow.id).where(
            ParticipationRow.programme_id == programme_id,
            ParticipationRow.person_id == person_id,
        )
    ).one_or_none()
    if part_id is None:
        raise KnownError("not-taking-part", name=person(data, person_id).full_name)
    return part_id
