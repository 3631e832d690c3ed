"""Two plans beside each other: who moves, and what each is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairing_drafts import Comparison, compare
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.matching.criteria import rounded
from revmentor_desktop.matching.situation import Situation


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """What a plan is worth: `total`, `mean` and `lowest` fit in hundredths of a point.

    `mean` and `lowest` are None without any pair.
    """

    pairs: int
    leaders: int
    total: int
    mean: int | None
    lowest: int | None


@dataclass(frozen=True, slots=True)
class PlanComparison:
    """What tells two plans of one programme apart, and what each is worth."""

    difference: Comparison
    first: PlanFigures
    second: PlanFigures


def compared(situation: Situation, other: Board) -> PlanComparison:
    """Compare the plan on a board with that on another board of the same programme."""
    here, there = situation.board.pairs, other.pairs
    return PlanComparison(compare(here, there), figures(situation, here), figures(situation, there))


def figures(situation: Situation, pairs: Sequence[Pair]) -> PlanFigures:
    """Return what some pairs are worth together."""
    fits = [situation.scores.total(*situation.cell(pair)) for pair in pairs]
    return PlanFigures(
        pairs=len(fits),
        leaders=len({pair.mentee.participation.id for pair in pairs}),
        total=sum(fits),
        mean=rounded(sum(fits), len(fits)) if fits else None,
        lowest=min(fits, default=None),
    )
