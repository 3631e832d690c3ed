"""The cheapest ways for a place from one mentor to others, told apart stage by stage.

In each stage: Dijkstra, where whom it reaches at no further cost comes along at once, by sets of
bits. What a stage finds to be as cheap as can be is all that the next one looks at.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from typing import Final

from revmentor_desktop.matching.lowest_stages import Known, Stage, Weights, are_few
from revmentor_desktop.matching.sets_of_people import bits, together

_NO_MENTEE: Final = -1
"""Who moves where a place begins or ends."""

Step = tuple[int, int]
"""A mentee and whom they move to."""

Key = tuple[int, ...]
"""What something costs, stage by stage."""


class Ways(ABC):
    """What is still as cheap as can be after some stages, between a mentor and others.

    `moves` are sets of who can move to whom at no cost, `_dear` steps that cost something and are
    worth it. Mentors of `_spare` can take one more at no cost, those of `_shed` have one less.
    `_keys` say what each place that is reached costs.
    """

    def __init__(self, known: Known, start: int, moves: list[int]) -> None:
        self._known = known
        self._start = start
        self._moves = moves
        self._spare = self._shed = 0
        for x, (mine, room) in enumerate(zip(known.partners, known.room, strict=True)):
            self._spare |= (len(mine) < room) << x
            self._shed |= bool(mine) << x
        self._dear: dict[int, list[tuple[int, int]]] = {}
        self._keys: dict[int, Key] = dict.fromkeys(range(known.nobody + 1), ())
        self._steps: dict[int, tuple[int, int]] = {}

    # ------------------------------------------------------------------------------- all stages
    def best(self, pairs: Iterable[Step], k: int) -> list[tuple[Key, Step]]:
        """Return the k pairs that cost least, with all that cost as much as the last of them."""
        found: list[tuple[Key, Step]] = [((), pair) for pair in pairs]
        for stage in self._known.stages:
            self._begin(stage, [pair for _, pair in found])
            found = self._told_apart(found, k)
            self._leave()
        return found

    def way(self, pair: Step) -> dict[int, int]:
        """Return who moves to whom on the cheapest way to a pair."""
        moves = dict([pair])
        place = self._end(pair)
        while place != self._start:
            before, y = self._steps[place]
            if y != _NO_MENTEE:
                moves[y] = self._turned(before, place)[1]
            place = before
        return moves

    # -------------------------------------------------------------------------------- one stage
    def _begin(self, stage: Stage, pairs: Sequence[Step]) -> None:
        free = self._free_in(stage)
        self._free = [moves & there for moves, there in zip(self._moves, free, strict=True)]
        self._costly = [moves & ~there for moves, there in zip(self._moves, free, strict=True)]
        self._spare_free, self._shed_free = self._spare & stage.loose, self._shed & stage.loose
        self._stage, self._pairs = stage, pairs
        self._weighed: Weights | None = None
        self._cost = {self._start: 0}
        self._steps = {}
        self._tight: dict[int, list[tuple[int, int]]] = {}
        self._heap = [(self._keys[self._start], 0, self._start)]
        self._done = 0
        self._most: Key | None = None

    @property
    def _weights(self) -> Weights:
        """What everything costs in the stage; often nobody asks."""
        if self._weighed is None:
            within = self._scores() if are_few(self._moves) else None
            self._weighed = Weights(self._stage, within)
        return self._weighed

    def _scores(self) -> Counter[int]:
        """Count the scores of all pairs that may come into it."""
        columns = self._known.lines
        found = Counter(columns[y].column[x] for y, x in self._pairs)
        found.update(columns[y].column[x] for y, x in enumerate(self._known.mate))
        found.update(columns[y].column[x] for y, x in self._open_steps())
        for before, steps in self._dear.items():
            found.update(
                columns[y].column[self._turned(before, place)[1]]
                for place, y in steps
                if y != _NO_MENTEE
            )
        return found

    def _told_apart(self, pairs: Sequence[tuple[Key, Step]], k: int) -> list[tuple[Key, Step]]:
        """Return those of some pairs that are as cheap as can be by this stage too."""
        at: dict[int, list[tuple[Key, Step]]] = {}
        for key, pair in pairs:
            at.setdefault(self._end(pair), []).append((key, pair))
        found: list[tuple[Key, Step]] = []
        for cost, place in self._settled():
            for key, pair in at.get(place, ()):
                if not self._is_hopeless((*key, cost), pair):
                    insort(found, ((*key, cost + self._cost_with(pair)), pair))
                if len(found) >= k:
                    self._most = found[k - 1][0]
        return [each for each in found if self._most is None or each[0] <= self._most]

    def _cost_with(self, pair: Step) -> int:
        """Return what a pair itself costs in the stage."""
        y, x = pair
        return 0 if self._stage.free[y] >> x & 1 else self._weights.cost(y, x)

    def _is_hopeless(self, least: Key, pair: Step) -> bool:
        """Whether a pair costs more than enough others, by what it costs to get there."""
        y, x = pair
        was_free = not any(least[:-1]) and not self._stage.free[y] >> x & 1
        return was_free and self._is_enough(least)

    def _is_enough(self, least: Key) -> bool:
        """Whether there are enough others already to leave out what costs more than `least`."""
        return self._most is not None and least >= self._most

    def _settled(self) -> Iterator[tuple[int, int]]:
        """Yield what it costs to reach each place, the cheapest first."""
        while self._heap:
            key, cost, place = heappop(self._heap)
            if self._done >> place & 1:
                continue
            if self._most is not None and (*key, cost) > self._most:
                return
            self._done |= 1 << place
            batch = [place]
            for each in batch:
                batch += self._joining(each, cost)
            for each in batch:
                yield cost, each
            if self._is_enough((*key, cost)):
                continue
            for each in batch:
                self._look(each, cost)
                for other, y in self._dear.get(each, ()):
                    self._offer(cost + self._cost_of(each, other, y), other, each, y)

    def _join(self, place: int, cost: int, before: int, y: int) -> None:
        """Note that a place is reached at no further cost."""
        self._done |= 1 << place
        if self._cost.get(place) != cost:
            self._cost[place] = cost
            self._tight[place] = []
        self._steps[place] = (before, y)

    def _offer(self, cost: int, place: int, before: int, y: int) -> None:
        known = self._cost.get(place)
        if known is not None and cost > known:
            return
        key = self._keys.get(place)
        if key is None or (self._most is not None and (*key, cost) > self._most):
            return
        if cost == known:
            self._tight[place].append((before, y))
            return
        self._cost[place] = cost
        self._steps[place] = (before, y)
        self._tight[place] = [(before, y)]
        heappush(self._heap, (key, cost, place))

    def _cost_of(self, before: int, place: int, y: int) -> int:
        """Return what it costs to go from one place to another."""
        here, there = self._turned(before, place)
        if y != _NO_MENTEE:
            return self._weights.cost(y, there)
        prices = self._weights.of_mentors
        return -prices[here] if there == self._known.nobody else prices[there]

    def _leave(self) -> None:
        """Go on with only what is as cheap as can be."""
        alike = dict[Key, int]()
        keys = {place: (*self._keys[place], self._cost[place]) for place in bits(self._done)}
        for place, key in keys.items():
            alike[key] = alike.get(key, 0) | 1 << place
        self._keep({place: alike[key] for place, key in keys.items()})
        with_nobody = alike.get(keys.get(self._known.nobody, (-1,)), 0)
        self._spare, self._shed = self._spare_free & with_nobody, self._shed_free & with_nobody
        self._dear = {}
        for place in keys:
            for before, y in self._tight.get(place, ()):
                self._dear.setdefault(before, []).append((place, y))
        self._keys = keys

    # ------------------------------------------------------------------------ in either direction
    @abstractmethod
    def _turned(self, before: int, place: int) -> tuple[int, int]:
        """Return where a step leads from and to, of which the search meets one first."""

    @abstractmethod
    def _end(self, pair: Step) -> int:
        """Return between which mentor and the start a way closes the circle with a pair."""

    @abstractmethod
    def _free_in(self, stage: Stage) -> list[int]:
        """Return what of the moves costs nothing in a stage."""

    @abstractmethod
    def _open_steps(self) -> Iterator[Step]:
        """Yield all that can be moved."""

    @abstractmethod
    def _joining(self, place: int, cost: int) -> Iterator[int]:
        """Yield what is reached from a place at no further cost."""

    @abstractmethod
    def _look(self, place: int, cost: int) -> None:
        """Offer what is reached from a place at some cost."""

    @abstractmethod
    def _keep(self, among: dict[int, int]) -> None:
        """Keep the free moves among the places that cost as much as each other."""


class WaysFrom(Ways):
    """Ways of a place that a mentor has one too many of."""

    def __init__(self, known: Known, start: int) -> None:
        super().__init__(known, start, known.all_moves)

    def _turned(self, before: int, place: int) -> tuple[int, int]:
        return before, place

    def _end(self, pair: Step) -> int:
        return self._known.mate[pair[0]]

    def _free_in(self, stage: Stage) -> list[int]:
        return stage.free

    def _open_steps(self) -> Iterator[Step]:
        for y, moves in enumerate(self._moves):
            yield from ((y, x) for x in bits(moves))

    def _joining(self, place: int, cost: int) -> Iterator[int]:
        nobody = self._known.nobody
        if place == nobody:
            for x in bits(self._shed_free & ~self._done):
                self._join(x, cost, place, _NO_MENTEE)
                yield x
            return
        for y in self._known.partners[place]:
            for x in bits(self._free[y] & ~self._done):
                self._join(x, cost, place, y)
                yield x
        if self._spare_free >> place & 1 and not self._done >> nobody & 1:
            self._join(nobody, cost, place, _NO_MENTEE)
            yield nobody

    def _look(self, place: int, cost: int) -> None:
        weights, nobody = self._weights, self._known.nobody
        prices, weighs = weights.of_mentors, weights.of_levels
        if place == nobody:
            for x in bits(self._shed & ~self._shed_free & ~self._done):
                self._offer(cost + prices[x], x, place, _NO_MENTEE)
            return
        for y in self._known.partners[place]:
            base, column = cost + weights.of_mentees[y], weights.columns[y]
            for x in bits(self._costly[y] & ~self._done):
                self._offer(base + prices[x] + weighs.get(column[x], 0), x, place, y)
        if (self._spare & ~self._spare_free) >> place & 1:
            self._offer(cost - prices[place], nobody, place, _NO_MENTEE)

    def _keep(self, among: dict[int, int]) -> None:
        mates = zip(self._free, self._known.mate, strict=True)
        self._moves = [free & among.get(x, 0) for free, x in mates]


class WaysTo(Ways):
    """Ways of a place to a mentor who has one too few of them, as a mentee went."""

    def __init__(self, known: Known, mentee: int) -> None:
        comers = [there & ~(1 << mentee) for there in known.all_comers]
        super().__init__(known, known.mate[mentee], comers)
        self._of_mentors = [together(mine) for mine in known.partners]
        self._gone = 0

    def _begin(self, stage: Stage, pairs: Sequence[Step]) -> None:
        super()._begin(stage, pairs)
        self._gone = 0

    def _turned(self, before: int, place: int) -> tuple[int, int]:
        return place, before

    def _end(self, pair: Step) -> int:
        return pair[1]

    def _free_in(self, stage: Stage) -> list[int]:
        return stage.free_comers

    def _open_steps(self) -> Iterator[Step]:
        for x, comers in enumerate(self._moves):
            yield from ((y, x) for y in bits(comers))

    def _joining(self, place: int, cost: int) -> Iterator[int]:
        mate, nobody = self._known.mate, self._known.nobody
        if place == nobody:
            for x in bits(self._spare_free & ~self._done):
                self._join(x, cost, place, _NO_MENTEE)
                yield x
            return
        self._gone |= self._of_mentors[place]
        for y in bits(self._free[place] & ~self._gone):
            x = mate[y]
            if not self._done >> x & 1:
                self._join(x, cost, place, y)
                yield x
        if self._shed_free >> place & 1 and not self._done >> nobody & 1:
            self._join(nobody, cost, place, _NO_MENTEE)
            yield nobody

    def _look(self, place: int, cost: int) -> None:
        weights, mate, nobody = self._weights, self._known.mate, self._known.nobody
        prices, weighs = weights.of_mentors, weights.of_levels
        if place == nobody:
            for x in bits(self._spare & ~self._spare_free & ~self._done):
                self._offer(cost - prices[x], x, place, _NO_MENTEE)
            return
        base = cost + prices[place]
        for y in bits(self._costly[place] & ~self._gone):
            weight = weighs.get(weights.columns[y][place], 0)
            self._offer(base + weights.of_mentees[y] + weight, mate[y], place, y)
        if (self._shed & ~self._shed_free) >> place & 1:
            self._offer(cost + prices[place], nobody, place, _NO_MENTEE)

    def _keep(self, among: dict[int, int]) -> None:
        mentees = {each: self._mentees(each) for each in set(among.values())}
        both = enumerate(self._free)
        self._moves = [free & mentees.get(among.get(x, 0), 0) for x, free in both]

    def _mentees(self, mentors: int) -> int:
        """Return all who have one of some mentors."""
        found = 0
        for x in bits(mentors & ~(1 << self._known.nobody)):
            found |= self._of_mentors[x]
        return found
