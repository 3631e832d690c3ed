"""Dates and numbers in words."""

from __future__ import annotations

import locale
from datetime import date

import pytest

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.dates import date_span, day_and_month, long_date, short_date


def test_dates_in_words() -> None:
    day = date(2027, 1, 19)
    assert short_date(day) == "Tue 19 Jan 2027"
    assert long_date(day) == "Tue 19 January 2027"
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
    ("count", "words"), [(1, "once"), (2, "twice"), (6, "six times"), (13, "13 times")]
)
def test_times(count: int, words: str) -> None:
    assert phrases.times(count) == words


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (1, "first"),
        (2, "second"),
        (7, "7th"),
        (21, "21st"),
        (12, "12th"),
        (22, "22nd"),
        (33, "33rd"),
    ],
)
def test_ordinals(position: int, words: str) -> None:
    assert phrases.ordinal(position) == words


def test_lengths_and_lists() -> None:
    assert phrases.minutes(1) == "1 minute"
    assert phrases.minutes(60) == "60 minutes"
    assert phrases.every_weeks(1) == "every week"
    assert phrases.every_weeks(4) == "every four weeks"
    assert phrases.listed(["a"]) == "a"
    assert phrases.listed(["a", "b", "c"]) == "a, b and c"
