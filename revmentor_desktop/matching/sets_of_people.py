"""Sets of people: whole numbers with a bit for each, so that hundreds are looked at at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import compress
from operator import or_
from typing import Final

_TOLD_APART: Final = {ord("0"): 0}
"""What makes digits such that one of them is false."""


def bits(number: int) -> Iterator[int]:
    """Yield the places of the bits of a number, from low to high."""
    while number:
        bit = number & -number
        number ^= bit
        yield bit.bit_length() - 1


def listed(number: int) -> list[int]:
    """Return the same as a list; that is quicker where they are many."""
    there = format(number, "b")[::-1].translate(_TOLD_APART).encode()
    return list(compress(range(len(there)), there))


def together(mentors: Iterable[int]) -> int:
    """Return mentors as bits."""
    return reduce(or_, map((1).__lshift__, mentors), 0)
