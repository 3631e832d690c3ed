"""The people of both sides as the search sees them, and in which order it looks at them."""

from __future__ import annotations

from bisect import bisect_left
from operator import sub
from typing import Final

CHUNK: Final = 8
"""How many of a line are looked at in one go."""


class Side:
    """The people of one side: what each has, may have, and costs.

    `lines[x][y]` is what x and y count as a pair; `room` how many partners x may have, `count` how
    many places x has taken of that, `bonus` what its first partner counts beside; `partners` are
    those it has.
    """

    __slots__ = ("bonus", "count", "lines", "partners", "price", "room")

    def __init__(self, lines: list[list[int]], room: list[int], bonus: list[int]) -> None:
        self.lines = lines
        self.room = room
        self.bonus = bonus
        self.price = [-each for each in bonus]
        self.count = [0] * len(room)
        self.partners: list[set[int]] = [set() for _ in room]

    def copy(self) -> Side:
        """Return a side that can be changed without changing this one (see `set_worth`)."""
        twin = Side(self.lines[:], self.room[:], self.bonus[:])
        twin.price = self.price[:]
        twin.count = self.count[:]
        twin.partners = [set(mine) for mine in self.partners]
        return twin

    def set_worth(self, one: int, other: int, worth: int) -> None:
        """Say what two count as a pair, in a line of this side’s own."""
        line = self.lines[one] = self.lines[one][:]
        line[other] = worth

    def cost_of_less(self, one: int) -> int:
        """Return what it costs that `one` has a partner fewer; negative if that would be better."""
        return self.price[one] + (self.bonus[one] if self.count[one] == 1 else 0)

    def cost_of_more(self, one: int) -> int:
        """Return what it costs that `one` has a partner more; negative if that would be better."""
        return -self.price[one] - (self.bonus[one] if self.count[one] == 0 else 0)


class Queue:
    """For each of the near side, the far side in the order of what it cost when last sorted.

    A price of the far side has since fallen by `fallen` at most, so `asked` (price − worth, sorted)
    says from where on nobody can be cheap enough to be worth a look. A line is sorted anew when it
    was looked at as many times as it is long: by then its order tells little.
    """

    def __init__(self, near: Side, far: Side) -> None:
        self._near = near
        self._far = far
        self.fallen = 0
        self._looks = [0] * len(near.price)
        self._order: list[list[int]] = [[] for _ in near.price]
        self._asked: list[list[int]] = [[] for _ in near.price]

    def sort(self, x: int) -> None:
        """Put the far side in order for x at today's prices."""
        asked = list(map(sub, self._far.price, self._near.lines[x]))
        self._order[x] = sorted(range(len(asked)), key=asked.__getitem__)
        self._asked[x] = [asked[y] + self.fallen for y in self._order[x]]
        self._looks[x] = 0

    def renew(self, x: int, y: int) -> None:
        """Put y in its place in the line of x again: their worth or the price of y is another."""
        if not self._order[x]:
            return
        order, asked = self._order[x][:], self._asked[x][:]
        place = order.index(y)
        del order[place], asked[place]
        now = self._far.price[y] - self._near.lines[x][y] + self.fallen
        place = bisect_left(asked, now)
        order.insert(place, y)
        asked.insert(place, now)
        self._order[x], self._asked[x] = order, asked

    def copy(self, near: Side, far: Side) -> Queue:
        """Return the same order for copies of both sides."""
        twin = Queue(near, far)
        twin.fallen = self.fallen
        twin._looks = self._looks[:]
        twin._order = self._order[:]
        twin._asked = self._asked[:]
        return twin

    def next(self, x: int, after: int) -> tuple[list[int], int | None]:
        """Return the next few for x, and what those after them cost at least (None: no more)."""
        asked, end = self._asked[x], after + CHUNK
        self._looks[x] += CHUNK
        least = asked[end] - self.fallen if end < len(asked) else None
        return self._order[x][after:end], least

    def ready(self, x: int) -> None:
        """Sort a line anew that is out of order, or was never in order."""
        if self._looks[x] > len(self._order[x]) or not self._order[x]:
            self.sort(x)
