"""What speaks for a pair and against it, as values; whoever shows them makes words of them.

Reasons name what both wrote themselves where that counted for the pair. What is made from
special-category answers is never among them, neither by field nor by value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from revmentor_desktop.domain.common_ground import CommonGround, common_ground
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.matching.criteria import FULL
from revmentor_desktop.matching.scoring_fit import Part
from revmentor_desktop.services.pairing.scored_board import ScoredBoard

MOST_REASONS: Final = 3
_MOST_WISHES: Final = 2
_GOOD: Final = FULL // 2
"""From so much on, a criterion is a reason."""
_POOR_PLACE: Final = 40 * FULL // 100
"""Up to so much, where and how two can meet is a warning."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A criterion that speaks for a pair, with what both said where that tells more.

    `word` is a wish or an interest as the leader wrote it, `slot` the first half day that suits
    both; `is_same_site` says of the place that they can meet where both work.
    """

    criterion: str
    word: str = ""
    slot: Slot | None = None
    is_same_site: bool = False


class Concern(StrEnum):
    """What speaks against a pair, rules aside."""

    NO_WAY = "no-way"
    FAR = "far"
    FAR_IN_PERSON = "far-in-person"
    NO_WISH = "no-wish"
    NO_TIME = "no-time"


def reasons_for(scored: ScoredBoard, mentor: Participant, leader: Participant) -> list[Reason]:
    """Return the two or three strongest reasons for a pair, the strongest first."""
    ground = common_ground(mentor.person, leader.person)
    found: list[Reason] = []
    for part in sorted(scored.fit(mentor, leader).parts, key=lambda one: -one.share):
        is_good = part.points is not None and part.points >= _GOOD
        if is_good and part.criterion not in scored.confidential:
            found += _reasons(part.criterion, ground)
    return found[:MOST_REASONS]


def concerns_about(
    scored: ScoredBoard, mentor: Participant, leader: Participant
) -> Iterator[Concern]:
    """Yield what speaks against a pair, rules aside, in the order of the criteria."""
    ground = common_ground(mentor.person, leader.person)
    for part in scored.fit(mentor, leader).parts:
        concern = _concern(part, ground)
        if concern is not None:
            yield concern


def _reasons(criterion: str, ground: CommonGround) -> list[Reason]:
    match criterion:
        case "offers":
            return [Reason(criterion, word=wish) for wish in ground.wishes[:_MOST_WISHES]]
        case "availability":
            return [Reason(criterion, slot=slot) for slot in ground.slots[:1]]
        case "interests":
            return [Reason(criterion, word=word) for word in ground.interests[:1]]
        case "place":
            same = bool(ground.site) and MeetingMode.IN_PERSON in ground.modes
            return [Reason(criterion, is_same_site=same)]
    return [Reason(criterion)]


def _concern(part: Part, ground: CommonGround) -> Concern | None:
    if part.points is None:
        return None
    if part.criterion == "place" and part.points <= _POOR_PLACE:
        if not ground.modes:
            return Concern.NO_WAY
        return Concern.FAR if MeetingMode.VIDEO in ground.modes else Concern.FAR_IN_PERSON
    nothing = {"offers": Concern.NO_WISH, "availability": Concern.NO_TIME}
    return nothing.get(part.criterion) if part.points == 0 else None
