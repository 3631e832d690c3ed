"""A pair whose papers have something in every field that somebody types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from revmentor_desktop.documents.packs.values import PairValues, Partner
from revmentor_desktop.domain.plan.agreement_choices import CLAUSES, LIMITS, AgreementChoices
from revmentor_desktop.domain.plan.sessions import SessionPlan
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.domain.plan.taking_part import RoleName
from revmentor_desktop.services.documents.setup_papers import setup_values
from tests.documents.setup_example import DETAILS_OF_IT, PLAN

_WORDS: Final = (
    "letter.sender",
    "letter.contact",
    "pack.mentor.why-you",
    "pack.mentor.start",
    "pack.leader.why",
    "pack.leader.listen",
)
_OF_A_PERSON: Final = ("name", "short", "job", "place", "about", "offer", "want", "label", "answer")
TYPED: Final = (
    *(f"{who}.{part}" for who in ("mentor", "leader") for part in _OF_A_PERSON),
    *("programme", "purpose", "organisation", "sponsor", "sponsor-job", "told-to", "concern"),
    *("role.mentor", "role.leader", "limit", "clause", "session", "prompt"),
    *_WORDS,
)
"""The fields, by names of their own."""


def typed_pair(say: Callable[[str], str]) -> PairValues:
    """Return a pair with what `say` returns for each of the fields `TYPED`."""
    plan = replace(
        PLAN,
        words={key: say(key) for key in _WORDS},
        sessions=(SessionPlan(title=say("session"), prompts=(say("prompt"),)),),
        sponsor=Sponsor(name=say("sponsor"), job_title=say("sponsor-job")),
        taking_part=replace(
            PLAN.taking_part,
            mentor_name=RoleName(one=say("role.mentor"), several=say("role.mentor")),
            mentee_name=RoleName(one=say("role.leader"), several=say("role.leader")),
        ),
        agreement=AgreementChoices(
            limits=LIMITS,
            clauses=CLAUSES,
            organiser_signs=True,
            own_limits=(say("limit"),),
            own_clauses=(say("clause"),),
            told_to=say("told-to"),
            concern_contact=say("concern"),
        ),
    )
    details = replace(DETAILS_OF_IT, name=say("programme"), purpose=say("purpose"))
    return PairValues(
        programme=setup_values(details, plan, say("organisation"), []),
        mentor=_partner("mentor", say),
        mentee=_partner("leader", say),
        reference="RM-0042",
    )


def _partner(who: str, say: Callable[[str], str]) -> Partner:
    def of(part: str) -> str:
        return say(f"{who}.{part}")

    return Partner(
        name=of("name"),
        short=of("short"),
        job=of("job"),
        place=of("place"),
        about=of("about"),
        offers=(of("offer"),),
        wants=(of("want"),),
        details=((of("label"), of("answer")),),
    )
