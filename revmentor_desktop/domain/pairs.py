"""A mentor and a leader who are to meet, from the first proposal to the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Participant, Role


class PairState(StrEnum):
    """How far a pair has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    PAUSED = "paused"
    ENDED = "ended"


LIVING_STATES: Final = frozenset({PairState.AGREED, PairState.PAUSED})
"""States of a pair that was agreed and has not ended: the same in every draft."""


class PairOrigin(StrEnum):
    """Where a pair comes from."""

    BOARD = "board"
    SUGGESTED = "suggested"
    FOUND_EACH_OTHER = "found_each_other"
    CHOSEN = "chosen"
    """The leader chose among mentors whom they were offered."""


class EndReason(StrEnum):
    """Why a pair ended, as a category that blames nobody; nothing else is ever noted."""

    COMPLETED = "completed"
    LEFT = "left"
    NEW_ROLE = "new_role"
    NO_TIME = "no_time"
    NO_LONGER_USEFUL = "no_longer_useful"
    ASKED = "asked"
    NEVER_BEGAN = "never_began"
    OTHER = "other"


FAILED_REASONS: Final = frozenset({EndReason.NO_LONGER_USEFUL, EndReason.ASKED})
"""Reasons that lie between the two, who are not to be brought together again unasked."""


def reference_of(pair_id: int) -> str:
    """Return the short reference of a pair, unique in the data file."""
    return f"RM-{pair_id:04d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A pair as stored, with both participants.

    `reference` ("RM-0042") is what stands on the pair's papers. A proposal stands in the draft
    `draft_id`; any other pair is in no draft, and so in all. `mentor_asked_on` and
    `mentee_asked_on` say that somebody was asked before it was agreed. `ended_on` and `end_reason`
    are of ended pairs only.
    """

    id: int
    programme_id: int
    mentor: Participant
    mentee: Participant
    created_on: date
    state: PairState = PairState.PROPOSED
    draft_id: int | None = None
    origin: PairOrigin = PairOrigin.BOARD
    is_locked: bool = False
    mentor_asked_on: date | None = None
    mentee_asked_on: date | None = None
    agreed_on: date | None = None
    ended_on: date | None = None
    end_reason: EndReason | None = None

    @property
    def reference(self) -> str:
        """The pair's short reference, unique in the data file."""
        return reference_of(self.id)

    @property
    def is_proposed(self) -> bool:
        """Whether nothing is agreed yet."""
        return self.state is PairState.PROPOSED

    @property
    def is_fixed(self) -> bool:
        """Whether neither a drag nor a suggestion may take it apart: it is agreed, or locked."""
        return self.is_locked or not self.is_proposed

    @property
    def couple(self) -> tuple[int, int]:
        """The participation ids of mentor and leader."""
        return couple_of(self.mentor, self.mentee)

    def asked_on(self, role: Role) -> date | None:
        """Return the day on which that side was asked, or None."""
        return self.mentor_asked_on if role is Role.MENTOR else self.mentee_asked_on


def couple_of(mentor: Participant, mentee: Participant) -> tuple[int, int]:
    """Return two people as a couple: their participation ids, the mentor's first."""
    return mentor.participation.id, mentee.participation.id


def couples_of(pairs: Iterable[Pair]) -> frozenset[tuple[int, int]]:
    """Return the (mentor, leader) participation ids of some pairs."""
    return frozenset(pair.couple for pair in pairs)


def objection_to_parting(state: PairState, *, is_locked: bool) -> KnownError | None:
    """Return why a pair cannot be taken apart like a mere proposal, or None."""
    if state != PairState.PROPOSED:
        return KnownError("pair-is-agreed")
    return KnownError("pair-is-locked") if is_locked else None
