"""What is to be decided, and the answer: a matrix of scores, who has room, what is locked.

Rows are mentors, columns mentees (leaders, on the screen). Each cell is a whole number of
hundredths of a point, 0 to 10,000, or `FORBIDDEN`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from revmentor_desktop.domain.aims import Aim

FORBIDDEN: Final = -1
"""Stands in a cell of two people who must not be paired."""

HIGHEST: Final = 10_000
"""The best score there is, in hundredths of a point."""

Cell = tuple[int, int]
"""A mentor's row and a mentee's column."""


@dataclass(frozen=True)
class Problem:
    """Who may be paired with whom, and how well each two fit.

    `mentor_room` and `mentee_room` say how many partners each may have in all, and default to one.
    Pairs in `locked` are in every plan, also where they are forbidden (they then add nothing to
    the total) or go beyond somebody's room. `*_keys` are numbers by which people are known for
    good; they decide between plans that are equally good, so that the order of rows and columns
    does not, and default to that order. `*_waiting` say how often somebody was left over before:
    of equally good plans the one wins that pairs those who waited longest. Raises ValueError when
    lengths differ, a cell is no score, a key comes twice, or a locked pair is outside the matrix.
    """

    scores: Sequence[Sequence[int]]
    mentor_room: Sequence[int] = ()
    mentee_room: Sequence[int] = ()
    locked: frozenset[Cell] = frozenset()
    mentor_keys: Sequence[int] = ()
    mentee_keys: Sequence[int] = ()
    mentor_waiting: Sequence[int] = ()
    mentee_waiting: Sequence[int] = ()

    def __post_init__(self) -> None:
        mentors = len(self.scores)
        mentees = len(self.scores[0]) if mentors else len(self.mentee_room)
        for side, size in (("mentor", mentors), ("mentee", mentees)):
            self._fill(f"{side}_room", [1] * size)
            self._fill(f"{side}_keys", range(size))
            self._fill(f"{side}_waiting", [0] * size)
            if len(set(getattr(self, f"{side}_keys"))) < size:
                raise ValueError(f"two {side}s share a key")
        if any(len(row) != mentees for row in self.scores):
            raise ValueError("rows differ in length")
        if any(row and not FORBIDDEN <= min(row) <= max(row) <= HIGHEST for row in self.scores):
            raise ValueError("a cell is no score")
        if not all(0 <= i < mentors and 0 <= j < mentees for i, j in self.locked):
            raise ValueError("a locked pair is outside the matrix")

    def _fill(self, name: str, usual: Sequence[int]) -> None:
        given = getattr(self, name)
        values = tuple(given) or tuple(usual)
        if len(values) != len(usual) or min(values, default=0) < 0:
            raise ValueError(f"{name} does not fit the matrix")
        object.__setattr__(self, name, values)

    def counted(self, cell: Cell) -> int:
        """Return what a pair adds to the total, in hundredths; a locked forbidden one adds 0."""
        return max(0, self.scores[cell[0]][cell[1]])

    def total(self, plan: Iterable[Cell]) -> int:
        """Return the sum of a plan's scores, in hundredths."""
        return sum(map(self.counted, plan))


@dataclass(frozen=True)
class Solution:
    """The best plan, and the prices that prove it (see `proof`).

    `total` is in hundredths, `paired` the number of mentees with a partner. Prices are whole
    numbers, one per mentor and mentee, of what the aim counts.
    """

    aim: Aim
    floor: int
    pairs: frozenset[Cell]
    total: int
    paired: int
    mentor_prices: tuple[int, ...]
    mentee_prices: tuple[int, ...]


def degrees(plan: Iterable[Cell], side: int) -> Counter[int]:
    """Return how many partners each mentor (`side` 0) or mentee (`side` 1) has in a plan."""
    return Counter(cell[side] for cell in plan)
