"""What a cell says of somebody's consent: the day it was given, or yes and no."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from revmentor_desktop.domain.checks import EARLIEST_DATE, LATEST_DATE
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.people_file.dates import parse_date
from revmentor_desktop.exchange.spreadsheets.grid import Cell, text_of

_SAID_FIRST: Final = re.compile(
    r"\A(yes|agreed?|consented|(consent )?given)\b[\s,;:–-]*(on\b)?", re.IGNORECASE
)
_ANY_DAY: Final = date(2000, 1, 1)


def consent_day(cell: Cell, today: date, *, month_first: bool = False) -> date | None:
    """Return the day that a cell gives ("12/3/2027", "Yes, 12 March 2027"), or None for none.

    A month or a year is no day: consent is never given a date of our own making.
    """
    said = cell if isinstance(cell, date) else _SAID_FIRST.sub("", text_of(cell).strip(), count=1)
    try:
        day, warning = parse_date(said, today, month_first=month_first)
    except KnownError:
        return None
    is_sound = warning != "date-no-day" and EARLIEST_DATE <= day <= LATEST_DATE
    return day if is_sound else None


def names_a_day(cell: Cell) -> bool:
    """Tell whether a cell gives a day, whichever it is."""
    return consent_day(cell, _ANY_DAY) is not None
