"""The best plan for NOBODY_LEFT: one level of scores after the other, from the lowest up.

Whoever is left over is paired with nobody, at a level of its own below all scores. At each level
stand as few pairs as can be; then whatever would need one more is struck out for good, and the next
level is looked at among the plans that remain (see `faces`). After the scores come those who waited
longest, and then lots, a level for each: so one plan remains, in whatever order the rows stand.

How often a price rose at which level is all that the proof needs: `prices` weighs it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import chain, compress
from operator import ne
from typing import Final

from revmentor_desktop.domain.progress import Progress, reporting
from revmentor_desktop.matching.goal import Goal, marks
from revmentor_desktop.matching.level_lines import LEFT, Level, Line, Rise
from revmentor_desktop.matching.lowest_again import Again, Leveled
from revmentor_desktop.matching.plans import Plans
from revmentor_desktop.matching.problem import HIGHEST, Cell, Problem, degrees
from revmentor_desktop.matching.sets_of_people import listed, together
from revmentor_desktop.matching.sums_of_sets import sums_of_sets
from revmentor_desktop.matching.ties import PRIME, Ties, ties_of
from revmentor_desktop.matching.weakest_first import weakest_first

_ROOMS: Final = Goal((), 0, one_each=True)
"""Says who has room."""

_Changed = dict[int, dict[int, int]]
"""What scores mentees have now with mentors with whom they had others."""

_PARTS: Final = 4
"""The work has as many parts, taken as equally long: lines, a first plan, levels, lots."""

_SOME: Final = 4
"""More than one in so many choices that could be better are many."""

_OFTEN: Final = 12
"""After how many people or walks the work says how far it is, and can be ended."""
_MANY: Final = 250
"""The same for what takes less."""
_FEW: Final = 2
"""The same for walks that may go to everybody."""

_KEPT: Final = 64
"""About so many levels are kept to begin from."""


@dataclass(frozen=True, slots=True)
class Lowest:
    """The best plan with what the proof and questions need; `lines` are those of all mentees.

    `asked` are the mentees who have room; in `levels` they are numbered as they stand there,
    and in `lots`, the levels of the lots.
    """

    problem: Problem
    lines: Sequence[Line]
    mates: Sequence[int | None]
    rises: Sequence[Rise]
    asked: Sequence[int]
    levels: Sequence[Level]
    lots: Leveled

    @property
    def pairs(self) -> frozenset[Cell]:
        """The pairs of the plan, locked ones left out."""
        return frozenset((i, j) for j, i in enumerate(self.mates) if i is not None)

    @property
    def floor(self) -> int:
        """The lowest score in the plan, locked pairs left out."""
        return min((self.problem.scores[i][j] for i, j in self.pairs), default=0)

    def prices(self, goal: Goal) -> tuple[list[int], list[int]]:
        """Return what mentors and mentees cost, by what the levels weigh."""
        mentors = len(self.problem.scores)
        weights = [
            rise.by * (goal.per_mentee if rise.level == LEFT else -(goal.worth[rise.level] or 0))
            for rise in self.rises
        ]
        nobody = sum(w for w, rise in zip(weights, self.rises, strict=True) if rise.nobody)
        risen = sums_of_sets(
            weights, [rise.mentors & ~(1 << mentors) for rise in self.rises], mentors
        )
        of_mentors = [price - nobody for price in risen]
        fallen = sums_of_sets(
            weights, [together(rise.mentees) for rise in self.rises], len(self.mates)
        )
        of_mentees = [nobody - price for price in fallen]
        enough = max(0, -min(of_mentors, default=0))
        rooms = goal.rooms(self.problem)[1]
        return of_mentors, [
            p if room else enough for p, room in zip(of_mentees, rooms, strict=True)
        ]


def lowest_first(
    problem: Problem, known: Lowest | None = None
) -> Generator[Progress, None, Lowest]:
    """Find the best plan; can be broken off at any step.

    `known` is the plan for a problem with as many people that differs little: the work is short
    then.
    """
    yield Progress(0, 1)
    rooms = _ROOMS.rooms(problem)
    changed = _changed(known.problem, problem) if known else {}
    lines = yield from _lines(problem, known, changed)
    asked = [j for j, room in enumerate(rooms[1]) if room]
    work = _Work([lines[j] for j in asked], rooms[0], asked)
    ties = ties_of(problem)
    if known is None:
        yield from work.begin(marks(problem))
    else:
        yield from work.go_on(known, changed, ties)
    yield from work.levels()
    rises = yield from work.rises()
    yield from work.waiting(problem)
    yield from work.lots(ties)
    yield Progress(1, 1)
    mates: list[int | None] = [None] * len(lines)
    for y, x in zip(asked, work.plans.mate, strict=True):
        mates[y] = None if x == work.plans.left else x
    return Lowest(problem, lines, mates, rises, asked, work.kept, work.kept_lots)


def _changed(before: Problem, now: Problem) -> _Changed:
    """Return the mentees with other scores, and which."""
    found: _Changed = {}
    for i, (old, new) in enumerate(zip(before.scores, now.scores, strict=True)):
        if old is not new and old != new:
            for j in compress(range(len(new)), map(ne, old, new)):
                found.setdefault(j, {})[i] = new[j]
    return found


def _lines(
    problem: Problem, known: Lowest | None, changed: _Changed
) -> Generator[Progress, None, list[Line]]:
    """Sort all columns; of a `known` problem only those that changed."""
    if known is None:
        found: list[Line] = []
        many = len(problem.mentee_room)
        columns = zip(*problem.scores, strict=True) if problem.scores else [()] * many
        for column in columns:
            if len(found) % _OFTEN == 0:
                yield Progress(len(found), _PARTS * many)
            found.append(Line.of(column))
        return found
    lines = list(known.lines)
    for j, scores in changed.items():
        lines[j] = lines[j].with_scores(scores)
    yield Progress(1, _PARTS)
    return lines


class _Work:
    """The levels of one problem; people are numbered as in `asked`, who have room."""

    def __init__(self, lines: list[Line], room: list[int], asked: list[int]) -> None:
        self.lines = lines
        self.room = room
        self.asked = asked
        self.done = len(lines)
        self.plans = Plans(room, [len(room)] * len(lines))
        self.kept: list[Level] = []
        self.kept_lots: tuple[list[Line], list[Level]] = ([], [])
        self.drawn: dict[int, Line] = {}
        self.hopes: list[int] = []

    def _progress(self) -> Progress:
        return Progress(self.done, _PARTS * len(self.lines))

    def go_on(
        self, known: Lowest, changed: _Changed, ties: Ties
    ) -> Generator[Progress, None, None]:
        """Begin with the pairs of a known plan that are as they were, and places for the rest."""
        left, held = len(self.room), [0] * len(self.room)
        times = Counter(chain.from_iterable(changed.values()))
        others = {x for x, n in times.items() if n > _OFTEN}
        mates = [left] * len(self.lines)
        for y, j in enumerate(self.asked):
            x = known.mates[j]
            if (
                x is not None
                and held[x] < self.room[x]
                and x not in others | changed.get(j, {}).keys()
            ):
                held[x] += 1
                mates[y] = x
        self.plans = Plans(self.room, mates)
        self.hopes = [one.value for one in known.lots[1]]
        self.drawn = dict(zip(known.asked, known.lots[0], strict=False))
        rooms = zip(_ROOMS.rooms(known.problem)[0], self.room, strict=True)
        roomier = together(
            x for x, (before, now) in enumerate(rooms) if now > before or x in others
        )
        stood = {j: place for place, j in enumerate(known.asked)}
        otherwise = {y: together(changed.get(j, ())) for y, j in enumerate(self.asked)}
        before = [None if len(changed.get(j, ())) > _OFTEN else stood.get(j) for j in self.asked]
        again = Again(
            known.levels,
            known.lots,
            self.lines,
            before,
            (roomier, otherwise),
            lambda y, x: ties.of_pair(x, self.asked[y]),
        )
        yield from reporting(again.place(self.plans), self._progress())

    def begin(self, floors: Sequence[int]) -> Generator[Progress, None, None]:
        """Begin with what people choose; give as many as can be a place at each lower floor.

        Floors that some cannot reach are left out. Where many of the choices below the first are
        of two who could each reach it, these are taken back.
        """
        choosing = weakest_first(self.lines, self.room)
        mates, reach = yield from reporting(choosing, self._progress())
        floors = [floor for floor in reversed(floors) if floor <= reach]
        low = [y for y, x in enumerate(mates) if self.lines[y].column[x] < floors[0]]
        yield self._progress()
        if _SOME * sum(self._can_both_reach(floors[0], mates[y], y) for y in low) > len(low):
            for y in low:
                mates[y] = len(self.room)
        plans = self.plans = Plans(self.room, mates)
        ends = [len(line.order) for line in self.lines]
        for floor in floors:
            for y, line in enumerate(self.lines):
                if y % _MANY == _MANY - 1:
                    yield self._progress()
                start = bisect_left(line.values, floor, 0, ends[y])
                plans.free[y] |= together(line.order[start : ends[y]]) & ~(1 << plans.mate[y])
                ends[y] = start
            yield self._progress()
            dead = 0
            for done, y in enumerate(sorted(plans.partners[plans.left])):
                if done % _OFTEN == 0:
                    yield self._progress()
                dead = plans.place(y, dead)
            if not plans.partners[plans.left]:
                break

    def _can_both_reach(self, floor: int, x: int, y: int) -> bool:
        """Whether a mentor and a mentee could each have somebody at a score or above it."""
        mine = self.lines[y].values
        return bool(mine) and mine[-1] >= floor and any(w.column[x] >= floor for w in self.lines)

    def levels(self) -> Generator[Progress, None, None]:
        """Settle every level that the plan has, those that are left over first."""
        plans, left = self.plans, self.plans.left
        for y, (line, x) in enumerate(zip(self.lines, plans.mate, strict=True)):
            plans.free[y] = (line.bits | 1 << left) & ~(1 << x)
        yield self._progress()
        plans.begin_lines(self.lines)
        plans.charge([1] * len(self.lines))
        yield from self._settle(LEFT, plans.partners[left])
        self.kept.append(plans.level(LEFT))
        yield from self._rising(self.lines, 2, self.kept)
        plans.end_lines()
        self.kept.append(plans.level(HIGHEST))

    def _rising(
        self, lines: Sequence[Line], part: int, kept: list[Level]
    ) -> Generator[Progress, None, None]:
        """Settle the levels of some lines from low to high."""
        plans, level = self.plans, LEFT
        self.done = part * len(lines)
        plans.begin_lines(lines)
        to_settle: list[tuple[int, int]] = []
        plans.changed.update(range(len(lines)))
        while True:
            for y in plans.changed:
                heappush(to_settle, (lines[y].column[plans.mate[y]], y))
            plans.changed.clear()
            mentees = self._next(lines, to_settle, level)
            if not mentees:
                return
            level = lines[mentees[0]].column[plans.mate[mentees[0]]]
            self.done = min(self.done + len(mentees), (part + 1) * len(lines))
            yield self._progress()
            if any(plans.free[y] for y in mentees):
                plans.open(level)
                yield from self._settle(level, mentees)
            else:
                plans.rises += (Rise(level, (y,), 0, nobody=False, by=1) for y in mentees)
            if self._is_far(kept[-1]):
                kept.append(plans.level(level))

    def _is_far(self, last: Level) -> bool:
        """Whether much has risen since a level was kept."""
        return len(self.plans.rises) > last.rises + len(self.lines) // _KEPT

    def _next(
        self, lines: Sequence[Line], to_settle: list[tuple[int, int]], level: int
    ) -> list[int]:
        """Take those out of a heap who stand at the next level above the last."""
        mate, found, most = self.plans.mate, list[int](), PRIME
        while to_settle and to_settle[0][0] <= most:
            value, y = heappop(to_settle)
            if value > level and value == lines[y].column[mate[y]] and y not in found[-1:]:
                most = value
                found.append(y)
        return found

    def _settle(self, level: int, mentees: Collection[int]) -> Generator[Progress, None, None]:
        plans = self.plans
        plans.pending = dict.fromkeys(mentees, 1)
        for done, y in enumerate(sorted(mentees)):
            if done % _FEW == _FEW - 1:
                yield self._progress()
            while y in plans.pending:
                if not plans.moves(y):
                    plans.rise(level)
        plans.close()

    def rises(self) -> Generator[Progress, None, list[Rise]]:
        """Return all rises until now, in which mentees are numbered as in the problem."""
        found: list[Rise] = []
        for one in self.plans.rises:
            if len(found) % _OFTEN == 0:
                yield self._progress()
            mentees = tuple(self.asked[y] for y in one.mentees)
            found.append(Rise(one.level, mentees, one.mentors, one.nobody, one.by))
        return found

    def waiting(self, problem: Problem) -> Generator[Progress, None, None]:
        """Among equals, let those have a place who were left over most often."""
        plans = self.plans
        held = degrees(problem.locked, 0)
        plans.first[:-1] = [0 if held[x] else n for x, n in enumerate(problem.mentor_waiting)]
        self.done = 3 * len(self.lines)
        waits = [problem.mentee_waiting[j] for j in self.asked]
        if not any(plans.first) and not any(waits):
            return
        plans.charge(waits)
        wanted = [x for x, n in enumerate(plans.first) if n and not plans.count[x]]
        wishes = {x: plans.first[x] for x in wanted}
        for x in wanted:
            plans.first[x] = 0
        plans.measure(range(plans.left + 1))
        plans.pending = {y: waits[y] for y in plans.partners[plans.left] if waits[y]}
        yield self._progress()
        for y in sorted(plans.pending):
            while y in plans.pending:
                if not plans.moves(y):
                    plans.rise(LEFT)
            yield self._progress()
        for x in wanted:
            plans.want(x, wishes[x])
            yield self._progress()
        plans.close()

    def lots(self, ties: Ties) -> Generator[Progress, None, None]:
        """Choose by lot among plans that are equally good: the lowest lots go first."""
        plans = self.plans
        lines: list[Line] = []
        for y, (j, free) in enumerate(zip(self.asked, plans.free, strict=True)):
            if y % _OFTEN == 0:
                yield self._progress()
            could = free | 1 << plans.mate[y] if free else 0
            line = self.drawn.get(j)
            lines.append(line if line and line.bits == could else _lots(ties, j, could))
        if any(plans.free):
            self.kept_lots = (lines, [plans.level(LEFT)])
            plans.hopes = self.hopes
            yield from self._rising(lines, 3, self.kept_lots[1])


def _lots(ties: Ties, mentee: int, could: int) -> Line:
    """Return the lots of a mentee with all whom they could have, nobody among them."""
    column = [LEFT] * (len(ties.mentors) + 1)
    if not could:
        return Line.in_order(column, [], 0)
    drawn, mine = [*ties.mentors, 1], ties.mentees[mentee]
    order = listed(could)
    for x in order:
        column[x] = drawn[x] * mine % PRIME
    return Line.in_order(column, order, could)
