"""The matrix is what the single pair says, in every cell, for every rule, after every change."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import objection, standing_objection
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.plan.pairing_choices import CAPACITY, RULES, OwnRule, PairingChoices
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.matching.problem import FORBIDDEN
from revmentor_desktop.matching.scoring import Scores, fit, scores, scoring
from revmentor_desktop.system.messages import sentence
from tests.matching.scored_people import EVERYTHING, OWN_RULES, everything_known, known, side

seeds = pytest.mark.parametrize("seed", range(20))


def cast(seed: int) -> tuple[list[Participant], list[Participant], PairingFacts]:
    chance = random.Random(seed)
    mentors = side(chance, Role.MENTOR, chance.randint(1, 14), 1)
    leaders = side(chance, Role.MENTEE, chance.randint(1, 14), 101)
    return mentors, leaders, everything_known(chance, mentors, leaders)


def assert_true(found: Scores) -> None:
    """Compare every cell with what is said of the pair alone."""
    assert len(found.rows()) == len(found.mentors)
    for i, mentor in enumerate(found.mentors):
        row = found.row(i)
        assert len(row) == len(found.leaders)
        for j, leader in enumerate(found.leaders):
            reason = standing_objection(mentor, leader, found.facts)
            assert reason is None or sentence(reason.code, reason.params)
            assert found.is_forbidden(i, j) == (reason is not None), reason
            assert found.total(i, j) == found.fit(i, j).total
            assert found.fit(i, j) == fit(mentor, leader, found.criteria)
            assert row[j] == (FORBIDDEN if reason else found.fit(i, j).total)


def assert_same(found: Scores, expected: Scores) -> None:
    assert (found.mentors, found.leaders) == (expected.mentors, expected.leaders)
    assert found.totals == expected.totals
    assert found.forbidden == expected.forbidden
    assert_true(found)


@seeds
def test_every_cell_is_what_the_pair_alone_says(seed: int) -> None:
    mentors, leaders, facts = cast(seed)
    assert_true(scores(mentors, leaders, facts, EVERYTHING))


def test_the_examples_have_every_rule_forbid_and_be_set_aside() -> None:
    forbids, aside = set(), set()
    for seed in range(20):
        mentors, leaders, facts = cast(seed)
        bare = replace(facts, overrides=())
        for mentor in mentors:
            for leader in leaders:
                for rule in RULES:
                    one = replace(bare, rules=frozenset({rule}), own_rules=())
                    if rule == CAPACITY:  # binds only whose place is taken
                        taken = [(mentor.participation.id, 0), (0, leader.participation.id)]
                        one = one.after((), taken)
                    if objection(mentor, leader, one) is not None:
                        forbids.add(rule)
                        excused = replace(one, overrides=facts.overrides)
                        if objection(mentor, leader, excused) is None:
                            aside.add(rule)
                for own in OWN_RULES:
                    one = replace(bare, rules=frozenset(), own_rules=(own,))
                    if objection(mentor, leader, one) is not None:
                        forbids.add(own.key)
    # Who is away is forbidden whatever the rule, so that each rule is also looked at alone below.
    assert forbids == {*RULES, *(own.key for own in OWN_RULES)}
    assert aside == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_alone_forbids_the_same_cells(rule: str) -> None:
    for seed in range(5):
        mentors, leaders, facts = cast(seed)
        only = replace(facts, rules=frozenset({rule}), own_rules=())
        assert_true(scores(mentors, leaders, only, EVERYTHING))


@pytest.mark.parametrize("own", OWN_RULES, ids=lambda own: own.key)
def test_each_own_rule_alone_forbids_the_same_cells(own: OwnRule) -> None:
    for seed in range(5):
        mentors, leaders, facts = cast(seed)
        only = replace(facts, rules=frozenset(), own_rules=(own,))
        assert_true(scores(mentors, leaders, only, EVERYTHING))


def test_a_standing_objection_is_an_objection_where_nobody_is_paired() -> None:
    for seed in range(5):
        mentors, leaders, facts = cast(seed)
        for mentor in mentors:
            for leader in leaders:
                standing = standing_objection(mentor, leader, facts)
                now = objection(mentor, leader, facts)
                assert (standing and standing.code) == (now and now.code)


def shuffled(people: Sequence[Participant], seed: int) -> list[int]:
    order = list(range(len(people)))
    random.Random(seed).shuffle(order)
    return order


@seeds
def test_another_order_of_rows_and_columns_changes_no_cell(seed: int) -> None:
    mentors, leaders, facts = cast(seed)
    rows, columns = shuffled(mentors, seed), shuffled(leaders, seed + 1)
    usual = scores(mentors, leaders, facts, EVERYTHING).rows()
    moved = scores(
        [mentors[i] for i in rows], [leaders[j] for j in columns], facts, EVERYTHING
    ).rows()
    assert moved == [[usual[i][j] for j in columns] for i in rows]


@seeds
def test_one_person_changed_is_as_if_all_were_scored_anew(seed: int) -> None:
    mentors, leaders, facts = cast(seed)
    found = scores(mentors, leaders, facts, EVERYTHING)
    before = found.rows()
    chance = random.Random(seed + 100)
    for people, role in ((mentors, Role.MENTOR), (leaders, Role.MENTEE)):
        at = chance.randrange(len(people))
        one = people[at]
        (other,) = side(chance, role, 1, one.person.id)
        other = known(other, wants=("Something new", *other.person.wants))
        people[at] = other
        found = found.with_person(other)
        assert found.place(other.participation.id) == (role, at)
        assert_same(found, scores(mentors, leaders, facts, EVERYTHING))
    assert cast(seed)[0] == list(scores(*cast(seed), EVERYTHING).mentors)
    assert scores(*cast(seed), EVERYTHING).rows() == before


@seeds
def test_other_facts_are_as_if_all_were_scored_anew(seed: int) -> None:
    mentors, leaders, facts = cast(seed)
    found = scores(mentors, leaders, facts, EVERYTHING)
    chance = random.Random(seed + 200)
    later = replace(
        everything_known(chance, mentors, leaders), own_values=facts.own_values, rules=facts.rules
    )
    assert_same(found.with_facts(later), scores(mentors, leaders, later, EVERYTHING))
    # Other answers, too: a consent may have been given or taken back.
    later = replace(later, own_values=everything_known(chance, mentors, leaders).own_values)
    assert_same(found.with_facts(later), scores(mentors, leaders, later, EVERYTHING))
    one = known(mentors[0], grade="3", department="Estates")
    assert_same(
        found.with_person(one, later),
        scores([one, *mentors[1:]], leaders, later, EVERYTHING),
    )


def test_who_is_not_among_them_cannot_be_changed() -> None:
    mentors, leaders, facts = cast(1)
    found = scores(mentors, leaders, facts, EVERYTHING)
    (stranger,) = side(random.Random(1), Role.MENTOR, 1, 77)
    swapped = replace(mentors[0], participation=replace(mentors[0].participation, role=Role.MENTEE))
    for one in (stranger, swapped):
        with pytest.raises(KeyError):
            found.with_person(one)


def test_of_nobody_there_is_nothing_and_of_one_side_nothing_either() -> None:
    mentors, leaders, facts = cast(2)
    assert scores([], [], facts, EVERYTHING).rows() == []
    assert scores([], leaders, facts, EVERYTHING).rows() == []
    assert scores(mentors, [], facts, EVERYTHING).rows() == [[] for _ in mentors]


def test_without_anything_weighed_every_pair_that_is_allowed_is_worth_the_same() -> None:
    mentors, leaders, facts = cast(3)
    facts = replace(facts, rules=frozenset({"department"}), own_rules=())
    found = scores(mentors, leaders, facts, PairingChoices(weights={}))
    assert {cell for row in found.rows() for cell in row} == {0, FORBIDDEN}
    assert found.fit(0, 0).parts == ()
    assert not found.fit(0, 0).is_known


def test_it_can_be_broken_off_and_says_how_far_it_is() -> None:
    chance = random.Random(5)
    mentors = side(chance, Role.MENTOR, 60, 1)
    leaders = side(chance, Role.MENTEE, 3, 101)
    facts = everything_known(chance, mentors, leaders)
    steps = scoring(mentors, leaders, facts, EVERYTHING)
    seen = [next(steps) for _ in range(8)]
    assert seen == sorted(seen, key=lambda step: step.done)
    assert seen[0] == Progress(0, 60)
    assert seen[-1].total == 60
    assert 0 < seen[-1].done < 60
    steps.close()


def test_no_repr_has_what_people_said() -> None:
    mentors, leaders, facts = cast(4)
    found = scores(mentors, leaders, facts, EVERYTHING)
    said = str(facts.own_values)
    assert all(word in said for word in ("Talks", "Listens", "Choir"))
    for told in (facts, found.criteria, found.fit(0, 0), replace(found, mentors=(), leaders=())):
        assert not any(value in repr(told) for value in ("Talks", "Listens", "Choir"))
