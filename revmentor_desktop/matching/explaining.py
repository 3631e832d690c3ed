"""Why two people are paired, why others are not, and who could be instead: as values.

What would be otherwise is told beside two plans: the best one that agreed and locked pairs allow,
and the one on the board. Sentences are made of it where people read them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.overrides import Overridden, can_be_overridden
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import rules_checked
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.matching.problem import Cell, Problem
from revmentor_desktop.matching.questions import Move, Person, alternatives, cost_of_forcing
from revmentor_desktop.matching.scoring_fairness import ScoredPair
from revmentor_desktop.matching.scoring_fit import Fit
from revmentor_desktop.matching.situation import Situation
from revmentor_desktop.matching.standing import Standing


@dataclass(frozen=True, slots=True)
class Checked:
    """A rule that was asked about two people: kept, broken for the reason `error`, or set aside.

    It is set aside when `error` is an `Overridden`, which has the written reason.
    """

    rule: str
    error: KnownError | None

    @property
    def forbids(self) -> bool:
        """Whether the rule stands in the way."""
        return self.error is not None and not isinstance(self.error, Overridden)


@dataclass(frozen=True, slots=True)
class Why:
    """What speaks for a pair, criterion by criterion, and the rules that it was checked against."""

    mentor: Participant
    leader: Participant
    fit: Fit
    rules: tuple[Checked, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One plan instead of another: pairs it joins and parts, and what that does.

    `total` (hundredths of a point) and `leaders` (with a partner) are changes, below zero for a
    loss. `lowest` are the lowest fits before and after, None where no fit is known; `left` are
    those who have a partner before and none after, mentors first.
    """

    joined: tuple[ScoredPair, ...]
    parted: tuple[ScoredPair, ...]
    total: int
    leaders: int
    lowest: tuple[int | None, int | None] = (None, None)
    left: tuple[Participant, ...] = ()

    @property
    def moved(self) -> tuple[Participant, ...]:
        """Whoever gets or loses a partner, each once, mentors first, by participation id."""
        pairs = (*self.joined, *self.parted)
        mentors = {one.mentor.participation.id: one.mentor for one in pairs}
        leaders = {one.leader.participation.id: one.leader for one in pairs}
        return tuple(side[part_id] for side in (mentors, leaders) for part_id in sorted(side))


@dataclass(frozen=True, slots=True)
class Outcome:
    """A plan that would come of something, beside the best one and the one on the board."""

    from_best: Change
    from_board: Change


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why two people are not paired.

    Either rules forbid it (`against`; `can_be_set_aside` when a written reason would do), or it is
    below the floor of the aim, or pairs that stay take all places of one of the two (`kept`), or
    the plan would be worse: `outcome` is the best plan with the two, None where there is none. Of
    a pair that a rule forbids it is what would come of setting that aside.
    """

    mentor: Participant
    leader: Participant
    fit: Fit
    against: tuple[Checked, ...]
    can_be_set_aside: bool
    is_below_floor: bool
    kept: tuple[ScoredPair, ...]
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another partner for somebody, and the best plan with the two."""

    pair: ScoredPair
    outcome: Outcome


def why(situation: Situation, mentor_id: int, leader_id: int) -> Why:
    """Explain a pair, by participation ids. Raises KeyError for who is not on the board."""
    cell = situation.cell_of(mentor_id, leader_id)
    mentor, leader = situation.couple(cell)
    return Why(mentor, leader, situation.scores.fit(*cell), _checked(situation, cell))


def why_not(situation: Situation, standing: Standing, mentor_id: int, leader_id: int) -> WhyNot:
    """Explain why two people are not paired, by participation ids.

    `standing` holds the best plan for the whole board. Raises KeyError for who is not on the board.
    """
    cell = situation.cell_of(mentor_id, leader_id)
    mentor, leader = situation.couple(cell)
    against = tuple(one for one in _checked(situation, cell) if one.forbids)
    possible = all(can_be_overridden(one.rule) for one in against)
    return WhyNot(
        mentor=mentor,
        leader=leader,
        fit=situation.scores.fit(*cell),
        against=against,
        can_be_set_aside=bool(against) and possible,
        is_below_floor=is_below_floor(situation, standing, cell),
        kept=_kept(situation, standing.problem, cell),
        outcome=_forced(situation, standing, cell) if possible else None,
    )


def why_not_by_rules(
    mentor: Participant, leader: Participant, fit: Fit, facts: PairingFacts
) -> WhyNot:
    """Explain the same by the rules alone, where one of the two is in no plan: who withdrew."""
    checked = (Checked(*each) for each in rules_checked(mentor, leader, facts))
    against = tuple(one for one in checked if one.forbids)
    return WhyNot(
        mentor=mentor,
        leader=leader,
        fit=fit,
        against=against,
        can_be_set_aside=bool(against) and all(can_be_overridden(one.rule) for one in against),
        is_below_floor=False,
        kept=(),
        outcome=None,
    )


def three_best(
    situation: Situation, standing: Standing, participation_id: int, count: int = 3
) -> tuple[Alternative, ...]:
    """Return the partners for somebody, beside that of the best plan, that cost it least.

    `standing` holds the best plan for the whole board. Raises KeyError for who is not on the board.
    """
    options = alternatives(standing, situation.person(participation_id), count)
    return tuple(
        Alternative(situation.scored([one.pair])[0], outcome_of(situation, standing, one.move))
        for one in options
    )


def best_others(
    situation: Situation, standing: Standing, participation_id: int, count: int = 3
) -> tuple[Alternative, ...]:
    """Return the best partners for somebody beside those on the board, the best plan's own first.

    `standing` holds the best plan for the whole board. Raises KeyError for who is not on the board.
    """
    best = standing.pairs
    mine = [
        Alternative(one, _outcome(situation, best, best))
        for one in situation.scored(best - situation.plan)
        if participation_id in one.couple
    ]
    taken = sum(participation_id in pair.couple for pair in situation.board.pairs)
    more = three_best(situation, standing, participation_id, count + taken)
    there = {pair.couple for pair in situation.board.pairs}
    return (*mine, *(one for one in more if one.pair.couple not in there))[:count]


def is_below_floor(situation: Situation, standing: Standing, cell: Cell) -> bool:
    """Tell whether two people fit less than the aim's floor asks."""
    layout = standing.layout
    return layout.aim is Aim.FIT and situation.scores.total(*cell) < layout.floor


def outcome_of(situation: Situation, standing: Standing, move: Move) -> Outcome:
    """Return what a move of the best plan comes to, beside it and beside the board."""
    best = standing.pairs
    after = (best - move.parted) | move.joined
    return _outcome(situation, best, after)


def change(situation: Situation, before: frozenset[Cell], after: frozenset[Cell]) -> Change:
    """Return what tells one plan from another."""
    joined, parted = situation.scored(after - before), situation.scored(before - after)
    return Change(
        joined=joined,
        parted=parted,
        total=sum(one.total for one in joined) - sum(one.total for one in parted),
        leaders=len({leader for _, leader in after}) - len({leader for _, leader in before}),
        lowest=(_lowest(situation, before), _lowest(situation, after)),
        left=tuple(map(situation.participant, _left(before, after))),
    )


def _forced(situation: Situation, standing: Standing, cell: Cell) -> Outcome | None:
    best = standing.pairs
    if cell in best:
        return _outcome(situation, best, best)
    move = cost_of_forcing(standing, cell, situation.scores.total(*cell))
    return None if move is None else outcome_of(situation, standing, move)


def _outcome(situation: Situation, best: frozenset[Cell], after: frozenset[Cell]) -> Outcome:
    return Outcome(change(situation, best, after), change(situation, situation.plan, after))


def _checked(situation: Situation, cell: Cell) -> tuple[Checked, ...]:
    facts = situation.scores.facts
    mentor, leader = situation.couple(cell)
    are_paired = (mentor.participation.id, leader.participation.id) in facts.paired
    found = rules_checked(mentor, leader, facts, are_paired=are_paired)
    return tuple(Checked(rule, error) for rule, error in found)


def _kept(situation: Situation, problem: Problem, cell: Cell) -> tuple[ScoredPair, ...]:
    """Return the pairs that stay, where they leave one of two people no place."""
    if cell in problem.locked:
        return ()
    return situation.scored(
        kept
        for side, rooms in enumerate((problem.mentor_room, problem.mentee_room))
        for kept in _full(problem.locked, side, cell[side], rooms[cell[side]])
    )


def _full(locked: Iterable[Cell], side: int, number: int, room: int) -> list[Cell]:
    held = [cell for cell in locked if cell[side] == number]
    return held if len(held) >= room else []


def _lowest(situation: Situation, plan: Iterable[Cell]) -> int | None:
    """Return the lowest fit of a plan; pairs of whom nothing is known aside."""
    scores = situation.scores
    found = [(scores.totals[i][j], i, j) for i, j in plan]
    known = (one for one, i, j in found if one or scores.fit(i, j).is_known)
    return min(known, default=None)


def _left(before: Iterable[Cell], after: Iterable[Cell]) -> list[Person]:
    """Return who is paired in one plan and not in another, mentors first."""
    held, kept = list(before), list(after)
    return [
        Person(side == 0, number)
        for side in (0, 1)
        for number in sorted({cell[side] for cell in held} - {cell[side] for cell in kept})
    ]
