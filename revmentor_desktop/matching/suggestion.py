"""A suggested plan with its proof, and how far the plan on the board is from the best."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairing_drafts import aim_of
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.domain.progress import Progress, reporting
from revmentor_desktop.matching.left_over import WhyLeftOver, why_left_over
from revmentor_desktop.matching.problem import Cell, Problem, Solution
from revmentor_desktop.matching.proof import Distance, checking, counted, distance, is_plan
from revmentor_desktop.matching.scoring_fairness import ScoredPair
from revmentor_desktop.matching.situation import WHOLE_BOARD, Extent, Situation, situating
from revmentor_desktop.matching.standing import Standing, stand


@dataclass(frozen=True, eq=False)
class Suggestion:
    """The best plan for a board; `is_proven` says whether the check of its prices passed.

    `standing` holds the plan, to ask further or to go on from it.
    """

    situation: Situation
    standing: Standing
    solution: Solution
    is_proven: bool

    @property
    def problem(self) -> Problem:
        """What was decided."""
        return self.standing.problem

    @cached_property
    def pairs(self) -> tuple[ScoredPair, ...]:
        """All pairs of the plan, those that stay and those that are new, the best fit first."""
        return by_fit(self.situation.scored(self.solution.pairs))

    @property
    def couples(self) -> frozenset[tuple[int, int]]:
        """The plan's pairs by (mentor, leader) participation ids."""
        return frozenset(one.couple for one in self.pairs)

    def on_board(self, one: ScoredPair) -> Pair | None:
        """Return the pair of the same two on the board, or None."""
        return self._on_board.get(one.couple)

    @cached_property
    def _on_board(self) -> dict[tuple[int, int], Pair]:
        return {pair.couple: pair for pair in self.situation.board.pairs}

    @property
    def joined(self) -> tuple[ScoredPair, ...]:
        """The pairs of the plan that are not on the board."""
        return self.situation.scored(self.solution.pairs - self.situation.plan)

    @property
    def parted(self) -> tuple[ScoredPair, ...]:
        """The pairs on the board that are not in the plan."""
        return self.situation.scored(self.situation.plan - self.solution.pairs)

    @property
    def mentors_left(self) -> list[Participant]:
        """The mentors who could take a partner and have none in the plan."""
        return self._left(self.situation.scores.mentors, 0)

    @property
    def leaders_left(self) -> list[Participant]:
        """The leaders who could take a partner and have none in the plan."""
        return self._left(self.situation.scores.leaders, 1)

    @cached_property
    def why_leaders_left(self) -> tuple[WhyLeftOver, ...]:
        """Why each of `leaders_left` has no partner, and what would help."""
        ids = (one.participation.id for one in self.leaders_left)
        return tuple(why_left_over(self.situation, self.standing, one) for one in ids)

    def _left(self, people: Iterable[Participant], side: int) -> list[Participant]:
        taken = {cell[side] for cell in self.solution.pairs}
        board = self.situation.board
        return [
            one for at, one in enumerate(people) if at not in taken and not board.takes_nobody(one)
        ]


@dataclass(frozen=True)
class Gap:
    """How far the plan on the board is from the best that agreed and locked pairs allow.

    `is_best` is true only when the plan on the board keeps all rules, counts as much for the aim
    as the best one, and the check of the prices passed, which `is_proven` says. `broken` counts
    the proposals on the board that a rule forbids; they add nothing to its total here.
    """

    best: Solution
    distance: Distance
    is_proven: bool
    is_best: bool
    broken: int


def suggestion(
    situation: Situation, aim: Aim, floor: int = 0, extent: Extent = WHOLE_BOARD
) -> Generator[Progress, None, Suggestion]:
    """Find the best plan for a board and check its proof; can be broken off at any step.

    `floor` (hundredths of a point) is the lowest score for `Aim.FIT`.
    """
    standing = yield from stand(situation.problem(extent), aim, floor)
    return (yield from _checked(situation, standing))


def kept_up(
    board: Board,
    choices: PairingChoices,
    waiting: Mapping[int, int],
    before: Suggestion | None = None,
) -> Generator[Progress, None, Suggestion]:
    """Find the best plan for a board, from that for an earlier one as far as it still holds.

    It is the best at what the board's draft is to be best at.
    `waiting` is as in `Situation`. `before` stays as it is.
    """
    aim, floor = aim_of(board.draft)
    there = None if before is None else _known_still(before.situation, board, choices, waiting)
    if before is None or there is None:
        there = yield from situating(board, choices, waiting)
    elif before.solution.aim is aim and (aim is not Aim.FIT or before.solution.floor == floor):
        now = yield from before.standing.moved_to(there.problem())
        return (yield from _checked(there, now))
    return (yield from suggestion(there, aim, floor))


def _checked(situation: Situation, standing: Standing) -> Generator[Progress, None, Suggestion]:
    yield Progress(1, 1)
    found = standing.solution()
    yield Progress(1, 1)
    proven = yield from reporting(checking(standing.problem, found), Progress(1, 1))
    return Suggestion(situation, standing, found, proven)


def _known_still(
    known: Situation, board: Board, choices: PairingChoices, waiting: Mapping[int, int]
) -> Situation | None:
    """Return a situation as it is on another board, None where too much is different."""
    if not known.scores.choices.scores_like(choices) or known.waiting != waiting:
        return None
    return known.with_board(board)


def gap(found: Suggestion) -> Gap:
    """Return how far the plan on the board is from the best, which was found for the whole board.

    That best was checked: a plan that keeps the rules and counts as much is as good.
    """
    problem, best, plan = found.problem, found.solution, found.situation.plan
    goal = found.standing.layout.goal
    as_good = (
        is_plan(problem, goal, plan)
        and all(problem.scores[i][j] >= best.floor for i, j in plan - problem.locked)
        and counted(problem, goal, plan) == counted(problem, goal, best.pairs)
    )
    return Gap(
        best=best,
        distance=distance(problem, plan, best),
        is_proven=found.is_proven,
        is_best=found.is_proven and as_good,
        broken=sum(_is_broken(found.situation, problem, cell) for cell in plan),
    )


def by_fit(pairs: Iterable[ScoredPair]) -> tuple[ScoredPair, ...]:
    """Return pairs, the best fit first; equal ones always in the same order."""
    return tuple(sorted(pairs, key=lambda one: (-one.total, *one.couple)))


def _is_broken(situation: Situation, problem: Problem, cell: Cell) -> bool:
    return cell not in problem.locked and situation.scores.is_forbidden(*cell)
