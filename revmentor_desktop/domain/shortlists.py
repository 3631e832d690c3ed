"""Two or three mentors whom a leader may choose among."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Participant

FEWEST: Final = 2
MOST: Final = 3
"""A guided choice is one of two or three; of more, people choose by likeness."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortlist:
    """Who was offered to a leader, in that order, and whom they chose of them, if anybody."""

    leader: Participant
    candidates: tuple[Participant, ...]
    offered_on: date
    chosen: Participant | None = None


def require_choice(candidates: int) -> None:
    """Raise KnownError ``shortlist-length`` unless so many candidates are a guided choice."""
    if not FEWEST <= candidates <= MOST:
        raise KnownError("shortlist-length", fewest=FEWEST, most=MOST)
