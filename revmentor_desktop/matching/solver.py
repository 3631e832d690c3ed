"""The best plan for a problem, from nothing."""

from __future__ import annotations

from collections.abc import Generator

from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.matching.layout import Layout, layout_of
from revmentor_desktop.matching.network import Network
from revmentor_desktop.matching.problem import Aim, Problem, Solution
from revmentor_desktop.matching.start import settle


def solve(problem: Problem, aim: Aim, floor: int = 0) -> Generator[Progress, None, Solution]:
    """Find the best plan; `floor` (hundredths) is the lowest score for `Aim.FIT`.

    Yields how far it is and can be closed at any moment.
    """
    layout, network = yield from settled(problem, aim, floor)
    return solution(problem, aim, floor, layout, network)


def settled(
    problem: Problem, aim: Aim, floor: int
) -> Generator[Progress, None, tuple[Layout, Network]]:
    """Find the best plan; return the network that holds it."""
    yield Progress(0, 0)
    layout = layout_of(problem, aim, floor)
    network = layout.network(problem)
    steps = [step * layout.ties.scale for step in layout.goal.steps]
    for done, of in settle(network, steps):
        yield Progress(done, of)
    return layout, network


def solution(problem: Problem, aim: Aim, floor: int, layout: Layout, network: Network) -> Solution:
    """Return the plan of a settled network with its prices."""
    pairs = layout.pairs(network) | problem.locked
    mentors, mentees = layout.prices(network)
    paired = len({mentee for _, mentee in pairs})
    return Solution(aim, floor, pairs, problem.total(pairs), paired, mentors, mentees)
