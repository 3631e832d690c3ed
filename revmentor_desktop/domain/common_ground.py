"""What a mentor and a leader have in common, as they wrote it: facts, no judgement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from revmentor_desktop.domain.people import Person, Slot
from revmentor_desktop.domain.text import fold


@dataclass(frozen=True, slots=True)
class CommonGround:
    """`wishes` are the leader's that the mentor offers, in the leader's order and words.

    `slots` are the half days that suit both, `interests` what both named. Empty also when one of
    them said nothing.
    """

    wishes: tuple[str, ...]
    slots: tuple[Slot, ...]
    interests: tuple[str, ...]


def common_ground(mentor: Person, mentee: Person) -> CommonGround:
    """Compare two people word by word; case and accents make no difference."""
    slots = set(mentor.slots) & set(mentee.slots)
    return CommonGround(
        wishes=_shared(mentee.wants, mentor.offers),
        slots=tuple(slot for slot in Slot if slot in slots),
        interests=_shared(mentee.interests, mentor.interests),
    )


def _shared(words: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    known = {fold(word) for word in others}
    return tuple(word for word in words if fold(word) in known)
