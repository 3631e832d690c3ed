"""After any change the plan for NOBODY_LEFT is the one found from nothing, and is soon found."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from random import Random

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching import plans as walks
from revmentor_desktop.matching.lowest_first import lowest_first
from revmentor_desktop.matching.plans import Plans
from revmentor_desktop.matching.problem import FORBIDDEN, Cell, Problem, degrees
from revmentor_desktop.matching.proof import is_best
from revmentor_desktop.matching.standing import stand
from tests.matching.random_problems import (
    changed,
    hard,
    matrix,
    plans,
    popular,
    small,
    value,
)

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


@pytest.fixture(params=[(0, 1 << 30), (1, 4, 16, 1 << 30)], ids=["back", "in turn"])
def both_ends(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Walks are tried from both ends even where few people are met."""
    monkeypatch.setattr(walks, "_FEW_AND_MORE", request.param)
    monkeypatch.setattr(walks, "_DEARER", 1)


@pytest.mark.drill
@pytest.mark.usefixtures("both_ends")
@pytest.mark.parametrize("kind", ["tied", "popular", "any"])
def test_after_each_of_several_changes_no_plan_is_better(kind: str) -> None:
    random = Random(kind)
    for _ in range(20 * ROUNDS):
        scores = {
            "tied": matrix(random, 4, 4, (0, 3_000, 6_000), 0.2),
            "popular": popular(random, 4, forbidden=0.2),
        }
        now = Problem(scores[kind]) if kind in scores else small(random)
        standing = run_to_end(stand(now, Aim.NOBODY_LEFT))
        for _ in range(4):
            now = changed(random, now, standing.solution())
            solution = run_to_end(standing.move_to(now))
            found = value(now, Aim.NOBODY_LEFT, 0, solution.pairs)
            values = (value(now, Aim.NOBODY_LEFT, 0, plan) for plan in _with_one_each(now))
            assert found == max(each for each in values if each), now
            assert is_best(now, solution), now


def _with_one_each(problem: Problem) -> Iterator[frozenset[Cell]]:
    """All plans in which nobody has a second mentor beside the locked ones."""
    held = degrees(problem.locked, 1)
    for plan in plans(problem):
        if all(held[j] == 0 and n == 1 for j, n in degrees(plan - problem.locked, 1).items()):
            yield plan


@pytest.mark.usefixtures("both_ends")
def test_from_whichever_end_walks_begin_the_plan_is_the_same() -> None:
    random = Random(41)
    for problem in [board for _ in range(ROUNDS) for board in _boards(random, 12)]:
        standing = run_to_end(stand(problem, Aim.NOBODY_LEFT))
        now = changed(random, problem, standing.solution())
        solution = run_to_end(standing.move_to(now))
        assert is_best(now, solution), now
        with pytest.MonkeyPatch.context() as only_forward:
            only_forward.setattr(walks, "_FEW_AND_MORE", (1 << 30,))
            assert run_to_end(lowest_first(now)).pairs | now.locked == solution.pairs, now


def test_that_a_pair_is_needed_is_proved_by_the_smaller_of_two_sets() -> None:
    people = range(1, 101)
    products = [[i * j for j in people] for i in people]
    rises = run_to_end(lowest_first(Problem(products))).rises
    assert sum(len(rise.mentees) for rise in rises) < 1_000


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


def test_where_others_can_stand_higher_and_who_comes_anew_nobody_climbs_far(
    moves: list[bool],
) -> None:
    scores = matrix(Random(33), 200, 200, (0, 3_000, 6_000), 0.3)
    lowest = run_to_end(lowest_first(Problem(scores)))
    pairs = sorted(lowest.pairs)[::50]
    moves.clear()
    for (i, _), (other, mentee) in itertools.pairwise(pairs):
        answers = [scores[other] if x == i else row for x, row in enumerate(scores)]
        for after in (Problem(answers), Problem(scores, locked=frozenset({(i, mentee)}))):
            changed_plan = run_to_end(lowest_first(after, lowest))
            run_to_end(lowest_first(Problem(scores), changed_plan))
    assert sum(moves) < 15 * len(pairs)
