"""From people and rules to the plan: of all that the rules allow, pair by pair, none is better."""

from __future__ import annotations

import os
import random
from dataclasses import replace

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairing_rules import standing_objection
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.criteria_chosen import criteria_of
from revmentor_desktop.matching.problem import FORBIDDEN, Problem
from revmentor_desktop.matching.scoring import fit
from revmentor_desktop.matching.situation import Situation, situating
from revmentor_desktop.matching.suggestion import suggestion
from tests.builders import pair
from tests.matching.random_problems import plans, value
from tests.matching.scored_people import EVERYTHING, everything_known, side

TIMES = 200 if os.environ.get("REVMENTOR_DRILLS") == "full" else 30
FLOOR = 4_000


def situation(chance: random.Random) -> Situation:
    """A few people under some of all rules, which are set aside for some; some are locked."""
    choices = replace(
        EVERYTHING,
        rules=frozenset(chance.sample(sorted(EVERYTHING.rules), chance.randint(0, 6))),
        own_rules=chance.choice(((), EVERYTHING.own_rules[:1], EVERYTHING.own_rules)),
    )
    sides = side(chance, Role.MENTOR, 4, 1), side(chance, Role.MENTEE, 4, 101)
    mentors, leaders = ([_with_room(chance, one) for one in people] for people in sides)
    facts = everything_known(chance, mentors, leaders, choices)
    couples = zip(chance.sample(mentors, 2), chance.sample(leaders, 2), strict=True)
    locked = [
        pair(number, mentor, leader, is_locked=True)
        for number, (mentor, leader) in enumerate(couples)
        if chance.random() < 0.3
    ]
    board = Board((*mentors, *leaders), tuple(locked), facts)
    waiting = {one.participation.id: chance.randint(0, 2) for one in board.participants}
    return run_to_end(situating(board, choices, waiting))


def _with_room(chance: random.Random, one: Participant) -> Participant:
    places = chance.choice((0, 1, 1, 1, 2))
    return replace(one, participation=replace(one.participation, own_partners=places))


def pair_by_pair(there: Situation) -> Problem:
    """The same board, each cell asked for on its own."""
    facts = there.board.facts
    criteria = criteria_of(there.scores.choices, facts.own_values)
    mentors, leaders = there.scores.mentors, there.scores.leaders
    couples = {pair.couple for pair in there.board.pairs}

    def score(mentor: Participant, leader: Participant) -> int:
        is_locked = (mentor.participation.id, leader.participation.id) in couples
        if standing_objection(mentor, leader, facts) and not is_locked:
            return FORBIDDEN
        return fit(mentor, leader, criteria).total

    return Problem(
        [[score(mentor, leader) for leader in leaders] for mentor in mentors],
        [one.participation.most_partners for one in mentors],
        [one.participation.most_partners for one in leaders],
        locked=frozenset(map(there.cell, there.board.pairs)),
        mentor_waiting=[there.waiting[one.participation.id] for one in mentors],
        mentee_waiting=[there.waiting[one.participation.id] for one in leaders],
    )


@pytest.mark.drill
@pytest.mark.parametrize("aim", Aim)
def test_no_plan_that_the_rules_allow_is_better(aim: Aim) -> None:
    chance = random.Random(21)
    floor = FLOOR if aim is Aim.FIT else 0
    paired = 0
    for _ in range(TIMES):
        there = situation(chance)
        found = run_to_end(suggestion(there, aim, floor))
        problem = pair_by_pair(there)
        assert found.is_proven
        values = {plan: value(problem, aim, floor, plan) for plan in plans(problem)}
        best = max(each for each in values.values() if each is not None)
        assert values[found.solution.pairs] == best
        paired += found.solution.paired
    assert paired > TIMES
