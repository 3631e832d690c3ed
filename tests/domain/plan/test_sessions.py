"""The themes of a focus, spread over however many sessions there are."""

from __future__ import annotations

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.plan.sessions import SessionPlan, spread

SIX = tuple(SessionPlan(title=title) for title in "ABCDEF")


def titles(count: int) -> str:
    return "".join(session.title for session in spread(SIX, count))


def test_the_usual_shapes() -> None:
    assert titles(3) == "ADF"
    assert titles(6) == "ABCDEF"
    assert titles(12) == "ABBCCCDDEEEF"


def test_very_few() -> None:
    assert titles(0) == ""
    assert titles(1) == "A"
    assert titles(2) == "AF"
    assert spread((), 6) == ()


def test_sessions_with_one_theme_have_its_prompts_between_them() -> None:
    asked = SessionPlan(title="B", prompts=("one", "two", "three"))
    found = spread((SIX[0], asked, SIX[-1]), 4)
    assert [one.prompts for one in found] == [(), ("one",), ("two", "three"), ()]
    few = spread((SIX[0], SessionPlan(title="B", prompts=("one",)), SIX[-1]), 5)
    assert [one.prompts for one in few[1:-1]] == [("one",)] * 3


@given(st.integers(1, 8), st.integers(2, 52))
def test_each_session_has_a_theme_in_order_and_the_middle_ones_last_alike(
    themes: int, count: int
) -> None:
    given_ones = tuple(SessionPlan(title=str(number)) for number in range(themes))
    found = spread(given_ones, count)
    assert len(found) == count
    assert found[0] == given_ones[0]
    assert found[-1] == given_ones[-1]
    places = [given_ones.index(session) for session in found]
    assert places == sorted(places)
    lengths = [len(list(group)) for _, group in groupby(places[1:-1])]
    if themes > 2 and lengths:
        assert max(lengths) - min(lengths) <= 1
        assert len(lengths) == min(themes - 2, count - 2)
