"""Changes to pairs; each is one undo step."""

from __future__ import annotations

from collections.abc import Collection, Sequence

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
    (made,) = rearrange(data, programme_id, (), [(mentor_person, mentee_person)])
    return made


def unpair(data: DataFile, pair_ids: Collection[int]) -> None:
    """Take pairs apart; both people are free again. Those already gone are no error."""
    with data.transaction() as session:
        session.exec(delete(PairRow).where(col(PairRow.id).in_(pair_ids)))


def rearrange(
    data: DataFile,
    programme_id: int,
    parted: Collection[int],
    joined: Sequence[tuple[int, int]],
) -> list[int]:
    """Take the pairs of the ids `parted` apart, then make others, as one step.

    `joined` holds (mentor, mentee) person ids; returns the ids of the new pairs in that order.
    Raises KnownError with the reason when a pairing rule forbids one of them, or ``pair-gone``;
    everything stays as it was then.
    """
    with data.transaction() as session:
        _part(session, programme_id, parted)
        return [_join(session, data, programme_id, *people) for people in joined]


def _part(session: Session, programme_id: int, pair_ids: Collection[int]) -> None:
    rows = session.exec(
        select(PairRow).where(
            col(PairRow.id).in_(pair_ids), col(PairRow.programme_id) == programme_id
        )
    ).all()
    if len(rows) != len(set(pair_ids)):
        raise KnownError("pair-gone")
    for row in rows:
        session.delete(row)
    # The rules that follow read the pairs by plain SQL.
    session.flush()


def _join(
    session: Session, data: DataFile, programme_id: int, mentor_person: int, mentee_person: int
) -> int:
    mentor = _participant(data, programme_id, mentor_person)
    mentee = _participant(data, programme_id, mentee_person)
    reason = objection(mentor, mentee, facts(data, programme_id))
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
