"""Why there is a programme: its focus, what speaks for it, what those affected think of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

OWN_FOCUS: Final = "own"
"""The focus that fills in next to nothing; the others are named after their file of content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A fact that says why now, such as a figure from exit interviews.

    One that is confidential appears in no document.
    """

    text: str
    is_confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """Somebody affected who was asked: who (a group or a person), when, what they said."""

    who: str
    asked_on: date | None = None
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """The ground of a programme; its one sentence of purpose stands in `ProgrammeDetails`."""

    focus: str = ""
    why_now: str = ""
    evidence: tuple[Evidence, ...] = ()
    consultations: tuple[Consultation, ...] = ()

    @property
    def open_evidence(self) -> tuple[str, ...]:
        """The evidence that documents may show."""
        return tuple(fact.text for fact in self.evidence if not fact.is_confidential)
