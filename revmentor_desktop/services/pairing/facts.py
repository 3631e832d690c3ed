"""What the pairing rules need to know of a programme."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from revmentor_desktop.domain.conflicts import both_ways, in_conflict
from revmentor_desktop.domain.field_values import COMPARABLE
from revmentor_desktop.domain.overrides import Override
from revmentor_desktop.domain.pairing_facts import OtherPair, PairingFacts
from revmentor_desktop.domain.pairs import FAILED_REASONS, EndReason, PairState
from revmentor_desktop.domain.plan.own_fields import OwnValue
from revmentor_desktop.domain.plan.own_values import usable_values
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.services.pairing.draft_reading import chosen_draft
from revmentor_desktop.services.people.conflicts import conflicts
from revmentor_desktop.services.people.reading import (
    PARTICIPATION,
    managers,
    participation_of_row,
)
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.detail_words import detail_within

_EARLIER: Final = """
    SELECT mentor.person_id, mentee.person_id, programme.name, programme.id, pair.state,
        pair.end_reason
    FROM pair
    JOIN participation AS mentor ON mentor.id = pair.mentor_id
    JOIN participation AS mentee ON mentee.id = pair.mentee_id
    JOIN programme ON programme.id = pair.programme_id
    WHERE pair.state = 'ended' OR (pair.state <> 'proposed' AND programme.id <> ?)
    ORDER BY programme.id <= ?, programme.id
"""
"""Pairs of other programmes, and those of this one that have ended; the latest earlier one last."""


def facts(data: DataFile, programme_id: int, draft_id: int | None = None) -> PairingFacts:
    """Return what the pairing rules need to know of a programme.

    Who is paired, they learn from the agreed pairs and the proposals of a draft: the one that is
    looked at, unless told.
    """
    return facts_with(data, programme_id, plan(data, programme_id), draft_id)


def facts_with(
    data: DataFile, programme_id: int, decided: Plan, draft_id: int | None = None
) -> PairingFacts:
    """Return the same as if the programme's plan were `decided`."""
    names = data.rows("SELECT id, trim(first_name || ' ' || last_name) FROM person")
    stored = data.rows(
        "SELECT mentor_id, mentee_id, draft_id FROM pair"
        " WHERE programme_id = ? AND (draft_id = ? OR state IN ('agreed', 'paused'))",
        (programme_id, chosen_draft(data, programme_id, draft_id)),
    )
    fields = decided.pairing.fields
    elsewhere, ended_early = earlier_pairs(data, programme_id)
    return PairingFacts(
        managers=managers(data),
        names={row[0]: row[1] for row in names},
        paired=frozenset((row[0], row[1]) for row in stored),
        agreed=frozenset((row[0], row[1]) for row in stored if row[2] is None),
        rules=decided.pairing.rules,
        own_rules=decided.pairing.own_rules,
        elsewhere=elsewhere,
        ended_early=ended_early,
        conflicts=in_conflict(conflicts(data)),
        overrides=overrides(data, programme_id),
        own_values=_usable_values(data, programme_id, decided, fields),
        labels={key: _label(decided, key) for key in fields},
        confidential=frozenset(filter(decided.taking_part.is_special, fields)),
    )


def earlier_pairs(
    data: DataFile, programme_id: int
) -> tuple[dict[tuple[int, int], OtherPair], frozenset[tuple[int, int]]]:
    """Return who met before, and whose pair failed in any programme, by (lower, higher) person id.

    Of several pairs of the same two the latest counts, an earlier one before a later one. Two who
    never began have not met.
    """
    met: dict[tuple[int, int], OtherPair] = {}
    failed: set[tuple[int, int]] = set()
    for one, other, name, where, state, why in data.rows(_EARLIER, (programme_id, programme_id)):
        couple = both_ways(one, other)
        reason = EndReason(why) if state == PairState.ENDED else None
        if reason is not EndReason.NEVER_BEGAN:
            met[couple] = OtherPair(name, where <= programme_id)
        if reason in FAILED_REASONS:
            failed.add(couple)
    return met, frozenset(failed)


def overrides(data: DataFile, programme_id: int) -> tuple[Override, ...]:
    """Return which rules are set aside for which two people of a programme, in order."""
    rows = data.rows(
        "SELECT * FROM pair_override WHERE programme_id = ? ORDER BY id", (programme_id,)
    )
    return tuple(
        Override(
            mentor_id=row["mentor_id"],
            mentee_id=row["mentee_id"],
            rule=row["rule"],
            reason=row["reason"],
            day=date.fromisoformat(row["made_on"]),
        )
        for row in rows
    )


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
    if decided.taking_part.is_special(key):
        return detail_within("confidential")
    own = decided.taking_part.field(key)
    return own.label if own else key
