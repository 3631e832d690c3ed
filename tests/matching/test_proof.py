"""The check of prices believes nothing: every way of tampering with a solution is found."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.problem import FORBIDDEN, Problem
from revmentor_desktop.matching.proof import Distance, distance, is_best
from revmentor_desktop.matching.solver import solve
from tests.matching.random_problems import FLOORS, matrix, plans, small, value


@pytest.mark.parametrize("aim", Aim)
def test_no_prices_make_a_worse_plan_look_best(aim: Aim) -> None:
    random = Random(8)
    refused = 0
    for _ in range(60):
        problem, floor = small(random, most=3), random.choice(FLOORS) if aim is Aim.FIT else 0
        best = run_to_end(solve(problem, aim, floor))
        of_best = value(problem, aim, floor, best.pairs)
        for plan in plans(problem):
            of_plan = value(problem, aim, floor, plan)
            if of_plan is None or of_plan[:2] != (of_best or ())[:2]:
                paired = len({mentee for _, mentee in plan})
                told = replace(best, pairs=plan, total=problem.total(plan), paired=paired)
                assert not is_best(problem, told), (problem, plan)
                refused += 1
    assert refused > 200


def swapped() -> tuple[Problem, frozenset[tuple[int, int]]]:
    """A problem, and its best plan with two mentors exchanged."""
    problem = Problem(matrix(Random(9), 30, 30, range(10_001), 0))
    best = run_to_end(solve(problem, Aim.EVERYONE))
    (a, b), (c, d), *rest = sorted(best.pairs)
    return problem, frozenset({(a, d), (c, b), *rest})


def test_two_pairs_swapped_are_not_the_best() -> None:
    problem, plan = swapped()
    best = run_to_end(solve(problem, Aim.EVERYONE))
    assert is_best(problem, best)
    assert not is_best(problem, replace(best, pairs=plan))
    assert not is_best(problem, replace(best, pairs=plan, total=problem.total(plan)))


@pytest.mark.parametrize("aim", Aim)
def test_other_prices_other_numbers_or_other_rules_are_found(aim: Aim) -> None:
    problem = Problem(
        [[9_000, 4_000, FORBIDDEN], [8_000, 7_000, 2_000], [1_000, FORBIDDEN, 6_000]],
        locked=frozenset({(2, 2)}),
    )
    best = run_to_end(solve(problem, aim))
    assert is_best(problem, best)
    first, *others = best.mentor_prices
    lower, higher = (first - 10**9, *others), (first + 10**9, *others)
    wrong = [
        replace(best, mentor_prices=lower),
        replace(best, mentor_prices=higher),
        replace(best, total=best.total + 1),
        replace(best, paired=best.paired - 1),
        replace(best, pairs=best.pairs - {(2, 2)}),
        replace(best, pairs=best.pairs | {(0, 2)}),
        replace(best, pairs=best.pairs | {(0, 1), (1, 0)}),
    ]
    assert [is_best(problem, each) for each in wrong] == [False] * len(wrong)
    assert not is_best(replace(problem, scores=[[9_000, 9_999, 0], *problem.scores[1:]]), best)


def test_the_distance_says_what_a_plan_lacks() -> None:
    problem = Problem([[9_000, 4_000], [8_000, 7_000]])
    best = run_to_end(solve(problem, Aim.EVERYONE))
    assert distance(problem, best.pairs, best) == Distance(0, 0, 0)
    assert distance(problem, frozenset({(0, 1), (1, 0)}), best) == Distance(0, 4_000, 3_000)
    assert distance(problem, frozenset({(0, 0)}), best) == Distance(1, 7_000, -2_000)
    assert distance(problem, frozenset(), best) == Distance(2, 16_000, 7_000)
