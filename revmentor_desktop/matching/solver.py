"""The best plan for a problem, from nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator
from dataclasses import replace

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.matching.goal import marks
from revmentor_desktop.matching.layout import Layout, layout_of
from revmentor_desktop.matching.network import Network
from revmentor_desktop.matching.problem import FORBIDDEN, HIGHEST, Problem, Solution
from revmentor_desktop.matching.start import settle


def solve(problem: Problem, aim: Aim, floor: int = 0) -> Generator[Progress, None, Solution]:
    """Find the best plan; `floor` (hundredths) is the lowest score for `Aim.FIT`.

    Yields how far it is and can be closed at any moment.
    """
    layout, network = yield from settled(problem, aim, floor)
    return solution(problem, layout, network)


def settled(
    problem: Problem, aim: Aim, floor: int
) -> Generator[Progress, None, tuple[Layout, Network]]:
    """Find the best plan; return the network that holds it."""
    if aim is not Aim.NOBODY_LEFT:
        return (yield from _settled(problem, aim, floor, (0, 1)))
    floor = yield from _floor(problem)
    return (yield from _settled(problem, aim, floor, (1, 2)))


def _settled(
    problem: Problem, aim: Aim, floor: int, part: tuple[int, int]
) -> Generator[Progress, None, tuple[Layout, Network]]:
    """Find the best plan as one part of the work: number `part[0]`, from 0, of `part[1]`."""
    number, parts = part
    yield Progress(number, parts)
    layout = layout_of(problem, aim, floor)
    network = layout.network(problem)
    steps = [step * layout.ties.scale for step in layout.goal.steps]
    for done, of in settle(network, steps):
        yield Progress(number * of + done, parts * of)
    return layout, network


def _floor(problem: Problem) -> Generator[Progress, None, int]:
    """Find a score that the best plan for NOBODY_LEFT does not go below, if need be a rough one.

    Scores are rounded down to a few marks; the lowest pair of the best plan for these shows how
    high the lowest can be.
    """
    steps = marks(problem)
    down = [steps[bisect_right(steps, score) - 1] for score in range(HIGHEST + 1)] + [FORBIDDEN]
    rough = replace(problem, scores=[[down[score] for score in row] for row in problem.scores])
    layout, network = yield from _settled(rough, Aim.NOBODY_LEFT, 0, (0, 2))
    lowest = (rough.scores[i][j] for i, j in layout.pairs(network))
    return min(lowest, default=0)


def solution(problem: Problem, layout: Layout, network: Network) -> Solution:
    """Return the plan of a settled network with its prices."""
    pairs = layout.pairs(network) | problem.locked
    mentors, mentees = layout.prices(network)
    paired = len({mentee for _, mentee in pairs})
    return Solution(layout.aim, layout.floor, pairs, problem.total(pairs), paired, mentors, mentees)
