"""What the officer decides about pairing: which rules bind, and how much each criterion weighs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain
from typing import Any, Final, TypeGuard

from revmentor_desktop.domain.checks import PAIRING, checked
from revmentor_desktop.domain.participation import USUAL_PARTNERS, Role

WITHDRAWN: Final = "withdrawn"
"""Nobody who withdrew is paired. Off: they stand on the board, marked."""
CAPACITY: Final = "capacity"
"""Nobody gets more partners than agreed. Off: the number is a wish, which suggestions keep to."""

RULES: Final = (
    "line",
    "shared-manager",
    "department",
    "conflict",
    "not-with",
    "failed-pairs",
    "earlier-partners",
    WITHDRAWN,
    "paused",
    "confirmed",
    "mode",
    "time",
    CAPACITY,
)
"""The hard rules that a programme can switch, the weightiest first. What taking part means is none
of them (`domain.overrides.ALWAYS`)."""

DEFAULT_RULES: Final = frozenset(
    {
        "line",
        "shared-manager",
        "department",
        "conflict",
        "not-with",
        "failed-pairs",
        "earlier-partners",
        WITHDRAWN,
        "paused",
        CAPACITY,
    }
)

_FIRST_RULES: Final = ("line", "department", "not-with", "earlier-partners", "mode", "time")
"""Those that there were before it was stored which rules a decision knew of."""

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


@dataclass(frozen=True, slots=True, order=True)
class CurvePoint:
    """What a gap of so many grades is worth, from 0 to 100 points."""

    gap: int
    points: int


DEFAULT_GRADE_CURVE: Final = (
    CurvePoint(0, 0),
    CurvePoint(1, 30),
    CurvePoint(3, 80),
    CurvePoint(5, 100),
)
"""The wider, the better, but ever less so. Practice wants distance; the figures are ours."""


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
    OFFERS_WANTS = "offers_wants"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRule:
    """A hard rule made from a field: a detail of People or the key of an own field."""

    field: str
    kind: OwnRuleKind

    @property
    def key(self) -> str:
        """The name that the rule goes by among all rules."""
        return f"own:{self.field}:{self.kind}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCriterion:
    """A criterion made from a field, with its weight from 0 to 100.

    Of the kind offers–wants, `field` is what the mentor offers and `wanted_field` what the leader
    wants; other kinds compare both people's `field`.
    """

    field: str
    kind: OwnCriterionKind
    weight: int
    wanted_field: str = ""

    @property
    def key(self) -> str:
        """The name that the criterion goes by among all criteria."""
        fields = ":".join(filter(None, (self.field, self.wanted_field)))
        return f"own:{fields}:{self.kind}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingChoices:
    """The rules that bind, the weights (0 to 100) by criterion, and what is made of own fields.

    `difference_fields` are the fields on which different experience is sought, `style_field` the
    one that says how somebody likes to talk ("": not asked). `grade_order` lists the grades from
    the lowest to the highest where their own numbers do not tell; `grade_curve` is what the gap
    between two is worth. `rules_known` are the rules that could be chosen among.
    `mentor_partners` is how many leaders a mentor may have, `mentee_partners` how many mentors a
    leader: from 1 to `PARTNERS_LIMIT`, for all who have no number of their own.
    """

    rules: frozenset[str] = DEFAULT_RULES
    rules_known: frozenset[str] = frozenset(RULES)
    weights: Mapping[str, int] = field(default_factory=lambda: dict(DEFAULT_WEIGHTS))
    difference_fields: tuple[str, ...] = ("department", "site", "grade")
    style_field: str = ""
    grade_order: tuple[str, ...] = ()
    grade_curve: tuple[CurvePoint, ...] = DEFAULT_GRADE_CURVE
    own_rules: tuple[OwnRule, ...] = ()
    own_criteria: tuple[OwnCriterion, ...] = ()
    mentor_partners: int = USUAL_PARTNERS
    mentee_partners: int = USUAL_PARTNERS

    def __post_init__(self) -> None:
        """Refuse numbers that nobody may have. Raises InvalidField."""
        for name in PAIRING:
            checked(PAIRING, name, getattr(self, name))

    def partners_of(self, role: Role) -> int:
        """Return how many partners people of a role may have."""
        return self.mentor_partners if role is Role.MENTOR else self.mentee_partners

    def scores_like(self, other: PairingChoices) -> bool:
        """Tell whether two score people alike: how many partners they may have is no matter."""
        numbers = {name: getattr(self, name) for name in PAIRING}
        return self == replace(other, **numbers)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that rules and criteria look at beside the usual ones."""
        of_criteria = chain.from_iterable(
            (one.field, one.wanted_field) for one in self.own_criteria
        )
        named = {*self.difference_fields, self.style_field, *of_criteria}
        return frozenset(named.union(one.field for one in self.own_rules) - {""})

    def criteria_on(self, fields: Collection[str]) -> frozenset[str]:
        """Return the keys of the criteria that look at one of these fields, whatever else at."""
        usual = {"difference": self.difference_fields, "style": (self.style_field,)}
        own = {one.key: (one.field, one.wanted_field) for one in self.own_criteria}
        looked_at = {**usual, **own}.items()
        return frozenset(key for key, seen in looked_at if not set(fields).isdisjoint(seen))

    @staticmethod
    def as_stored_now(stored: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return choices as they were stored with each rule they did not know at its default."""
        rules, known = stored.get("rules"), stored.get("rules_known", list(_FIRST_RULES))
        if not _are_names(rules) or not _are_names(known):
            return stored
        added = DEFAULT_RULES - frozenset(known)
        return {
            **stored,
            "rules": sorted(added.union(rules)),
            "rules_known": sorted({*known, *RULES}),
        }


def _are_names(stored: Any) -> TypeGuard[list[str]]:
    return isinstance(stored, list) and all(isinstance(one, str) for one in stored)
