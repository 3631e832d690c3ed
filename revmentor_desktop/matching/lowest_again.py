"""A plan for NOBODY_LEFT to begin with after a small change, near the best one.

Who lost their partner is given a place at the highest level of the plan before at which there is a
way to one. Nothing rests on that but how soon the best plan is found: without it, they would climb
from the lowest pair that they can have, one level after the other.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from typing import Final

from revmentor_desktop.matching.faces import Plans
from revmentor_desktop.matching.level_lines import Level, Line
from revmentor_desktop.matching.sets_of_people import bits, together

_FEW: Final = 6
"""Of more people who have no partner all begin at the lowest level."""


class Again:
    """What is known of the levels before, for those who have room now.

    `before` says where mentees stood in `levels`. `others` are the mentors, as bits, with whom it
    is otherwise now than then: for everybody, and besides for some mentees.
    """

    def __init__(
        self,
        levels: Sequence[Level],
        lines: Sequence[Line],
        before: Sequence[int | None],
        others: tuple[int, Mapping[int, int]],
    ) -> None:
        self._levels = levels
        self._lines = lines
        self._before = before
        for_all, for_some = others
        self._others = [
            list(bits(for_all | for_some.get(y, 0))) if place is not None else []
            for y, place in enumerate(before)
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
                self._stand(plans, self._levels[middle])
                if plans.can_place(y):
                    found = middle
                else:
                    beyond = middle
            if found >= 0:
                self._stand(plans, self._levels[found])
                plans.place(y)

    def _stand(self, plans: Plans, level: Level) -> None:
        """Leave only moves that cost nothing by a level and all below it."""
        free, ends = [0] * len(self._lines), [0] * len(self._lines)
        value = level.value
        for y, (line, place) in enumerate(zip(self._lines, self._before, strict=True)):
            if place is None:
                there = line.bits
            else:
                there = (level.free[place] | 1 << level.mate[place]) & self._as_then[y]
                ends[y] = min(level.ends[place], len(line.order))
            for x in self._others[y]:
                if line.column[x] > value:
                    there |= 1 << x
            free[y] = there & ~(1 << plans.mate[y])
        plans.stand(self._lines, ends, free, value)
