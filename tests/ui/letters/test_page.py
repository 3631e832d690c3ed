"""The page fills letters as they are worded, and words them as the officer wants."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.domain.text import TEXT_LIMIT
from revmentor_desktop.services.letters.content import letter
from revmentor_desktop.services.letters.reading import mailing
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.letters.page import LettersPage
from tests.builders import change_programme, stored_leader, stored_programme
from tests.ui.letters.conftest import shown_page


def preview(page: LettersPage) -> str:
    return page.sheet.preview.text.toPlainText()


def typed(page: LettersPage, text: str) -> None:
    """Type at the end of the text, as the officer would."""
    page.sheet.editor.body.setFocus()
    page.sheet.editor.body.moveCursor(page.sheet.editor.body.textCursor().MoveOperation.End)
    page.sheet.editor.body.insertPlainText(text)


def test_the_first_letter_that_concerns_somebody_is_filled_for_the_first_person(
    page: LettersPage,
) -> None:
    assert page.sheet.title.text() == "Invitation"
    assert preview(page).startswith("Hello Zofia,\n\nWe are starting Front-line voices at")
    assert page.sheet.preview.subject.text() == "Would you like to be a mentor? Front-line voices"
    assert page.sheet.preview.whom.text() == "Zofia Adamska · zofia@harbour.example"
    assert not page.sheet.preview.note.isVisible()
    assert page.sheet.tick_all.text() == "3 of 3 chosen"
    assert page.draft_button.text() == "Make 3 e-mail drafts…"


def test_another_person_brings_the_wording_of_their_side(page: LettersPage) -> None:
    page.sheet.recipients_list.setFocus()
    QTest.keyClick(page.sheet.recipients_list, Qt.Key.Key_End)
    assert page.sheet.variant.currentText() == "To Leaders"
    assert page.sheet.editor.subject.text() == letter("invitation").texts["mentee"].subject
    assert preview(page).startswith("Hello Karl,")


def test_the_other_side_is_chosen_by_its_name(page: LettersPage) -> None:
    page.sheet.variant.put("mentee")
    page.sheet.variant.chosen.emit("mentee")
    assert preview(page).startswith("Hello Karl,")


def test_a_letter_that_concerns_nobody_is_shown_with_somebody_invented(page: LettersPage) -> None:
    page.show_letter("refusal")
    assert page.sheet.nobody.text() == "No application was refused."
    assert preview(page).startswith("Hello Sam,")
    assert "We cannot offer you a place this time." in preview(page)
    for one in (page.draft_button, page.print_button, page.save_button, page.sheet.copy_button):
        assert not one.isEnabled()
    page.sheet.variant.put("mentee")
    page.sheet.variant.chosen.emit("mentee")
    assert page.sheet.editor.subject.text() == letter("refusal").texts["mentee"].subject
    assert page.sheet.variant.key == "mentee"


def test_what_is_typed_shows_at_once_and_is_stored_when_the_field_is_left(
    page: LettersPage, data: DataFile, programme: int
) -> None:
    typed(page, " See you soon {nobody}")
    assert preview(page).endswith("See you soon {nobody}")
    assert page.sheet.preview.note.text() == "To fill in: {nobody} (unknown)"
    page.sheet.editor.subject.setFocus()
    found = mailing(data, programme, "invitation")
    assert found.text("mentor").body.endswith("See you soon {nobody}")
    assert not found.is_changed("mentee")
    assert page.sheet.editor.restore.isVisible()
    assert data.undo_words == "Word the letter “Invitation”"


def test_what_is_typed_is_stored_after_a_pause_and_the_caret_stays(
    page: LettersPage, data: DataFile, programme: int, qtbot: QtBot
) -> None:
    typed(page, " Soon. ")
    place = page.sheet.editor.body.textCursor().position()
    qtbot.waitUntil(
        lambda: mailing(data, programme, "invitation").text("mentor").body.endswith("Soon."),
        timeout=4_000,
    )
    assert page.sheet.editor.body.toPlainText().endswith(" Soon. ")
    assert page.sheet.editor.body.textCursor().position() == place


def test_leaving_the_page_or_the_letter_stores_it(
    page: LettersPage, data: DataFile, programme: int
) -> None:
    typed(page, " One.")
    page.show_letter("reminder")
    assert mailing(data, programme, "invitation").text("mentor").body.endswith("One.")
    assert not mailing(data, programme, "reminder").is_own
    typed(page, " Two.")
    page.hide()
    assert mailing(data, programme, "reminder").text("mentor").body.endswith("Two.")


def test_undo_shows_the_wording_before(page: LettersPage, context: Context) -> None:
    typed(page, " Mine.")
    page.sheet.editor.subject.setFocus()
    context.undo()
    assert page.sheet.editor.body.toPlainText() == letter("invitation").texts["mentor"].body
    assert not page.sheet.editor.restore.isVisible()
    context.redo()
    assert page.sheet.editor.body.toPlainText().endswith(" Mine.")


def test_back_to_the_original_is_one_step_and_can_be_undone(
    page: LettersPage, context: Context, data: DataFile, programme: int
) -> None:
    typed(page, " Mine.")
    page.sheet.editor.subject.setFocus()
    page.sheet.editor.restore.click()
    assert not mailing(data, programme, "invitation").is_own
    assert page.sheet.editor.body.toPlainText() == letter("invitation").texts["mentor"].body
    context.undo()
    assert mailing(data, programme, "invitation").is_own


def test_an_emptied_text_is_as_it_came_once_it_is_left(
    page: LettersPage, data: DataFile, programme: int
) -> None:
    editor = page.sheet.editor
    editor.body.setFocus()
    editor.body.selectAll()
    QTest.keyClick(editor.body, Qt.Key.Key_Delete)
    editor.settle()
    assert editor.body.toPlainText() == ""
    editor.subject.setFocus()
    assert editor.body.toPlainText() == letter("invitation").texts["mentor"].body
    assert not mailing(data, programme, "invitation").is_own


def test_a_text_that_is_too_long_is_said_and_not_stored(
    page: LettersPage, data: DataFile, programme: int
) -> None:
    page.sheet.editor.body.setFocus()
    page.sheet.editor.body.setPlainText("x" * (TEXT_LIMIT + 1))
    page.sheet.editor.subject.setFocus()
    assert not mailing(data, programme, "invitation").is_own
    assert "at most 5000" in page.sheet.editor.problem()


def test_placeholders_are_put_in_where_the_officer_typed(page: LettersPage) -> None:
    editor = page.sheet.editor
    typed(page, " ")
    action = next(a for a in editor.menu.actions() if a.text().startswith("First name"))
    assert action.text() == "First name\tZofia"
    action.trigger()
    assert editor.body.toPlainText().endswith(" {first_name}")
    assert preview(page).endswith(" Zofia")
    editor.subject.setFocus()
    editor.subject.selectAll()
    roles = next(m for m in editor.menu.findChildren(QMenu) if "roles" in m.title())
    next(a for a in roles.actions() if a.text().startswith("Role with")).trigger()
    assert editor.subject.text() == "{a_role_name}"
    editor.subject.selectAll()
    editor.menu.actions()[-1].trigger()
    assert editor.subject.text() == "[[{a_role_name}]]"


def test_every_menu_of_placeholders_fits_a_small_screen(page: LettersPage) -> None:
    for one in letter_keys():
        page.show_letter(one)
        for menu in (page.sheet.editor.menu, *page.sheet.editor.menu.findChildren(QMenu)):
            assert menu.sizeHint().height() < 560


def letter_keys() -> tuple[str, ...]:
    return ("invitation", "refusal", "sponsor-message", "line-manager-note")


def test_hints_of_tone_stand_beside_the_text_and_lead_to_the_phrase(page: LettersPage) -> None:
    editor = page.sheet.editor
    assert not editor.hints.isVisible()
    typed(page, " 😀 You must come, whatever the dinosaurs say.")
    assert [button.accessibleName() for button in editor.hints.buttons] == [
        "Show “You must” in the text",
        "Show “dinosaurs” in the text",
    ]
    assert "no free choice" in editor.hints.buttons[0].accessibleDescription()
    assert len(editor.body.extraSelections()) == 2
    editor.hints.buttons[1].click()
    assert editor.body.textCursor().selectedText() == "dinosaurs"
    editor.subject.setText("You have to come")
    editor.subject.textEdited.emit(editor.subject.text())
    editor.hints.buttons[0].click()
    assert editor.subject.selectedText() == "You have to"


def test_who_signs_is_kept_and_filled_in(
    page: LettersPage, data: DataFile, programme: int, qtbot: QtBot
) -> None:
    page.sheet.contact.setFocus()
    QTest.keyClicks(page.sheet.contact, "ext. 4711")
    QTest.keyClick(page.sheet.contact, Qt.Key.Key_Return)
    assert plan(data, programme).words["letter.contact"] == "ext. 4711"
    assert "you can reach us at ext. 4711" in preview(page)
    assert page.sheet.signed_by.text() == "Dana Whitfield"


def test_ticks_follow_space_and_click_and_the_box_for_all(page: LettersPage) -> None:
    sheet = page.sheet
    sheet.recipients_list.setFocus()
    QTest.keyClick(sheet.recipients_list, Qt.Key.Key_Space)
    assert [one.name for one in sheet.recipients.ticked] == ["Mei Brown", "Karl Meyer"]
    assert page.draft_button.text() == "Make 2 e-mail drafts…"
    box = sheet.recipients_list.visualRect(sheet.recipients.index(1))
    QTest.mouseClick(
        sheet.recipients_list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=box.topLeft() + QPoint(16, box.height() // 2),
    )
    assert [one.name for one in sheet.recipients.ticked] == ["Karl Meyer"]
    assert page.draft_button.text() == "Open as e-mail draft"
    sheet.tick_all.click()
    assert len(sheet.recipients.ticked) == 3
    sheet.tick_all.click()
    assert not page.draft_button.isEnabled()


def test_a_new_person_and_another_name_of_a_role_show_at_once(
    page: LettersPage, context: Context, programme: int
) -> None:
    context.run(
        "Invite",
        lambda data: stored_leader(data, programme, "Ann Ash", state=ParticipationState.INVITED),
    )
    assert page.sheet.tick_all.text() == "4 of 4 chosen"
    assert preview(page).startswith("Hello Zofia,")
    part = TakingPart(mentor_name=RoleName(one="Guide", several="Guides"))
    context.run("Rename", lambda data: save_section(data, programme, "taking_part", part))
    assert "as a guide" in preview(page)


def test_the_calendar_leads_to_letters_and_papers(
    page: LettersPage, context: Context, qtbot: QtBot
) -> None:
    page.show_calendar()
    model, table = page.calendar.model, page.calendar.table
    rows = {model.said(row).key: row for row in range(model.rowCount())}
    assert not page.draft_button.isVisible()
    table.selectRow(rows["explained"])
    assert page.calendar.open_button.text() == "Show the paper: Explainer"
    with qtbot.waitSignal(context.requested) as asked:
        page.calendar.open_button.click()
    assert asked.args == ["show-paper:explainer"]
    table.selectRow(rows["started"])
    assert not page.calendar.open_button.isEnabled()
    table.selectRow(rows["refused"])
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert page.sheet.title.text() == "Kind refusal"
    assert page.sheet.isVisible()
    assert page.draft_button.isVisible()


@pytest.fixture
def dateless(context: Context, data: DataFile) -> Iterator[LettersPage]:
    """The page of a programme without dates or people."""
    context.choose_programme(stored_programme(data))
    yield from shown_page(context)


def test_without_dates_the_calendar_leads_to_them(
    dateless: LettersPage, context: Context, qtbot: QtBot
) -> None:
    dateless.show_calendar()
    assert dateless.go_dates.isVisible()
    with qtbot.waitSignal(context.requested) as asked:
        dateless.go_dates.click()
    assert asked.args == ["edit-programme"]


def test_without_people_every_letter_can_still_be_read_and_worded(
    dateless: LettersPage,
) -> None:
    for row in range(dateless.sheet.letters.rowCount()):
        dateless.sheet.letters_list.look_at(row)
        assert len(preview(dateless)) > 100


@pytest.fixture
def bare_page(context: Context) -> Iterator[LettersPage]:
    """The page while there is no programme."""
    yield from shown_page(context)


def test_without_a_programme_the_page_leads_to_one(
    bare_page: LettersPage, context: Context, qtbot: QtBot
) -> None:
    (make,) = [b for b in bare_page.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
    with qtbot.waitSignal(context.requested) as asked:
        make.click()
    assert asked.args == ["new-programme"]


def test_the_dates_of_the_letters_are_those_of_the_plan(page: LettersPage) -> None:
    assert "begin on Tuesday 4 May 2027" in preview(page)


def test_a_day_that_is_over_is_said_before_a_letter_names_it(
    page: LettersPage, context: Context, programme: int
) -> None:
    assert not page.sheet.preview.note.isVisible()
    earlier = date(2020, 5, 5)
    context.run("Earlier", lambda data: change_programme(data, programme, start_date=earlier))
    assert page.sheet.preview.note.text() == (
        "Over already: Last day to apply, Day of the briefing, First session"
    )


def test_what_was_typed_stays_with_its_programme(
    page: LettersPage, context: Context, data: DataFile, programme: int
) -> None:
    typed(page, " Mine.")
    other = stored_programme(data)
    context.choose_programme(other)
    assert mailing(data, programme, "invitation").text("mentor").body.endswith("Mine.")
    assert not mailing(data, other, "invitation").is_own
    assert page.sheet.editor.body.toPlainText() == letter("invitation").texts["mentor"].body
    context.choose_programme(programme)
    assert page.sheet.editor.body.toPlainText().endswith("Mine.")
