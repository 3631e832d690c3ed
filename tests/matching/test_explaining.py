"""Explanations say what solving anew finds, beside the best plan and beside the board."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.overrides import Override
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairs import PairState, couples_of
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.explaining import (
    Change,
    best_others,
    change,
    three_best,
    why,
    why_not,
)
from revmentor_desktop.matching.goal import goal_of
from revmentor_desktop.matching.left_over import (
    Bound,
    Remedy,
    RemedyKind,
    WhyLeftOver,
    why_left_over,
)
from revmentor_desktop.matching.problem import FORBIDDEN, Cell, Problem
from revmentor_desktop.matching.proof import counted
from revmentor_desktop.matching.scoring_fairness import ScoredPair
from revmentor_desktop.matching.situation import Situation, situating
from revmentor_desktop.matching.solver import solve
from revmentor_desktop.matching.standing import Standing, stand
from tests.builders import pair, participant
from tests.matching.scored_people import EVERYTHING, everything_known, known, side

CHOICES = replace(EVERYTHING, own_rules=(), rules=frozenset({"line", "department", "not-with"}))


def situations(seed: int, times: int) -> Iterator[Situation]:
    chance = Random(seed)
    for _ in range(times):
        mentors = side(chance, Role.MENTOR, chance.randint(2, 5), 1)
        leaders = side(chance, Role.MENTEE, chance.randint(2, 5), 20)
        yield situated(chance, list(map(confirmed, mentors)), list(map(confirmed, leaders)))


def confirmed(one: Participant) -> Participant:
    part = replace(one.participation, state=ParticipationState.CONFIRMED)
    return replace(one, participation=part)


def situated(chance: Random, mentors: list[Participant], leaders: list[Participant]) -> Situation:
    """Two of the people are an agreed pair, where rules allow one, and two a proposal."""
    known = replace(everything_known(chance, mentors, leaders, CHOICES), overrides=())
    pairs = (
        pair(1, mentors[0], leaders[0], state=PairState.AGREED),
        pair(2, mentors[1], leaders[1]),
    )
    there = Board(
        participants=(*mentors, *leaders),
        pairs=pairs,
        facts=replace(known, paired=couples_of(pairs), agreed=couples_of(pairs[:1])),
    )
    return run_to_end(situating(there, CHOICES, {}))


def cells(situation: Situation, pairs: tuple[ScoredPair, ...]) -> frozenset[Cell]:
    return frozenset(situation.cell_of(*one.couple) for one in pairs)


def after(situation: Situation, before: frozenset[Cell], change: Change) -> frozenset[Cell]:
    """The plan that a change makes of another."""
    parted, joined = cells(situation, change.parted), cells(situation, change.joined)
    assert parted <= before
    assert not joined & before
    return (before - parted) | joined


def value(problem: Problem, aim: Aim, plan: frozenset[Cell]) -> int:
    return counted(problem, goal_of(problem, aim), plan)


def ids(situation: Situation, cell: Cell) -> tuple[int, int]:
    mentor, leader = situation.couple(cell)
    return mentor.participation.id, leader.participation.id


@pytest.mark.parametrize("aim", [Aim.EVERYONE, Aim.FIT])
def test_why_not_is_a_rule_or_what_forcing_costs(aim: Aim) -> None:
    forbidden = forced = held = 0
    for situation in situations(31, 25):
        problem = situation.problem()
        standing = run_to_end(stand(problem, aim))
        best = standing.solution()
        for cell in all_cells(problem):
            found = why_not(situation, standing, *ids(situation, cell))
            rules = bool(found.against)
            assert rules == situation.scores.is_forbidden(*cell) or cell in situation.plan
            allowed = with_cell(problem, cell, situation.scores.total(*cell))
            forbidden += rules
            if found.outcome is None:
                assert found.kept or (rules and not found.can_be_set_aside)
                held += bool(found.kept)
                continue
            plan = after(situation, best.pairs, found.outcome.from_best)
            assert plan == after(situation, situation.plan, found.outcome.from_board)
            assert cell in plan
            anew = run_to_end(solve(forcing(allowed, cell), aim))
            assert value(allowed, aim, plan) == value(allowed, aim, anew.pairs)
            assert found.outcome.from_best.total == allowed.total(plan) - problem.total(best.pairs)
            forced += cell not in best.pairs
    assert min(forbidden, forced, held) > 20


def all_cells(problem: Problem) -> list[Cell]:
    return [(i, j) for i, row in enumerate(problem.scores) for j in range(len(row))]


def with_cell(problem: Problem, cell: Cell, score: int) -> Problem:
    rows = [list(row) for row in problem.scores]
    rows[cell[0]][cell[1]] = score
    return replace(problem, scores=rows)


def forcing(problem: Problem, cell: Cell) -> Problem:
    """The same with a pair so good that every best plan has it."""
    return replace(problem, locked=problem.locked | {cell})


def test_why_a_pair_says_points_and_every_rule_that_was_checked() -> None:
    for situation in situations(32, 5):
        for one in situation.board.pairs:
            found = why(situation, *one.couple)
            assert found.fit.total == situation.scores.total(*situation.cell(one))
            assert {checked.rule for checked in found.rules} == CHOICES.rules | {"no-place"}
            broken = any(checked.forbids for checked in found.rules)
            assert broken == situation.scores.is_forbidden(*situation.cell(one))


def test_a_rule_set_aside_shows_as_such_and_does_not_forbid() -> None:
    situation = next(
        one
        for one in situations(33, 40)
        if one.scores.is_forbidden(0, 1) and one.scores.is_forbidden(1, 1)
    )
    mentor, leader = ids(situation, (0, 1))
    broken = [one.rule for one in why(situation, mentor, leader).rules if one.forbids]
    exceptions = tuple(
        Override(
            mentor_id=mentor, mentee_id=leader, rule=rule, reason="Both ask.", day=date(2027, 1, 1)
        )
        for rule in broken
    )
    board = situation.board
    excused = replace(board, facts=replace(board.facts, overrides=exceptions))
    now = situation.with_board(excused)
    assert now is not None
    assert not any(one.forbids for one in why(now, mentor, leader).rules)
    assert {one.rule for one in why(now, mentor, leader).rules if one.error} == set(broken)
    assert now.problem().scores[0][1] == situation.scores.total(0, 1)


@pytest.mark.parametrize("aim", [Aim.EVERYONE, Aim.FIT])
def test_three_best_are_the_three_that_cost_least(aim: Aim) -> None:
    for situation in situations(34, 10):
        problem = situation.problem()
        standing = run_to_end(stand(problem, aim))
        best = standing.solution()
        for one in situation.board.participants:
            found = three_best(situation, standing, one.participation.id)
            row = situation.person(one.participation.id)
            others = [
                cell
                for cell in all_cells(problem)
                if cell[0 if row.is_mentor else 1] == row.number
                and problem.scores[cell[0]][cell[1]] != FORBIDDEN
                and cell not in best.pairs
                and not why_not(situation, standing, *ids(situation, cell)).kept
            ]
            values = sorted(
                (
                    value(problem, aim, run_to_end(solve(forcing(problem, cell), aim)).pairs)
                    for cell in others
                ),
                reverse=True,
            )[:3]
            told = [
                value(problem, aim, after(situation, best.pairs, each.outcome.from_best))
                for each in found
            ]
            assert told == values


def test_the_best_others_are_new_on_the_board_and_begin_with_the_best_plan_s_own() -> None:
    own = other = 0
    for situation in situations(38, 25):
        standing = run_to_end(stand(situation.problem(), Aim.EVERYONE))
        best = standing.solution().pairs
        for one in situation.board.participants:
            part_id = one.participation.id
            found = best_others(situation, standing, part_id)
            cells_found = [situation.cell_of(*each.pair.couple) for each in found]
            mine = {cell for cell in best if part_id in ids(situation, cell)} - situation.plan
            assert not set(cells_found) & situation.plan
            assert set(cells_found[: len(mine)]) == mine
            costs = [each.outcome.from_best.total for each in found[: len(mine)]]
            assert not any(costs)
            usual = [each.pair for each in three_best(situation, standing, part_id, 9)]
            rest = [pair for pair in usual if situation.cell_of(*pair.couple) not in situation.plan]
            assert [each.pair for each in found[len(mine) :]] == rest[: 3 - len(mine)]
            own += bool(mine)
            other += len(found) > len(mine)
    assert min(own, other) > 20


def test_a_change_says_lowest_fits_and_who_is_left_without_a_partner() -> None:
    left_some = 0
    for situation in situations(39, 20):
        standing = run_to_end(stand(situation.problem(), Aim.EVERYONE))
        best = standing.solution().pairs
        for cell in all_cells(situation.problem()):
            found = why_not(situation, standing, *ids(situation, cell))
            if found.outcome is None:
                continue
            change = found.outcome.from_best
            plan = after(situation, best, change)
            totals = situation.scores.total
            lowest = [min(totals(*one) for one in each) for each in (best, plan)]
            assert change.lowest == tuple(lowest)
            paired, before = (
                {part_id for one in each for part_id in ids(situation, one)}
                for each in (plan, best)
            )
            assert {one.participation.id for one in change.left} == before - paired
            left_some += bool(change.left)
    assert left_some > 10


def test_a_fit_that_is_not_known_is_not_the_lowest() -> None:
    silent = participant(1, Role.MENTOR)
    offering = known(participant(2, Role.MENTOR), offers=("Data",))
    leader = known(participant(20, Role.MENTEE), wants=("Data", "AI"))
    board = Board((silent, offering, leader), (), PairingFacts({}, {}, frozenset()))
    there = run_to_end(situating(board, PairingChoices(), {}))
    found = change(there, frozenset({(0, 0)}), frozenset({(0, 0), (1, 0)}))
    assert there.scores.total(0, 0) == 0
    assert found.lowest == (None, there.scores.total(1, 0))


def left_over(aim: Aim) -> Iterator[tuple[Situation, Standing, WhyLeftOver]]:
    for situation in situations(35, 60):
        standing = run_to_end(stand(situation.problem(), aim))
        for one in situation.board.participants:
            found = why_left_over(situation, standing, one.participation.id)
            if not found.in_best:
                yield situation, standing, found


def test_every_other_person_is_named_once_among_what_keeps_somebody_apart() -> None:
    seen = set()
    for situation, _, found in left_over(Aim.EVERYONE):
        mentors, leaders = situation.scores.mentors, situation.scores.leaders
        others = leaders if found.participant in mentors else mentors
        named = [one for obstacle in found.obstacles for one in obstacle.people]
        assert sorted(one.person.id for one in named) == [one.person.id for one in others]
        # Of the best plan nobody is left who could be paired with somebody free.
        assert not [one for one in found.obstacles if one.what == Bound.FREE]
        seen |= {obstacle.what for obstacle in found.obstacles}
    assert {"line", "department", Bound.KEPT, Bound.TAKEN} <= seen


@pytest.mark.parametrize("aim", Aim)
def test_each_remedy_gives_a_place_and_the_cheapest_comes_first(aim: Aim) -> None:
    kinds = set()
    for situation, standing, found in left_over(aim):
        best = standing.solution().pairs
        for remedy in found.remedies:
            change = remedy.outcome.from_best
            plan = after(situation, best, change)
            row = situation.person(found.participant.participation.id)
            at = 0 if row.is_mentor else 1
            assert row.number in {cell[at] for cell in plan}
            assert is_allowed(situation, standing.problem, remedy, plan)
            kinds.add(remedy.kind)
            if remedy.kind is not RemedyKind.LOCK:
                losing = {cell[at] for cell in best} - {cell[at] for cell in plan}
                assert not losing
        costs = [
            (one.outcome.from_best.leaders, one.outcome.from_best.total) for one in found.remedies
        ]
        assert costs == sorted(costs, reverse=True)
    assert kinds == set(RemedyKind)


def is_allowed(
    situation: Situation, problem: Problem, remedy: Remedy, plan: frozenset[Cell]
) -> bool:
    """Tell whether a plan keeps all rules, rooms and locks but for the one that is changed."""
    excused = cells(situation, (remedy.pair,)) if remedy.pair else frozenset()
    locked, rules = (
        (problem.locked - excused, frozenset())
        if remedy.kind is RemedyKind.LOCK
        else (problem.locked, excused)
    )
    rooms = list(problem.mentor_room), list(problem.mentee_room)
    if remedy.person is not None:
        larger = situation.person(remedy.person.participation.id)
        rooms[0 if larger.is_mentor else 1][larger.number] += 1
    return (
        locked <= plan
        and all(problem.scores[i][j] != FORBIDDEN for i, j in plan - locked - rules)
        and all(
            len([cell for cell in plan if cell[at] == number])
            <= max(room, held(locked, at, number))
            for at, side_rooms in enumerate(rooms)
            for number, room in enumerate(side_rooms)
        )
    )


def held(locked: frozenset[Cell], at: int, number: int) -> int:
    return len([cell for cell in locked if cell[at] == number])


def test_who_has_a_place_in_the_best_plan_needs_no_remedy() -> None:
    for situation in situations(36, 10):
        standing = run_to_end(stand(situation.problem(), Aim.EVERYONE))
        for cell in standing.solution().pairs:
            for part_id in ids(situation, cell):
                found = why_left_over(situation, standing, part_id)
                assert found.remedies == ()
                assert cell in cells(situation, found.in_best)


def test_below_the_floor_is_said_of_a_pair_and_of_who_is_left_over() -> None:
    said = 0
    for situation in situations(37, 10):
        standing = run_to_end(stand(situation.problem(), Aim.FIT, 9_900))
        for cell in all_cells(situation.problem()):
            found = why_not(situation, standing, *ids(situation, cell))
            assert found.is_below_floor == (situation.scores.total(*cell) < 9_900)
            if found.is_below_floor and cell not in standing.problem.locked:
                assert found.outcome is None
                said += 1
        for one in situation.board.participants:
            reasons = why_left_over(situation, standing, one.participation.id)
            for obstacle in reasons.obstacles:
                assert obstacle.what != Bound.TAKEN or reasons.in_best
    assert said > 20


def test_under_nobody_left_a_forbidden_pair_is_weighed_by_its_own_score() -> None:
    asked = 0
    for situation in situations(38, 30):
        problem = situation.problem()
        standing = run_to_end(stand(problem, Aim.NOBODY_LEFT))
        for cell in all_cells(problem):
            found = why_not(situation, standing, *ids(situation, cell))
            if not found.can_be_set_aside or found.outcome is None or cell in problem.locked:
                continue
            plan = after(situation, standing.solution().pairs, found.outcome.from_best)
            allowed = with_cell(problem, cell, situation.scores.total(*cell))
            anew = run_to_end(solve(forcing(allowed, cell), Aim.NOBODY_LEFT))
            assert len({j for _, j in plan}) == anew.paired
            assert sorted(allowed.scores[i][j] for i, j in plan) == sorted(
                allowed.scores[i][j] for i, j in anew.pairs
            )
            asked += 1
    assert asked > 20
