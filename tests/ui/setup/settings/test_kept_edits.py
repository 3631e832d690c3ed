"""Edits of the settings wait as typed, whatever happens to the program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.draft import Step
from revmentor_desktop.services.programmes.writing import remove_programme
from revmentor_desktop.services.setup import writing
from revmentor_desktop.services.setup.reading import decided, settings_edits
from revmentor_desktop.services.setup.standing import has_settings_edits
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.settings.kept_edits import KEPT_AFTER_MS
from revmentor_desktop.ui.setup.settings.page import SettingsPage
from revmentor_desktop.ui.setup.steps.agreement import AgreementStep
from revmentor_desktop.ui.setup.steps.dates import DatesStep
from revmentor_desktop.ui.setup.steps.purpose import PurposeStep
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import stored_programme

Opens = Callable[[], SettingsPage]


@pytest.fixture
def programme(context: Context) -> int:
    made = stored_programme(
        context.data, "Voices", purpose="Leaders hear the wards.", start_date=date(2027, 3, 2)
    )
    context.choose_programme(made)
    return made


@pytest.fixture
def open_page(context: Context, programme: int, qtbot: QtBot) -> Opens:
    def opened() -> SettingsPage:
        made = SettingsPage(context)
        qtbot.addWidget(made)
        made.show()
        return made

    return opened


def purpose(page: SettingsPage) -> PurposeStep:
    page.show_section(Step.PURPOSE)
    section = page.section(Step.PURPOSE)
    assert isinstance(section, PurposeStep)
    return section


def dates(page: SettingsPage) -> DatesStep:
    page.show_section(Step.DATES)
    section = page.section(Step.DATES)
    assert isinstance(section, DatesStep)
    return section


def type_name(page: SettingsPage, text: str) -> None:
    section = purpose(page)
    section.name.selectAll()
    QTest.keyClicks(section.name, text)


def kept_name(context: Context, programme: int) -> str:
    kept = settings_edits(context.data, programme)
    return kept[Step.PURPOSE].details.name if Step.PURPOSE in kept else ""


def test_what_is_typed_is_stored_while_typing_goes_on(
    open_page: Opens, context: Context, programme: int, qtbot: QtBot
) -> None:
    assert KEPT_AFTER_MS <= 1_000  # two seconds are the most that may be lost
    page = open_page()
    type_name(page, "Front")
    qtbot.waitUntil(lambda: kept_name(context, programme) == "Front", timeout=3_000)
    QTest.keyClicks(purpose(page).name, " line")
    qtbot.waitUntil(lambda: kept_name(context, programme) == "Front line", timeout=3_000)
    assert decided(context.data, programme).details.name == "Voices"
    assert context.data.undo_words is None or "Change" not in context.data.undo_words


def test_edits_wait_again_after_the_program_was_closed(
    open_page: Opens, context: Context, programme: int
) -> None:
    page = open_page()
    type_name(page, "Front line")
    section = page.section(Step.AGREEMENT)
    assert isinstance(section, AgreementStep)
    section.trust.limits["policy"].box.click()
    page.close()
    again = open_page()
    assert again.waiting == [Step.PURPOSE, Step.AGREEMENT]
    assert again.shown == Step.PURPOSE
    assert again.bar.isVisible()
    assert purpose(again).name.text() == "Front line"
    again.bar.apply.click()
    assert decided(context.data, programme).details.name == "Front line"
    assert again.waiting == [Step.AGREEMENT]
    again.show_section(Step.AGREEMENT)
    again.bar.discard.click()
    again.close()
    assert settings_edits(context.data, programme) == {}
    assert open_page().waiting == []


def test_a_section_that_was_not_opened_again_keeps_its_edits(
    open_page: Opens, context: Context, programme: int
) -> None:
    page = open_page()
    type_name(page, "Front line")
    page.close()
    again = open_page()
    again.show_section(Step.AGREEMENT)
    section = again.section(Step.AGREEMENT)
    assert isinstance(section, AgreementStep)
    section.trust.limits["policy"].box.click()
    again.close()
    assert set(settings_edits(context.data, programme)) == {Step.PURPOSE, Step.AGREEMENT}
    assert kept_name(context, programme) == "Front line"


def test_a_date_half_typed_waits_too_and_is_never_applied(
    open_page: Opens, context: Context, programme: int
) -> None:
    page = open_page()
    entry = dates(page).start.entry
    entry.selectAll()
    QTest.keyClicks(entry, "9 Ma")
    page.close()
    again = open_page()
    assert again.waiting == [Step.DATES]
    assert dates(again).start.entry.text() == "9 Ma"
    again.bar.apply.click()
    assert again.bar.said.startswith("“9 Ma” cannot be read as a date.")
    assert decided(context.data, programme).details.start_date == date(2027, 3, 2)
    again.bar.discard.click()
    assert dates(again).start.value() == date(2027, 3, 2)
    assert again.waiting == []


def test_edits_are_there_again_when_the_removed_programme_is(
    open_page: Opens, context: Context, programme: int
) -> None:
    page = open_page()
    type_name(page, "Front line")
    page.kept.keep()
    context.choose_programme(None)
    context.run("Remove", lambda data: remove_programme(data, programme))
    assert settings_edits(context.data, programme) == {}
    context.undo()
    context.choose_programme(programme)
    assert page.waiting == [Step.PURPOSE]
    page.close()
    assert kept_name(context, programme) == "Front line"


def test_that_edits_wait_is_announced_once(
    open_page: Opens, context: Context, programme: int
) -> None:
    announced: list[frozenset[str]] = []
    context.changed.connect(announced.append)
    page = open_page()
    type_name(page, "Front")
    assert has_settings_edits(context.data, programme)
    assert announced == [frozenset({"settings_edit"})]
    QTest.keyClick(purpose(page).name, Qt.Key.Key_Backspace)
    assert announced == [frozenset({"settings_edit"})]
    page.bar.discard.click()
    assert announced == [frozenset({"settings_edit"})] * 2
    assert not has_settings_edits(context.data, programme)


def test_edits_that_cannot_be_stored_are_said(
    open_page: Opens, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Notice] = []
    context.notices.shown.connect(said.append)

    def full(*_: object) -> None:
        raise KnownError("disk-full", name="voices.revmentor")

    page = open_page()
    with monkeypatch.context() as broken:
        broken.setattr(writing, "keep_settings_edits", full)
        type_name(page, "Front line")
        assert said
        assert purpose(page).name.text() == "Front line"
    page.close()
    assert open_page().waiting == [Step.PURPOSE]
