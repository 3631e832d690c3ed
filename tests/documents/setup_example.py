"""A programme whose plan has everything that the set-up papers can show, all of it invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.domain.plan.objectives import Objective
from revmentor_desktop.domain.plan.own_fields import AskedOf, FieldKind, OwnField
from revmentor_desktop.domain.plan.pairing_choices import (
    OwnCriterion,
    OwnCriterionKind,
    OwnRule,
    OwnRuleKind,
    PairingChoices,
)
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.purpose import Consultation, Evidence, Purpose
from revmentor_desktop.domain.plan.readiness import QUESTIONS, Answer
from revmentor_desktop.domain.plan.schedule import Schedule
from revmentor_desktop.domain.plan.sessions import SessionPlan
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.domain.plan.taking_part import DETAILS, TakingPart
from revmentor_desktop.domain.programme import ProgrammeDetails

CONFIDENTIAL = "Grievances at the north site doubled"
ORGANISATION = "Harbour Care"

DETAILS_OF_IT = ProgrammeDetails(
    name="Front-line voices 2027",
    purpose="our leaders hear how decisions land on the wards, and act on what they hear",
    start_date=date(2027, 1, 19),
)

PURPOSE = Purpose(
    focus="floor",
    why_now="Three of ten new colleagues leave within a year, and most say that nobody asked them.",
    evidence=(
        Evidence(text="31 % of new starters left within twelve months (exit interviews, 2026)"),
        Evidence(text=CONFIDENTIAL, is_confidential=True),
        Evidence(text="“Leaders understand my work”: 2.4 of 5 in the staff survey"),
    ),
    consultations=(
        Consultation(
            who="Ward council",
            asked_on=date(2026, 9, 14),
            said="Good, if somebody does something with it.",
        ),
        Consultation(who="Heads of department", said="Willing, worried about time."),
    ),
)

OBJECTIVES = (
    Objective(
        title="Leaders know daily work",
        measure="Self-rating, five-point scale",
        baseline="2.4",
        target="3.5",
        due=date(2027, 7, 30),
        goal="Safe care, every shift",
    ),
    Objective(
        title="What is heard is acted on",
        measure="Changes made that mentors raised",
        baseline="0",
        target="8",
        due=date(2027, 12, 17),
        goal="A place to stay",
    ),
    Objective(
        title="New starters stay",
        measure="Leavers in the first year",
        baseline="31 %",
        target="25 %",
        due=date(2028, 1, 31),
        goal="A place to stay",
    ),
)

OWN_FIELDS = (
    OwnField(
        key="own-1",
        label="Shift pattern",
        kind=FieldKind.ONE_OF,
        options=("Days", "Nights", "Rotating"),
        asked_of=AskedOf.MENTOR,
        is_shown_to_partner=True,
    ),
    OwnField(
        key="own-2",
        label="Professional groups I know",
        kind=FieldKind.SEVERAL_OF,
        options=("Nursing", "Medicine", "Therapies", "Pharmacy", "Catering", "Estates"),
    ),
    OwnField(key="own-3", label="Years in care", kind=FieldKind.NUMBER),
    OwnField(
        key="own-4",
        label="Disability or long-term condition",
        is_special=True,
        special_purpose="pairs for the strand on access can be formed",
        asked_of=AskedOf.MENTOR,
    ),
    OwnField(key="own-5", label="Belief", is_special=True),
)

TAKING_PART = TakingPart(
    mentor_places=14,
    mentee_places=12,
    mentor_may_apply="Everybody who works with patients, at any grade",
    mentee_may_apply="Directors and heads of department",
    asked=DETAILS,
    offers=("Life on a ward", "Night shifts", "What patients ask for", "Apps on the ward"),
    wants=("How decisions are made", "Speaking to a board", "A wider network"),
    own_fields=OWN_FIELDS,
    own_fields_made=5,
)

SESSIONS = (
    SessionPlan(title="How each of us came to be here"),
    SessionPlan(title="A day on the ward, hour by hour"),
    SessionPlan(title="What makes work harder than it need be"),
    SessionPlan(title="What patients say when no leader is near"),
    SessionPlan(title="One thing to change, together"),
    SessionPlan(title="What we take with us"),
)

READINESS = dict.fromkeys(QUESTIONS, Answer.YES) | {
    "support-for-mentors": Answer.PARTLY,
    "time-granted": Answer.NO,
}

PLAN = Plan(
    purpose=PURPOSE,
    objectives=OBJECTIVES,
    sponsor=Sponsor(
        name="Amara Diallo",
        job_title="Chief Executive",
        agreed_to=("Says in public why this matters", "Takes part and learns from a mentor"),
        agreed_on=date(2026, 10, 5),
    ),
    readiness=READINESS,
    schedule=Schedule(moved={"briefings": date(2026, 12, 15)}),
    sessions=SESSIONS,
    taking_part=TAKING_PART,
    pairing=PairingChoices(
        own_rules=(OwnRule(field="site", kind=OwnRuleKind.MUST_DIFFER),),
        own_criteria=(OwnCriterion(field="own-2", kind=OwnCriterionKind.OVERLAP, weight=15),),
    ),
    agreement=AgreementChoices(
        told_to="the board",
        answer_hours=48,
        concern_contact="Ruth Lane, Freedom to Speak Up Guardian, 01632 960117",
        own_clauses=("We meet on neither of our wards.",),
    ),
)

LEAST = ProgrammeDetails(name="Our first programme", purpose="We want to hear each other")


def with_words(**words: str) -> Plan:
    """Return the plan with texts that the officer has changed, by "KEY__PART"."""
    changed = {f"paper.{key.replace('__', '.')}": text for key, text in words.items()}
    return replace(PLAN, words=changed)
