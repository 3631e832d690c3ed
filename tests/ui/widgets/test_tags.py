from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.tags import TagField


@pytest.fixture
def field(qtbot: QtBot) -> TagField:
    made = TagField("Type a skill")
    made.setAccessibleName("Can offer")
    qtbot.addWidget(made)
    made.resize(400, 40)
    made.show()
    return made


def removers(field: TagField) -> list[str]:
    return [b.accessibleName() for b in field.findChildren(QToolButton) if b.isVisible()]


@pytest.mark.parametrize("ending", [",", ";"])
def test_comma_and_semicolon_end_a_word(qtbot: QtBot, field: TagField, ending: str) -> None:
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(field.entry, f"AI tools{ending}")
    assert field.values() == ("AI tools",)
    assert field.entry.text() == ""
    assert removers(field) == ["Remove AI tools"]


def test_enter_ends_a_word_and_what_is_half_typed_counts(qtbot: QtBot, field: TagField) -> None:
    QTest.keyClicks(field.entry, "Data")
    QTest.keyClick(field.entry, Qt.Key.Key_Return)
    QTest.keyClicks(field.entry, "Culture")
    assert field.values() == ("Data", "Culture")


def test_a_pasted_list_becomes_words(field: TagField) -> None:
    field.entry.setText("Data; AI tools,, \nCulture")
    field.take()
    assert field.values() == ("Data", "AI tools", "Culture")


def test_the_same_word_in_other_letters_is_not_taken_twice(qtbot: QtBot, field: TagField) -> None:
    field.set_values(["Café"])
    QTest.keyClicks(field.entry, "CAFE,")
    assert field.values() == ("Café",)


def test_backspace_in_an_empty_entry_takes_the_last_word(qtbot: QtBot, field: TagField) -> None:
    field.set_values(["Data", "Culture"])
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(field.entry, Qt.Key.Key_Backspace)
    assert field.values() == ("Data",)


def test_a_word_is_removed_by_its_own_button(qtbot: QtBot, field: TagField) -> None:
    field.set_values(["Data", "Culture"])
    first = next(b for b in field.findChildren(QToolButton) if b.isVisible())
    with qtbot.waitSignal(field.edited):
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert field.values() == ("Culture",)


def test_setting_values_is_not_editing(qtbot: QtBot, field: TagField) -> None:
    with qtbot.assertNotEmitted(field.edited):
        field.set_values(["Data"])


def test_many_words_make_the_field_higher_and_none_is_cut(qtbot: QtBot, field: TagField) -> None:
    one = field.heightForWidth(300)
    field.set_values([f"Skill number {number}" for number in range(12)])
    assert field.heightForWidth(300) > 2 * one
    field.resize(300, field.heightForWidth(300))
    for remover in field.findChildren(QToolButton):
        if remover.isVisible():
            corner = remover.mapTo(field, remover.rect().bottomRight())
            assert field.rect().contains(corner)


def test_hostile_words_are_literal(field: TagField) -> None:
    field.set_values(['<img src="x">', "R&D"])
    assert field.values() == ('<img src="x">', "R&D")
