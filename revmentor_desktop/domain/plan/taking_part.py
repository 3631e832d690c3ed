"""Who takes part: what the two sides are called, how many, who may apply, what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.own_fields import OwnField

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


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleName:
    """What one side is called, one of them and several."""

    one: str
    several: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingPart:
    """The people side of a plan. `offers` and `wants` are lists of skills that forms suggest.

    Places: how many can take part on each side; 0 while that is open.
    """

    mentor_name: RoleName = RoleName(one="Mentor", several="Mentors")
    mentee_name: RoleName = RoleName(one="Leader", several="Leaders")
    mentor_places: int = 0
    mentee_places: int = 0
    mentor_may_apply: str = ""
    mentee_may_apply: str = ""
    asked: tuple[str, ...] = DETAILS
    offers: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    own_fields: tuple[OwnField, ...] = ()

    def name_of(self, role: Role) -> RoleName:
        """Return what a role is called."""
        return self.mentor_name if role is Role.MENTOR else self.mentee_name

    def field(self, key: str) -> OwnField | None:
        """Return an own field by its key, or None."""
        return next((one for one in self.own_fields if one.key == key), None)
