"""How well two people fit, taken apart: what each criterion gives, and why one gives nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle

from revmentor_desktop.matching.criteria import FULL, Missing, Side, rounded


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


def fit_of(parts: Sequence[Part]) -> Fit:
    """Return the fit that some parts make; their `share` and `most` are worked out here."""
    counted = [part for part in parts if part.points is not None]
    total = _mean(counted) or 0
    most = _apportioned(FULL, [part.weight * FULL for part in counted])
    gained = [part.weight * (part.points or 0) for part in counted]
    shares = _apportioned(total, gained, sum(part.weight for part in counted), most)
    of_part = dict(
        zip((part.criterion for part in counted), zip(shares, most, strict=True), strict=True)
    )
    return Fit(
        total=total,
        professional=_mean([part for part in counted if part.side is Side.PROFESSIONAL]),
        personal=_mean([part for part in counted if part.side is Side.PERSONAL]),
        parts=tuple(_with_share(part, *of_part.get(part.criterion, (0, 0))) for part in parts),
    )


def _mean(parts: Sequence[Part]) -> int | None:
    if not parts:
        return None
    gained = sum(part.weight * (part.points or 0) for part in parts)
    return rounded(gained, sum(part.weight for part in parts))


def _with_share(part: Part, share: int, most: int) -> Part:
    return Part(part.criterion, part.side, part.points, part.missing, part.weight, share, most)


def _apportioned(
    total: int, gained: Sequence[int], divisor: int | None = None, most: Sequence[int] | None = None
) -> list[int]:
    """Return whole numbers that add up to `total`, each as near to its `gained` as can be.

    Each gets its part of the whole (`gained` through `divisor`) rounded down; what is left goes to
    the largest remainders, of equal ones to the first, and none gets beyond its `most`.
    """
    if not gained:
        return []
    by = divisor or sum(gained) // total
    shares = [one // by for one in gained]
    order = sorted(range(len(gained)), key=lambda at: (-(gained[at] % by), at))
    left = total - sum(shares)
    for at in cycle(order):
        if not left:
            break
        if most is None or shares[at] < most[at]:
            shares[at] += 1
            left -= 1
    return shares
