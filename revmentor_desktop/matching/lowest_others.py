"""Other partners for somebody for NOBODY_LEFT, and the best plan with each."""

from __future__ import annotations

from dataclasses import dataclass

from revmentor_desktop.matching.lowest_stages import Known
from revmentor_desktop.matching.lowest_ways import Step, Ways, WaysFrom, WaysTo
from revmentor_desktop.matching.problem import Cell
from revmentor_desktop.matching.ties import ties_of


@dataclass(frozen=True, slots=True)
class Other:
    """A pair that is not in the best plan, and the best plan with it (locked pairs left out)."""

    pair: Cell
    plan: frozenset[Cell]


def others(known: Known, number: int, k: int, *, is_mentor: bool) -> list[Other]:
    """Return the k partners for a mentor or a mentee that cost the best plan least."""
    pairs: list[Step]
    ways: Ways
    if is_mentor:
        pairs = [
            (y, number)
            for y, (line, x) in enumerate(zip(known.lines, known.mate, strict=True))
            if known.room[number] and x != number and line.bits >> number & 1
        ]
        ways = WaysFrom(known, number)
    elif number in known.asked:
        me = known.asked.index(number)
        pairs = [(me, x) for x in known.lines[me].order if x != known.mate[me]]
        ways = WaysTo(known, me)
    else:
        return []
    lots = ties_of(known.lowest.problem)
    found = sorted(
        (key, lots.of_pair(x, known.asked[y]), (y, x)) for key, (y, x) in ways.best(pairs, k)
    )
    return [
        Other((pair[1], known.asked[pair[0]]), known.plan(ways.way(pair)))
        for _, _, pair in found[:k]
    ]
