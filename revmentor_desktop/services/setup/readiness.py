"""The words of the readiness check (``resources/content/readiness.toml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from revmentor_desktop.domain.plan.readiness import (
    QUESTIONS,
    Answer,
    Verdict,
    verdict,
    weak_answers,
)
from revmentor_desktop.storage.values import from_plain
from revmentor_desktop.system.content import read_content


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessQuestion:
    """A question, why it is asked, and what to do when the answer is partly or no."""

    key: str
    text: str
    why: str
    partly: str
    no: str

    def advice(self, answer: Answer) -> str:
        """Return what to do about an answer; nothing about a yes."""
        return {Answer.PARTLY: self.partly, Answer.NO: self.no}.get(answer, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictText:
    """What a verdict says: a headline, and what to do now."""

    headline: str
    advice: str


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """A question that was not answered yes, and what to do about it."""

    question: ReadinessQuestion
    answer: Answer
    advice: str


@cache
def readiness_questions() -> tuple[ReadinessQuestion, ...]:
    """Return the ten questions in the order in which they are asked."""
    texts = _content()["questions"]
    return tuple(from_plain(ReadinessQuestion, {**texts[key], "key": key}) for key in QUESTIONS)


@cache
def verdict_text(reached: Verdict) -> VerdictText:
    """Return what a verdict says."""
    return from_plain(VerdictText, _content()["verdicts"][reached])


def verdict_of(answers: Mapping[str, Answer]) -> VerdictText:
    """Return what the verdict on these answers, by question, says."""
    return verdict_text(verdict(answers))


def weak_points(answers: Mapping[str, Answer]) -> tuple[WeakPoint, ...]:
    """Return what to do about each answer that is not yes, the noes first."""
    by_key = {question.key: question for question in readiness_questions()}
    return tuple(
        WeakPoint(by_key[key], answers[key], by_key[key].advice(answers[key]))
        for key in weak_answers(answers)
    )


@cache
def _content() -> dict[str, Any]:
    return read_content("readiness.toml")
