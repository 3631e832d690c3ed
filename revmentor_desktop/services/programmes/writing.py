"""Changes to programmes and to the organisation's name; each is one undo step."""

from __future__ import annotations

from dataclasses import asdict, fields

from sqlmodel import Session, col, delete, select

from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.domain.text import clean_line, fold
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.session import insert
from revmentor_desktop.storage.tables import (
    LogoRow,
    PersonRow,
    ProgrammeBase,
    ProgrammeRow,
    SettingRow,
)

_FIELDS = tuple(field.name for field in fields(ProgrammeDetails))
_THE_LOGO = 1


def add_programme(data: DataFile, details: ProgrammeDetails) -> int:
    """Store a new programme and return its id. Raises InvalidField, also for a name in use."""
    with data.transaction() as session:
        return insert(session, ProgrammeRow(**checked_details(session, details, None).model_dump()))


def remove_programme(data: DataFile, programme_id: int) -> None:
    """Remove a programme with its participations and pairs; the people stay.

    Only the invented people of the sample leave with it. Raises KnownError ``programme-gone``.
    """
    with data.transaction() as session:
        row = session.get(ProgrammeRow, programme_id)
        if row is None:
            raise KnownError("programme-gone")
        session.delete(row)
        if row.is_sample:
            session.exec(delete(PersonRow).where(col(PersonRow.is_sample)))


def name_organisation(data: DataFile, name: str) -> None:
    """Store the organisation's name, which stands on every paper."""
    with data.transaction() as session:
        _name(session, name)


def present_organisation(data: DataFile, name: str, logo: Logo | None) -> None:
    """Store the organisation's name and logo, which stand on every paper; None is no logo."""
    with data.transaction() as session:
        _name(session, name)
        session.exec(delete(LogoRow))
        if logo is not None:
            session.add(LogoRow(id=_THE_LOGO, **asdict(logo)))


def _name(session: Session, name: str) -> None:
    row = session.exec(select(SettingRow).where(SettingRow.name == "organisation")).first()
    row = row or SettingRow(name="organisation", value="")
    row.value = clean_line(name)
    session.add(row)


def checked_details(
    session: Session, details: ProgrammeDetails, programme_id: int | None
) -> ProgrammeBase:
    """Return the details cleaned. Raises InvalidField, also for a name of another programme."""
    base = ProgrammeBase.model_validate({name: getattr(details, name) for name in _FIELDS})
    for other in session.exec(select(ProgrammeRow)):
        if other.id != programme_id and fold(other.name) == fold(base.name):
            raise InvalidField("name", "programme-name-taken", name=other.name)
    return base
