"""Other partners under NOBODY_LEFT are those that a look at every plan finds, in the same order."""

from __future__ import annotations

import os
from random import Random

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching import lowest_stages
from revmentor_desktop.matching.problem import Cell, Problem, degrees
from revmentor_desktop.matching.questions import Option, Person, alternatives, cost_of_forcing
from revmentor_desktop.matching.standing import Standing, stand
from tests.matching.random_problems import Value, hard, matrix, plans, shuffled, small, value

FULL = os.environ.get("REVMENTOR_DRILLS") == "full"
TIMES = 2_000 if FULL else 200


@pytest.fixture(params=["few stages", "many stages", "many stages, nothing counted"])
def stages(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """In how many stages options are told apart, which must not matter."""
    if request.param != "few stages":
        monkeypatch.setattr(lowest_stages, "_FEW", 0)
    if "nothing" in request.param:
        monkeypatch.setattr(lowest_stages, "_COUNTED", -1)
    return str(request.param)


def of_nobody_left(problem: Problem) -> Standing:
    return run_to_end(stand(problem, Aim.NOBODY_LEFT))


def people(problem: Problem) -> list[Person]:
    mentors = [Person(is_mentor=True, number=i) for i in range(len(problem.scores))]
    return [*mentors, *(Person(False, j) for j in range(len(problem.mentee_room)))]


def worth(problem: Problem, plan: frozenset[Cell]) -> Value:
    """How good a plan is, whoever waited."""
    found = value(problem, Aim.NOBODY_LEFT, 0, plan)
    assert found is not None
    return (*found[:2], 0)


def after(standing: Standing, option: Option) -> frozenset[Cell]:
    """The plan that an option describes, looked at closely."""
    move, best = option.move, standing.pairs
    assert move.parted <= best - standing.problem.locked
    assert not move.joined & best
    plan = (best - move.parted) | move.joined
    assert option.pair in plan - best
    assert move.total == standing.problem.total(plan) - standing.problem.total(best)
    return plan


def every_plan(problem: Problem) -> dict[frozenset[Cell], Value]:
    """All plans in which nobody has a second mentor, with how good they are."""
    held = degrees(problem.locked, 1)
    return {
        plan: worth(problem, plan)
        for plan in plans(problem)
        if all(held[j] == 0 and n == 1 for j, n in degrees(plan - problem.locked, 1).items())
    }


@pytest.mark.drill
def test_all_others_are_found_with_the_best_plan_for_each(stages: str) -> None:
    random, asked = Random(f"others, {stages}"), 0
    for _ in range(TIMES):
        problem = small(random)
        standing, values = of_nobody_left(problem), every_plan(problem)
        for person in people(problem):
            best = dict[Cell, Value]()
            for plan, each in values.items():
                for pair in plan - standing.pairs:
                    best[pair] = max(each, best.get(pair, each))
            side = 0 if person.is_mentor else 1
            mine = {pair: each for pair, each in best.items() if pair[side] == person.number}
            options = alternatives(standing, person, k=99)
            found = {one.pair: values[after(standing, one)] for one in options}
            assert found == mine, (problem, person)
            assert list(found.values()) == sorted(mine.values(), reverse=True), (problem, person)
            assert [alternatives(standing, person, k) for k in (1, 2)] == [options[:1], options[:2]]
            asked += len(options)
    assert asked > TIMES


def test_on_hard_boards_each_option_costs_what_forcing_it_costs(stages: str) -> None:
    random = Random(f"hard, {stages}")
    for kind, problem in hard(random, 14).items():
        standing = of_nobody_left(problem)
        for person in random.sample(people(problem), 4):
            options = alternatives(standing, person, k=99)
            found = [worth(problem, after(standing, one)) for one in options]
            assert found == sorted(found, reverse=True), kind
            assert alternatives(standing, person) == options[:3], kind
            for one, each in zip(options, found, strict=True):
                forced = cost_of_forcing(standing, one.pair)
                assert forced is not None, kind
                plan = (standing.pairs - forced.parted) | forced.joined
                assert worth(problem, plan) == each, (kind, one.pair)


def test_the_order_of_rows_and_columns_changes_no_list() -> None:
    random = Random(31)
    for _ in range(40):
        problem = Problem(matrix(random, 7, 7, range(0, 10_001, 2_500), 0.3))
        other, rows, columns = shuffled(problem, random)
        standing, twin = of_nobody_left(problem), of_nobody_left(other)
        for i, row in enumerate(rows):
            pairs = [one.pair for one in alternatives(standing, Person(True, row))]
            again = [one.pair for one in alternatives(twin, Person(True, i))]
            assert [(rows[x], columns[y]) for x, y in again] == pairs


def test_what_is_known_for_questions_follows_a_change() -> None:
    problem = Problem([[9_000, 8_000], [8_500, 2_000]])
    standing = of_nobody_left(problem)
    first = [one.pair for one in alternatives(standing, Person(True, 0))]
    run_to_end(standing.move_to(Problem([[1_000, 8_000], [8_500, 2_000], [0, 9_000]])))
    second = [one.pair for one in alternatives(standing, Person(True, 0))]
    assert (first, second) == ([(0, 0)], [(0, 1), (0, 0)])


def test_mentors_without_a_place_and_leaders_who_are_settled_have_no_others() -> None:
    problem = Problem([[5_000, 6_000]] * 2, mentor_room=[0, 1], locked=frozenset({(1, 1)}))
    standing = of_nobody_left(problem)
    assert [alternatives(standing, person) for person in people(problem)] == [[]] * 4
