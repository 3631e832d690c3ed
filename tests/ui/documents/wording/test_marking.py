"""The buttons above a text put the few signs into it, and take them away again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from revmentor_desktop.ui.documents.wording import marking

Change = Callable[[QPlainTextEdit], None]


@pytest.fixture
def field(qapp: QApplication) -> QPlainTextEdit:
    """An editor."""
    return QPlainTextEdit()


def mark(field: QPlainTextEdit, text: str, start: int, end: int) -> None:
    field.setPlainText(text)
    cursor = field.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("change", "made"),
    [
        (marking.make_heading, "### one\n\n### two"),
        (marking.make_list, "- one\n\n- two"),
        (marking.make_numbered, "1. one\n\n2. two"),
    ],
)
def test_lines_take_a_sign_and_give_it_back(
    field: QPlainTextEdit, change: Change, made: str
) -> None:
    mark(field, "one\n\ntwo", 1, 7)
    change(field)
    assert field.toPlainText() == made
    field.selectAll()
    change(field)
    assert field.toPlainText() == "one\n\ntwo"


def test_one_sign_takes_the_place_of_another(field: QPlainTextEdit) -> None:
    mark(field, "- [ ] one", 0, 0)
    marking.make_numbered(field)
    assert field.toPlainText() == "1. one"


def test_an_empty_line_can_begin_a_list(field: QPlainTextEdit) -> None:
    mark(field, "", 0, 0)
    marking.make_list(field)
    field.insertPlainText("one")
    assert field.toPlainText() == "- one"


def test_marked_words_are_bold_and_plain_again(field: QPlainTextEdit) -> None:
    mark(field, "one two three", 4, 7)
    marking.make_bold(field)
    assert field.toPlainText() == "one **two** three"
    marking.make_bold(field)
    assert field.toPlainText() == "one two three"


def test_the_word_that_is_typed_at_is_bold(field: QPlainTextEdit) -> None:
    mark(field, "one two", 5, 5)
    marking.make_bold(field)
    assert field.toPlainText() == "one **two**"


def test_bold_can_begin_before_a_word_is_typed(field: QPlainTextEdit) -> None:
    mark(field, "", 0, 0)
    marking.make_bold(field)
    field.insertPlainText("one")
    assert field.toPlainText() == "**one**"


def test_each_is_one_step_back(field: QPlainTextEdit) -> None:
    mark(field, "one\ntwo", 0, 7)
    marking.make_numbered(field)
    field.undo()
    assert field.toPlainText() == "one\ntwo"


@pytest.mark.parametrize(
    ("text", "made"), [("", "____"), ("Name:", "Name:\n\n____"), ("____", "____\n____")]
)
def test_a_line_to_write_on_stands_by_itself(field: QPlainTextEdit, text: str, made: str) -> None:
    mark(field, text, 0, 0)
    marking.add_line(field)
    assert field.toPlainText() == made


def test_what_may_be_left_out_is_typed_within_its_signs(field: QPlainTextEdit) -> None:
    mark(field, "by then", 0, 7)
    marking.part_off(field)
    field.insertPlainText("!")
    assert field.toPlainText() == "[[by then!]]"


def test_bold_over_several_lines_is_bold_in_each_of_them(field: QPlainTextEdit) -> None:
    mark(field, "one\n\n- two **three**\n1. four", 0, 28)
    marking.make_bold(field)
    assert field.toPlainText() == "**one**\n\n- **two three**\n1. **four**"
    assert field.textCursor().hasSelection()
    marking.make_bold(field)
    assert field.toPlainText() == "one\n\n- two three\n1. four"
