"""Objectives and what people are asked: kept whole, and put in order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.focus import NO_FOCUS, with_focus
from revmentor_desktop.domain.plan.objectives import Objective
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.sessions import SurveyQuestion
from revmentor_desktop.services.setup.focus import KEYS, focus
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.steps.objectives import ObjectivesStep, QuestionRow
from tests.ui.setup.hands import focused
from tests.ui.setup.shown_steps import assert_comes_back, shown_step


@pytest.fixture
def step(context: Context, qtbot: QtBot) -> ObjectivesStep:
    return shown_step(ObjectivesStep(context), qtbot)


@pytest.mark.parametrize("key", KEYS)
def test_all_that_a_focus_fills_in_comes_back_as_it_was(step: ObjectivesStep, key: str) -> None:
    assert_comes_back(step, with_focus(Draft(), NO_FOCUS, focus(key)), Draft())


def test_when_a_question_is_asked_first_is_chosen(step: ObjectivesStep) -> None:
    asked = (SurveyQuestion(text="We met."), SurveyQuestion(text="It helped."))
    draft = Draft(plan=Plan(questions=asked))
    step.show_draft(draft)
    row = step.questions.editors[1]
    assert isinstance(row, QuestionRow)
    row.since.setFocus()
    QTest.keyClick(row.since, Qt.Key.Key_Down)
    expected = (asked[0], replace(asked[1], asked_at_start=False))
    assert step.with_edits(draft).plan.questions == expected


def test_objectives_are_put_in_order_with_the_keyboard(step: ObjectivesStep, qtbot: QtBot) -> None:
    first, second = Objective(title="Listen", measure="Pulse"), Objective(title="Act")
    draft = Draft(plan=Plan(objectives=(first, second)))
    step.show_draft(draft)
    step.activateWindow()
    qtbot.waitUntil(step.isActiveWindow)
    with qtbot.waitSignal(step.edited):
        step.take_focus()
        QTest.keyClick(focused(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert step.with_edits(draft).plan.objectives == (second, first)
    QTest.keyClicks(focused(), "Do ")
    assert step.with_edits(draft).plan.objectives[1].title == "Do Listen"
