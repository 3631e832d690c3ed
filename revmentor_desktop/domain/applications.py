"""Applications: what is noted of somebody who wants to take part, and what was decided.

Nothing here judges a person: a checklist of yes or not yet, a reason category for a refusal, and
no room for free text about anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Participation, ParticipationState
from revmentor_desktop.domain.people import Person
from revmentor_desktop.domain.text import clean_line, clean_text, fold

YES: Final = "yes"
"""The answer to a question of the checklist that is ticked; one not ticked has no answer."""
NEEDS_LIMIT: Final = 10
"""Most things that somebody still needs to hear."""


class RefusalReason(StrEnum):
    """Why an application was kindly refused: circumstances, never what somebody is like."""

    PLACES_FULL = "places-full"
    TIMING = "timing"
    ROLE_CLASH = "role-clash"
    FOCUS_FIT = "focus-fit"
    WITHDREW = "withdrew"
    OTHER_ROUTE = "other-route"


class Decision(StrEnum):
    """What can be decided about an application."""

    ACCEPT = "accept"
    RESERVE = "reserve"
    REFUSE = "refuse"

    @property
    def state(self) -> ParticipationState:
        """The state that the person's part then has."""
        return _STATES[self]


_STATES: Final = {
    Decision.ACCEPT: ParticipationState.CONFIRMED,
    Decision.RESERVE: ParticipationState.RESERVE,
    Decision.REFUSE: ParticipationState.REFUSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What the officer notes of an application.

    `checklist` holds `YES` by the key of each question that is ticked. `my_why` is a leader's own
    reason, in their own words. `needs_to_hear` are the objections still to be answered: keys of
    those that come with the program, or words of the officer's own. `reason` only goes with a
    refusal.
    """

    received_on: date | None = None
    checklist: Mapping[str, str] = field(default_factory=dict, hash=False)
    decided_on: date | None = None
    reason: RefusalReason | None = None
    my_why: str = ""
    needs_to_hear: tuple[str, ...] = ()

    def is_ticked(self, question: str) -> bool:
        """Tell whether a question of the checklist is answered with yes."""
        return self.checklist.get(question) == YES


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody whose application came in, with their part in the programme."""

    person: Person
    participation: Participation
    application: Application

    @property
    def is_waiting(self) -> bool:
        """Whether a decision is still to be taken."""
        return self.participation.state is ParticipationState.APPLIED


def checked_application(application: Application) -> Application:
    """Return an application as it may be stored.

    Raises KnownError ``text-too-long``, ``too-many-entries``.
    """
    needs: dict[str, str] = {}
    for entry in application.needs_to_hear:
        line = clean_line(entry)
        if line:
            needs.setdefault(fold(line), line)
    if len(needs) > NEEDS_LIMIT:
        raise KnownError("too-many-entries", count=len(needs), limit=NEEDS_LIMIT)
    return Application(
        received_on=application.received_on,
        checklist={key: answer for key, answer in application.checklist.items() if answer == YES},
        decided_on=application.decided_on,
        reason=application.reason,
        my_why=clean_text(application.my_why),
        needs_to_hear=tuple(needs.values()),
    )


def require_reason(decision: Decision, reason: RefusalReason | None) -> None:
    """Raise KnownError ``refusal-needs-reason`` when a refusal would have no reason."""
    if decision is Decision.REFUSE and reason is None:
        raise KnownError("refusal-needs-reason")
