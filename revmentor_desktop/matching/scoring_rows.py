"""The same scores as `scoring_fit` explains, a row at a time: a million cells in a second or two.

A cell is the mean of the criteria that count for it, weighed. Numerator and denominator travel
through all sums in one whole number: above `shift` bits twice the points times weight (halves are
rounded upwards), below them the weight. People with the same feature share a row of each criterion;
a criterion works its row out once for the distinct features of the leaders.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Sequence

from revmentor_desktop.matching.criteria import DROPPED, Criterion
from revmentor_desktop.matching.criteria_fields import Spread

Features = tuple[Hashable, ...]
"""What the criteria compare of a person, criterion by criterion."""


class RowMaker:
    """Scores mentors with the same leaders, one after the other; of all only their features."""

    def __init__(self, criteria: Sequence[Criterion], leaders: Sequence[Features]) -> None:
        self._count = len(leaders)
        self._shift = _shift(criteria)
        self._columns = [
            _Column(one, [features[at] for features in leaders], self._shift)
            for at, one in enumerate(criteria)
        ]
        self._rows: dict[Features, array[int]] = {}

    def totals(self, mentor: Features) -> array[int]:
        """Return a mentor's totals with all leaders, in hundredths of a point; 16-bit numbers."""
        row = self._rows.get(mentor)
        if row is None:
            row = self._rows[mentor] = self._totals(mentor)
        return row

    def _totals(self, mentor: Features) -> array[int]:
        rows = [column.row(one) for column, one in zip(self._columns, mentor, strict=True)]
        return _means(rows, self._count, self._shift)


def column_totals(
    criteria: Sequence[Criterion], mentors: Sequence[Features], leader: Features
) -> array[int]:
    """Return the totals of one leader with all mentors, in the same numbers."""
    shift = _shift(criteria)
    rows = []
    for at, (criterion, there) in enumerate(zip(criteria, leader, strict=True)):
        packed = _Packed(criterion.weight, shift)
        spread = Spread([features[at] for features in mentors])
        found = [packed[criterion.points(here, there)] for here in spread.distinct]
        rows.append(spread.over(found))
    return _means(rows, len(mentors), shift)


def _shift(criteria: Sequence[Criterion]) -> int:
    return sum(one.weight for one in criteria).bit_length()


def _means(rows: Sequence[Sequence[int]], count: int, shift: int) -> array[int]:
    """Return the means of packed rows, one row for each criterion, `count` cells long."""
    if not rows:
        return array("h", [0] * count)
    below = (1 << shift) - 1
    return array(
        "h",
        [
            ((packed >> shift) + weight) // (2 * weight) if (weight := packed & below) else 0
            for packed in map(sum, zip(*rows, strict=True))
        ],
    )


class _Column:
    """One criterion with all leaders."""

    def __init__(self, criterion: Criterion, leaders: Sequence[Hashable], shift: int) -> None:
        self._criterion = criterion
        self._spread = Spread(leaders)
        self._prepared = criterion.prepared(self._spread.distinct)
        self._packed = _Packed(criterion.weight, shift)
        self._rows: dict[Hashable, Sequence[int]] = {}

    def row(self, mentor: Hashable) -> Sequence[int]:
        """Return points and weight, packed, of a mentor's feature with each leader."""
        row = self._rows.get(mentor)
        if row is None:
            packed, points = self._packed, self._criterion.row(mentor, self._prepared)
            row = self._rows[mentor] = self._spread.over([packed[one] for one in points])
        return row


class _Packed(dict[int, int]):
    """By points: points times weight with the weight below; nothing for a criterion that drops."""

    def __init__(self, weight: int, shift: int) -> None:
        super().__init__({DROPPED: 0})
        self._weight, self._shift = weight, shift

    def __missing__(self, points: int) -> int:
        self[points] = packed = (2 * points * self._weight << self._shift) | self._weight
        return packed
