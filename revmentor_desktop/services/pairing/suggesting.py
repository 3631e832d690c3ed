"""Plans of pairs suggested for a programme, and put into a draft as one undo step.

The generators take long on large boards: they yield how far they are, change nothing, and can be
closed at any step.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_drafts import PairingDraft
from revmentor_desktop.domain.pairs import PairOrigin
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.domain.text import fold
from revmentor_desktop.matching.comparing import PlanComparison, compared
from revmentor_desktop.matching.problem import Aim
from revmentor_desktop.matching.situation import WHOLE_BOARD, Extent, Situation, situating
from revmentor_desktop.matching.suggestion import Suggestion, suggestion
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT, drafts
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


def what_if(
    data: DataFile, programme_id: int, first_draft: int, second_draft: int
) -> Generator[Progress, None, PlanComparison]:
    """Put two drafts beside each other: who moves, totals, lowest fits."""
    with data.still():
        first, second = (board(data, programme_id, one) for one in (first_draft, second_draft))
        choices = plan(data, programme_id).pairing
    there = yield from situating(first, choices, {}, also=second.pairs)
    return compared(there, second)


def draft_id_of(data: DataFile, programme_id: int, name: str | None) -> int | None:
    """Return the draft of a name in any case, ``NO_DRAFT`` where there is none (yet).

    Without a name it is None: whichever is looked at.
    """
    if name is None:
        return None
    same = (one.id for one in drafts(data, programme_id) if fold(one.name) == fold(name.strip()))
    return next(same, NO_DRAFT)


@dataclass(frozen=True, slots=True)
class Applied:
    """What putting a plan into a draft did: pairs by id; the draft is None where there is none."""

    draft: PairingDraft | None
    made: tuple[int, ...]
    parted: tuple[int, ...]


def apply(
    data: DataFile, programme_id: int, suggested: Suggestion, draft: str | None = None
) -> Applied:
    """Put a suggested plan into the draft that it was made for, as one undo step.

    Agreed and locked pairs and proposals that the plan has too stay as they are, other proposals
    of the draft go. Where there was no draft one is made, under the name `draft` if given. Raises
    KnownError ``suggestion-outdated`` when the pairs on the board are others by now, or the reason
    why a pair cannot be made any more; everything stays as it was then.
    """
    from revmentor_desktop.services.pairing.drafts import draft_called, working_draft
    from revmentor_desktop.services.pairing.proposing import Change, rearranged

    before = suggested.situation.board
    draft_id = before.draft.id if before.draft else NO_DRAFT
    with data.transaction() as session:
        now = board(data, programme_id, draft_id or draft_id_of(data, programme_id, draft))
        if _standing_pairs(now) != _standing_pairs(before) or _is_gone(before, now):
            raise KnownError("suggestion-outdated")
        there = {pair.couple for pair in now.pairs}
        joined = [one for one in suggested.pairs if one.couple not in there]
        parted = [pair.id for pair in now.pairs if pair.couple not in suggested.couples]
        if not draft_id and joined:
            draft_id = (
                draft_called(session, programme_id, draft)
                if draft
                else working_draft(session, programme_id)
            )
        change = Change(
            programme_id=programme_id,
            parted=parted,
            joined=[(one.mentor.person.id, one.leader.person.id) for one in joined],
            draft_id=draft_id,
            origin=PairOrigin.SUGGESTED,
        )
        made = rearranged(data, session, change)
    named = {one.id: one for one in drafts(data, programme_id)}
    return Applied(named.get(draft_id), tuple(made), tuple(parted))


def _is_gone(before: Board, now: Board) -> bool:
    """Tell whether the draft that was looked at is not there any more."""
    return before.draft is not None and now.draft is None


def _standing_pairs(there: Board) -> set[tuple[int, bool]]:
    """Return which pairs stand on a board, and whether they may go."""
    return {(pair.id, pair.is_fixed) for pair in there.pairs}
