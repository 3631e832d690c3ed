"""Answers to own fields in words, for lists and papers."""

from __future__ import annotations

from datetime import date

from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField, OwnValue
from revmentor_desktop.system.dates import short_date


def value_words(field: OwnField, value: OwnValue | None) -> str:
    """Return an answer as people read it, "" for none.

    What was given while the field was of another kind is shown as it stands.
    """
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, str):
        return _day_words(value) if field.kind is FieldKind.DATE else value
    return f"{value:,.10g}"


def _day_words(text: str) -> str:
    try:
        return short_date(date.fromisoformat(text))
    except ValueError:
        return text
