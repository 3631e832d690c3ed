"""Is the organisation ready? Ten questions that end in go, go as a pilot, or not yet.

The questions are those whose "no" lets programmes fail before the first meeting (practice of the
field: no sponsor, unsafe to speak, no time, press-ganged leaders, nobody briefed). Their wording
and what to do about a weak answer stand in ``resources/content/readiness.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

QUESTIONS: Final = (
    "senior-backing",
    "psychological-safety",
    "time-granted",
    "willing-mentors",
    "willing-leaders",
    "support-for-mentors",
    "clear-purpose",
    "acting-on-it",
    "briefing-both",
    "concern-route",
)
"""The ten questions, in the order in which they are asked."""

GROUNDS: Final = frozenset({"senior-backing", "psychological-safety", "willing-leaders"})
"""Without one of these even a pilot does harm rather than good."""


class Answer(StrEnum):
    """An answer to one question."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Verdict(StrEnum):
    """Where the ten answers lead."""

    UNANSWERED = "unanswered"
    GO = "go"
    PILOT = "pilot"
    NOT_YET = "not-yet"


_MOST_NO_FOR_A_PILOT: Final = 2
_MOST_PARTLY_TO_GO: Final = 3


def verdict(answers: Mapping[str, Answer]) -> Verdict:
    """Return where the answers lead, question by question.

    "Not yet" when one of the `GROUNDS` is answered no, or more than two others are. "Go" when
    none is answered no and at most three partly. A pilot between the two. While a question is
    open there is no verdict, unless it is "not yet" already.
    """
    given = [answers[question] for question in QUESTIONS if question in answers]
    no = given.count(Answer.NO)
    if any(answers.get(ground) is Answer.NO for ground in GROUNDS) or no > _MOST_NO_FOR_A_PILOT:
        return Verdict.NOT_YET
    if len(given) < len(QUESTIONS):
        return Verdict.UNANSWERED
    if no == 0 and given.count(Answer.PARTLY) <= _MOST_PARTLY_TO_GO:
        return Verdict.GO
    return Verdict.PILOT


def weak_answers(answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """Return the questions not answered yes, the noes first, each in the order of asking."""
    return tuple(
        question
        for weak in (Answer.NO, Answer.PARTLY)
        for question in QUESTIONS
        if answers.get(question) is weak
    )
