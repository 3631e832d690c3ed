"""Frozen values as JSON and back, for tables that keep a whole value in one column.

Written for reading without SQLModel, which the start of the window cannot wait for. What is
missing takes its default, what is unknown is left out, so that older and newer values can be read.
A dataclass for which that is not enough says with `as_stored_now` how an older one would be stored.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_json(value: object) -> str:
    """Return a value made of dataclasses, tuples, sets, mappings, dates, enumerations as JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def from_json(kind: type[T], text: str) -> T:
    """Return the value of type `kind` that `to_json` wrote. Raises ValueError for anything else."""
    return from_plain(kind, json.loads(text))


def from_plain(kind: type[T], plain: Any) -> T:
    """Return the value of type `kind` from what `json.loads` gave, or a TOML file.

    Raises ValueError where something has another type.
    """
    value: T = _value(kind, plain)
    return value


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(str(one) if isinstance(one, StrEnum) else one for one in value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _value(kind: Any, plain: Any) -> Any:
    """Return `plain` as `kind`: a dataclass, a container of kinds, a union, or a simple type."""
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_value(kind, plain)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return _one_of_kinds(arguments, plain)
    if origin is tuple:
        return tuple(_value(arguments[0], one) for one in _expected(list, plain))
    if origin is frozenset:
        return frozenset(_value(arguments[0], one) for one in _expected(list, plain))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        pairs = _expected(dict, plain).items()
        return {_value(arguments[0], key): _value(arguments[1], one) for key, one in pairs}
    return _simple_value(kind, plain)


def _dataclass_value(kind: Any, plain: Any) -> Any:
    hints, given = _hints(kind), _expected(dict, plain)
    if hasattr(kind, "as_stored_now"):
        given = kind.as_stored_now(given)
    known = {one.name for one in fields(kind)} & set(given)
    try:
        return kind(**{name: _value(hints[name], given[name]) for name in known})
    except TypeError as error:
        raise ValueError(f"{kind.__name__} lacks a field") from error


def _one_of_kinds(kinds: tuple[Any, ...], plain: Any) -> Any:
    if plain is None and type(None) in kinds:
        return None
    for kind in kinds:
        if kind is not type(None):
            try:
                return _value(kind, plain)
            except ValueError:
                continue  # one of the other kinds may fit
    raise ValueError(f"{plain!r} is none of {kinds}")


def _simple_value(kind: Any, plain: Any) -> Any:
    if kind is date:
        return plain if isinstance(plain, date) else date.fromisoformat(_expected(str, plain))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(_expected(str, plain))
    if kind is float:
        return float(_expected((int, float), plain))
    return _expected(kind, plain)


def _expected(kind: Any, plain: Any) -> Any:
    is_bool_for_number = isinstance(plain, bool) and kind is not bool
    if not isinstance(plain, kind) or is_bool_for_number:
        raise ValueError(f"{plain!r} is not {kind}")
    return plain


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
