"""What the changes to pairs share: the rows of pairs, and participants by person."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session, col, select

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.services.people.reading import participation, person
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.tables import PairRow

_NOT_IN: dict[PairState, str] = {
    PairState.PROPOSED: "pair-is-agreed",
    PairState.AGREED: "pair-not-running",
    PairState.PAUSED: "pair-not-paused",
}
"""What is said of a pair that is in another state than the one asked for."""


def rows_of(
    session: Session, programme_id: int, pair_ids: Collection[int | None], *states: PairState
) -> list[PairRow]:
    """Return the rows of a programme's pairs by number, which must be in one of `states`, if given.

    Raises KnownError ``pair-gone``, ``pair-is-agreed``, ``pair-not-running``, ``pair-not-paused``.
    """
    found = session.exec(
        select(PairRow)
        .where(col(PairRow.id).in_(pair_ids), col(PairRow.programme_id) == programme_id)
        .order_by("id")
    ).all()
    if len(found) != len(set(pair_ids)):
        raise KnownError("pair-gone")
    if states and any(row.state not in states for row in found):
        raise KnownError(_NOT_IN[states[0]])
    return list(found)


def participant_of(data: DataFile, programme_id: int, person_id: int) -> Participant:
    """Return somebody who takes part. Raises KnownError ``person-gone``, ``not-taking-part``."""
    who = person(data, person_id)
    part = participation(data, programme_id, person_id)
    if part is None:
        raise KnownError("not-taking-part", name=who.full_name)
    return Participant(who, part)


def both_of(
    data: DataFile, programme_id: int, couple: tuple[int, int]
) -> tuple[Participant, Participant]:
    """Return mentor and mentee by their person ids. Raises like `participant_of`."""
    mentor, mentee = (participant_of(data, programme_id, one) for one in couple)
    return mentor, mentee
