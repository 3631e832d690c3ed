"""The plan is the best there is, the same in any order of rows, and found or left off cleanly."""

from __future__ import annotations

import math
import os
from random import Random

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.problem import FORBIDDEN, Problem
from revmentor_desktop.matching.proof import is_best
from revmentor_desktop.matching.solver import solve
from tests.matching.random_problems import (
    FLOORS,
    hard,
    matrix,
    plans,
    popular,
    shuffled,
    small,
    value,
)

FULL = os.environ.get("REVMENTOR_DRILLS") == "full"
TIMES = 2_000 if FULL else 250


@pytest.mark.drill
@pytest.mark.parametrize("aim", Aim)
def test_no_plan_of_a_small_problem_is_better(aim: Aim) -> None:
    random = Random(4)
    for _ in range(TIMES):
        problem, floor = small(random), random.choice(FLOORS) if aim is Aim.FIT else 0
        found = run_to_end(solve(problem, aim, floor))
        values = {plan: value(problem, aim, floor, plan) for plan in plans(problem)}
        best = max(each for each in values.values() if each is not None)
        assert values[found.pairs] == best, (problem, floor)
        assert is_best(problem, found), (problem, floor)


@pytest.mark.parametrize("aim", Aim)
def test_the_order_of_rows_and_columns_changes_nothing(aim: Aim) -> None:
    random = Random(5)
    for _ in range(60):
        problem = small(random, most=9)
        other, rows, columns = shuffled(problem, random)
        found = run_to_end(solve(problem, aim)).pairs
        again = run_to_end(solve(other, aim)).pairs
        assert {(rows[i], columns[j]) for i, j in again} == found, problem


@pytest.mark.parametrize("aim", Aim)
def test_among_equals_who_waited_comes_first(aim: Aim) -> None:
    alike = [[5_000] * 4] * 2
    for waiting in range(4):
        marks = [int(waiting == j) for j in range(4)]
        found = run_to_end(solve(Problem(alike, mentee_waiting=marks), aim))
        assert waiting in {mentee for _, mentee in found.pairs}
        turned = Problem([[5_000] * 2] * 4, mentor_waiting=marks)
        assert waiting in {mentor for mentor, _ in run_to_end(solve(turned, aim)).pairs}


@pytest.mark.parametrize("aim", Aim)
def test_who_waited_never_costs_a_point(aim: Aim) -> None:
    problem = Problem([[5_000, 5_001]], mentee_waiting=[9, 0])
    assert run_to_end(solve(problem, aim)).pairs == {(0, 1)}


@pytest.mark.drill
@pytest.mark.parametrize("aim", Aim)
def test_on_hard_boards_the_plan_is_proven_in_any_order(aim: Aim) -> None:
    random = Random(18)
    for kind, problem in hard(random, 120 if FULL else 24).items():
        found = run_to_end(solve(problem, aim, 5_000 if aim is Aim.FIT else 0))
        assert is_best(problem, found), kind
        other, rows, columns = shuffled(problem, random)
        again = run_to_end(solve(other, aim, 5_000 if aim is Aim.FIT else 0)).pairs
        assert {(rows[i], columns[j]) for i, j in again} == found.pairs, kind


def test_a_second_partner_never_costs_another_their_first() -> None:
    problem = Problem([[10_000, 0], [10_000, 1]], mentee_room=[2, 1])
    assert run_to_end(solve(problem, Aim.EVERYONE)).pairs == {(0, 0), (1, 1)}
    assert run_to_end(solve(problem, Aim.FIT, 2)).pairs == {(0, 0), (1, 0)}


def test_the_aims_differ_as_they_say() -> None:
    problem = Problem([[9_000, 8_000], [8_500, 2_000]])
    assert run_to_end(solve(problem, Aim.FIT, 8_900)).pairs == {(0, 0)}
    problem = Problem([[10_000, 5_000], [5_500, 1_000]])
    assert run_to_end(solve(problem, Aim.EVERYONE)).pairs == {(0, 0), (1, 1)}
    assert run_to_end(solve(problem, Aim.NOBODY_LEFT)).pairs == {(0, 1), (1, 0)}


def test_a_locked_pair_stays_though_forbidden_or_beyond_the_room() -> None:
    problem = Problem(
        [[FORBIDDEN, 9_000], [4_000, 3_000]],
        mentor_room=[0, 1],
        locked=frozenset({(0, 0), (0, 1)}),
    )
    for aim in Aim:
        found = run_to_end(solve(problem, aim))
        assert found.pairs == problem.locked
        assert (found.total, found.paired) == (9_000, 2)


@pytest.mark.parametrize(
    "problem", [Problem([]), Problem([[], []]), Problem([[FORBIDDEN]]), Problem([], [], [1, 1])]
)
@pytest.mark.parametrize("aim", Aim)
def test_nobody_to_pair_is_a_plan_too(problem: Problem, aim: Aim) -> None:
    found = run_to_end(solve(problem, aim))
    assert (found.pairs, found.total) == (frozenset(), 0)
    assert is_best(problem, found)


@pytest.mark.parametrize(
    "scores", [[[1], [1, 2]], [[10_001]], [[-2]]], ids=["uneven", "too high", "too low"]
)
def test_what_is_no_matrix_of_scores_is_refused(scores: list[list[int]]) -> None:
    with pytest.raises(ValueError, match=r"rows differ|no score"):
        Problem(scores)


def test_rooms_keys_and_locks_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="mentor_room"):
        Problem([[1]], mentor_room=[1, 1])
    with pytest.raises(ValueError, match="share a key"):
        Problem([[1], [1]], mentor_keys=[3, 3])
    with pytest.raises(ValueError, match="outside"):
        Problem([[1]], locked=frozenset({(0, 1)}))


@pytest.mark.parametrize("aim", Aim)
def test_the_work_says_how_far_it_is_and_can_be_ended_at_any_moment(aim: Aim) -> None:
    problem = Problem(popular(Random(6), 40))
    best = run_to_end(solve(problem, aim))
    shares = [step.done / step.total for step in solve(problem, aim)]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert 0.9 < shares[-1] <= 1
    for steps in range(1, len(shares), 25):
        work = solve(problem, aim)
        for _ in range(steps):
            next(work)
        work.close()
    assert run_to_end(solve(problem, aim)) == best


def _sizes(random: Random) -> tuple[int, int]:
    most = 300 if FULL else 60
    return random.randint(1, most), random.randint(1, most)


@pytest.mark.drill
def test_scipy_finds_no_higher_total() -> None:
    from numpy import array, where
    from scipy.optimize import linear_sum_assignment

    random = Random(7)
    for number in range(200 if FULL else 60):
        mentors, mentees = _sizes(random)
        scores = (
            popular(random, mentors)
            if number % 4 == 0
            else matrix(random, mentors, mentees, range(10_001), random.choice((0, 0.3)))
        )
        given = array(scores)
        rows, columns = linear_sum_assignment(where(given < 0, -(10**9), given), maximize=True)
        theirs = [int(score) for score in given[rows, columns] if score >= 0]
        found = run_to_end(solve(Problem(scores), Aim.EVERYONE))
        assert (found.paired, found.total) == (len(theirs), sum(theirs)), number
        assert is_best(Problem(scores), found)


def test_scores_stay_exact_where_everything_is_the_same() -> None:
    found = run_to_end(solve(Problem([[3_333] * 40] * 40), Aim.EVERYONE))
    assert found.total == math.prod((3_333, 40))
