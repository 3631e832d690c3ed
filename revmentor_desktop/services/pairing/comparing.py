"""Two plans of one programme beside each other: what each is worth, and who gets somebody else."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from revmentor_desktop.domain.pairing_drafts import PairingDraft, compare
from revmentor_desktop.domain.pairing_rules import breaches, unexcused
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.matching.scoring_fit import whole_points
from revmentor_desktop.services.pairing.scored_board import ScoredBoard, scored_board
from revmentor_desktop.storage.data_file import DataFile

_AT_ONCE: Final = 20
"""After so many pairs it says how far it has come."""


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """What a plan is worth: how many `leaders` are paired in how many `pairs`, and their fits.

    `total`, `mean` and `lowest` are in hundredths of a point. Pairs of whom nothing is known count
    nothing; without any other, `mean` and `lowest` are None. `broken` counts pairs against a rule.
    """

    leaders: int
    pairs: int
    total: int
    mean: int | None
    lowest: int | None
    broken: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A mentor whom a leader has in a plan; `points` are whole ones, None where nothing is known.

    `is_broken`: the two break a rule that is not set aside.
    """

    mentor: Participant
    points: int | None
    is_broken: bool


@dataclass(frozen=True, slots=True)
class Placing:
    """A leader, and the mentors that they have in two plans."""

    leader: Participant
    first: tuple[Placed, ...]
    second: tuple[Placed, ...]

    @property
    def is_same(self) -> bool:
        """Whether both plans give the same."""
        return [one.mentor for one in self.first] == [one.mentor for one in self.second]

    @property
    def difference(self) -> int | None:
        """The points that the second plan has more; None where a fit is not known."""
        points = [[one.points for one in side] for side in (self.first, self.second)]
        if None in chain(*points):
            return None
        first, second = (sum(one or 0 for one in side) for side in points)
        return second - first


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPlan:
    """One of the two plans; without a `draft` it is that of the agreed pairs alone."""

    draft: PairingDraft | None
    figures: PlanFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanComparison:
    """What tells two plans apart, for each leader, and which mentors only one of them needs.

    `in_both` counts the pairs that both have.
    """

    first: ComparedPlan
    second: ComparedPlan
    placings: tuple[Placing, ...]
    in_both: int
    mentors_only_first: tuple[Participant, ...]
    mentors_only_second: tuple[Participant, ...]

    @property
    def moves(self) -> list[Placing]:
        """The leaders whose mentors differ."""
        return [one for one in self.placings if not one.is_same]


def comparing(
    data: DataFile,
    programme_id: int,
    first: int,
    second: int,
    known: ScoredBoard | None = None,
) -> Generator[Progress, None, PlanComparison]:
    """Put two drafts beside each other, by their numbers; ``NO_DRAFT`` is the agreed pairs alone.

    `known` is what was scored of the programme before. Can be broken off at any step.
    """
    with data.still():
        here = scored_board(data, programme_id, known, draft_id=first)
        there = scored_board(data, programme_id, here, draft_id=second)
    sides = yield from _placed(here, there)
    found = compare(here.board.pairs, there.board.pairs)
    mentors = found.moves_of(Role.MENTOR)
    return PlanComparison(
        first=ComparedPlan(draft=here.board.draft, figures=_figures(here, sides[0])),
        second=ComparedPlan(draft=there.board.draft, figures=_figures(there, sides[1])),
        placings=_placings(here, sides),
        in_both=len(found.same),
        mentors_only_first=tuple(one.participant for one in mentors if not one.after),
        mentors_only_second=tuple(one.participant for one in mentors if not one.before),
    )


Side = dict[int, list[Placed]]
"""The mentors that leaders have in one plan, by the leader's participation id."""


def _placed(here: ScoredBoard, there: ScoredBoard) -> Generator[Progress, None, tuple[Side, Side]]:
    """Score the pairs of both plans."""
    sides: tuple[Side, Side] = ({}, {})
    total, done = len(here.board.pairs) + len(there.board.pairs), 0
    for scored, side in zip((here, there), sides, strict=True):
        for pair in scored.board.pairs:
            if done % _AT_ONCE == 0:
                yield Progress(done, total)
            done += 1
            side.setdefault(pair.couple[1], []).append(_one_placed(scored, pair))
    return sides


def _one_placed(scored: ScoredBoard, pair: Pair) -> Placed:
    fit = scored.fit_of(pair)
    broken = unexcused(breaches(pair.mentor, pair.mentee, scored.board.facts))
    return Placed(pair.mentor, whole_points(fit.total) if fit.is_known else None, bool(broken))


def _figures(scored: ScoredBoard, side: Side) -> PlanFigures:
    return PlanFigures(
        leaders=len(side),
        pairs=len(scored.board.pairs),
        total=scored.figures.total,
        mean=scored.figures.mean,
        lowest=scored.figures.lowest,
        broken=sum(one.is_broken for one in chain(*side.values())),
    )


def _placings(here: ScoredBoard, sides: tuple[Side, Side]) -> tuple[Placing, ...]:
    """Return every leader who has a place or a pair, in the order of the board."""
    placed = {leader for side in sides for leader in side}
    paired_or_waiting = {one.participation.id for one in here.board.side(Role.MENTEE)} | placed
    return tuple(
        Placing(one, *(_in_order(side.get(one.participation.id, [])) for side in sides))
        for one in here.board.participants
        if one.participation.id in paired_or_waiting
    )


def _in_order(placed: list[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(placed, key=lambda one: one.mentor.participation.id))
