"""Dates as people write them in Britain, and a few other ways."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.spreadsheets.grid import Cell, text_of
from revmentor_desktop.system.dates import month_number

_END = r"(?:[t\s,]+\d{1,2}[:.]\d{2}.*)?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_END}")
_NUMERIC = re.compile(rf"(\d{{1,2}})\s?[./\- ]\s?(\d{{1,2}})\s?[./\- ]\s?(\d{{4}}|\d{{2}}){_END}")
_DAY_MONTH = re.compile(
    rf"(?:[a-z]{{3,9}},?\s+)?(\d{{1,2}})(?:st|nd|rd|th)?[\s\-./]*(?:of\s)?([a-z]{{3,9}})\.?,?"
    rf"[\s\-./]*['’]?(\d{{4}}|\d{{2}}){_END}"
)
_MONTH_DAY = re.compile(rf"([a-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_END}")
_MONTH_YEAR = re.compile(r"([a-z]{3,9})\.?[\s\-./]+['’]?(\d{4}|\d{2})")
_YEAR = re.compile(r"(\d{4})")
# How spreadsheets count days; 1955 to 2064, so that years and grades are not taken for dates.
_DAY_ZERO: Final = date(1899, 12, 30)
_SERIALS: Final = range(20_090, 60_267)
_YEARS_AHEAD: Final = 10


def parse_date(cell: Cell, today: date, *, month_first: bool = False) -> tuple[date, str | None]:
    """Return the day that a cell means, and the code of a warning or None.

    Years of two digits lie at most ten years ahead of `today`. Raises KnownError ``date-unclear``.
    """
    if isinstance(cell, datetime):
        return cell.date(), None
    if isinstance(cell, date):
        return cell, None
    text = text_of(cell).strip().lower()
    if text.isdigit() and len(text) == 5 and int(text) in _SERIALS:
        return _DAY_ZERO + timedelta(days=int(text)), "date-from-number"
    try:
        return _from_text(text, today, month_first)
    except ValueError as error:
        raise KnownError("date-unclear", text=text_of(cell).strip()[:60]) from error


def _from_text(text: str, today: date, month_first: bool) -> tuple[date, str | None]:
    if match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
        return date(year, month, day), None
    if match := _NUMERIC.fullmatch(text):
        return _numeric(int(match[1]), int(match[2]), _year(match[3], today), month_first)
    if match := _DAY_MONTH.fullmatch(text):
        return date(_year(match[3], today), month_number(match[2]), int(match[1])), None
    if match := _MONTH_DAY.fullmatch(text):
        return date(int(match[3]), month_number(match[1]), int(match[2])), None
    if match := _MONTH_YEAR.fullmatch(text):
        return date(_year(match[2], today), month_number(match[1]), 1), "date-no-day"
    if match := _YEAR.fullmatch(text):
        return date(int(match[1]), 1, 1), "date-no-day"
    raise ValueError(text)


def _numeric(first: int, second: int, year: int, month_first: bool) -> tuple[date, str | None]:
    """The day stands first in Britain; where it cannot, or the whole column says so, second."""
    if month_first or second > 12 >= first:
        return date(year, first, second), "date-month-first"
    return date(year, second, first), None


def _year(text: str, today: date) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return 2000 + year if 2000 + year <= today.year + _YEARS_AHEAD else 1900 + year


def is_month_first(cells: Iterable[Cell]) -> bool:
    """Tell whether a column writes the month first: some dates can only be so, none otherwise."""
    month_first = False
    for cell in cells:
        match = _NUMERIC.fullmatch(cell.strip()) if isinstance(cell, str) else None
        if match is not None:
            if int(match[1]) > 12:
                return False
            month_first = month_first or int(match[2]) > 12
    return month_first


def looks_like_date(cell: Cell, today: date) -> bool:
    """Tell whether a cell could be a day."""
    if isinstance(cell, date):
        return True
    if not isinstance(cell, str) or _YEAR.fullmatch(cell.strip()):
        return False
    try:
        parse_date(cell, today)
    except KnownError:
        return False
    return True
