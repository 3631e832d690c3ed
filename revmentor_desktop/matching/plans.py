"""All plans that are still equally good, and walks among them.

Whoever is left over is paired with nobody, who stands after the last mentor. A walk goes from who
looks for a place to all whom that could reach, or back from a place to all who could come to it.
Where a pair cannot be avoided, either of these sets proves it, and the smaller one is soon found:
so both are looked for in turn, a little further each time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from revmentor_desktop.matching.faces import Face
from revmentor_desktop.matching.level_lines import Level, Rise
from revmentor_desktop.matching.sets_of_people import bits, together

_NOBODY: Final = -1
"""Before those with whom a walk begins, and those who leave a place for the one too many, comes
nobody."""

_ALL: Final = 1 << 30
_FEW_AND_MORE: Final = (8, 64, _ALL)
"""How many mentees are met on a walk before it is tried from its other end."""

_DEARER: Final = 4
"""To go back takes so many times as long for each."""


class Plans(Face):
    """One plan in `mate`, and what can be had instead of it.

    `room` says how many partners each mentor can take, `mate` whom each mentee has at first: a
    mentor, or the number after the last for nobody. `pending` says what pairs will cost that do
    not yet cost anything, `first` what it costs that a mentor has no partner. `hopes` are values
    of levels from low to high, above which whoever moves had better stand at once.
    """

    def __init__(self, room: Sequence[int], mate: Sequence[int]) -> None:
        super().__init__(mate, len(room))
        self.pending: dict[int, int] = {}
        self.changed: set[int] = set()
        self.rises: list[Rise] = []
        self.hopes: Sequence[int] = ()
        self.first = [0] * (self.left + 1)
        self.most = [*room, len(mate) + 1]
        self.least = [0] * (self.left + 1)
        self.partners: list[set[int]] = [set() for _ in self.most]
        for y, x in enumerate(mate):
            self.partners[x].add(y)
        self.count = [len(mine) for mine in self.partners]
        self._shift = [0] * (self.left + 1)
        self._loose = together(x for x, most in enumerate(self.most) if most)
        self._shifted = 0
        self._spare = self._can_shed = 0
        self._walked: list[int] = []
        self._seen = 0
        self._from: dict[int, int] = {}
        self._through_nobody = False
        self._absorbs: int | None = None
        self._by = 1
        self._is_cut_short, self._was_stuck = False, True
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

    def level(self, value: int) -> Level:
        """Return how things stand after a level was closed."""
        self._strike_out()
        return Level(
            value,
            tuple(self.free),
            tuple(self._ends),
            tuple(self.mate),
            self._loose,
            len(self.rises),
        )

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
        end = self._way(y, x)
        if end is None:
            if cost > 1:
                self.pending[y] = cost - 1
            return False
        self._go(end, y)
        self.measure((x,))
        return True

    def _way(self, y: int, x: int) -> int | None:
        """Find a way for a mentee who is taken from a mentor; without one they stay there."""
        if not self.has_choice(y):
            self._walked, self._seen, self._through_nobody, self._by = [y], 0, False, 1
            return None
        self.count[x] -= 1
        self.partners[x].remove(y)
        can_shed = self.count[x] >= self.least[x] and self._shift[x] == (
            0 if self.count[x] else -self.first[x]
        )
        ends = 1 << x | (self._spare if can_shed else 0)
        end = self._from_both_ends(y, x, ends)
        if end is not None:
            end = self._higher(y, ends, end)
        else:
            self.count[x] += 1
            self.partners[x].add(y)
        return end

    def _from_both_ends(self, y: int, x: int, ends: int) -> int | None:
        """Walk from a mentee, and back from a mentor while such walks mostly prove something."""
        few = _FEW_AND_MORE[0]
        for most in _FEW_AND_MORE if self._was_stuck else (few, _ALL):
            end = self._walk([y], ends, most=most)
            if end is None and self._is_cut_short and self._was_stuck:
                end = self._walk_back(y, x, most // _DEARER)
            if end is not None or not self._is_cut_short:
                break
        if len(self._walked) > few:
            self._was_stuck = end is None
        return end

    def _higher(self, start: int, ends: int, found: int) -> int:
        """Find a way on which all stand higher than soon enough all will; else keep the one found.

        Who comes to stand low would have to move again, one level after the other.
        """
        place = bisect_right(self.hopes, self._level)
        if self._is_alone or place >= len(self.hopes):
            return found
        lowest, lines = self.hopes[place], self._lines
        come: dict[int, int] = {}
        ahead, seen = [start], 0
        for y in ahead:
            if self._known[y] < self._turns:
                self._catch_up(y)
            line = lines[y]
            new = self.free[y] & line.above(bisect_right(line.values, lowest)) & ~seen
            if hit := new & ends:
                end = (hit & -hit).bit_length() - 1
                come[end] = y
                self._from, self._absorbs = come, None
                return end
            seen |= new
            for x in bits(new):
                come[x] = y
                ahead += self.partners[x]
        return found

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

    def _walk(
        self, start: Collection[int], ends: int, seen: int = 0, most: int = _ALL
    ) -> int | None:
        """Go from mentees without a place until a mentor of `ends` is met; return that one.

        Whom somebody can have is looked at one by one, so that in a crowd the way is found early.
        It is cut short when more than `most` mentees were met.
        """
        self._by, self._is_cut_short = 1, False
        come: dict[int, int] = {}
        walked: list[int] = []
        self._from, self._walked, self._absorbs, self._through_nobody = come, walked, None, False
        partners, free = [*self.partners, start], self.free
        known, turns = self._known, self._turns
        ahead = [(_NOBODY, 1 << self.left + 1)]
        for before, met in ahead:
            there = met
            while there:
                bit = there & -there
                there ^= bit
                x = bit.bit_length() - 1
                if before != _NOBODY:
                    come[x] = before
                if len(walked) > most:
                    self._is_cut_short = True
                    return None
                for y in partners[x]:
                    walked.append(y)
                    if known[y] < turns:
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

    def _walk_back(self, start: int, x: int, most: int) -> int | None:
        """Go back from a mentor to all who could come there, until a mentee is met.

        That is the one who was just taken from the mentor; the way is told as if they had walked.
        It is cut short when more than `most` mentees were met.
        """
        free, could, known, turns = self.free, self._could, self._known, self._turns
        steps: dict[int, tuple[int, int]] = {}
        touched: list[int] = []
        ahead, seen, sheds = [x], 1 << x, _NOBODY
        for to in ahead:
            bit = 1 << to
            if sheds == _NOBODY and self._can_shed & bit:
                sheds = to
                ahead += bits(self._spare & ~seen)
                seen |= self._spare
            for y in self._who_could_come(to):
                before = self.mate[y]
                if seen >> before & 1 and y != start:
                    continue
                if (most := most - 1) < 0:
                    return None
                if known[y] < turns:
                    self._catch_up(y)
                if not free[y] & bit:
                    if could[y] & bit:
                        touched.append(y)
                elif y == start:
                    steps[_NOBODY] = (y, to)
                    return self._way_on(steps, x, sheds)
                else:
                    steps[before] = (y, to)
                    seen |= 1 << before
                    ahead.append(before)
        self._by, self._is_cut_short = -1, False
        self._seen, self._through_nobody = seen, sheds != _NOBODY
        self._walked = [y for z in ahead for y in self.partners[z]]
        self._touched.update(touched)
        return None

    def _way_on(self, steps: dict[int, tuple[int, int]], x: int, sheds: int) -> int:
        """Tell the way to a mentor as if it had been walked from its beginning; return its end."""
        self._from, self._absorbs = {}, None
        at = _NOBODY
        while at != x:
            if at not in steps:
                if sheds == x:
                    return at
                self._absorbs, at = at, sheds
            y, at = steps[at]
            self._from[at] = y
        return x

    def _who_could_come(self, x: int) -> Iterator[int]:
        """Yield who can perhaps still move to a mentor.

        Whoever once could not never can again, so the list that is kept gets shorter each time
        that all of it is asked for.
        """
        could, bit, found = self._could, 1 << x, list[int]()
        lines, due, level = self._lines, self._due, self._level
        for y in self._comers.get(x, self._live):
            if could[y] & bit:
                found.append(y)
                if self._is_alone or not due[y] <= lines[y].column[x] < level:
                    yield y
        self._comers[x] = [*found, *(y for y in self.partners[x] if not could[y] & bit)]

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

    def rise(self, level: int) -> None:
        """Turn the prices of all whom the last walk met by one; that costs a pair of `level`."""
        seen, walked, by = self._seen, set(self._walked), self._by
        self.rises.append(Rise(level, tuple(walked), seen, self._through_nobody, by))
        self._turn(walked, seen, by)
        if not seen and not self._through_nobody:
            return
        moved = self._loose & seen
        if self._through_nobody:
            moved, by = self._loose & ~seen, -by
        self._shifted |= moved
        for x in bits(moved):
            self._shift[x] += by
        self.measure(bits(moved))

    def close(self) -> None:
        """Strike out whatever costs something."""
        super().close()
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
