"""Dates as words, and words as dates."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(
    r"(?:[a-z]{3,9},? +)?(\d{1,2})(?:st|nd|rd|th)?[ ./-]+"
    r"([a-z]{3,9}|\d{1,2})\.?,?[ ./-]+(\d{4}|\d{2})",
    re.IGNORECASE,
)


def date_words(day: date) -> str:
    """Return a date as it stands everywhere in the program: "Tue 19 Jan 2027"."""
    return f"{_DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def read_date(text: str) -> date | None:
    """Read "19 Jan 2027", "Tue 19 January 2027", "19/1/27" (day first) or "2027-01-19".

    None for what is no date; two digits of a year are of this century.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
    else:
        return None
    number = int(month) if month.isdigit() else _month(month)
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    except ValueError:
        return None


def _month(word: str) -> int:
    """Return the number of a month by its name or its beginning; 0 when it is none."""
    for number, name in enumerate(MONTHS, start=1):
        if name.lower().startswith(word.lower()) or (word.lower() == "sept" and number == 9):
            return number
    return 0
