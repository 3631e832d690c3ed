"""What if: two people paired anyway, other partners for somebody, a place for who is left over.

Each answer comes from the prices of a standing plan by one search, without touching it, and says
what the best plan would be that has what was asked for.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.lowest_first import Lowest, lowest_first
from revmentor_desktop.matching.lowest_others import others
from revmentor_desktop.matching.problem import FORBIDDEN, HIGHEST, Cell, Problem, degrees
from revmentor_desktop.matching.search import NOBODY, Search
from revmentor_desktop.matching.sides import Side
from revmentor_desktop.matching.standing import Standing


@dataclass(frozen=True)
class Person:
    """A mentor's row or a mentee's column."""

    is_mentor: bool
    number: int

    def with_partner(self, other: int) -> Cell:
        """Return the cell of this person and somebody of the other side."""
        return (self.number, other) if self.is_mentor else (other, self.number)


@dataclass(frozen=True)
class Move:
    """Another plan beside the standing one: what it joins and parts, and what that does.

    `total` (hundredths) and `mentees` (with a partner) are its changes, below zero for a loss.
    """

    joined: frozenset[Cell]
    parted: frozenset[Cell]
    total: int
    mentees: int


@dataclass(frozen=True)
class Option:
    """A pair that could be, and the best plan with it."""

    pair: Cell
    move: Move


@dataclass(frozen=True)
class Help:
    """A change that gives somebody a place: one more for `room`, or the pair of `lock` released."""

    move: Move
    room: Person | None = None
    lock: Cell | None = None


def cost_of_forcing(standing: Standing, pair: Cell, score: int | None = None) -> Move | None:
    """Return the best plan that has a pair; None where locked pairs leave it no place.

    `score` is what the pair would have; it must be given where the pair is forbidden.
    """
    given = None if score is None else {pair: score}
    if standing.lowest:
        return _forced(standing, standing.lowest, pair, score)
    of_mentee = not standing.layout.turned
    number, other = pair[::-1] if of_mentee else pair
    person = Person(is_mentor=not of_mentee, number=number)
    return next((each.move for each in _options(standing, person, given, 1, other)), None)


def _forced(standing: Standing, lowest: Lowest, pair: Cell, score: int | None) -> Move | None:
    """Return the best plan for NOBODY_LEFT that has a pair."""
    problem, given = standing.problem, {} if score is None else {pair: score}
    rooms = standing.layout.goal.rooms(problem)
    has_room = rooms[0][pair[0]] > 0 and rooms[1][pair[1]] > 0
    if _worth(standing, pair, given) is None or not has_room or pair in standing.pairs:
        return None
    locked = replace(problem, locked=problem.locked | {pair})
    after = run_to_end(lowest_first(locked, lowest)).pairs | locked.locked
    return _difference(problem, standing.pairs, after, given)


def alternatives(
    standing: Standing, person: Person, k: int = 3, scores: Mapping[Cell, int] | None = None
) -> list[Option]:
    """Return the k partners for somebody, beside those of the standing plan, that cost it least.

    `scores` gives what forbidden pairs would have if their rule were set aside: these then count
    as allowed.
    """
    if standing.known is None or scores:
        return _options(standing, person, scores, k)
    problem, before = standing.problem, standing.pairs
    found = others(standing.known, person.number, k, is_mentor=person.is_mentor)
    return [
        Option(one.pair, _difference(problem, before, one.plan | problem.locked)) for one in found
    ]


def rooms_that_help(standing: Standing, person: Person, k: int = 3) -> list[Help]:
    """Return whose room, one larger, gives a left-over person a place, the best plan first.

    Who has no room themselves needs that before anything else.
    """
    mine, theirs = _sides(standing, person)
    search = Search(mine, theirs, standing.network.endless)
    search.run(person.number)
    if not mine.room[person.number]:
        reached = search.cost_nobody < standing.network.endless
        return [_room(standing, person, search, NOBODY, person)] if reached else []
    costs = sorted(
        (cost + theirs.cost_of_more(other), other)
        for other, cost in enumerate(search.cost_far)
        if cost < standing.network.endless
    )
    others = (Person(not person.is_mentor, other) for _, other in costs)
    useful = (other for other in others if _has_use_for_room(standing, other))
    return [
        _room(standing, person, search, search.middle + other.number, other)
        for other, _ in zip(useful, range(k), strict=False)
    ]


def _room(standing: Standing, person: Person, search: Search, end: int, larger: Person) -> Help:
    return Help(_move(standing, person, search.way(end)), room=larger)


def _has_use_for_room(standing: Standing, person: Person) -> bool:
    """Whether one more place would be free for more than locked pairs, and the aim would use it."""
    problem = standing.problem
    rooms = problem.mentor_room if person.is_mentor else problem.mentee_room
    most = 1 if standing.layout.goal.one_each and not person.is_mentor else HIGHEST
    held = degrees(problem.locked, 0 if person.is_mentor else 1)[person.number]
    return held <= rooms[person.number] < most


def lock_that_helps(
    standing: Standing, person: Person, among: Iterable[Cell] | None = None
) -> Help | None:
    """Return which locked pair, let go, gives a left-over person a place with the best plan.

    It is one of those `among` which is looked, of all unless told.
    """
    locks = standing.problem.locked if among is None else among
    trials = [_without_lock(standing, person, lock) for lock in sorted(locks)]
    found = [each for each in trials if each is not None]
    return max(found, key=lambda each: (each.move.mentees, each.move.total), default=None)


def _options(
    standing: Standing,
    person: Person,
    given: Mapping[Cell, int] | None,
    k: int,
    only: int | None = None,
) -> list[Option]:
    """Return k pairs that could be, the least costly first: of all, or with `only` one other."""
    mine, theirs = _sides(standing, person)
    network, own = standing.network, mine.price[person.number]
    queue = network.queue if theirs is network.near else None
    search = Search(theirs, mine, network.endless, queue)
    found: list[tuple[int, int]] = []
    slack = _slack(standing, person, given or {})
    for cost, node in search.steps(search.middle + person.number, only):
        if len(found) >= k and cost >= search.bound:
            break
        if (node == only or only is None) and NOBODY < node < search.middle:
            worth = _worth(standing, person.with_partner(node), given or {})
            if worth is not None and node not in mine.partners[person.number]:
                insort(found, (cost + own + theirs.price[node] - worth, node))
        if node == only:
            break
        if len(found) >= k:
            search.bound = min(search.bound, found[k - 1][0] + 1 + slack)
    pairs = [(person.with_partner(other), search.way(other)) for _, other in found[:k]]
    return [Option(pair, _move(standing, person, way, pair, given)) for pair, way in pairs]


def _slack(standing: Standing, person: Person, given: Mapping[Cell, int]) -> int:
    """Return by how much a pair of somebody that rules forbid may beat what its people cost.

    Of allowed pairs none does, so a search need not go further than what it has found; with
    `given` pairs it has to go so much further.
    """
    mine, theirs = _sides(standing, person)
    beaten = [0]
    for pair in given:
        other = pair[1] if person.is_mentor else pair[0]
        worth = _worth(standing, pair, given)
        if worth is not None and pair == person.with_partner(other):
            beaten.append(worth - mine.price[person.number] - theirs.price[other])
    return max(beaten)


def _sides(standing: Standing, person: Person) -> tuple[Side, Side]:
    near, far = standing.network.near, standing.network.far
    return (far, near) if person.is_mentor == standing.layout.turned else (near, far)


def _worth(standing: Standing, pair: Cell, given: Mapping[Cell, int]) -> int | None:
    problem, table = standing.problem, standing.layout.table
    score = given.get(pair, problem.scores[pair[0]][pair[1]])
    if pair in problem.locked or score == FORBIDDEN or standing.layout.goal.worth[score] is None:
        return None
    return table[score] + standing.layout.ties.of_pair(*pair)


def _move(
    standing: Standing,
    person: Person,
    way: list[int],
    pair: Cell | None = None,
    given: Mapping[Cell, int] | None = None,
) -> Move:
    """Return the plan that a way leads to, which goes by the numbers of the search it is from."""
    before = standing.pairs
    after = before ^ _crossed(standing, person, way, from_theirs=pair is not None)
    return _difference(standing.problem, before, after | ({pair} if pair else set()), given)


def _crossed(
    standing: Standing, person: Person, way: list[int], *, from_theirs: bool
) -> frozenset[Cell]:
    mine, theirs = _sides(standing, person)
    middle = len(theirs.price) if from_theirs else len(mine.price)
    crossed = set()
    for here, there in pairwise(way):
        if NOBODY not in (here, there):
            first, second = min(here, there), max(here, there) - middle
            own, other = (second, first) if from_theirs else (first, second)
            crossed.add((own, other) if person.is_mentor else (other, own))
    return frozenset(crossed)


def _difference(
    problem: Problem,
    before: frozenset[Cell],
    after: Iterable[Cell],
    given: Mapping[Cell, int] | None = None,
) -> Move:
    later = frozenset(after)
    joined, parted = later - before, before - later
    gained = sum((given or {}).get(cell, problem.counted(cell)) for cell in joined)
    paired = len({mentee for _, mentee in later}) - len({mentee for _, mentee in before})
    return Move(joined, parted, gained - problem.total(parted), paired)


def _without_lock(standing: Standing, person: Person, lock: Cell) -> Help | None:
    problem = standing.problem
    twin = standing.mended(replace(problem, locked=problem.locked - {lock}))
    mine, theirs = _sides(twin, person)
    after = twin.layout.pairs(twin.network)
    if not mine.partners[person.number]:
        search = Search(mine, theirs, twin.network.endless)
        search.run(person.number, NOBODY)
        if search.cost_nobody >= twin.network.endless:
            return None
        after ^= _crossed(twin, person, search.way(NOBODY), from_theirs=False)
    return Help(_difference(problem, standing.pairs, after | twin.problem.locked), lock=lock)
