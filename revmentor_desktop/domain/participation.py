"""A person's part in one programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from revmentor_desktop.domain.people import Person


class Role(StrEnum):
    """The two sides of a pair; the mentee is called "leader" wherever people read it."""

    MENTOR = "mentor"
    MENTEE = "mentee"

    @property
    def other(self) -> Role:
        """The role of the partner."""
        return Role.MENTEE if self is Role.MENTOR else Role.MENTOR


class ParticipationState(StrEnum):
    """How far a person's part in a programme has come."""

    INVITED = "invited"
    APPLIED = "applied"
    CONFIRMED = "confirmed"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationDetails:
    """What the officer may edit of a person's part in a programme.

    `not_with` holds ids of people this person must not be paired with; no reason is stored.
    `note` is for the officer alone and is never printed. `answers_agreed` says whether the person
    agreed that their answers are used to suggest a pairing (None: not asked).
    """

    role: Role
    state: ParticipationState = ParticipationState.CONFIRMED
    most_partners: int = 1
    motivation: str = ""
    not_with: frozenset[int] = frozenset()
    note: str = ""
    opted_in_on: date | None = None
    answers_agreed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(ParticipationDetails):
    """A person's part in a programme, as stored."""

    id: int
    programme_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class Participant:
    """A person together with their part in the programme that is looked at."""

    person: Person
    participation: Participation
