"""What costs nothing: whom everybody could have in a plan that is as good by all levels so far.

A mentee is a number, a mentor too; a set of mentors is a whole number with a bit for each, so that
hundreds of pairs are looked at in one step. What costs something is kept out until prices have come
as far; `close` strikes it out for good (of the optimal solutions of a linear programme, those of
another objective are a face; what its prices say costs something is in none of them).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from revmentor_desktop.matching.level_lines import LEFT, Line
from revmentor_desktop.matching.sets_of_people import bits

_NEVER: Final = 1 << 40
"""More than any value of a line: there is nothing left that becomes due at some level."""

_NOT_MET: Final = -1
"""Nobody has yet looked where a mentee can move to at this level."""

_FEW: Final = 4
"""Of so many mentors it is looked when the next is due."""

_PUT_OFF: Final = 16
"""So many levels' worth of what is to be struck out is put off at most."""


class Face:
    """Whom mentees may move to at no cost (`free`), beside their partners in one plan (`mate`).

    `left` stands after the last mentor for nobody as a partner.
    """

    def __init__(self, mate: Sequence[int], left: int) -> None:
        self.left = left
        self.mate = list(mate)
        self.free = [0] * len(mate)
        self._lines: Sequence[Line] = ()
        self._ends: list[int] = []
        self._due: list[int] = []
        self._level = LEFT
        self._is_alone, self._costs = False, [1] * len(mate)
        self._cheap = [0] * len(mate)
        self._dear = [0] * len(mate)
        self._could = [0] * len(mate)
        self._comers: dict[int, list[int]] = {}
        self._live: Sequence[int] = ()
        self._known = [0] * len(mate)
        self._prices = [0] * len(mate)
        self._priced = {0: -1}
        self._touched: set[int] = set()
        self._turns = 0
        self._stay, self._since = list[int](), [0] * len(mate)

    # ------------------------------------------------------------------------------- levels
    def begin_lines(self, lines: Sequence[Line]) -> None:
        """Take the levels that follow from some lines."""
        self._lines, self._ends, self._costs = lines, [0] * len(lines), [1] * len(lines)
        self._due = [line.values[0] if line.values else _NEVER for line in lines]
        self._comers, self._live = {}, range(len(lines))

    def open(self, level: int) -> None:
        """Go up to a level: what is below it is struck out, and a pair that stands there costs 1.

        That is done for each mentee when a walk first meets them.
        """
        self._level = level
        self._is_alone = False
        self._begin_prices()

    def charge(self, costs: Sequence[int]) -> None:
        """Let it cost each mentee so much to be paired with nobody."""
        self._is_alone = True
        self._costs = list(costs)
        self._begin_prices()

    def _begin_prices(self) -> None:
        self._known = [_NOT_MET] * len(self.mate)
        self._prices = [0] * len(self.mate)
        self._could = self.free[:]

    def stand(self, lines: Sequence[Line], ends: list[int], free: list[int], level: int) -> None:
        """Go to a level of which it is known what is free there."""
        self.begin_lines(lines)
        self._ends, self.free = ends, free
        self.open(level)

    def end_lines(self) -> None:
        """Strike out whatever is above the last level: in none of the plans is anybody there."""
        self._strike_out()
        for y, (line, end) in enumerate(zip(self._lines, self._ends, strict=True)):
            self.free[y] &= ~line.above(end)
        self._lines = ()

    def _meet(self, y: int) -> None:
        """Tell apart what costs nothing and what does, the mentee’s own pair among it."""
        if self._since[y] < len(self._stay):
            self._strike_late(y)
        there, dear = self.free[y] | 1 << self.mate[y], 0
        if self._is_alone:
            dear = there & 1 << self.left
        elif self._due[y] <= self._level:
            there, dear = self._come_due(y, there)
        self._could[y] = there
        self._dear[y], self._cheap[y] = dear, there & ~dear

    def _come_due(self, y: int, there: int) -> tuple[int, int]:
        """Leave out what is below the level; return what is left, and what of it stands there."""
        line, start = self._lines[y], self._ends[y]
        values = line.values
        end = bisect_left(values, self._level, start)
        after = bisect_right(values, self._level, end)
        if end > start:
            there &= ~line.between(start, end)
        self._ends[y] = after
        if there.bit_count() <= _FEW:
            self._due[y] = _NEVER
            for x in bits(there):
                if self._level < line.column[x] < self._due[y]:
                    self._due[y] = line.column[x]
        else:
            self._due[y] = values[after] if after < len(values) else _NEVER
        return there, there & line.between(end, after) if after > end else 0

    def _strike_late(self, y: int) -> None:
        """Strike out for a mentee what was put off."""
        self.free[y] &= self._stay[self._since[y]]
        self._since[y] = len(self._stay)

    # ------------------------------------------------------------------------------- prices
    def has_choice(self, y: int) -> bool:
        """Whether there is anybody whom a mentee could have at no cost instead."""
        if self._known[y] < self._turns:
            self._catch_up(y)
        return bool(self.free[y])

    def _turn(self, mentees: Iterable[int], mentors: int, by: int) -> None:
        """Raise the prices of some, or let them fall."""
        self._touched.update(mentees)
        for y in mentees:
            if self._known[y] == _NOT_MET:
                self._known[y] = self._turns
                self._meet(y)
            self._prices[y] += by
        if not mentors:
            for y in mentees:
                self._catch_up(y)
            return
        self._turns += 1
        priced: dict[int, int] = {}
        for price, there in self._priced.items():
            if turned := there & mentors:
                priced[price + by] = priced.get(price + by, 0) | turned
            if stayed := there & ~mentors:
                priced[price] = priced.get(price, 0) | stayed
        self._priced = priced

    def _catch_up(self, y: int) -> None:
        """See anew whom a mentee can have at no cost: whose price is higher by what they cost."""
        if self._known[y] == _NOT_MET:
            if not self._turns and not self._is_alone and self._due[y] > self._level:
                if self._since[y] < len(self._stay):
                    self._strike_late(y)
                return
            self._meet(y)
        self._known[y] = self._turns
        price = self._prices[y]
        there = self._cheap[y] & self._priced.get(price, 0)
        if dear := self._dear[y]:
            there |= dear & self._priced.get(price - self._costs[y], 0)
        self.free[y] = there & ~(1 << self.mate[y])

    def close(self) -> None:
        """Strike out whatever costs something."""
        if self._is_alone:
            for y, known in enumerate(self._known):
                if known < self._turns:
                    self._catch_up(y)
        else:
            self._strike_dear()
            if self._turns:
                self._strike_all_but(self._priced[0])
        self._known = [0] * len(self.mate)
        self._priced = {0: -1}
        self._touched.clear()
        self._turns = 0

    def _strike_dear(self) -> None:
        """Leave to those who were touched what costs nothing."""
        cheap, dear, prices, priced = self._cheap, self._dear, self._prices, self._priced
        free, mate = self.free, self.mate
        for y in self._touched:
            price = prices[y]
            there = cheap[y] & priced.get(price, 0)
            if dear[y]:
                there |= dear[y] & priced.get(price - 1, 0)
            free[y] = there & ~(1 << mate[y])

    def _strike_all_but(self, mentors: int) -> None:
        """Leave only some mentors to who was not touched; that is done when they are met."""
        self._stay = [*(stay & mentors for stay in self._stay), mentors]
        for y in self._touched:
            self._since[y] = len(self._stay)
        if len(self._stay) == _PUT_OFF:
            self._strike_out()

    def _strike_out(self) -> None:
        """Strike out what was put off."""
        stay, free, since = [*self._stay, -1], self.free[:], self._since
        for y in self._live:
            free[y] &= stay[since[y]]
        self.free, self._live = free, [y for y in self._live if free[y]]
        self._since = [0] * len(self.mate)
        self._stay = []
