"""What a mentor and a leader agree on: choices of the programme that become clauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

LIMITS: Final = ("harm", "law", "policy", "safeguarding")
"""What cannot stay between two people, by key; the wording stands with the agreement's."""

NOTICE_HOURS: Final = (24, 48, 72)
REBOOKED_WITHIN: Final = (0, 2, 7)
"""Days within which a new date is offered; 0: the same day."""
REVIEWS: Final = ("meeting", "halfway", "end")
"""When the two look back, by key: after the second meeting, halfway, at the end."""


CLAUSES: Final = (
    "purpose",
    "roles",
    "meet",
    "length",
    "place",
    "drive",
    "cancel",
    "contact",
    "reach",
    "private",
    "limits",
    "notes",
    "apart",
    "aside",
    "needs",
    "feedback",
    "data",
    "end",
    "after",
    "closing",
    "look-back",
    "review",
    "concern",
)
"""The clauses that an agreement can have, in their order, by key; the wording is the agreement's.

Those on opening doors follow from a choice of their own.
"""
USUAL_CLAUSES: Final = (
    "purpose",
    "meet",
    "place",
    "drive",
    "cancel",
    "private",
    "limits",
    "notes",
    "apart",
    "aside",
    "end",
    "look-back",
    "concern",
)
"""The clauses that stand unless the programme says otherwise: they fill a page."""
_ONCE_WITHIN: Final = {"meet": ("place", "drive"), "private": ("notes",)}
"""Clauses that were a part of another one before they stood by themselves."""
_ONCE_ALWAYS: Final = ("purpose", "concern")
"""Clauses that had no number before, and always stood."""


class Who(StrEnum):
    """One of the pair, or both by turns."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    EITHER = "either"


class Told(StrEnum):
    """What the organiser hears of a pair."""

    THAT_THEY_MET = "that-they-met"
    THAT_THEY_MET_AND_TOPICS = "that-they-met-and-topics"


class Doors(StrEnum):
    """Whether opening doors for the other is a part of it."""

    UNSAID = "unsaid"
    CLOSED = "closed"
    OPEN = "open"


class Place(StrEnum):
    """Where and how two people meet; the pair may write that down themselves."""

    IN_PERSON = "in-person"
    ON_SCREEN = "on-screen"
    EITHER = "either"
    OWN = "own"
    OPEN = "open"


class Notes(StrEnum):
    """Who keeps notes of meetings."""

    EACH = "each"
    SHARED = "shared"
    NOBODY = "nobody"


class Feedback(StrEnum):
    """How two people tell each other what helped."""

    SPOKEN = "spoken"
    WRITTEN = "written"
    REVIEWS = "reviews"


class Goals(StrEnum):
    """How what each wants from it comes onto the agreement."""

    KNOWN = "known"
    LINES = "lines"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementChoices:
    """The choices that become clauses.

    Practice conflicts on who drives; by default the leader books and the mentor leads the
    conversation, which protects both the time and the purpose.

    `told_to` says who else hears totals without names ("the sponsor"). `concern_contact` is where
    concerns go outside the pair and the line. `apart_months`: how long after the end neither sits
    on a panel about the other or writes a reference. `answer_hours`: how soon one answers the
    other between sessions; 0 says nothing about it. `rebook_days` is one of `REBOOKED_WITHIN`.
    `own_clauses` stand after the others. `clauses` are the keys of those that stand; with
    `organiser_signs` the organiser signs as well, that it was seen.

    `shortest_minutes` and `longest_minutes` say how long a meeting takes at least and at most; 0
    follows from its usual length. `own_place` is where they meet by `Place.OWN`. Notes that are
    destroyed are so `notes_months` after the end. `reviews` are those of `REVIEWS` that are held.
    """

    limits: tuple[str, ...] = ("harm", "law", "policy")
    own_limits: tuple[str, ...] = ()
    told: Told = Told.THAT_THEY_MET
    told_to: str = ""
    place: Place = Place.IN_PERSON
    own_place: str = ""
    shortest_minutes: int = 0
    longest_minutes: int = 0
    books: Who = Who.MENTEE
    leads: Who = Who.MENTOR
    notice_hours: int = 48
    rebook_days: int = 0
    answer_hours: int = 48
    has_no_fault_exit: bool = True
    apart_months: int = 12
    notes: Notes = Notes.EACH
    notes_destroyed: bool = True
    notes_months: int = 0
    feedback: Feedback = Feedback.SPOKEN
    reviews: tuple[str, ...] = REVIEWS
    goals: Goals = Goals.KNOWN
    concern_contact: str = ""
    own_clauses: tuple[str, ...] = ()
    clauses: tuple[str, ...] = USUAL_CLAUSES
    doors: Doors = Doors.OPEN
    organiser_signs: bool = False

    @staticmethod
    def as_stored_now(stored: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return stored choices as they would be stored now: some clauses once were parts."""
        had = stored.get("clauses")
        if not isinstance(had, list) or "place" in stored:
            return stored
        parts = (part for key in had for part in _ONCE_WITHIN.get(key, ()))
        stand = {*had, *parts, *_ONCE_ALWAYS}
        ordered = [key for key in CLAUSES if key in stand]
        return {**stored, "clauses": ordered, "goals": Goals.LINES}
