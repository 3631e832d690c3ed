"""Named plans of pairs side by side, and what tells two of them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from revmentor_desktop.domain.aims import USUAL_FLOOR, Aim
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import Pair, couples_of
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.people import by_surname
from revmentor_desktop.domain.text import LINE_LIMIT, clean_line, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingDraft:
    """A plan of pairs under a name; `proposals` counts what stands in it.

    `aim` is what its plan is to be best at. `floor` is the lowest fit that goes with `Aim.FIT`, in
    hundredths of a point; for another aim it is only kept.
    """

    id: int
    programme_id: int
    name: str
    made_on: date
    proposals: int = 0
    aim: Aim = Aim.EVERYONE
    floor: int = USUAL_FLOOR


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody whose partners differ between two plans."""

    participant: Participant
    before: tuple[Participant, ...]
    after: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two plans beside each other: pairs of both, those of one only, and who moves.

    `same` are the pairs of the first plan that the second has too.
    """

    same: tuple[Pair, ...]
    only_first: tuple[Pair, ...]
    only_second: tuple[Pair, ...]
    moves: tuple[Move, ...]

    def moves_of(self, role: Role) -> list[Move]:
        """Return who moves on one side."""
        return [one for one in self.moves if one.participant.participation.role is role]


def aim_of(draft: PairingDraft | None) -> tuple[Aim, int]:
    """Return what the plan in a draft is to be best at, and the floor that binds it: 0 for none.

    Without a draft that is what a new one starts with.
    """
    if draft is None:
        return Aim.EVERYONE, 0
    return draft.aim, draft.floor if draft.aim is Aim.FIT else 0


def compare(first: Sequence[Pair], second: Sequence[Pair]) -> Comparison:
    """Return what tells two plans of one programme apart, each with the agreed pairs in it."""
    here, there = couples_of(first), couples_of(second)
    before, after = _partners(first), _partners(second)
    everybody = {
        one.participation.id: one
        for pair in (*first, *second)
        for one in (pair.mentor, pair.mentee)
    }
    moves = (
        Move(one, _in_order(before.get(part_id, {})), _in_order(after.get(part_id, {})))
        for part_id, one in everybody.items()
        if before.get(part_id, {}).keys() != after.get(part_id, {}).keys()
    )
    return Comparison(
        same=tuple(pair for pair in first if pair.couple in there),
        only_first=tuple(pair for pair in first if pair.couple not in there),
        only_second=tuple(pair for pair in second if pair.couple not in here),
        moves=tuple(sorted(moves, key=_by_name)),
    )


def checked_name(name: str, taken: Iterable[str]) -> str:
    """Return a draft's name as it may be stored.

    Raises KnownError ``draft-name-missing``, ``draft-name-taken`` or ``text-too-long``.
    """
    line = clean_line(name)
    if not line:
        raise KnownError("draft-name-missing")
    if fold(line) in map(fold, taken):
        raise KnownError("draft-name-taken", name=line)
    return line


def free_name(stem: str, taken: Iterable[str]) -> str:
    """Return `stem` with the first number from 1 that gives a name nobody has: "Draft 2"."""
    used, number = set(map(fold, taken)), 1
    while fold(f"{stem} {number}") in used:
        number += 1
    return f"{stem} {number}"


def trial_name(name: str, ending: str, taken: Iterable[str]) -> str:
    """Return what a copy is called in which something is tried: "Draft 1 – what if 2".

    What a trial is made of may itself be one; `ending` then stands there once all the same. A name
    without end is cut, so that there is room for it.
    """
    stem = re.sub(rf"\s+–\s+{re.escape(ending)}( \d+)?$", "", name)
    used, number = set(map(fold, taken)), 1
    while True:
        last = f" – {ending}" if number == 1 else f" – {ending} {number}"
        made = stem[: LINE_LIMIT - len(last)].rstrip() + last
        if fold(made) not in used:
            return made
        number += 1


def _partners(pairs: Iterable[Pair]) -> dict[int, dict[int, Participant]]:
    found: dict[int, dict[int, Participant]] = {}
    for pair in pairs:
        mentor_id, mentee_id = pair.couple
        found.setdefault(mentor_id, {})[mentee_id] = pair.mentee
        found.setdefault(mentee_id, {})[mentor_id] = pair.mentor
    return found


def _in_order(partners: dict[int, Participant]) -> tuple[Participant, ...]:
    return tuple(sorted(partners.values(), key=_name_key))


def _by_name(move: Move) -> tuple[str, str, int]:
    return _name_key(move.participant)


def _name_key(one: Participant) -> tuple[str, str, int]:
    return by_surname(one.person)
