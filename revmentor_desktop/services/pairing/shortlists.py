"""Shortlists, from which a leader chooses their mentor; each change is one undo step."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlmodel import Session, col, delete, select

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_rules import objection
from revmentor_desktop.domain.pairs import PairOrigin, couple_of
from revmentor_desktop.domain.shortlists import require_choice
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT
from revmentor_desktop.services.pairing.facts import facts
from revmentor_desktop.services.pairing.proposing import Change, rearranged
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.pairing.rows import participant_of
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.tables import ShortlistRow


def offer(
    data: DataFile,
    programme_id: int,
    leader_person: int,
    candidate_people: Sequence[int],
    offered_on: date,
) -> None:
    """Offer mentors to a leader to choose among, in this order, in the place of an earlier offer.

    All are given by person ids. Raises KnownError ``shortlist-length``, ``not-taking-part``, or
    the reason when a rule or an agreed pair forbids to pair the leader with one of them; proposals
    forbid nothing.
    """
    candidates = list(dict.fromkeys(candidate_people))
    require_choice(len(candidates))
    with data.transaction() as session:
        leader = participant_of(data, programme_id, leader_person)
        known = facts(data, programme_id, NO_DRAFT)
        _withdraw(session, leader.participation.id)
        for place, person_id in enumerate(candidates, start=1):
            candidate = participant_of(data, programme_id, person_id)
            reason = objection(candidate, leader, known)
            if reason is not None:
                raise reason
            session.add(
                ShortlistRow(
                    leader_id=leader.participation.id,
                    candidate_id=candidate.participation.id,
                    place=place,
                    offered_on=offered_on,
                )
            )


def choose(
    data: DataFile,
    programme_id: int,
    leader_person: int,
    candidate_person: int,
    *,
    parted: Collection[int] = (),
    draft_id: int | None = None,
) -> list[int]:
    """Note whom a leader chose, and propose the two in a draft where they are no pair yet.

    Proposals of the ids `parted` make way for it. Returns the id of the new pair, if one was made.
    Raises KnownError ``shortlist-gone``, ``pair-is-agreed``, ``pair-is-locked``, or the reason when
    the two cannot be paired.
    """
    with data.transaction() as session:
        leader = participant_of(data, programme_id, leader_person)
        candidate = participant_of(data, programme_id, candidate_person)
        rows = session.exec(
            select(ShortlistRow).where(ShortlistRow.leader_id == leader.participation.id)
        ).all()
        if candidate.participation.id not in {row.candidate_id for row in rows}:
            raise KnownError("shortlist-gone", name=leader.person.full_name)
        for row in rows:
            row.is_chosen = row.candidate_id == candidate.participation.id
        couple = couple_of(candidate, leader)
        if couple in {pair.couple for pair in pairs(data, programme_id, draft_id)}:
            return []
        change = Change(
            programme_id=programme_id,
            parted=parted,
            joined=[(candidate_person, leader_person)],
            draft_id=draft_id,
            origin=PairOrigin.CHOSEN,
        )
        return rearranged(data, session, change)


def withdraw_offer(data: DataFile, programme_id: int, leader_person: int) -> None:
    """Offer nobody to a leader any more. Raises KnownError ``not-taking-part``."""
    with data.transaction() as session:
        _withdraw(session, participant_of(data, programme_id, leader_person).participation.id)


def _withdraw(session: Session, leader_id: int) -> None:
    session.exec(delete(ShortlistRow).where(col(ShortlistRow.leader_id) == leader_id))
