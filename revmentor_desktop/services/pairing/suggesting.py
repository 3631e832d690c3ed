"""Plans of pairs suggested for a programme.

The generators take long on large boards: they yield how far they are, change nothing, and can be
closed at any step.
"""

from __future__ import annotations

from collections.abc import Generator

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.matching.situation import WHOLE_BOARD, Extent, Situation, situating
from revmentor_desktop.matching.suggestion import Suggestion, suggestion
from revmentor_desktop.services.pairing.reading import board
from revmentor_desktop.services.pairing.waiting import left_over_before
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.storage.data_file import DataFile


def situation(
    data: DataFile, programme_id: int, draft_id: int | None = None
) -> Generator[Progress, None, Situation]:
    """Score everybody on the board of a draft: of the one that is looked at, unless told.

    ``NO_DRAFT`` is a board with the agreed pairs alone.
    """
    with data.still():
        there = board(data, programme_id, draft_id)
        choices = plan(data, programme_id).pairing
        waiting = left_over_before(data, programme_id)
    return (yield from situating(there, choices, waiting))


def suggesting(
    data: DataFile,
    programme_id: int,
    aim: Aim,
    floor: int = 0,
    extent: Extent = WHOLE_BOARD,
    *,
    draft_id: int | None = None,
) -> Generator[Progress, None, Suggestion]:
    """Find the best plan for a draft's board; `floor` (hundredths of a point) is for `Aim.FIT`."""
    there = yield from situation(data, programme_id, draft_id)
    return (yield from suggestion(there, aim, floor, extent))
