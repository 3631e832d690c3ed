"""Invented people for scores: random but the same every time, with gaps in what is known."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from revmentor_desktop.domain.overrides import Override
from revmentor_desktop.domain.pairing_facts import OtherPair, PairingFacts
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.plan.own_fields import OwnValue
from revmentor_desktop.domain.plan.pairing_choices import (
    RULES,
    OwnCriterion,
    OwnCriterionKind,
    OwnRule,
    OwnRuleKind,
    PairingChoices,
)
from tests.builders import participant

WORDS: Final = ("AI tools", "Café culture", "Rotas", "Plain English", "Data", "Sign language")
HOBBIES: Final = ("Choir", "Chess", "Hiking", "Films")
GRADES: Final = ("1", "Grade 4", "6", "Band 7", "Band 8a", "9", "Director", "")

OWN_RULES: Final = (
    OwnRule(field="own-1", kind=OwnRuleKind.MUST_DIFFER),
    OwnRule(field="site", kind=OwnRuleKind.MUST_BE_EQUAL),
    OwnRule(field="own-2", kind=OwnRuleKind.MUST_OVERLAP),
)
OWN_CRITERIA: Final = (
    OwnCriterion(field="own-1", kind=OwnCriterionKind.SAME, weight=7),
    OwnCriterion(field="own-2", kind=OwnCriterionKind.OVERLAP, weight=13),
    OwnCriterion(field="own-3", kind=OwnCriterionKind.DIFFERENT, weight=1),
    OwnCriterion(
        field="own-2", wanted_field="interests", kind=OwnCriterionKind.OFFERS_WANTS, weight=9
    ),
)
EVERYTHING: Final = PairingChoices(
    rules=frozenset(RULES),
    difference_fields=("department", "site", "own-3", "interests"),
    style_field="own-1",
    own_rules=OWN_RULES,
    own_criteria=OWN_CRITERIA,
)
"""Choices under which all rules bind and everything is weighed."""


def side(chance: random.Random, role: Role, count: int, first: int) -> list[Participant]:
    """Return people of a role with ids from `first`; much of them is not known."""
    return [_one(chance, role, first + at) for at in range(count)]


def known(one: Participant, **details: Any) -> Participant:
    """Return somebody of whom more is known: fields of Person."""
    return replace(one, person=replace(one.person, **details))


def some(chance: random.Random, words: Sequence[Any], most: int = 3) -> tuple[Any, ...]:
    """Return up to so many of some words."""
    return tuple(chance.sample(words, chance.randint(0, most)))


def answers(
    chance: random.Random, people: Sequence[Participant]
) -> dict[int, Mapping[str, OwnValue]]:
    """Return answers to own fields; some people gave none."""
    found: dict[int, Mapping[str, OwnValue]] = {}
    for one in people:
        if chance.random() < 0.8:
            values: dict[str, OwnValue] = {
                "own-1": chance.choice(("Talks", "Listens")),
                "own-2": some(chance, HOBBIES),
                "own-3": chance.choice((1.0, 2.5, 3.0)),
            }
            found[one.participation.id] = {
                key: value for key, value in values.items() if chance.random() < 0.8
            }
    return found


def everything_known(
    chance: random.Random,
    mentors: Sequence[Participant],
    leaders: Sequence[Participant],
    choices: PairingChoices = EVERYTHING,
) -> PairingFacts:
    """Return facts in which each rule forbids some pairs, and some of that is set aside."""
    people = [*mentors, *leaders]
    ids = [one.person.id for one in people]
    pairs = [(mentor, leader) for mentor in mentors for leader in leaders]

    def some_pairs() -> list[tuple[int, int]]:
        chosen = chance.sample(pairs, max(1, len(pairs) // 20))
        return [(one.person.id, other.person.id) for one, other in chosen]

    managers: dict[int, int | None] = {
        one: chance.choice([None, *ids, 900, 901]) for one in [*ids, 900, 901]
    }
    keys = (*sorted(choices.rules), *(own.key for own in choices.own_rules))
    return PairingFacts(
        managers=managers,
        names={one: f"Person {one}" for one in [*ids, 900, 901]},
        paired=(),
        rules=choices.rules,
        own_rules=choices.own_rules,
        own_values=answers(chance, people),
        conflicts=frozenset(some_pairs()),
        ended_early=frozenset(some_pairs()),
        elsewhere={pair: OtherPair("Voices 2025", is_earlier=True) for pair in some_pairs()},
        overrides=tuple(
            Override(
                mentor_id=mentor.participation.id,
                mentee_id=leader.participation.id,
                rule=rule,
                reason="They asked for it.",
                day=date(2026, 11, 22),
            )
            for mentor, leader in chance.sample(pairs, max(1, len(pairs) // 2))
            for rule in keys
            if chance.random() < 0.8
        ),
    )


def _one(chance: random.Random, role: Role, number: int) -> Participant:
    one = participant(
        number,
        role,
        state=chance.choice([ParticipationState.CONFIRMED] * 6 + list(ParticipationState)),
        not_with=frozenset(chance.sample(range(1, 40), chance.choice((0, 0, 1, 3)))),
        answers_agreed=chance.choice((True, True, None, None, False)),
    )
    return known(
        one,
        department=chance.choice(("Care", "care", "IT", "Finance", "Estates", "HR", "")),
        site=chance.choice(("North", "south", "South", "Home", "")),
        grade=chance.choice(GRADES),
        line_manager_text=chance.choice(("", "", "", "", "Ann Ward")),
        offers=some(chance, WORDS, 4),
        wants=some(chance, [*WORDS, "DATA"], 4),
        interests=some(chance, HOBBIES),
        slots=some(chance, list(Slot)[:5]),
        meeting_mode=chance.choice((None, *MeetingMode)),
    )
