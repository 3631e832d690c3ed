"""A programme that is being set up: everything as typed so far, and where the officer is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.programme import ProgrammeDetails


class Step(StrEnum):
    """The steps of setting up, in order."""

    PURPOSE = "purpose"
    OBJECTIVES = "objectives"
    SPONSOR = "sponsor"
    DATES = "dates"
    PEOPLE = "people"
    PAIRING = "pairing"
    AGREEMENT = "agreement"
    CHECK = "check"


STEPS = tuple(Step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was typed so far. `details` holds raw text: nothing is cleaned before it is created.

    `copied_from` is the programme that it started from; `invited` are the ids of the people of that
    programme who are to be invited again. `seen` are the steps that were opened, so that an unseen
    one can say so. `unread` holds what stands in fields for dates and cannot be read as one (yet),
    by a name that begins with the step ("purpose:When they were asked:0").
    """

    details: ProgrammeDetails = field(default_factory=lambda: ProgrammeDetails(name=""))
    plan: Plan = field(default_factory=Plan)
    step: Step = Step.PURPOSE
    seen: frozenset[Step] = frozenset()
    copied_from: int | None = None
    invited: frozenset[int] = frozenset()
    unread: Mapping[str, str] = field(default_factory=dict)
