"""The dates of a stored programme: moved on the timeline, applied as one step, saved."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.draft import Step
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.settings.page import SettingsPage
from revmentor_desktop.ui.setup.steps.dates import DatesStep
from tests.builders import stored_programme


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> SettingsPage:
    context.choose_programme(stored_programme(context.data, "Voices", start_date=date(2031, 5, 6)))
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1060, 690)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_section(str(Step.DATES))
    return made


def dates(page: SettingsPage) -> DatesStep:
    section = page.section(Step.DATES)
    assert isinstance(section, DatesStep)
    return section


def test_looking_at_the_dates_is_no_edit(page: SettingsPage) -> None:
    assert dates(page).milestones.timeline.isVisible()
    assert page.waiting == []
    assert not page.bar.isVisible()


def test_a_moved_point_waits_is_applied_and_undone(page: SettingsPage, context: Context) -> None:
    lane = dates(page).milestones.timeline.rows["briefings"].lane
    lane.setFocus()
    QTest.keyClick(lane, Qt.Key.Key_Left)
    moved = lane.shown_day
    assert page.waiting == ["dates"]
    page.apply()
    programme_id = context.programme_id
    assert programme_id is not None
    assert plan(context.data, programme_id).schedule.moved == {"briefings": moved}
    context.undo()
    assert plan(context.data, programme_id).schedule.moved == {}
    assert dates(page).milestones.moved == {}


def test_the_calendar_is_asked_for_here(page: SettingsPage, context: Context, qtbot: QtBot) -> None:
    assert dates(page).calendar.isVisible()
    with qtbot.waitSignal(context.requested) as asked:
        dates(page).calendar.click()
    assert asked.args == ["save-calendar"]
