"""Questions about pairs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.field_values import COMPARABLE
from revmentor_desktop.domain.pairing_rules import OtherPair, PairingFacts
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.plan.own_fields import OwnValue
from revmentor_desktop.domain.plan.own_values import usable_values
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.services.people.reading import (
    PARTICIPATION,
    managers,
    participants,
    participation_of_row,
)
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.detail_words import detail_within


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
    return facts_with(data, programme_id, plan(data, programme_id))


def facts_with(data: DataFile, programme_id: int, decided: Plan) -> PairingFacts:
    """Return the same as if the programme's plan were `decided`."""
    names = data.rows("SELECT id, trim(first_name || ' ' || last_name) FROM person")
    stored = data.rows(
        "SELECT mentor_id, mentee_id FROM pair WHERE programme_id = ?", (programme_id,)
    )
    fields = decided.pairing.fields
    return PairingFacts(
        managers=managers(data),
        names={row[0]: row[1] for row in names},
        paired=frozenset((row[0], row[1]) for row in stored),
        rules=decided.pairing.rules,
        own_rules=decided.pairing.own_rules,
        elsewhere=_elsewhere(data, programme_id),
        own_values=_usable_values(data, programme_id, decided, fields),
        labels={key: _label(decided, key) for key in fields},
    )


def _elsewhere(data: DataFile, programme_id: int) -> dict[tuple[int, int], OtherPair]:
    """Return the pairs of other programmes, the latest of several for the same two people."""
    rows = data.rows(
        """
        SELECT mentor.person_id, mentee.person_id, programme.name, programme.id
        FROM pair
        JOIN participation AS mentor ON mentor.id = pair.mentor_id
        JOIN participation AS mentee ON mentee.id = pair.mentee_id
        JOIN programme ON programme.id = pair.programme_id
        WHERE programme.id <> ? ORDER BY programme.id < ?, programme.id
        """,
        (programme_id, programme_id),
    )
    return {
        (min(row[0], row[1]), max(row[0], row[1])): OtherPair(row[2], row[3] < programme_id)
        for row in rows
    }


def _usable_values(
    data: DataFile, programme_id: int, decided: Plan, keys: Collection[str]
) -> dict[int, dict[str, OwnValue]]:
    """Return the answers that may be used, to these own fields, by participation id."""
    wanted = {one.key for one in decided.taking_part.asked_fields()} & set(keys)
    if not wanted:
        return {}
    rows = data.rows(PARTICIPATION + "WHERE programme_id = ?", (programme_id,))
    found: dict[int, dict[str, OwnValue]] = {}
    for part in map(participation_of_row, rows):
        usable = usable_values(part, decided.taking_part)
        chosen = {key: value for key, value in usable.items() if key in wanted}
        if chosen:
            found[part.id] = chosen
    return found


def _label(decided: Plan, key: str) -> str:
    if key in COMPARABLE:
        return detail_within(key)
    own = decided.taking_part.field(key)
    return own.label if own else key
