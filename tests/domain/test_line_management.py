"""Lines of management, with gaps, circles and people who manage themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.line_management import chain_above, line_between, would_circle

# 1 (chief) above 2 above 3 above 4; 5 beside, under 1; 6 in no line.
HOUSE = {1: None, 2: 1, 3: 2, 4: 3, 5: 1, 6: None}

ids = st.integers(1, 8)
any_managers = st.dictionaries(ids, st.none() | ids)


@st.composite
def _forests(draw: st.DrawFn) -> dict[int, int | None]:
    """Managers without a circle: everybody's manager has a smaller number."""
    return {
        person: draw(st.none() | st.integers(1, person - 1)) if person > 1 else None
        for person in range(1, 9)
    }


def test_the_chain_goes_up_from_the_nearest() -> None:
    assert chain_above(4, HOUSE) == (3, 2, 1)
    assert chain_above(1, HOUSE) == ()
    assert chain_above(99, HOUSE) == ()


@pytest.mark.parametrize(
    ("one", "other", "line"),
    [
        (4, 3, (4, 3)),
        (4, 1, (4, 3, 2, 1)),
        (1, 4, (4, 3, 2, 1)),
        (4, 5, ()),
        (4, 6, ()),
        (4, 4, ()),
    ],
)
def test_a_line_runs_from_the_lower_to_the_higher(
    one: int, other: int, line: tuple[int, ...]
) -> None:
    assert line_between(one, other, HOUSE) == line


def test_a_circle_ends() -> None:
    circle = {1: 2, 2: 3, 3: 1}
    assert chain_above(1, circle) == (2, 3)
    assert chain_above(1, {1: 2, 2: 3, 3: 2}) == (2, 3)
    assert chain_above(1, {1: 1}) == ()


@given(any_managers, ids)
def test_a_chain_is_never_endless_and_names_nobody_twice(
    managers: dict[int, int | None], person: int
) -> None:
    chain = chain_above(person, managers)
    assert len(set(chain)) == len(chain)
    for lower, higher in zip((person, *chain), chain, strict=False):
        assert managers[lower] == higher


@given(_forests(), ids, ids)
def test_a_line_is_the_same_from_both_ends(
    managers: dict[int, int | None], one: int, other: int
) -> None:
    line = line_between(one, other, managers)
    assert line == line_between(other, one, managers)
    assert bool(line) == (
        one in chain_above(other, managers) or other in chain_above(one, managers)
    )
    if line:
        assert {line[0], line[-1]} == {one, other}


@given(_forests(), ids, ids)
def test_would_circle_says_what_would_happen(
    managers: dict[int, int | None], person: int, manager: int
) -> None:
    after = managers | {person: manager}
    above: int | None = person
    for _ in range(len(after) + 1):
        above = after.get(above) if above is not None else None
    # Who is still not at the top after more steps than there are people walks in a circle.
    assert would_circle(person, manager, managers) == (above is not None)
