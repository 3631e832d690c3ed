"""Figures of time and memory, their floors, their limits, and the table that shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

_SHORT: Final = 0.01
"""Seconds below which parts of a millisecond are told."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, in seconds; it is held to a ratio to the floor, or to seconds."""

    name: str
    seconds: float
    floor: float
    most_ratio: float | None = None
    most_seconds: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the floor it took."""
        return self.seconds / self.floor

    @property
    def holds(self) -> bool:
        """Whether it is within its limits."""
        return (self.most_ratio is None or self.ratio <= self.most_ratio) and (
            self.most_seconds is None or self.seconds <= self.most_seconds
        )


@dataclass(frozen=True, slots=True)
class Memory:
    """How much memory was taken at most, in megabytes, beside a process that does nothing."""

    name: str
    megabytes: float
    floor: float
    most_megabytes: float

    @property
    def ratio(self) -> float:
        """How many times the floor it took."""
        return self.megabytes / self.floor

    @property
    def holds(self) -> bool:
        """Whether it is within its limit."""
        return self.megabytes <= self.most_megabytes


def in_turn(rounds: int, *works: Callable[[], Sequence[float]]) -> list[list[float]]:
    """Run `works` in turn, once to warm up and then `rounds` times.

    Each round begins with another of them, so that none always runs when the machine has just
    rested, or just worked. Each returns the seconds of what it measures; returns the medians of
    each.
    """
    taken: list[list[Sequence[float]]] = [[] for _ in works]
    for number in range(rounds + 1):
        for turn in range(len(works)):
            which = (number + turn) % len(works)
            result = works[which]()
            if number > 0:
                taken[which].append(result)
    return [[median(column) for column in zip(*results, strict=True)] for results in taken]


def table(figures: Sequence[Figure | Memory]) -> str:
    """Return the figures as lines of text in columns."""
    head = ("figure", "measured", "floor", "ratio", "limit", "verdict")
    rows = [head, *map(_cells, figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if number in (0, 5) else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _cells(figure: Figure | Memory) -> tuple[str, ...]:
    if isinstance(figure, Memory):
        measured = (_size(figure.megabytes), _size(figure.floor))
        limits = [_size(figure.most_megabytes)]
    else:
        measured = (_time(figure.seconds), _time(figure.floor))
        limits = [
            *([f"{figure.most_ratio:.1f} x"] if figure.most_ratio is not None else []),
            *([_time(figure.most_seconds)] if figure.most_seconds is not None else []),
        ]
    return (
        figure.name,
        *measured,
        f"{figure.ratio:.2f} x",
        ", ".join(limits) or "-",
        "holds" if figure.holds else "EXCEEDED",
    )


def _time(seconds: float) -> str:
    if seconds < _SHORT:
        return f"{seconds * 1000:.2f} ms"
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def _size(megabytes: float) -> str:
    return f"{megabytes:.0f} MB"
