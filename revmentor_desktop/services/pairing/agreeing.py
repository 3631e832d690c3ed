"""Agreeing pairs: what was a proposal holds from then on, in every draft; each is one undo step."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from sqlmodel import Session, col, delete

from revmentor_desktop.domain.pairing_rules import breaches, objection, unexcused
from revmentor_desktop.domain.pairs import PairOrigin, PairState
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT
from revmentor_desktop.services.pairing.facts import facts
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.pairing.rows import participant_of, rows_of
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.session import insert
from revmentor_desktop.storage.tables import PairRow
from revmentor_desktop.system.clock import today


def agree(
    data: DataFile,
    programme_id: int,
    pair_ids: Collection[int],
    agreed_on: date,
    *,
    mentor_asked_on: date | None = None,
    mentee_asked_on: date | None = None,
) -> None:
    """Make proposals agreed pairs, which leave their draft and count in all.

    The days on which both sides were asked are noted where given. The same two in another draft
    are no proposal any more. Raises KnownError with the reason when one of them breaks a rule that
    is not set aside for it, ``pair-is-agreed`` or ``pair-gone``; everything stays as it was then.
    """
    with data.transaction() as session:
        rows = rows_of(session, programme_id, pair_ids, PairState.PROPOSED)
        _require_rules(data, programme_id, rows)
        for row in rows:
            row.state, row.draft_id, row.is_locked = PairState.AGREED, None, False
            row.agreed_on = agreed_on
            row.mentor_asked_on = mentor_asked_on or row.mentor_asked_on
            row.mentee_asked_on = mentee_asked_on or row.mentee_asked_on
            session.flush()
            _forget_proposals(session, row.mentor_id, row.mentee_id)


def agree_at_once(
    data: DataFile,
    programme_id: int,
    mentor_person: int,
    mentee_person: int,
    *,
    origin: PairOrigin = PairOrigin.BOARD,
) -> int:
    """Make an agreed pair of two participants, by person ids, without a draft; return its id.

    Raises KnownError with the reason when a pairing rule forbids it; proposals forbid nothing.
    """
    with data.transaction() as session:
        mentor = participant_of(data, programme_id, mentor_person)
        mentee = participant_of(data, programme_id, mentee_person)
        reason = objection(mentor, mentee, facts(data, programme_id, NO_DRAFT))
        if reason is not None:
            raise reason
        _forget_proposals(session, mentor.participation.id, mentee.participation.id)
        row = PairRow(
            programme_id=programme_id,
            mentor_id=mentor.participation.id,
            mentee_id=mentee.participation.id,
            state=PairState.AGREED,
            origin=origin,
            created_on=today(),
            agreed_on=today(),
        )
        return insert(session, row)


def note_asked(
    data: DataFile, programme_id: int, pair_ids: Collection[int], role: Role, day: date | None
) -> None:
    """Note when one side of some pairs was asked; None takes that back.

    Raises KnownError ``pair-gone``.
    """
    with data.transaction() as session:
        for row in rows_of(session, programme_id, pair_ids):
            if role is Role.MENTOR:
                row.mentor_asked_on = day
            else:
                row.mentee_asked_on = day


def _require_rules(data: DataFile, programme_id: int, rows: Iterable[PairRow]) -> None:
    """Raise KnownError with the reason when a proposal breaks a rule that is not set aside."""
    agreeing = {row.id: row.draft_id for row in rows}
    for draft_id in set(agreeing.values()):
        known = facts(data, programme_id, draft_id)
        for pair in pairs(data, programme_id, draft_id):
            broken = unexcused(breaches(pair.mentor, pair.mentee, known))
            if pair.id in agreeing and broken:
                raise broken[0]


def _forget_proposals(session: Session, mentor_id: int, mentee_id: int) -> None:
    """Take these two out of every draft."""
    session.exec(
        delete(PairRow).where(
            col(PairRow.mentor_id) == mentor_id,
            col(PairRow.mentee_id) == mentee_id,
            col(PairRow.state) == PairState.PROPOSED,
        )
    )
