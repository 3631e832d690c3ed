"""A fit is the sum of its parts, to the hundredth of a point, whatever drops out."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from revmentor_desktop.matching.criteria import Missing, Side
from revmentor_desktop.matching.scoring_fit import Fit, Part, fit_of, whole_points

parts_lists = st.lists(
    st.tuples(st.sampled_from(Side), st.none() | st.integers(0, 10_000), st.integers(1, 100)),
    max_size=17,
).map(
    lambda found: [
        Part(f"c{at}", side, points, Missing.UNKNOWN if points is None else None, weight)
        for at, (side, points, weight) in enumerate(found)
    ]
)


def mean(parts: list[Part]) -> int | None:
    """Return the weighted mean of the parts that count, halves upwards, by fractions."""
    counted = [(part.points, part.weight) for part in parts if part.points is not None]
    if not counted:
        return None
    exact = Fraction(
        sum(points * weight for points, weight in counted), sum(weight for _, weight in counted)
    )
    return int(exact + Fraction(1, 2))


@given(parts_lists)
@example([Part(str(points), Side.PERSONAL, points, None, 1) for points in (0, 9_999, 10_000)])
def test_shares_add_up_to_the_total_and_what_they_could_be_to_all(parts: list[Part]) -> None:
    found = fit_of(parts)
    assert found.total == sum(part.share for part in found.parts) == (mean(parts) or 0)
    assert sum(part.most for part in found.parts) == (10_000 if found.is_known else 0)
    weights = sum(part.weight for part in parts if part.points is not None)
    for part in found.parts:
        if part.points is None:
            assert part.share == part.most == 0
            continue
        assert 0 <= part.share <= part.most
        assert abs(part.share - Fraction(part.weight * part.points, weights)) < 1
        assert abs(part.most - Fraction(part.weight * 10_000, weights)) < 2
        if part.points == 0:
            assert part.share == 0
        if part.points == 10_000:
            assert part.share == part.most


@given(parts_lists)
def test_the_sub_scores_are_of_their_side_alone(parts: list[Part]) -> None:
    found = fit_of(parts)
    assert found.professional == mean([one for one in parts if one.side is Side.PROFESSIONAL])
    assert found.personal == mean([one for one in parts if one.side is Side.PERSONAL])


@given(parts_lists)
def test_what_drops_out_leaves_the_rest_as_if_it_were_not_weighed(parts: list[Part]) -> None:
    found, without = fit_of(parts), fit_of([one for one in parts if one.points is not None])
    assert (found.total, found.professional, found.personal) == (
        without.total,
        without.professional,
        without.personal,
    )
    assert [one for one in found.parts if one.points is not None] == list(without.parts)
    assert found.missing == tuple(one for one in found.parts if one.points is None)


@given(parts_lists, st.integers(0, 16), st.integers(1, 10_000))
def test_more_points_of_one_criterion_are_never_a_lower_total(
    parts: list[Part], at: int, more: int
) -> None:
    if at < len(parts) and parts[at].points is not None:
        one = parts[at]
        better = Part(
            one.criterion, one.side, min((one.points or 0) + more, 10_000), None, one.weight
        )
        assert fit_of([*parts[:at], better, *parts[at + 1 :]]).total >= fit_of(parts).total


def test_of_two_who_said_nothing_nothing_is_known() -> None:
    assert fit_of([]) == Fit(0, None, None, ())
    (part,) = fit_of([Part("offers", Side.PROFESSIONAL, None, Missing.UNKNOWN, 35)]).parts
    assert (part.share, part.most) == (0, 0)


def test_the_sketch_s_numbers() -> None:
    weighed = [(9_500, 40), (10_000, 20), (9_000, 20), (6_000, 10), (10_000, 10)]
    parts = [Part(str(at), Side.PERSONAL, *one[:1], None, one[1]) for at, one in enumerate(weighed)]
    found = fit_of(parts)
    assert found.total == 9_200
    assert [(part.share, part.most) for part in found.parts] == [
        (3_800, 4_000),
        (2_000, 2_000),
        (1_800, 2_000),
        (600, 1_000),
        (1_000, 1_000),
    ]


@given(parts_lists)
def test_in_whole_points_they_still_add_up(parts: list[Part]) -> None:
    found = fit_of(parts)
    dealt = found.in_points()
    assert [part for part, _, _ in dealt] == [one for one in found.parts if one.points is not None]
    assert sum(share for _, share, _ in dealt) == whole_points(found.total)
    assert sum(most for _, _, most in dealt) == (100 if found.is_known else 0)
    assert all(0 <= share <= most for _, share, most in dealt)
    assert all(abs(100 * share - part.share) < 100 for part, share, _ in dealt)
