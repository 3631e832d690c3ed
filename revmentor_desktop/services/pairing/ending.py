"""What becomes of agreed pairs: paused, resumed, ended; each change is one undo step.

A pair that has ended is kept as history. Both people are free again, and no other pair moves.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlmodel import Session

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import EndReason, PairState
from revmentor_desktop.services.pairing.overriding import arranged
from revmentor_desktop.services.pairing.proposing import Change
from revmentor_desktop.services.pairing.rows import rows_of
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.dates import long_date


def pause(data: DataFile, programme_id: int, pair_ids: Collection[int]) -> None:
    """Let agreed pairs rest; both people stay taken.

    Raises KnownError ``pair-not-running`` or ``pair-gone``.
    """
    with data.transaction() as session:
        for row in rows_of(session, programme_id, pair_ids, PairState.AGREED):
            row.state = PairState.PAUSED


def resume(data: DataFile, programme_id: int, pair_ids: Collection[int]) -> None:
    """Let paused pairs go on. Raises KnownError ``pair-not-paused`` or ``pair-gone``."""
    with data.transaction() as session:
        for row in rows_of(session, programme_id, pair_ids, PairState.PAUSED):
            row.state = PairState.AGREED


def end(
    data: DataFile,
    programme_id: int,
    pair_ids: Collection[int],
    reason: EndReason,
    ended_on: date,
) -> None:
    """End agreed or paused pairs without blame: a category and a day, nothing else.

    Raises KnownError ``pair-ends-too-early``, ``pair-not-running`` or ``pair-gone``.
    """
    with data.transaction() as session:
        _end(session, programme_id, pair_ids, reason, ended_on)


def end_and_rearrange(
    data: DataFile,
    pair_id: int,
    reason: EndReason,
    ended_on: date,
    change: Change,
    *,
    excuse: str = "",
) -> list[int]:
    """End a pair as `end` does and make proposals with who is free by that, as one step.

    Returns the ids of the proposals. With an `excuse` the rules against them are set aside for it.
    Raises KnownError as `end` and `proposing.rearrange` do; everything stays as it was then.
    """
    with data.transaction() as session:
        _end(session, change.programme_id, [pair_id], reason, ended_on)
        session.flush()  # what follows reads by plain SQL
        return arranged(data, session, change, excuse)


def _end(
    session: Session,
    programme_id: int,
    pair_ids: Collection[int],
    reason: EndReason,
    ended_on: date,
) -> None:
    for row in rows_of(session, programme_id, pair_ids, PairState.AGREED, PairState.PAUSED):
        if row.agreed_on is not None and ended_on < row.agreed_on:
            raise KnownError("pair-ends-too-early", day=long_date(row.agreed_on))
        row.state = PairState.ENDED
        row.ended_on, row.end_reason = ended_on, reason
