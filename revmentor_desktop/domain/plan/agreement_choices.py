"""What a mentor and a leader agree on: choices of the programme that become clauses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LIMITS: Final = ("harm", "law", "policy", "safeguarding")
"""What cannot stay between two people, by key; the wording stands with the agreement's."""

NOTICE_HOURS: Final = (24, 48, 72)


CLAUSES: Final = (
    "roles",
    "meet",
    "length",
    "cancel",
    "contact",
    "private",
    "limits",
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
)
"""The clauses that an agreement can have, in their order, by key; the wording is the agreement's.

Those on opening doors follow from a choice of their own.
"""
USUAL_CLAUSES: Final = (
    "meet",
    "cancel",
    "private",
    "limits",
    "apart",
    "aside",
    "end",
    "look-back",
)
"""The clauses that stand unless the programme says otherwise: they fill a page."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementChoices:
    """The choices that become clauses.

    Practice conflicts on who drives; by default the leader books and the mentor leads the
    conversation, which protects both the time and the purpose.

    `told_to` says who else hears totals without names ("the sponsor"). `concern_contact` is where
    concerns go outside the pair and the line. `apart_months`: how long after the end neither sits
    on a panel about the other or writes a reference. `answer_hours`: how soon one answers the
    other between sessions; 0 says nothing about it. `own_clauses` stand after the others.
    `clauses` are the keys of those that stand; with `organiser_signs` the organiser signs as well,
    that it was seen.
    """

    limits: tuple[str, ...] = ("harm", "law", "policy")
    own_limits: tuple[str, ...] = ()
    told: Told = Told.THAT_THEY_MET
    told_to: str = ""
    books: Who = Who.MENTEE
    leads: Who = Who.MENTOR
    notice_hours: int = 48
    answer_hours: int = 0
    has_no_fault_exit: bool = True
    apart_months: int = 12
    notes_destroyed: bool = True
    concern_contact: str = ""
    own_clauses: tuple[str, ...] = ()
    clauses: tuple[str, ...] = USUAL_CLAUSES
    doors: Doors = Doors.UNSAID
    organiser_signs: bool = False
