"""The papers of invented pairs: what is measured, and the same text for the bare loops beside it.

The packs stand for those of mentor and leader: a page that names the two, then many pages that are
the same for all pairs, taken from the set-up papers.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, partial
from typing import Any, Final

from revmentor_desktop.documents.agreement import AgreementValues, agreement_sheet
from revmentor_desktop.documents.blocks import Block, Paragraph
from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.implementation_plan import implementation_plan
from revmentor_desktop.documents.setup.launch_exercise import facilitators_page, handout
from revmentor_desktop.documents.setup.reading_list import reading_list
from revmentor_desktop.documents.setup.reluctant_leader import reluctant_leader
from revmentor_desktop.documents.setup.risk_assessment import risk_assessment
from revmentor_desktop.documents.setup.values import blanks_of
from revmentor_desktop.documents.sharing import Shared
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.documents.setup_papers import setup_values

Document = Callable[[AgreementValues], Sheet]
"""Makes one document of a pair."""

_FIRST: Final = ("Mei", "Olu", "Zofia", "Anna", "José", "Fatima", "Siân", "Björn", "Eilidh")
_LAST: Final = ("Chen", "Adeyemi", "Kowalska", "O’Neill", "Rahman", "Llewellyn-Jones", "Mensah")
_JOBS: Final = ("Nurse, Ward 4", "Head of Property", "Apprentice", "Executive Director of Nursing")
_PARTS: Final = (
    ("reluctant-leader", reluctant_leader),
    ("launch-exercise", facilitators_page),
    ("launch-exercise", handout),
    ("reading-list", reading_list),
    ("plan", implementation_plan),
    ("risk-assessment", risk_assessment),
)


def pairs(count: int) -> list[AgreementValues]:
    """Return so many invented pairs, the same every time."""
    chance = random.Random(20_261_122)  # noqa: S311 (nothing secret)
    return [_pair(chance, number) for number in range(1, count + 1)]


def _pair(chance: random.Random, number: int) -> AgreementValues:
    mentor, leader = chance.sample(_FIRST, 2)
    return AgreementValues(
        mentor=f"{mentor} {chance.choice(_LAST)}",
        leader=f"{leader} {chance.choice(_LAST)}",
        mentor_short=mentor,
        leader_short=leader,
        mentor_job=chance.choice(_JOBS),
        leader_job=chance.choice(_JOBS),
        programme="Front-line voices 2027",
        organisation="Harbour Care",
        purpose="our leaders hear how decisions land on the wards.",
        reference=f"RM-{number:04}",
        session_count=6,
        session_minutes=60,
        weeks_between=4,
        first_day=date(2027, 1, 19),
        last_day=date(2027, 7, 6),
    )


@cache
def _shared() -> Shared:
    values = setup_values(
        ProgrammeDetails(name="Front-line voices 2027"), Plan(), "Harbour Care", []
    )

    def story(styles: Styles) -> list[Block]:
        return [
            block
            for key, part in _PARTS
            for block in part(values, PaperWords(key, blanks_of(values), {}), styles)
        ]

    return Shared(story)


def _pack(title: str, values: AgreementValues) -> Sheet:
    def story(styles: Styles) -> list[Block]:
        names = f"{values.mentor} and {values.leader}"
        why = f"{values.mentor_short}, you meet {values.leader_short}: {values.leader_job}. "
        return [
            Paragraph(plain(f"{title}: {names}"), styles.title, space_after=styles.space(9)),
            Paragraph(plain(why * 12), styles.body, space_after=styles.space(9)),
            *_shared()(styles),
        ]

    return Sheet(f"{title}: {values.mentor}", values.organisation, values.reference, story)


OF_A_PERSON: Final[Sequence[Sequence[Document]]] = (
    (partial(_pack, "For the mentor"), agreement_sheet),
    (partial(_pack, "For the leader"), agreement_sheet),
)
"""The documents of each of the two, in handing-out order."""


def sheets(values: AgreementValues) -> list[list[Sheet]]:
    """Return the documents of a pair, those of each person by themselves."""
    return [[make(values) for make in documents] for documents in OF_A_PERSON]


def paragraphs(part: Any) -> Iterator[Paragraph]:
    """Yield the paragraphs in blocks, however deep."""
    if isinstance(part, Paragraph):
        yield part
    elif isinstance(part, list | tuple):
        for one in part:
            yield from paragraphs(one)
    elif is_dataclass(part):
        for one in fields(part):
            yield from paragraphs(getattr(part, one.name))
