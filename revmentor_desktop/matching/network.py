"""A plan, its prices, and what keeps both right while something changes.

Prices are right when no step of `search` costs less than nothing: then no way round makes the plan
better, and it is the best. Every change here makes at most one step cheaper than that, takes it,
and sends the place that is then one too many along the cheapest way to where one is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from operator import sub

from revmentor_desktop.matching.search import NOBODY, Search
from revmentor_desktop.matching.sides import Queue, Side


class Network:
    """The people of two sides, and the best plan for them once everybody is mended.

    `endless` is more than any way can cost; minus many times that is a forbidden pair's worth.
    """

    def __init__(self, near: Side, far: Side, endless: int) -> None:
        self.near = near
        self.far = far
        self.endless = endless
        self.queue = Queue(near, far)

    def copy(self) -> Network:
        """Return a network that can be changed without changing this one."""
        twin = Network(self.near.copy(), self.far.copy(), self.endless)
        twin.queue = self.queue.copy(twin.near, twin.far)
        return twin

    def fill(self, near: list[int], far: list[int], pairs: Iterable[tuple[int, int]]) -> None:
        """Take over a best plan that is known, with the prices of both sides."""
        self.near.price, self.far.price = near, far
        for x, y in pairs:
            self._join(x, y)
            self.near.count[x] += 1
            self.far.count[y] += 1

    # ------------------------------------------------------------------------------ the one move
    def shift(self, start: int, target: int) -> None:
        """Send a place from where it is one too many to where one is missing; set prices right."""
        search = Search(self.near, self.far, self.endless, self.queue)
        if not search.run(start, target):
            raise AssertionError("no way back: somebody’s places and partners do not agree")
        self._price(search)
        way = search.way(target)
        for here, there in pairwise(way):
            self._step(here, there)

    def _price(self, search: Search) -> None:
        near, far, middle = self.near.price, self.far.price, search.middle
        longest = search.settled[-1][0]
        for cost, node in search.settled:
            if node == NOBODY:
                self._price_all(longest - cost)
            elif node < middle:
                near[node] -= longest - cost
            else:
                far[node - middle] += longest - cost

    def _price_all(self, more: int) -> None:
        """Nobody’s price is zero and stays so; everybody else’s moves instead."""
        if more:
            self.near.price[:] = [price + more for price in self.near.price]
            self.far.price[:] = [price - more for price in self.far.price]
            self.queue.fallen += more

    def _step(self, here: int, there: int) -> None:
        middle = len(self.near.price)
        if NOBODY in (here, there):
            person = max(here, there)
            more = (there == NOBODY) == (person >= middle)
            side, one = (self.near, person) if person < middle else (self.far, person - middle)
            side.count[one] += 1 if more else -1
        elif here < middle:
            self._join(here, there - middle)
        else:
            self._part(there, here - middle)

    def _join(self, x: int, y: int) -> None:
        self.near.partners[x].add(y)
        self.far.partners[y].add(x)

    def _part(self, x: int, y: int) -> None:
        self.near.partners[x].remove(y)
        self.far.partners[y].remove(x)

    # --------------------------------------------------------------------------- people and pairs
    def set_worth(self, x: int, y: int, worth: int) -> None:
        """Say what x and y count as a pair, before they are mended."""
        rises = worth > self.near.lines[x][y]
        self.near.set_worth(x, y, worth)
        self.far.set_worth(y, x, worth)
        if rises:
            self.queue.renew(x, y)

    def mend_near(self, x: int) -> None:
        """Give x as many partners as are right for its room, its bonus and its price."""
        side = self.near
        while side.count[x] > side.room[x] or (side.count[x] and side.cost_of_less(x) < 0):
            side.count[x] -= 1
            self.shift(NOBODY, x)
        while side.count[x] < side.room[x] and side.cost_of_more(x) < 0:
            side.count[x] += 1
            self.shift(x, NOBODY)

    def mend_far(self, y: int) -> None:
        """Give y as many partners as are right for its room, its bonus and its price."""
        side, node = self.far, len(self.near.price) + y
        while side.count[y] > side.room[y] or (side.count[y] and side.cost_of_less(y) < 0):
            side.count[y] -= 1
            self.shift(node, NOBODY)
        while side.count[y] < side.room[y] and side.cost_of_more(y) < 0:
            side.count[y] += 1
            self.shift(NOBODY, node)

    def mend_pair(self, x: int, y: int) -> None:
        """Pair x and y, or part them, if their prices say so."""
        gain = self.near.lines[x][y] - self.near.price[x] - self.far.price[y]
        node = len(self.near.price) + y
        if y in self.near.partners[x]:
            if gain < 0:
                self._part(x, y)
                self.shift(x, node)
        elif gain > 0:
            if not self.near.room[x]:
                self.near.price[x] += gain
            elif not self.far.room[y]:
                self.far.price[y] += gain
            else:
                self._join(x, y)
                self.shift(node, x)

    def can_hold(self, x: int, y: int) -> bool:
        """Whether x and y are a pair, or have each a partner to leave for the other."""
        near, far = self.near, self.far
        are_full = near.count[x] == near.room[x] > 0 and far.count[y] == far.room[y] > 0
        return are_full or y in near.partners[x]

    def hold(self, x: int, y: int, never: int) -> None:
        """Pair x and y, and take them out of all that can move, with the places that they fill."""
        are_pair = y in self.near.partners[x]
        if are_pair:
            self._part(x, y)
        self.set_worth(x, y, never)
        for side, one in ((self.near, x), (self.far, y)):
            side.count[one] -= 1
            side.room[one] -= 1
            side.bonus[one] = 0
        if not are_pair:
            self.shift(len(self.near.price) + y, x)

    def release(self, x: int, y: int, worth: int, bonuses: tuple[int, int]) -> None:
        """Let a pair that was held move again, with the places that it fills."""
        self.set_worth(x, y, worth)
        self._join(x, y)
        for side, one, bonus in ((self.near, x, bonuses[0]), (self.far, y, bonuses[1])):
            side.count[one] += 1
            side.room[one] += 1
            side.bonus[one] = bonus
            if side.count[one] == 1:
                side.price[one] = max(side.price[one], -bonus)
        self.mend_pair(x, y)

    def admit(self, side: Side, one: int, room: int, bonus: int) -> bool:
        """Give somebody another room or bonus, and as many partners as are then right.

        Returns whether it is another.
        """
        if (side.room[one], side.bonus[one]) == (room, bonus):
            return False
        side.room[one], side.bonus[one] = room, bonus
        if side is self.near:
            self.mend_near(one)
        else:
            self.mend_far(one)
        return True

    def hand_over(self, side: Side, giver: int, taker: int) -> None:
        """Let somebody who is full have a place less, and another who is full a place more.

        That is one move, where two would go round by nobody. The taker may have to be mended.
        """
        for one, more in ((giver, -1), (taker, 1)):
            side.room[one] += more
            side.count[one] += more
        if side is self.near:
            self.shift(taker, giver)
        else:
            middle = len(self.near.price)
            self.shift(middle + giver, middle + taker)

    def set_line(self, side: Side, one: int, line: list[int]) -> None:
        """Say what somebody counts with each of the other side, and mend what that changes.

        Until the person is mended, partners count as much as keeps them; then each as they do.
        """
        other = self.far if side is self.near else self.near
        mine = sorted(side.partners[one])
        gains = list(map(sub, line, other.price))
        for them in mine:
            gains[them] = -side.bonus[one]
        price = side.price[one] = max([-side.bonus[one], *gains])
        kept = line[:]
        for them in mine:
            kept[them] = max(line[them], price + other.price[them])
        side.lines[one] = kept
        for them, worth in enumerate(kept):
            if other.lines[them][one] != worth:
                other.set_worth(them, one, worth)
            if side is self.far:
                self.queue.renew(them, one)
        if side is self.near:
            self.queue.sort(one)
            self.mend_near(one)
        else:
            self.mend_far(one)
        for them in mine:
            x, y = (one, them) if side is self.near else (them, one)
            self.set_worth(x, y, line[them])
            self.mend_pair(x, y)
