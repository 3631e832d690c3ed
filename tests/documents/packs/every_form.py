"""The pairs and the forms in which every page of every paper is looked at, each made once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from revmentor_desktop.documents.packs.invited import Invited, InvitedValues
from revmentor_desktop.documents.packs.papers import pair_pdf
from revmentor_desktop.documents.packs.sign_off import sign_off_pdf
from revmentor_desktop.documents.packs.values import PairValues
from revmentor_desktop.documents.styles import LARGE_PRINT, Paper, Styles
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.domain.plan.taking_part import RoleName
from tests.documents.packs_example import DAVID, MEI, pair, programme

KINDS = list(PaperKind)
PACKS = (PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK)
NAME = "Wilhelmina Anastasia Featherstonehaugh-Cholmondeley Marjoribanks"
JOB = "Deputy Director of everything that happens at night " * 8
ABOUT = "We walk, and we talk about what we see. " * 125


def meetings(count: int, minutes: int) -> PairValues:
    """A pair that meets so many times for so long."""
    about = programme()
    details = replace(about.details, session_count=count, session_minutes=minutes)
    return pair(programme=replace(about, details=details))


def long() -> PairValues:
    """A pair of whom everything is as long as it can be."""
    more: dict[str, Any] = {"name": NAME, "short": NAME, "job": JOB, "about": ABOUT, "place": JOB}
    return pair(mentor=replace(MEI, **more), mentee=replace(DAVID, **more))


def unbroken() -> PairValues:
    """A pair of whom everything is a single long word."""
    more: dict[str, Any] = {"name": "W" * 60, "short": "W" * 60, "job": "w" * 400}
    return pair(
        mentor=replace(MEI, **more, about="M" * 5000), mentee=replace(DAVID, **more, about="i" * 99)
    )


def bare() -> PairValues:
    """A pair of which nothing is known that need not be, in a programme that knows no more."""
    about = programme()
    plan = replace(about.plan, words={}, sessions=(), agreement=AgreementChoices())
    details = replace(about.details, purpose="", start_date=None)
    empty: dict[str, Any] = {
        "job": "",
        "about": "",
        "offers": (),
        "wants": (),
        "details": (),
        "place": "",
    }
    return pair(
        programme=replace(about, plan=plan, details=details, duties=(), organisation=""),
        mentor=replace(MEI, **empty),
        mentee=replace(DAVID, **empty),
    )


def renamed() -> PairValues:
    """A pair of a programme that calls its roles otherwise."""
    about = programme()
    part = replace(
        about.plan.taking_part,
        mentor_name=RoleName(one="Guide", several="Guides"),
        mentee_name=RoleName(one="Executive", several="Executives"),
    )
    # What the officer has written keeps the officer's words.
    plan = replace(about.plan, taking_part=part, sessions=(), words={})
    details = replace(about.details, purpose="")
    return pair(programme=replace(about, plan=plan, details=details))


def from_the_right() -> PairValues:
    """A pair whose names are read from right to left."""
    return pair(
        mentor=replace(MEI, name="محمد الهاشمي", short="محمد", about="أحب المشي."),
        mentee=replace(DAVID, name="ליאור בן־עמי", short="ליאור"),
    )


PAIRS = {
    "usual": pair(),
    "long": long(),
    "unbroken": unbroken(),
    "bare": bare(),
    "renamed": renamed(),
    "from-the-right": from_the_right(),
    "once": meetings(1, 30),
    "three": meetings(3, 45),
    "six": meetings(6, 90),
    "twelve": meetings(12, 60),
}
FORMS = {
    "a4": (Paper.A4, Styles()),
    "letter": (Paper.LETTER, Styles()),
    "a4-large": (Paper.A4, LARGE_PRINT),
    "letter-large": (Paper.LETTER, LARGE_PRINT),
    "a4-grey": (Paper.A4, Styles(in_colour=False)),
}
LARGE = ("a4-large", "letter-large")
TRIED = [
    *((pair_name, form) for pair_name in ("usual", "long", "bare") for form in FORMS),
    ("renamed", "letter-large"),
    ("twelve", "letter-large"),
    *((pair_name, "a4") for pair_name in PAIRS if pair_name not in {"usual", "long", "bare"}),
]


@cache
def made(kind: PaperKind, of: str, form: str) -> bytes:
    """Return a paper of a pair in a form."""
    paper, styles = FORMS[form]
    return pair_pdf(kind, PAIRS[of], paper=paper, styles=styles)


@cache
def listed(form: str) -> bytes:
    """Return a list to sign of many, some of whom have much to say of themselves."""
    one = Invited(name="Priya Nair", role=Role.MENTOR, job="Porter", site="Harbour Hospital")
    other = Invited(name=NAME, role=Role.MENTEE, job=JOB, department=JOB)
    paper, styles = FORMS[form]
    values = InvitedValues(programme=programme(), people=(one, one, other) * 9)
    return sign_off_pdf(values, paper=paper, styles=styles)
