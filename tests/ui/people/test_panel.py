"""The panel: a field is stored when it is left, kept when it cannot be, and follows undo."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import (
    ParticipationState,
    Role,
)
from revmentor_desktop.domain.people import MeetingMode, PersonDetails
from revmentor_desktop.services.people.writing import add_person, remove_people
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.page import PeoplePage
from revmentor_desktop.ui.widgets.notices import Notice
from tests.ui.people.conftest import Cast
from tests.ui.people.hands import NO_GRAB, click, press, retype, tab, type_text
from tests.ui.people.panel_parts import field, line, part, person

pytestmark = NO_GRAB


def test_a_field_is_stored_when_it_is_left_as_one_step_in_its_own_words(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    retype(line(helen, "job_title"), "  Finance   lead ")
    assert person(data, cast.helen).job_title == "Finance Director"
    tab()
    assert person(data, cast.helen).job_title == "Finance lead"
    assert line(helen, "job_title").text() == "Finance lead"
    assert data.undo_words == "Change Helen Ward’s job title"
    assert helen.model.entry(1).person.job_title == "Finance lead"


def test_enter_stores_and_stays(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    retype(line(helen, "site"), "Depot")
    press(line(helen, "site"), Qt.Key.Key_Return)
    assert person(data, cast.helen).site == "Depot"
    assert line(helen, "site").hasFocus()


def test_leaving_without_a_change_makes_no_step(
    helen: PeoplePage, data: DataFile, qtbot: QtBot
) -> None:
    before = data.undo_words
    line(helen, "first_name").setFocus()
    for _ in range(40):
        tab()
    assert data.undo_words == before


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("email", "helen at work", "does not look like an e-mail address"),
        ("email", "MEI.brown@harbour.example", "Mei Brown already has the e-mail address"),
        ("start_date", "31/2/2020", "This is not a date"),
        ("start_date", "1/1/1800", "between 1930 and 2100"),
        ("job_title", "x" * 201, "at most 200"),
    ],
)
def test_what_cannot_be_stored_stays_with_the_reason_beside_it(
    helen: PeoplePage,
    data: DataFile,
    cast: Cast,
    qtbot: QtBot,
    key: str,
    typed: str,
    said: str,
) -> None:
    before = person(data, cast.helen)
    retype(line(helen, key), typed)
    line(helen, "first_name").setFocus()
    assert said in field(helen, key).problem
    assert said in field(helen, key).editor.widget.accessibleDescription()
    assert field(helen, key).dirty
    assert person(data, cast.helen) == before
    line(helen, key).setFocus()
    press(line(helen, key), Qt.Key.Key_Escape)
    assert field(helen, key).problem == ""
    assert not field(helen, key).dirty


def test_escape_brings_back_the_stored_value_then_leads_to_the_table(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    retype(line(helen, "job_title"), "Somebody else")
    press(line(helen, "job_title"), Qt.Key.Key_Escape)
    assert line(helen, "job_title").text() == "Finance Director"
    assert line(helen, "job_title").hasFocus()
    press(line(helen, "job_title"), Qt.Key.Key_Escape)
    assert helen.table.hasFocus()


def test_a_person_keeps_at_least_one_name(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    retype(line(helen, "first_name"), "")
    tab()
    retype(line(helen, "last_name"), "")
    tab()
    assert field(helen, "last_name").problem == "A person needs a first name or a surname."
    assert person(data, cast.helen).last_name == "Ward"


def test_undo_and_redo_show_at_once_and_leave_the_focus_where_it_is(
    helen: PeoplePage, context: Context, qtbot: QtBot
) -> None:
    retype(line(helen, "job_title"), "Lead")
    press(line(helen, "job_title"), Qt.Key.Key_Return)
    context.undo()
    assert line(helen, "job_title").text() == "Finance Director"
    assert line(helen, "job_title").hasFocus()
    context.redo()
    assert line(helen, "job_title").text() == "Lead"
    assert helen.panel.head.name.text() == "Helen Ward"


def test_ctrl_z_in_a_field_takes_back_letters_first_and_then_the_stored_step(
    helen: PeoplePage, context: Context, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), helen)
    shortcut.activated.connect(context.undo)
    title = line(helen, "job_title")
    retype(title, "Lead")
    press(title, Qt.Key.Key_Return)
    type_text(title, "er")
    press(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert title.text() == "Lead"
    assert person(data, cast.helen).job_title == "Lead"
    press(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert person(data, cast.helen).job_title == "Finance Director"
    assert title.text() == "Finance Director"


def test_what_is_half_typed_survives_a_reload(
    helen: PeoplePage, context: Context, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    about = field(helen, "about_me").editor.widget
    assert isinstance(about, QPlainTextEdit)
    retype(about, "I like quiet morn")
    context.run("Add", lambda file: add_person(file, PersonDetails(first_name="Another")))
    assert about.toPlainText() == "I like quiet morn"
    assert about.hasFocus()
    assert about.textCursor().position() == len("I like quiet morn")
    tab()
    assert person(data, cast.helen).about_me == "I like quiet morn"


def test_what_cannot_be_stored_is_kept_while_another_person_is_looked_at(
    helen: PeoplePage, context: Context, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    notices: list[Notice] = []
    context.notices.shown.connect(notices.append)
    retype(line(helen, "email"), "helen@")
    helen.choose(cast.mei)
    assert line(helen, "email").text() == "mei.brown@harbour.example"
    assert field(helen, "email").problem == ""
    assert notices[-1].text == ("Not stored: Helen Ward’s e-mail address. What you typed is kept.")
    assert notices[-1].action is not None
    notices[-1].action()
    assert line(helen, "email").text() == "helen@"
    assert field(helen, "email").problem != ""
    type_text(line(helen, "email"), "harbour.example")
    press(line(helen, "email"), Qt.Key.Key_Return)
    assert person(data, cast.helen).email == "helen@harbour.example"
    helen.choose(cast.mei)
    helen.choose(cast.helen)
    assert field(helen, "email").problem == ""


def test_hiding_the_page_stores_what_is_typed(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    retype(line(helen, "site"), "Depot")
    helen.hide()
    assert person(data, cast.helen).site == "Depot"
    helen.show()
    assert line(helen, "site").text() == "Depot"
    assert helen.model.entry(1).person.site == "Depot"


def test_two_fields_left_at_once_are_both_stored(
    helen: PeoplePage, data: DataFile, cast: Cast
) -> None:
    line(helen, "site").setText("Depot")
    line(helen, "grade").setText("11")
    helen.choose(cast.mei)
    assert (person(data, cast.helen).site, person(data, cast.helen).grade) == ("Depot", "11")


def test_a_person_who_is_gone_leaves_the_panel(
    helen: PeoplePage, context: Context, cast: Cast, qtbot: QtBot
) -> None:
    retype(line(helen, "site"), "Depot")
    context.run("Remove", lambda file: remove_people(file, [cast.helen]))
    assert helen.panel.person_ids == []
    context.undo()
    helen.choose(cast.helen)
    assert line(helen, "site").text() == "Town clinic"


def test_choices_are_stored_as_soon_as_they_are_made(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    for key, step in (("state", Qt.Key.Key_Down), ("meeting_mode", Qt.Key.Key_Up)):
        box = field(helen, key).editor.widget
        box.setFocus()
        press(box, step)
    assert part(data, cast, cast.helen).state is ParticipationState.PAUSED
    assert person(data, cast.helen).meeting_mode is MeetingMode.IN_PERSON
    assert data.undo_words == "Change Helen Ward’s way to meet"


def test_a_role_that_cannot_change_says_why_beside_the_choice(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    box = field(helen, "role").editor.widget
    box.setFocus()
    press(box, Qt.Key.Key_Up)
    assert field(helen, "role").problem.startswith("Helen Ward is in a pair")
    assert part(data, cast, cast.helen).role is Role.MENTEE
    press(box, Qt.Key.Key_Escape)
    assert field(helen, "role").editor.value() is Role.MENTEE


def test_dates_are_read_and_stored(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    retype(line(helen, "opted_in_on"), "3 nov 2026")
    line(helen, "first_name").setFocus()
    assert part(data, cast, cast.helen).opted_in_on == date(2026, 11, 3)
    assert line(helen, "opted_in_on").text() == "Tue 3 Nov 2026"
    retype(line(helen, "start_date"), "")
    line(helen, "first_name").setFocus()
    assert person(data, cast.helen).start_date is None


@pytest.mark.parametrize("key", ["start_date", "opted_in_on", "line_manager"])
def test_the_hint_of_an_empty_field_is_never_cut(helen: PeoplePage, key: str) -> None:
    hint = line(helen, key)
    # The margin of the style, on both sides, and Qt's own beside the text.
    room = hint.width() - 2 * (9 + 3)
    assert 0 < hint.fontMetrics().horizontalAdvance(hint.placeholderText()) <= room


def test_the_note_and_the_motivation_belong_to_the_programme(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    for key in ("motivation", "note"):
        retype(field(helen, key).editor.widget, f"My {key}")
        tab()
    assert part(data, cast, cast.helen).motivation == "My motivation"
    assert part(data, cast, cast.helen).note == "My note"
    assert data.undo_words == "Change Helen Ward’s note"


def test_who_takes_no_part_can_be_given_one_in_the_panel(
    page: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    page.choose(cast.omar)
    programme_part = page.panel.form.part
    assert programme_part.as_leader.isVisible()
    assert not field(page, "role").box.isVisible()
    click(programme_part.as_leader)
    assert part(data, cast, cast.omar).role is Role.MENTEE
    assert field(page, "role").editor.value() is Role.MENTEE
    assert field(page, "role").box.isVisible()


def test_several_people_show_what_they_share_and_are_changed_together(
    page: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    page.table.selectAll()
    several = page.panel.several
    assert several.title.text() == "3 people chosen"
    assert not several.state.shared
    box: Any = several.state.field
    box.setFocus()
    press(box, Qt.Key.Key_Down)
    assert part(data, cast, cast.mei).state is ParticipationState.INVITED
    assert part(data, cast, cast.zoe).state is ParticipationState.INVITED
    assert several.state.shared is ParticipationState.INVITED
    assert data.undo_words == "Set 2 people to invited"


def test_another_programme_is_named_in_the_head(
    page: PeoplePage, context: Context, data: DataFile, cast: Cast
) -> None:
    page.choose(cast.helen)
    context.choose_programme(None)
    assert page.panel.head.elsewhere() == "Also in: Front-line voices (Leader)"
