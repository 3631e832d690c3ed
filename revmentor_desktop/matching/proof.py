"""Why a plan is the best: prices, and a check that anyone can follow.

Every person has a price, a whole number. Think of a plan as paying each person's price for each
place taken. Then whatever a plan counts in all is what its people cost together, plus what each of
its pairs counts beyond the prices of its two people. Of neither can any plan have more than

    the sum over mentors of the most of    price × places               for 0 … room places
  + the sum over mentees of the most of    price × places + per_mentee if they have a partner
  + the sum over allowed pairs of          worth − price − price        where that is above 0.

So no plan counts more than this bound, and a plan that counts as much is the best. (Weak duality of
linear programmes, in whole numbers: nothing is rounded. Locked pairs are the same in all plans:
they take places and are left out of the sums.) What a pair is worth and what counts for each mentee
says `goal`. Nothing here uses the solver.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.goal import Goal, counting, goal_of
from revmentor_desktop.matching.problem import Cell, Problem, Solution, degrees


def is_best(problem: Problem, solution: Solution) -> bool:
    """Check that a solution's plan keeps to the problem, and counts what no plan can exceed."""
    return run_to_end(checking(problem, solution))


def checking(problem: Problem, solution: Solution) -> Generator[None, None, bool]:
    """Check the same in steps."""
    occurring = (yield from counting(problem)) if solution.aim is Aim.NOBODY_LEFT else None
    goal = goal_of(problem, solution.aim, solution.floor, occurring)
    yield
    free = solution.pairs - problem.locked
    most = yield from bounding(problem, goal, solution)
    return (
        is_plan(problem, goal, solution.pairs)
        and all(problem.scores[i][j] >= solution.floor for i, j in free)
        and counted(problem, goal, solution.pairs) == most
        and solution.total == problem.total(solution.pairs)
        and solution.paired == len({mentee for _, mentee in solution.pairs})
    )


def is_plan(problem: Problem, goal: Goal, plan: frozenset[Cell]) -> bool:
    """Check that a plan has all locked pairs, no other forbidden one, and goes beyond no room."""
    free = plan - problem.locked
    mentor_rooms, mentee_rooms = goal.rooms(problem)
    return (
        problem.locked <= plan
        and all(goal.worth[problem.scores[i][j]] is not None for i, j in free)
        and all(count <= mentor_rooms[i] for i, count in degrees(free, 0).items())
        and all(count <= mentee_rooms[j] for j, count in degrees(free, 1).items())
    )


def counted(problem: Problem, goal: Goal, plan: frozenset[Cell]) -> int:
    """Return what a plan counts: the worth of its pairs, and so much for each paired mentee."""
    worths = (goal.worth[problem.scores[i][j]] or 0 for i, j in plan - problem.locked)
    return sum(worths) + goal.per_mentee * len({mentee for _, mentee in plan})


def bound(problem: Problem, goal: Goal, solution: Solution) -> int:
    """Return what no plan can count more than, by a solution's prices."""
    return run_to_end(bounding(problem, goal, solution))


def bounding(problem: Problem, goal: Goal, solution: Solution) -> Generator[None, None, int]:
    """Return the same in steps."""
    held = {mentee for _, mentee in problem.locked}
    mentor_rooms, mentee_rooms = goal.rooms(problem)
    most = sum(
        max(0, p * room) for p, room in zip(solution.mentor_prices, mentor_rooms, strict=True)
    )
    for j, (price, room) in enumerate(zip(solution.mentee_prices, mentee_rooms, strict=True)):
        alone = goal.per_mentee if j in held else 0
        most += max([alone, *(price * n + goal.per_mentee for n in (1, room) if room)])
    for i, (price, row) in enumerate(zip(solution.mentor_prices, problem.scores, strict=True)):
        worths = map(goal.worth.__getitem__, row)
        for j, (worth, other) in enumerate(zip(worths, solution.mentee_prices, strict=True)):
            if worth is not None and worth > price + other and (i, j) not in problem.locked:
                most += worth - price - other
        yield
    return most


@dataclass(frozen=True)
class Distance:
    """How far a plan is from the best: fewer mentees paired, hundredths less in total and at worst.

    A plan that is worse by its aim may still be better in one of them, which is then below zero.
    """

    mentees: int
    total: int
    lowest: int


def distance(problem: Problem, plan: frozenset[Cell], best: Solution) -> Distance:
    """Return how far a plan is from the best one for the same problem."""
    return Distance(
        best.paired - len({mentee for _, mentee in plan}),
        best.total - problem.total(plan),
        _lowest(problem, best.pairs) - _lowest(problem, plan),
    )


def _lowest(problem: Problem, plan: Iterable[Cell]) -> int:
    return min(map(problem.counted, plan), default=0)
