"""All plans that are still equally good, and walks among them.

A mentee is a number, a mentor too; a set of mentors is a whole number with a bit for each, so that
hundreds of pairs are looked at in one step. Whoever is left over is paired with nobody, who stands
after the last mentor. What costs something is kept out of the walks until prices have risen as far;
`close` strikes it out for good (of the optimal solutions of a linear programme, those of another
objective are a face; what its prices say costs something is in none of them).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate
from operator import and_
from typing import Final

from revmentor_desktop.matching.level_lines import LEFT, Level, Line, Rise
from revmentor_desktop.matching.sets_of_people import bits, together

_NOBODY: Final = -1
"""Before those with whom a walk begins, and those who leave a place for the one too many, comes
nobody."""

_NEVER: Final = 1 << 40
"""More than any value of a line: there is nothing left that becomes due at some level."""

_NOT_MET: Final = -1
"""Nobody has yet looked where a mentee can move to at this level."""


_PUT_OFF: Final = 16
"""So many levels' worth of what is to be struck out is put off at most."""


class Plans:
    """One plan in `mate`, and what can be had instead of it.

    `room` says how many partners each mentor can take, `mate` whom each mentee has at first: a
    mentor, or the number after the last for nobody. `free` holds for each mentee to whom they may
    move at no cost, `pending` what pairs will cost that do not yet cost anything, `first` what it
    costs that a mentor has no partner.
    """

    def __init__(self, room: Sequence[int], mate: Sequence[int]) -> None:
        self.left = len(room)
        self.mate = list(mate)
        self.free = [0] * len(mate)
        self.pending: dict[int, int] = {}
        self.changed: set[int] = set()
        self.rises: list[Rise] = []
        self.first = [0] * (self.left + 1)
        self.most = [*room, len(mate) + 1]
        self.least = [0] * (self.left + 1)
        self.partners: list[set[int]] = [set() for _ in self.most]
        for y, x in enumerate(mate):
            self.partners[x].add(y)
        self.count = [len(mine) for mine in self.partners]
        self._lines: Sequence[Line] = ()
        self._ends: list[int] = []
        self._due: list[int] = []
        self._level = LEFT
        self._is_alone, self._costs = False, [1] * len(mate)
        self._cheap = [0] * len(mate)
        self._dear = [0] * len(mate)
        self._prices = [0] * len(mate)
        self._priced = {0: -1}
        self._raised: set[int] = set()
        self._risen = 0
        self._known = [0] * len(mate)
        self._struck, self._since = list[int](), [0] * len(mate)
        self._shift = [0] * (self.left + 1)
        self._loose = together(x for x, most in enumerate(self.most) if most)
        self._shifted = 0
        self._spare = self._can_shed = 0
        self._walked: list[int] = []
        self._seen = 0
        self._from: dict[int, int] = {}
        self._through_nobody = False
        self._absorbs: int | None = None
        self.measure(range(self.left + 1))

    def measure(self, mentors: Iterable[int]) -> None:
        """See anew which mentors can take one more, or have one less, at no cost."""
        for x in mentors:
            bit, count, shift = 1 << x, self.count[x], self._shift[x]
            if count < self.most[x] and shift == (0 if count else -self.first[x]):
                self._spare |= bit
            else:
                self._spare &= ~bit
            if count > self.least[x] and shift == (-self.first[x] if count == 1 else 0):
                self._can_shed |= bit
            else:
                self._can_shed &= ~bit

    # ------------------------------------------------------------------------------- levels
    def begin_lines(self, lines: Sequence[Line]) -> None:
        """Take the levels that follow from some lines."""
        self._lines, self._ends, self._costs = lines, [0] * len(lines), [1] * len(lines)
        self._due = [line.values[0] if line.values else _NEVER for line in lines]

    def open(self, level: int) -> None:
        """Go up to a level: what is below it is struck out, and a pair that stands there costs 1.

        That is done for each mentee when a walk first meets them.
        """
        self._level = level
        self._is_alone = False
        self._known = [_NOT_MET] * len(self.mate)
        self._prices = [0] * len(self.mate)

    def stand(self, lines: Sequence[Line], ends: list[int], free: list[int], level: int) -> None:
        """Go to a level of which it is known what is free there."""
        self.begin_lines(lines)
        self._ends, self.free = ends, free
        self.open(level)

    def charge(self, costs: Sequence[int]) -> None:
        """Let it cost each mentee so much to be paired with nobody."""
        self._is_alone = True
        self._costs = list(costs)
        self._known = [_NOT_MET] * len(self.mate)
        self._prices = [0] * len(self.mate)

    def end_lines(self) -> None:
        """Strike out whatever is above the last level: in none of the plans is anybody there."""
        self._strike_out()
        for y, (line, end) in enumerate(zip(self._lines, self._ends, strict=True)):
            if 2 * end > len(line.order):
                self.free[y] &= ~together(line.order[end:])
            else:
                self.free[y] &= ~line.bits | together(line.order[:end])
        self._lines = ()

    def level(self, value: int) -> Level:
        """Return how things stand after a level was closed."""
        self._strike_out()
        return Level(
            value,
            self.free[:],
            self._ends[:],
            self.mate[:],
            self._loose,
            len(self.rises),
        )

    def _meet(self, y: int) -> None:
        """Tell apart what costs nothing and what does, the mentee’s own pair among it."""
        mate, free = self.mate[y], self.free[y]
        if (since := self._since[y]) < len(self._struck):
            for stay in self._struck[since:]:
                free &= stay
            self._since[y] = len(self._struck)
        if not self._is_alone and self._due[y] > self._level:
            self._cheap[y], self._dear[y] = free | 1 << mate, 0
            return
        if self._is_alone:
            there, dear = free | 1 << mate, 1 << self.left
            self._cheap[y], self._dear[y] = there & ~dear, there & dear
            return
        line, start = self._lines[y], self._ends[y]
        values, order = line.values, line.order
        end = bisect_left(values, self._level, start)
        if start == 0 and 2 * end > len(order):
            free &= ~line.bits | together(order[end:])
        elif end > start:
            free &= ~together(order[start:end])
        after, there = bisect_right(values, self._level, end), free | 1 << mate
        self._ends[y] = after
        self._due[y] = values[after] if after < len(values) else _NEVER
        self._dear[y] = dear = there & together(order[end:after]) if after > end else 0
        self._cheap[y] = there & ~dear

    # -------------------------------------------------------------------------------- moves
    def can_place(self, y: int) -> bool:
        """Tell whether there is a place for somebody who has none."""
        return self._walk([y], self._spare) is not None

    def place(self, y: int, dead: int = 0) -> int:
        """Find a place for somebody who has none, if there is one.

        Returns which mentors can give none. `dead` are those known for that.
        """
        end = self._walk([y], self._spare, dead)
        if end is None:
            return self._seen
        self.count[self.left] -= 1
        self.partners[self.left].remove(y)
        self._go(end, y)
        return dead

    def moves(self, y: int) -> bool:
        """Make a pair that is pending cost 1 more, or move the mentee; tell which."""
        x, cost = self.mate[y], self.pending.pop(y)
        self.count[x] -= 1
        self.partners[x].remove(y)
        can_shed = self.count[x] >= self.least[x] and self._shift[x] == (
            0 if self.count[x] else -self.first[x]
        )
        end = self._walk([y], 1 << x | (self._spare if can_shed else 0))
        if end is None:
            self.count[x] += 1
            self.partners[x].add(y)
            if cost > 1:
                self.pending[y] = cost - 1
            return False
        self._go(end, y)
        self.measure((x,))
        return True

    def want(self, x: int, cost: int) -> None:
        """Let it cost so much that a mentor has no partner, and give them one if that is right."""
        for now in range(1, cost + 1):
            if self.count[x]:
                break
            self.first[x] = now
            if self._shift[x] > -now and self.count[x] < self.most[x]:
                if self._fills(x):
                    break
                self.rise(0)
        self.first[x] = cost
        self.measure((x,))

    def _fills(self, x: int) -> bool:
        can_shed = list(bits(self._can_shed))
        start = [y for other in can_shed for y in self.partners[other]]
        end = self._walk(start, 1 << x, self._can_shed)
        self._through_nobody = True
        if end is None:
            return False
        self._absorbs = None
        self._go(end, None)
        return True

    def _walk(self, start: Collection[int], ends: int, seen: int = 0) -> int | None:
        """Go from mentees without a place until a mentor of `ends` is met; return that one.

        Whom somebody can have is looked at one by one, so that in a crowd the way is found early.
        """
        come: dict[int, int] = {}
        walked: list[int] = []
        self._from, self._walked, self._absorbs, self._through_nobody = come, walked, None, False
        partners, free = [*self.partners, start], self.free
        known, risen = self._known, self._risen
        ahead = [(_NOBODY, 1 << self.left + 1)]
        for before, met in ahead:
            there = met
            while there:
                bit = there & -there
                there ^= bit
                x = bit.bit_length() - 1
                if before != _NOBODY:
                    come[x] = before
                for y in partners[x]:
                    walked.append(y)
                    if known[y] < risen:
                        self._catch_up(y)
                    new = free[y] & ~seen
                    if not new:
                        continue
                    if hit := new & ends:
                        end = (hit & -hit).bit_length() - 1
                        come[end] = y
                        return end
                    seen |= new
                    ahead.append((y, new))
                    if new & self._spare and not self._through_nobody:
                        self._absorbs = (new & self._spare).bit_length() - 1
                        come[self._absorbs] = y
                        self._through_nobody = True
                        ahead.append((_NOBODY, self._can_shed & ~seen))
                        seen |= self._can_shed
        self._seen = seen
        return None

    def _go(self, end: int, start: int | None) -> None:
        """Take the way that a walk has found."""
        x, touched = end, {end}
        self.count[x] += 1
        while True:
            y = self._from[x]
            old = self.mate[y]
            self.mate[y] = x
            self.changed.add(y)
            self.partners[x].add(y)
            self.free[y] &= ~(1 << x)
            if y == start:
                break
            self.partners[old].remove(y)
            if not self.pending.pop(y, 0):
                self.free[y] |= 1 << old
            if old in self._from:
                x = old
                continue
            self.count[old] -= 1
            touched.add(old)
            if self._absorbs is None:
                break
            x = self._absorbs
            self.count[x] += 1
            touched.add(x)
        self.measure(touched)

    # ------------------------------------------------------------------------------- prices
    def rise(self, level: int) -> None:
        """Raise the prices of all whom the last walk met by one; that costs a pair of `level`."""
        seen, walked = self._seen, set(self._walked)
        self.rises.append(Rise(level, tuple(walked), seen, self._through_nobody))
        self._risen += 1
        self._raised |= walked
        for y in walked:
            self._prices[y] += 1
        priced: dict[int, int] = {}
        for price, mentors in self._priced.items():
            if mentors & seen:
                priced[price + 1] = priced.get(price + 1, 0) | mentors & seen
            if mentors & ~seen:
                priced[price] = priced.get(price, 0) | mentors & ~seen
        self._priced = priced
        moved, by = self._loose & seen, 1
        if self._through_nobody:
            moved, by = self._loose & ~seen, -1
        self._shifted |= moved
        for x in bits(moved):
            self._shift[x] += by
        self.measure(bits(moved))

    def _catch_up(self, y: int) -> None:
        """See anew whom a mentee can have at no cost: whose price is higher by what they cost."""
        if self._known[y] == _NOT_MET:
            self._meet(y)
        self._known[y] = self._risen
        price = self._prices[y]
        there = self._cheap[y] & self._priced.get(price, 0)
        if dear := self._dear[y]:
            there |= dear & self._priced.get(price - self._costs[y], 0)
        self.free[y] = there & ~(1 << self.mate[y])

    def close(self) -> None:
        """Strike out whatever costs something."""
        if not self._is_alone and self._risen:
            self._strike_dear()
            self._strike_all_but(self._priced[0])
        elif self._is_alone:
            for y, known in enumerate(self._known):
                if known < self._risen:
                    self._catch_up(y)
        self._known = [0] * len(self.mate)
        self._priced = {0: -1}
        self._raised.clear()
        self._risen = 0
        self._fix_counts(self._loose & (-1 if self._is_alone else self._shifted))
        self._shifted = 0

    def _fix_counts(self, mentors: int) -> None:
        """Leave open only how many partners mentors can have at no cost."""
        shifted = [x for x in bits(mentors) if self._shift[x] or self.first[x]]
        for x in shifted:
            shift, first, count = self._shift[x], self.first[x], self.count[x]
            if shift == -first:
                self.most[x] = min(self.most[x], 1)
            elif shift == 0:
                self.least[x] = max(self.least[x], 1)
            else:
                self.most[x] = self.least[x] = count
            if self.least[x] == self.most[x]:
                self._loose ^= 1 << x
            self._shift[x] = self.first[x] = 0
        self.measure(shifted)

    def _strike_dear(self) -> None:
        """Leave to those whose price rose what costs nothing."""
        cheap, dear, prices, priced = self._cheap, self._dear, self._prices, self._priced
        free, mate = self.free, self.mate
        for y in self._raised:
            price = prices[y]
            there = cheap[y] & priced.get(price, 0) | dear[y] & priced.get(price - 1, 0)
            free[y] = there & ~(1 << mate[y])

    def _strike_all_but(self, mentors: int) -> None:
        """Leave only some mentors to whose price did not rise; that is done when they are met."""
        self._struck.append(mentors)
        for y in self._raised:
            self._since[y] = len(self._struck)
        if len(self._struck) == _PUT_OFF:
            self._strike_out()

    def _strike_out(self) -> None:
        """Strike out what was put off."""
        stay = [*accumulate(reversed(self._struck), and_, initial=-1)]
        both = zip(self.free, self._since, strict=True)
        self.free = [free & stay[-1 - since] for free, since in both]
        self._since = [0] * len(self.mate)
        self._struck = []
