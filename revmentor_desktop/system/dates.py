"""Dates in words, the same on every machine, and words as dates: never by the locale.

No date is ever printed all in numbers, which half of the world reads the other way round.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

MONTHS: Final = (
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
_DAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(
    r"(?:[a-z]{3,9},? +)?(\d{1,2})(?:st|nd|rd|th)?[ ./-]+"
    r"([a-z]{3,9}|\d{1,2})(?:\.?,?[ ./-]+(\d{4}|\d{2}))?\.?",
    re.IGNORECASE,
)


def short_date(day: date) -> str:
    """Return a date as "Tue 19 Jan 2027", as it stands everywhere on the screen."""
    return f"{_DAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def long_date(day: date) -> str:
    """Return a date as "Tue 19 January 2027"."""
    return f"{day_and_month(day)} {day.year}"


def full_date(day: date) -> str:
    """Return a date as "Tuesday 19 January 2027", as one writes it in a letter."""
    return f"{_DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def day_and_month(day: date) -> str:
    """Return a date as "Tue 19 January", for where the year is plain."""
    return f"{_DAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1]}"


def brief_date(day: date) -> str:
    """Return a date as "19 Jan", for where there is hardly any room and the year is plain."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def date_span(first: date, last: date) -> str:
    """Return "Tue 19 January to Tue 6 July 2027"; both years when they differ."""
    start = day_and_month(first) if first.year == last.year else long_date(first)
    return f"{start} to {long_date(last)}"


def read_date(text: str, near: date | None = None) -> date | None:
    """Read "19 Jan 2027", "Tue 19 January 2027", "19/1/27" (day first) or "2027-01-19".

    None for what is no date; two digits of a year are of this century. Without a year, as in
    "19 January", it is the one closest to `near`, and no date where that is not given.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
    else:
        return None
    number = int(month) if month.isdigit() else month_number(month)
    if year is None:
        return _closest(int(day), number, near) if near else None
    return _day_of(int(year) + (2000 if len(year) == 2 else 0), number, int(day))


def _closest(day: int, month: int, near: date) -> date | None:
    """Return the day of that name that is the fewest days from `near`; 29 February may be far."""
    years = range(near.year - 8, near.year + 9)
    found = [one for year in years if (one := _day_of(year, month, day))]
    return min(found, key=lambda one: abs(one - near), default=None)


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(word: str) -> int:
    """Return the number of a month by its name or its beginning ("Sep", "Sept"); 0 for none."""
    word = "sep" if word.lower() == "sept" else word.lower()
    for number, name in enumerate(MONTHS, start=1):
        if len(word) >= 3 and name.lower().startswith(word):
            return number
    return 0
