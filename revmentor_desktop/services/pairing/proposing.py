"""Proposals in a draft: made, taken apart, rearranged, locked; each change is one undo step.

Where no draft is named, it is the one that is looked at; a programme's first is made on the way.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import objection
from revmentor_desktop.domain.pairs import PairOrigin, PairState, couple_of, objection_to_parting
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.services.pairing.drafts import working_draft
from revmentor_desktop.services.pairing.facts import facts
from revmentor_desktop.services.pairing.rows import both_of, rows_of
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.session import insert
from revmentor_desktop.storage.tables import PairRow
from revmentor_desktop.system.clock import today

Couple = tuple[int, int]
"""A mentor and a leader, by their person ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one act does to proposals: pairs `parted`, by their numbers, then couples `joined`."""

    programme_id: int
    parted: Collection[int] = ()
    joined: Sequence[Couple] = ()
    draft_id: int | None = None
    origin: PairOrigin = PairOrigin.BOARD


def propose(
    data: DataFile,
    programme_id: int,
    mentor_person: int,
    mentee_person: int,
    *,
    draft_id: int | None = None,
    origin: PairOrigin = PairOrigin.BOARD,
) -> int:
    """Propose to pair two participants, given by their person ids; return the pair's id.

    Raises KnownError with the reason when a pairing rule forbids it, or ``draft-gone``.
    """
    couples = [(mentor_person, mentee_person)]
    (made,) = rearrange(data, programme_id, (), couples, draft_id=draft_id, origin=origin)
    return made


def rearrange(
    data: DataFile,
    programme_id: int,
    parted: Collection[int],
    joined: Sequence[Couple],
    *,
    draft_id: int | None = None,
    origin: PairOrigin = PairOrigin.BOARD,
) -> list[int]:
    """Take the proposals of the ids `parted` apart, then make others in a draft, as one step.

    Returns the ids of the new ones in the order of `joined`. Raises KnownError with the reason
    when a pairing rule forbids one of them, ``pair-is-agreed``, ``pair-is-locked``, ``pair-gone``
    or ``draft-gone``; everything stays as it was then.
    """
    change = Change(
        programme_id=programme_id, parted=parted, joined=joined, draft_id=draft_id, origin=origin
    )
    with data.transaction() as session:
        return rearranged(data, session, change)


def take_apart(data: DataFile, programme_id: int, pair_ids: Collection[int]) -> None:
    """Take proposals apart; both people are free again.

    Raises KnownError ``pair-is-agreed``, ``pair-is-locked`` or ``pair-gone``.
    """
    rearrange(data, programme_id, pair_ids, ())


def set_locked(
    data: DataFile, programme_id: int, pair_ids: Collection[int], *, locked: bool
) -> None:
    """Lock proposals, which then stay whatever is suggested, or let them go again.

    Raises KnownError ``pair-is-agreed`` or ``pair-gone``.
    """
    with data.transaction() as session:
        for row in rows_of(session, programme_id, pair_ids, PairState.PROPOSED):
            row.is_locked = locked


def set_origin(
    data: DataFile, programme_id: int, pair_ids: Collection[int], origin: PairOrigin
) -> None:
    """Note where pairs come from, for instance that the two found each other.

    Raises KnownError ``pair-gone``.
    """
    with data.transaction() as session:
        for row in rows_of(session, programme_id, pair_ids):
            row.origin = origin


def rearranged(data: DataFile, session: Session, change: Change) -> list[int]:
    """Do what `rearrange` does within a transaction that is under way."""
    programme_id = change.programme_id
    for row in rows_of(session, programme_id, change.parted):
        reason = objection_to_parting(row.state, is_locked=row.is_locked)
        if reason is not None:
            raise reason
        session.delete(row)
    if not change.joined:
        return []
    draft_id = working_draft(session, programme_id, change.draft_id)
    session.flush()  # what follows reads by plain SQL
    known = facts(data, programme_id, draft_id)
    made: list[int] = []
    for couple in change.joined:
        mentor, mentee = both_of(data, programme_id, couple)
        known = _allowed(mentor, mentee, known)
        made.append(insert(session, _row(mentor, mentee, draft_id, change.origin)))
    return made


def _allowed(mentor: Participant, mentee: Participant, known: PairingFacts) -> PairingFacts:
    """Return the facts with these two paired. Raises KnownError when a rule forbids that."""
    reason = objection(mentor, mentee, known)
    if reason is not None:
        raise reason
    return known.after((), [couple_of(mentor, mentee)])


def _row(mentor: Participant, mentee: Participant, draft_id: int, origin: PairOrigin) -> PairRow:
    return PairRow(
        programme_id=mentor.participation.programme_id,
        mentor_id=mentor.participation.id,
        mentee_id=mentee.participation.id,
        draft_id=draft_id,
        state=PairState.PROPOSED,
        origin=origin,
        created_on=today(),
    )
