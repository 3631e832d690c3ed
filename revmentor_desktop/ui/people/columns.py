"""The columns that the table of people can show, and which of them the officer chose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.text import fold
from revmentor_desktop.services.people.register import RegisterEntry
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.meeting_words import mode_names, slot_words
from revmentor_desktop.ui.people.words import missing_names, state_names
from revmentor_desktop.ui.roles import role_names

LEAST_WIDTH: Final = 60
MOST_WIDTH: Final = 900
_PLANNED_HEIGHT: Final = 17
_DIGITS: Final = re.compile(r"(\d+)")
_ROLES: Final = list(Role)
_STATES: Final = list(ParticipationState)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: how a person's cell reads, and what it is sorted by (None: empty, comes last).

    `of_programme` columns say something only while a programme is looked at. `long` cells have
    their whole text as a tooltip.
    """

    key: str
    title: str
    width: int
    text: Callable[[RegisterEntry], str]
    order: Callable[[RegisterEntry], Any]
    of_programme: bool = False
    long: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A column that is shown, with its width in logical pixels."""

    key: str
    width: int


OWN: Final = "own:"
"""How the keys of columns begin that belong to one programme only; see `own_columns`."""

STANDARD: Final = (
    "name", "role", "state", "partners", "job_title", "department", "email"
)  # fmt: skip
"""The columns shown until the officer chooses."""


@cache
def columns() -> tuple[Column, ...]:
    """Return every column that all programmes have, in the order in which they are offered."""
    return (*_of_the_person(), *_of_the_programme(), *_of_the_meeting())


def position(key: str) -> int:
    """Return where a column stands in `columns`."""
    return [column.key for column in columns()].index(key)


def text_scale(text_height: int) -> float:
    """Return how much wider than planned columns must be for text of that height in pixels."""
    return max(1.0, text_height / _PLANNED_HEIGHT)


def standard_layout(scale: float = 1.0) -> list[Shown]:
    """Return the columns that are shown until the officer chooses, wider by `scale`."""
    return [Shown(key, round(columns()[position(key)].width * scale)) for key in STANDARD]


def layout_from(stored: object, scale: float = 1.0) -> list[Shown]:
    """Return the columns as they were kept in the preferences, or the standard ones.

    What is unknown, doubled or out of bounds is mended: the preferences may be of another version.
    Columns of one programme stay, for when it is looked at.
    """
    known = {column.key for column in columns()}
    shown: dict[str, Shown] = {}
    for entry in stored if isinstance(stored, list) else []:
        match entry:
            case [str(key), int(width)] if key in known or key.startswith(OWN):
                shown[key] = Shown(key, max(LEAST_WIDTH, min(width, MOST_WIDTH)))
    if "name" not in shown:
        return standard_layout(scale)
    return list(shown.values())


def layout_to_store(shown: Iterable[Shown]) -> list[list[object]]:
    """Return a layout as the preferences keep it."""
    return [[column.key, column.width] for column in shown]


@lru_cache(maxsize=10_000)
def natural(text: str) -> tuple[tuple[int, int, str], ...] | None:
    """Return a key under which "Band 9" comes before "Band 10"; None for no text."""
    if not text:
        return None
    parts = _DIGITS.split(fold(text))
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts if part)


@lru_cache(maxsize=50_000)
def _folded(text: str) -> str | None:
    """Return the key to sort a text by; most columns hold few different ones."""
    return fold(text) if text else None


def _text_column(
    key: str, title: str, width: int, text: Callable[[RegisterEntry], str], *, long: bool = False
) -> Column:
    return Column(key, title, width, text, lambda entry: _folded(text(entry)), long=long)


def _of_the_person() -> tuple[Column, ...]:
    tr = QCoreApplication.translate
    return (
        Column(
            "name", tr("people", "Name"), 190, lambda e: e.person.full_name, lambda e: e.by_name
        ),
        _text_column("first_name", tr("people", "First name"), 120, lambda e: e.person.first_name),
        _text_column("last_name", tr("people", "Surname"), 120, lambda e: e.person.last_name),
        _text_column("email", tr("people", "E-mail"), 220, lambda e: e.person.email),
        _text_column("job_title", tr("people", "Job title"), 170, lambda e: e.person.job_title),
        _text_column("department", tr("people", "Department"), 130, lambda e: e.person.department),
        _text_column("site", tr("people", "Site"), 120, lambda e: e.person.site),
        _text_column("line_manager", tr("people", "Line manager"), 150, lambda e: e.line_manager),
        Column(
            "grade",
            tr("people", "Grade"),
            80,
            lambda e: e.person.grade,
            lambda e: natural(e.person.grade),
        ),
        Column(
            "start_date",
            tr("people", "Start date"),
            130,
            lambda e: short_date(e.person.start_date) if e.person.start_date else "",
            lambda e: e.person.start_date,
        ),
    )


def _of_the_programme() -> tuple[Column, ...]:
    tr = QCoreApplication.translate
    return (
        Column("role", tr("people", "Role"), 100, role_text, _role_order, of_programme=True),
        Column("state", tr("people", "State"), 124, state_text, _state_order, of_programme=True),
        Column(
            "partners",
            tr("people", "Paired with"),
            150,
            partners_text,
            lambda e: _folded(", ".join(e.partners)),
            of_programme=True,
            long=True,
        ),
        Column(
            "most_partners",
            tr("people", "Most partners"),
            110,
            _most_partners,
            lambda e: e.participation.most_partners if e.participation else None,
            of_programme=True,
        ),
        Column(
            "opted_in_on",
            tr("people", "Opted in on"),
            130,
            lambda e: short_date(opted) if (opted := _opted_in(e)) else "",
            _opted_in,
            of_programme=True,
        ),
        _text_column(
            "elsewhere",
            tr("people", "Other programmes"),
            180,
            lambda e: ", ".join(name for name, _ in e.elsewhere),
            long=True,
        ),
    )


def _of_the_meeting() -> tuple[Column, ...]:
    tr = QCoreApplication.translate
    return (
        _text_column(
            "offers",
            tr("people", "Can offer"),
            200,
            lambda e: ", ".join(e.person.offers),
            long=True,
        ),
        _text_column(
            "wants",
            tr("people", "Wants to learn"),
            200,
            lambda e: ", ".join(e.person.wants),
            long=True,
        ),
        _text_column(
            "interests",
            tr("people", "Interests"),
            180,
            lambda e: ", ".join(e.person.interests),
            long=True,
        ),
        Column(
            "slots",
            tr("people", "Free at"),
            180,
            lambda e: slot_words(e.person.slots),
            lambda e: len(e.person.slots) or None,
            long=True,
        ),
        _text_column(
            "meeting_mode",
            tr("people", "Prefers to meet"),
            120,
            lambda e: mode_names()[e.person.meeting_mode] if e.person.meeting_mode else "",
        ),
        Column(
            "missing",
            tr("people", "Missing details"),
            200,
            lambda e: ", ".join(missing_names()[field] for field in e.missing),
            lambda e: -len(e.missing) or None,
            long=True,
        ),
    )


def role_text(entry: RegisterEntry) -> str:
    """Return the role a person takes, or that they take none."""
    if entry.participation is None:
        return QCoreApplication.translate("people", "No role")
    return role_names()[entry.participation.role]


def state_text(entry: RegisterEntry) -> str:
    """Return how far a person's part has come; nothing for who takes none."""
    return state_names()[entry.participation.state] if entry.participation else ""


def partners_text(entry: RegisterEntry) -> str:
    """Return who a person is paired with, or that they are not; nothing for who takes no part."""
    if entry.participation is None:
        return ""
    if not entry.partners:
        return QCoreApplication.translate("people", "Not paired")
    return ", ".join(entry.partners)


def _role_order(entry: RegisterEntry) -> int | None:
    return _ROLES.index(entry.participation.role) if entry.participation else None


def _state_order(entry: RegisterEntry) -> int | None:
    return _STATES.index(entry.participation.state) if entry.participation else None


def _most_partners(entry: RegisterEntry) -> str:
    """Return how many partners somebody may have; it says so where that is their own number."""
    if (part := entry.participation) is None:
        return ""
    if part.own_partners is None:
        return str(part.most_partners)
    return QCoreApplication.translate("people", "{0} (their own)").format(part.own_partners)


def _opted_in(entry: RegisterEntry) -> Any:
    return entry.participation.opted_in_on if entry.participation else None
