"""Changes to people and to their parts in programmes; each is one undo step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, fields
from itertools import chain
from typing import Final

from sqlalchemy import ColumnElement
from sqlalchemy import insert as insert_rows
from sqlmodel import Session, and_, col, delete, or_, select, update

from revmentor_desktop.domain.checks import PARTICIPATION, checked
from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.line_management import would_circle
from revmentor_desktop.domain.pairs import LIVING_STATES
from revmentor_desktop.domain.participation import (
    Participation,
    ParticipationDetails,
    ParticipationState,
    Role,
)
from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.domain.plan.pairing_choices import CAPACITY
from revmentor_desktop.services.people.reading import (
    managers,
    participants,
    participation,
)
from revmentor_desktop.services.setup.reading import pairing_choices
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.session import insert
from revmentor_desktop.storage.tables import (
    ExclusionRow,
    PairRow,
    ParticipationBase,
    ParticipationRow,
    PersonBase,
    PersonRow,
    ProgrammeRow,
)

_PERSON_FIELDS = tuple(field.name for field in fields(PersonDetails))


def add_person(data: DataFile, details: PersonDetails) -> int:
    """Store a new person and return their id. Raises InvalidField."""
    with data.transaction() as session:
        return insert(session, PersonRow(**_checked(session, details, None).model_dump()))


def add_participant(
    data: DataFile, programme_id: int, details: PersonDetails, part: ParticipationDetails
) -> int:
    """Store a new person who takes part in a programme; return their id. Raises InvalidField."""
    with data.transaction() as session:
        return insert_participant(session, programme_id, details, part)


def insert_participant(
    session: Session, programme_id: int, details: PersonDetails, part: ParticipationDetails
) -> int:
    """Do what `add_participant` does within a transaction that is under way."""
    person_id = insert(session, PersonRow(**_checked(session, details, None).model_dump()))
    _add_participations(session, programme_id, [person_id], part)
    return person_id


def save_person(data: DataFile, person_id: int, details: PersonDetails) -> None:
    """Store what was edited of a person. Raises InvalidField or KnownError ``person-gone``."""
    with data.transaction() as session:
        row = session.get(PersonRow, person_id)
        if row is None:
            raise KnownError("person-gone")
        base = _checked(session, details, person_id)
        manager = base.line_manager_id
        if manager is not None and would_circle(person_id, manager, managers(data)):
            raise InvalidField("line_manager_id", "manager-circle")
        row.sqlmodel_update(base.model_dump())


def remove_people(data: DataFile, person_ids: Collection[int]) -> None:
    """Remove people, with their parts in every programme and their pairs."""
    with data.transaction() as session:
        session.exec(delete(PersonRow).where(col(PersonRow.id).in_(person_ids)))


def take_part(
    data: DataFile, programme_id: int, person_ids: Sequence[int], details: ParticipationDetails
) -> None:
    """Let people who do not take part yet do so, all with the same details.

    Raises InvalidField or KnownError ``person-gone`` or ``programme-gone``.
    """
    with data.transaction() as session:
        insert_parts(session, programme_id, person_ids, details)


def insert_parts(
    session: Session, programme_id: int, person_ids: Iterable[int], details: ParticipationDetails
) -> None:
    """Do what `take_part` does within a transaction that is under way."""
    present = select(ParticipationRow.person_id).where(
        ParticipationRow.programme_id == programme_id
    )
    new = dict.fromkeys(person_ids)  # in order, nobody twice
    for person_id in session.exec(present):
        new.pop(person_id, None)
    _add_participations(session, programme_id, list(new), details)


def leave(data: DataFile, programme_id: int, person_ids: Collection[int]) -> None:
    """End people's part in a programme, with their pairs there; the people stay."""
    with data.transaction() as session:
        session.exec(delete(ParticipationRow).where(_chosen(programme_id, person_ids)))


def save_participation(
    data: DataFile, programme_id: int, person_id: int, details: ParticipationDetails
) -> None:
    """Store what was edited of a person's part, which begins with it when there was none.

    The pairs of who has no place any more stay, and break a rule until somebody ends them. Raises
    InvalidField, also ``role-while-paired`` and ``partners-more-already``, or KnownError
    ``person-gone`` or ``programme-gone``.
    """
    with data.transaction() as session:
        before = participation(data, programme_id, person_id)
        if before is None:
            _add_participations(session, programme_id, [person_id], details)
            return
        row = session.get_one(ParticipationRow, before.id)
        binds = _number_binds(data, programme_id)
        _update_participation(session, row, before, details, number_binds=binds)


def set_state(
    data: DataFile, programme_id: int, person_ids: Collection[int], state: ParticipationState
) -> None:
    """Give several participants the same state; pairs that then break a rule stay."""
    chosen = _chosen(programme_id, person_ids)
    with data.transaction() as session:
        session.exec(
            update(ParticipationRow)
            .where(chosen, col(ParticipationRow.state) != state)
            .values(state=state)
        )


def set_own_partners(
    data: DataFile, programme_id: int, person_ids: Collection[int], number: int | None
) -> None:
    """Let several participants have so many partners, or as many as the programme says (None).

    Raises InvalidField: ``number-odd``, or ``partners-more-for`` where somebody has more already
    and the number binds in this programme.
    """
    number = checked(PARTICIPATION, "own_partners", number)
    with data.transaction() as session:
        agreed = Counter(chain.from_iterable(data.rows(_AGREED, (programme_id,))))
        binds = _number_binds(data, programme_id)
        for one in participants(data, programme_id):
            part = one.participation
            if part.person_id not in person_ids:
                continue
            if binds and part.is_lowered_below(agreed[part.id], number):
                params = {"name": one.person.full_name, "count": agreed[part.id]}
                raise InvalidField("own_partners", "partners-more-for", **params)
            session.get_one(ParticipationRow, part.id).own_partners = number


_AGREED: Final = """
    SELECT mentor_id, mentee_id FROM pair WHERE programme_id = ? AND state IN ('agreed', 'paused')
"""


def _number_binds(data: DataFile, programme_id: int) -> bool:
    """Tell whether nobody may have more partners than agreed, or whether that is only a wish."""
    return CAPACITY in pairing_choices(data, programme_id).rules


def set_role(data: DataFile, programme_id: int, person_ids: Collection[int], role: Role) -> None:
    """Give several participants the same role. Raises InvalidField ``role-while-paired``."""
    changing = and_(_chosen(programme_id, person_ids), col(ParticipationRow.role) != role)
    with data.transaction() as session:
        paired = session.exec(
            select(PersonRow)
            .join(ParticipationRow, col(ParticipationRow.person_id) == col(PersonRow.id))
            .where(changing, _is_paired())
        ).first()
        if paired is not None:
            raise InvalidField("role", "role-while-paired", name=_name(paired))
        session.exec(update(ParticipationRow).where(changing).values(role=role))


def _chosen(programme_id: int, person_ids: Collection[int]) -> ColumnElement[bool]:
    return and_(
        col(ParticipationRow.programme_id) == programme_id,
        col(ParticipationRow.person_id).in_(person_ids),
    )


def _is_paired() -> ColumnElement[bool]:
    """Return the condition on participations that they stand in a pair of any state."""
    part = col(ParticipationRow.id)
    return or_(part.in_(select(PairRow.mentor_id)), part.in_(select(PairRow.mentee_id)))


def _checked(session: Session, details: PersonDetails, person_id: int | None) -> PersonBase:
    """Return the details cleaned.

    Raises InvalidField, also for an e-mail of somebody else and a manager who is not there.
    """
    base = PersonBase.model_validate({name: getattr(details, name) for name in _PERSON_FIELDS})
    manager = base.line_manager_id
    if manager is not None and session.get(PersonRow, manager) is None:
        raise InvalidField("line_manager_id", "person-gone")
    if base.email:
        owner = session.exec(select(PersonRow).where(PersonRow.email == base.email)).one_or_none()
        if owner is not None and owner.id != person_id:
            raise InvalidField("email", "email-taken", email=base.email, name=_name(owner))
    return base


def _name(row: PersonRow) -> str:
    return f"{row.first_name} {row.last_name}".strip()


def _add_participations(
    session: Session, programme_id: int, person_ids: Sequence[int], details: ParticipationDetails
) -> None:
    """Store parts of people who have none, whole departments as quickly as one person."""
    base = ParticipationBase.model_validate(asdict(details)).model_dump()
    if session.get(ProgrammeRow, programme_id) is None:
        raise KnownError("programme-gone")
    there = session.exec(select(PersonRow.id).where(col(PersonRow.id).in_(person_ids))).all()
    if len(there) < len(person_ids):
        raise KnownError("person-gone")
    if not person_ids:
        return
    session.execute(
        insert_rows(ParticipationRow),
        [{**base, "programme_id": programme_id, "person_id": one} for one in person_ids],
    )
    if details.not_with:
        stored = select(ParticipationRow).where(_chosen(programme_id, person_ids))
        for row in session.exec(stored).all():
            _set_exclusions(session, row, details.not_with)


def _update_participation(
    session: Session,
    row: ParticipationRow,
    before: Participation,
    details: ParticipationDetails,
    *,
    number_binds: bool,
) -> None:
    base = ParticipationBase.model_validate(asdict(details))
    in_pair = or_(PairRow.mentor_id == row.id, PairRow.mentee_id == row.id)
    states = session.exec(select(PairRow.state).where(in_pair)).all()
    if states and base.role != row.role:
        who = session.get_one(PersonRow, row.person_id)
        raise InvalidField("role", "role-while-paired", name=_name(who))
    agreed = sum(state in LIVING_STATES for state in states)
    if number_binds and before.is_lowered_below(agreed, base.own_partners):
        raise InvalidField("own_partners", "partners-more-already", count=agreed)
    row.sqlmodel_update(base.model_dump())
    _set_exclusions(session, row, details.not_with)


def _set_exclusions(session: Session, row: ParticipationRow, wanted: frozenset[int]) -> None:
    if row.id is None:
        raise RuntimeError("exclusions belong to a stored participation")
    stored = session.exec(select(ExclusionRow).where(ExclusionRow.participation_id == row.id)).all()
    for exclusion in stored:
        if exclusion.person_id not in wanted:
            session.delete(exclusion)
    new = wanted - {exclusion.person_id for exclusion in stored} - {row.person_id}
    # Somebody may have been removed since the list was shown.
    there = session.exec(select(PersonRow.id).where(col(PersonRow.id).in_(new)))
    for person_id in sorted(filter(None, there)):
        session.add(ExclusionRow(participation_id=row.id, person_id=person_id))
