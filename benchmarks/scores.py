"""How long it takes to score everybody with everybody, rules and all, and one person anew."""

from __future__ import annotations

import random
import time
from functools import partial
from typing import Final

from benchmarks.figures import Figure, in_turn
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.participation import Participant, Participation, Role
from revmentor_desktop.domain.people import MeetingMode, Person, Slot
from revmentor_desktop.domain.plan.pairing_choices import RULES, PairingChoices
from revmentor_desktop.matching.scoring import scores

ROUNDS: Final = 3
MOST_SECONDS: Final = {500: 0.8, 1_000: 4.0}
MOST_SECONDS_FOR_ONE: Final = 0.1

_SKILLS: Final = [f"Skill {number}" for number in range(60)]
_INTERESTS: Final = [f"Interest {number}" for number in range(40)]


def figures() -> list[Figure]:
    """Measure the scores of as many mentors with as many leaders, under every rule.

    The floor is a bare loop over the cells of such a matrix that stores a sum in each.
    """
    return [figure for count in MOST_SECONDS for figure in _figures(count)]


def people(count: int) -> tuple[list[Participant], list[Participant], PairingFacts]:
    """Return so many invented mentors and leaders, the same every time, and who manages whom."""
    chance = random.Random(20_261_122)  # noqa: S311 (nothing secret)
    mentors = [_one(chance, Role.MENTOR, number) for number in range(1, count + 1)]
    leaders = [_one(chance, Role.MENTEE, count + number) for number in range(1, count + 1)]
    managers: dict[int, int | None] = {
        one.person.id: chance.choice(leaders).person.id for one in mentors
    }
    # Each leader is managed by one of the first tenth, so that lines have several steps.
    managers |= {one.person.id: chance.choice(leaders[: count // 10]).person.id for one in leaders}
    names = {one.person.id: one.person.full_name for one in (*mentors, *leaders)}
    return mentors, leaders, PairingFacts(managers, names, (), rules=frozenset(RULES))


def _figures(count: int) -> list[Figure]:
    cast = people(count)
    (floor,), (whole, mentor, leader) = in_turn(
        ROUNDS, partial(_bare, count), partial(_scored, *cast)
    )
    return [
        Figure(f"scores of {count} x {count}", whole, floor, most_seconds=MOST_SECONDS[count]),
        Figure(f"one mentor of {count} anew", mentor, floor, most_seconds=MOST_SECONDS_FOR_ONE),
        Figure(f"one leader of {count} anew", leader, floor, most_seconds=MOST_SECONDS_FOR_ONE),
    ]


def _scored(
    mentors: list[Participant], leaders: list[Participant], facts: PairingFacts
) -> list[float]:
    begun = time.perf_counter()
    found = scores(mentors, leaders, facts, PairingChoices())
    matrix = found.rows()
    whole = time.perf_counter()
    found.with_person(mentors[-1])
    mentor = time.perf_counter()
    found.with_person(leaders[-1])
    leader = time.perf_counter()
    if len(matrix) != len(mentors):
        raise RuntimeError("not everybody was scored")
    return [whole - begun, mentor - whole, leader - mentor]


def _bare(count: int) -> list[float]:
    begun = time.perf_counter()
    matrix = []
    for row in range(count):
        cells = []
        for column in range(count):
            cells.append(row + column)  # noqa: PERF401 (the floor is a bare loop)
        matrix.append(cells)
    return [time.perf_counter() - begun]


def _one(chance: random.Random, role: Role, number: int) -> Participant:
    skills = tuple(chance.sample(_SKILLS, chance.randint(1, 4)))
    return Participant(
        Person(
            id=number,
            first_name="Person",
            last_name=str(number),
            department=chance.choice(("Care", "IT", "Finance", "Estates", "Sales", "People")),
            site=chance.choice(("North depot", "Harbour House", "Town clinic", "Ward 4")),
            grade=str(chance.randint(1, 9)),
            offers=skills if role is Role.MENTOR else (),
            wants=skills if role is Role.MENTEE else (),
            interests=tuple(chance.sample(_INTERESTS, chance.randint(0, 3))),
            slots=tuple(chance.sample(list(Slot)[:10], chance.randint(1, 5))),
            meeting_mode=chance.choice(list(MeetingMode)),
        ),
        Participation(id=10_000 + number, programme_id=1, person_id=number, role=role),
    )
