"""Columns and filters of the fields that a programme asks of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.people.register import RegisterEntry
from revmentor_desktop.services.people.value_words import value_words
from revmentor_desktop.ui.people.columns import OWN, Column, natural

_WIDTH: Final = 150
_OF_CHOICES: Final = frozenset({FieldKind.ONE_OF, FieldKind.SEVERAL_OF})


def own_columns(asked: TakingPart, programme_id: int | None) -> tuple[Column, ...]:
    """Return a column for each own field that is asked.

    The programme is part of the key: the same key of a field means another one elsewhere, and a
    choice of columns is kept for each.
    """
    return tuple(
        Column(
            f"{OWN}{programme_id}:{own.key}",
            own.label,
            _WIDTH,
            _text_of(own),
            _order_of(own),
            of_programme=True,
            long=True,
        )
        for own in asked.asked_fields()
    )


def choice_fields(asked: TakingPart) -> tuple[OwnField, ...]:
    """Return the own fields by whose answers the list can be narrowed."""
    return tuple(own for own in asked.asked_fields() if own.kind in _OF_CHOICES and own.options)


def _text_of(own: OwnField) -> Callable[[RegisterEntry], str]:
    return lambda entry: value_words(own, entry.usable.get(own.key))


def _order_of(own: OwnField) -> Callable[[RegisterEntry], Any]:
    text = _text_of(own)

    def order(entry: RegisterEntry) -> Any:
        value = entry.usable.get(own.key)
        match own.kind:
            case FieldKind.NUMBER:
                return value if isinstance(value, int | float) else None
            case FieldKind.DATE:
                return value if isinstance(value, str) else None
            case FieldKind.ONE_OF if value in own.options:
                # As the officer ordered the answers, which need not be by letter.
                return ((0, own.options.index(str(value)), ""),)
            case _:
                return natural(text(entry))

    return order
