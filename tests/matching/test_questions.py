"""What an answer says is what solving the changed problem from nothing gives."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.problem import FORBIDDEN, Cell, Problem
from revmentor_desktop.matching.questions import (
    Move,
    Person,
    alternatives,
    cost_of_forcing,
    lock_that_helps,
    rooms_that_help,
)
from revmentor_desktop.matching.standing import Standing, stand
from tests.matching.random_problems import matrix, plans, roomier, small, value

AIMS = (Aim.EVERYONE, Aim.FIT)


def standings(seed: int, times: int, aim: Aim) -> Iterator[tuple[Random, Standing]]:
    random = Random(seed)
    for _ in range(times):
        yield random, run_to_end(stand(small(random), aim))


def after(standing: Standing, move: Move) -> frozenset[Cell]:
    """The plan that an answer describes, looked at closely."""
    plan = standing.solution().pairs
    assert move.parted <= plan - standing.problem.locked
    assert not move.joined & plan
    return (plan - move.parted) | move.joined


def people(problem: Problem) -> list[Person]:
    mentors = [Person(is_mentor=True, number=i) for i in range(len(problem.scores))]
    return [*mentors, *(Person(False, j) for j in range(len(problem.mentee_room)))]


@pytest.mark.parametrize("aim", AIMS)
def test_forcing_a_pair_costs_what_the_best_plan_with_it_lacks(aim: Aim) -> None:
    asked = 0
    for _, standing in standings(13, 60, aim):
        problem = standing.problem
        values = {plan: value(problem, aim, 0, plan) for plan in plans(problem)}
        free = {cell for plan in values for cell in plan} - problem.locked
        for pair in sorted(free - standing.solution().pairs):
            move = cost_of_forcing(standing, pair)
            assert move is not None
            plan = after(standing, move)
            assert pair in plan
            best = max(each for plan, each in values.items() if pair in plan and each is not None)
            assert values[plan] == best, (problem, pair)
            assert move.total == problem.total(plan) - problem.total(standing.solution().pairs)
            asked += 1
    assert asked > 50


@pytest.mark.parametrize("aim", AIMS)
def test_alternatives_are_the_pairs_that_cost_least(aim: Aim) -> None:
    for _, standing in standings(14, 30, aim):
        for person in people(standing.problem):
            options = alternatives(standing, person, k=99)
            for option in options:
                assert option.move == cost_of_forcing(standing, option.pair)
            losses = [
                (option.move.mentees if aim is Aim.EVERYONE else 0, option.move.total)
                for option in options
            ]
            assert losses == sorted(losses, reverse=True)
            assert alternatives(standing, person, k=2) == options[:2]


def test_a_forbidden_pair_is_an_option_with_the_score_it_would_have() -> None:
    standing = run_to_end(stand(Problem([[9_000, FORBIDDEN], [8_000, 1_000]]), Aim.EVERYONE))
    assert cost_of_forcing(standing, (0, 1)) is None
    move = cost_of_forcing(standing, (0, 1), 5_000)
    assert move is not None
    assert (move.total, move.mentees) == (3_000, 0)
    assert move.joined == {(0, 1), (1, 0)}
    mentor = Person(is_mentor=True, number=0)
    assert alternatives(standing, mentor) == []
    assert [each.move for each in alternatives(standing, mentor, scores={(0, 1): 5_000})] == [move]


@pytest.mark.parametrize("aim", AIMS)
def test_a_forbidden_pair_that_is_better_than_all_others_is_not_missed(aim: Aim) -> None:
    for random, standing in standings(17, 60, aim):
        problem = standing.problem
        given = {
            (i, j): random.randrange(10_001)
            for i, row in enumerate(problem.scores)
            for j, score in enumerate(row)
            if score == FORBIDDEN and (i, j) not in problem.locked
        }
        for person in people(problem):
            options = alternatives(standing, person, k=99, scores=given)
            costs = [option.move.total for option in options if not option.move.mentees]
            assert costs == sorted(costs, reverse=True)
            for k in (1, 2):
                assert alternatives(standing, person, k=k, scores=given) == options[:k]


def test_where_locks_leave_no_place_nothing_can_be_forced() -> None:
    problem = Problem([[1_000, 2_000]], locked=frozenset({(0, 0)}))
    assert cost_of_forcing(run_to_end(stand(problem, Aim.EVERYONE)), (0, 1)) is None


@pytest.mark.parametrize("aim", AIMS)
def test_one_more_place_helps_as_much_as_it_says(aim: Aim) -> None:
    helped = 0
    for _, standing in standings(15, 60, aim):
        problem, plan = standing.problem, standing.solution().pairs
        for person in people(problem):
            side = 0 if person.is_mentor else 1
            if person.number in {cell[side] for cell in plan}:
                continue
            for found in rooms_that_help(standing, person):
                assert found.room is not None
                larger = roomier(problem, found.room)
                mine = {
                    other: value(problem, aim, 0, other)
                    for other in plans(larger)
                    if person.number in {cell[side] for cell in other}
                }
                result = after(standing, found.move)
                assert mine[result] == max(each for each in mine.values() if each is not None)
                helped += 1
    assert helped > 20


def test_the_lock_that_helps_is_the_one_that_costs_least() -> None:
    problem = Problem(
        [[9_000, 8_000, 1_000], [7_000, 6_500, 500]], locked=frozenset({(0, 0), (1, 1)})
    )
    standing = run_to_end(stand(problem, Aim.EVERYONE))
    found = lock_that_helps(standing, Person(is_mentor=False, number=2))
    assert found is not None
    assert found.lock == (1, 1)
    assert found.move.joined == {(1, 2)}
    assert found.move.parted == {(1, 1)}
    assert (found.move.total, found.move.mentees) == (-6_000, 0)


def test_without_locks_none_can_help() -> None:
    standing = run_to_end(stand(Problem([[1, 2]]), Aim.EVERYONE))
    assert lock_that_helps(standing, Person(is_mentor=False, number=0)) is None


def test_questions_leave_the_plan_as_it_is() -> None:
    problem = Problem(matrix(Random(16), 15, 12, range(10_001), 0.3), locked=frozenset({(0, 0)}))
    standing = run_to_end(stand(problem, Aim.EVERYONE))
    before = standing.solution()
    for person in people(problem):
        alternatives(standing, person)
        rooms_that_help(standing, person)
        lock_that_helps(standing, person)
    assert standing.solution() == before
