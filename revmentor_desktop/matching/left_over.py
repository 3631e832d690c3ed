"""Why somebody has no partner, and the cheapest change that would give them one: as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.overrides import can_be_overridden
from revmentor_desktop.domain.pairing_rules import rules_checked
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.matching.explaining import Checked, Outcome, is_below_floor, outcome_of
from revmentor_desktop.matching.problem import FORBIDDEN, HIGHEST, Cell
from revmentor_desktop.matching.questions import (
    Help,
    Move,
    Option,
    Person,
    alternatives,
    cost_of_forcing,
    lock_that_helps,
    rooms_that_help,
)
from revmentor_desktop.matching.scoring_fairness import ScoredPair
from revmentor_desktop.matching.situation import Situation
from revmentor_desktop.matching.standing import Standing
from revmentor_desktop.matching.ties import ties_of

_Worth = tuple[int, list[int]]
"""What a plan is worth for `Aim.NOBODY_LEFT`: mentees gained, then its scores from the lowest."""

_FEW: Final = 8
"""So many are looked at before all: the first of them mostly helps."""


class Bound(StrEnum):
    """What keeps somebody and one of the other side apart, where no rule does."""

    FLOOR = "floor"
    """They fit less than the aim's floor asks."""
    KEPT = "kept"
    """Agreed and locked pairs take all places of the other."""
    TAKEN = "taken"
    """The best plan needs all places of the other for somebody else."""
    FREE = "free"
    """Nothing: the other has a place, and the plan on the board does not use it."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What keeps somebody from some of the other side: the key of a rule, or a `Bound`.

    Each of the others is named once, under the weightiest rule against the two.
    """

    what: str
    people: tuple[Participant, ...]


class RemedyKind(StrEnum):
    """What would have to change."""

    RULE = "rule"
    ROOM = "room"
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change that gives somebody a place, and the best plan that comes of it.

    A rule is set aside for one pair (`pair`, `error`), somebody takes one partner more (`person`),
    or a pair is ended or unlocked (`pair`).
    """

    kind: RemedyKind
    outcome: Outcome
    pair: ScoredPair | None = None
    rule: str = ""
    error: KnownError | None = None
    person: Participant | None = None


@dataclass(frozen=True, slots=True)
class WhyLeftOver:
    """Why somebody has no partner on the board.

    `in_best` are their pairs in the best plan: where there are any, the plan on the board is at
    fault, and no remedy is needed. Else `remedies` has the best rule, room and lock to change, the
    cheapest first: that which gives most leaders a partner, then the highest total.
    """

    participant: Participant
    obstacles: tuple[Obstacle, ...]
    in_best: tuple[ScoredPair, ...]
    remedies: tuple[Remedy, ...]


def why_left_over(situation: Situation, standing: Standing, participation_id: int) -> WhyLeftOver:
    """Explain why somebody has no partner. `standing` holds the best plan for the whole board.

    Raises KeyError for who is not on the board.
    """
    person = situation.person(participation_id)
    best = standing.pairs
    mine = [cell for cell in best if _number(cell, person) == person.number]
    found = [] if mine else _remedies(situation, standing, person)
    return WhyLeftOver(
        participant=situation.participant(person),
        obstacles=_obstacles(situation, standing, person, best),
        in_best=situation.scored(mine),
        remedies=tuple(sorted(found, key=_cost)),
    )


def _obstacles(
    situation: Situation, standing: Standing, person: Person, best: Iterable[Cell]
) -> tuple[Obstacle, ...]:
    taken, kept = (_partners(cells, person) for cells in (best, standing.problem.locked))
    found: dict[str, list[Participant]] = {}
    for other in _others(situation, person):
        what = _obstacle(situation, standing, person.with_partner(other.number))
        if not what:
            room = situation.participant(other).participation.most_partners
            full = (
                Bound.KEPT
                if kept.get(other.number, 0) >= room
                else Bound.TAKEN
                if taken.get(other.number, 0) >= room
                else Bound.FREE
            )
            what = full
        found.setdefault(what, []).append(situation.participant(other))
    order = sorted(found, key=lambda what: (-len(found[what]), what))
    return tuple(Obstacle(what, tuple(found[what])) for what in order)


def _obstacle(situation: Situation, standing: Standing, cell: Cell) -> str:
    """Return the weightiest rule against two people, or that they are below the floor, or ""."""
    if situation.scores.is_forbidden(*cell):
        return next((one.rule for one in _against(situation, cell)), "")
    return Bound.FLOOR if is_below_floor(situation, standing, cell) else ""


def _remedies(situation: Situation, standing: Standing, person: Person) -> list[Remedy]:
    fixed = [situation.cell(pair) for pair in situation.board.pairs if pair.is_fixed]
    found = (
        _rule(situation, standing, person),
        _room(situation, standing, person),
        _lock(situation, standing, lock_that_helps(standing, person, fixed)),
    )
    return [one for one in found if one is not None]


def _room(situation: Situation, standing: Standing, person: Person) -> Remedy | None:
    """Return who, with one partner more, gives a place that nobody else loses."""
    everybody = len(_others(situation, person))
    for many in (_FEW, everybody):
        found = rooms_that_help(standing, person, many)
        helping = [one for one in found if _nobody_loses(one.move, person)]
        if helping and _fall(standing, helping[0].move.joined):
            if many < everybody:
                continue
            helping.sort(key=lambda one: _worth(standing, one.move, {}), reverse=True)
        for one in helping:
            if one.room is not None:
                outcome = outcome_of(situation, standing, one.move)
                return Remedy(RemedyKind.ROOM, outcome, person=situation.participant(one.room))
    return None


def _rule(situation: Situation, standing: Standing, person: Person) -> Remedy | None:
    """Return which rule, set aside for one pair, gives a place that nobody else loses."""
    given: dict[Cell, int] = {}
    rules: dict[Cell, Checked] = {}
    for other in _others(situation, person):
        cell = person.with_partner(other.number)
        if standing.problem.scores[cell[0]][cell[1]] == FORBIDDEN:
            against = _against(situation, cell)
            if len(against) == 1 and can_be_overridden(against[0].rule):
                rules[cell] = against[0]
                given[cell] = situation.scores.total(*cell)
    if not given:
        return None
    best = _exception(standing, person, given, len(_others(situation, person)))
    if best is None:
        return None
    return Remedy(
        RemedyKind.RULE,
        outcome_of(situation, standing, best.move),
        pair=situation.scored([best.pair])[0],
        rule=rules[best.pair].rule,
        error=rules[best.pair].error,
    )


def _exception(
    standing: Standing, person: Person, given: Mapping[Cell, int], everybody: int
) -> Option | None:
    """Return the best plan with one of the pairs `given` in which nobody loses a place."""
    if standing.lowest:
        return _exactly(standing, person, given, everybody)
    for many in (_FEW, everybody):
        for option in alternatives(standing, person, many, given):
            if option.pair in given and _nobody_loses(option.move, person):
                return option
    return None


def _exactly(
    standing: Standing, person: Person, given: Mapping[Cell, int], everybody: int
) -> Option | None:
    """Return the same for `Aim.NOBODY_LEFT`, whose prices do not tell all scores apart.

    They do not below the lowest pair of the best plan, nor where no other pair has such a score.
    Where another pair falls so low too, the plan with the option is looked for, if it can still be
    better than what was found.
    """
    options = alternatives(standing, person, everybody, given)
    lots = ties_of(standing.problem)
    found: Option | None = None
    most: _Worth = (-HIGHEST, [])
    priced = [
        (_at_most(standing, one, given), lots.of_pair(*one.pair), one)
        for one in options
        if one.pair in given
    ]
    for at_most, _, option in sorted(priced, key=lambda one: one[:2], reverse=True):
        if at_most <= most:
            break
        move = option.move
        if _others_fall(standing, option):
            move = cost_of_forcing(standing, option.pair, given[option.pair]) or move
        worth = _worth(standing, move, given)
        if worth > most and _nobody_loses(move, person):
            found, most = Option(option.pair, move), worth
    return found


def _fall(standing: Standing, cells: Iterable[Cell]) -> bool:
    """Tell whether some pairs are below the lowest of the best plan for `Aim.NOBODY_LEFT`."""
    scores, floor = standing.problem.scores, standing.layout.floor
    return bool(standing.lowest) and any(scores[i][j] < floor for i, j in cells)


def _others_fall(standing: Standing, option: Option) -> bool:
    return _fall(standing, option.move.joined - {option.pair})


def _at_most(standing: Standing, option: Option, given: Mapping[Cell, int]) -> _Worth:
    """Return what a plan with an option is worth at most."""
    if not _others_fall(standing, option):
        return _worth(standing, option.move, given)
    return option.move.mentees, [min(given[option.pair], standing.layout.floor - 1), HIGHEST + 1]


def _worth(standing: Standing, move: Move, given: Mapping[Cell, int]) -> _Worth:
    problem = standing.problem
    plan = (standing.pairs - move.parted | move.joined) - problem.locked
    return move.mentees, sorted(given.get((i, j), problem.scores[i][j]) for i, j in plan)


def _lock(situation: Situation, standing: Standing, found: Help | None) -> Remedy | None:
    if found is None or found.lock is None:
        return None
    outcome = outcome_of(situation, standing, found.move)
    return Remedy(RemedyKind.LOCK, outcome, pair=situation.scored([found.lock])[0])


def _nobody_loses(move: Move, person: Person) -> bool:
    """Whether a move takes no partner without another from anybody on somebody's own side."""
    joined, parted = (_partners(cells, person, own=True) for cells in (move.joined, move.parted))
    return all(joined.get(one, 0) >= times for one, times in parted.items())


def _against(situation: Situation, cell: Cell) -> list[Checked]:
    found = rules_checked(*situation.couple(cell), situation.scores.facts)
    return [one for one in (Checked(*each) for each in found) if one.forbids]


def _others(situation: Situation, person: Person) -> list[Person]:
    side = situation.scores.leaders if person.is_mentor else situation.scores.mentors
    return [Person(not person.is_mentor, number) for number in range(len(side))]


def _number(cell: Cell, person: Person) -> int:
    """Return who stands in a cell on somebody's own side."""
    return cell[0] if person.is_mentor else cell[1]


def _partners(cells: Iterable[Cell], person: Person, *, own: bool = False) -> dict[int, int]:
    """Count the pairs of each of the other side, or of somebody's own."""
    found: dict[int, int] = {}
    for cell in cells:
        number = cell[0] if person.is_mentor is own else cell[1]
        found[number] = found.get(number, 0) + 1
    return found


def _cost(remedy: Remedy) -> tuple[int, int, str]:
    change = remedy.outcome.from_best
    return -change.leaders, -change.total, remedy.kind
