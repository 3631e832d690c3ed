"""Suggested plans of pairs put into a draft, each as one undo step."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_drafts import PairingDraft
from revmentor_desktop.domain.pairs import PairOrigin, couples_of
from revmentor_desktop.matching.suggestion import Suggestion
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT, draft_id_of, drafts
from revmentor_desktop.services.pairing.drafts import (
    aim_at,
    copied,
    draft_called,
    insert_draft,
    show_within,
    working_draft,
)
from revmentor_desktop.services.pairing.proposing import Change, rearranged
from revmentor_desktop.services.pairing.reading import board, pairs
from revmentor_desktop.storage.data_file import DataFile


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
    of the draft go, and the draft aims at what the plan does from now on. Where there was no draft
    one is made, under the name `draft` if given, and looked at. Raises KnownError
    ``suggestion-outdated`` when the pairs on the board are others by now, or the reason why a pair
    cannot be made any more; everything stays as it was then.
    """
    draft_id = _draft_id(suggested)
    with data.transaction() as session:
        now = board(data, programme_id, draft_id or draft_id_of(data, programme_id, draft))
        _check_is_for(now, suggested)
        if not draft_id and suggested.joined:
            draft_id = (
                draft_called(session, programme_id, draft)
                if draft
                else working_draft(session, programme_id)
            )
            show_within(session, programme_id, draft_id)
        return _put(data, session, programme_id, suggested, draft_id)


def apply_to_new(
    data: DataFile, programme_id: int, suggested: Suggestion, name: str = ""
) -> Applied:
    """Put a suggested plan into a new draft and look at that, as one undo step.

    The draft that it was made for stays as it is; what is locked in it is so in the new one too.
    Without a name the draft gets a free one. Raises what `apply` does, ``draft-name-taken`` or
    ``text-too-long``.
    """
    draft_id = _draft_id(suggested)
    with data.transaction() as session:
        _check_is_for(board(data, programme_id, draft_id), suggested)
        if draft_id:
            made = copied(session, draft_id, name).id
        else:
            made = insert_draft(session, programme_id, name)
            show_within(session, programme_id, made)
        return _put(data, session, programme_id, suggested, made)


def _put(
    data: DataFile, session: Session, programme_id: int, suggested: Suggestion, draft_id: int
) -> Applied:
    """Make the proposals of a draft those of a plan."""
    session.flush()  # what follows reads by plain SQL
    now = pairs(data, programme_id, draft_id)
    there = couples_of(now)
    joined = [one for one in suggested.pairs if one.couple not in there]
    parted = [pair.id for pair in now if pair.couple not in suggested.couples]
    change = Change(
        programme_id=programme_id,
        parted=parted,
        joined=[(one.mentor.person.id, one.leader.person.id) for one in joined],
        draft_id=draft_id,
        origin=PairOrigin.SUGGESTED,
    )
    made = rearranged(data, session, change)
    if draft_id:
        aim_at(session, draft_id, suggested.solution.aim, suggested.solution.floor)
        session.flush()
    named = {one.id: one for one in drafts(data, programme_id)}
    return Applied(named.get(draft_id), tuple(made), tuple(parted))


def _draft_id(suggested: Suggestion) -> int:
    draft = suggested.situation.board.draft
    return draft.id if draft else NO_DRAFT


def _check_is_for(now: Board, suggested: Suggestion) -> None:
    """Raise KnownError ``suggestion-outdated`` when a board has other pairs than a plan is for."""
    before = suggested.situation.board
    if _standing_pairs(now) != _standing_pairs(before) or _is_gone(before, now):
        raise KnownError("suggestion-outdated")


def _is_gone(before: Board, now: Board) -> bool:
    """Tell whether the draft that was looked at is not there any more."""
    return before.draft is not None and now.draft is None


def _standing_pairs(there: Board) -> set[tuple[int, bool]]:
    """Return which pairs stand on a board, and whether they may go."""
    return {(pair.id, pair.is_fixed) for pair in there.pairs}
