"""What a mentor and a leader have in common, as they wrote it: facts, no judgement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from revmentor_desktop.domain.people import MeetingMode, Person, Slot
from revmentor_desktop.domain.text import fold

_AT_HOME: Final = frozenset({"home", "at home", "working from home", "remote"})
"""Sites at which nobody meets anybody."""


@dataclass(frozen=True, slots=True)
class CommonGround:
    """`wishes` are the leader's that the mentor offers, in the leader's order and words.

    `slots` are the half days that suit both, `interests` what both named, `modes` the ways to meet
    that suit both (in person, by video), `site` the place where both work. Empty also when one of
    them said nothing.
    """

    wishes: tuple[str, ...]
    slots: tuple[Slot, ...]
    interests: tuple[str, ...]
    modes: tuple[MeetingMode, ...] = ()
    site: str = ""


def common_ground(mentor: Person, mentee: Person) -> CommonGround:
    """Compare two people word by word; case and accents make no difference."""
    slots = set(mentor.slots) & set(mentee.slots)
    return CommonGround(
        wishes=_shared(mentee.wants, mentor.offers),
        slots=tuple(slot for slot in Slot if slot in slots),
        interests=_shared(mentee.interests, mentor.interests),
        modes=tuple(mode for mode in _WAYS if _suits(mode, mentor) and _suits(mode, mentee)),
        site=mentee.site if is_one_site(mentor.site, mentee.site) else "",
    )


def is_one_site(here: str, there: str) -> bool:
    """Tell whether two people work in one place, as it is written; at home nobody does."""
    place = site_key(here)
    return bool(place) and place == site_key(there) and place not in _AT_HOME


def site_key(site: str) -> str:
    """Return by what sites are compared."""
    return " ".join(fold(site).split())


_WAYS: Final = (MeetingMode.IN_PERSON, MeetingMode.VIDEO)


def _suits(mode: MeetingMode, person: Person) -> bool:
    return person.meeting_mode in {mode, MeetingMode.EITHER}


def _shared(words: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    known = {fold(word) for word in others}
    return tuple(word for word in words if fold(word) in known)
