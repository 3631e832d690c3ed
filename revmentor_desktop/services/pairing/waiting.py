"""Who was left over in earlier programmes, and so comes first where plans are equally good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.storage.data_file import DataFile

_LEFT_OVER: Final = """
    WITH met AS (
        SELECT programme_id, mentor_id, mentee_id FROM pair
        WHERE state IN ('agreed', 'paused') OR (state = 'ended' AND end_reason <> 'never_began')
    )
    SELECT now.id, count(*) FROM participation AS now
    JOIN participation AS earlier ON earlier.person_id = now.person_id
    WHERE now.programme_id = ? AND earlier.programme_id < now.programme_id
        AND earlier.state IN ('confirmed', 'reserve')
        AND earlier.programme_id IN (SELECT programme_id FROM met)
        AND earlier.id NOT IN (SELECT mentor_id FROM met)
        AND earlier.id NOT IN (SELECT mentee_id FROM met)
    GROUP BY now.id
"""


@dataclass(frozen=True, slots=True)
class Waited:
    """Somebody on the board who was left over `times` before; `is_paired` says how they are now."""

    participant: Participant
    times: int
    is_paired: bool


def who_waited(data: DataFile, programme_id: int, shown: Board) -> tuple[Waited, ...]:
    """Return who on a board was left over before: those without a partner first, then the oftenest.

    Only who takes part now is among them.
    """
    times = left_over_before(data, programme_id)
    found = [
        Waited(one, times[one.participation.id], bool(shown.pairs_of(one)))
        for one in shown.participants
        if one.participation.id in times and shown.takes_part(one)
    ]
    return tuple(sorted(found, key=lambda one: (one.is_paired, -one.times)))


def left_over_before(data: DataFile, programme_id: int) -> dict[int, int]:
    """Return in how many earlier programmes somebody stayed without a partner, if in any.

    By participation id. Those who wanted one count, confirmed or in reserve, in programmes in
    which others had one.
    """
    return {row[0]: row[1] for row in data.rows(_LEFT_OVER, (programme_id,))}
