"""How long the best plan takes, beside SciPy on the same matrix; and a new one after a change."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from random import Random
from typing import Any, Final

from numpy import array, where
from scipy.optimize import linear_sum_assignment

from benchmarks.figures import Figure, in_turn
from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.problem import FORBIDDEN, Problem
from revmentor_desktop.matching.proof import is_best
from revmentor_desktop.matching.questions import Person, alternatives, cost_of_forcing
from revmentor_desktop.matching.solver import solve
from revmentor_desktop.matching.standing import Standing, stand

ROUNDS: Final = 3
MOST_SECONDS: Final = {500: 2.0, 1_000: 15.0}
AFTER_A_CHANGE: Final = 0.1

_WEIGHTS: Final = (35, 20, 10, 10, 10, 10, 5)
_SIZE: Final = 500
_FORBIDDEN: Final = 0.3
_CHANGES: Final = 20


def figures() -> list[Figure]:
    """Measure boards of 500 and 1,000 pairs with scores of seven criteria, 30 % forbidden."""
    return [*itertools.chain.from_iterable(map(_whole, MOST_SECONDS)), *_after_changes()]


def _whole(size: int) -> list[Figure]:
    problem = _problem(size)
    theirs = partial(_scipy, _matrix(problem))
    works = [partial(_solve, problem, aim) for aim in Aim]
    (floor,), *seconds = in_turn(
        ROUNDS, lambda: [_seconds(theirs)], *(_timed(work) for work in works)
    )
    if not is_best(problem, run_to_end(solve(problem, Aim.EVERYONE))):
        raise RuntimeError("the plan that was measured is not the best")
    return [
        Figure(f"best of {size:,} x {size:,}, {aim.value}", taken, floor, None, MOST_SECONDS[size])
        for aim, (taken,) in zip(Aim, seconds, strict=True)
    ]


def _after_changes() -> list[Figure]:
    """Measure on one board: the mean of several changes, and of questions about several people."""
    problem = _problem(_SIZE)
    standing = run_to_end(stand(problem, Aim.EVERYONE))
    pairs = sorted(standing.solution().pairs)[:_CHANGES]
    works = {
        "lock and release": partial(_lock_and_release, standing, problem, pairs),
        "one person’s answers change": partial(_other_answers, standing, problem, pairs),
        "what forcing a pair costs": partial(_force, standing, pairs),
        "three alternatives": partial(_alternatives, standing, pairs),
    }
    (floor,), *seconds = in_turn(
        ROUNDS,
        lambda: [_seconds(partial(_scipy, _matrix(problem)))],
        *(_timed(work) for work in works.values()),
    )
    return [
        Figure(f"{name}, {_SIZE} pairs", taken / _CHANGES, floor, None, AFTER_A_CHANGE)
        for name, (taken,) in zip(works, seconds, strict=True)
    ]


def _problem(size: int) -> Problem:
    random = Random(size)  # noqa: S311 (nothing secret)
    mentors, mentees = (
        [[random.randrange(5) for _ in _WEIGHTS] for _ in range(size)] for _ in range(2)
    )
    return Problem(
        [
            [
                FORBIDDEN if random.random() < _FORBIDDEN else _score(mentor, mentee)
                for mentee in mentees
            ]
            for mentor in mentors
        ]
    )


def _score(mentor: Sequence[int], mentee: Sequence[int]) -> int:
    alike = (4 - abs(one - other) for one, other in zip(mentor, mentee, strict=True))
    return sum(weight * 25 * each for weight, each in zip(_WEIGHTS, alike, strict=True))


def _matrix(problem: Problem) -> Any:
    given = array(problem.scores)
    return where(given == FORBIDDEN, -(10**9), given)


def _scipy(matrix: Any) -> None:
    linear_sum_assignment(matrix, maximize=True)


def _solve(problem: Problem, aim: Aim) -> None:
    run_to_end(solve(problem, aim))


def _lock_and_release(
    standing: Standing, problem: Problem, pairs: Sequence[tuple[int, int]]
) -> None:
    """Lock somebody with another's partner and back: half of the changes each."""
    for (mentor, _), (_, mentee) in itertools.pairwise(pairs[: _CHANGES // 2 + 1]):
        run_to_end(standing.move_to(replace(problem, locked=frozenset({(mentor, mentee)}))))
        run_to_end(standing.move_to(problem))


def _other_answers(standing: Standing, problem: Problem, pairs: Sequence[tuple[int, int]]) -> None:
    """Give a mentor the scores of the next, and take them back: half of the changes each."""
    for mentor, _ in pairs[: _CHANGES // 2]:
        scores = list(problem.scores)
        scores[mentor] = scores[mentor + 1]
        run_to_end(standing.move_to(replace(problem, scores=scores)))
        run_to_end(standing.move_to(problem))


def _force(standing: Standing, pairs: Sequence[tuple[int, int]]) -> None:
    for (mentor, _), (_, mentee) in zip(pairs, [*pairs[1:], pairs[0]], strict=True):
        cost_of_forcing(standing, (mentor, mentee), 5_000)


def _alternatives(standing: Standing, pairs: Sequence[tuple[int, int]]) -> None:
    for mentor, _ in pairs:
        alternatives(standing, Person(is_mentor=True, number=mentor))


def _timed(work: Callable[[], object]) -> Callable[[], list[float]]:
    return lambda: [_seconds(work)]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
