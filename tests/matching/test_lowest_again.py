"""After any change the plan for NOBODY_LEFT is the one found from nothing, and is soon found."""

from __future__ import annotations

import os
from collections.abc import Iterator
from random import Random

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.faces import Plans
from revmentor_desktop.matching.lowest_first import lowest_first
from revmentor_desktop.matching.problem import FORBIDDEN, Problem
from revmentor_desktop.matching.proof import is_best
from revmentor_desktop.matching.standing import stand
from tests.matching.random_problems import changed, hard, matrix, popular, small

SIZES = (5, 12, 25)
ROUNDS = 200 if os.environ.get("REVMENTOR_DRILLS") == "full" else 3


def _boards(random: Random, size: int) -> Iterator[Problem]:
    yield small(random, most=size)
    for scores in (range(10_001), range(0, 10_001, 125), (0, 3_000, 6_000)):
        yield Problem(matrix(random, size, size, scores, random.choice((0, 0.3, 0.7))))
    yield random.choice([*hard(random, size).values()])


@pytest.mark.drill
@pytest.mark.parametrize("size", SIZES)
def test_after_one_change_or_two_at_once_the_plan_is_that_of_a_new_start(size: int) -> None:
    random = Random(size)
    for problem in [board for _ in range(ROUNDS) for board in _boards(random, size)]:
        now = problem
        standing = run_to_end(stand(now, Aim.NOBODY_LEFT))
        for step in range(4):
            for _ in range(1 + step % 2):
                now = changed(random, now, standing.solution())
            solution = run_to_end(standing.move_to(now))
            assert solution.pairs == run_to_end(lowest_first(now)).pairs | now.locked, now
            assert is_best(now, solution), now


@pytest.fixture
def moves(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each pair that was asked whether it could be avoided, whether it was."""
    found: list[bool] = []
    asked = Plans.moves

    def noted(plans: Plans, y: int) -> bool:
        found.append(asked(plans, y))
        return found[-1]

    monkeypatch.setattr(Plans, "moves", noted)
    return found


@pytest.mark.parametrize(
    "scores",
    [popular(Random(31), 80), matrix(Random(32), 60, 60, (0, 3_000, 6_000), 0.3)],
    ids=["levels", "lots"],
)
def test_who_loses_a_partner_does_not_climb_from_the_lowest(
    scores: list[list[int]], moves: list[bool]
) -> None:
    before = run_to_end(lowest_first(Problem(scores)))
    pairs = sorted(before.pairs)[::12]
    moves.clear()
    for i, j in pairs:
        other = [list(row) for row in scores]
        other[i][j] = FORBIDDEN
        run_to_end(lowest_first(Problem(other), before))
    assert sum(moves) < 4 * len(pairs)
