"""Plans of pairs of invented people, as the list for the sponsor gets them."""

from __future__ import annotations

from datetime import date
from typing import Any

from revmentor_desktop.documents.pairing_list_values import (
    Counting,
    PlanPair,
    PlanPerson,
    PlanValues,
    Unpaired,
)
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.domain.programme import ProgrammeDetails

SETUP = SetupValues(
    details=ProgrammeDetails(name="Front-line voices 2027"),
    plan=Plan(sponsor=Sponsor(name="David Price", job_title="Chief Executive")),
    organisation="Harbour Care",
)


def plan_pair(number: int = 1, **more: Any) -> PlanPair:
    """Return a proposal with that number; `more` are fields of PlanPair."""
    fields: dict[str, Any] = {
        "reference": f"RM-{number:04d}",
        "mentor": PlanPerson(
            name="Mei Brown", email="mei@ward.example", job="Nurse", department="Care", site="North"
        ),
        "leader": PlanPerson(name="Helen Ward", job="Finance Director", department="Finance"),
        "state": PairState.PROPOSED,
        "fit": 81,
        "professional": 84,
        "personal": 77,
        "points": (90, None),
        "reasons": ("AI tools", "Both Tue am"),
        "concerns": ("Different sites",),
        "origin": "suggested",
    }
    return PlanPair(**(fields | more))


def plan_values(**more: Any) -> PlanValues:
    """Return a plan of one proposal; `more` are fields of PlanValues."""
    fields: dict[str, Any] = {
        "setup": SETUP,
        "made_on": date(2026, 11, 22),
        "draft": "After the board meeting",
        "pairs": (plan_pair(),),
        "unpaired": (
            Unpaired(
                person=PlanPerson(name="Fiona Bell", job="Commercial Director"),
                is_mentor=False,
                partners=0,
                most_partners=1,
                why="Paused at present.",
            ),
            Unpaired(
                person=PlanPerson(name="Llŷr Rhys", department="Finance", site="South"),
                is_mentor=True,
                partners=0,
                most_partners=1,
            ),
            Unpaired(
                person=PlanPerson(name="Ann With-One-Already"),
                is_mentor=True,
                partners=1,
                most_partners=2,
            ),
        ),
        "leaders": 2,
        "leaders_paired": 1,
        "total": 81.25,
        "average": 81,
        "lowest": 64,
        "criteria": (
            Counting(words="what one offers", title="Learning goal met", percent=75),
            Counting(words="time in common", title="Times that suit both", percent=15),
        ),
        "in_confidence": 10,
        "rules": ("Never in the same department.",),
    }
    return PlanValues(**(fields | more))
