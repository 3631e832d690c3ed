"""The papers of invented pairs, which are measured, and their text for the bare loops beside."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final

from revmentor_desktop.documents.blocks import Paragraph
from revmentor_desktop.documents.packs.papers import sheets_of
from revmentor_desktop.documents.packs.values import PairValues, Partner
from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.documents.setup_papers import setup_values

OF_A_PERSON: Final = (
    (PaperKind.MENTOR_PACK, PaperKind.AGREEMENT),
    (PaperKind.LEADER_PACK, PaperKind.AGREEMENT),
)
"""The papers of each of the two, in handing-out order."""

_FIRST: Final = ("Mei", "Olu", "Zofia", "Anna", "José", "Fatima", "Siân", "Björn", "Eilidh")
_LAST: Final = ("Chen", "Adeyemi", "Kowalska", "O’Neill", "Rahman", "Llewellyn-Jones", "Mensah")
_JOBS: Final = ("Nurse, Ward 4", "Head of Property", "Apprentice", "Executive Director of Nursing")
_ABOUT: Final = "I say what I think once I know somebody. I sing in a choir and mend bicycles."


def pairs(count: int) -> list[PairValues]:
    """Return so many invented pairs, the same every time."""
    chance = random.Random(20_261_122)  # noqa: S311 (nothing secret)
    details = ProgrammeDetails(name="Front-line voices 2027", purpose="we hear each other")
    programme = setup_values(details, Plan(), "Harbour Care", [], _logo(chance))
    return [_pair(chance, number, programme) for number in range(1, count + 1)]


def _logo(chance: random.Random) -> Logo:
    """Return a logo that takes about as much as a detailed one does."""
    width, height, noise = 800, 200, 14_000
    colours = chance.randbytes(3 * noise) + bytes(3 * (width * height - noise))
    greys = chance.randbytes(noise) + bytes(width * height - noise)
    return Logo(width, height, zlib.compress(colours), zlib.compress(greys))


def _pair(chance: random.Random, number: int, programme: SetupValues) -> PairValues:
    mentor, leader = (_partner(chance, first) for first in chance.sample(_FIRST, 2))
    return PairValues(
        programme=programme, mentor=mentor, mentee=leader, reference=f"RM-{number:04}"
    )


def _partner(chance: random.Random, first: str) -> Partner:
    name = f"{first} {chance.choice(_LAST)}"
    return Partner(name=name, short=first, job=chance.choice(_JOBS), about=_ABOUT)


def sheets(pair: PairValues) -> list[list[Sheet]]:
    """Return the papers of a pair, those of each person by themselves."""
    return [[sheet for kind in kinds for sheet in sheets_of(kind, pair)] for kinds in OF_A_PERSON]


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
