"""A first plan: everybody bids for the partner they would gain most from.

Jonker and Volgenant's augmenting row reduction (Computing 38, 1987): who bids raises the price of
the best until the second best is as good, and whoever had it bids again. Where all want the same
few, prices rise too slowly so; then bids rise by a step more, and again by smaller steps (the
auction with ε-scaling: Bertsekas and Castañon, Computational Optimization and Applications 1,
1992). A pair that is off by a step counts for a while what would make it right; `Network` mends
them one at a time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from itertools import chain
from operator import sub
from typing import Final

from revmentor_desktop.matching.network import Network
from revmentor_desktop.matching.search import NOBODY
from revmentor_desktop.matching.sides import Side

_BIDS: Final = 4
"""How many times each person bids, on average, before steps are taken."""

_MOST_BIDS: Final = 20
"""How many times each person may bid within one step, on average."""

_WAITING: Final = 8
"""Steps are taken when more than one in so many has no partner yet."""

_OFTEN: Final = 16
"""After how many bids or prices the work says how far it is, and can be ended."""

_PARTS: Final = 4
"""The work has as many parts as this, taken as equally long: bids, steps, prices, mending."""

Report = Generator[tuple[int, int], None, None]


def settle(network: Network, steps: Sequence[int]) -> Report:
    """Find the best plan for a network without any pairs; yield how many of all parts are done.

    `steps` are by how much bids rise beyond what they must, from large to small.
    """
    auction = _Auction(network.near, network.far)
    for done in auction.bids(0, _BIDS):
        yield done, _PARTS * _BIDS * auction.size
    if len(auction.waiting) * _WAITING > auction.size:
        for number, step in enumerate(steps):
            for _ in chain(auction.send_back(step), auction.bids(step, _MOST_BIDS)):
                yield len(steps) + number, _PARTS * len(steps)
    closed = auction.close()
    loose: list[tuple[int, int, int]] = []
    size = auction.size
    for x in range(size):
        loose += _price(network, x)
        if x % _OFTEN == 0:
            yield 2 * size + x, _PARTS * size
    mends = size + len(loose) + len(closed)
    for done, _ in enumerate(_mend(network, sorted(loose), closed)):
        yield 3 * mends + done, _PARTS * mends


class _Auction:
    """Bids of the near side for one place each with the far side."""

    def __init__(self, near: Side, far: Side) -> None:
        self.near = near
        self.far = far
        self.size = len(near.price)
        self.waiting = deque(x for x, room in enumerate(near.room) if room)

    def bids(self, step: int, most: int) -> Iterator[int]:
        """Let those who wait bid, until nobody does or `most` a head are made."""
        for number in range(most * self.size):
            if not self.waiting:
                return
            if number % _OFTEN == 0:
                yield number
            x = self.waiting.popleft()
            y, rise = self._best(x)
            if y != NOBODY:
                self._sell(x, y, rise + step)

    def _best(self, x: int) -> tuple[int, int]:
        """Return whom x gains most from, and by how much more than from the second best or nobody.

        Second places are not for sale here: whoever would need one gets it when all is mended.
        """
        near, far = self.near, self.far
        gains = list(map(sub, near.lines[x], far.price))
        alone = -near.bonus[x]
        best = max(gains, default=alone)
        if best <= alone:
            return NOBODY, 0
        y = gains.index(best)
        gains[y] = alone
        rise = best - max(gains)
        for_sale = far.room[y] == 1 or (far.room[y] > 1 and not far.partners[y])
        return (y, rise) if for_sale else (NOBODY, 0)

    def _sell(self, x: int, y: int, rise: int) -> None:
        near, far = self.near, self.far
        if far.room[y] > 1:
            rise = min(rise, max(0, -far.price[y]))
        far.price[y] += rise
        for other in list(far.partners[y]):
            self._part(other, y)
        near.partners[x] = {y}
        far.partners[y] = {x}
        near.count[x] = far.count[y] = 1

    def _part(self, x: int, y: int) -> None:
        near, far = self.near, self.far
        near.partners[x].remove(y)
        far.partners[y].remove(x)
        near.count[x] = far.count[y] = 0
        self.waiting.append(x)

    def send_back(self, step: int) -> Iterator[None]:
        """Let all those bid again who have a partner that is off the best by more than `step`."""
        near, far = self.near, self.far
        for x, line in enumerate(near.lines):
            for y in list(near.partners[x]):
                if max(map(sub, line, far.price)) + far.price[y] - line[y] > step:
                    self._part(x, y)
            if x % _OFTEN == 0:
                yield

    def close(self) -> dict[int, int]:
        """Give who waits those whom nobody has and whose price rose; close the rest of these.

        Returns the rooms of those who were closed.
        """
        near, far = self.near, self.far
        risen = [
            y
            for y, (count, price) in enumerate(zip(far.count, far.price, strict=True))
            if not count and price > -far.bonus[y]
        ]
        for x, y in zip(self.waiting, risen, strict=False):
            near.partners[x], far.partners[y] = {y}, {x}
            near.count[x] = far.count[y] = 1
        closed = {y: far.room[y] for y in risen[len(self.waiting) :]}
        for y in closed:
            far.room[y] = 0
        return closed


def _price(network: Network, x: int) -> list[tuple[int, int, int]]:
    """Set the price of x; return by how much x's pair was off: it now counts so much more."""
    near, far = network.near, network.far
    near.price[x] = max([-near.bonus[x], *map(sub, near.lines[x], far.price)])
    off = [(near.price[x] + far.price[y] - near.lines[x][y], x, y) for y in near.partners[x]]
    for more, _, y in off:
        network.set_worth(x, y, near.lines[x][y] + more)
    network.queue.sort(x)
    return [each for each in off if each[0]]


def _mend(
    network: Network, loose: list[tuple[int, int, int]], closed: dict[int, int]
) -> Iterator[None]:
    for x in range(len(network.near.price)):
        network.mend_near(x)
        yield
    for more, x, y in loose:
        network.set_worth(x, y, network.near.lines[x][y] - more)
        network.mend_pair(x, y)
        yield
    for y, room in closed.items():
        network.far.room[y] = room
        network.mend_far(y)
        yield
