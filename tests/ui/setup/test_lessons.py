"""The place for lessons: noted, ticked off, removed, each with undo."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.services.setup.lesson_writing import note_lesson
from revmentor_desktop.services.setup.lessons import lessons, open_lessons
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.lessons import LessonsPanel
from revmentor_desktop.ui.widgets.text import PlainLabel
from tests.builders import stored_programme
from tests.ui.setup.hands import click


@pytest.fixture
def panel(qtbot: QtBot, context: Context) -> LessonsPanel:
    context.choose_programme(stored_programme(context.data, "Voices"))
    made = LessonsPanel(context)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    return made


def programme_of(context: Context) -> int:
    assert context.programme_id is not None
    return context.programme_id


def test_a_lesson_is_noted_taken_up_and_removed(panel: LessonsPanel, context: Context) -> None:
    QTest.keyClicks(panel.entry, "Brief <b>line managers</b> earlier.")
    click(panel.add)
    assert panel.entry.text() == ""
    (row,) = panel.rows
    assert "Brief <b>line managers</b> earlier." in [
        label.text() for label in row.findChildren(PlainLabel)
    ]
    click(row.taken_up)
    assert open_lessons(context.data, programme_of(context)) == []
    assert context.data.undo_words == "Take up a lesson"
    click(panel.rows[0].taken_up)
    assert len(open_lessons(context.data, programme_of(context))) == 1
    click(panel.rows[0].remove)
    assert panel.rows == []
    context.undo()
    assert len(panel.rows) == 1


def test_an_empty_lesson_is_asked_for_beside_the_field(
    panel: LessonsPanel, context: Context
) -> None:
    click(panel.add)
    said = [label.text() for label in panel.findChildren(PlainLabel)]
    assert "Please write down what was learnt." in said
    assert lessons(context.data, programme_of(context)) == []


def test_another_programme_has_its_own(panel: LessonsPanel, context: Context) -> None:
    other = stored_programme(context.data, "Fresh eyes")
    note_lesson(context.data, other, "Elsewhere.")
    assert panel.rows == []
    context.choose_programme(other)
    assert [row.lesson.text for row in panel.rows] == ["Elsewhere."]
    context.choose_programme(None)
    assert panel.rows == []
    assert not panel.isEnabled()
