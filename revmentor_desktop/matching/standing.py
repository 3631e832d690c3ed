"""The best plan while the board changes: kept with its prices, and mended instead of made anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import ne

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.matching.layout import Layout, is_laid_out_alike
from revmentor_desktop.matching.network import Network
from revmentor_desktop.matching.problem import Cell, Problem, Solution
from revmentor_desktop.matching.solver import settled, solution

_Numbers = tuple[list[int], list[int]]
"""A number for each mentor, and one for each mentee."""

_MANY = 2
"""A person with more changed scores than this is paired anew as a whole."""


@dataclass
class Standing:
    """A problem, the network that holds its best plan, and ways to go on from there.

    Make one with `stand`. Whatever way led to a problem, the plan is the same as `solve` finds.
    """

    problem: Problem
    layout: Layout
    network: Network

    def solution(self) -> Solution:
        """Return the best plan for the problem as it is now."""
        return solution(self.problem, self.layout, self.network)

    def copy(self) -> Standing:
        """Return a standing that can go another way than this one."""
        return Standing(self.problem, self.layout, self.network.copy())

    def move_to(self, problem: Problem) -> Generator[Progress, None, Solution]:
        """Find the best plan for a problem that differs a little: a few moves, else from nothing.

        Begun from nothing are other people, other times of waiting, many more places in all, and
        for NOBODY_LEFT other scores: what weighs how much hangs on all of them there. Closed
        before that ends, it leaves everything as it was; the few moves are made in one go.
        """
        aim, changed = self.layout.aim, self._changed(problem)
        if changed is not None:
            trial = self.copy() if aim is Aim.NOBODY_LEFT else self
            trial._adapt(problem, changed)
            if trial._is_above_floor():
                self.problem, self.network = trial.problem, trial.network
                return self.solution()
        floor = self.layout.floor if aim is Aim.FIT else 0
        self.layout, self.network = yield from settled(problem, aim, floor)
        self.problem = problem
        return self.solution()

    def _changed(self, problem: Problem) -> set[Cell] | None:
        """Return what pairs count differently in another problem; None if it needs a new layout."""
        if not is_laid_out_alike(self.problem, problem):
            return None
        changed = set(_cells(self.problem.scores, problem.scores))
        if changed and self.layout.aim is Aim.NOBODY_LEFT:
            return None
        return changed | (self.problem.locked ^ problem.locked)

    def _is_above_floor(self) -> bool:
        """Whether the floor, below which NOBODY_LEFT tells no scores apart, is low enough still."""
        scores, floor = self.problem.scores, self.layout.floor
        return all(scores[i][j] >= floor for i, j in self.layout.pairs(self.network))

    def _adapt(self, problem: Problem, changed: set[Cell]) -> None:
        layout, network, turned = self.layout, self.network, self.layout.turned
        rooms, bonuses = layout.goal.rooms(problem), layout.bonuses(problem)
        for cell in sorted(changed & problem.locked):
            x, y = cell[::-1] if turned else cell
            if network.can_hold(x, y):
                network.hold(x, y, layout.table[-1])
        for cell in sorted(self.problem.locked - problem.locked):
            self._release(problem, cell, rooms, bonuses)
        self.problem = problem
        sides = (network.far, network.near) if turned else (network.near, network.far)
        for side, room, bonus in zip(sides, rooms, bonuses, strict=True):
            for one, (place, first) in enumerate(zip(room, bonus, strict=True)):
                network.admit(side, one, place, first)
        for mentor in _often(cell[0] for cell in changed):
            network.set_line(sides[0], mentor, layout.line(problem, mentor))
            changed -= {cell for cell in changed if cell[0] == mentor}
        for mentee in _often(cell[1] for cell in changed):
            column = [layout.worth(problem, (i, mentee)) for i in range(len(problem.scores))]
            network.set_line(sides[1], mentee, column)
            changed -= {cell for cell in changed if cell[1] == mentee}
        for i, j in sorted(changed):
            x, y = (j, i) if turned else (i, j)
            network.set_worth(x, y, layout.worth(problem, (i, j)))
            network.mend_pair(x, y)

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
    layout, network = yield from settled(problem, aim, floor)
    return Standing(problem, layout, network)


def _cells(old: Sequence[Sequence[int]], new: Sequence[Sequence[int]]) -> Iterator[Cell]:
    """Yield the cells in which two matrices of the same size differ."""
    for i, (before, after) in enumerate(zip(old, new, strict=True)):
        if before is not after and before != after:
            yield from ((i, j) for j in compress(range(len(after)), map(ne, before, after)))


def _often(people: Iterable[int]) -> list[int]:
    return sorted(one for one, times in Counter(people).items() if times > _MANY)
