"""What the numbers of a programme mean for the officer's next step; no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from revmentor_desktop.services.programmes.reading import Standing


class Stage(Enum):
    """The part of the work that a programme stands in."""

    PEOPLE = 1
    PAIRS = 2
    AGREEMENTS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a programme stands: its stage, and who is free to be paired."""

    stage: Stage
    free_leaders: int
    free_mentors: int


def place_of(standing: Standing) -> Place:
    """Read a programme's numbers.

    The people are not complete without both roles; the pairing is over when every leader has a
    mentor, or when there is no mentor left and somebody is paired.
    """
    free_leaders = standing.leaders - standing.paired_leaders
    free_mentors = standing.mentors - standing.paired_mentors
    if not standing.mentors or not standing.leaders:
        stage = Stage.PEOPLE
    elif free_leaders > 0 and (free_mentors > 0 or not standing.pairs):
        stage = Stage.PAIRS
    else:
        stage = Stage.AGREEMENTS
    return Place(stage, max(free_leaders, 0), max(free_mentors, 0))
