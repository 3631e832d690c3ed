"""What the sessions are about, and what is asked before and after."""

from __future__ import annotations

from dataclasses import dataclass

from revmentor_desktop.domain.plan.own_fields import AskedOf


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """The theme of one session, with prompts to start from."""

    title: str
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyQuestion:
    """A statement to agree with on a scale of five, at the start, the middle and the end."""

    text: str
    asked_of: AskedOf = AskedOf.BOTH
