"""Changes to pairs; each is one undo step."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session, col, delete, select

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_rules import objection
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.services.pairing.reading import facts
from revmentor_desktop.services.people.reading import participation, person
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.session import insert
from revmentor_desktop.storage.tables import PairRow
from revmentor_desktop.system.clock import today


def pair(data: DataFile, programme_id: int, mentor_person: int, mentee_person: int) -> int:
    """Pair two participants, given by their person ids; return the pair's id.

    Raises KnownError with the reason when a pairing rule forbids it.
    """
    with data.transaction() as session:
        mentor = _participant(data, programme_id, mentor_person)
        mentee = _participant(data, programme_id, mentee_person)
        reason = objection(mentor, mentee, facts(data, programme_id))
        if reason is not None:
            raise reason
        return _store(session, mentor, mentee)


def unpair(data: DataFile, pair_ids: Collection[int]) -> None:
    """Take pairs apart; both people are free again."""
    with data.transaction() as session:
        session.exec(delete(PairRow).where(col(PairRow.id).in_(pair_ids)))


def move(data: DataFile, pair_id: int, mentor_person: int, mentee_person: int) -> int:
    """Take a pair apart and make another of one of its people, as one step; return the new id.

    Raises KnownError with the reason when a pairing rule forbids it; the old pair stays then.
    """
    with data.transaction() as session:
        old = session.exec(select(PairRow).where(PairRow.id == pair_id)).one_or_none()
        if old is None:
            raise KnownError("pair-gone")
        session.delete(old)
        session.flush()
        mentor = _participant(data, old.programme_id, mentor_person)
        mentee = _participant(data, old.programme_id, mentee_person)
        reason = objection(mentor, mentee, facts(data, old.programme_id))
        if reason is not None:
            raise reason
        return _store(session, mentor, mentee)


def _participant(data: DataFile, programme_id: int, person_id: int) -> Participant:
    who = person(data, person_id)
    part = participation(data, programme_id, person_id)
    if part is None:
        raise KnownError("not-taking-part", name=who.full_name)
    return Participant(who, part)


def _store(session: Session, mentor: Participant, mentee: Participant) -> int:
    row = PairRow(
        programme_id=mentor.participation.programme_id,
        mentor_id=mentor.participation.id,
        mentee_id=mentee.participation.id,
        created_on=today(),
    )
    return insert(session, row)
