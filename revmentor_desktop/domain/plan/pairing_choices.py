"""What the officer decides about pairing: which rules bind, and how much each criterion weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

RULES: Final = (
    "line",
    "department",
    "not-with",
    "earlier-partners",
    "mode",
    "time",
)
"""The hard rules that a programme can switch, the weightiest first. That nobody is paired while
paused or withdrawn, or beyond the partners they can take, always holds."""

DEFAULT_RULES: Final = frozenset({"line", "department", "not-with", "earlier-partners"})

CRITERIA: Final = (
    "offers",
    "difference",
    "place",
    "availability",
    "interests",
    "grade-gap",
    "style",
)
"""The criteria of a good pair. No published source gives weights; a stated wish to learn is called
the main consideration, place the second (Yorkshire Accord)."""

DEFAULT_WEIGHTS: Final[Mapping[str, int]] = {
    "offers": 35,
    "difference": 20,
    "place": 10,
    "availability": 10,
    "interests": 10,
    "grade-gap": 10,
    "style": 5,
}
MOST_WEIGHT: Final = 100


class OwnRuleKind(StrEnum):
    """How two people's values of a field must stand to each other."""

    MUST_DIFFER = "must_differ"
    MUST_BE_EQUAL = "must_be_equal"
    MUST_OVERLAP = "must_overlap"


class OwnCriterionKind(StrEnum):
    """What of two people's values of a field counts for a pair."""

    SAME = "same"
    DIFFERENT = "different"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRule:
    """A hard rule made from a field: a detail of People or the key of an own field."""

    field: str
    kind: OwnRuleKind


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCriterion:
    """A criterion made from a field, with its weight from 0 to 100."""

    field: str
    kind: OwnCriterionKind
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingChoices:
    """The rules that bind, the weights (0 to 100) by criterion, and what is made of own fields.

    `difference_fields` are the fields on which different experience is sought.
    """

    rules: frozenset[str] = DEFAULT_RULES
    weights: Mapping[str, int] = field(default_factory=lambda: dict(DEFAULT_WEIGHTS))
    difference_fields: tuple[str, ...] = ("department", "site", "grade")
    own_rules: tuple[OwnRule, ...] = ()
    own_criteria: tuple[OwnCriterion, ...] = ()
