"""The papers of a pair: briefing packs, the agreement, and the sheets that go with them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from revmentor_desktop.domain.participation import Role


class PaperKind(StrEnum):
    """A paper that each pair gets, in the order in which papers are handed out."""

    COVER_SHEET = "cover-sheet"
    MENTOR_PACK = "mentor-pack"
    LEADER_PACK = "leader-pack"
    AGREEMENT = "agreement"
    SESSION_SHEETS = "session-sheets"
    MID_POINT_REVIEW = "mid-point-review"
    CLOSING_SHEET = "closing-sheet"
    CERTIFICATES = "certificates"


SIGN_OFF: Final = "sign-off"
LABELS: Final = "labels"
FOR_ALL: Final = (SIGN_OFF, LABELS)
"""What is for all people of the pairs together."""
CAN_BE_PRINTED: Final = (*map(str, PaperKind), *FOR_ALL)
"""Everything that can be printed for pairs, in handing-out order."""
MOST_COPIES: Final = 9
"""How many of a paper a pair can get."""
READERS: Final = {PaperKind.MENTOR_PACK: Role.MENTOR, PaperKind.LEADER_PACK: Role.MENTEE}
"""Whose own a paper is; what is not named here belongs to both of a pair."""
FOR_EACH: Final = frozenset(
    {PaperKind.MID_POINT_REVIEW, PaperKind.CLOSING_SHEET, PaperKind.CERTIFICATES}
)
"""Papers of both of which each has a sheet of their own, the mentor's first."""


def usual_copies(kind: str) -> int:
    """Return how many of a paper are made where the officer says nothing.

    Source: the agreement is signed in two copies, one for each of the pair, and one for the file.
    """
    return 2 if kind == PaperKind.AGREEMENT else 1
