"""Declared conflicts of interest between two people: private, and with no reason but a category."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class ConflictCategory(StrEnum):
    """What stands between two people, as coarse as can be; never what happened."""

    PANEL = "panel"
    """One decides on the other's selection or promotion, or would have to."""
    REFERENCE = "reference"
    """One gives references for the other, or appraises them."""
    CLOSE = "close"
    """They are relatives, partners or friends."""
    GRIEVANCE = "grievance"
    """A grievance or an investigation stands between them."""
    BUSINESS = "business"
    """They have business with each other outside work."""
    UNSAID = "unsaid"
    """Declared without saying which."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict that one of two people declared; it holds for both, whoever said it.

    Both are person ids.
    """

    one: int
    other: int
    category: ConflictCategory = ConflictCategory.UNSAID


def in_conflict(conflicts: Iterable[Conflict]) -> frozenset[tuple[int, int]]:
    """Return who must not meet, as (lower, higher) person ids: all that pairing gets to know."""
    return frozenset(both_ways(one.one, one.other) for one in conflicts)


def both_ways(one: int, other: int) -> tuple[int, int]:
    """Return two ids as (lower, higher), the same whichever comes first."""
    return (one, other) if one <= other else (other, one)
