"""What became of a pair's papers: handed out, sent, signed, back, and what still waits.

A signed agreement stays what was agreed, whatever the wording has become since. Source: the
agreement is signed by both and comes back to the organiser before the first session.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from revmentor_desktop.domain.pair_papers import PaperKind


class Mark(StrEnum):
    """What the officer notes of a paper, in the order in which it happens."""

    HANDED_OUT = "handed-out"
    SENT = "sent"
    MENTOR_SIGNED = "mentor-signed"
    MENTEE_SIGNED = "mentee-signed"
    BACK = "back"


class Stage(StrEnum):
    """How far a paper has come."""

    NOT_MADE = "not-made"
    PRINTED = "printed"
    OLD_WORDING = "old-wording"
    HANDED_OUT = "handed-out"
    SENT = "sent"
    MENTOR_SIGNED = "mentor-signed"
    MENTEE_SIGNED = "mentee-signed"
    BOTH_SIGNED = "both-signed"
    OVERDUE = "overdue"
    BACK = "back"


_GIVEN: Final = (Mark.HANDED_OUT, Mark.SENT)
_SIGNED: Final = (Mark.MENTOR_SIGNED, Mark.MENTEE_SIGNED)
ALL_MARKS: Final = tuple(Mark)
COMES_BACK: Final = frozenset({PaperKind.AGREEMENT})
"""The papers that are signed and come back to the organiser."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a paper stands, and since when; None where nothing has happened.

    `time` is that of the day, such as "14:05", where it is known.
    """

    kind: PaperKind
    stage: Stage
    since: date | None = None
    time: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether the officer still has something to do, or to wait for, about the paper."""
        if self.kind in COMES_BACK:
            return self.stage is not Stage.BACK
        return self.stage not in _GIVEN_AWAY


_GIVEN_AWAY: Final = frozenset({Stage.HANDED_OUT, Stage.SENT, Stage.BACK})


def marks_of(kind: PaperKind) -> tuple[Mark, ...]:
    """Return what can be noted of a kind of paper."""
    return ALL_MARKS if kind in COMES_BACK else _GIVEN


def standing_of(
    kind: PaperKind,
    marks: Mapping[Mark, date],
    issued: tuple[date, bool] | None,
    due: date | None,
    today: date,
) -> Standing:
    """Return how a paper stands.

    `issued` is when it last left the program and whether it would say something else now, None
    while it never did; `due` is the day by which it is to be back.
    """
    if Mark.BACK in marks:
        return Standing(kind, Stage.BACK, marks[Mark.BACK])
    has_left = issued is not None or bool(marks)
    if kind in COMES_BACK and has_left and due is not None and today > due:
        return Standing(kind, Stage.OVERDUE, due)
    if issued is not None and issued[1]:
        return Standing(kind, Stage.OLD_WORDING, issued[0])
    if kind in COMES_BACK and marks:
        return _on_its_way(kind, marks)
    given = [(marks[one], one) for one in _GIVEN if one in marks]
    if given:
        day, mark = max(given)
        return Standing(kind, Stage(mark), day)
    return Standing(kind, Stage.PRINTED, issued[0]) if issued else Standing(kind, Stage.NOT_MADE)


def _on_its_way(kind: PaperKind, marks: Mapping[Mark, date]) -> Standing:
    """Return how a paper stands that is to be signed and is not back yet."""
    signed = [one for one in _SIGNED if one in marks]
    if len(signed) == len(_SIGNED):
        return Standing(kind, Stage.BOTH_SIGNED, max(marks[one] for one in signed))
    last = signed[0] if signed else max(marks, key=lambda one: (marks[one], one))
    return Standing(kind, Stage(last), marks[last])
