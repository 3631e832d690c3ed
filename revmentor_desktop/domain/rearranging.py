"""Pairs taken apart and made in one act: alone, in another's place, or as an exchange."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.overrides import Override
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import objection, rules_against
from revmentor_desktop.domain.pairs import Pair, objection_to_parting
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
    for pair in change.parted:
        reason = objection_to_parting(pair.state, is_locked=pair.is_locked)
        if reason is not None:
            return reason
    for mentor, mentee, known in _one_after_the_other(change, facts):
        reason = objection(mentor, mentee, known)
        if reason is not None:
            return reason
    return None


def excusable(change: Rearrangement, facts: PairingFacts) -> list[KnownError]:
    """Return which rules a written reason would have to set aside for a rearrangement.

    Empty: none is in the way, or something else is that no reason sets aside.
    """
    against: list[KnownError] = []
    excused: list[Override] = []
    for mentor, mentee, known in _one_after_the_other(change, facts):
        for rule, error in rules_against(mentor, mentee, known):
            against.append(error)
            mentor_id, mentee_id = _ids(mentor, mentee)
            excused.append(
                Override(
                    mentor_id=mentor_id, mentee_id=mentee_id, rule=rule, reason="", day=date.min
                )
            )
    with_reason = replace(facts, overrides=(*facts.overrides, *excused))
    return [] if objection_to(change, with_reason) is not None else against


def _one_after_the_other(
    change: Rearrangement, facts: PairingFacts
) -> Iterator[tuple[Participant, Participant, PairingFacts]]:
    """Yield each couple that is joined, with the facts as they are by then."""
    parted = [pair.couple for pair in change.parted]
    joined: list[tuple[int, int]] = []
    for mentor, mentee in change.joined:
        yield mentor, mentee, facts.after(parted, joined)
        joined.append(_ids(mentor, mentee))


def _ids(mentor: Participant, mentee: Participant) -> tuple[int, int]:
    return mentor.participation.id, mentee.participation.id
