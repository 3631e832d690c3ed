"""How long the best plan takes, beside SciPy on the same matrix; and a new one after a change.

All are seconds of the processor, so that what else the machine does counts for little.
"""

from __future__ import annotations

import gc
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
from revmentor_desktop.matching.problem import FORBIDDEN, HIGHEST, Cell, Problem
from revmentor_desktop.matching.proof import is_best
from revmentor_desktop.matching.questions import Person, alternatives, cost_of_forcing
from revmentor_desktop.matching.solver import solve
from revmentor_desktop.matching.standing import Standing, stand

ROUNDS: Final = 3
MOST_SECONDS: Final = {500: 1.2, 1_000: 11.0}
"""With the scores before it (`benchmarks.scores`) that makes 2 s and 15 s."""
AFTER_A_CHANGE: Final = 0.1

_WEIGHTS: Final = (35, 20, 10, 10, 10, 10, 5)
_SIZE: Final = 500
_FORBIDDEN: Final = 0.3
_ASKED: Final = 7
_FLOOR: Final = 5_000


def figures() -> list[Figure]:
    """Measure boards of 500 and 1,000 pairs with scores of seven criteria, 30 % forbidden.

    On a popular board all want the same few, which is the hardest for prices; on one of products
    the weakest must have the best, in level after level.
    """
    boards = [("", _problem), ("popular ", _popular)]
    to_begin = [*boards, ("product ", _products)]
    wholes = [_whole(size, *board) for size in MOST_SECONDS for board in to_begin]
    boards += [("tied ", _tied), ("sparse ", _sparse)]
    changes = [_after_changes(aim, *board) for board in boards for aim in Aim]
    return [*itertools.chain.from_iterable([*wholes, *changes])]


def _whole(size: int, kind: str, board: Callable[[int], Problem]) -> list[Figure]:
    problem = board(size)
    theirs = partial(_scipy, _matrix(problem))
    works = [partial(_solve, problem, aim) for aim in Aim]
    (floor,), *seconds = in_turn(
        ROUNDS, lambda: [_seconds(theirs)], *(_timed(work) for work in works)
    )
    for aim in Aim:
        if not is_best(problem, run_to_end(solve(problem, aim, _floor(aim)))):
            raise RuntimeError("the plan that was measured is not the best")
    return [
        Figure(f"{kind}{size:,} x {size:,}, {aim.value}", taken, floor, None, MOST_SECONDS[size])
        for aim, (taken,) in zip(Aim, seconds, strict=True)
    ]


def _after_changes(aim: Aim, kind: str, board: Callable[[int], Problem]) -> list[Figure]:
    """Measure the worst of several changes, and of questions about several people."""
    problem = board(_SIZE)
    standing = run_to_end(stand(problem, aim, _floor(aim)))
    pairs = sorted(standing.pairs)
    pairs = pairs[:: len(pairs) // _ASKED][:_ASKED]
    changes = {
        "lock": _locked,
        "answers": _other_answers,
        "rule for a pair": _forbidden,
        "places": _roomier,
    }
    works: dict[str, Callable[[], list[float]]] = {
        f"new best, {name}": partial(_there_and_back, standing, problem, pairs, change)
        for name, change in changes.items()
    }
    works["why not"] = partial(_force, standing, pairs)
    works["alternatives"] = partial(_alternatives, standing, pairs)
    gc.collect()
    gc.freeze()  # as the program does when it has started: what stands is no garbage
    (floor,), *seconds = in_turn(ROUNDS, _timed(partial(_scipy, _matrix(problem))), *works.values())
    gc.unfreeze()
    return [
        Figure(f"{kind}{name}, {aim.value}, worst", max(taken), floor, None, AFTER_A_CHANGE)
        for name, taken in zip(works, seconds, strict=True)
    ]


def _floor(aim: Aim) -> int:
    return _FLOOR if aim is Aim.FIT else 0


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


def _popular(size: int) -> Problem:
    random = Random(size)  # noqa: S311 (nothing secret)
    mentors, mentees = ([random.random() for _ in range(size)] for _ in range(2))
    return Problem(
        [
            [
                FORBIDDEN
                if random.random() < _FORBIDDEN
                else int(HIGHEST * (0.4 * mentor + 0.4 * mentee + 0.2 * random.random()))
                for mentee in mentees
            ]
            for mentor in mentors
        ]
    )


def _tied(size: int) -> Problem:
    random = Random(size)  # noqa: S311 (nothing secret)
    return Problem(
        [
            [
                FORBIDDEN if random.random() < _FORBIDDEN else random.choice((0, 3_000, 6_000))
                for _ in range(size)
            ]
            for _ in range(size)
        ]
    )


def _sparse(size: int) -> Problem:
    random = Random(size)  # noqa: S311 (nothing secret)
    few = 4 / size
    return Problem(
        [
            [random.randrange(HIGHEST) if random.random() < few else FORBIDDEN for _ in range(size)]
            for _ in range(size)
        ]
    )


def _products(size: int) -> Problem:
    people = range(1, size + 1)
    return Problem([[i * j * HIGHEST // size**2 for j in people] for i in people])


def _score(mentor: Sequence[int], mentee: Sequence[int]) -> int:
    alike = (4 - abs(one - other) for one, other in zip(mentor, mentee, strict=True))
    return sum(weight * 25 * each for weight, each in zip(_WEIGHTS, alike, strict=True))


def _matrix(problem: Problem) -> Any:
    given = array(problem.scores)
    return where(given == FORBIDDEN, -(10**9), given)


def _scipy(matrix: Any) -> None:
    linear_sum_assignment(matrix, maximize=True)


def _solve(problem: Problem, aim: Aim) -> None:
    run_to_end(solve(problem, aim, _floor(aim)))


def _there_and_back(
    standing: Standing,
    problem: Problem,
    pairs: Sequence[Cell],
    change: Callable[[Problem, Cell, Cell], Problem],
) -> list[float]:
    """Change something and take it back, several times: return the seconds of each."""
    return [
        _seconds(partial(_moved, standing, after))
        for pair, other in itertools.pairwise(pairs)
        for after in (change(problem, pair, other), problem)
    ]


def _moved(standing: Standing, problem: Problem) -> None:
    run_to_end(standing.move_to(problem))


def _locked(problem: Problem, pair: Cell, other: Cell) -> Problem:
    """Lock somebody with another's partner."""
    return replace(problem, locked=frozenset({(pair[0], other[1])}))


def _other_answers(problem: Problem, pair: Cell, other: Cell) -> Problem:
    """Give a mentor the scores of another."""
    return _with_row(problem, pair[0], problem.scores[other[0]])


def _forbidden(problem: Problem, pair: Cell, _: Cell) -> Problem:
    """Forbid a pair of the plan."""
    row = [*problem.scores[pair[0]]]
    row[pair[1]] = FORBIDDEN
    return _with_row(problem, pair[0], row)


def _roomier(problem: Problem, pair: Cell, other: Cell) -> Problem:
    """Let a mentor have two, and another none."""
    rooms = [*problem.mentor_room]
    rooms[pair[0]], rooms[other[0]] = 2, 0
    return replace(problem, mentor_room=rooms)


def _with_row(problem: Problem, mentor: int, row: Sequence[int]) -> Problem:
    scores = [*problem.scores]
    scores[mentor] = row
    return replace(problem, scores=scores)


def _force(standing: Standing, pairs: Sequence[Cell]) -> list[float]:
    others = [*pairs[1:], pairs[0]]
    return [
        _seconds(partial(cost_of_forcing, standing, (mentor, mentee), 5_000))
        for (mentor, _), (_, mentee) in zip(pairs, others, strict=True)
    ]


def _alternatives(standing: Standing, pairs: Sequence[Cell]) -> list[float]:
    people = [Person(side == 0, pair[side]) for pair in pairs for side in (0, 1)]
    return [_seconds(partial(alternatives, standing, person)) for person in people]


def _timed(work: Callable[[], object]) -> Callable[[], list[float]]:
    return lambda: [_seconds(work)]


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
