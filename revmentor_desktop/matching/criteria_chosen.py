"""The criteria of a programme, made from what its officer decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from revmentor_desktop.domain.field_values import OwnValues
from revmentor_desktop.domain.plan.pairing_choices import (
    CRITERIA,
    MOST_WEIGHT,
    OwnCriterion,
    OwnCriterionKind,
    PairingChoices,
)
from revmentor_desktop.matching.criteria import RECORDED, Criterion, Side
from revmentor_desktop.matching.criteria_fields import Different, GradeGap, Place, Same
from revmentor_desktop.matching.criteria_words import (
    SHARED_INTERESTS,
    SHARED_TIMES,
    OffersWants,
    Shared,
)

SIDES: Final = {
    "offers": Side.PROFESSIONAL,
    "difference": Side.PROFESSIONAL,
    "grade-gap": Side.PROFESSIONAL,
    "place": Side.PERSONAL,
    "availability": Side.PERSONAL,
    "interests": Side.PERSONAL,
    "style": Side.PERSONAL,
}
"""Which sub-score each of `CRITERIA` belongs to."""

_OF_WORK: Final = RECORDED | {"offers", "wants"}


def criteria_of(choices: PairingChoices, own_values: OwnValues) -> tuple[Criterion, ...]:
    """Return what is weighed, in the order of `CRITERIA`, then the officer's own.

    What weighs nothing is left out. `own_values` holds only what may be used of the answers; what
    it leaves out of special-category data drops out of the scores.
    """
    usual = (_usual(key, choices, own_values) for key in CRITERIA)
    own = (_own(one, own_values) for one in choices.own_criteria)
    return tuple(_one_each(one for one in (*usual, *own) if one.weight > 0))


def side_of(own: OwnCriterion) -> Side:
    """Return which sub-score a criterion of the officer's own belongs to."""
    if own.kind is OwnCriterionKind.OFFERS_WANTS or own.field in _OF_WORK:
        return Side.PROFESSIONAL
    return Side.PERSONAL


def _one_each(criteria: Iterable[Criterion]) -> Iterator[Criterion]:
    """Leave out a criterion that was chosen twice: a pair is explained by criterion."""
    seen = set()
    for one in criteria:
        if one.key not in seen:
            seen.add(one.key)
            yield one


def _usual(key: str, choices: PairingChoices, own_values: OwnValues) -> Criterion:
    base = (key, _bounded(choices.weights.get(key, 0)), SIDES[key])
    style = (choices.style_field,) if choices.style_field else ()
    made: dict[str, Callable[[], Criterion]] = {
        "offers": lambda: OffersWants(*base, "offers", "wants", own_values),
        "difference": lambda: Different(*base, choices.difference_fields, own_values),
        "place": lambda: Place(*base),
        "availability": lambda: Shared(*base, "slots", SHARED_TIMES, own_values),
        "interests": lambda: Shared(*base, "interests", SHARED_INTERESTS, own_values),
        "grade-gap": lambda: GradeGap(*base, choices.grade_order, choices.grade_curve),
        "style": lambda: Different(*base, style, own_values),
    }
    return made[key]()


def _own(own: OwnCriterion, own_values: OwnValues) -> Criterion:
    base = (own.key, _bounded(own.weight), side_of(own))
    match own.kind:
        case OwnCriterionKind.SAME:
            return Same(*base, own.field, own_values)
        case OwnCriterionKind.DIFFERENT:
            return Different(*base, (own.field,), own_values)
        case OwnCriterionKind.OVERLAP:
            return Shared(*base, own.field, SHARED_INTERESTS, own_values)
    return OffersWants(*base, own.field, own.wanted_field, own_values)


def _bounded(weight: int) -> int:
    return min(max(weight, 0), MOST_WEIGHT)
