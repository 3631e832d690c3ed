from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.services.programmes.reading import programme, programmes
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.programme.dialog import ProgrammeDialog
from tests.builders import stored_programme


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> ProgrammeDialog:
    made = ProgrammeDialog(context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_programme_is_filled_in_started_and_read_back(
    dialog: ProgrammeDialog, context: Context
) -> None:
    QTest.keyClicks(dialog.name, "Voices & views <2027>")
    QTest.keyClicks(dialog.purpose, "Leaders listen.")
    QTest.keyClicks(dialog.start.entry, "19/1/27")
    dialog.sessions.setValue(8)
    dialog.save.click()
    assert not dialog.isVisible()
    assert dialog.programme_id is not None
    stored = programme(context.data, dialog.programme_id)
    assert stored.name == "Voices & views <2027>"
    assert stored.purpose == "Leaders listen."
    assert stored.start_date == date(2027, 1, 19)
    assert stored.session_count == 8
    assert context.data.undo_words == "Start Voices & views <2027>"


def test_it_asks_for_a_name_beside_the_field(dialog: ProgrammeDialog, context: Context) -> None:
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.problem_of("name") == "Please give a name."
    assert programmes(context.data) == []


def test_a_start_that_is_no_date_is_kept_and_pointed_out(
    dialog: ProgrammeDialog, context: Context
) -> None:
    QTest.keyClicks(dialog.name, "Voices")
    QTest.keyClicks(dialog.start.entry, "in spring")
    dialog.save.click()
    assert "19 Jan 2027" in dialog.problem_of("start_date")
    assert dialog.start.entry.text() == "in spring"
    assert programmes(context.data) == []


def test_a_name_in_use_is_refused(qtbot: QtBot, dialog: ProgrammeDialog, context: Context) -> None:
    stored_programme(context.data, "Voices")
    QTest.keyClicks(dialog.name, "VOICES")
    dialog.save.click()
    assert "already" in dialog.problem_of("name")


def test_editing_changes_what_was_edited_and_nothing_else(qtbot: QtBot, context: Context) -> None:
    programme_id = stored_programme(context.data, "Voices", session_minutes=45)
    dialog = ProgrammeDialog(context, programme(context.data, programme_id))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("Fresh eyes")
    dialog.save.click()
    stored = programme(context.data, programme_id)
    assert (stored.name, stored.session_minutes) == ("Fresh eyes", 45)
    context.undo()
    assert programme(context.data, programme_id).name == "Voices"
