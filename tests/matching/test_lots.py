"""Of plans that are equally good the lots choose one: the one whose lowest lot is highest."""

from __future__ import annotations

import os
from random import Random

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.problem import FORBIDDEN, Cell, Problem
from revmentor_desktop.matching.solver import solve
from revmentor_desktop.matching.ties import ties_of
from tests.matching.random_problems import matrix, plans

FULL = os.environ.get("REVMENTOR_DRILLS") == "full"
TIMES = 1_200 if FULL else 300


def equally_good(random: Random) -> Problem:
    """A problem of which all plans with as many pairs are equally good."""
    mentors, mentees = random.randint(1, 5), random.randint(3, 5)
    return Problem(
        matrix(random, mentors, mentees, (7_000, 7_000, 7_000, FORBIDDEN), 0),
        mentor_room=random.choices((0, 1, 1, 1, 2), k=mentors),
        mentor_keys=random.sample(range(100), mentors),
        mentee_keys=random.sample(range(100), mentees),
    )


def lots(problem: Problem, plan: frozenset[Cell]) -> list[int]:
    """The lots of a plan from low to high; nobody has the lot 1, which makes no difference."""
    ties = ties_of(problem)
    drawn = {j: ties.of_pair(i, j) for i, j in plan}
    return sorted(drawn.get(j, lot) for j, lot in enumerate(ties.mentees))


@pytest.mark.drill
def test_of_equally_good_plans_the_one_with_the_highest_lots_is_found() -> None:
    random = Random(21)
    for _ in range(TIMES):
        problem = equally_good(random)
        most = max(map(len, plans(problem)))
        full = [plan for plan in plans(problem) if len(plan) == most]
        best = max(full, key=lambda plan: lots(problem, plan))
        assert run_to_end(solve(problem, Aim.NOBODY_LEFT)).pairs == best, problem
