"""Dates in words, the same on every machine: never by the locale, never all in numbers."""

from __future__ import annotations

from datetime import date
from typing import Final

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def short_date(day: date) -> str:
    """Return a date as "Tue 19 Jan 2027"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def long_date(day: date) -> str:
    """Return a date as "Tue 19 January 2027"."""
    return f"{day_and_month(day)} {day.year}"


def day_and_month(day: date) -> str:
    """Return a date as "Tue 19 January", for where the year is plain."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def date_span(first: date, last: date) -> str:
    """Return "Tue 19 January to Tue 6 July 2027"; both years when they differ."""
    start = day_and_month(first) if first.year == last.year else long_date(first)
    return f"{start} to {long_date(last)}"
