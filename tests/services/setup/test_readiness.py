"""The readiness check has words for everything it can ask and find."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.plan.readiness import QUESTIONS, Answer, Verdict
from revmentor_desktop.services.setup.readiness import (
    readiness_questions,
    verdict_of,
    verdict_text,
    weak_points,
)
from revmentor_desktop.system.content import read_content


def test_each_question_is_worded_in_the_order_of_asking() -> None:
    assert tuple(question.key for question in readiness_questions()) == QUESTIONS
    content = read_content("readiness.toml")
    assert set(content) == {"questions", "verdicts"}
    assert tuple(content["questions"]) == QUESTIONS
    assert all(
        set(texts) == {"text", "why", "partly", "no"} for texts in content["questions"].values()
    )


def test_questions_ask_and_lines_say_why() -> None:
    for question in readiness_questions():
        assert question.text[-1] == "?"
        assert question.why[-1] == "."
        assert len(question.text) <= 90
        assert len(question.why) <= 95


def test_each_weak_answer_has_its_own_advice_and_a_yes_needs_none() -> None:
    said = [
        question.advice(answer)
        for question in readiness_questions()
        for answer in (Answer.PARTLY, Answer.NO)
    ]
    assert len(set(said)) == 20
    assert all(60 <= len(advice) <= 220 and advice[-1] == "." for advice in said)
    assert {question.advice(Answer.YES) for question in readiness_questions()} == {""}


@pytest.mark.parametrize("reached", Verdict)
def test_every_verdict_has_a_headline_and_advice(reached: Verdict) -> None:
    text = verdict_text(reached)
    assert text.headline
    assert text.headline[-1] != "."
    assert text.advice[-1] == "."


def test_verdicts_are_told_apart() -> None:
    assert len({verdict_text(reached) for reached in Verdict}) == len(Verdict)
    assert verdict_of({}) == verdict_text(Verdict.UNANSWERED)
    assert verdict_of({"senior-backing": Answer.NO}) == verdict_text(Verdict.NOT_YET)


def test_weak_points_come_with_what_to_do_the_noes_first() -> None:
    answers = dict.fromkeys(QUESTIONS, Answer.YES) | {
        "time-granted": Answer.PARTLY,
        "concern-route": Answer.NO,
        "asked-once": Answer.NO,
    }
    first, second = weak_points(answers)
    assert (first.question.key, first.answer) == ("concern-route", Answer.NO)
    assert first.advice == first.question.no
    assert (second.question.key, second.answer) == ("time-granted", Answer.PARTLY)
    assert second.advice == second.question.partly
    assert weak_points(dict.fromkeys(QUESTIONS, Answer.YES)) == ()
