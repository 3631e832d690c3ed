"""Whom to invite again, and when: asked before anything is taken over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.domain.plan.draft import Step
from revmentor_desktop.services.people.reading import participants
from revmentor_desktop.services.setup import writing
from revmentor_desktop.services.setup.lesson_writing import note_lesson
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup import copy_dialog
from revmentor_desktop.ui.setup.copy_dialog import CopyDialog
from revmentor_desktop.ui.setup.steps.check import CheckStep
from revmentor_desktop.ui.setup.steps.purpose import PurposeStep
from revmentor_desktop.ui.setup.wizard import SetupWizard
from revmentor_desktop.ui.widgets.text import PlainLabel
from tests.builders import stored_leader, stored_mentor, stored_programme
from tests.services.setup.test_setup import FULL
from tests.ui.setup.hands import click, when_open


@pytest.fixture
def earlier(context: Context, monkeypatch: pytest.MonkeyPatch) -> int:
    """A programme with four people, one of whom has withdrawn."""
    monkeypatch.setattr(copy_dialog, "today", lambda: date(2027, 3, 1))
    data = context.data
    programme_id = stored_programme(
        data, "Voices 2026", purpose="Listen.", start_date=date(2026, 9, 8)
    )
    writing.save_section(data, programme_id, "objectives", FULL.objectives)
    stored_mentor(data, programme_id, "Mei Brown")
    stored_mentor(data, programme_id, "Wim Gone", state=ParticipationState.WITHDRAWN)
    stored_leader(data, programme_id, "David Price")
    stored_leader(data, programme_id, "Ann Asked", state=ParticipationState.INVITED)
    return programme_id


@pytest.fixture
def dialog(qtbot: QtBot, context: Context, earlier: int) -> CopyDialog:
    made = CopyDialog(context, replaces=False)
    qtbot.addWidget(made)
    made.show()
    return made


def ticked(dialog: CopyDialog) -> list[str]:
    rows = [dialog.people.item(row) for row in range(dialog.people.count())]
    return [item.text() for item in rows if item.checkState() is Qt.CheckState.Checked]


def test_everybody_stands_there_with_their_role_and_nobody_withdrawn_is_ticked(
    dialog: CopyDialog,
) -> None:
    rows = [dialog.people.item(row).text() for row in range(dialog.people.count())]
    assert rows == [
        "Mei Brown · Mentor",
        "Wim Gone · Mentor · withdrew",
        "Ann Asked · Leader · was invited, has not answered",
        "David Price · Leader",
    ]
    assert ticked(dialog) == ["Mei Brown · Mentor", "David Price · Leader"]
    said = [label.text() for label in dialog.findChildren(PlainLabel)]
    assert "2 of 4 ticked" in said


def test_all_and_none(dialog: CopyDialog) -> None:
    click(dialog.nobody)
    assert ticked(dialog) == []
    click(dialog.everybody)
    assert len(ticked(dialog)) == 4


def test_a_tick_is_taken_away_by_keyboard(dialog: CopyDialog) -> None:
    dialog.people.setFocus()
    QTest.keyClick(dialog.people, Qt.Key.Key_Space)
    assert ticked(dialog) == ["David Price · Leader"]


def test_the_start_is_a_year_later_and_may_be_left_open(dialog: CopyDialog) -> None:
    assert dialog.start.value() == date(2027, 9, 7)
    dialog.start.entry.setText("in spring")
    click(dialog.take)
    assert dialog.isVisible()
    dialog.start.entry.setText("")
    click(dialog.take)
    assert dialog.draft is not None
    assert dialog.draft.details.start_date is None
    assert dialog.draft.details.name == "Voices 2027"


def test_cancel_takes_nothing_over(dialog: CopyDialog) -> None:
    dialog.reject()
    assert dialog.draft is None


def test_the_wizard_goes_on_with_the_copy_and_shows_what_was_learnt(
    open_wizard: Callable[[], SetupWizard], context: Context, earlier: int
) -> None:
    note_lesson(context.data, earlier, "Brief line managers earlier.")
    wizard = open_wizard()
    assert wizard.copy.isVisible()
    when_open(CopyDialog, lambda dialog: dialog.take.click())
    click(wizard.copy)
    page = wizard.page
    assert isinstance(page, PurposeStep)
    assert page.name.text() == "Voices 2027"
    wizard.go_to(Step.OBJECTIVES)
    assert wizard.session.draft.plan.objectives[0].title == FULL.objectives[0].title
    wizard.go_to(Step.CHECK)
    check = wizard.page
    assert isinstance(check, CheckStep)
    people = [label.text() for label in check.cards[Step.PEOPLE].findChildren(PlainLabel)]
    assert people[people.index("Invited again") + 1] == "2 people"
    assert check.lessons.isVisible()
    said = [label.text() for label in check.lessons.findChildren(PlainLabel)]
    assert "Brief line managers earlier." in said
    click(wizard.next)
    assert wizard.programme_id is not None
    found = participants(context.data, wizard.programme_id)
    assert sorted(one.person.full_name for one in found) == ["David Price", "Mei Brown"]


def test_without_an_earlier_programme_nothing_is_offered(wizard: SetupWizard) -> None:
    assert not wizard.copy.isVisible()


def test_nobody_is_to_be_ticked_where_nobody_took_part(context: Context, qtbot: QtBot) -> None:
    stored_programme(context.data, "Voices 2026")
    dialog = CopyDialog(context, replaces=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.people.isVisible()
    assert not dialog.everybody.isVisible()
    said = [label.text() for label in dialog.findChildren(PlainLabel) if label.isVisible()]
    assert "Nobody took part in it." in said
