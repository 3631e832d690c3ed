"""How far apart two grades are, where that can be told, and what a gap is worth."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.grades import (
    STEP,
    GradeInUse,
    gap,
    guessed_order,
    level,
    without_place,
    worth,
)
from revmentor_desktop.domain.plan.pairing_choices import DEFAULT_GRADE_CURVE, CurvePoint

ORDER = ("Apprentice", "Officer", "Head of service")
GRADES = st.sampled_from(
    ["1", "Grade 4", "Band 7", "Band 8a", "8c", "SCS 1", "Director", "", "  9"]
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("4", "9", 500),
        ("9", "4", 500),
        ("Grade 4", "9", 500),
        ("grade  4", "GRADE 4", 0),
        ("Level 2", "Grade 3", 100),
        ("Band 7", "Band 8a", 100),
        ("Band 8a", "Band 8c", 50),
        ("8d", "9", 25),
        ("9.0", "4", 500),
        ("Band 7", "7", None),
        ("Band 7", "SCS 1", None),
        ("Director", "9", None),
        ("Director", "Director", None),
        ("8e", "9", None),
        ("", "9", None),
        ("", "", None),
    ],
)
def test_grades_are_compared_where_that_is_honest(
    one: str, other: str, expected: int | None
) -> None:
    assert gap(level(one), level(other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Apprentice", "head of SERVICE", 200),
        ("Officer", "Officer", 0),
        ("Officer", "9", None),
        ("4", "9", None),
    ],
)
def test_the_officer_s_order_is_the_only_scale_where_there_is_one(
    one: str, other: str, expected: int | None
) -> None:
    assert gap(level(one, ORDER), level(other, ORDER)) == expected


IN_USE = (
    GradeInUse("10", 2),
    GradeInUse("9", 3),
    GradeInUse("8a", 1),
    GradeInUse("SCS 1", 4),
    GradeInUse("Director", 5),
)


def test_an_order_begins_with_the_scale_that_most_people_are_on() -> None:
    assert guessed_order(IN_USE) == ("8a", "9", "10")
    assert guessed_order((*IN_USE, GradeInUse("SCS 2", 3))) == ("SCS 1", "SCS 2")
    assert guessed_order((GradeInUse("Director", 5),)) == ()
    assert guessed_order(()) == ()


def test_grades_without_a_place_are_told() -> None:
    assert [one.grade for one in without_place(IN_USE, ())] == ["Director"]
    order = ("9", "director")
    assert [one.grade for one in without_place(IN_USE, order)] == ["10", "8a", "SCS 1"]


@given(GRADES, GRADES)
def test_it_is_the_same_both_ways(one: str, other: str) -> None:
    assert gap(level(one), level(other)) == gap(level(other), level(one))


@pytest.mark.parametrize(
    ("hundredths", "points"),
    [(0, 0), (50, 1_500), (100, 3_000), (200, 5_500), (300, 8_000), (500, 10_000), (900, 10_000)],
)
def test_the_usual_curve_rises_and_levels_off(hundredths: int, points: int) -> None:
    assert worth(hundredths, DEFAULT_GRADE_CURVE) == points
    assert worth(hundredths, ()) == points


def test_a_curve_can_fall_stand_in_any_order_and_holds_to_its_bounds() -> None:
    curve = (CurvePoint(4, -20), CurvePoint(2, 300), CurvePoint(1, 50))
    assert [worth(gap * STEP, curve) for gap in range(6)] == [5_000, 5_000, 10_000, 5_000, 0, 0]


curves = st.lists(
    st.builds(CurvePoint, st.integers(0, 12), st.integers(0, 100)), min_size=1, max_size=6
)


@given(curves, st.integers(0, 1_500))
def test_it_stays_between_its_points(curve: list[CurvePoint], hundredths: int) -> None:
    heights = [point.points * 100 for point in curve]
    assert min(heights) <= worth(hundredths, curve) <= max(heights)


@given(curves)
def test_a_curve_that_never_falls_never_takes_points_for_a_wider_gap(
    curve: list[CurvePoint],
) -> None:
    points = sorted(point.points for point in curve)
    gaps = sorted(point.gap for point in curve)
    rising = [CurvePoint(at, height) for at, height in dict(zip(gaps, points, strict=True)).items()]
    found = [worth(hundredths, rising) for hundredths in range(0, 1_300, 25)]
    assert all(one <= other for one, other in pairwise(found))
