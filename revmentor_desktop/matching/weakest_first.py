"""Somebody for everybody, quickly: whoever can expect least chooses first.

There the search for the highest lowest score best begins. Were the best pairs made first, they
would take those away whom the weakest need, and nearly every pair would have to be parted again;
chosen so, few have. It is no more than a beginning: whoever comes last may get somebody poor.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from heapq import heapify, heappop, heapreplace
from typing import Final

from revmentor_desktop.matching.level_lines import Line

_OFTEN: Final = 12
"""After how many sorted lines the work can be ended."""
_MANY: Final = 250
"""The same for looks at who is next."""

_ALL_BUT_FEW: Final = 50
"""Of the choosing side all but one in so many can reach the score that is told."""

Choice = tuple[list[int], int]
"""Whom each mentee has (the number after the last mentor: nobody), and a score.

The score is what nearly all of the choosing side could have, each for themselves.
"""


def weakest_first(lines: Sequence[Line], room: Sequence[int]) -> Generator[None, None, Choice]:
    """Let the side with fewer places choose; `lines` are those of mentees with one place each."""
    mates = [len(room)] * len(lines)
    if sum(room) >= len(lines):
        pairs, reach = yield from _chosen(lines, [1] * len(lines), room)
        for y, x in pairs:
            mates[y] = x
        return mates, reach
    of_mentors: list[Line] = []
    for x, places in enumerate(room):
        if x % _OFTEN == 0:
            yield
        of_mentors.append(Line.of([line.column[x] for line in lines] if places else []))
    pairs, reach = yield from _chosen(of_mentors, room, [1] * len(lines))
    for x, y in pairs:
        mates[y] = x
    return mates, reach


def _chosen(
    lines: Sequence[Line], room: Sequence[int], others: Sequence[int]
) -> Generator[None, None, tuple[list[tuple[int, int]], int]]:
    """Let always the one choose whose best score with anybody who has room is the lowest."""
    needed, left, looks = list(room), list(others), 0
    ends = [len(line.order) for line in lines]
    waiting = [(line.values[-1], x) for x, line in enumerate(lines) if line.order]
    heapify(waiting)
    reach = sorted(waiting)[len(waiting) // _ALL_BUT_FEW][0] if waiting else 0
    pairs: list[tuple[int, int]] = []
    while waiting:
        looks += 1
        if looks % _MANY == 0:
            yield
        score, x = waiting[0]
        order, end = lines[x].order, ends[x]
        while end and not left[order[end - 1]]:
            end -= 1
        if end and lines[x].values[end - 1] == score:
            end -= 1
            left[order[end]] -= 1
            needed[x] -= 1
            pairs.append((x, order[end]))
        ends[x] = end
        if end and needed[x]:
            heapreplace(waiting, (lines[x].values[end - 1], x))
        else:
            heappop(waiting)
    return pairs, reach
