"""In which stages plans for NOBODY_LEFT are told apart, by the levels of the best one.

Prices of so many levels are numbers of thousands of digits. So what could be is told apart in a few
stages, each of the levels from one floor to the next: its numbers are short, and it looks only at
what is as good as the best by all levels below. What costs nothing at all in a stage, sets of bits
tell without any numbers (`Level`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from revmentor_desktop.matching.goal import Goal
from revmentor_desktop.matching.level_lines import LEFT, Level
from revmentor_desktop.matching.lowest_first import Lowest
from revmentor_desktop.matching.problem import HIGHEST, Cell
from revmentor_desktop.matching.sets_of_people import bits, together

_ROOMS: Final = Goal((), 0, one_each=True)
"""Says who has room."""

_FEW: Final = 2_000
"""So many pairs are told apart in one stage; more of them in stages that leave a fourth each."""

_COUNTED: Final = 6_000
"""So many pairs are counted by their scores; of more, all pairs of the problem are."""


class Known:
    """The best plan; mentees are numbered as they stand in `Lowest.asked`.

    `left` stands after the last mentor for nobody as a partner, `nobody` after that for where
    places begin and end. `occurring` says how often each score occurs.
    """

    def __init__(self, lowest: Lowest, occurring: Mapping[int, int]) -> None:
        self.lowest = lowest
        self.occurring = occurring
        self.asked = lowest.asked
        self.left = len(lowest.problem.scores)
        self.nobody = self.left + 1
        self.lines = [lowest.lines[j] for j in lowest.asked]
        mates = (lowest.mates[j] for j in lowest.asked)
        self.mate = [self.left if x is None else x for x in mates]
        self.room = [*_ROOMS.rooms(lowest.problem)[0], len(self.mate) + 1]
        self.partners: list[list[int]] = [[] for _ in self.room]
        for y, x in enumerate(self.mate):
            self.partners[x].append(y)

    @cached_property
    def all_moves(self) -> list[int]:
        """Whom each mentee could have instead of their mentor, as bits."""
        left = 1 << self.left
        both = zip(self.lines, self.mate, strict=True)
        return [(line.bits | left) & ~(1 << x) for line, x in both]

    @cached_property
    def all_comers(self) -> list[int]:
        """Which mentees each mentor could have besides, as bits."""
        return turned(self.all_moves, self.nobody)

    @cached_property
    def stages(self) -> list[Stage]:
        """The stages in which plans are told apart, from low to high."""
        floor, risen = LEFT, 0
        found: list[Stage] = []
        for level in _parting(self.lowest.levels):
            found.append(Stage(self, floor, risen, level))
            floor, risen = found[-1].end, level.rises
        return found

    def plan(self, moves: Mapping[int, int]) -> frozenset[Cell]:
        """Return the plan in which some mentees have another mentor, without locked pairs."""
        mates = (moves.get(y, x) for y, x in enumerate(self.mate))
        return frozenset((x, j) for x, j in zip(mates, self.asked, strict=True) if x != self.left)


def _parting(levels: Sequence[Level]) -> Iterator[Level]:
    """Yield levels with ever fewer pairs that are still open, and the last."""
    place, last = 0, len(levels) - 1
    while place < last:
        yield levels[place]
        open_ = _many(levels[place].free)
        if open_ < _FEW:
            break
        place = bisect_left(levels, -open_ // 4, place + 1, last, key=lambda one: -_many(one.free))
    yield levels[last]


def _many(sets: Sequence[int]) -> int:
    return sum(map(int.bit_count, sets))


def turned(rows: Sequence[int], width: int) -> list[int]:
    """Return a matrix of bits with rows for columns; `width` is how many there are then."""
    # As text: every width-th letter of all rows in one is a column.
    text = "".join(format(row, f"0{width}b") for row in reversed(rows))
    return [int(text[width - 1 - column :: width] or "0", 2) for column in range(width)]


class Stage:
    """Levels from a floor to below an end, of which `level` says what costs nothing in them.

    `free` says for each mentee whom they can move to at no cost by any level so far, `loose` which
    mentors can have another number of partners.
    """

    def __init__(self, known: Known, floor: int, risen: int, level: Level) -> None:
        self.known = known
        self.floor = floor
        rises = known.lowest.rises
        self.end = HIGHEST + 1
        if level.rises < len(rises):
            self.end = rises[level.rises].level
        self.free = list(self._free(level))
        self.loose = level.loose
        self.rises = rises[risen : level.rises]

    @cached_property
    def free_comers(self) -> list[int]:
        """Who can move to each mentor at no cost by any level so far."""
        return turned(self.free, self.known.nobody)

    def _free(self, level: Level) -> Iterator[int]:
        for line, there, start, then in zip(
            self.known.lines, level.free, level.ends, level.mate, strict=True
        ):
            end = bisect_left(line.values, self.end, start)
            if start == 0 and 2 * end > len(line.order):
                free = there & ~line.bits | there & together(line.order[end:])
            else:
                free = there & ~together(line.order[start:end])
            is_below = level.value < line.column[then] < self.end
            yield free if is_below else free | 1 << then


class Weights:
    """What everybody costs and pairs weigh by the levels of a stage alone.

    `of_levels` leaves out levels that weigh nothing. `within` are the scores of all pairs that may
    come into it, or None for those of all there are.
    """

    def __init__(self, stage: Stage, within: Counter[int] | None) -> None:
        known = stage.known
        self.of_levels = _weights(stage, known.occurring if within is None else within)
        of_mentors, of_all = [0] * known.nobody, [0] * len(known.lowest.mates)
        nobody = 0
        for rise in stage.rises:
            weight = self.of_levels[rise.level] * rise.by
            nobody += weight * rise.nobody
            for j in rise.mentees:
                of_all[j] -= weight
            for x in bits(rise.mentors):
                of_mentors[x] += weight
        self.of_mentors = [price - nobody for price in of_mentors]
        self.of_mentees = [of_all[j] + nobody for j in known.asked]
        self.columns = [line.column for line in known.lines]

    def cost(self, y: int, x: int) -> int:
        """Return what it costs by these levels that a mentee moves to a mentor."""
        weight = self.of_levels.get(self.columns[y][x], 0)
        return self.of_mentees[y] + self.of_mentors[x] + weight


def _weights(stage: Stage, found: Mapping[int, int]) -> dict[int, int]:
    """Return what each level weighs: more than all that can be at higher ones together."""
    many, risen = len(stage.known.mate), Counter(rise.level for rise in stage.rises)
    weighs, higher = dict[int, int](), 0
    levels = {level for level in (*found, *risen) if stage.floor <= level < stage.end}
    if stage.floor == LEFT:
        levels.add(LEFT)
    for level in sorted(levels, reverse=True):
        weighs[level] = higher + 1
        most = many if level == LEFT else min(found.get(level, 0), many)
        higher += weighs[level] * max(most, risen[level] + 1)
    return weighs


def are_few(moves: Collection[int]) -> bool:
    """Whether pairs, as bits of whom each can have, are few enough to be counted."""
    return sum(map(int.bit_count, moves)) <= _COUNTED
