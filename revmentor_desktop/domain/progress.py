"""How far a long piece of work has come."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` steps (total 0: unknown); `words` name the step for people."""

    done: int
    total: int
    words: str = ""


def run_to_end(work: Generator[object, None, T]) -> T:
    """Do all steps of a long piece of work at once; return its result."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result


def reporting(work: Generator[object, None, T], progress: Progress) -> Generator[Progress, None, T]:
    """Do all steps of a piece of work; say after each that the whole is as far as `progress`."""
    return telling(work, lambda _: progress)


def telling(
    work: Generator[S, None, T], progress: Callable[[S], Progress]
) -> Generator[Progress, None, T]:
    """Do all steps of a piece of work; say after each what `progress` makes of it."""
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            result: T = end.value
            return result
        yield progress(step)
