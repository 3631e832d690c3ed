"""The Applications page: read, noted, decided, taken back; by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.applications import RefusalReason
from revmentor_desktop.services.applications.reading import application
from revmentor_desktop.services.people.own_values import set_consent
from revmentor_desktop.services.people.reading import participation
from revmentor_desktop.services.programmes.reading import waiting_applications
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.applications.page import ApplicationsPage
from revmentor_desktop.ui.applications.received import ReceivedDialog
from revmentor_desktop.ui.context import Context
from tests.builders import (
    dump,
    stored_programme,
)
from tests.ui.applications.conftest import ASKED, STATE, Cast, chosen, names, state_of
from tests.ui.people.hands import focused, tab


def test_the_model_is_sound(page: ApplicationsPage) -> None:
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.model.choose_group("waiting")
    page.model.search("mei")
    assert names(page) == ["Mei"]
    spoken = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Mei Brown, Mentor, Waiting, no date noted"


def test_who_applied_is_listed_and_who_is_invited_is_not(page: ApplicationsPage) -> None:
    assert sorted(names(page)) == ["David", "Jonas", "Mei"]
    assert page.groups.buttons["waiting"].text() == "Waiting 3"
    assert page.places.text() == "Mentors: 0 of 4 places taken"


def test_an_application_shows_what_was_asked(
    page: ApplicationsPage, context: Context, cast: Cast
) -> None:
    answers = page.panel.form.answers
    assert answers.said == [
        ("E-mail", "–"),
        ("Job title", "Nurse"),
        ("Line manager", "R. Clarke"),
        ("Skills offered", "Social media"),
        ("Why they take part", "–"),
        ("Shift pattern", "Nights"),
        ("Health", "Hearing aid (no consent, so not used)"),
    ]
    context.attempt(
        "Agree", lambda data: set_consent(data, cast.programme, cast.mei, "own-2", today())
    )
    assert answers.said[-1] == ("Health", "Hearing aid")
    without = replace(ASKED, own_fields=(replace(ASKED.own_fields[1], special_purpose=""),))
    context.attempt("Plan", lambda data: save_section(data, cast.programme, "taking_part", without))
    assert "Hearing aid" not in str(answers.said)


def test_a_tick_is_stored_at_once_and_undone(
    page: ApplicationsPage, context: Context, cast: Cast
) -> None:
    form = page.panel.form
    before = dump(context.data)
    form.checklist.boxes["volunteered"].click()
    noted = application(context.data, cast.programme, cast.mei)
    assert noted is not None
    assert noted.is_ticked("volunteered")
    assert form.progress.text() == "1 of 6"
    context.undo()
    assert dump(context.data) == before
    assert form.progress.text() == "0 of 6"


def test_dates_are_stored_when_the_focus_leaves(
    page: ApplicationsPage, context: Context, cast: Cast, qtbot: QtBot
) -> None:
    form = page.panel.form
    for field, text in ((form.received, "2 Nov 2026"), (form.opted_in, "3 Nov 2026")):
        field.entry.setFocus()
        qtbot.waitUntil(field.entry.hasFocus)
        field.entry.setText(text)
        page.search.setFocus()
        qtbot.waitUntil(page.search.hasFocus)
    noted = application(context.data, cast.programme, cast.mei)
    part = participation(context.data, cast.programme, cast.mei)
    assert noted is not None
    assert part is not None
    assert noted.received_on == date(2026, 11, 2)
    assert part.opted_in_on == date(2026, 11, 3)
    assert part.own_values["own-1"] == "Nights"


def test_what_is_no_date_stays_and_is_explained(page: ApplicationsPage, qtbot: QtBot) -> None:
    form = page.panel.form
    form.received.entry.setFocus()
    qtbot.waitUntil(form.received.entry.hasFocus)
    form.received.entry.setText("soon")
    page.list.setFocus()
    assert "not a date" in form.received_box.problem
    assert form.received.entry.text() == "soon"


def test_only_a_leader_says_why_and_what_they_need_to_hear(
    page: ApplicationsPage, context: Context, cast: Cast, qtbot: QtBot
) -> None:
    form = page.panel.form
    assert not form.my_why.isVisible()
    page.choose([cast.david])
    assert form.my_why.isVisible()
    form.my_why.setFocus()
    qtbot.waitUntil(form.my_why.hasFocus)
    QTest.keyClicks(form.my_why, "My daughter left her job.")
    form.needs.boxes["no-time"].click()
    form.own_needs.setFocus()
    QTest.keyClicks(form.own_needs, "Who else?")
    # Chosen by the program while the field has the focus still: nothing typed is lost.
    page.choose([cast.mei])
    noted = application(context.data, cast.programme, cast.david)
    assert noted is not None
    assert noted.my_why == "My daughter left her job."
    assert noted.needs_to_hear == ("no-time", "Who else?")
    assert chosen(page) == ["Mei"]
    assert form.name.text() == "Mei Brown"


def test_a_long_text_is_refused_beside_its_field(
    page: ApplicationsPage, cast: Cast, qtbot: QtBot
) -> None:
    page.choose([cast.david])
    form = page.panel.form
    form.my_why.setFocus()
    qtbot.waitUntil(form.my_why.hasFocus)
    form.my_why.setPlainText("x" * 6000)
    page.list.setFocus()
    assert "6000 characters" in form.my_why_box.problem
    assert len(form.my_why.text()) == 6000


def test_accepted_and_taken_back(page: ApplicationsPage, context: Context, cast: Cast) -> None:
    panel = page.panel
    assert not panel.reopen.isVisible()
    panel.accept.click()
    assert state_of(context, cast, cast.mei) is STATE.CONFIRMED
    assert chosen(page) == ["Mei"]
    assert not panel.accept.isVisible()
    assert panel.form.decided.text().startswith("Accepted · ")
    assert page.places.text() == "Mentors: 1 of 4 places taken"
    assert context.data.undo_words == "Accept: Mei Brown"
    panel.reopen.click()
    assert state_of(context, cast, cast.mei) is STATE.APPLIED
    context.undo()
    context.undo()
    assert waiting_applications(context.data, cast.programme) == 3


def test_a_refusal_is_kind_and_has_a_reason(
    page: ApplicationsPage, context: Context, cast: Cast
) -> None:
    assert set(page.panel.reasons) == set(RefusalReason)
    page.panel.reasons[RefusalReason.TIMING].trigger()
    assert state_of(context, cast, cast.mei) is STATE.REFUSED
    noted = application(context.data, cast.programme, cast.mei)
    assert noted is not None
    assert noted.reason is RefusalReason.TIMING
    assert "The timing does not fit" in page.panel.form.decided.text()
    # Another reason is another decision, the same one again is none.
    words = context.data.undo_words
    page.panel.reasons[RefusalReason.TIMING].trigger()
    page.panel.reasons[RefusalReason.PLACES_FULL].trigger()
    assert context.data.undo_words == words
    noted = application(context.data, cast.programme, cast.mei)
    assert noted is not None
    assert noted.reason is RefusalReason.PLACES_FULL


def test_several_are_accepted_in_one_step(
    page: ApplicationsPage, context: Context, cast: Cast
) -> None:
    before = dump(context.data)
    page.list.selectAll()
    assert page.panel.several.text() == "3 applications chosen"
    assert page.panel.accept.text() == "Accept 3"
    page.panel.accept.click()
    assert waiting_applications(context.data, cast.programme) == 0
    context.undo()
    assert dump(context.data) == before


def test_in_a_group_the_next_in_line_follows_a_decision(page: ApplicationsPage) -> None:
    page.groups.buttons["waiting"].click()
    first, second, third = names(page)
    assert chosen(page) == [first]
    page.panel.reserve.click()
    assert names(page) == [second, third]
    assert chosen(page) == [second]
    page.groups.buttons["reserve"].click()
    assert names(page) == [first]
    page.groups.buttons["reserve"].click()
    assert len(names(page)) == 3


def test_by_keyboard_alone(page: ApplicationsPage, context: Context, cast: Cast) -> None:
    page.list.setFocus()
    page.choose([page.model.applicant(0).person.id])
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    second = page.model.applicant(1).person
    assert [one.person.id for one in page.chosen()] == [second.id]
    QTest.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state_of(context, cast, second.id) is STATE.CONFIRMED


def test_tab_goes_through_an_application_as_it_stands_there(
    page: ApplicationsPage, cast: Cast, qtbot: QtBot
) -> None:
    page.choose([cast.david])  # a leader after a mentor: the questions are others
    form = page.panel.form
    qtbot.waitUntil(lambda: all(box.isVisible() for box in form.checklist.boxes.values()))
    page.activateWindow()
    form.opted_in.entry.setFocus()
    walked: list[QWidget] = []
    while focused() is not form.own_needs and len(walked) < 30:
        tab()
        walked.append(focused())
    boxes = [*form.checklist.boxes.values(), form.my_why, *form.needs.boxes.values()]
    assert walked[-1] is form.own_needs
    assert [one for one in walked if one in boxes] == boxes


def test_writing_is_asked_of_the_shell_with_the_letter_that_says_what_was_decided(
    page: ApplicationsPage, context: Context
) -> None:
    asked: list[str] = []
    context.requested.connect(asked.append)
    page.panel.write.click()
    assert asked == ["show:letters"]
    person_id = page.chosen()[0].person.id
    page.panel.accept.click()
    page.groups.buttons["all"].click()
    page.choose([person_id])
    page.panel.write.click()
    assert asked[1:] == [f"write-letter:acceptance:{person_id}"]
    page.panel.reserve.click()
    page.choose([person_id])
    page.panel.write.click()
    assert asked[2:] == [f"write-letter:reserve:{person_id}"]


def test_without_applications_the_page_says_what_belongs_here(
    qtbot: QtBot, context: Context
) -> None:
    empty = ApplicationsPage(context)
    qtbot.addWidget(empty)
    empty.show()
    assert empty.empty.title.text() == "No programme yet"
    assert not empty.receive.isEnabled()
    start, first = empty.empty.actions_offered
    asked: list[str] = []
    context.requested.connect(asked.append)
    assert start.isVisible()
    start.click()
    assert asked == ["new-programme"]
    context.choose_programme(stored_programme(context.data))
    assert empty.empty.title.text() == "No applications yet"
    assert [one.isVisible() for one in (start, first, empty.receive)] == [False, True, False]
    first.click()
    (dialog,) = empty.findChildren(ReceivedDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_another_programme_has_its_own(page: ApplicationsPage, context: Context) -> None:
    context.choose_programme(stored_programme(context.data))
    assert names(page) == []
    assert page.panel.form.person_id is None
