"""Where a message may hurt: age stereotypes, "out of touch", blame, pressure.

One badly worded message has turned people against a programme before it began. What is found here
is a hint and never an obstacle; what each hint says stands in ``resources/content``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Tone(StrEnum):
    """Why a phrase may hurt."""

    AGE = "age"
    OUT_OF_TOUCH = "out-of-touch"
    BLAME = "blame"
    PRESSURE = "pressure"


@dataclass(frozen=True, slots=True)
class ToneHint:
    """A phrase that may hurt: what stands there, and from where to where in the text."""

    tone: Tone
    phrase: str
    start: int
    end: int


_PEOPLE: Final = r"(?:people|persons?|colleagues?|staff|employees?|workers?|folks?|ones?)"
_PHRASES: Final[Mapping[Tone, tuple[str, ...]]] = {
    Tone.AGE: (
        rf"(?:young|old)(?:er|est)? {_PEOPLE}",
        r"(?:young|old)(?:er)? (?:generations?|leaders?|managers?|mentors?|minds?|at heart)",
        r"the (?:young|elderly)|youngsters?|youths?|youthful|kids",
        r"millennials?|(?:baby[- ]?)?boomers?|zoomers?|snowflakes?",
        r"gen(?:eration)?[- ]?(?:x|y|z|alpha)(?:ers?)?",
        r"digital (?:natives?|immigrants?)|tech[- ]savvy",
        r"(?:grew|grown|growing) up with (?:computers|technology|smartphones|social media)",
        r"(?:young|fresh|new) blood|young talents?",
        r"(?:at|for|despite) (?:your|their|his|her|this|that) age",
        r"dinosaurs?|old[- ]school|old guard|old dogs?|new tricks|over the hill|senior moments?",
        r"past (?:it|(?:your|their) (?:prime|best))|set in (?:your|their) ways|old[- ]fashioned",
    ),
    Tone.OUT_OF_TOUCH: (
        r"(?:out of|lost) touch|ivory towers?|in (?:a|your|their) bubble",
        r"behind the times|left behind|stuck in the past|out[- ]of[- ]date leaders?",
        r"clueless|ignorant|don’t (?:get|understand) (?:it|us)|no idea (?:how|what)",
        r"(?:need|needs|have|has) to catch up|wake[- ]up call",
    ),
    Tone.BLAME: (
        r"you (?:have )?(?:failed|forgot|forgotten|neglected|ignored)|your (?:fault|failure)",
        r"you (?:still )?(?:have not|haven’t) (?:even|bothered|replied|answered|responded)",
        r"unsuccessful|rejected|rejection|unsuitable|not suitable|not good enough|not up to",
        r"did not (?:meet|reach)|fell short|weak(?:er)? (?:application|candidate)s?",
        r"stronger (?:applications?|candidates?|applicants?)|disappoint(?:ed|ing|ment)",
    ),
    Tone.PRESSURE: (
        r"you (?:must|have to|need to|are (?:required|obliged|expected) to)",
        r"mandatory|compulsory|obligatory|without fail|no excuses?|failure to",
        r"(?:last|final) (?:chance|warning|reminder|opportunity)|urgent(?:ly)?|immediately",
        r"asap|as soon as possible|at the latest|we expect you|will be noted|do not miss",
    ),
}


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    # Spaces may be line ends, apostrophes straight ones.
    loose = "|".join(phrases).replace(" ", r"\s+").replace("’", "[’']")
    return re.compile(rf"\b(?:{loose})(?!\w)", re.IGNORECASE)


_PATTERNS: Final = {tone: _pattern(phrases) for tone, phrases in _PHRASES.items()}


def tone_hints(text: str) -> tuple[ToneHint, ...]:
    """Return what may hurt in a text, in the order in which it stands there."""
    found = (
        ToneHint(tone, match.group(), match.start(), match.end())
        for tone, pattern in _PATTERNS.items()
        for match in pattern.finditer(text)
    )
    return tuple(sorted(found, key=lambda hint: (hint.start, hint.end)))
