"""What becomes of answers and consents when own fields are changed."""

from __future__ import annotations

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField
from revmentor_desktop.domain.plan.taking_part import TakingPart

_LISTS = frozenset({FieldKind.ONE_OF, FieldKind.SEVERAL_OF})


def removed_fields(before: TakingPart, after: TakingPart) -> tuple[OwnField, ...]:
    """Return the own fields that are gone; what was said to them goes with them."""
    kept = {field.key for field in after.own_fields}
    return tuple(field for field in before.own_fields if field.key not in kept)


def lapsed_fields(before: TakingPart, after: TakingPart) -> tuple[OwnField, ...]:
    """Return the fields whose consents hold no more: gone, or needed for another purpose now.

    Consent is for one purpose, so what was agreed to for another says nothing about this one.
    """
    found = []
    for old in before.own_fields:
        new = after.field(old.key)
        if new is None or _purpose(new) != _purpose(old):
            found.append(old)
    return tuple(found)


def newly_sensitive_fields(before: TakingPart, after: TakingPart) -> tuple[OwnField, ...]:
    """Return the fields that need everybody's consent from now on."""
    known = {field.key: field for field in before.own_fields}
    return tuple(
        field
        for field in after.own_fields
        if field.is_special and field.key in known and not known[field.key].is_special
    )


def silent_fields(before: TakingPart, after: TakingPart) -> tuple[tuple[OwnField, Role], ...]:
    """Return the fields that a side is asked no more, though they are there; answers stay."""
    found: list[tuple[OwnField, Role]] = []
    for role in Role:
        asked = {field.key for field in after.asked_fields(role)}
        found.extend(
            (field, role)
            for field in before.asked_fields(role)
            if field.key not in asked and after.field(field.key) is not None
        )
    return tuple(found)


def fields_of_another_kind(before: TakingPart, after: TakingPart) -> tuple[OwnField, ...]:
    """Return the fields that take another kind of answer now; a list is one kind with the other."""
    found = []
    for old in before.own_fields:
        new = after.field(old.key)
        if new is not None and new.kind is not old.kind and not {old.kind, new.kind} <= _LISTS:
            found.append(new)
    return tuple(found)


def withdrawn_options(before: TakingPart, after: TakingPart) -> dict[str, frozenset[str]]:
    """Return by field which of its answers can be chosen no more."""
    found = {}
    for old in before.own_fields:
        new = after.field(old.key)
        if new is not None and {old.kind, new.kind} <= _LISTS:
            gone = frozenset(old.options) - frozenset(new.options)
            if gone:
                found[old.key] = gone
    return found


def _purpose(field: OwnField) -> str:
    return " ".join(field.special_purpose.split()) if field.is_special else ""
