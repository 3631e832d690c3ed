"""What a column of a people file can be: a field of a person or of their part in a programme.

Beside the fields that everybody has, a programme may ask fields of its own; those are given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField


class Target(StrEnum):
    """Where the cells of a column go. Values are the names of the fields, where they are fields."""

    FULL_NAME = "full_name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    JOB_TITLE = "job_title"
    DEPARTMENT = "department"
    SITE = "site"
    LINE_MANAGER = "line_manager"
    GRADE = "grade"
    START_DATE = "start_date"
    OFFERS = "offers"
    WANTS = "wants"
    SLOTS = "slots"
    MEETING_MODE = "meeting_mode"
    INTERESTS = "interests"
    ABOUT_ME = "about_me"
    ROLE = "role"
    STATE = "state"
    MOST_PARTNERS = "most_partners"
    MOTIVATION = "motivation"
    NOT_WITH = "not_with"
    NOTE = "note"
    OPTED_IN_ON = "opted_in_on"
    ANSWERS_AGREED = "answers_agreed"


NAMES: Final = frozenset({Target.FULL_NAME, Target.FIRST_NAME, Target.LAST_NAME})
LISTS: Final = frozenset({Target.OFFERS, Target.WANTS, Target.INTERESTS})
TEXTS: Final = frozenset({Target.ABOUT_ME, Target.MOTIVATION, Target.NOTE})
DATES: Final = frozenset({Target.START_DATE, Target.OPTED_IN_ON})

CODED: Final = (
    Target.ROLE,
    Target.STATE,
    Target.MEETING_MODE,
    Target.SLOTS,
    Target.ANSWERS_AGREED,
)
"""Targets whose cells are mapped to values of ours."""

JOINED: Final = LISTS | TEXTS | {Target.SLOTS, Target.NOT_WITH, Target.LINE_MANAGER}
"""Targets that may be filled from several columns."""

PARTICIPATION: Final = frozenset(
    {
        Target.ROLE,
        Target.STATE,
        Target.MOST_PARTNERS,
        Target.MOTIVATION,
        Target.NOT_WITH,
        Target.NOTE,
        Target.OPTED_IN_ON,
        Target.ANSWERS_AGREED,
    }
)
"""Targets that belong to a part in a programme and are left out where nobody takes part."""


@dataclass(frozen=True, slots=True)
class Consent:
    """Each person's own consent to the use of a special-category answer.

    Its cells hold the day on which it was given, or yes and no to a question of its own. That
    somebody answered the field itself is never taken for consent.
    """

    field: OwnField


OwnTarget = OwnField | Consent
"""What a programme's own fields give to fill: their answers, and consent where that is needed."""
AnyTarget = Target | OwnTarget
"""Where the cells of a column go: a field that everybody has, or one that a programme asks."""


def own_targets(own_fields: Iterable[OwnField]) -> tuple[OwnTarget, ...]:
    """Return what columns can fill of a programme's own fields, consent beside its field."""
    return tuple(
        target
        for own in own_fields
        for target in ((own, Consent(own)) if own.is_special else (own,))
    )


def is_coded(target: AnyTarget) -> bool:
    """Tell whether cells of a target are mapped to values of ours, or of the officer's choosing."""
    if isinstance(target, OwnField):
        return target.kind in {FieldKind.ONE_OF, FieldKind.SEVERAL_OF}
    return isinstance(target, Consent) or target in CODED


def needs_part(target: AnyTarget | None) -> bool:
    """Tell whether a target belongs to a part in a programme."""
    return isinstance(target, OwnField | Consent) or target in PARTICIPATION
