"""Dates in words, and words as dates."""

from __future__ import annotations

import locale
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.system.dates import (
    date_span,
    day_and_month,
    full_date,
    long_date,
    read_date,
    short_date,
)


def test_dates_in_words() -> None:
    day = date(2027, 1, 19)
    assert short_date(day) == "Tue 19 Jan 2027"
    assert long_date(day) == "Tue 19 January 2027"
    assert full_date(day) == "Tuesday 19 January 2027"
    assert day_and_month(day) == "Tue 19 January"


def test_dates_do_not_depend_on_the_locale() -> None:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "C")
        assert short_date(date(2026, 9, 6)) == "Sun 6 Sep 2026"
    finally:
        locale.setlocale(locale.LC_ALL, before)


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (date(2027, 7, 6), "Tue 19 January to Tue 6 July 2027"),
        (date(2028, 1, 4), "Tue 19 January 2027 to Tue 4 January 2028"),
    ],
)
def test_a_span_says_the_year_once_when_it_can(last: date, words: str) -> None:
    assert date_span(date(2027, 1, 19), last) == words


@pytest.mark.parametrize(
    "text",
    [
        "19 Jan 2027",
        "Tue 19 Jan 2027",
        "19th January 2027",
        "19/1/27",
        "19.01.2027",
        "19-1-2027",
        " 2027-01-19 ",
    ],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert read_date(text) == date(2027, 1, 19)


@pytest.mark.parametrize("text", ["", "soon", "31/2/2027", "1/13/2027", "19 Ja 2027", "2027"])
def test_what_is_no_day_is_not_made_one(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("9 January", date(2026, 11, 22), date(2027, 1, 9)),
        ("9 Jan", date(2027, 3, 1), date(2027, 1, 9)),
        ("Sat 9 Jan.", date(2026, 11, 22), date(2027, 1, 9)),
        ("20/12", date(2027, 1, 9), date(2026, 12, 20)),
        ("29 Feb", date(2027, 1, 9), date(2028, 2, 29)),
    ],
)
def test_a_day_without_a_year_is_the_closest_one(text: str, near: date, day: date) -> None:
    assert read_date(text, near) == day
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["31 February", "9 Foo", "19/1/", "1/13", "January"])
def test_what_is_no_day_of_any_year_is_not_made_one(text: str) -> None:
    assert read_date(text, date(2027, 1, 9)) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_back_from_its_words(day: date) -> None:
    assert read_date(short_date(day)) == read_date(long_date(day)) == day
