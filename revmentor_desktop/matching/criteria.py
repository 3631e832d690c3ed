"""What a criterion is: points for two people out of what both said, or that it drops out.

A criterion takes from each person only what it compares (their *feature*), so that people who said
the same are looked at once, and gives whole hundredths of a point. What is missing of one of the
two is never agreement: the criterion drops out for that pair.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from revmentor_desktop.domain.field_values import OwnValues, said
from revmentor_desktop.domain.participation import Participant

FULL: Final = 10_000
"""100 points, in hundredths of a point."""
DROPPED: Final = -1
"""Stands for the points of a criterion that drops out."""

RECORDED: Final = frozenset({"job_title", "department", "site", "grade"})
"""Details that the organisation knows anyway. All else is somebody's answer, and counts for nothing
where they did not agree that their answers help to suggest a pairing."""


class Side(StrEnum):
    """The two sub-scores of a pair.

    Professional is what one can learn from the other at work: offers and wishes, difference of
    experience, distance in grade. Personal is how the two get on and find each other: place, times,
    interests, style. A criterion of the officer's own is professional when it is made from those
    fields or compares offers with wishes, else personal.
    """

    PROFESSIONAL = "professional"
    PERSONAL = "personal"


class Missing(StrEnum):
    """Why a criterion drops out for a pair."""

    NOT_ASKED = "not-asked"
    """No field was chosen that would tell."""
    UNKNOWN = "unknown"
    """One of the two has said nothing that may be used. Whether they did not say or did not agree
    to its use is not told apart."""
    WITHHELD = "withheld"
    """One of the two did not agree that their answers help to suggest a pairing."""
    NOT_COMPARABLE = "not-comparable"
    """Both said something that cannot be compared: grades of two scales."""


@dataclass(frozen=True, eq=False)
class Criterion(ABC):
    """One thing that counts for a pair; `weight` from 1 to 100."""

    key: str
    weight: int
    side: Side

    def mentor(self, one: Participant) -> Hashable:
        """Return what is compared of a mentor."""
        return self._feature(one)

    def leader(self, one: Participant) -> Hashable:
        """Return what is compared of a leader."""
        return self._leader_feature(one)

    def points(self, mentor: Any, leader: Any) -> int:
        """Return what two features are worth together: 0 to `FULL`, or `DROPPED`."""
        return self._points(mentor, leader)

    def prepared(self, leaders: Sequence[Any]) -> Any:
        """Return leaders' features as `row` takes them; done once for many rows."""
        return self._prepared(leaders)

    def row(self, mentor: Any, prepared: Any) -> Sequence[int]:
        """Return the points of a mentor's feature with each of the leaders'."""
        return self._row(mentor, prepared)

    def why_dropped(self, mentor: Participant, leader: Participant) -> Missing:
        """Return why the criterion drops out for two people for whom it does."""
        return self._why_dropped(mentor, leader)

    @abstractmethod
    def _feature(self, one: Participant) -> Hashable: ...

    @abstractmethod
    def _points(self, mentor: Any, leader: Any) -> int: ...

    def _leader_feature(self, one: Participant) -> Hashable:
        return self._feature(one)

    def _prepared(self, leaders: Sequence[Any]) -> Any:
        return leaders

    def _row(self, mentor: Any, prepared: Any) -> Sequence[int]:
        return [self._points(mentor, leader) for leader in prepared]

    def _why_dropped(self, mentor: Participant, leader: Participant) -> Missing:
        return Missing.WITHHELD if withholds(mentor, leader) else Missing.UNKNOWN


def withholds(*people: Participant) -> bool:
    """Tell whether one of these did not agree that their answers help to suggest a pairing."""
    return any(one.participation.answers_agreed is False for one in people)


def known(one: Participant, field: str, own_values: OwnValues) -> frozenset[str]:
    """Return what may be used of what somebody said to a field, folded; empty: nothing."""
    if field not in RECORDED and withholds(one):
        return frozenset()
    return said(one, field, own_values)


def rounded(numerator: int, denominator: int) -> int:
    """Return a fraction as the nearest whole number, halves upwards."""
    return (2 * numerator + denominator) // (2 * denominator)
