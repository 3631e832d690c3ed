"""Whom a mentee may be paired with, level by level, and what is known after a level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from revmentor_desktop.matching.problem import FORBIDDEN
from revmentor_desktop.matching.sets_of_people import together

LEFT: Final = -1
"""The level of who is paired with nobody."""


@dataclass(frozen=True, slots=True)
class Line:
    """Whom a mentee may be paired with: mentors in `order` of `values`, from low to high.

    `column` holds the value for every mentor, and in the end for nobody.
    """

    column: Sequence[int]
    order: list[int]
    values: list[int]
    bits: int

    @classmethod
    def of(cls, column: Sequence[int]) -> Line:
        """Sort a mentee's scores."""
        order = [x for x, score in enumerate(column) if score != FORBIDDEN]
        order.sort(key=column.__getitem__)
        return cls([*column, LEFT], order, [column[x] for x in order], together(order))


@dataclass(frozen=True, slots=True)
class Rise:
    """People whose price rises by what a pair of `level` weighs; mentors are bits.

    `nobody`: so does the price of a place that stays free.
    """

    level: int
    mentees: tuple[int, ...]
    mentors: int
    nobody: bool


@dataclass(frozen=True, slots=True)
class Level:
    """What all plans share that are the best up to a level, `value`.

    `mate` is one of them, `free` whom mentees could have instead; of what a line has from `ends`
    on, that up to the level is out of the question too. `loose` are the mentors, as bits, of whom
    it is open how many partners they have. So many `rises` there were until then.
    """

    value: int
    free: list[int]
    ends: list[int]
    mate: list[int]
    loose: int
    rises: int
