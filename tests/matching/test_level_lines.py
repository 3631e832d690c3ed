"""A line tells which mentors stand between two places of its order, however far they are apart."""

from __future__ import annotations

from random import Random

from revmentor_desktop.matching.level_lines import Line
from revmentor_desktop.matching.problem import FORBIDDEN
from revmentor_desktop.matching.sets_of_people import together


def test_mentors_between_two_places_are_those_of_the_order() -> None:
    random = Random(5)
    for size in (0, 1, 16, 17, 90):
        column = [random.choice((FORBIDDEN, *range(0, 10_000, 500))) for _ in range(size)]
        line = Line.of(column)
        many = len(line.order)
        for _ in range(40):
            start, end = sorted(random.randint(0, many) for _ in range(2))
            assert line.between(start, end) == together(line.order[start:end])
            assert line.above(start) == together(line.order[start:])
