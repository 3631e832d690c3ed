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


def test_who_loses_a_partner_does_not_climb_from_the_lowest_level(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    problem = Problem(popular(Random(31), 80))
    before = run_to_end(lowest_first(problem))
    moved: list[int] = []
    moves = Plans.moves

    def counted(plans: Plans, y: int) -> bool:
        has_moved = moves(plans, y)
        moved.append(has_moved)
        return has_moved

    monkeypatch.setattr(Plans, "moves", counted)
    for pair in sorted(before.pairs)[::16]:
        scores = [list(row) for row in problem.scores]
        scores[pair[0]][pair[1]] = FORBIDDEN
        run_to_end(lowest_first(Problem(scores), before))
    assert sum(moved) < 15
