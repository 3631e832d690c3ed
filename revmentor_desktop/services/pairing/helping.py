"""What gives somebody a place: one partner more, or a pair let go; each is one undo step."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlmodel import select

from revmentor_desktop.domain.checks import PARTICIPATION, checked
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.services.pairing.proposing import Change, Couple, rearranged
from revmentor_desktop.services.pairing.rows import participant_of, rows_of
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.tables import ParticipationRow


def rearrange_with_room(
    data: DataFile,
    programme_id: int,
    person_id: int,
    parted: Collection[int],
    joined: Sequence[Couple],
) -> list[int]:
    """Let somebody have one partner more, then do what `proposing.rearrange` does.

    Returns the ids of the new pairs. Raises KnownError ``person-gone``, ``not-taking-part``,
    InvalidField where nobody may have so many, and what `rearrange` raises; everything stays as it
    was then.
    """
    part = participant_of(data, programme_id, person_id).participation
    with data.transaction() as session:
        wanted = select(ParticipationRow).where(ParticipationRow.id == part.id)
        more = checked(PARTICIPATION, "own_partners", part.most_partners + 1)
        session.exec(wanted).one().own_partners = more
        session.flush()  # what follows reads by plain SQL
        change = Change(programme_id=programme_id, parted=parted, joined=joined)
        return rearranged(data, session, change)


def rearrange_unlocked(
    data: DataFile,
    programme_id: int,
    pair_id: int,
    parted: Collection[int],
    joined: Sequence[Couple],
) -> list[int]:
    """Unlock a proposal, then do what `proposing.rearrange` does; it may be among the `parted`.

    Returns the ids of the new pairs. Raises KnownError ``pair-is-agreed``, ``pair-gone``, and what
    `rearrange` raises; everything stays as it was then.
    """
    with data.transaction() as session:
        for row in rows_of(session, programme_id, [pair_id], PairState.PROPOSED):
            row.is_locked = False
        session.flush()  # what follows reads by plain SQL
        change = Change(programme_id=programme_id, parted=parted, joined=joined)
        return rearranged(data, session, change)
