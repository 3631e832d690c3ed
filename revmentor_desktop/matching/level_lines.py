"""Whom a mentee may be paired with, level by level, and what is known after a level."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from revmentor_desktop.matching.problem import FORBIDDEN
from revmentor_desktop.matching.sets_of_people import together

LEFT: Final = -1
"""The level of who is paired with nobody."""

_EVERY: Final = 16
"""After how many mentors a line marks who they were."""

_FEW: Final = 12
"""Of more other scores a line is sorted anew."""


@dataclass(frozen=True, slots=True)
class Line:
    """Whom a mentee may be paired with: mentors in `order` of `values`, from low to high.

    `column` holds the value for every mentor, and in the end for nobody.
    """

    column: Sequence[int]
    order: list[int]
    values: list[int]
    bits: int
    _marks: list[int] = field(default_factory=lambda: [0], repr=False, compare=False)

    def above(self, start: int) -> int:
        """Return the mentors of the order from a place on, as bits."""
        if start == 0:
            return self.bits
        marks, many = self._marks, len(self.order)
        passed = (many - start) // _EVERY
        while len(marks) <= passed:
            at = many - _EVERY * len(marks)
            marks.append(marks[-1] | together(self.order[at : at + _EVERY]))
        return marks[passed] | together(self.order[start : many - passed * _EVERY])

    def between(self, start: int, end: int) -> int:
        """Return some mentors of the order, as bits."""
        if end - start <= _EVERY:
            return together(self.order[start:end])
        return self.above(start) & ~self.above(end)

    @classmethod
    def of(cls, column: Sequence[int]) -> Line:
        """Sort a mentee's scores."""
        order = [x for x, score in enumerate(column) if score != FORBIDDEN]
        order.sort(key=column.__getitem__)
        return cls([*column, LEFT], order, [column[x] for x in order], together(order))

    def with_scores(self, scores: Mapping[int, int]) -> Line:
        """Return the line in which some mentors have other scores."""
        column = list(self.column)
        if len(scores) > _FEW:
            return Line.of([scores.get(x, score) for x, score in enumerate(column[:-1])])
        order, values, there = self.order[:], self.values[:], self.bits
        for x, score in scores.items():
            if there >> x & 1:
                at = order.index(x, bisect_left(values, column[x]))
                del order[at], values[at]
                there ^= 1 << x
            if score != FORBIDDEN:
                at = bisect_left(values, score)
                order.insert(at, x)
                values.insert(at, score)
                there |= 1 << x
            column[x] = score
        return Line(column, order, values, there)


@dataclass(frozen=True, slots=True)
class Rise:
    """People whose price rises by what a pair of `level` weighs; mentors are bits.

    `nobody`: so does the price of a place that stays free. `by` is -1 where prices fall instead.
    """

    level: int
    mentees: tuple[int, ...]
    mentors: int
    nobody: bool
    by: int


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
