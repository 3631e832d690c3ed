"""Of all single changes that would help somebody left over, the cheapest of each kind is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.overrides import can_be_overridden
from revmentor_desktop.domain.pairing_rules import rules_against
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.left_over import Remedy, RemedyKind
from revmentor_desktop.matching.problem import FORBIDDEN, Cell, Problem
from revmentor_desktop.matching.questions import Person
from revmentor_desktop.matching.situation import Situation
from revmentor_desktop.matching.solver import solve
from tests.matching.random_problems import Value, roomier, value
from tests.matching.test_explaining import after, all_cells, forcing, held, left_over, with_cell

Plan = frozenset[Cell]
Found = list[tuple[Value, Plan]]
"""Plans that a change makes possible, each with what it is worth."""


def worth(problem: Problem, aim: Aim, plan: Plan) -> Value:
    found = value(problem, aim, 0, plan)
    assert found is not None
    return found


def by_a_rule(situation: Situation, problem: Problem, person: Person, aim: Aim) -> Iterator[Plan]:
    """The best plan with each pair of somebody's that a single rule forbids."""
    for cell in all_cells(problem):
        is_theirs = person.number == cell[0 if person.is_mentor else 1]
        if not is_theirs or problem.scores[cell[0]][cell[1]] != FORBIDDEN:
            continue
        against = rules_against(*situation.couple(cell), situation.scores.facts)
        if len(against) == 1 and can_be_overridden(against[0][0]):
            allowed = with_cell(problem, cell, situation.scores.total(*cell))
            plan = run_to_end(solve(forcing(allowed, cell), aim)).pairs
            rooms = problem.mentor_room[cell[0]], problem.mentee_room[cell[1]]
            if all(held(plan, at, cell[at]) <= room for at, room in enumerate(rooms)):
                yield plan


def by_a_place(situation: Situation, problem: Problem, aim: Aim) -> Iterator[Plan]:
    """The best plan with one more place for each of all people."""
    for one in situation.board.participants:
        larger = roomier(problem, situation.person(one.participation.id))
        yield run_to_end(solve(larger, aim)).pairs


def priced(situation: Situation, problem: Problem, plans: Iterator[Plan], aim: Aim) -> Found:
    """What plans are worth, where a rule may forbid a pair."""
    scores = situation.scores
    totals = [
        [scores.total(i, j) for j in range(len(scores.leaders))] for i in range(len(scores.mentors))
    ]
    free = replace(problem, scores=totals)
    return [(worth(free, aim, plan), plan) for plan in plans]


@pytest.mark.parametrize("aim", Aim)
def test_no_other_single_change_would_cost_less(aim: Aim) -> None:
    told: Counter[RemedyKind] = Counter()
    for situation, standing, found in left_over(aim):
        problem, best = standing.problem, standing.pairs
        person = situation.person(found.participant.participation.id)
        side = 0 if person.is_mentor else 1

        def helps(plan: Plan, side: int = side, person: Person = person, best: Plan = best) -> bool:
            """Whether somebody gets a place, and nobody beside them loses theirs."""
            paired, before = ({cell[side] for cell in each} for each in (plan, best))
            return person.number in paired and before <= paired

        remedies: dict[RemedyKind, Remedy] = {one.kind: one for one in found.remedies}
        for kind, plans in (
            (RemedyKind.RULE, by_a_rule(situation, problem, person, aim)),
            (RemedyKind.ROOM, by_a_place(situation, problem, aim)),
        ):
            possible = priced(situation, problem, filter(helps, plans), aim)
            if kind not in remedies:
                assert not possible
                continue
            plan = after(situation, best, remedies[kind].outcome.from_best)
            ((said, _),) = priced(situation, problem, iter([plan]), aim)
            assert helps(plan)
            assert all(said >= each for each, _ in possible)
            told[kind] += bool(possible)
    assert min(told[RemedyKind.RULE], told[RemedyKind.ROOM]) > 10
