"""A first plan: everybody bids for the partner they would gain most from.

Jonker and Volgenant's augmenting row reduction (Computing 38, 1987), for one place of each person:
who bids raises the price of the best until the second best is as good, and whoever had it bids
again. Prices are right after every bid, so it may end at any moment; `Network` does the rest.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from operator import sub
from typing import Final

from revmentor_desktop.matching.network import Network
from revmentor_desktop.matching.search import NOBODY, Side

BIDS: Final = 4
"""How many times each person may bid, on average: enough for prices to be near the mark."""

_OFTEN: Final = 32
"""After how many steps the work says how far it is, and can be ended."""


def settle(network: Network) -> Generator[tuple[int, int], None, None]:
    """Find the best plan for a network without any pairs; yield how many steps of all are done."""
    size = len(network.near.price)
    for done, _ in enumerate(_bids(network.near, network.far)):
        if done % _OFTEN == 0:
            yield min(done, BIDS * size), 3 * BIDS * size
    for x in range(size):
        if x % _OFTEN == 0:
            yield BIDS * (size + x), 3 * BIDS * size
        _price(network, x)
    for x in range(size):
        if x % _OFTEN == 0:
            yield BIDS * (2 * size + x), 3 * BIDS * size
        network.mend_near(x)


def _bids(near: Side, far: Side) -> Iterator[int]:
    """Let the near side bid until all have a partner or the bids are used up."""
    bidders = deque(x for x, room in enumerate(near.room) if room)
    for _ in range(BIDS * len(near.price)):
        if not bidders:
            return
        x = bidders.popleft()
        y, rise = _best(near, far, x)
        if y == NOBODY or (far.room[y] > 1 and far.price[y] + rise > 0):
            yield x
            continue
        far.price[y] += rise
        for other in far.partners[y]:
            near.partners[other].remove(y)
            near.count[other] = 0
            bidders.append(other)
        far.partners[y] = {x}
        far.count[y] = near.count[x] = 1
        near.partners[x].add(y)
        yield x


def _best(near: Side, far: Side, x: int) -> tuple[int, int]:
    """Return whom x gains most from, and by how much more than from the second best or nobody."""
    gains = list(map(sub, near.lines[x], far.price))
    alone = -near.bonus[x]
    best = max(gains, default=alone)
    if best <= alone:
        return NOBODY, 0
    y = gains.index(best)
    gains[y] = alone
    return (y, best - max(gains)) if far.room[y] else (NOBODY, 0)


def _price(network: Network, x: int) -> None:
    gains = map(sub, network.near.lines[x], network.far.price)
    network.near.price[x] = max(gains, default=network.near.price[x])
    network.queue.sort(x)
