"""The wizard from the first step to the last, with real widgets, keys and clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.exchange.people_file.draft import Step
from revmentor_desktop.services.people.reading import participants, people, person
from revmentor_desktop.services.people_import.comparison import Fate
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.widgets.notices import Notice
from revmentor_desktop.ui.widgets.text import PlainLabel
from tests.builders import stored_person
from tests.exchange.files import DATA, write
from tests.fakes import FakePrompts
from tests.ui.people.importing.stage import BAD, Stage, names


def test_a_whole_file_comes_in_step_by_step(
    qtbot: QtBot, context: Context, programme_id: int, prompts: FakePrompts
) -> None:
    prompts.path = DATA / "sign_up_sheet.csv"
    stage = Stage(qtbot, context)
    wizard = stage.wizard
    said: list[Notice] = []
    touched: list[frozenset[str]] = []
    context.notices.shown.connect(said.append)
    context.changed.connect(touched.append)
    assert stage.at() is Step.FILE
    assert not wizard.next.isEnabled()
    stage.press(wizard.file_page.choose)
    for step in (Step.HEADER, Step.COLUMNS, Step.VALUES, Step.PREVIEW):
        stage.press_next()
        assert stage.at() is step
        assert wizard.problem == ""
    assert wizard.next.text() == "Import 42 people"
    stage.press_next()
    assert not wizard.isVisible()
    assert len(participants(context.data, programme_id)) == 42
    assert context.data.undo_words == "Import from sign_up_sheet.csv"
    assert touched == [frozenset({"person", "participation"})]
    assert said[0].text == "People added: 42, changed: 0. Rows left out: 1."
    assert said[0].action is not None
    said[0].action()
    assert people(context.data) == []


def test_enter_chooses_a_file_and_then_goes_on(
    qtbot: QtBot, context: Context, programme_id: int, prompts: FakePrompts
) -> None:
    prompts.path = DATA / "harbour_care_31.xlsx"
    stage = Stage(qtbot, context)
    wizard = stage.wizard
    for step in (Step.FILE, Step.HEADER, Step.COLUMNS):
        focused = wizard.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
        stage.settle()
        assert stage.at() is step
    assert wizard.session.draft.file_name == "harbour_care_31.xlsx"
    sizes = [one.text() for one in wizard.file_page.findChildren(QLabel)]
    assert any("rows of people: 31 " in one for one in sizes)


def test_the_keyboard_alone_is_enough(
    qtbot: QtBot, context: Context, programme_id: int, bad: Path
) -> None:
    stage = Stage(qtbot, context, bad)
    wizard = stage.wizard
    for _ in range(4):
        wizard.next.setFocus()
        QTest.keyClick(wizard, Qt.Key.Key_Return)
        stage.settle()
    assert stage.at() is Step.PREVIEW
    QTest.keyClick(wizard.preview_page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(wizard.preview_page.panel.fields[1].isVisible)
    QTest.keyClick(wizard.preview_page.table, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "Email"
    field.selectAll()
    QTest.keyClicks(field, "bob@a.example")
    QTest.keyClick(field, Qt.Key.Key_Return)
    stage.settle()
    assert stage.at() is Step.PREVIEW
    assert wizard.next.text() == "Import 2 people"
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()


def test_a_dropped_file_is_read(qtbot: QtBot, context: Context, bad: Path) -> None:
    stage = Stage(qtbot, context)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(bad))])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, *keys)
    QApplication.sendEvent(stage.wizard, entered)
    assert entered.isAccepted()
    dropped = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, *keys)
    QApplication.sendEvent(stage.wizard, dropped)
    stage.settle()
    assert stage.wizard.session.draft.file_name == "list.csv"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.xlsx", b"", "0 bytes"),
        ("paper.csv", b"%PDF-1.7", "not a spreadsheet"),
        ("open.csv", b'Name\n"Ann\nBob\n', "quotation mark"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_the_wizard_stays(
    qtbot: QtBot, context: Context, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    stage = Stage(qtbot, context, write(tmp_path, name, content))
    assert words in stage.wizard.problem
    assert stage.at() is Step.FILE
    assert not stage.wizard.next.isEnabled()
    stage.open(write(tmp_path, "fine.csv", BAD))
    assert stage.wizard.problem == ""
    assert stage.wizard.next.isEnabled()


def test_an_unclear_value_is_decided_and_its_row_comes_in(stage: Stage) -> None:
    stage.go_to(Step.PREVIEW)
    assert stage.wizard.next.text() == "Import 1 person"
    stage.go_to(Step.VALUES)
    page = stage.wizard.values_page
    assert page.waiting.text() == "1 value waits for your choice."
    page.model.setData(page.model.index(0, 3), "mentee")
    assert not page.waiting.isVisible()
    stage.go_to(Step.PREVIEW)
    assert stage.wizard.next.text() == "Import 2 people"


def test_rows_are_mended_and_left_out_in_place(stage: Stage, context: Context) -> None:
    stage.go_to(Step.PREVIEW)
    page = stage.wizard.preview_page
    page.problems_only.click()
    assert page.model.rowCount() == 2
    page.table.selectRow(0)
    assert page.panel.name.text() == "Bob Ray"
    field = page.panel.fields[1]
    assert field.property("wrong") == "true"
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "bob@a.example")
    QTest.keyClick(field, Qt.Key.Key_Return)
    stage.settle()
    page.problems_only.click()
    assert page.filters[Fate.ADDED].text() == "New 2"
    ann = page.model.place_of(3)
    assert ann is not None
    page.table.selectRow(ann)
    stage.press(page.panel.skip)
    assert page.panel.name.text() == "Ann Lee"
    assert page.filters[Fate.ADDED].text() == "New 1"
    stage.press_next()
    assert names(context) == ["Bob Ray"]


def test_who_mends_with_the_keyboard_goes_on_where_they_were(stage: Stage) -> None:
    stage.go_to(Step.PREVIEW)
    page = stage.wizard.preview_page
    place = page.model.place_of(4)
    assert place is not None
    page.table.selectRow(place)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.focused_column == 1
    QTest.keyClicks(page.panel.fields[1], "!")
    QTest.keyClick(page.panel.fields[1], Qt.Key.Key_Return)
    stage.settle()
    assert page.panel.focused_column == 1
    page.panel.fields[1].setText("")
    QTest.keyClicks(page.panel.fields[1], "bob@a.example")
    stage.qtbot.waitUntil(page.panel.fields[0].isVisible)
    QTest.keyClick(page.panel.fields[1], Qt.Key.Key_Tab)
    stage.settle()
    assert page.panel.focused_column == 0


def test_a_mended_row_that_is_sifted_out_leaves_the_focus_in_the_table(stage: Stage) -> None:
    stage.go_to(Step.PREVIEW)
    page = stage.wizard.preview_page
    stage.press(page.filters[Fate.LEFT_OUT])
    page.panel.fields[1].setFocus()
    page.panel.fields[1].setText("")
    QTest.keyClicks(page.panel.fields[1], "bob@a.example")
    QTest.keyClick(page.panel.fields[1], Qt.Key.Key_Return)
    stage.settle()
    assert page.panel.name.text() != "Bob Ray"
    assert page.table.hasFocus()


def test_row_numbers_and_what_becomes_of_rows_are_never_cut(
    qtbot: QtBot, context: Context, programme_id: int, tmp_path: Path
) -> None:
    rows = "Ann Lee;ann@a.example;Mentor\n" * 2
    many = "\n" * 10_000 + "Name;Email;Mentor?\n" + rows
    stage = Stage(qtbot, context, write(tmp_path, "a.csv", many))
    stage.wizard.session.choose_header(10_000)
    stage.go_to(Step.PREVIEW)
    table, model = stage.wizard.preview_page.table, stage.wizard.preview_page.model
    assert [model.index(1, column).data() for column in (0, 1)] == ["10003", "Repeated"]
    table.setWordWrap(False)
    for column in (0, 1):
        assert table.sizeHintForIndex(model.index(1, column)).width() <= table.columnWidth(column)


def test_going_back_loses_nothing(stage: Stage) -> None:
    stage.go_to(Step.COLUMNS)
    model = stage.wizard.columns_page.model
    model.setData(model.index(3, 2), "motivation")
    stage.go_to(Step.PREVIEW)
    stage.wizard.preview_page.panel.mended.emit(4, 1, "bob@a.example")
    stage.settle()
    kept = stage.wizard.session.draft
    for _ in range(4):
        stage.press(stage.wizard.back)
    assert stage.at() is Step.FILE
    for _ in range(4):
        stage.press_next()
    assert stage.wizard.session.draft == kept
    assert stage.wizard.preview_page.filters[Fate.ADDED].text() == "New 2"


def test_any_reachable_step_is_gone_to_from_the_list(stage: Stage) -> None:
    steps = stage.wizard.steps.buttons
    stage.press(steps[Step.PREVIEW])
    assert stage.at() is Step.PREVIEW
    stage.press(steps[Step.HEADER])
    assert stage.at() is Step.HEADER


def test_changes_are_shown_from_old_to_new(
    qtbot: QtBot, context: Context, programme_id: int, tmp_path: Path
) -> None:
    first = write(
        tmp_path, "a.csv", "Name,Email,Mentor?,Job title\nAnn Lee,a@a.example,Mentor,Nurse\n"
    )
    stage = Stage(qtbot, context, first)
    stage.go_to(Step.PREVIEW)
    stage.press_next()
    second = write(
        tmp_path, "b.csv", "Name,Email,Mentor?,Job title\nAnn Lee,a@a.example,Mentor,Head nurse\n"
    )
    stage = Stage(qtbot, context, second)
    assert stage.wizard.session.is_remembered
    stage.go_to(Step.PREVIEW)
    page = stage.wizard.preview_page
    assert page.model.index(0, 1).data() == "Changed"
    assert page.model.index(0, 3).data() == "Job title: Nurse → Head nurse"
    stage.press_next()
    assert people(context.data)[0].job_title == "Head nurse"
    stage = Stage(qtbot, context, second)
    stage.go_to(Step.PREVIEW)
    assert stage.wizard.next.text() == "Nothing to import"
    assert not stage.wizard.next.isEnabled()


def test_an_import_that_only_links_line_managers_says_so(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    stored_person(context.data, "Ann Lee", email="ann@a.example")
    managed = stored_person(context.data, "Bob Ray", line_manager_text="Ann Lee")
    stage = Stage(qtbot, context, write(tmp_path, "a.csv", "Name,Email\nAnn Lee,ann@a.example\n"))
    stage.go_to(Step.PREVIEW)
    assert "line manager linked: 1." in stage.wizard.preview_page.notes.text()
    assert stage.wizard.next.text() == "Link line managers"
    notices: list[Notice] = []
    context.notices.shown.connect(notices.append)
    stage.press_next()
    assert "Line managers linked: 1." in notices[0].text
    assert person(context.data, managed).line_manager_id is not None


def test_stopping_asks_only_when_work_would_be_lost(stage: Stage, prompts: FakePrompts) -> None:
    stage.go_to(Step.COLUMNS)
    model = stage.wizard.columns_page.model
    model.setData(model.index(3, 2), "")
    prompts.answer = False
    stage.wizard.cancel.click()
    assert stage.wizard.isVisible()
    assert prompts.said == ["Stop this import?"]
    prompts.answer = True
    stage.wizard.cancel.click()
    assert not stage.wizard.isVisible()


def test_markup_in_the_cells_is_literal(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    name = '<img src="/etc/passwd.png"> R&D Lee'
    quoted = '"' + name.replace('"', '""') + '"'
    stage = Stage(qtbot, context, write(tmp_path, "a.csv", f"Name,Email\n{quoted},a@a.example\n"))
    stage.go_to(Step.PREVIEW)
    assert stage.wizard.preview_page.panel.name.text() == name
    assert stage.wizard.preview_page.panel.name.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("step", list(Step))
def test_whatever_takes_the_focus_has_a_name(stage: Stage, step: Step) -> None:
    stage.go_to(step)
    nameless = [
        widget
        for widget in stage.wizard.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def test_a_thousand_rows_are_compared_and_imported(
    qtbot: QtBot, context: Context, programme_id: int
) -> None:
    stage = Stage(qtbot, context, DATA / "people_1000.csv")
    stage.go_to(Step.PREVIEW)
    assert stage.wizard.next.text() == "Import 1000 people"
    stage.press_next()
    assert len(participants(context.data, programme_id)) == 1_000


def test_a_cancelled_import_stores_nothing_and_can_be_tried_again(
    qtbot: QtBot, context: Context, programme_id: int
) -> None:
    stage = Stage(qtbot, context, DATA / "people_1000.csv")
    stage.go_to(Step.PREVIEW)
    QTest.mouseClick(stage.wizard.next, Qt.MouseButton.LeftButton)
    context.jobs.stop()
    stage.settle()
    assert people(context.data) == []
    assert stage.wizard.isVisible()
    stage.press_next()
    assert len(people(context.data)) == 1_000


def test_a_problem_of_the_chosen_row_is_readable_whole(stage: Stage) -> None:
    stage.wizard.resize(980, 560)
    stage.go_to(Step.PREVIEW)
    page = stage.wizard.preview_page
    page.table.selectRow(1)
    stage.qtbot.waitUntil(page.panel.fields[1].isVisible)
    labels = [one for one in page.panel.findChildren(PlainLabel) if "bob at" in one.text()]
    (label,) = labels
    stage.qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
