"""A person's part in one programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from revmentor_desktop.domain.conflicts import ConflictCategory
from revmentor_desktop.domain.people import Person
from revmentor_desktop.domain.plan.own_fields import OwnValue

USUAL_PARTNERS: Final = 1
"""How many partners somebody may have where neither the programme nor they say otherwise."""


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


NO_PLACE_STATES: Final = frozenset({ParticipationState.RESERVE, ParticipationState.REFUSED})
"""States of people who have no place in the programme, or none yet: nobody of them is paired."""
OUT_STATES: Final = NO_PLACE_STATES | {ParticipationState.WITHDRAWN}
"""States of people who are not counted among those who take part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationDetails:
    """What the officer may edit of a person's part in a programme.

    `not_with` holds ids of people this person must not be paired with; no reason is stored.
    `own_partners` is how many partners they themselves may have (None: as the programme says).
    `note` is for the officer alone and is never printed. `answers_agreed` says whether the person
    agreed that their answers are used to suggest a pairing (None: not asked).
    """

    role: Role
    state: ParticipationState = ParticipationState.CONFIRMED
    own_partners: int | None = None
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
    `usual_partners` is how many partners the programme lets people of this role have.
    """

    id: int
    programme_id: int
    person_id: int
    usual_partners: int = USUAL_PARTNERS
    conflicts: Mapping[int, ConflictCategory] = field(default_factory=dict, hash=False, repr=False)
    own_values: Mapping[str, OwnValue] = field(default_factory=dict, hash=False, repr=False)
    consents: Mapping[str, date] = field(default_factory=dict, hash=False, repr=False)

    @property
    def most_partners(self) -> int:
        """How many partners they may have: their own number, else the programme's."""
        return self.usual_partners if self.own_partners is None else self.own_partners

    def is_lowered_below(self, partners: int, own_partners: int | None) -> bool:
        """Tell whether another number of their own would be too low for so many partners.

        Raising it never is: whoever has too many already comes closer to what they may have.
        """
        after = replace(self, own_partners=own_partners).most_partners
        return after < min(partners, self.most_partners)


@dataclass(frozen=True, slots=True)
class Participant:
    """A person together with their part in the programme that is looked at."""

    person: Person
    participation: Participation

    def with_usual_partners(self, usual: int) -> Participant:
        """Return the same person where the programme lets people of their role have so many."""
        return replace(self, participation=replace(self.participation, usual_partners=usual))

    def is_same_but_for_partners(self, other: Participant) -> bool:
        """Tell whether two are the same in all but how many partners they may have."""
        mine = self.participation
        theirs = replace(
            other.participation,
            own_partners=mine.own_partners,
            usual_partners=mine.usual_partners,
        )
        return self.person == other.person and mine == theirs
