"""What each step of the wizard offers before the last."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from revmentor_desktop.exchange.people_file.draft import Step
from revmentor_desktop.exchange.people_file.targets import Target
from revmentor_desktop.exchange.spreadsheets.delimited import TextFormat
from revmentor_desktop.services.applications.reading import applicants
from revmentor_desktop.services.people.reading import participants
from revmentor_desktop.ui.context import Context
from tests.exchange.files import write, xlsx_of
from tests.ui.people.importing.stage import Stage, names


def test_another_sheet_can_be_chosen(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    content = xlsx_of({"Read me": [["Hello", "there"]], "People": [["Name"], ["Ann Lee"]]})
    stage = Stage(qtbot, context, write(tmp_path, "two.xlsx", content))
    box = stage.wizard.file_page.sheet
    assert box.isVisible()
    assert not stage.wizard.file_page.encoding.isVisible()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    stage.settle()
    assert stage.wizard.session.draft.sheet == "People"
    assert stage.wizard.session.draft.columns == (Target.FULL_NAME,)


def test_another_encoding_and_delimiter_can_be_chosen(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    content = "Name;Email\nWójcik;w@a.example\n".encode("cp1250")
    stage = Stage(qtbot, context, write(tmp_path, "old.csv", content))
    page = stage.wizard.file_page
    assert page.encoding.currentData() == "cp1252"
    page.encoding.setCurrentIndex(page.encoding.findData("cp1250"))
    page.encoding.activated.emit(page.encoding.currentIndex())
    stage.settle()
    assert stage.wizard.session.draft.text_format == TextFormat("cp1250", ";")
    assert page.preview.grid_model.index(1, 0).data() == "Wójcik"
    page.delimiter.setCurrentIndex(page.delimiter.findData(","))
    page.delimiter.activated.emit(page.delimiter.currentIndex())
    stage.settle()
    assert page.preview.grid_model.columnCount() == 1


def test_another_row_of_headings_is_picked_with_the_arrow_keys(stage: Stage) -> None:
    stage.go_to(Step.HEADER)
    page = stage.wizard.header_page
    headers = [page.table.currentIndex().row()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(page.table, key)
        headers.append(stage.wizard.session.draft.header or 0)
    assert headers == [2, 3, 2]


def test_a_list_without_headings_can_be_told(stage: Stage) -> None:
    stage.go_to(Step.HEADER)
    headers = []
    for _ in range(2):
        stage.wizard.header_page.none.click()
        headers.append(stage.wizard.session.draft.header)
    assert headers == [None, 2]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_column_is_given_another_field_by_keyboard(stage: Stage) -> None:
    stage.go_to(Step.COLUMNS)
    table = stage.wizard.columns_page.table
    table.setCurrentIndex(stage.wizard.columns_page.model.index(3, 2))
    QTest.keyClick(table, Qt.Key.Key_Return)
    box = table.findChild(QComboBox)
    assert box is not None
    stage.qtbot.waitUntil(box.view().isVisible)
    box.view().setCurrentIndex(box.model().index(box.findData("motivation"), 0))
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    stage.qtbot.waitUntil(
        lambda: stage.wizard.session.draft.columns[3] is Target.MOTIVATION, timeout=3_000
    )
    assert stage.at() is Step.COLUMNS
    assert table.currentIndex().row() == 3


def test_two_columns_for_one_field_hold_the_next_step_back(stage: Stage) -> None:
    stage.go_to(Step.COLUMNS)
    model = stage.wizard.columns_page.model
    model.setData(model.index(3, 2), "email")
    assert "“Email”, “Notes”" in stage.wizard.problem
    assert not stage.wizard.next.isEnabled()
    assert not stage.wizard.steps.buttons[Step.VALUES].isEnabled()
    model.setData(model.index(3, 2), "")
    assert stage.wizard.problem == ""
    assert stage.wizard.next.isEnabled()


def test_without_a_role_column_everybody_is_given_one(
    qtbot: QtBot, context: Context, programme_id: int, tmp_path: Path
) -> None:
    stage = Stage(qtbot, context, write(tmp_path, "a.csv", "Name,Email\nAnn Lee,ann@a.example\n"))
    stage.go_to(Step.COLUMNS)
    page = stage.wizard.columns_page
    assert "mentor" in stage.wizard.problem
    assert page.role.isVisible()
    page.role.setFocus()
    QTest.keyClick(page.role, Qt.Key.Key_Down)
    assert stage.wizard.problem == ""
    assert page.state.isVisible()
    page.joins.click()
    assert not page.role.isVisible()
    assert not page.state.isVisible()
    stage.go_to(Step.PREVIEW)
    stage.press_next()
    assert names(context) == ["Ann Lee"]
    assert participants(context.data, programme_id) == []


def test_people_of_a_form_can_come_in_as_applications_to_read(
    qtbot: QtBot, context: Context, programme_id: int, tmp_path: Path
) -> None:
    form = "Completion time,Name,Role\n3/11/2026 09:12,Ann Lee,Mentor\n"
    stage = Stage(qtbot, context, write(tmp_path, "a.csv", form))
    stage.go_to(Step.COLUMNS)
    page = stage.wizard.columns_page
    assert page.state.currentText().startswith("Confirmed")
    page.state.setFocus()
    QTest.keyClick(page.state, Qt.Key.Key_Down)
    assert page.state.currentText().startswith("Applied")
    stage.go_to(Step.PREVIEW)
    stage.press_next()
    (one,) = applicants(context.data, programme_id)
    assert one.is_waiting
    assert one.application.received_on == date(2026, 11, 3)
    again = Stage(qtbot, context, write(tmp_path, "b.csv", form))
    assert again.wizard.columns_page.session.draft.state_for_new is one.participation.state
    again.wizard.close()


def test_without_a_programme_nobody_is_asked_about_roles(
    qtbot: QtBot, context: Context, bad: Path
) -> None:
    stage = Stage(qtbot, context, bad)
    stage.go_to(Step.COLUMNS)
    assert not stage.wizard.columns_page.joins.isVisible()
    assert stage.wizard.problem == ""
