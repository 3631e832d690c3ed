"""Answers to the officer's own fields: which value a field takes, and which may be used."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from revmentor_desktop.domain.checks import EARLIEST_DATE, LATEST_DATE
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField, OwnValue
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.domain.text import clean_text, fold

if TYPE_CHECKING:
    from revmentor_desktop.domain.participation import Participation

_SHOWN: Final = 60
"""Most characters of an answer that a sentence quotes."""
_LARGEST: Final = 1e12


def checked_value(field: OwnField, value: OwnValue | None) -> OwnValue | None:
    """Return an answer as it may be stored in `field`, or None for none.

    Raises KnownError ``own-field-not-asked`` (switched off, or special-category data without a
    recorded purpose), ``own-value-no-option``, ``own-value-no-number``, ``own-value-no-date`` or
    ``text-too-long``.
    """
    if not field.is_asked:
        raise KnownError("own-field-not-asked", field=field.label)
    match field.kind:
        case FieldKind.TEXT:
            return clean_text(_text(value)) or None
        case FieldKind.ONE_OF:
            text = _text(value).strip()
            return _option(field, text) if text else None
        case FieldKind.SEVERAL_OF:
            given = {_option(field, one.strip()) for one in _texts(value) if one.strip()}
            return tuple(one for one in field.options if one in given) or None
        case FieldKind.NUMBER:
            return _number(field, value)
        case FieldKind.DATE:
            return _date(field, value)


def option_meant(field: OwnField, text: str) -> str | None:
    """Return the option that a text names whatever its case and accents, or None."""
    key = _key(text)
    return next((option for option in field.options if _key(option) == key), None)


def usable_values(part: Participation, taking_part: TakingPart) -> dict[str, OwnValue]:
    """Return the answers that may be used for pairing, lists and papers, by the field's key.

    Left out are answers to fields that are not asked of this role (any more), and those to
    special-category fields without a recorded purpose or without this person's consent.
    """
    asked = {one.key: one for one in taking_part.asked_fields(part.role)}
    return {
        key: value
        for key, value in part.own_values.items()
        if key in asked and (not asked[key].is_special or key in part.consents)
    }


def _option(field: OwnField, text: str) -> str:
    meant = option_meant(field, text)
    if meant is None:
        raise KnownError("own-value-no-option", text=text[:_SHOWN], field=field.label)
    return meant


def _number(field: OwnField, value: Any) -> float | None:
    if value is None or value == "":
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not abs(number) <= _LARGEST:
        raise KnownError("own-value-no-number", text=str(value)[:_SHOWN], field=field.label)
    return number


def _date(field: OwnField, value: Any) -> str | None:
    if value is None or value == "":
        return None
    try:
        day = date.fromisoformat(str(value))
    except ValueError as error:
        raise KnownError(
            "own-value-no-date", text=str(value)[:_SHOWN], field=field.label
        ) from error
    if not EARLIEST_DATE <= day <= LATEST_DATE:
        raise KnownError("date-odd", first=EARLIEST_DATE.year, last=LATEST_DATE.year)
    return day.isoformat()


def _text(value: OwnValue | None) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)


def _texts(value: OwnValue | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (_text(value),)


def _key(text: str) -> str:
    return " ".join(fold(text).split())
