"""The draft of the wizard: kept, gone on with, emptied, discarded, refused by the disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.draft import STEPS, Draft, Step
from revmentor_desktop.domain.plan.purpose import Consultation
from revmentor_desktop.services.setup import reading, writing
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.steps.check import CheckStep
from revmentor_desktop.ui.setup.steps.objectives import ObjectivesStep
from revmentor_desktop.ui.setup.steps.purpose import PurposeStep
from revmentor_desktop.ui.setup.steps.purpose_rows import ConsultationRow
from revmentor_desktop.ui.setup.wizard import SetupWizard
from tests.fakes import FakePrompts
from tests.services.setup.test_setup import FULL
from tests.ui.setup.hands import RICH, Opener, click, name_it, press, type_in


def test_a_resumed_draft_stands_on_every_page_as_it_was_left(
    open_wizard: Opener, context: Context
) -> None:
    writing.keep_draft(context.data, replace(RICH, step=Step.SPONSOR))
    wizard = open_wizard()
    assert wizard.step is Step.SPONSOR
    assert wizard.afresh.isVisible()
    for step in (*STEPS, *reversed(STEPS)):
        wizard.go_to(step)
        draft = wizard.session.draft
        assert wizard.page.with_edits(draft) == draft, step
    press(Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    kept = reading.draft(context.data)
    assert kept is not None
    assert (kept.details, kept.plan) == (RICH.details, RICH.plan)


def test_back_loses_nothing_not_even_half_a_date(wizard: SetupWizard) -> None:
    page = wizard.page
    assert isinstance(page, PurposeStep)
    click(page.asked.add_button)
    type_in("Night st")
    press(Qt.Key.Key_Tab)
    type_in("19 Ja")
    click(wizard.next)
    objectives = wizard.page
    assert isinstance(objectives, ObjectivesStep)
    click(objectives.objectives.add_button)
    type_in("Liste")
    click(wizard.back)
    assert wizard.page is page
    row: Any = page.asked.editors[0]
    assert row.who.text() == "Night st"
    assert row.when.entry.text() == "19 Ja"
    assert wizard.session.draft.plan.objectives[0].title == "Liste"
    assert wizard.session.draft.plan.purpose.consultations == (Consultation(who="Night st"),)


def test_half_a_date_outlives_the_wizard_and_the_check_says_that_it_is_none(
    open_wizard: Opener, context: Context
) -> None:
    first = open_wizard()
    page = first.page
    assert isinstance(page, PurposeStep)
    click(page.asked.add_button)
    type_in("Night staff")
    press(Qt.Key.Key_Tab)
    type_in("19 Ja")
    click(first.stop)
    again = open_wizard()
    resumed = again.page
    assert isinstance(resumed, PurposeStep)
    row = resumed.asked.editors[0]
    assert isinstance(row, ConsultationRow)
    assert row.when.entry.text() == "19 Ja"
    again.go_to(Step.CHECK)
    check = again.page
    assert isinstance(check, CheckStep)
    assert any("“19 Ja” cannot be read" in words for words in check.cards[Step.PURPOSE].missing)
    again.go_to(Step.PURPOSE)
    row.when.entry.setFocus()
    type_in("n 2027")
    assert again.session.draft.unread == {}
    assert again.session.draft.plan.purpose.consultations[0].asked_on == date(2027, 1, 19)


def test_opening_and_closing_leaves_no_draft(wizard: SetupWizard, context: Context) -> None:
    for step in STEPS:
        wizard.go_to(step)
    click(wizard.stop)
    assert not wizard.isVisible()
    assert reading.draft(context.data) is None
    assert wizard.programme_id is None


def test_stopping_keeps_the_draft_and_says_so(wizard: SetupWizard, context: Context) -> None:
    said: list[Any] = []
    context.notices.shown.connect(said.append)
    name_it(wizard, "Voi", "")
    click(wizard.stop)
    kept = reading.draft(context.data)
    assert kept is not None
    assert kept.details.name == "Voi"
    assert [notice.text for notice in said] == ["Your draft is kept. Go on whenever you like."]


def test_start_afresh_empties_every_page(
    open_wizard: Opener, context: Context, prompts: FakePrompts
) -> None:
    writing.keep_draft(context.data, replace(RICH, step=Step.OBJECTIVES))
    wizard = open_wizard()
    prompts.answer = False
    click(wizard.afresh)
    assert reading.draft(context.data) is not None
    assert wizard.session.draft.plan == FULL
    prompts.answer = True
    click(wizard.afresh)
    assert wizard.step is Step.PURPOSE
    assert reading.draft(context.data) is None
    assert not wizard.afresh.isVisible()
    wizard.go_to(Step.OBJECTIVES)
    assert wizard.session.draft.plan == Draft().plan


def test_a_draft_is_discarded_only_when_that_is_meant(
    wizard: SetupWizard, context: Context, prompts: FakePrompts
) -> None:
    assert not wizard.discard.isVisible()
    name_it(wizard)
    wizard.session.keep()
    prompts.answer = False
    click(wizard.discard)
    assert wizard.isVisible()
    prompts.answer = True
    click(wizard.discard)
    assert not wizard.isVisible()
    assert reading.draft(context.data) is None


def test_a_draft_that_cannot_be_stored_is_said_and_not_lost_silently(
    wizard: SetupWizard,
    context: Context,
    prompts: FakePrompts,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise KnownError("disk-full", name="Programmes")

    with monkeypatch.context() as patched:
        patched.setattr(writing, "keep_draft", refuse)
        name_it(wizard)
        wizard.go_to(Step.OBJECTIVES)
        assert "disk is full" in wizard.problem
        prompts.answer = False
        click(wizard.stop)
        assert wizard.isVisible()
        assert prompts.said == ["Close all the same?"]
    wizard.go_to(Step.SPONSOR)
    assert wizard.problem == ""
    assert reading.draft(context.data) == wizard.session.draft
