"""Agreeing pairs: what was a proposal holds from then on, in every draft; each is one undo step."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlmodel import Session, col, delete, select

from revmentor_desktop.domain.pairing_rules import breaches, objection, unexcused
from revmentor_desktop.domain.pairs import PairOrigin, PairState, couple_of
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT
from revmentor_desktop.services.pairing.facts import facts
from revmentor_desktop.services.pairing.overriding import set_aside_against
from revmentor_desktop.services.pairing.proposing import Change
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.pairing.rows import both_of, rows_of
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
        by_draft: dict[int | None, list[int | None]] = {}
        for row in rows_of(session, programme_id, pair_ids, PairState.PROPOSED):
            by_draft.setdefault(row.draft_id, []).append(row.id)
        # What is agreed out of one draft counts for the next, and may be gone from it.
        for draft_id, ids in by_draft.items():
            rows = rows_of(session, programme_id, ids)
            _require_rules(data, programme_id, draft_id, ids)
            for row in rows:
                row.state, row.draft_id, row.is_locked = PairState.AGREED, None, False
                row.agreed_on = agreed_on
                row.mentor_asked_on = mentor_asked_on or row.mentor_asked_on
                row.mentee_asked_on = mentee_asked_on or row.mentee_asked_on
            session.flush()
            _forget_proposals(session, programme_id, {(r.mentor_id, r.mentee_id) for r in rows})


def agree_at_once(
    data: DataFile,
    programme_id: int,
    mentor_person: int,
    mentee_person: int,
    *,
    origin: PairOrigin = PairOrigin.BOARD,
    reason: str = "",
) -> int:
    """Make an agreed pair of two participants, by person ids, without a draft; return its id.

    With a `reason` the rules against it are set aside. Raises KnownError with what forbids it;
    proposals forbid nothing.
    """
    with data.transaction() as session:
        if reason:
            change = Change(
                programme_id=programme_id,
                joined=[(mentor_person, mentee_person)],
                draft_id=NO_DRAFT,
            )
            set_aside_against(data, session, change, reason)
        mentor, mentee = both_of(data, programme_id, (mentor_person, mentee_person))
        against = objection(mentor, mentee, facts(data, programme_id, NO_DRAFT))
        if against is not None:
            raise against
        couple = couple_of(mentor, mentee)
        _forget_proposals(session, programme_id, {couple})
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
    data: DataFile,
    programme_id: int,
    pair_ids: Collection[int],
    days: Mapping[Role, date | None],
) -> None:
    """Note when one side of some pairs was asked, or both; None takes that back.

    Raises KnownError ``pair-gone``.
    """
    with data.transaction() as session:
        for row in rows_of(session, programme_id, pair_ids):
            if Role.MENTOR in days:
                row.mentor_asked_on = days[Role.MENTOR]
            if Role.MENTEE in days:
                row.mentee_asked_on = days[Role.MENTEE]


def _require_rules(
    data: DataFile, programme_id: int, draft_id: int | None, pair_ids: Collection[int | None]
) -> None:
    """Raise KnownError with the reason when a proposal breaks a rule that is not set aside."""
    known = facts(data, programme_id, draft_id)
    for pair in pairs(data, programme_id, draft_id):
        if pair.id in pair_ids:
            broken = unexcused(breaches(pair.mentor, pair.mentee, known))
            if broken:
                raise broken[0]


def _forget_proposals(
    session: Session, programme_id: int, couples: Collection[tuple[int, int]]
) -> None:
    """Take couples, by participation ids, out of every draft."""
    proposed = session.exec(
        select(PairRow.id, PairRow.mentor_id, PairRow.mentee_id).where(
            PairRow.programme_id == programme_id, PairRow.state == PairState.PROPOSED
        )
    )
    gone = [pair_id for pair_id, *couple in proposed if tuple(couple) in couples]
    session.exec(delete(PairRow).where(col(PairRow.id).in_(gone)))
