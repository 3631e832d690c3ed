"""The best plan while the board changes: kept with its prices, and mended instead of made anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import compress
from operator import ne

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import Progress, reporting, run_to_end
from revmentor_desktop.matching.goal import counting, most_pairs, occurrences
from revmentor_desktop.matching.layout import Layout, is_laid_out_alike, layout_of
from revmentor_desktop.matching.lowest_first import Lowest, lowest_first
from revmentor_desktop.matching.lowest_stages import Known
from revmentor_desktop.matching.network import Network
from revmentor_desktop.matching.problem import Cell, Problem, Solution
from revmentor_desktop.matching.sides import Side
from revmentor_desktop.matching.solver import lowest_solution, settled, solution

_Numbers = tuple[list[int], list[int]]
"""A number for each mentor, and one for each mentee."""

_MANY = 2
"""A person with more changed scores than this is paired anew as a whole."""


class Standing:
    """A problem, its best plan, and ways to go on from there.

    Make one with `stand`. Whatever way led to a problem, the plan is the same as `solve` finds.
    `network` holds the plan for questions; for NOBODY_LEFT, `lowest` holds how it was found, and
    the network is made of that when it is first asked for.
    """

    def __init__(
        self,
        problem: Problem,
        layout: Layout,
        network: Network | None = None,
        lowest: Lowest | None = None,
        occurring: Counter[int] | None = None,
    ) -> None:
        self.problem = problem
        self.layout = layout
        self.lowest = lowest
        self._network = network
        self._occurring = occurring

    @property
    def network(self) -> Network:
        """The network that holds the best plan."""
        if self._network is None:
            self._network = self._settled_network()
        return self._network

    @cached_property
    def known(self) -> Known | None:
        """For NOBODY_LEFT: what is known of the levels of the best plan, for questions."""
        if self.lowest is None:
            return None
        return Known(self.lowest, self._occurring or occurrences(self.problem))

    @property
    def pairs(self) -> frozenset[Cell]:
        """All pairs of the best plan, locked ones too."""
        free = self.lowest.pairs if self.lowest else self.layout.pairs(self.network)
        return free | self.problem.locked

    def solution(self) -> Solution:
        """Return the best plan for the problem as it is now."""
        if self.lowest:
            return lowest_solution(self.lowest, self.layout.goal)
        return solution(self.problem, self.layout, self.network)

    def copy(self) -> Standing:
        """Return a standing that can go another way than this one."""
        network = None if self.lowest else self.network.copy()
        return Standing(self.problem, self.layout, network, self.lowest)

    def move_to(self, problem: Problem) -> Generator[Progress, None, Solution]:
        """Find the best plan for a problem that differs a little: a few moves, else from nothing.

        Begun from nothing are other people, other times of waiting, and many more places in all.
        Closed before that ends, it leaves everything as it was.
        """
        self.__dict__ = (yield from self.moved_to(problem)).__dict__
        return self.solution()

    def moved_to(self, problem: Problem) -> Generator[Progress, None, Standing]:
        """Return a standing for a problem that differs a little, and leave this one as it is."""
        if self.lowest:
            return (yield from self._lower(problem, self.lowest))
        if (changed := self._changed(problem)) is not None:
            yield Progress(0, 1)
            twin = self.copy()
            yield from reporting(twin._adapting(problem, changed), Progress(0, 1))
            return twin
        aim, floor = self.layout.aim, self.layout.floor
        layout, network = yield from settled(problem, aim, floor)
        return Standing(problem, layout, network)

    def mended(self, problem: Problem) -> Standing:
        """Return a standing for a problem with other locks or rooms, for questions.

        That is quick also for NOBODY_LEFT, of which the plan may be none of the best where a pair
        is below the lowest of this one.
        """
        twin = Standing(self.problem, self.layout, self.network.copy())
        changed = twin._changed(problem)
        if changed is None:
            twin = self.copy()
            run_to_end(twin.move_to(problem))
        else:
            run_to_end(twin._adapting(problem, changed))
        return twin

    def _lower(self, problem: Problem, known: Lowest) -> Generator[Progress, None, Standing]:
        alike = (known.problem.mentor_keys, known.problem.mentee_keys) == (
            problem.mentor_keys,
            problem.mentee_keys,
        )
        lowest = yield from lowest_first(problem, known if alike else None)
        twin = Standing(problem, self.layout, None, lowest, self._occurring)
        changed = list(_cells(known.problem.scores, problem.scores)) if alike else None
        if changed or not alike or not _weighs_alike(known, lowest):
            yield Progress(1, 1)
            twin._count(known.problem, changed)
            yield Progress(1, 1)
            twin.layout = layout_of(problem, Aim.NOBODY_LEFT, lowest.floor, twin._occurring)
        yield Progress(1, 1)
        return twin

    def _count(self, before: Problem, changed: list[Cell] | None) -> None:
        """Count how often each score occurs; only in changed cells where it is known of before."""
        if self._occurring is None or changed is None:
            self._occurring = occurrences(self.problem)
            return
        found = self._occurring.copy()
        for i, j in changed:
            found[before.scores[i][j]] -= 1
            found[self.problem.scores[i][j]] += 1
        self._occurring = found

    def _settled_network(self) -> Network:
        """Return the network of a plan that is known, with its prices."""
        if self.lowest is None:
            raise AssertionError("a standing holds a plan")
        network = self.layout.network(self.problem)
        mentors, mentees = self.lowest.prices(self.layout.goal)
        turned = self.layout.turned
        near, far = (mentees, mentors) if turned else (mentors, mentees)
        cells = (cell[::-1] if turned else cell for cell in self.lowest.pairs)
        network.fill(near, far, cells)
        return network

    def _changed(self, problem: Problem) -> set[Cell] | None:
        """Return what pairs count differently in another problem; None if it needs a new layout."""
        if not is_laid_out_alike(self.problem, problem):
            return None
        changed = set(_cells(self.problem.scores, problem.scores))
        return changed | (self.problem.locked ^ problem.locked)

    def _adapting(self, problem: Problem, changed: set[Cell]) -> Generator[None, None, None]:
        layout, network, turned = self.layout, self.network, self.layout.turned
        rooms, bonuses = layout.goal.rooms(problem), layout.bonuses(problem)
        for cell in sorted(changed & problem.locked):
            x, y = cell[::-1] if turned else cell
            if network.can_hold(x, y):
                network.hold(x, y, layout.table[-1])
                yield
        for cell in sorted(self.problem.locked - problem.locked):
            self._release(problem, cell, rooms, bonuses)
            yield
        self.problem = problem
        sides = (network.far, network.near) if turned else (network.near, network.far)
        for side, room, bonus in zip(sides, rooms, bonuses, strict=True):
            yield from self._rooming(side, room, bonus)
        for mentor in _often(cell[0] for cell in changed):
            network.set_line(sides[0], mentor, layout.line(problem, mentor))
            yield
            changed -= {cell for cell in changed if cell[0] == mentor}
        for mentee in _often(cell[1] for cell in changed):
            column = [layout.worth(problem, (i, mentee)) for i in range(len(problem.scores))]
            network.set_line(sides[1], mentee, column)
            yield
            changed -= {cell for cell in changed if cell[1] == mentee}
        for i, j in sorted(changed):
            x, y = (j, i) if turned else (i, j)
            network.set_worth(x, y, layout.worth(problem, (i, j)))
            network.mend_pair(x, y)
            yield

    def _rooming(self, side: Side, rooms: list[int], bonuses: list[int]) -> Iterator[None]:
        """Give everybody of a side the room and bonus that are right for another problem."""
        network = self.network
        for giver, taker in _exchanges(side, rooms):
            network.hand_over(side, giver, taker)
            yield
        for one, (room, bonus) in enumerate(zip(rooms, bonuses, strict=True)):
            if network.admit(side, one, room, bonus):
                yield

    def _release(self, problem: Problem, cell: Cell, rooms: _Numbers, bonuses: _Numbers) -> None:
        """Let a locked pair move again, if it had just one place on either side."""
        network, step = self.network, -1 if self.layout.turned else 1
        (x, y), (near, far) = cell[::step], rooms[::step]
        if (near[x], far[y]) == (network.near.room[x] + 1, network.far.room[y] + 1):
            firsts = bonuses[::step]
            worth = self.layout.worth(problem, cell)
            network.release(x, y, worth, (firsts[0][x], firsts[1][y]))


def stand(problem: Problem, aim: Aim, floor: int = 0) -> Generator[Progress, None, Standing]:
    """Find the best plan for a problem, and keep what is needed to go on from it."""
    if aim is Aim.NOBODY_LEFT:
        lowest = yield from lowest_first(problem)
        occurring = yield from reporting(counting(problem), Progress(1, 1))
        layout = layout_of(problem, aim, lowest.floor, occurring)
        yield Progress(1, 1)
        return Standing(problem, layout, lowest=lowest, occurring=occurring)
    layout, network = yield from settled(problem, aim, floor)
    return Standing(problem, layout, network)


def _exchanges(side: Side, room: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield who has a place less than before and who would fill one more; both are full."""
    full = [
        one
        for one, (count, before) in enumerate(zip(side.count, side.room, strict=True))
        if count == before
    ]
    givers = [one for one in full if room[one] < side.room[one]]
    takers = [one for one in full if room[one] > side.room[one] and side.cost_of_more(one) < 0]
    return zip(givers, takers, strict=False)


def _weighs_alike(one: Lowest, other: Lowest) -> bool:
    """Whether the same scores weigh the same for two plans."""
    return one.floor == other.floor and most_pairs(one.problem) == most_pairs(other.problem)


def _cells(old: Sequence[Sequence[int]], new: Sequence[Sequence[int]]) -> Iterator[Cell]:
    """Yield the cells in which two matrices of the same size differ."""
    for i, (before, after) in enumerate(zip(old, new, strict=True)):
        if before is not after and before != after:
            yield from ((i, j) for j in compress(range(len(after)), map(ne, before, after)))


def _often(people: Iterable[int]) -> list[int]:
    return sorted(one for one, times in Counter(people).items() if times > _MANY)
