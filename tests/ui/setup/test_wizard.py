"""The wizard that sets a programme up, with real clicks and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from revmentor_desktop.domain.plan.draft import STEPS, Step
from revmentor_desktop.domain.plan.readiness import QUESTIONS, Answer
from revmentor_desktop.services.programmes.reading import programme, programmes
from revmentor_desktop.services.setup import reading, writing
from revmentor_desktop.services.setup.focus import KEYS, focus
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.home.page import HomePage
from revmentor_desktop.ui.setup.steps.check import CheckStep
from revmentor_desktop.ui.setup.steps.objectives import ObjectivesStep
from revmentor_desktop.ui.setup.steps.purpose import PurposeStep
from revmentor_desktop.ui.setup.steps.sponsor import SponsorStep
from revmentor_desktop.ui.setup.wizard import SetupWizard
from tests.builders import stored_programme
from tests.ui.setup.hands import RICH, Opener, click, focused, name_it, press, type_in, when_open
from tests.ui.stage import Stage

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def stops(page: QWidget) -> list[QWidget]:
    """Everything on a page that Tab has to come to."""
    return [
        one
        for kind in (QLineEdit, QPlainTextEdit, QPushButton, QToolButton, QCheckBox, QComboBox)
        for one in page.findChildren(kind)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(one.parentWidget(), QSpinBox)
    ]


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}"


def during(stage: Stage, act: Callable[[SetupWizard], None]) -> list[Exception]:
    """Arrange that `act` drives the wizard once it is open; return what went wrong there."""
    wrong: list[Exception] = []

    def drive(wizard: SetupWizard) -> None:
        try:
            wizard.activateWindow()
            while not wizard.isActiveWindow():
                QTest.qWait(5)
            act(wizard)
        except Exception as error:  # noqa: BLE001 - told outside of the dialog's event loop
            wrong.append(error)
        finally:
            if wizard.isVisible():
                wizard.close()

    when_open(SetupWizard, drive)
    return wrong


def test_from_the_empty_first_screen_to_a_programme_in_few_clicks_and_two_fields(
    stage: Stage,
) -> None:
    stage.open_file()
    stage.activate()
    home = stage.page
    assert isinstance(home, HomePage)
    clicks: list[QWidget] = []

    def hit(widget: QWidget) -> None:
        clicks.append(widget)
        click(widget)

    def act(wizard: SetupWizard) -> None:
        page = wizard.page
        assert isinstance(page, PurposeStep)
        hit(page.cards.cards["floor"])
        hit(page.name)
        type_in("Front-line voices 2027")
        hit(page.purpose)
        type_in(" And they act on it.")
        hit(wizard.skip)
        hit(wizard.next)

    wrong = during(stage, act)
    hit(home.begin)
    assert not wrong, wrong
    assert len(clicks) <= 12
    (made,) = programmes(stage.context.data)
    assert made.name == "Front-line voices 2027"
    assert stage.context.programme_id == made.id
    plan = reading.plan(stage.context.data, made.id)
    template = focus("floor")
    assert plan.objectives == template.objectives
    assert plan.questions == template.questions
    assert plan.sessions == template.sessions
    assert dict(plan.pairing.weights) == dict(template.weights)
    assert plan.taking_part.offers == template.offers
    assert dict(plan.words) == dict(template.words)


def test_undo_brings_the_draft_back_and_redo_takes_it_away(stage: Stage) -> None:
    stage.open_file()
    stage.activate()

    def act(wizard: SetupWizard) -> None:
        name_it(wizard)
        wizard.go_to(Step.CHECK)
        click(wizard.next)

    wrong = during(stage, act)
    stage.do("new-programme")
    assert not wrong, wrong
    data = stage.context.data
    assert reading.draft(data) is None
    assert data.undo_words == "Create Voices 2027"
    assert stage.shell.notice_bar.act.text() == "Undo"
    click(stage.shell.notice_bar.act)
    assert programmes(data) == []
    draft = reading.draft(data)
    assert draft is not None
    assert draft.details.name == "Voices 2027"
    home = stage.page
    assert isinstance(home, HomePage)
    assert home.welcome.title.text() == "You are setting up “Voices 2027”"
    stage.context.redo()
    assert [one.name for one in programmes(data)] == ["Voices 2027"]
    assert reading.draft(data) is None


def test_the_whole_wizard_by_keyboard_alone(wizard: SetupWizard, context: Context) -> None:
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    page = wizard.page
    assert isinstance(page, PurposeStep)
    assert page.cards.choice == KEYS[4]
    press(Qt.Key.Key_Tab)
    type_in("Voices")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_End)
    type_in(" Always.")
    for step in STEPS[1:]:
        press(Qt.Key.Key_Return, CTRL)
        assert wizard.step is step
        assert wizard.isAncestorOf(focused())
        if step is not Step.CHECK:
            assert wizard.page.isAncestorOf(focused()), step
    press(Qt.Key.Key_Return)
    assert not wizard.isVisible()
    (made,) = programmes(context.data)
    assert (made.name, made.purpose) == ("Voices", focus(KEYS[4]).purpose + " Always.")


def test_keys_lead_back_and_forth(wizard: SetupWizard) -> None:
    been = []
    for key, keys in (
        (Qt.Key.Key_PageUp, CTRL),
        (Qt.Key.Key_N, ALT),
        (Qt.Key.Key_PageDown, CTRL),
        (Qt.Key.Key_B, ALT),
        (Qt.Key.Key_PageUp, CTRL),
    ):
        press(key, keys)
        been.append(wizard.step)
    assert been == [STEPS[place] for place in (0, 1, 2, 1, 0)]


@pytest.mark.parametrize("step", STEPS)
def test_tab_reaches_every_field_of_a_step_and_the_next_button(
    open_wizard: Opener, context: Context, step: Step
) -> None:
    writing.keep_draft(context.data, replace(RICH, step=step))
    wizard = open_wizard()
    page = wizard.page
    wizard.next.setFocus()
    seen: list[QWidget] = []
    for _ in range(400):
        press(Qt.Key.Key_Tab)
        if focused() is wizard.next:
            break
        seen.append(focused())
    assert focused() is wizard.next
    missed = [described(one) for one in stops(page) if one not in seen]
    assert not missed


@pytest.mark.parametrize("step", STEPS)
def test_every_step_is_opened_from_the_list_in_any_order(wizard: SetupWizard, step: Step) -> None:
    click(wizard.steps.buttons[step])
    assert wizard.step is step
    assert step in wizard.session.draft.seen


def test_only_name_and_purpose_stand_in_the_way_and_it_says_so(
    wizard: SetupWizard, context: Context
) -> None:
    stored_programme(context.data, "Taken")
    click(wizard.skip)
    page = wizard.page
    assert isinstance(page, CheckStep)
    assert not wizard.next.isEnabled()
    assert page.blocked.said.splitlines() == [
        "Give the programme a name.",
        "Say in one sentence what the programme is for.",
    ]
    assert wizard.next.accessibleDescription()
    click(page.cards[Step.PURPOSE].change)
    assert wizard.step is Step.PURPOSE
    name_it(wizard, "TAKEN")
    click(wizard.skip)
    assert "already" in page.blocked.said
    assert not wizard.next.isEnabled()
    name_it(wizard, "Voices")
    click(wizard.skip)
    assert page.blocked.said == ""
    click(wizard.next)
    assert wizard.programme_id is not None
    assert programme(context.data, wizard.programme_id).name == "Voices"


def test_the_check_names_what_is_missing_and_what_was_not_looked_at(wizard: SetupWizard) -> None:
    name_it(wizard)
    wizard.go_to(Step.CHECK)
    page = wizard.page
    assert isinstance(page, CheckStep)
    assert page.cards[Step.OBJECTIVES].unseen.isVisible()
    assert not page.cards[Step.PURPOSE].unseen.isVisible()
    assert any("no objective" in words for words in page.cards[Step.OBJECTIVES].missing)
    assert any("No sponsor" in words for words in page.cards[Step.SPONSOR].missing)
    wizard.go_to(Step.OBJECTIVES)
    wizard.go_to(Step.CHECK)
    assert not page.cards[Step.OBJECTIVES].unseen.isVisible()


def test_a_readiness_answer_leads_to_advice_and_a_verdict_at_once(wizard: SetupWizard) -> None:
    wizard.go_to(Step.SPONSOR)
    page = wizard.page
    assert isinstance(page, SponsorStep)
    check = page.check
    assert check.verdict.headline.text() == "Not all questions are answered yet"
    for question in QUESTIONS:
        click(check.rows[question].answers.buttons["yes"])
    assert check.verdict.headline.text() == "Go ahead"
    row = check.rows["psychological-safety"]
    assert not row.advice.isVisible()
    click(row.answers.buttons["no"])
    assert check.verdict.headline.text() == "Not yet"
    assert "Do not ask anybody to speak openly yet." in row.advice.text()
    assert wizard.session.draft.plan.readiness["psychological-safety"] is Answer.NO
    click(row.answers.buttons["no"])
    assert "psychological-safety" not in wizard.session.draft.plan.readiness


def test_another_focus_changes_what_the_first_filled_in_and_nothing_else(
    wizard: SetupWizard,
) -> None:
    page = wizard.page
    assert isinstance(page, PurposeStep)
    click(page.cards.cards["floor"])
    wizard.go_to(Step.OBJECTIVES)
    objectives = wizard.page
    assert isinstance(objectives, ObjectivesStep)
    assert objectives.objectives.values() == focus("floor").objectives
    wizard.go_to(Step.PURPOSE)
    click(page.cards.cards["digital"])
    assert page.purpose.text() == focus("digital").purpose
    page.purpose.setFocus()
    page.purpose.selectAll()
    type_in("Our own words.")
    click(page.cards.cards["customer"])
    assert page.purpose.text() == "Our own words."
    wizard.go_to(Step.OBJECTIVES)
    assert objectives.objectives.values() == focus("customer").objectives


def test_the_wizard_fits_a_small_screen(wizard: SetupWizard) -> None:
    for step in STEPS:
        wizard.go_to(step)
        wizard.page.show_draft(RICH)
        QApplication.processEvents()
        needed = wizard.minimumSizeHint()
        assert needed.width() <= 1240, step
        assert needed.height() <= 660, step
