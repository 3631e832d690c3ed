"""The purpose and the words of its focus: filled in, changed, never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.focus import NO_FOCUS, with_focus
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.services.setup.focus import KEYS, focus
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.steps.purpose import PurposeStep
from tests.ui.setup.hands import RICH
from tests.ui.setup.shown_steps import assert_comes_back, shown_step


@pytest.fixture
def step(context: Context, qtbot: QtBot) -> PurposeStep:
    return shown_step(PurposeStep(context), qtbot)


@pytest.mark.parametrize("key", KEYS)
def test_all_that_a_focus_words_is_on_the_page_and_comes_back(step: PurposeStep, key: str) -> None:
    draft = with_focus(Draft(), NO_FOCUS, focus(key))
    letter = replace(draft, plan=replace(draft.plan, words={**draft.plan.words, "letter.a": "b"}))
    assert_comes_back(step, RICH, letter, Draft(), draft)
    assert {name: text.text() for name, text in step.words.texts.items()} == focus(key).words


def test_words_are_changed_and_another_focus_leaves_them_alone(step: PurposeStep) -> None:
    draft = with_focus(Draft(), NO_FOCUS, focus("floor"))
    step.show_draft(draft)
    step.words.texts["pack.leader.why"].setPlainText("Because you asked.")
    step.cards.cards["digital"].click()
    made = step.with_edits(draft)
    expected = {**focus("digital").words, "pack.leader.why": "Because you asked."}
    assert made.plan.words == expected
    # What stands on the page is what was made of it.
    assert step.with_edits(made) == made


def test_words_taken_out_stay_out(step: PurposeStep) -> None:
    draft = with_focus(Draft(), NO_FOCUS, focus("floor"))
    step.show_draft(draft)
    step.words.texts["call.focus"].setPlainText("")
    assert step.with_edits(draft).plan.words["call.focus"] == ""


def test_the_two_sides_are_called_as_the_programme_does(step: PurposeStep) -> None:
    part = TakingPart(mentor_name=RoleName(one="Guide", several="Guides"))
    step.show_draft(Draft(plan=Plan(taking_part=part)))
    assert step.words.texts["pack.mentor.start"].accessibleName() == "To Guides: how to begin"


def test_a_long_fact_is_seen_whole(step: PurposeStep) -> None:
    step.show_draft(RICH)
    step.evidence.add()
    row = step.evidence.editors[-1]
    fields = [one for one in step.findChildren(type(step.purpose)) if row.isAncestorOf(one)]
    before = fields[0].height()
    fields[0].setPlainText("Nine of twenty-one new starters left within six months. " * 5)
    QApplication.processEvents()
    assert fields[0].height() > before
