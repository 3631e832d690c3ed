"""The cheapest way to move one place from one person to another: Dijkstra over reduced costs.

A place goes round: from nobody (`NOBODY`) to a person of the near side, on to one of the far side
through a pair, and back to nobody. What could move now, and what it costs at today's prices, are
steps of five kinds, none of them below zero while all prices are right:

* near x → far y: they pair up. Costs price x + price y − worth.
* far y → near x: their pair parts. Costs worth − price x − price y.
* near x → nobody: x has one partner fewer. Costs price x, and its bonus if it was the only one.
* far y → nobody: y has one partner more. Costs −price y, less its bonus if it is the first.
* nobody → x or y: the same two kinds, the other way round, for the other side.

This is the shortest-path method for assignments with capacities (Kuhn; Edmonds and Karp; Tomizawa;
see Ahuja, Magnanti and Orlin, Network Flows, 1993, chapters 9 and 12), with a heap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import compress
from operator import gt, sub
from typing import Final

from revmentor_desktop.matching.sides import CHUNK, Queue, Side

NOBODY: Final = -1
"""The node at which places begin and end. It is the last of all nodes, hence the number."""

_OFTEN: Final = 12
"""After how many goes all that is left of a line is looked at in one."""


class Search:
    """One run from a node; with a `queue` it looks at what can be cheap enough, else at all pairs.

    Nodes are numbered: near side, far side, then nobody. Afterwards `settled` holds the nodes that
    were reached in order, `cost` what each costs to reach and `before` where it is reached from.
    """

    def __init__(self, near: Side, far: Side, endless: int, queue: Queue | None = None) -> None:
        self.near = near
        self.far = far
        self.middle = len(near.price)
        self.cost_near = [endless] * self.middle
        self.cost_far = [endless] * len(far.price)
        self.cost_nobody = endless
        self.before = [NOBODY] * (self.middle + len(far.price) + 1)
        self.settled: list[tuple[int, int]] = []
        self.bound = endless
        self._target: int | None = None
        self._heap: list[tuple[int, int]] = []
        self._queue = queue
        self._beyond = self.middle + len(far.price)
        self._base = [0] * self.middle
        self._looked = [0] * self.middle

    def run(self, start: int, target: int | None = None) -> bool:
        """Search until `target` is settled, or everything; return whether the target was."""
        return any(node == target for _, node in self.steps(start, target)) or target is None

    def steps(self, start: int, target: int | None = None) -> Iterator[tuple[int, int]]:
        """Yield each node with its cost when it is settled, the nearest first."""
        self._target = target
        self._offer(0, start, NOBODY)
        heap, middle, done = self._heap, self.middle, set[int]()
        while heap:
            cost, node = heappop(heap)
            if node >= self._beyond and self._queue is not None:
                self._look_on(node - self._beyond, self._queue)
                continue
            if node in done:
                continue
            done.add(node)
            self.settled.append((cost, node))
            yield cost, node
            if node == NOBODY:
                self._from_nobody(cost)
            elif node < middle:
                self._from_near(cost, node)
            else:
                self._from_far(cost, node)

    def way(self, target: int) -> list[int]:
        """Return the nodes from the start to `target`."""
        nodes, start = [target], self.settled[0][1]
        while nodes[-1] != start:
            nodes.append(self.before[nodes[-1]])
        return nodes[::-1]

    def cost(self, node: int) -> int:
        """Return the lowest cost of reaching a node so far."""
        if node == NOBODY:
            return self.cost_nobody
        if node < self.middle:
            return self.cost_near[node]
        return self.cost_far[node - self.middle]

    def _offer(self, cost: int, node: int, before: int) -> None:
        if cost >= self.cost(node) or cost >= self.bound:
            return
        if node == NOBODY:
            self.cost_nobody = cost
        elif node < self.middle:
            self.cost_near[node] = cost
        else:
            self.cost_far[node - self.middle] = cost
        if node == self._target:
            self.bound = cost
        self.before[node] = before
        heappush(self._heap, (cost, node))

    def _from_near(self, cost: int, x: int) -> None:
        self._base[x] = cost + self.near.price[x]
        if self._queue is None:
            self._look_at_all(x)
        else:
            self._queue.ready(x)
            self._look_on(x, self._queue)
        if self.near.count[x]:
            self._offer(cost + self.near.cost_of_less(x), NOBODY, x)

    def _look_on(self, x: int, queue: Queue) -> None:
        """Look at the next few in order, and come back when the rest can be cheap enough.

        Who comes back often looks at all the rest at once, which is quicker then.
        """
        if self._looked[x] >= _OFTEN * CHUNK:
            self._look_at_all(x)
            return
        some, least = queue.next(x, self._looked[x])
        self._looked[x] += CHUNK
        self._look(x, some)
        if least is not None and self._base[x] + least < self.bound:
            heappush(self._heap, (self._base[x] + least, self._beyond + x))

    def _look_at_all(self, x: int) -> None:
        asked = map(sub, self.far.price, self.near.lines[x])
        better = map(gt, self.cost_far, map(self._base[x].__add__, asked))
        self._look(x, compress(range(len(self.cost_far)), better))

    def _look(self, x: int, some: Iterable[int]) -> None:
        # What `_offer` does, written out: most of the time is spent here.
        base, line, mine = self._base[x], self.near.lines[x], self.near.partners[x]
        prices, costs, before, heap = self.far.price, self.cost_far, self.before, self._heap
        middle, bound = self.middle, self.bound
        for y in some:
            new = base + prices[y] - line[y]
            if new < costs[y] and new < bound and y not in mine:
                costs[y] = new
                before[middle + y] = x
                heappush(heap, (new, middle + y))
                if middle + y == self._target:
                    self.bound = bound = new

    def _from_far(self, cost: int, node: int) -> None:
        y = node - self.middle
        base = cost - self.far.price[y]
        line, prices = self.far.lines[y], self.near.price
        for x in self.far.partners[y]:
            self._offer(base + line[x] - prices[x], x, node)
        if self.far.count[y] < self.far.room[y]:
            self._offer(cost + self.far.cost_of_more(y), NOBODY, node)

    def _from_nobody(self, cost: int) -> None:
        near, far = self.near, self.far
        for x, (count, room) in enumerate(zip(near.count, near.room, strict=True)):
            if count < room:
                self._offer(cost + near.cost_of_more(x), x, NOBODY)
        for y, count in enumerate(far.count):
            if count:
                self._offer(cost + far.cost_of_less(y), self.middle + y, NOBODY)
