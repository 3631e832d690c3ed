"""Wording is read for its signs; values never are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.wording import (
    Run,
    WordingError,
    apart,
    fill_what_is_known,
    read_wording,
    text_of,
)

BLANKS = frozenset({"name", "day"})


def filled(source: str, **values: str) -> list[Run]:
    return read_wording(source, BLANKS).fill({"name": "", "day": ""} | values)


def test_bold_blanks_and_lines_to_write_on() -> None:
    assert filled("**Dear {name},** meet me: ____", name="Mei") == [
        Run("Dear ", Weight.BOLD),
        Run("Mei", Weight.BOLD),
        Run(",", Weight.BOLD),
        Run(" meet me: "),
        Run("", to_write=True),
    ]


def test_an_optional_stretch_goes_when_its_blank_is_empty() -> None:
    source = "We meet[[, from {day}]][[ with {name}]]."
    assert "".join(run.text for run in filled(source, name="Mei")) == "We meet with Mei."
    assert "".join(run.text for run in filled(source, day="May")) == "We meet, from May."


def test_an_empty_blank_outside_an_option_leaves_nothing_behind() -> None:
    assert "".join(run.text for run in filled("Hello {name}!")) == "Hello !"


def test_lines_of_the_source_are_joined() -> None:
    assert filled("one\n   two") == [Run("one two")]


@pytest.mark.parametrize(
    "source",
    [
        "{unknown}",
        "{}",
        "{name",
        "name}",
        "**open",
        "[[open",
        "close]]",
        "[[a [[b]] c]]",
        "{{name}}",
    ],
)
def test_wording_that_cannot_be_filled_in_is_an_error(source: str) -> None:
    with pytest.raises(WordingError):
        read_wording(source, BLANKS)


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        read_wording("{name}", BLANKS).fill({})


@given(st.text(), st.sampled_from(["**{}**", "[[{}]]", "{{name}}", "____", "<b>{}</b>"]))
def test_a_value_stands_as_it_is(text: str, frame: str) -> None:
    value = frame.format(text)
    assert filled("a {name} b", name=value) == [Run("a "), Run(value), Run(" b")]


def test_names_within_a_value_keep_their_reading_direction_to_themselves() -> None:
    value = f"{apart('ליאור')} books; {apart('محمد')} leads"
    assert [run.text for run in filled("{name}.", name=value)] == [
        "ליאור",
        " books; ",
        "محمد",
        " leads",
        ".",
    ]
    assert apart("Mei") == "Mei"


def test_of_wording_whose_signs_do_not_match_what_is_known_is_filled_in() -> None:
    runs = fill_what_is_known("Dear {name}, {Nobody} says { and **", {"name": "<b>Mei</b>"})
    assert text_of(runs) == "Dear <b>Mei</b>, {Nobody} says { and **"
