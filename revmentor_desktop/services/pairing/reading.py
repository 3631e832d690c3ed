"""Questions about pairs: those on the board, those agreed, those that ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import (
    LIVING_STATES,
    EndReason,
    Pair,
    PairOrigin,
    PairState,
    couples_of,
)
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.shortlists import Shortlist
from revmentor_desktop.services.pairing.draft_reading import chosen_draft, drafts
from revmentor_desktop.services.pairing.facts import earlier_pairs, facts
from revmentor_desktop.services.people.reading import participants
from revmentor_desktop.storage.data_file import DataFile

_ON_BOARD: Final = """
    SELECT * FROM pair WHERE programme_id = ? AND (draft_id = ? OR state IN ('agreed', 'paused'))
    ORDER BY id
"""
_AGREED: Final = """
    SELECT * FROM pair WHERE programme_id = ? AND state IN ('agreed', 'paused') ORDER BY id
"""
_ONE: Final = "SELECT * FROM pair WHERE programme_id = ? AND id = ?"
_ENDED: Final = """
    SELECT * FROM pair WHERE programme_id = ? AND state = 'ended' ORDER BY ended_on DESC, id DESC
"""
_OFFERED: Final = """
    SELECT shortlist.* FROM shortlist
    JOIN participation ON participation.id = shortlist.leader_id
    WHERE participation.programme_id = ? ORDER BY offered_on, leader_id, place
"""


def pairs(data: DataFile, programme_id: int, draft_id: int | None = None) -> list[Pair]:
    """Return the pairs on the board in the order they were made.

    These are the agreed ones and the proposals of a draft: the one that is looked at, unless told.
    """
    with data.still():
        chosen = chosen_draft(data, programme_id, draft_id)
        return pairs_among(data, programme_id, _taking_part(data, programme_id), chosen)


def pair(data: DataFile, programme_id: int, pair_id: int) -> Pair:
    """Return one pair of a programme, whatever its state. Raises KnownError ``pair-gone``."""
    found = _pairs(data, _ONE, programme_id, pair_id)
    if not found:
        raise KnownError("pair-gone")
    return found[0]


def agreed_pairs(data: DataFile, programme_id: int) -> list[Pair]:
    """Return the pairs that are agreed and have not ended, paused ones too, as they were made."""
    return _pairs(data, _AGREED, programme_id)


def history(data: DataFile, programme_id: int) -> list[Pair]:
    """Return the pairs that have ended, the last one first."""
    return _pairs(data, _ENDED, programme_id)


def shortlists(data: DataFile, programme_id: int) -> list[Shortlist]:
    """Return which mentors were offered to which leaders, in the order of the offers."""
    with data.still():
        return _shortlists_among(data, programme_id, _taking_part(data, programme_id))


def pairs_among(
    data: DataFile, programme_id: int, taking_part: Mapping[int, Participant], draft_id: int
) -> list[Pair]:
    """Return the board's pairs of participants that are known already, by participation id."""
    rows = data.rows(_ON_BOARD, (programme_id, draft_id))
    return [pair_of_row(row, taking_part) for row in rows]


def board(data: DataFile, programme_id: int, draft_id: int | None = None) -> Board:
    """Return everybody in a programme with the pairs among them, for the pairing board.

    The proposals are those of a draft: the one that is looked at, unless told.
    """
    with data.still():
        taking_part = participants(data, programme_id)
        chosen = chosen_draft(data, programme_id, draft_id)
        known = Board(
            participants=tuple(taking_part), pairs=(), facts=facts(data, programme_id, chosen)
        )
        return _with_pairs(data, programme_id, chosen, known)


def board_with_other_pairs(data: DataFile, programme_id: int, known: Board) -> Board:
    """Return a programme's board when only pairs and drafts changed since it was read as `known`.

    It shows the draft that is looked at.
    """
    with data.still():
        chosen = chosen_draft(data, programme_id)
        try:
            return _with_pairs(data, programme_id, chosen, known)
        except KeyError:
            # Somebody has come to take part after all.
            return board(data, programme_id)


def pair_of_row(row: Mapping[str, Any], taking_part: Mapping[int, Participant]) -> Pair:
    """Return the pair that a row holds, of participants by participation id."""
    return Pair(
        id=row["id"],
        programme_id=row["programme_id"],
        mentor=taking_part[row["mentor_id"]],
        mentee=taking_part[row["mentee_id"]],
        created_on=date.fromisoformat(row["created_on"]),
        state=PairState(row["state"]),
        draft_id=row["draft_id"],
        origin=PairOrigin(row["origin"]),
        is_locked=bool(row["is_locked"]),
        mentor_asked_on=_day(row["mentor_asked_on"]),
        mentee_asked_on=_day(row["mentee_asked_on"]),
        agreed_on=_day(row["agreed_on"]),
        ended_on=_day(row["ended_on"]),
        end_reason=EndReason(row["end_reason"]) if row["end_reason"] else None,
    )


def _shortlists_among(
    data: DataFile, programme_id: int, taking_part: Mapping[int, Participant]
) -> list[Shortlist]:
    """Return the shortlists of participants that are known already, by participation id."""
    by_leader: dict[int, list[Mapping[str, Any]]] = {}
    for row in data.rows(_OFFERED, (programme_id,)):
        by_leader.setdefault(row["leader_id"], []).append(row)
    return [_shortlist(offered, taking_part) for offered in by_leader.values()]


def _shortlist(
    offered: list[Mapping[str, Any]], taking_part: Mapping[int, Participant]
) -> Shortlist:
    chosen = [taking_part[row["candidate_id"]] for row in offered if row["is_chosen"]]
    return Shortlist(
        leader=taking_part[offered[0]["leader_id"]],
        candidates=tuple(taking_part[row["candidate_id"]] for row in offered),
        offered_on=date.fromisoformat(offered[0]["offered_on"]),
        chosen=chosen[0] if chosen else None,
    )


def _with_pairs(data: DataFile, programme_id: int, draft_id: int, known: Board) -> Board:
    by_id = {one.participation.id: one for one in known.participants}
    found = pairs_among(data, programme_id, by_id, draft_id)
    elsewhere, ended_early = earlier_pairs(data, programme_id)
    paired = replace(
        known.facts,
        paired=couples_of(found),
        agreed=couples_of(pair for pair in found if pair.state in LIVING_STATES),
        elsewhere=elsewhere,
        ended_early=ended_early,
    )
    all_drafts = tuple(drafts(data, programme_id))
    shown = next((one for one in all_drafts if one.id == draft_id), None)
    offered = tuple(_shortlists_among(data, programme_id, by_id))
    return Board(known.participants, tuple(found), paired, shown, all_drafts, offered)


def _pairs(data: DataFile, sql: str, programme_id: int, *more: int) -> list[Pair]:
    with data.still():
        rows = data.rows(sql, (programme_id, *more))
        taking_part = _taking_part(data, programme_id) if rows else {}
    return [pair_of_row(row, taking_part) for row in rows]


def _taking_part(data: DataFile, programme_id: int) -> dict[int, Participant]:
    return {one.participation.id: one for one in participants(data, programme_id)}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
