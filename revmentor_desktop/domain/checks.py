"""What may stand in a field: cleaned values out, or an `InvalidField` that says what is wrong.

The editors check one field when it is left; the tables check every field before it is stored.
Both use the functions here, so that a rule is written once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final

from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.text import clean_line, clean_text, fold

TAG_LIMIT: Final = 100
"""Most characters in one entry of a list such as an offer or an interest."""
TAGS_LIMIT: Final = 50
"""Most entries in such a list."""
PARTNERS_LIMIT: Final = 10
SESSIONS_LIMIT: Final = 52
MINUTES_LIMITS: Final = (15, 240)
WEEKS_LIMITS: Final = (1, 26)
EARLIEST_DATE: Final = date(1930, 1, 1)
LATEST_DATE: Final = date(2100, 12, 31)

_EMAIL = re.compile(r"[^@\s<>,;:\"()]+@[^@\s<>,;:\"()]+\.[^@\s<>,;:\"()]+")


def email(text: str) -> str:
    """Return an e-mail address in lower case, or "" for none. Raises KnownError ``email-odd``."""
    address = clean_line(text).lower()
    if address and not _EMAIL.fullmatch(address):
        raise KnownError("email-odd", text=address)
    return address


def tags(entries: Iterable[str]) -> tuple[str, ...]:
    """Return the entries of a list cleaned, in order, none empty and none twice."""
    kept: dict[str, str] = {}
    for entry in entries:
        text = clean_line(entry, TAG_LIMIT)
        if text:
            kept.setdefault(fold(text), text)
    if len(kept) > TAGS_LIMIT:
        raise KnownError("too-many-entries", count=len(kept), limit=TAGS_LIMIT)
    return tuple(kept.values())


def _sensible_date(day: date | None) -> date | None:
    if day is not None and not EARLIEST_DATE <= day <= LATEST_DATE:
        raise KnownError("date-odd", first=EARLIEST_DATE.year, last=LATEST_DATE.year)
    return day


def _between(lowest: int, highest: int) -> Callable[[int], int]:
    def check(number: int) -> int:
        if not lowest <= number <= highest:
            raise KnownError("number-odd", lowest=lowest, highest=highest)
        return number

    return check


def _or_nothing(check: Callable[[int], int]) -> Callable[[int | None], int | None]:
    return lambda number: None if number is None else check(number)


def _required_line(text: str) -> str:
    line = clean_line(text)
    if not line:
        raise KnownError("name-missing")
    return line


PERSON: Final[Mapping[str, Callable[[Any], Any]]] = {
    "first_name": clean_line,
    "last_name": clean_line,
    "email": email,
    "job_title": clean_line,
    "department": clean_line,
    "site": clean_line,
    "line_manager_text": clean_line,
    "grade": clean_line,
    "start_date": _sensible_date,
    "offers": tags,
    "wants": tags,
    "interests": tags,
    "about_me": clean_text,
}
"""The check of each field of `PersonDetails` that people type."""

PARTICIPATION: Final[Mapping[str, Callable[[Any], Any]]] = {
    "own_partners": _or_nothing(_between(1, PARTNERS_LIMIT)),
    "motivation": clean_text,
    "note": clean_text,
    "opted_in_on": _sensible_date,
}
"""The check of each field of `ParticipationDetails` that people type."""

PAIRING: Final[Mapping[str, Callable[[Any], Any]]] = {
    "mentor_partners": _between(1, PARTNERS_LIMIT),
    "mentee_partners": _between(1, PARTNERS_LIMIT),
}
"""The check of the numbers of `PairingChoices` that people type."""

PROGRAMME: Final[Mapping[str, Callable[[Any], Any]]] = {
    "name": _required_line,
    "purpose": clean_text,
    "start_date": _sensible_date,
    "session_count": _between(1, SESSIONS_LIMIT),
    "session_minutes": _between(*MINUTES_LIMITS),
    "weeks_between": _between(*WEEKS_LIMITS),
}
"""The check of each field of `ProgrammeDetails`."""


def checked(checks: Mapping[str, Callable[[Any], Any]], field: str, value: Any) -> Any:
    """Return `value` as it may be stored in `field`. Raises InvalidField with the field's name."""
    check = checks.get(field)
    if check is None:
        return value
    try:
        return check(value)
    except KnownError as error:
        raise InvalidField(field, error.code, **error.params) from error


def require_a_name(first_name: str, last_name: str) -> None:
    """Raise InvalidField when a person would have neither a first name nor a surname."""
    if not (first_name or last_name):
        raise InvalidField("first_name", "person-needs-name")
