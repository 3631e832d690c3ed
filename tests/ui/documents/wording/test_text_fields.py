"""Typing a text: Enter goes on with lists; what is pasted is plain."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from revmentor_desktop.ui.documents.wording.text_fields import LineField, MarkdownField

ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def field(qapp: QApplication) -> MarkdownField:
    """A text that is typed."""
    return MarkdownField()


def typed(field: MarkdownField, *lines: str) -> str:
    """Return what stands there after these lines were typed, with Enter between them."""
    for at, line in enumerate(lines):
        if at:
            QTest.keyClick(field, ENTER)
        QTest.keyClicks(field, line)
    return field.toPlainText()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("- one", "- two"),
        ("* one", "* two"),
        ("- [ ] one", "- [ ] two"),
        ("1. one", "2. two"),
        ("9) one", "10) two"),
        ("> one", "> two"),
        ("  - one", "  - two"),
        ("one", "two"),
        ("| one |", "two"),
        ("### one", "two"),
    ],
)
def test_enter_goes_on_with_a_list(field: MarkdownField, first: str, second: str) -> None:
    assert typed(field, first, "two") == f"{first}\n{second}"


def test_enter_after_an_empty_point_ends_the_list(field: MarkdownField) -> None:
    assert typed(field, "- one", "", "two") == "- one\ntwo"


def test_enter_in_the_middle_of_a_point_parts_it(field: MarkdownField) -> None:
    field.setPlainText("- one two")
    cursor = field.textCursor()
    cursor.setPosition(6)
    field.setTextCursor(cursor)
    QTest.keyClick(field, ENTER)
    assert field.toPlainText() == "- one \n- two"


def test_enter_before_the_sign_and_with_shift_is_only_a_line(field: MarkdownField) -> None:
    field.setPlainText("- one")
    field.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(field, ENTER)
    assert field.toPlainText() == "\n- one"
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field, ENTER, SHIFT)
    assert len(field.toPlainText().splitlines()) == 2


def test_a_point_and_its_sign_are_undone_together(field: MarkdownField) -> None:
    typed(field, "- one", "")
    field.undo()
    assert field.toPlainText() == "- one"


def test_what_is_pasted_into_a_text_is_markdown_and_into_a_line_one_line(
    field: MarkdownField,
) -> None:
    source = QMimeData()
    source.setHtml("<p>a <b>b</b></p><ul><li>c</li></ul>")
    source.setText("a b\n· c")
    assert field.canInsertFromMimeData(source)
    field.insertFromMimeData(source)
    assert field.toPlainText() == "a **b**\n\n- c"
    line = LineField()
    line.insertFromMimeData(source)
    assert line.toPlainText() == "a b · c"
