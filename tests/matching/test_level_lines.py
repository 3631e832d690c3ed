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


def test_a_line_with_other_scores_is_as_if_sorted_anew_and_still_tells_who_stands_above() -> None:
    random = Random(6)
    for size in (1, 15, 16, 17, 33, 60) * 20:
        column = [random.choice((FORBIDDEN, *range(30))) for _ in range(size)]
        line = Line.of(column)
        for _ in range(6):
            line.above(random.randint(0, len(line.order)))  # marks who they are on the way
            changed = {
                random.randrange(size): random.choice((FORBIDDEN, *range(30))) for _ in range(3)
            }
            column = [changed.get(x, score) for x, score in enumerate(column)]
            line = line.with_scores(changed)
            anew = Line.of(column)
            assert (line.column, line.values, line.bits) == (anew.column, anew.values, anew.bits)
            assert [column[x] for x in line.order] == list(line.values)
        for start in range(len(line.order) + 1):
            assert line.above(start) == together(line.order[start:])
