"""Sets of people: whole numbers with a bit for each, so that hundreds are looked at at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def bits(number: int) -> Iterator[int]:
    """Yield the places of the bits of a number, from low to high."""
    while number:
        bit = number & -number
        number ^= bit
        yield bit.bit_length() - 1


def together(mentors: Iterable[int]) -> int:
    """Return mentors as bits."""
    found = 0
    for x in mentors:
        found |= 1 << x
    return found
