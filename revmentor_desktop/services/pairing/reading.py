"""Questions about pairs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairing_rules import PairingFacts
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.services.people.reading import managers, participants
from revmentor_desktop.storage.data_file import DataFile


def pairs(data: DataFile, programme_id: int) -> list[Pair]:
    """Return a programme's pairs in the order they were made."""
    with data.still():
        taking_part = {one.participation.id: one for one in participants(data, programme_id)}
        return pairs_among(data, programme_id, taking_part)


def pairs_among(
    data: DataFile, programme_id: int, taking_part: dict[int, Participant]
) -> list[Pair]:
    """Return a programme's pairs of participants that are known already, by participation id."""
    rows = data.rows("SELECT * FROM pair WHERE programme_id = ? ORDER BY id", (programme_id,))
    return [
        Pair(
            id=row["id"],
            programme_id=programme_id,
            mentor=taking_part[row["mentor_id"]],
            mentee=taking_part[row["mentee_id"]],
            created_on=date.fromisoformat(row["created_on"]),
        )
        for row in rows
    ]


def board(data: DataFile, programme_id: int) -> Board:
    """Return everybody in a programme with the pairs among them, for the pairing board."""
    with data.still():
        taking_part = participants(data, programme_id)
        by_id = {one.participation.id: one for one in taking_part}
        return Board(
            participants=tuple(taking_part),
            pairs=tuple(pairs_among(data, programme_id, by_id)),
            facts=facts(data, programme_id),
        )


def board_with_other_pairs(data: DataFile, programme_id: int, known: Board) -> Board:
    """Return a programme's board when only pairs have changed since it was read as `known`."""
    by_id = {one.participation.id: one for one in known.participants}
    try:
        found = pairs_among(data, programme_id, by_id)
    except KeyError:
        # Somebody has come to take part after all.
        return board(data, programme_id)
    paired = frozenset((one.mentor.participation.id, one.mentee.participation.id) for one in found)
    return Board(known.participants, tuple(found), replace(known.facts, paired=paired))


def facts(data: DataFile, programme_id: int) -> PairingFacts:
    """Return what the pairing rules need to know of a programme."""
    names = data.rows("SELECT id, trim(first_name || ' ' || last_name) FROM person")
    stored = data.rows(
        "SELECT mentor_id, mentee_id FROM pair WHERE programme_id = ?", (programme_id,)
    )
    return PairingFacts(
        managers=managers(data),
        names={row[0]: row[1] for row in names},
        paired=frozenset((row[0], row[1]) for row in stored),
    )
