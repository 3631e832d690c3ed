"""Rules set aside for one pair, with the reason written down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.pairing_choices import RULES
from revmentor_desktop.domain.text import clean_text

ROLES: Final = "roles"
ONCE: Final = "once"
NO_PLACE: Final = "no-place"
ALWAYS: Final = frozenset({ROLES, ONCE, NO_PLACE})
"""What taking part means, and so always holds: one mentor and one leader; the same two once; nobody
without a place. No reason sets these aside."""

_OWN: Final = "own:"
"""How the keys of the officer's own rules begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A rule that does not count for two people; both are participation ids.

    `rule` is one of `RULES` or the key of an own rule.
    """

    mentor_id: int
    mentee_id: int
    rule: str
    reason: str
    day: date


class Overridden(KnownError):
    """A rule that a pair breaks on purpose: code and words are the rule's, as for any breach."""

    def __init__(self, broken: KnownError, override: Override) -> None:
        super().__init__(broken.code, **broken.params)
        self.override = override

    @property
    def leave(self) -> KnownError:
        """Why it is allowed, as a sentence to stand behind that of the rule."""
        return KnownError("pair-overridden", reason=self.override.reason)


def can_be_overridden(rule: str) -> bool:
    """Tell whether a rule may be set aside for one pair."""
    return rule in RULES or rule.startswith(_OWN)


def checked_override(override: Override) -> Override:
    """Return an override as it may be stored.

    Raises KnownError ``override-not-possible``, ``override-needs-reason``, ``text-too-long``.
    """
    if not can_be_overridden(override.rule):
        raise KnownError("override-not-possible")
    reason = clean_text(override.reason)
    if not reason:
        raise KnownError("override-needs-reason")
    return replace(override, reason=reason)
