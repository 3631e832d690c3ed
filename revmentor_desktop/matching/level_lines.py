"""Whom a mentee may be paired with, level by level, and what is known after a level."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from revmentor_desktop.matching.problem import FORBIDDEN
from revmentor_desktop.matching.sets_of_people import together

LEFT: Final = -1
"""The level of who is paired with nobody."""

_EVERY: Final = 16
"""After how many mentors a line marks who they were."""

_KIND: Final = "i"
"""What numbers a line is made of."""

_FEW: Final = 12
"""Of more other scores a line is sorted anew."""


@dataclass(frozen=True, slots=True)
class Line:
    """Whom a mentee may be paired with: mentors in `order` of `values`, from low to high.

    `column` holds the value for every mentor, and in the end for nobody. All are plain numbers in
    a row: hundreds of such lines are copied for one changed mentor, and are no work for the
    collector of garbage.
    """

    column: array[int]
    order: array[int]
    values: array[int]
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
        if end == start + 1:
            return 1 << self.order[start]
        if end - start <= _EVERY:
            return together(self.order[start:end])
        return self.above(start) & ~self.above(end)

    @classmethod
    def of(cls, column: Iterable[int]) -> Line:
        """Sort a mentee's scores."""
        scores = list(column)
        mentors = [x for x, score in enumerate(scores) if score != FORBIDDEN]
        return cls.in_order([*scores, LEFT], mentors)

    @classmethod
    def in_order(cls, column: list[int], mentors: list[int], there: int | None = None) -> Line:
        """Sort some mentors by their values in a column; `there` are they as bits, if known."""
        mentors.sort(key=column.__getitem__)
        values = map(column.__getitem__, mentors)
        there = together(mentors) if there is None else there
        return cls(array(_KIND, column), array(_KIND, mentors), array(_KIND, values), there)

    def with_scores(self, scores: Mapping[int, int]) -> Line:
        """Return the line in which some mentors have other scores."""
        if len(scores) > _FEW:
            return Line.of(scores.get(x, score) for x, score in enumerate(self.column[:-1]))
        column, order, values, there = self.column[:], self.order[:], self.values[:], self.bits
        marks = self._marks[:]
        for x, score in scores.items():
            if there >> x & 1:
                at = order.index(x, bisect_left(values, column[x]))
                _mark_without(marks, order, at)
                del order[at], values[at]
                there ^= 1 << x
            if score != FORBIDDEN:
                at = bisect_left(values, score)
                _mark_with(marks, order, at, x)
                order.insert(at, x)
                values.insert(at, score)
                there |= 1 << x
            column[x] = score
        return Line(column, order, values, there, marks)


def _mark_without(marks: list[int], order: Sequence[int], at: int) -> None:
    """See to it that marks are right when who stands at a place of the order leaves it."""
    out, many = 1 << order[at], len(order)
    if many == _EVERY * (len(marks) - 1):
        del marks[-1]
    for passed in range(1 + (many - 1 - at) // _EVERY, len(marks)):
        marks[passed] ^= out | 1 << order[many - _EVERY * passed - 1]


def _mark_with(marks: list[int], order: Sequence[int], at: int, x: int) -> None:
    """See to it that marks are right when a mentor comes to a place of the order."""
    come, many = 1 << x, len(order)
    for passed in range(1 + (many - at) // _EVERY, len(marks)):
        marks[passed] ^= come | 1 << order[many - _EVERY * passed]


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
    free: tuple[int, ...]
    ends: tuple[int, ...]
    mate: tuple[int, ...]
    loose: int
    rises: int
