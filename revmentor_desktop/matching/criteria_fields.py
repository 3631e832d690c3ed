"""Criteria that compare what two people are or prefer: the same or not, where, at what grade."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Final

from revmentor_desktop.domain.common_ground import is_one_site, site_key
from revmentor_desktop.domain.field_values import OwnValues
from revmentor_desktop.domain.grades import Level, gap, level, worth
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.people import MeetingMode
from revmentor_desktop.domain.plan.pairing_choices import CurvePoint
from revmentor_desktop.matching.criteria import (
    DROPPED,
    FULL,
    RECORDED,
    Criterion,
    Missing,
    known,
    rounded,
    withholds,
)

Said = frozenset[str]


def difference(here: Said, there: Said) -> int:
    """Return which share of what two people said they do not share, or `DROPPED`.

    Of one answer each that is all or nothing.
    """
    if not here or not there:
        return DROPPED
    return FULL - rounded(len(here & there) * FULL, len(here | there))


@dataclass(frozen=True, eq=False)
class Same(Criterion):
    """Both said the same to a field."""

    compared: str
    own_values: OwnValues = field(repr=False)

    def _feature(self, one: Participant) -> Said:
        return known(one, self.compared, self.own_values)

    def _points(self, mentor: Said, leader: Said) -> int:
        if not mentor or not leader:
            return DROPPED
        return FULL if mentor == leader else 0


@dataclass(frozen=True, eq=False)
class Different(Criterion):
    """The two differ in some fields: the mean over those that are known of both."""

    fields: tuple[str, ...]
    own_values: OwnValues = field(repr=False)

    def _feature(self, one: Participant) -> tuple[Said, ...]:
        return tuple(known(one, name, self.own_values) for name in self.fields)

    def _points(self, mentor: tuple[Said, ...], leader: tuple[Said, ...]) -> int:
        found = [difference(here, there) for here, there in zip(mentor, leader, strict=True)]
        counted = [points for points in found if points != DROPPED]
        return rounded(sum(counted), len(counted)) if counted else DROPPED

    def _prepared(self, leaders: Sequence[tuple[Said, ...]]) -> tuple[int, list[_Column]]:
        columns = [_Column([one[at] for one in leaders]) for at in range(len(self.fields))]
        return len(leaders), columns

    def _row(self, mentor: tuple[Said, ...], prepared: tuple[int, list[_Column]]) -> Sequence[int]:
        count, columns = prepared
        if not columns:
            return [DROPPED] * count
        parts = [column.row(here) for column, here in zip(columns, mentor, strict=True)]
        mean = _MEANS
        return [mean[packed] for packed in map(sum, zip(*parts, strict=True))]

    def _why_dropped(self, mentor: Participant, leader: Participant) -> Missing:
        if not self.fields:
            return Missing.NOT_ASKED
        asked = not RECORDED.issuperset(self.fields)
        return Missing.WITHHELD if asked and withholds(mentor, leader) else Missing.UNKNOWN


_COUNT_BITS: Final = 8
"""Room for counting the fields that are known; the officer can choose far fewer than 256."""


class _Means(dict[int, int]):
    """The mean by the sum of points, with the number of those summed in the lowest bits."""

    def __missing__(self, packed: int) -> int:
        number = packed & ((1 << _COUNT_BITS) - 1)
        self[packed] = mean = rounded(packed >> _COUNT_BITS, number) if number else DROPPED
        return mean


_MEANS: Final = _Means()


class _Column:
    """What leaders said to one field, each answer compared with a mentor's once."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.spread = Spread(said)
        self._rows: dict[Said, Sequence[int]] = {}

    def row(self, mentor: Said) -> Sequence[int]:
        """Return the differences, packed as `_Means` takes their sums; 0 where one is unknown."""
        row = self._rows.get(mentor)
        if row is None:
            found = [difference(mentor, leader) for leader in self.spread.distinct]
            packed = [0 if one == DROPPED else one << _COUNT_BITS | 1 for one in found]
            self._rows[mentor] = row = self.spread.over(packed)
        return row


class Spread:
    """Many values of which few are distinct: what is found for each is spread over all."""

    def __init__(self, values: Sequence[Hashable]) -> None:
        places: dict[Any, int] = {}
        index = [places.setdefault(value, len(places)) for value in values]
        self.distinct: list[Any] = list(places)
        self._index = index
        self._pick = itemgetter(*index) if len(index) > 1 else None

    def over(self, found: Sequence[int]) -> Sequence[int]:
        """Return, for all values in their order, what was `found` for the distinct ones."""
        if self._pick is None:
            return [found[at] for at in self._index]
        picked: Sequence[int] = self._pick(found)
        return picked


_VIDEO, _PERSON, _EITHER = MeetingMode.VIDEO, MeetingMode.IN_PERSON, MeetingMode.EITHER
PLACE_WORTH: Final[dict[frozenset[MeetingMode], tuple[int, int]]] = {
    frozenset({_VIDEO}): (100, 100),
    frozenset({_VIDEO, _EITHER}): (90, 90),
    frozenset({_VIDEO, _PERSON}): (0, 0),
    frozenset({_EITHER}): (100, 70),
    frozenset({_EITHER, _PERSON}): (100, 40),
    frozenset({_PERSON}): (100, 30),
}
"""By how the two prefer to meet: points at one site, and at two. Who meets by video meets anywhere;
who would rather sit together has to travel."""


@dataclass(frozen=True, eq=False)
class Place(Criterion):
    """Where and how the two can meet."""

    def _feature(self, one: Participant) -> tuple[MeetingMode | None, str]:
        mode = None if withholds(one) else one.person.meeting_mode
        return mode, site_key(one.person.site)

    def _points(
        self, mentor: tuple[MeetingMode | None, str], leader: tuple[MeetingMode | None, str]
    ) -> int:
        (mode, here), (other_mode, there) = mentor, leader
        if mode is None or other_mode is None:
            return DROPPED
        together, apart = PLACE_WORTH[frozenset({mode, other_mode})]
        if together != apart and not (here and there):
            return DROPPED
        return (together if is_one_site(here, there) else apart) * (FULL // 100)


@dataclass(frozen=True, eq=False)
class GradeGap(Criterion):
    """How far apart the grades are; `curve` says what each gap is worth."""

    order: tuple[str, ...]
    curve: tuple[CurvePoint, ...]

    def _feature(self, one: Participant) -> Level | None:
        return level(one.person.grade, self.order)

    def _points(self, mentor: Level | None, leader: Level | None) -> int:
        between = gap(mentor, leader)
        return DROPPED if between is None else worth(between, self.curve)

    def _why_dropped(self, mentor: Participant, leader: Participant) -> Missing:
        both = mentor.person.grade and leader.person.grade
        return Missing.NOT_COMPARABLE if both else Missing.UNKNOWN
