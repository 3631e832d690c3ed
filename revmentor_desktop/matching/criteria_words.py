"""Criteria that compare lists of words: what is offered and wished for, what is in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from revmentor_desktop.domain.field_values import OwnValues
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.text import fold
from revmentor_desktop.matching.criteria import (
    DROPPED,
    FULL,
    Criterion,
    Missing,
    known,
    rounded,
    withholds,
)

WISH_WORTH: Final = (80, 60, 45, 35, 25)
"""What meeting a leader's first wish, second wish … is worth, in per cent of what is still lacking.

The fifth stands for all that follow. Each wish that is met fills its share of what the others left,
and the whole is measured against all wishes met: of three wishes the first alone gives 84 points,
the second alone 63, the third alone 47, the first two 96, all three 100. So the first counts most,
each more helps, and a leader who names many wishes is not worse off than one who names a single
one. Practice calls the stated wish the main consideration; the figures are ours.
"""
UNORDERED_WORTH: Final = (60,)
"""The same for wishes that stand in no order."""

SHARED_INTERESTS: Final = (0, 60, 85, 100)
"""Points for none, one, two, three or more in common. Naming more never takes points away."""
SHARED_TIMES: Final = (0, 50, 80, 100)
"""Points for so many half days that suit both: with one alone, a cancellation costs a meeting."""

_KNOWN: Final = 1
"""The bit that every list has in which something is said: two lists may share nothing else."""


class Vocabulary:
    """Gives each word a bit, so that lists of words are compared as whole numbers."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        # A number is handed out once, whichever thread asks.
        self._numbers = count(1)

    def bit(self, word: str) -> int:
        """Return the bit of a folded word."""
        bit = self._bits.get(word)
        return bit or self._bits.setdefault(word, 1 << next(self._numbers))

    def mask(self, words: Iterable[str]) -> int:
        """Return the bits of some folded words, with `_KNOWN`; 0 for no words."""
        mask = 0
        for word in words:
            mask |= self.bit(word)
        return mask and mask | _KNOWN


class _Worth(dict[int, int]):
    """By the wishes that are met, as bits: what that is worth. Worked out when first asked."""

    def __init__(self, bits: tuple[int, ...], per_cent: tuple[int, ...]) -> None:
        super().__init__({0: DROPPED})
        self._bits = bits
        self._per_cent = per_cent
        self._all = self._met(-1)

    def __missing__(self, met: int) -> int:
        self[met] = points = rounded(self._met(met) * FULL, self._all) if self._all else DROPPED
        return points

    def _met(self, met: int) -> int:
        whole = lacking = 1
        for place, bit in enumerate(self._bits):
            per_cent = self._per_cent[min(place, len(self._per_cent) - 1)]
            whole *= 100
            lacking *= 100 - per_cent if met & bit else 100
        return whole - lacking


@dataclass(frozen=True, eq=False, slots=True)
class Wishes:
    """What somebody wishes for, in order: as bits, and with what meeting some of it is worth."""

    mask: int
    worth: _Worth


@dataclass(frozen=True, eq=False)
class OffersWants(Criterion):
    """What the mentor offers against what the leader wishes for."""

    offered: str
    wanted: str
    own_values: OwnValues = field(repr=False)
    _words: Vocabulary = field(default_factory=Vocabulary, init=False, repr=False)
    _wishes: dict[tuple[int, ...], Wishes] = field(default_factory=dict, init=False, repr=False)

    def _feature(self, one: Participant) -> int:
        return self._words.mask(known(one, self.offered, self.own_values))

    def _leader_feature(self, one: Participant) -> Wishes:
        bits = tuple(dict.fromkeys(map(self._words.bit, self._wanted_of(one))))
        made = self._wishes.get(bits)
        if made is None:
            per_cent = WISH_WORTH if self.wanted == "wants" else UNORDERED_WORTH
            mask = sum(bits) | _KNOWN if bits else 0
            made = self._wishes.setdefault(bits, Wishes(mask, _Worth(bits, per_cent)))
        return made

    def _points(self, mentor: int, leader: Wishes) -> int:
        return leader.worth[mentor & leader.mask]

    def _prepared(self, leaders: Sequence[Wishes]) -> list[tuple[int, _Worth]]:
        return [(one.mask, one.worth) for one in leaders]

    def _row(self, mentor: int, prepared: Sequence[tuple[int, _Worth]]) -> list[int]:
        return [worth[mentor & mask] for mask, worth in prepared]

    def _why_dropped(self, mentor: Participant, leader: Participant) -> Missing:
        if not (self.offered and self.wanted):
            return Missing.NOT_ASKED
        return super()._why_dropped(mentor, leader)

    def _wanted_of(self, one: Participant) -> Iterable[str]:
        """Only the wishes of People stand in an order of the person's own."""
        if self.wanted != "wants":
            return sorted(known(one, self.wanted, self.own_values))
        return () if withholds(one) else filter(None, map(fold, one.person.wants))


class _Shared(dict[int, int]):
    """By what two lists share, as bits: what that is worth."""

    def __init__(self, curve: tuple[int, ...]) -> None:
        super().__init__({0: DROPPED})
        self._curve = [points * FULL // 100 for points in curve]

    def __missing__(self, shared: int) -> int:
        number = min(shared.bit_count() - 1, len(self._curve) - 1)
        self[shared] = points = self._curve[number]
        return points


@dataclass(frozen=True, eq=False)
class Shared(Criterion):
    """How much of a list both have in common; `curve` says what each number is worth."""

    compared: str
    curve: tuple[int, ...]
    own_values: OwnValues = field(repr=False)
    _words: Vocabulary = field(default_factory=Vocabulary, init=False, repr=False)
    _worth: _Shared = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_worth", _Shared(self.curve))

    def _feature(self, one: Participant) -> int:
        return self._words.mask(known(one, self.compared, self.own_values))

    def _points(self, mentor: int, leader: int) -> int:
        return self._worth[mentor & leader]

    def _row(self, mentor: int, prepared: Sequence[int]) -> list[int]:
        worth = self._worth
        return [worth[mentor & leader] for leader in prepared]
