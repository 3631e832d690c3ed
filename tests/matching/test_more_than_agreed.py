"""Boards on which people have more partners than agreed, and some withdrew: still the best plan.

By a reason or because the number is a wish: what is suggested gives nobody more than the number,
takes nothing from those who have more, and no board is better than its best plan.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from dataclasses import replace
from itertools import chain

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import (
    breaches,
    objection,
    standing_objection,
    unexcused,
)
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.plan.pairing_choices import CAPACITY, RULES, WITHDRAWN
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.criteria_chosen import criteria_of
from revmentor_desktop.matching.explaining import why_not
from revmentor_desktop.matching.left_over import RemedyKind, why_left_over
from revmentor_desktop.matching.problem import FORBIDDEN, Problem
from revmentor_desktop.matching.proof import counted, is_plan
from revmentor_desktop.matching.scoring import fit
from revmentor_desktop.matching.situation import Situation, situating
from revmentor_desktop.matching.suggestion import Suggestion, gap, kept_up, suggestion
from tests.builders import pair
from tests.matching.random_problems import plans, value
from tests.matching.scored_people import EVERYTHING, everything_known, side

TIMES = 150 if os.environ.get("REVMENTOR_DRILLS") == "full" else 25
SIZE = 4


def people(chance: random.Random) -> tuple[list[Participant], list[Participant]]:
    """Mentors and leaders, some of whom withdrew; most want one partner."""
    sides = side(chance, Role.MENTOR, SIZE, 1), side(chance, Role.MENTEE, SIZE, 101)

    def changed(one: Participant) -> Participant:
        states = [*[ParticipationState.CONFIRMED] * 5, ParticipationState.WITHDRAWN]
        places, state = chance.choice((1, 1, 1, 2)), chance.choice(states)
        part = replace(one.participation, own_partners=places, state=state)
        return replace(one, participation=part)

    mentors, leaders = ([changed(one) for one in them] for them in sides)
    return mentors, leaders


def board(chance: random.Random) -> Board:
    """A board as it comes to be: pairs made one after the other where nothing is against them."""
    bound = {WITHDRAWN, CAPACITY, *chance.sample(RULES, 2)}
    rules = frozenset(bound - set(chance.choice(((), (CAPACITY,), (WITHDRAWN,), bound))))
    choices = replace(EVERYTHING, rules=rules, own_rules=())
    mentors, leaders = people(chance)
    facts = everything_known(chance, mentors, leaders, choices)
    couples = [(mentor, leader) for mentor in mentors for leader in leaders]
    made: list[Pair] = []
    for mentor, leader in chance.sample(couples, chance.randint(0, 9)):
        if objection(mentor, leader, facts) is None:
            locked = chance.random() < 0.2
            made.append(pair(len(made) + 1, mentor, leader, is_locked=locked))
            facts = facts.after((), [made[-1].couple])
    assert not any(unexcused(breaches(one.mentor, one.mentee, facts)) for one in made)
    return Board((*mentors, *leaders), tuple(made), facts)


def situation(laid: Board) -> Situation:
    choices = replace(EVERYTHING, rules=laid.facts.rules, own_rules=())
    return run_to_end(situating(laid, choices, {}))


def rightly_beyond(laid: Board) -> set[int]:
    """Who has more partners than agreed, told the long way round: on these boards all is right."""
    partners = Counter(chain.from_iterable(one.couple for one in laid.pairs))
    most = {one.participation.id: one.participation.most_partners for one in laid.participants}
    return {one for one, count in partners.items() if count > most[one]}


def pair_by_pair(there: Situation) -> Problem:
    """What may be planned, each cell asked for on its own."""
    laid, facts = there.board, there.board.facts
    mentors, leaders = there.scores.mentors, there.scores.leaders
    beyond = rightly_beyond(laid)
    kept = [one for one in laid.pairs if one.is_fixed or not beyond.isdisjoint(one.couple)]
    stay = {one.couple for one in kept}
    criteria = criteria_of(there.scores.choices, facts.own_values)

    def score(mentor: Participant, leader: Participant) -> int:
        couple = mentor.participation.id, leader.participation.id
        if couple not in stay and standing_objection(mentor, leader, facts):
            return FORBIDDEN
        return fit(mentor, leader, criteria).total

    return Problem(
        [[score(mentor, leader) for leader in leaders] for mentor in mentors],
        [one.participation.most_partners for one in mentors],
        [one.participation.most_partners for one in leaders],
        locked=frozenset(map(there.cell, kept)),
    )


def boards(seed: int) -> list[Board]:
    chance = random.Random(seed)
    return [board(chance) for _ in range(TIMES)]


def test_such_boards_are_drawn() -> None:
    drawn = boards(1)
    withdrawn = ParticipationState.WITHDRAWN
    assert sum(bool(rightly_beyond(one)) for one in drawn) > TIMES // 4
    assert sum(CAPACITY in one.facts.rules and bool(rightly_beyond(one)) for one in drawn) > 1
    paired = [two for one in drawn for two in one.pairs]
    assert any(one.mentor.participation.state is withdrawn for one in paired)


@pytest.mark.drill
@pytest.mark.parametrize("aim", Aim)
def test_no_plan_is_better_that_leaves_more_than_agreed_as_it_stands(aim: Aim) -> None:
    for laid in boards(2):
        there = situation(laid)
        found = run_to_end(suggestion(there, aim))
        problem = pair_by_pair(there)
        assert found.is_proven
        values = {plan: value(problem, aim, 0, plan) for plan in plans(problem)}
        best = max(each for each in values.values() if each is not None)
        assert values[found.solution.pairs] == best


@pytest.mark.parametrize("aim", [Aim.EVERYONE, Aim.FIT])
def test_the_plan_on_the_board_is_a_plan_of_the_problem_and_never_better_than_the_best(
    aim: Aim,
) -> None:
    for laid in boards(3):
        there = situation(laid)
        found = run_to_end(suggestion(there, aim))
        goal, problem = found.standing.layout.goal, found.problem
        assert is_plan(problem, goal, there.plan)
        best = counted(problem, goal, found.solution.pairs)
        assert counted(problem, goal, there.plan) <= best
        assert gap(found).distance.mentees >= 0 or aim is Aim.FIT
        assert gap(found).broken == 0


def assert_can_be_applied(found: Suggestion) -> None:
    """Nobody comes to have more than agreed, and nothing is against what is new."""
    laid, facts = found.situation.board, found.situation.board.facts
    beyond = rightly_beyond(laid)
    assert not any(beyond.intersection(one.couple) for one in (*found.joined, *found.parted))
    facts = facts.after([one.couple for one in found.parted])
    for one in found.joined:
        assert objection(one.mentor, one.leader, facts) is None
        assert not facts.is_full(one.mentor)
        assert not facts.is_full(one.leader)
        facts = facts.after((), [one.couple])


@pytest.mark.parametrize("aim", Aim)
def test_what_is_suggested_can_be_applied_and_gives_nobody_more_than_agreed(aim: Aim) -> None:
    for laid in boards(4):
        assert_can_be_applied(run_to_end(suggestion(situation(laid), aim)))


def test_kept_up_from_board_to_board_is_as_if_found_anew() -> None:
    chance = random.Random(5)
    for laid in boards(5):
        choices = replace(EVERYTHING, rules=laid.facts.rules, own_rules=())
        before = run_to_end(kept_up(laid, choices, {}))
        if not laid.pairs:
            continue
        gone = chance.choice(laid.pairs)
        kept = tuple(one for one in laid.pairs if one is not gone)
        after = replace(laid, pairs=kept, facts=laid.facts.after([gone.couple]))
        found = run_to_end(kept_up(after, choices, {}, before))
        assert found.couples == run_to_end(kept_up(after, choices, {})).couples


def test_who_withdrew_is_planned_for_only_without_the_rule_or_for_a_reason() -> None:
    for laid in boards(6):
        there = situation(laid)
        known = {*there.scores.mentors, *there.scores.leaders}
        aside = {
            each
            for one in laid.facts.overrides
            if one.rule == WITHDRAWN
            for each in (one.mentor_id, one.mentee_id)
        }
        for one in laid.participants:
            withdrew = one.participation.state is ParticipationState.WITHDRAWN
            left_out = withdrew and WITHDRAWN in laid.facts.rules and not laid.pairs_of(one)
            assert (one in known) == (not left_out or one.participation.id in aside)


def test_a_reason_for_who_withdrew_brings_them_into_a_plan_that_is_kept_up() -> None:
    for laid in boards(7):
        without = replace(laid, facts=replace(laid.facts, overrides=()))
        if unexcused_on(without):
            continue
        choices = replace(EVERYTHING, rules=laid.facts.rules, own_rules=())
        before = run_to_end(kept_up(without, choices, {}))
        found = run_to_end(kept_up(laid, choices, {}, before))
        assert found.couples == run_to_end(kept_up(laid, choices, {})).couples


def unexcused_on(laid: Board) -> bool:
    facts: PairingFacts = laid.facts
    return any(unexcused(breaches(one.mentor, one.mentee, facts)) for one in laid.pairs)


def test_why_left_over_and_why_not_never_offer_to_unlock_what_only_stands_beyond() -> None:
    for laid in boards(8):
        there = situation(laid)
        found = run_to_end(suggestion(there, Aim.EVERYONE))
        fixed = {one.couple for one in laid.pairs if one.is_fixed}
        for one in (*found.mentors_left, *found.leaders_left):
            told = why_left_over(there, found.standing, one.participation.id)
            for remedy in told.remedies:
                if remedy.kind is RemedyKind.LOCK:
                    assert remedy.pair is not None
                    assert remedy.pair.couple in fixed
        beyond = rightly_beyond(laid)
        for cell in chain.from_iterable(
            ((i, j) for j in range(len(there.scores.leaders)))
            for i in range(len(there.scores.mentors))
        ):
            mentor, leader = there.couple(cell)
            couple = mentor.participation.id, leader.participation.id
            if not beyond.isdisjoint(couple) and cell not in there.plan:
                answer = why_not(there, found.standing, *couple)
                assert answer.kept
                assert answer.outcome is None
