"""How well two people fit, taken apart: what each criterion gives, and why one gives nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from revmentor_desktop.matching.criteria import FULL, Missing, Side, rounded

_POINT: Final = 100
"""Hundredths in a point."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one criterion gives a pair.

    `points` are what it is worth by itself, 0 to 10,000 hundredths of a point, or None where it
    drops out, for the reason `missing`. `share` is what it adds to the total, of at most `most`;
    both are hundredths of a point. A part never holds what somebody said.
    """

    criterion: str
    side: Side
    points: int | None
    missing: Missing | None
    weight: int
    share: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class Fit:
    """How well two people fit, in hundredths of a point from 0 to 10,000.

    The sub-scores are those of the professional and the personal criteria each by themselves, None
    where nothing is known of that side. The shares of the parts add up to the total exactly, and
    what they could be at most to 10,000, unless all criteria drop out: then nothing speaks for the
    pair, and the total is 0.
    """

    total: int
    professional: int | None
    personal: int | None
    parts: tuple[Part, ...]

    @property
    def is_known(self) -> bool:
        """Whether at least one criterion counted."""
        return any(part.points is not None for part in self.parts)

    @property
    def missing(self) -> tuple[Part, ...]:
        """The criteria that dropped out, whose weight went to the others."""
        return tuple(part for part in self.parts if part.points is None)

    def in_points(self) -> list[tuple[Part, int, int]]:
        """Return the parts that count with their share and its most, both in whole points.

        The shares add up to the total in whole points, and what they could be to 100.
        """
        counted = [part for part in self.parts if part.points is not None]
        whole = whole_points(self.total)
        gained = _apportioned(whole, [part.share for part in counted], _POINT)
        lost = [part.most - part.share for part in counted]
        missed = _apportioned(FULL // _POINT - whole, lost, _POINT)
        dealt = zip(counted, gained, missed, strict=True)
        return [(part, share, share + more) for part, share, more in dealt]


def whole_points(hundredths: int) -> int:
    """Return hundredths of a point as whole points, halves upwards."""
    return rounded(hundredths, _POINT)


def fit_of(parts: Sequence[Part]) -> Fit:
    """Return the fit that some parts make; their `share` and `most` are worked out here."""
    counted = [part for part in parts if part.points is not None]
    total = _mean(counted) or 0
    weights = sum(part.weight for part in counted)
    # What is gained and what is lost are dealt out apart: nothing gained is a share of nothing,
    # and nothing lost leaves a share that is full.
    shares = _apportioned(total, [part.weight * (part.points or 0) for part in counted], weights)
    lost = [part.weight * (FULL - (part.points or 0)) for part in counted]
    missed = _apportioned(FULL - total, lost, weights)
    dealt = iter(zip(shares, missed, strict=True))
    return Fit(
        total=total,
        professional=_mean([part for part in counted if part.side is Side.PROFESSIONAL]),
        personal=_mean([part for part in counted if part.side is Side.PERSONAL]),
        parts=tuple(part if part.points is None else _dealt(part, *next(dealt)) for part in parts),
    )


def _mean(parts: Sequence[Part]) -> int | None:
    if not parts:
        return None
    gained = sum(part.weight * (part.points or 0) for part in parts)
    return rounded(gained, sum(part.weight for part in parts))


def _dealt(part: Part, share: int, missed: int) -> Part:
    return replace(part, share=share, most=share + missed)


def _apportioned(total: int, exact: Sequence[int], divisor: int) -> list[int]:
    """Return whole numbers that add up to `total`, each within one of its `exact` by `divisor`.

    Each is rounded down first; what is left goes to the largest remainders, of equal ones to the
    first. `total` is the sum of what is exact, rounded either way.
    """
    shares = [one // divisor for one in exact]
    order = sorted(range(len(exact)), key=lambda at: (-(exact[at] % divisor), at))
    for at in order[: total - sum(shares)]:
        shares[at] += 1
    return shares
