"""How far apart two grades are, as far as that can honestly be told, and what it is worth."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from revmentor_desktop.domain.plan.pairing_choices import DEFAULT_GRADE_CURVE, CurvePoint
from revmentor_desktop.domain.text import fold

STEP: Final = 100
"""A whole grade."""
_LETTERS: Final = "abcd"
"""Grades between two numbers, as in 8a to 8d: each a quarter of the way to the next number."""
_NUMBERED = re.compile(
    rf"(?P<scale>\D*?)\s*(?P<number>\d{{1,4}})(?:\.0)?\s*(?P<letter>[{_LETTERS}]?)"
)
_MERE_WORDS: Final = frozenset({"grade", "level"})
"""Words that say no more than that this is a grade; "Band 7" is on a scale of its own."""


@dataclass(frozen=True, slots=True)
class GradeInUse:
    """A grade that people have, and how many of them."""

    grade: str
    people: int


@dataclass(frozen=True, slots=True)
class Level:
    """Where a grade stands: so many hundredths of a grade up its scale."""

    scale: str
    height: int


def grade_key(grade: str) -> str:
    """Return by what a grade is told from others: without case, accents and odd spaces."""
    return " ".join(fold(grade).split())


def level(grade: str, order: Sequence[str] = ()) -> Level | None:
    """Return where a grade stands, or None where that cannot be told.

    The officer's `order`, from the lowest to the highest, is the only scale where there is one.
    Without it grades are compared by their number, and only with those of the same name before
    it: "Grade 7" and "7", "Band 8a" and "Band 6", but not "Band 7" and "SCS 1".
    """
    name = grade_key(grade)
    if order:
        places = {grade_key(one): at for at, one in enumerate(order)}
        return Level("", places[name] * STEP) if name in places else None
    found = _NUMBERED.fullmatch(name)
    if found is None:
        return None
    scale = found["scale"].strip(" .:-–")
    between = _LETTERS.find(found["letter"]) * STEP // len(_LETTERS) if found["letter"] else 0
    return Level("" if scale in _MERE_WORDS else scale, int(found["number"]) * STEP + between)


def gap(one: Level | None, other: Level | None) -> int | None:
    """Return how many hundredths of a grade lie between two levels, whichever is the higher.

    Some scales count upwards and some downwards, so the direction says nothing. None where the
    two cannot be compared.
    """
    if one is None or other is None or one.scale != other.scale:
        return None
    return abs(one.height - other.height)


def worth(hundredths: int, curve: Sequence[CurvePoint]) -> int:
    """Return what a gap is worth on a curve, in hundredths of a point from 0 to 10,000.

    Between two of its points the curve is straight, before the first and after the last level.
    A curve without points is the usual one.
    """
    line = sorted(
        {one.gap * STEP: _bounded(one.points) for one in curve or DEFAULT_GRADE_CURVE}.items()
    )
    before = line[0]
    for at, height in line:
        if hundredths <= at:
            run, rise = at - before[0], height - before[1]
            return height if not run else before[1] + (hundredths - before[0]) * rise // run
        before = (at, height)
    return before[1]


def guessed_order(found: Sequence[GradeInUse]) -> tuple[str, ...]:
    """Return an order to begin with: the grades of the scale that most people are on, by number.

    Those of other scales, and those without a number, are left to the officer.
    """
    heights = {one.grade: level(one.grade) for one in found}
    people: Counter[str] = Counter()
    for one in found:
        place = heights[one.grade]
        if place is not None:
            people[place.scale] += one.people
    if not people:
        return ()
    scale = min(people, key=lambda name: (-people[name], name))
    placed = [
        (place.height, grade)
        for grade, place in heights.items()
        if place is not None and place.scale == scale
    ]
    return tuple(grade for _, grade in sorted(placed))


def without_place(found: Iterable[GradeInUse], order: Sequence[str]) -> tuple[GradeInUse, ...]:
    """Return the grades of which it cannot be told how far they are from any other."""
    return tuple(one for one in found if level(one.grade, order) is None)


def _bounded(points: int) -> int:
    return min(max(points, 0), 100) * 100
