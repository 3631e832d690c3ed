"""What an aim counts: each pair and each paired mentee as a whole number, whose sum is to be high.

Doing "most X, then best Y" in one sum: an X counts more than all Y together can. The numbers get
long, but Python's whole numbers have no end and the sum is exact.

* EVERYONE: a pair counts its score, a paired mentee more than all scores of a plan together.
* FIT: a pair counts its score; below the floor it is forbidden.
* NOBODY_LEFT: a pair takes away what its score weighs. Each score that occurs weighs more than as
  many pairs as there can be at all higher scores, so that avoiding one low pair is worth any
  number of higher ones: the first difference in the sorted scores decides. (A lexicographic
  bottleneck assignment as a sum: Burkard and Rendl, Operations Research Letters 10, 1991.) Scores
  below the floor weigh all the same: that is as good, as long as the best plan has none of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.problem import HIGHEST, Problem, degrees


@dataclass(frozen=True)
class Goal:
    """What counts how much.

    `worth[score]` is what a pair of that score counts, None where it is forbidden;
    ``worth[FORBIDDEN]`` is its last entry. `per_mentee` is what a mentee counts who has a partner.
    `one_each`: no mentee gets a second partner. `steps` are differences in worth, from large to
    small, by which a search for prices may go ahead.
    """

    worth: Sequence[int | None]
    per_mentee: int
    one_each: bool = False
    steps: Sequence[int] = ()

    def rooms(self, problem: Problem) -> tuple[list[int], list[int]]:
        """Return how many partners each mentor and each mentee may have beside the locked ones."""
        held = degrees(problem.locked, 0), degrees(problem.locked, 1)
        most = 1 if self.one_each else HIGHEST
        return (
            [max(0, room - held[0][i]) for i, room in enumerate(problem.mentor_room)],
            [max(0, min(room, most) - held[1][j]) for j, room in enumerate(problem.mentee_room)],
        )


_ROWS_AT_ONCE: Final = 32
"""After how many rows counting can be broken off."""

_STEPS: Final = (400, 100, 25, 6)


def goal_of(
    problem: Problem, aim: Aim, floor: int = 0, occurring: Counter[int] | None = None
) -> Goal:
    """Return what `aim` counts in a problem; `floor` is in hundredths, unused for EVERYONE.

    `occurring` says how often each score occurs, if that is known.
    """
    if aim is Aim.NOBODY_LEFT:
        return _lowest_first(problem, floor, occurring or occurrences(problem))
    if aim is Aim.FIT:
        return Goal([*_below(floor), *range(floor, HIGHEST + 1), None], 0, steps=_STEPS)
    per_mentee = 1 + HIGHEST * most_pairs(problem)
    return Goal([*range(HIGHEST + 1), None], per_mentee, steps=_STEPS)


def _below(floor: int) -> list[None]:
    return [None] * floor


_SPARE: Final = 2
"""How many times over there is room in bounds, so that small changes leave them as they are."""


def most_pairs(problem: Problem) -> int:
    """Return a bound on the number of pairs that stays the same through small changes of room."""
    most = max(sum(problem.mentor_room), sum(problem.mentee_room)) + len(problem.locked)
    return 1 << (_SPARE * most).bit_length()


def occurrences(problem: Problem) -> Counter[int]:
    """Return how often each score occurs in a problem."""
    return run_to_end(counting(problem))


def counting(problem: Problem) -> Generator[None, None, Counter[int]]:
    """Count the same in steps."""
    found = Counter[int]()
    for done, row in enumerate(problem.scores):
        found.update(row)
        if done % _ROWS_AT_ONCE == 0:
            yield
    return found


def _lowest_first(problem: Problem, floor: int, occurring: Counter[int]) -> Goal:
    most = most_pairs(problem)
    worth: list[int | None] = [0] * (HIGHEST + 1) + [None]
    higher = 0
    for score in range(HIGHEST, floor - 1, -1):
        worth[score] = weight = higher - 1
        if many := occurring.get(score, 0):
            higher += weight * min(many, most)
    worth[:floor] = [higher - 1] * floor
    return Goal(worth, 1 + (1 - higher) * (most + 1), one_each=True)


_LOOKED_AT: Final = 20_000
"""So many cells tell well enough how scores are spread."""


def marks(problem: Problem) -> list[int]:
    """Return some scores, from low to high, the lowest of them 0, more of them towards the top.

    They part the cells so that about 1.2 times as many lie above each mark as above the next.
    """
    cells = len(problem.scores) * len(problem.mentee_room)
    every = 1 + cells // _LOOKED_AT
    looked = (row[i % every :: every] for i, row in enumerate(problem.scores))
    scores = sorted(chain.from_iterable(looked), reverse=True)
    place, found = len(problem.scores) / every, {0}
    while place < len(scores):
        found.add(max(0, scores[int(place)]))
        place = max(place * 1.2, place + 1)
    return sorted(found)
