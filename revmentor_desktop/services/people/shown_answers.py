"""Answers to own fields that a participant's partner gets to read."""

from __future__ import annotations

from collections.abc import Iterator

from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.plan.own_fields import OwnField, OwnValue
from revmentor_desktop.domain.plan.own_values import usable_values
from revmentor_desktop.domain.plan.taking_part import TakingPart


def shown_answers(part: TakingPart, one: Participant) -> Iterator[tuple[OwnField, OwnValue]]:
    """Yield the fields that the partner is shown, each with what this participant said.

    Never special-category answers: who agreed that these are used has not agreed to see them on
    somebody's paper. Nothing of whoever did not agree that their answers are used.
    """
    if one.participation.answers_agreed is False:
        return
    usable = usable_values(one.participation, part)
    for field in part.asked_fields(one.participation.role):
        if field.is_shown_to_partner and not field.is_special and field.key in usable:
            yield field, usable[field.key]


def answer_line(value: OwnValue) -> str:
    """Return an answer in one line."""
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, float):
        return f"{value:g}"
    return " ".join(value.split())
