"""Plans as they are stored: typed texts cleaned, empty entries of lists left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from revmentor_desktop.domain.text import clean_text

T = TypeVar("T")


def cleaned(value: T) -> T:
    """Return a part of a plan with every text in it cleaned like any other text that is stored.

    A draft is kept as typed; what documents and letters print is not. Raises KnownError
    ``text-too-long``.
    """
    result: T = _cleaned(value)
    return result


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
