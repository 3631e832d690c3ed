"""The best plan for a problem, from nothing."""

from __future__ import annotations

from collections.abc import Generator

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import Progress, reporting
from revmentor_desktop.matching.goal import Goal, counting, goal_of
from revmentor_desktop.matching.layout import Layout, layout_of
from revmentor_desktop.matching.lowest_first import Lowest, lowest_first
from revmentor_desktop.matching.network import Network
from revmentor_desktop.matching.problem import Cell, Problem, Solution
from revmentor_desktop.matching.start import settle


def solve(problem: Problem, aim: Aim, floor: int = 0) -> Generator[Progress, None, Solution]:
    """Find the best plan; `floor` (hundredths) is the lowest score for `Aim.FIT`.

    Yields how far it is and can be closed at any moment.
    """
    if aim is Aim.NOBODY_LEFT:
        lowest = yield from lowest_first(problem)
        occurring = yield from reporting(counting(problem), Progress(1, 1))
        return lowest_solution(lowest, goal_of(problem, aim, lowest.floor, occurring))
    layout, network = yield from settled(problem, aim, floor)
    return solution(problem, layout, network)


def settled(
    problem: Problem, aim: Aim, floor: int
) -> Generator[Progress, None, tuple[Layout, Network]]:
    """Find the best plan for an aim other than NOBODY_LEFT; return the network that holds it."""
    yield Progress(0, 1)
    layout = layout_of(problem, aim, floor)
    network = yield from reporting(layout.networking(problem), Progress(0, 1))
    steps = [step * layout.ties.scale for step in layout.goal.steps]
    for done, of in settle(network, steps):
        yield Progress(done, of)
    return layout, network


def solution(problem: Problem, layout: Layout, network: Network) -> Solution:
    """Return the plan of a settled network with its prices."""
    prices = layout.prices(network)
    return _solution(problem, layout.aim, layout.floor, layout.pairs(network), *prices)


def lowest_solution(lowest: Lowest, goal: Goal) -> Solution:
    """Return the plan for NOBODY_LEFT with its prices; `goal` is that of its lowest score."""
    mentors, mentees = map(tuple, lowest.prices(goal))
    return _solution(lowest.problem, Aim.NOBODY_LEFT, lowest.floor, lowest.pairs, mentors, mentees)


def _solution(
    problem: Problem,
    aim: Aim,
    floor: int,
    free: frozenset[Cell],
    mentors: tuple[int, ...],
    mentees: tuple[int, ...],
) -> Solution:
    pairs = free | problem.locked
    paired = len({mentee for _, mentee in pairs})
    return Solution(aim, floor, pairs, problem.total(pairs), paired, mentors, mentees)
