"""A plan for NOBODY_LEFT to begin with after a small change, near the best one.

Who lost their partner is given a place at the highest level of the plan before at which there is a
way to one. Nothing rests on that but how soon the best plan is found: without it, they would climb
from the lowest pair that they can have, one level after the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Final

from revmentor_desktop.matching.level_lines import Level, Line
from revmentor_desktop.matching.plans import Plans
from revmentor_desktop.matching.sets_of_people import bits, together

_FEW: Final = 6
"""Of more people who have no partner all begin at the lowest level."""

_NO_LINE: Final = Line.in_order([], [], 0)
"""Nothing of it is below any level."""

Leveled = tuple[Sequence[Line], Sequence[Level]]
"""Levels with the lines of all who are numbered in them."""


class Again:
    """What is known of the levels before, for those who have room now.

    `scores` and `lots` have the levels and the lines then, `lines` are those now. `before` says
    where mentees stood then. `others` are the mentors, as bits, with whom it is otherwise now: for
    everybody, and besides for some mentees. `lot` draws that of a mentee and a mentor.
    """

    def __init__(
        self,
        scores: Sequence[Level],
        lots: Leveled,
        lines: Sequence[Line],
        before: Sequence[int | None],
        others: tuple[int, Mapping[int, int]],
        lot: Callable[[int, int], int],
    ) -> None:
        self._scores = scores
        self._lots = lots
        self._levels = [*scores, *lots[1]]
        self._lines = lines
        self._before = before
        self._lot = lot
        for_all, for_some = others
        self._others = [
            list(bits((for_all | for_some.get(y, 0)) & line.bits)) if place is not None else []
            for y, (line, place) in enumerate(zip(lines, before, strict=True))
        ]
        both = zip(lines, self._others, strict=True)
        self._as_then = [line.bits & ~together(others) for line, others in both]

    def place(self, plans: Plans) -> Generator[None, None, None]:
        """Give everybody a place who has none, where that helps and there is one."""
        alone = sorted(plans.partners[plans.left])
        if len(alone) > _FEW:
            return
        for y in alone:
            found, beyond = -1, len(self._levels)
            while beyond - found > 1:
                yield
                middle = (found + beyond) // 2
                self._stand(plans, middle)
                if plans.can_place(y):
                    found = middle
                else:
                    beyond = middle
            if found >= 0:
                self._stand(plans, found)
                plans.place(y)

    def _stand(self, plans: Plans, number: int) -> None:
        """Leave only moves that cost nothing by a level and all below it."""
        level, is_lot = self._levels[number], number >= len(self._scores)
        lines, free, ends = [*self._lines], [0] * len(self._lines), [0] * len(self._lines)
        for y, (line, place) in enumerate(zip(self._lines, self._before, strict=True)):
            if place is None:
                there = self._best_of(y, level) if is_lot else line.bits
                lines[y] = _NO_LINE if is_lot else line
            else:
                there = (level.free[place] | 1 << level.mate[place]) & self._as_then[y]
                ends[y] = level.ends[place] if is_lot else min(level.ends[place], len(line.order))
                if is_lot:
                    lines[y] = self._lots[0][place]
                for x in self._others[y]:
                    if self._is_above(y, x, level, is_lot=is_lot):
                        there |= 1 << x
            free[y] = there & ~(1 << plans.mate[y])
        plans.stand(lines, ends, free, level.value)

    def _best_of(self, y: int, level: Level) -> int:
        """Return the mentors, as bits, with whom a mentee has the best score, above a lot."""
        values, order = self._lines[y].values, self._lines[y].order
        best = order[bisect_left(values, values[-1]) :] if values else []
        return together(x for x in best if self._lot(y, x) > level.value)

    def _is_above(self, y: int, x: int, level: Level, *, is_lot: bool) -> bool:
        """Whether a mentee stands above a level with a mentor with whom it is otherwise now."""
        column, place = self._lines[y].column, self._before[y]
        if place is None or not is_lot:
            return column[x] > level.value
        return column[x] >= column[level.mate[place]] and self._lot(y, x) > level.value
