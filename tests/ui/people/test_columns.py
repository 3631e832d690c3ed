"""Columns: what they are sorted by, and how the officer's choice is kept."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.people import Slot
from revmentor_desktop.ui.meeting_words import slot_words
from revmentor_desktop.ui.people.columns import (
    LEAST_WIDTH,
    MOST_WIDTH,
    Shown,
    columns,
    layout_from,
    layout_to_store,
    natural,
    standard_layout,
    text_scale,
)


def test_grades_come_in_the_order_of_their_numbers() -> None:
    grades = ["Band 10", "Band 9", "10", "9b", "9a", "band 9", "Élite"]
    assert sorted(grades, key=lambda grade: natural(grade) or ()) == [
        "9a", "9b", "10", "Band 9", "band 9", "Band 10", "Élite"
    ]  # fmt: skip
    assert natural("") is None


def test_half_days_are_named_in_the_order_of_the_week() -> None:
    assert slot_words([Slot.FRI_PM, Slot.MON_AM]) == "Mon am, Fri pm"


def test_a_layout_is_read_back_as_it_was_kept() -> None:
    layout = [Shown("email", 300), Shown("name", 180), Shown("grade", 70)]
    assert layout_from(layout_to_store(layout)) == layout


@pytest.mark.parametrize(
    "stored", [None, "name", [["email", 120]], [["name"]], [[1, 2]], {"name": 3}]
)
def test_a_layout_that_makes_no_sense_is_the_standard_one(stored: object) -> None:
    assert layout_from(stored) == standard_layout()


def test_of_a_layout_what_is_unknown_goes_and_widths_are_bounded() -> None:
    stored = [["shoe size", 90], ["name", 5], ["email", 10**6], ["name", 100], ["site", "wide"]]
    assert layout_from(stored) == [Shown("name", 100), Shown("email", MOST_WIDTH)]
    assert layout_from([["name", 5]]) == [Shown("name", LEAST_WIDTH)]


def test_larger_text_gets_wider_columns_until_the_officer_chooses() -> None:
    wide = standard_layout(text_scale(34))
    assert [one.width for one in wide] == [2 * one.width for one in standard_layout()]
    assert standard_layout(text_scale(12)) == standard_layout()
    assert layout_from([["name", 150]], 2.0) == [Shown("name", 150)]


def test_every_column_has_its_own_key_and_title() -> None:
    keys = {column.key for column in columns()}
    titles = {column.title for column in columns()}
    assert len(keys) == len(titles) == len(columns())
