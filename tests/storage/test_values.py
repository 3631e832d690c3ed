"""Frozen values come back from JSON as they went."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.storage.values import from_json, from_plain, to_json


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Part:
    text: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Whole:
    parts: tuple[Part, ...] = ()
    colours: frozenset[Colour] = frozenset()
    named: Mapping[str, Colour] = field(default_factory=dict)
    number: int = 0
    is_on: bool = False
    mixed: str | tuple[str, ...] | float = ""


wholes = st.builds(
    Whole,
    parts=st.lists(st.builds(Part, st.text(), st.none() | st.dates())).map(tuple),
    colours=st.frozensets(st.sampled_from(Colour)),
    named=st.dictionaries(st.text(), st.sampled_from(Colour)),
    number=st.integers(),
    is_on=st.booleans(),
    mixed=st.text()
    | st.lists(st.text()).map(tuple)
    | st.floats(allow_nan=False, allow_infinity=False),
)


@given(wholes)
def test_any_value_comes_back(whole: Whole) -> None:
    assert from_json(Whole, to_json(whole)) == whole


def test_what_is_missing_takes_its_default_and_what_is_unknown_is_left_out() -> None:
    assert from_plain(Whole, {"number": 3, "later": True}) == Whole(number=3)


@pytest.mark.parametrize(
    "plain",
    [
        [],
        {"number": "3"},
        {"number": True},
        {"parts": {}},
        {"colours": ["green"]},
        {"named": {"a": "green"}},
        {"parts": [{"day": "31 May"}]},
        {"mixed": None},
    ],
)
def test_what_has_another_type_is_refused(plain: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_json(Whole, json.dumps(plain))
