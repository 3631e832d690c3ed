"""Small and large problems drawn by lot, and every plan that a small one has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.matching.problem import FORBIDDEN, Cell, Problem, Solution
from revmentor_desktop.matching.questions import Person

SCORES: tuple[Sequence[int], ...] = (range(10_001), (0, 5_000, 10_000), (0, 1, 2, 3), (7_000,))
"""What the scores of one problem are drawn from: any, or few, so that many plans are alike."""

FLOORS = (0, 1, 5_000, 9_000)


def small(random: Random, most: int = 4) -> Problem:
    """A problem with every kind of trait: forbidden cells, rooms from 0 to 3, locks, waiting."""
    mentors, mentees = random.randint(1, most), random.randint(1, most)
    cells = [(i, j) for i in range(mentors) for j in range(mentees)]
    return Problem(
        matrix(random, mentors, mentees, random.choice(SCORES), random.choice((0, 0.3, 0.6))),
        mentor_room=random.choices((0, 1, 1, 1, 2, 3), k=mentors),
        mentee_room=random.choices((0, 1, 1, 1, 2, 3), k=mentees),
        locked=frozenset(cell for cell in cells if random.random() < 0.08),
        mentor_waiting=random.choices((0, 0, 0, 1, 2), k=mentors),
        mentee_waiting=random.choices((0, 0, 1), k=mentees),
    )


def matrix(
    random: Random, mentors: int, mentees: int, scores: Sequence[int], forbidden: float
) -> list[list[int]]:
    return [
        [
            FORBIDDEN if random.random() < forbidden else random.choice(scores)
            for _ in range(mentees)
        ]
        for _ in range(mentors)
    ]


def popular(random: Random, size: int, forbidden: float = 0.3) -> list[list[int]]:
    """Scores of people of whom all want the same few: the hardest for a search by prices."""
    mentors, mentees = ([random.random() for _ in range(size)] for _ in range(2))
    return [
        [
            FORBIDDEN
            if random.random() < forbidden
            else int(10_000 * (0.4 * mentor + 0.4 * mentee + 0.2 * random.random()))
            for mentee in mentees
        ]
        for mentor in mentors
    ]


def hard(random: Random, size: int) -> dict[str, Problem]:
    """Boards on which a search for the best plan may lose its way."""
    full = range(10_001)
    products = [[i * j * 10_000 // size**2 for j in range(size)] for i in range(size)]
    blocks = [[random.randrange(5) for _ in range(size)] for _ in range(2)]
    return {
        "popular": Problem(popular(random, size)),
        "popular, two each": Problem(popular(random, size), mentor_room=[2] * size),
        "products": Problem(products),
        "equal": Problem([[7_000] * size] * size),
        "ties": Problem(matrix(random, size, size, (0, 1, 2, 3), 0.3)),
        "blocks": Problem(
            [
                [
                    random.randrange(5_000, 10_001) if one == other else random.choice((-1, 0, 99))
                    for other in blocks[1]
                ]
                for one in blocks[0]
            ]
        ),
        "sparse": Problem(matrix(random, size, size, full, 1 - 3 / size)),
        "few mentors": Problem(matrix(random, size // 2, size, full, 0.3)),
        "two each": Problem(
            matrix(random, size // 2, size, full, 0.3), mentor_room=[2] * (size // 2)
        ),
        "two for each": Problem(
            matrix(random, size, size // 2, full, 0.3), mentee_room=[2] * (size // 2)
        ),
    }


def plans(problem: Problem) -> Iterator[frozenset[Cell]]:
    """Every plan that a problem allows, whatever the aim."""
    held = [[cell[side] for cell in problem.locked] for side in (0, 1)]
    mentor_room = [room - held[0].count(i) for i, room in enumerate(problem.mentor_room)]
    mentee_room = [room - held[1].count(j) for j, room in enumerate(problem.mentee_room)]
    free = [
        (i, j)
        for i, row in enumerate(problem.scores)
        for j, score in enumerate(row)
        if score != FORBIDDEN and (i, j) not in problem.locked
    ]

    def more(number: int, plan: frozenset[Cell]) -> Iterator[frozenset[Cell]]:
        if number == len(free):
            yield plan
            return
        yield from more(number + 1, plan)
        i, j = free[number]
        if mentor_room[i] > 0 and mentee_room[j] > 0:
            mentor_room[i] -= 1
            mentee_room[j] -= 1
            yield from more(number + 1, plan | {(i, j)})
            mentor_room[i] += 1
            mentee_room[j] += 1

    return more(0, problem.locked)


Value = tuple[int, tuple[int, ...], int]


def value(problem: Problem, aim: Aim, floor: int, plan: frozenset[Cell]) -> Value | None:
    """How good a plan is in the words of its aim, then for those who waited; None: not allowed."""
    scores = sorted(problem.scores[i][j] for i, j in plan - problem.locked)
    paired = len({mentee for _, mentee in plan})
    total = sum(max(0, problem.scores[i][j]) for i, j in plan)
    waited = sum(problem.mentor_waiting[i] for i in {mentor for mentor, _ in plan})
    waited += sum(problem.mentee_waiting[j] for j in {mentee for _, mentee in plan})
    if aim is Aim.EVERYONE:
        return paired, (total,), waited
    if aim is Aim.FIT:
        return (0, (total,), waited) if not scores or scores[0] >= floor else None
    endless = 10_001  # no partner at all is better than one more score that could be low
    return paired, (*scores, *[endless] * (99 - len(scores))), waited


def shuffled(problem: Problem, random: Random) -> tuple[Problem, list[int], list[int]]:
    """The same problem with its rows and columns in another order, and these orders."""
    rows, columns = list(range(len(problem.scores))), list(range(len(problem.mentee_room)))
    random.shuffle(rows)
    random.shuffle(columns)
    other = Problem(
        [[problem.scores[i][j] for j in columns] for i in rows],
        [problem.mentor_room[i] for i in rows],
        [problem.mentee_room[j] for j in columns],
        frozenset((rows.index(i), columns.index(j)) for i, j in problem.locked),
        [problem.mentor_keys[i] for i in rows],
        [problem.mentee_keys[j] for j in columns],
        [problem.mentor_waiting[i] for i in rows],
        [problem.mentee_waiting[j] for j in columns],
    )
    return other, rows, columns


def changed(random: Random, problem: Problem, solution: Solution) -> Problem:
    """A problem after one thing that happens on a board."""
    mentors, mentees = len(problem.scores), len(problem.mentee_room)
    i, j = random.randrange(mentors), random.randrange(mentees)
    scores = [list(row) for row in problem.scores]
    match random.randrange(8):
        case 0:
            return replace(problem, locked=problem.locked | {(i, j)})
        case 1 if solution.pairs:
            pair = random.choice(sorted(solution.pairs))
            return replace(problem, locked=problem.locked | {pair})
        case 2 if problem.locked:
            pair = random.choice(sorted(problem.locked))
            return replace(problem, locked=problem.locked - {pair})
        case 3:
            return replace(problem, mentor_room=_one_off(random, problem.mentor_room, i))
        case 4:
            return replace(problem, mentee_room=_one_off(random, problem.mentee_room, j))
        case 5:
            scores[i] = [_score(random) for _ in scores[i]]
        case 6:
            for row in scores:
                row[j] = _score(random)
        case _:
            scores[i][j] = _score(random)
    return replace(problem, scores=scores)


def roomier(problem: Problem, person: Person) -> Problem:
    """The same with one more place for somebody."""
    rooms = [list(problem.mentor_room), list(problem.mentee_room)]
    rooms[0 if person.is_mentor else 1][person.number] += 1
    return replace(problem, mentor_room=rooms[0], mentee_room=rooms[1])


def _one_off(random: Random, rooms: Sequence[int], one: int) -> list[int]:
    return [
        max(0, room + random.choice((-1, 1))) if number == one else room
        for number, room in enumerate(rooms)
    ]


def _score(random: Random) -> int:
    score: int = random.choice((FORBIDDEN, FORBIDDEN, *range(0, 10_001, 1_250)))
    return score
