"""Ten answers lead to go, a pilot or not yet; a better answer never to less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.plan.readiness import (
    GROUNDS,
    QUESTIONS,
    Answer,
    Verdict,
    verdict,
    weak_answers,
)

OTHERS = tuple(question for question in QUESTIONS if question not in GROUNDS)
ORDER = (Verdict.NOT_YET, Verdict.UNANSWERED, Verdict.PILOT, Verdict.GO)
"""From the worst to the best."""
BETTER = {Answer.NO: Answer.PARTLY, Answer.PARTLY: Answer.YES}

complete = st.fixed_dictionaries({question: st.sampled_from(Answer) for question in QUESTIONS})
begun = st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(Answer))


def answers(no: int = 0, partly: int = 0) -> dict[str, Answer]:
    """All ten answered, so many of them weak; the grounds are yes while there are others."""
    weak = [Answer.NO] * no + [Answer.PARTLY] * partly
    ordered = (*OTHERS, *QUESTIONS)
    return dict.fromkeys(QUESTIONS, Answer.YES) | dict(zip(ordered, weak, strict=False))


@pytest.mark.parametrize(
    ("no", "partly", "expected"),
    [
        (0, 0, Verdict.GO),
        (0, 3, Verdict.GO),
        (0, 4, Verdict.PILOT),
        (0, 7, Verdict.PILOT),
        (1, 0, Verdict.PILOT),
        (2, 0, Verdict.PILOT),
        (2, 5, Verdict.PILOT),
        (3, 0, Verdict.NOT_YET),
        (7, 0, Verdict.NOT_YET),
    ],
)
def test_so_many_weak_answers_lead_there(no: int, partly: int, expected: Verdict) -> None:
    assert verdict(answers(no, partly)) is expected


@pytest.mark.parametrize("ground", sorted(GROUNDS))
def test_without_one_of_the_grounds_it_is_not_yet(ground: str) -> None:
    assert verdict(answers() | {ground: Answer.PARTLY}) is Verdict.GO
    assert verdict(answers() | {ground: Answer.NO}) is Verdict.NOT_YET
    assert verdict({ground: Answer.NO}) is Verdict.NOT_YET


def test_all_partly_is_a_pilot() -> None:
    assert verdict(dict.fromkeys(QUESTIONS, Answer.PARTLY)) is Verdict.PILOT


def test_while_a_question_is_open_there_is_no_verdict() -> None:
    assert verdict({}) is Verdict.UNANSWERED
    for question in QUESTIONS:
        others = {key: answer for key, answer in answers().items() if key != question}
        assert verdict(others) is Verdict.UNANSWERED


def test_answers_to_questions_that_are_no_longer_asked_count_for_nothing() -> None:
    assert verdict(answers() | {"asked-once": Answer.NO}) is Verdict.GO
    assert verdict({f"asked-once-{number}": Answer.YES for number in range(10)}) is (
        Verdict.UNANSWERED
    )
    assert weak_answers({"asked-once": Answer.NO}) == ()


@given(complete | begun, st.sampled_from(QUESTIONS))
def test_a_better_answer_never_makes_the_verdict_worse(
    given_ones: dict[str, Answer], question: str
) -> None:
    better = BETTER.get(given_ones.get(question, Answer.YES))
    improved = given_ones | ({question: better} if better else {})
    assert ORDER.index(verdict(improved)) >= ORDER.index(verdict(given_ones))


@given(complete)
def test_all_answered_always_leads_somewhere(given_ones: dict[str, Answer]) -> None:
    assert verdict(given_ones) is not Verdict.UNANSWERED


@given(complete | begun)
def test_weak_answers_are_all_that_are_not_yes_the_noes_first(
    given_ones: dict[str, Answer],
) -> None:
    weak = weak_answers(given_ones)
    assert set(weak) == {key for key, answer in given_ones.items() if answer is not Answer.YES}
    assert list(weak) == sorted(
        weak, key=lambda key: (given_ones[key] is not Answer.NO, QUESTIONS.index(key))
    )


def test_there_are_ten_questions_and_the_grounds_are_of_them() -> None:
    assert len(set(QUESTIONS)) == len(QUESTIONS) == 10
    assert set(QUESTIONS) > GROUNDS
