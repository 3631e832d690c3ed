"""Plans as they are stored: texts cleaned and none too long, empty entries of lists left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final, TypeVar

from revmentor_desktop.domain.checks import TAG_LIMIT
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.text import LINE_LIMIT, TEXT_LIMIT, clean_text

T = TypeVar("T")

LINES: Final = frozenset(
    {
        "sponsor.name",
        "sponsor.job_title",
        "schedule.closed.label",
        "sessions.title",
        "taking_part.mentor_name.one",
        "taking_part.mentor_name.several",
        "taking_part.mentee_name.one",
        "taking_part.mentee_name.several",
        "taking_part.own_fields.label",
    }
)
"""The texts that stand in one line wherever they are shown."""

WORDS: Final = frozenset(
    {"taking_part.offers", "taking_part.wants", "taking_part.own_fields.options"}
)
"""The texts that people choose as entries of a list."""


@dataclass(frozen=True, slots=True)
class LongText:
    """A text that is too long to be stored: where it stands, its length, how much fits.

    `field` are the names that lead to it in a `Plan`, "objectives.measure" for instance.
    """

    field: str
    length: int
    limit: int


def cleaned(value: T) -> T:
    """Return a part of a plan with every text in it cleaned like any other text that is stored.

    A draft is kept as typed; what documents and letters print is not. Raises KnownError
    ``text-too-long``.
    """
    result: T = _cleaned(value)
    return result


def long_texts(plan: Plan) -> Iterator[LongText]:
    """Yield the texts of a plan that are too long to be stored."""
    for section in fields(plan):
        yield from _long_texts(getattr(plan, section.name), section.name)


def limit_of(field: str) -> int:
    """Return how many characters fit into a text of a plan."""
    if field in WORDS:
        return TAG_LIMIT
    return LINE_LIMIT if field in LINES else TEXT_LIMIT


def _long_texts(value: Any, field: str) -> Iterator[LongText]:
    if isinstance(value, str) and not isinstance(value, Enum):
        limit = limit_of(field)
        try:
            clean_text(value, limit)
        except KnownError as error:
            yield LongText(field, int(str(error.params["length"])), limit)
    elif isinstance(value, tuple):
        for one in value:
            yield from _long_texts(one, field)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _long_texts(one, field)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _long_texts(getattr(value, part.name), f"{field}.{part.name}")


def _cleaned(value: Any) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, tuple):
        entries = (_cleaned(one) for one in value)
        return tuple(one for one in entries if one != "")
    if isinstance(value, Mapping):
        return {key: _cleaned(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{one.name: _cleaned(getattr(value, one.name)) for one in fields(value)}
        )
    return value
