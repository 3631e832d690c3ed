"""Pairs taken apart and made in one act: alone, in another's place, or as an exchange."""

from __future__ import annotations

from dataclasses import dataclass

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_rules import PairingFacts, objection
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant


@dataclass(frozen=True, slots=True)
class Rearrangement:
    """What one act does to the pairs: those `parted`, then (mentor, mentee) `joined`."""

    parted: tuple[Pair, ...] = ()
    joined: tuple[tuple[Participant, Participant], ...] = ()

    @property
    def freed(self) -> tuple[Participant, ...]:
        """Those who lose a partner and get no other, in the order of the pairs they leave."""
        joining = {one.participation.id for pair in self.joined for one in pair}
        leaving = (one for pair in self.parted for one in (pair.mentor, pair.mentee))
        return tuple(one for one in leaving if one.participation.id not in joining)


def objection_to(change: Rearrangement, facts: PairingFacts) -> KnownError | None:
    """Return why a rearrangement cannot be made, or None; `facts` are those before it."""
    parted = [_ids(pair.mentor, pair.mentee) for pair in change.parted]
    joined: list[tuple[int, int]] = []
    for mentor, mentee in change.joined:
        reason = objection(mentor, mentee, facts.after(parted, joined))
        if reason is not None:
            return reason
        joined.append(_ids(mentor, mentee))
    return None


def _ids(mentor: Participant, mentee: Participant) -> tuple[int, int]:
    return mentor.participation.id, mentee.participation.id
