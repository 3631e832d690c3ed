"""A person's part in one programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from revmentor_desktop.domain.conflicts import ConflictCategory
from revmentor_desktop.domain.people import Person
from revmentor_desktop.domain.plan.own_fields import OwnValue


class Role(StrEnum):
    """The two sides of a pair; the mentee is called "leader" wherever people read it."""

    MENTOR = "mentor"
    MENTEE = "mentee"

    @property
    def other(self) -> Role:
        """The role of the partner."""
        return Role.MENTEE if self is Role.MENTOR else Role.MENTOR


class ParticipationState(StrEnum):
    """How far a person's part in a programme has come, in the order in which that goes."""

    INVITED = "invited"
    APPLIED = "applied"
    RESERVE = "reserve"
    CONFIRMED = "confirmed"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


OUT_STATES: Final = frozenset(
    {ParticipationState.RESERVE, ParticipationState.WITHDRAWN, ParticipationState.REFUSED}
)
"""States without a place in the programme: not counted among those who take part, in no pair."""


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
    """A person's part in a programme, as stored.

    `conflicts` are the person's declared conflicts of interest, by the other's person id; they hold
    in every programme.
    `own_values` holds the answers to the officer's own fields, `consents` the day on which the
    person agreed that a special one is used, both by the field's key. What may be used of them
    says `domain.plan.own_values.usable_values`.
    """

    id: int
    programme_id: int
    person_id: int
    conflicts: Mapping[int, ConflictCategory] = field(default_factory=dict, hash=False, repr=False)
    own_values: Mapping[str, OwnValue] = field(default_factory=dict, hash=False, repr=False)
    consents: Mapping[str, date] = field(default_factory=dict, hash=False, repr=False)


@dataclass(frozen=True, slots=True)
class Participant:
    """A person together with their part in the programme that is looked at."""

    person: Person
    participation: Participation
