"""What keeps a programme from being created is named, and one click leads to its field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.objectives import Objective
from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.purpose import Evidence, Purpose
from revmentor_desktop.domain.plan.schedule import ClosedPeriod, Schedule
from revmentor_desktop.domain.plan.sessions import SessionPlan, SurveyQuestion
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.setup.writing import keep_draft
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.settings.page import SettingsPage
from revmentor_desktop.ui.setup.steps.check import CheckStep
from revmentor_desktop.ui.setup.steps.people import PeopleStep
from revmentor_desktop.ui.setup.steps.purpose import PurposeStep
from revmentor_desktop.ui.setup.wizard import SetupWizard
from revmentor_desktop.ui.widgets.growing import GrowingText
from tests.builders import stored_programme
from tests.ui.setup.hands import Opener, click, focused, press

LONG = "x" * 5_001
LINE = "x" * 201
DAY = date(2027, 12, 24)
FIELD = OwnField(key="own-1", label="Languages", kind=FieldKind.ONE_OF)


def text_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLineEdit | GrowingText) else ""


def check_step(wizard: SetupWizard) -> CheckStep:
    click(wizard.skip)
    page = wizard.page
    assert isinstance(page, CheckStep)
    return page


@pytest.mark.parametrize(
    ("plan", "called"),
    [
        (Plan(purpose=Purpose(evidence=(Evidence(text="a"), Evidence(text=LONG)))), "Evidence"),
        (Plan(objectives=(Objective(title="A", measure=LONG),)), "Measured by"),
        (Plan(words={"pack.leader.why": LONG}), "How packs and papers put it"),
        (Plan(questions=(SurveyQuestion(text=LONG),)), "What people are asked"),
        (Plan(sponsor=Sponsor(name="Ann", job_title=LINE)), "Job title of the sponsor"),
        (Plan(sponsor=Sponsor(agreed_to=("A", LONG))), "What the sponsor has agreed to"),
        (
            Plan(schedule=Schedule(closed=(ClosedPeriod(first=DAY, last=DAY, label=LINE),))),
            "What the closed days are",
        ),
        (Plan(sessions=(SessionPlan(title="A", prompts=(LONG,)),)), "Prompts of a session"),
        (
            Plan(taking_part=TakingPart(mentee_name=RoleName(one=LINE, several="As"))),
            "What one leader is called",
        ),
        (
            Plan(taking_part=TakingPart(own_fields=(replace(FIELD, label=LINE),))),
            "What a question of your own asks",
        ),
        (Plan(agreement=AgreementChoices(own_clauses=(LONG,))), "A clause of your own"),
    ],
)
def test_too_long_a_text_is_named_and_gone_to(
    open_wizard: Opener, context: Context, plan: Plan, called: str
) -> None:
    details = ProgrammeDetails(name="Voices", purpose="Leaders listen.")
    keep_draft(context.data, Draft(details=details, plan=plan))
    wizard = open_wizard()
    page = check_step(wizard)
    assert page.blocked.said.startswith(f"“{called}” holds ")
    assert not wizard.next.isEnabled()
    click(page.blocked.ways[0])
    QApplication.processEvents()
    assert len(text_of(focused())) >= 201
    assert focused().isVisible()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_A)
    assert check_step(wizard).blocked.said == ""
    assert wizard.next.isEnabled()


@pytest.mark.parametrize("where", ["offers", "wants", "options"])
def test_too_long_a_word_is_named_and_its_list_gone_to(
    open_wizard: Opener, context: Context, where: str
) -> None:
    words = ("Care", "x" * 101)
    part = {
        "offers": TakingPart(offers=words),
        "wants": TakingPart(wants=words),
        "options": TakingPart(own_fields=(replace(FIELD, options=words),)),
    }[where]
    details = ProgrammeDetails(name="Voices", purpose="Leaders listen.")
    keep_draft(context.data, Draft(details=details, plan=Plan(taking_part=part)))
    wizard = open_wizard()
    click(check_step(wizard).blocked.ways[0])
    assert wizard.step is Step.PEOPLE
    press(Qt.Key.Key_Backspace)  # takes the last word of the list
    assert check_step(wizard).blocked.said == ""


def test_any_length_can_be_typed_into_a_list_of_words(wizard: SetupWizard) -> None:
    wizard.go_to(Step.PEOPLE)
    page = wizard.page
    assert isinstance(page, PeopleStep)
    QTest.keyClicks(page.offers.entry, "x" * 300)
    assert "holds 300 characters; at most 100 fit" in check_step(wizard).blocked.said


@pytest.mark.parametrize(("place", "name"), [(0, "name"), (1, "purpose")])
def test_what_has_to_be_given_is_gone_to(wizard: SetupWizard, place: int, name: str) -> None:
    click(check_step(wizard).blocked.ways[place])
    page = wizard.page
    assert isinstance(page, PurposeStep)
    assert focused() is page.named_fields()[name]


def test_the_settings_go_to_the_field_that_is_too_long(
    context: Context, qtbot: QtBot, opened: Callable[[SettingsPage], None]
) -> None:
    made = stored_programme(context.data, "Voices", purpose="Leaders hear the wards.")
    context.choose_programme(made)
    page = SettingsPage(context)
    qtbot.addWidget(page)
    opened(page)
    page.show_section(Step.PURPOSE)
    section = page.section(Step.PURPOSE)
    assert isinstance(section, PurposeStep)
    section.why_now.setPlainText(LONG)
    page.list.buttons[Step.PURPOSE].setFocus()
    page.bar.apply.click()
    assert page.bar.said.startswith("“Why now, in a few words” holds 5001 characters")
    assert focused() is section.why_now


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[[SettingsPage], None]:
    def show(page: SettingsPage) -> None:
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)

    return show
