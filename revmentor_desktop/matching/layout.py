"""A problem laid out for the solver: every pair a whole number, one side near and one far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from operator import add
from typing import Final

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.goal import Goal, goal_of, most_pairs
from revmentor_desktop.matching.network import Network
from revmentor_desktop.matching.problem import HIGHEST, Cell, Problem, degrees
from revmentor_desktop.matching.sides import Side
from revmentor_desktop.matching.ties import PRIME, Ties, no_ties, ties_of, whole_prices

_OFTEN: Final = 16
"""After how many people the work can be broken off."""


@dataclass(frozen=True)
class Layout:
    """How a problem's numbers become the network's.

    `turned`: mentees are the near side, that is the one with fewer places to give. `endless` is
    more than any way through the network can cost.
    """

    aim: Aim
    floor: int
    goal: Goal
    ties: Ties
    turned: bool
    endless: int
    table: tuple[int, ...]

    def line(self, problem: Problem, mentor: int) -> list[int]:
        """Return what a mentor counts with each mentee, as the network counts."""
        worths = map(self.table.__getitem__, problem.scores[mentor])
        line = list(map(add, worths, self.ties.of_mentor(mentor)) if self.ties.waiting else worths)
        for i, j in problem.locked:
            if i == mentor:
                line[j] = self.table[-1]
        return line

    def worth(self, problem: Problem, cell: Cell) -> int:
        """Return what one pair counts, as the network counts."""
        if cell in problem.locked:
            return self.table[-1]
        mentor, mentee = cell
        return self.table[problem.scores[mentor][mentee]] + self.ties.of_pair(mentor, mentee)

    def bonuses(self, problem: Problem) -> tuple[list[int], list[int]]:
        """Return what the first partner of each mentor and mentee counts, locked ones done."""
        held = degrees(problem.locked, 0), degrees(problem.locked, 1)
        per_mentee, per_wait = self.goal.per_mentee * self.ties.scale, self.ties.waiting
        return (
            [0 if held[0][i] else n * per_wait for i, n in enumerate(problem.mentor_waiting)],
            [
                0 if held[1][j] else per_mentee + n * per_wait
                for j, n in enumerate(problem.mentee_waiting)
            ],
        )

    def network(self, problem: Problem) -> Network:
        """Return a network without any pairs for a problem."""
        return run_to_end(self.networking(problem))

    def networking(self, problem: Problem) -> Generator[None, None, Network]:
        """Make the same in steps."""
        rooms, bonuses = self.goal.rooms(problem), self.bonuses(problem)
        lines: list[list[int]] = []
        for mentor in range(len(problem.scores)):
            lines.append(self.line(problem, mentor))
            if mentor % _OFTEN == 0:
                yield
        columns: list[list[int]] = []
        for column in zip(*lines, strict=True):
            columns.append(self._column(column))
            if len(columns) % _OFTEN == 0:
                yield
        mentors = Side(lines, rooms[0], bonuses[0])
        mentees = Side(columns or [[] for _ in rooms[1]], rooms[1], bonuses[1])
        near, far = (mentees, mentors) if self.turned else (mentors, mentees)
        return Network(near, far, self.endless)

    def _column(self, column: Iterable[int]) -> list[int]:
        # Numbers of their own, one after another in memory, are read twice as fast as the lines'.
        return list(map((0).__add__, column) if self.ties.waiting else column)

    def pairs(self, network: Network) -> frozenset[Cell]:
        """Return the pairs of a network as cells, locked ones left out."""
        pairs = ((x, y) for x, mine in enumerate(network.near.partners) for y in mine)
        return frozenset((y, x) if self.turned else (x, y) for x, y in pairs)

    def prices(self, network: Network) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the prices of mentors and of mentees, in whole numbers of the goal."""
        near, far = network.near.price, network.far.price
        whole = whole_prices([0, *near, *(-price for price in far)], self.ties.scale)
        first = tuple(whole[1 : len(near) + 1])
        second = tuple(-price for price in whole[len(near) + 1 :])
        return (second, first) if self.turned else (first, second)


def layout_of(
    problem: Problem, aim: Aim, floor: int, occurring: Counter[int] | None = None
) -> Layout:
    """Choose how a problem is laid out; `occurring` is for `goal_of`."""
    goal = goal_of(problem, aim, floor, occurring)
    ties = no_ties(problem) if aim is Aim.NOBODY_LEFT else ties_of(problem)
    rooms = goal.rooms(problem)
    largest = max(goal.per_mentee, HIGHEST)
    step = (largest + 2) * ties.scale + PRIME
    nodes = len(rooms[0]) + len(rooms[1]) + 1
    endless = 1 << (step.bit_length() + nodes.bit_length() + 6)
    never = -(endless << 4)
    scale = ties.scale.__mul__ if ties.scale > 1 else int  # numbers of thousands of digits
    table = tuple(never if worth is None else scale(worth) for worth in goal.worth)
    turned = sum(rooms[1]) < sum(rooms[0])
    return Layout(aim, floor, goal, ties, turned, endless, table)


def is_laid_out_alike(one: Problem, other: Problem) -> bool:
    """Whether two problems have the same layout, unless an aim looks at all scores at once."""
    return (
        (one.mentor_keys, one.mentee_keys) == (other.mentor_keys, other.mentee_keys)
        and (one.mentor_waiting, one.mentee_waiting) == (other.mentor_waiting, other.mentee_waiting)
        and most_pairs(one) == most_pairs(other)
    )
