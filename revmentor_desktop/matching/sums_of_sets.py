"""What all the sets weigh that somebody is in, where weights are numbers of thousands of digits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from revmentor_desktop.matching.sets_of_people import bits

_ROWS: Final = 8
"""So many rows of sets are gone on with at a time."""

_FEW: Final = 8
"""Sets of so many are added at once."""


def sums_of_sets(weights: Sequence[int], sets: Sequence[int], people: int) -> list[int]:
    """Return for each person the sum of the weights of all sets that they are in; sets are bits.

    Most sets are much like one of the last. So each goes on a row with the one that it is most
    like: only who comes or goes is looked at there, and what the row weighs until then.
    """
    sums = [0] * people
    rows: list[tuple[int, int]] = []
    for weight, now in zip(weights, sets, strict=True):
        if now.bit_count() <= _FEW:
            _turn(sums, now, 0, weight)
            continue
        changes = [(now ^ before).bit_count() for before, _ in rows]
        fewest = min(changes, default=now.bit_count())
        goes_on = changes and fewest <= now.bit_count()
        before, until_then = rows.pop(changes.index(fewest)) if goes_on else (0, 0)
        _turn(sums, before, now, until_then)
        rows.append((now, until_then + weight))
        if len(rows) > _ROWS:
            _turn(sums, rows[0][0], 0, rows[0][1])
            del rows[0]
    for before, until_then in rows:
        _turn(sums, before, 0, until_then)
    return sums


def _turn(sums: list[int], before: int, now: int, weight: int) -> None:
    """Add what a row weighs for who goes, and take it off for who comes."""
    for x in bits(before & ~now):
        sums[x] += weight
    for x in bits(now & ~before):
        sums[x] -= weight
