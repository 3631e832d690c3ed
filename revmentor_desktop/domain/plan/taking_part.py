"""Who takes part: what the two sides are called, how many, who may apply, what is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.own_fields import AskedOf, OwnField

DETAILS: Final = (
    "job_title",
    "department",
    "site",
    "line_manager",
    "grade",
    "start_date",
    "offers",
    "wants",
    "slots",
    "meeting_mode",
    "interests",
    "about_me",
    "motivation",
)
"""The details of People that an application can ask for, beside name and e-mail."""

_OWN: Final = "own-"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleName:
    """What one side is called, one of them and several."""

    one: str
    several: str


_USUAL_MENTOR: Final = RoleName(one="Mentor", several="Mentors")
_USUAL_MENTEE: Final = RoleName(one="Leader", several="Leaders")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingPart:
    """The people side of a plan. `offers` and `wants` are lists of skills that forms suggest.

    `thanks` says how taking part is recognised, one thing an entry.

    Places: how many can take part on each side; 0 while that is open. `own_fields_made` is the
    highest number that an own field was given: a removed field's key is never given again, or its
    answers would stand under another question.
    """

    mentor_name: RoleName = _USUAL_MENTOR
    mentee_name: RoleName = _USUAL_MENTEE
    mentor_places: int = 0
    mentee_places: int = 0
    mentor_may_apply: str = ""
    mentee_may_apply: str = ""
    asked: tuple[str, ...] = DETAILS
    offers: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    own_fields: tuple[OwnField, ...] = ()
    own_fields_made: int = 0
    thanks: tuple[str, ...] = ()

    def name_of(self, role: Role) -> RoleName:
        """Return what a role is called; what was left blank is called as usual."""
        named, usual = {
            Role.MENTOR: (self.mentor_name, _USUAL_MENTOR),
            Role.MENTEE: (self.mentee_name, _USUAL_MENTEE),
        }[role]
        one = named.one.strip()
        if not one:
            return usual
        return RoleName(one=one, several=named.several.strip() or f"{one}s")

    def with_own_field(self, field: OwnField) -> TakingPart:
        """Return the same with one more own field, which gets a key that was never given."""
        number = max([self.own_fields_made, *map(_number, self.own_fields)]) + 1
        added = replace(field, key=f"{_OWN}{number}")
        return replace(self, own_fields=(*self.own_fields, added), own_fields_made=number)

    def asked_fields(self, role: Role | None = None) -> tuple[OwnField, ...]:
        """Return the own fields that may be asked, of one side or of anybody."""
        sides = set(AskedOf) if role is None else {AskedOf.BOTH, AskedOf(role)}
        return tuple(one for one in self.own_fields if one.is_asked and one.asked_of in sides)

    def field(self, key: str) -> OwnField | None:
        """Return an own field by its key, or None."""
        return next((one for one in self.own_fields if one.key == key), None)

    def is_special(self, key: str) -> bool:
        """Tell whether an own field holds special-category data; details of People never do."""
        found = self.field(key)
        return found is not None and found.is_special


def _number(field: OwnField) -> int:
    number = field.key.removeprefix(_OWN)
    return int(number) if number.isdecimal() else 0
