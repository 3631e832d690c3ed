"""Programme settings: edits wait, say what they touch, are one undo step, and are never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.people.reading import people
from revmentor_desktop.services.programmes.reading import programmes
from revmentor_desktop.services.setup.reading import decided
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.settings.page import LESSONS, REMOVAL, SettingsPage
from revmentor_desktop.ui.setup.steps.agreement import AgreementStep
from revmentor_desktop.ui.setup.steps.pairing import PairingStep
from revmentor_desktop.ui.setup.steps.people import PeopleStep
from revmentor_desktop.ui.setup.steps.purpose import PurposeStep
from revmentor_desktop.ui.sidebar import Entry
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import stored_pair, stored_programme
from tests.services.documents.agreements import write_agreements
from tests.ui.stage import Stage

SECTIONS = [step for step in Step if step is not Step.CHECK]


@pytest.fixture
def programme(context: Context) -> int:
    made = stored_programme(context.data, "Voices", purpose="Leaders hear the wards.")
    for mentor, leader in (("Mei Brown", "David Price"), ("Jonas Tamm", "Helen Ward")):
        stored_pair(context.data, made, mentor, leader)
    context.choose_programme(made)
    return made


@pytest.fixture
def page(context: Context, programme: int, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1060, 690)
    made.show()
    return made


def agreement(page: SettingsPage) -> AgreementStep:
    page.show_section(Step.AGREEMENT)
    section = page.section(Step.AGREEMENT)
    assert isinstance(section, AgreementStep)
    return section


def purpose(page: SettingsPage) -> PurposeStep:
    page.show_section(Step.PURPOSE)
    section = page.section(Step.PURPOSE)
    assert isinstance(section, PurposeStep)
    return section


def stored_limits(context: Context, programme: int) -> tuple[str, ...]:
    return decided(context.data, programme).plan.agreement.limits


@pytest.mark.parametrize("step", SECTIONS)
def test_every_step_of_setting_up_is_a_section_and_opening_it_is_no_edit(
    page: SettingsPage, step: Step
) -> None:
    page.list.buttons[step].click()
    assert page.section(step).isVisible()
    assert page.waiting == []
    assert not page.bar.isVisible()


def test_lessons_and_removal_are_sections_too(page: SettingsPage) -> None:
    page.list.buttons[LESSONS].click()
    assert page.lessons is not None
    assert page.lessons.isVisible()
    page.list.buttons[REMOVAL].click()
    assert page.removal.isVisible()


def test_an_edit_says_what_it_touches_before_it_is_applied(
    page: SettingsPage, context: Context, programme: int, tmp_path: Path, qtbot: QtBot
) -> None:
    run_to_end(write_agreements(context.data, programme, tmp_path))
    agreement(page).trust.limits["policy"].box.click()
    assert page.bar.isVisible()
    words = "2 agreements were issued with the old wording."
    qtbot.waitUntil(lambda: page.bar.said == words)
    assert "policy" in stored_limits(context, programme)


def test_an_edit_that_touches_nothing_says_so(page: SettingsPage, qtbot: QtBot) -> None:
    agreement(page).trust.limits["policy"].box.click()
    qtbot.waitUntil(lambda: page.bar.said == "This touches nothing that is there already.")


def test_applying_is_one_undo_step_of_the_section(
    page: SettingsPage, context: Context, programme: int, notices: list[Notice]
) -> None:
    before = decided(context.data, programme)
    section = agreement(page)
    section.trust.limits["policy"].box.click()
    section.fairness.exit.box.click()
    page.bar.apply.click()
    assert stored_limits(context, programme) == ("harm", "law")
    assert not page.bar.isVisible()
    assert page.waiting == []
    assert context.data.undo_words == "Change “Confidentiality and agreement”"
    assert notices[-1].verb == "Undo"
    context.undo()
    assert decided(context.data, programme) == before
    assert section.trust.limits["policy"].is_on
    assert section.fairness.exit.is_on


def test_only_the_section_that_is_shown_is_applied(
    page: SettingsPage, context: Context, programme: int
) -> None:
    agreement(page).trust.limits["policy"].box.click()
    page.show_section(Step.PAIRING)
    pairing = page.section(Step.PAIRING)
    assert isinstance(pairing, PairingStep)
    assert not page.bar.isVisible()
    pairing.rules["time"].box.click()
    page.bar.apply.click()
    assert "time" in decided(context.data, programme).plan.pairing.rules
    assert "policy" in stored_limits(context, programme)
    assert page.waiting == [Step.AGREEMENT]
    assert page.list.buttons[Step.AGREEMENT].accessibleDescription() != ""
    page.show_section(Step.AGREEMENT)
    assert page.bar.isVisible()


def test_discarding_shows_what_is_stored_and_can_be_taken_back(
    page: SettingsPage, notices: list[Notice]
) -> None:
    section = agreement(page)
    section.trust.limits["policy"].box.click()
    page.bar.discard.click()
    assert section.trust.limits["policy"].is_on
    assert not page.bar.isVisible()
    assert notices[-1].action is not None
    notices[-1].action()
    assert page.waiting == [Step.AGREEMENT]
    assert "policy" not in section.with_edits(Draft()).plan.agreement.limits


def test_edits_that_wait_are_still_there_after_leaving(
    page: SettingsPage, context: Context, programme: int
) -> None:
    agreement(page).trust.limits["policy"].box.click()
    page.hide()
    stored_pair(context.data, programme, "Ann Bee", "Cem Dee")
    context.announce(frozenset({"pair", "participation", "person"}))
    page.show()
    assert not agreement(page).trust.limits["policy"].is_on
    assert page.bar.isVisible()


def test_edits_wait_for_their_programme_to_be_looked_at_again(
    page: SettingsPage, context: Context, programme: int
) -> None:
    agreement(page).trust.limits["policy"].box.click()
    other = stored_programme(context.data, "Other")
    context.choose_programme(other)
    assert agreement(page).trust.limits["policy"].is_on
    assert page.waiting == []
    context.choose_programme(programme)
    assert page.waiting == [Step.AGREEMENT]
    assert not agreement(page).trust.limits["policy"].is_on
    assert page.bar.isVisible()
    page.bar.apply.click()
    assert stored_limits(context, programme) == ("harm", "law")
    assert "policy" in stored_limits(context, other)


def test_what_cannot_be_stored_is_said_and_stays(
    page: SettingsPage, context: Context, programme: int
) -> None:
    section = purpose(page)
    section.name.selectAll()
    QTest.keyClick(section.name, Qt.Key.Key_Delete)
    page.bar.apply.click()
    assert page.bar.said == "Give the programme a name."
    assert page.waiting == [Step.PURPOSE]
    QTest.keyClicks(section.name, "Front line")
    page.bar.apply.click()
    assert decided(context.data, programme).details.name == "Front line"


def test_another_focus_fills_in_other_sections_as_well(
    page: SettingsPage, context: Context, programme: int
) -> None:
    people_section = page.section(Step.PEOPLE)
    section = purpose(page)
    section.cards.cards["digital"].click()
    page.bar.apply.click()
    stored = decided(context.data, programme).plan
    assert stored.purpose.focus == "digital"
    assert stored.objectives
    assert isinstance(people_section, PeopleStep)
    assert people_section.offers.values() == stored.taking_part.offers


def test_the_list_of_sections_is_gone_through_with_the_keyboard(page: SettingsPage) -> None:
    page.show_section(Step.PURPOSE)
    stops = [
        key
        for key, entry in page.list.buttons.items()
        if entry.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [Step.PURPOSE]
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(page.list.buttons[page.shown], key)
        seen.append(page.shown)
    assert seen == [Step.OBJECTIVES, Step.SPONSOR, Step.OBJECTIVES]


def test_tab_goes_from_the_section_to_the_bar(
    page: SettingsPage, context: Context, programme: int, qtbot: QtBot
) -> None:
    for step in (Step.AGREEMENT, Step.PAIRING, Step.AGREEMENT):
        page.show_section(step)
    section = agreement(page)
    section.trust.limits["policy"].box.click()
    section.show_group(list(section.groups.values()).index(section.own))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    section.own.rows.add_button.setFocus()
    seen = []
    for _ in range(8):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget())
        if page.focusWidget() is page.bar.apply:
            break
    assert seen[-2:] == [page.bar.discard, page.bar.apply]
    assert not set(seen) & set(page.list.buttons.values())
    QTest.keyClick(page.bar.apply, Qt.Key.Key_Space)
    assert stored_limits(context, programme) == ("harm", "law")
    assert page.list.buttons[Step.AGREEMENT].hasFocus()


def test_sections_that_go_with_their_programme_take_nothing_else_along(stage: Stage) -> None:
    stage.open_file()
    for name in ("One", "Two"):
        stored_programme(stage.context.data, name)
    stage.context.announce(frozenset({"programme"}))
    first, second = (one.id for one in programmes(stage.context.data))
    stage.do("show:settings")
    page = stage.page
    assert isinstance(page, SettingsPage)
    for programme_id in (second, first, second):
        for key in page.list.buttons:
            page.show_section(key)
        stage.context.choose_programme(programme_id)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shell = stage.shell
    kept = [stage.window.menuBar(), shell.sidebar, page.bar, page.list, page.removal]
    for widget in [*kept, *shell.sidebar.findChildren(QWidget), *page.bar.findChildren(QWidget)]:
        assert isValid(widget)
    assert shell.menus.shortcuts()


def test_removing_the_programme_can_be_undone_and_leaves_its_people(stage: Stage) -> None:
    stage.open_file()
    data = stage.context.data
    made = stored_programme(data, "Voices")
    stored_pair(data, made, "Mei Brown", "David Price")
    stage.context.announce(frozenset({"programme", "pair"}))
    everybody = people(data)
    stage.do("show:settings")
    page = stage.page
    assert isinstance(page, SettingsPage)
    page.show_section(REMOVAL)
    stage.press(page.removal.remove)
    assert programmes(data) == []
    assert people(data) == everybody
    assert page.make_programme.isVisible()
    stage.press(stage.shell.notice_bar.act)
    assert [one.id for one in programmes(data)] == [made]
    assert len(pairs(data, made)) == 1
    assert page.section(Step.PURPOSE).isVisible()


def test_the_settings_are_at_the_foot_of_the_sidebar_and_in_the_menu(stage: Stage) -> None:
    stage.open_file()
    stored_programme(stage.context.data, "Voices")
    stage.context.announce(frozenset({"programme"}))
    stage.do("edit-programme")
    page = stage.page
    assert isinstance(page, SettingsPage)
    assert page.section(Step.PURPOSE).isVisible()
    stage.do("readiness")
    assert page.section(Step.SPONSOR).isVisible()
    stage.do("settings:dates")
    assert page.section(Step.DATES).isVisible()
    entries = stage.shell.sidebar.findChildren(Entry)
    lowest = max(entries, key=lambda entry: entry.mapToGlobal(entry.rect().topLeft()).y())
    assert lowest.accessibleName() == "Programme settings"


def test_without_a_programme_one_can_be_made(page: SettingsPage, context: Context) -> None:
    context.choose_programme(None)
    asked: list[str] = []
    context.requested.connect(asked.append)
    assert not page.list.isVisible()
    page.make_programme.click()
    assert asked == ["new-programme"]
