"""Whatever happens on the board, the plan is the one that would be found from nothing."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching import standing as standing_module
from revmentor_desktop.matching.network import Network
from revmentor_desktop.matching.problem import FORBIDDEN, Problem
from revmentor_desktop.matching.proof import is_best
from revmentor_desktop.matching.solver import settled, solve
from revmentor_desktop.matching.standing import stand
from tests.matching.random_problems import FLOORS, changed, hard, matrix, small


@pytest.mark.parametrize("aim", Aim)
def test_a_chain_of_changes_ends_where_a_new_start_does(aim: Aim) -> None:
    random = Random(10)
    for _ in range(12):
        problem, floor = small(random, most=10), random.choice(FLOORS) if aim is Aim.FIT else 0
        standing = run_to_end(stand(problem, aim, floor))
        solution = standing.solution()
        for _ in range(10):
            problem = changed(random, problem, solution)
            solution = run_to_end(standing.move_to(problem))
            assert solution.pairs == run_to_end(solve(problem, aim, floor)).pairs, problem
            assert is_best(problem, solution), problem


@pytest.fixture
def from_nothing(monkeypatch: pytest.MonkeyPatch) -> list[Problem]:
    """The problems that had to be solved from nothing since."""
    problems: list[Problem] = []

    def counted(problem: Problem, aim: Aim, floor: int) -> object:
        problems.append(problem)
        return settled(problem, aim, floor)

    monkeypatch.setattr(standing_module, "settled", counted)
    return problems


def test_a_change_is_mended_and_not_solved_from_nothing(from_nothing: list[Problem]) -> None:
    problem = Problem(matrix(Random(11), 40, 40, range(10_001), 0.3))
    standing = run_to_end(stand(problem, Aim.EVERYONE))
    from_nothing.clear()
    scores = [list(row) for row in problem.scores]
    scores[3][4] = FORBIDDEN if scores[3][4] != FORBIDDEN else 9_999
    for other in (
        replace(problem, locked=frozenset({(0, 1)})),
        replace(problem, mentor_room=[2] + [1] * 39),
        replace(problem, scores=scores),
        problem,
    ):
        run_to_end(standing.move_to(other))
    assert from_nothing == []


def test_other_people_are_solved_from_nothing(from_nothing: list[Problem]) -> None:
    problem = Problem([[1, 2], [3, 4]])
    standing = run_to_end(stand(problem, Aim.EVERYONE))
    from_nothing.clear()
    other = replace(problem, mentor_keys=[5, 6])
    run_to_end(standing.move_to(other))
    assert from_nothing == [other]


def test_left_off_before_its_end_nothing_is_lost() -> None:
    problem = Problem([[1, 2], [3, 4]])
    standing = run_to_end(stand(problem, Aim.EVERYONE))
    before = standing.solution()
    work = standing.move_to(replace(problem, mentor_keys=[5, 6]))
    next(work)
    work.close()
    assert (standing.problem, standing.solution()) == (problem, before)


@pytest.mark.parametrize("aim", Aim)
def test_left_off_at_any_step_a_change_has_not_happened(aim: Aim) -> None:
    random = Random(19)
    problem = Problem(matrix(random, 25, 25, range(10_001), 0.3))
    standing = run_to_end(stand(problem, aim))
    before = standing.solution()
    for _ in range(8):
        other = changed(random, problem, before)
        steps = len(list(standing.copy().move_to(other)))
        for taken in range(1, steps, 1 + steps // 10):
            work = standing.move_to(other)
            for _ in range(taken):
                next(work)
            work.close()
            assert (standing.problem, standing.solution()) == (problem, before)
        there = run_to_end(standing.moved_to(other))
        assert there.solution().pairs == run_to_end(solve(other, aim)).pairs
        assert (standing.problem, standing.solution()) == (problem, before)
        assert run_to_end(there.moved_to(problem)).solution().pairs == before.pairs


@pytest.mark.parametrize("aim", Aim)
def test_on_a_hard_board_too_a_change_ends_where_a_new_start_does(aim: Aim) -> None:
    random = Random(20)
    for problem in hard(random, 16).values():
        now = problem
        standing = run_to_end(stand(now, aim))
        for _ in range(6):
            now = changed(random, now, standing.solution())
            solution = run_to_end(standing.move_to(now))
            assert solution.pairs == run_to_end(solve(now, aim)).pairs
            assert is_best(now, solution)


@pytest.mark.parametrize("aim", Aim)
def test_places_that_go_from_some_to_others_end_where_a_new_start_does(aim: Aim) -> None:
    random = Random(22)
    for problem in [small(random, most=8) for _ in range(60)]:
        standing = run_to_end(stand(problem, aim))
        rooms = [list(problem.mentor_room), list(problem.mentee_room)]
        for room in rooms:
            random.shuffle(room)
        other = replace(problem, mentor_room=rooms[0], mentee_room=rooms[1])
        solution = run_to_end(standing.move_to(other))
        assert solution.pairs == run_to_end(solve(other, aim)).pairs
        assert is_best(other, solution)


def test_a_place_is_handed_over_in_one_move(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem(matrix(Random(23), 20, 20, range(10_001), 0.1))
    standing = run_to_end(stand(problem, Aim.EVERYONE))
    moves: list[tuple[int, int]] = []
    shift = Network.shift

    def counted(network: Network, start: int, target: int) -> None:
        moves.append((start, target))
        shift(network, start, target)

    monkeypatch.setattr(Network, "shift", counted)
    other = replace(problem, mentor_room=[2, 0, *[1] * 18])
    solution = run_to_end(standing.move_to(other))
    assert moves == [(0, 1)]
    assert solution.pairs == run_to_end(solve(other, Aim.EVERYONE)).pairs


def test_a_copy_goes_its_own_way() -> None:
    problem = Problem(matrix(Random(12), 12, 12, range(10_001), 0.3))
    standing = run_to_end(stand(problem, Aim.EVERYONE))
    before, twin = standing.solution(), standing.copy()
    for mentor in range(12):
        run_to_end(twin.move_to(replace(problem, locked=frozenset({(mentor, 0)}))))
    assert standing.solution() == before
    assert run_to_end(twin.move_to(problem)).pairs == before.pairs
