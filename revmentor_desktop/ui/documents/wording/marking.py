"""What the buttons above a text do to it: headings, lists, bold words, lines to write on."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

_BEFORE: Final = re.compile(r"\s*(?:#{1,6}\s+|[-*]\s+\[ ?\]\s*|[-*]\s+|\d{1,3}[.)]\s+|>\s?)")
"""What may stand before the words of a line."""
_HEADING: Final = "### "
_POINT: Final = "- "
_BOLD: Final = "**"
_LINE: Final = "____"
_END_OF_LINE: Final = "\u2029"
_KEEP: Final = QTextCursor.MoveMode.KeepAnchor


def make_heading(field: QPlainTextEdit) -> None:
    """Let the lines that are marked be headings, or plain again."""
    _begin(field, lambda _: _HEADING)


def make_list(field: QPlainTextEdit) -> None:
    """Let the lines that are marked be the points of a list, or plain again."""
    _begin(field, lambda _: _POINT)


def make_numbered(field: QPlainTextEdit) -> None:
    """Number the lines that are marked, or let them be plain again."""
    _begin(field, lambda number: f"{number}. ")


def make_bold(field: QPlainTextEdit) -> None:
    """Let the marked words, or the word that is typed at, be bold, or plain again."""
    cursor = field.textCursor()
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    words = cursor.selectedText()
    if _END_OF_LINE in words:
        _make_lines_bold(field, words.split(_END_OF_LINE))
        return
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    is_bold = _text(field, start - 2, start) == _BOLD == _text(field, end, end + 2)
    if is_bold:
        cursor.setPosition(start - 2)
        cursor.setPosition(end + 2, _KEEP)
    cursor.insertText(words if is_bold else f"{_BOLD}{words}{_BOLD}")
    begin = start - 2 if is_bold else start + 2
    cursor.setPosition(begin)
    cursor.setPosition(begin + end - start, _KEEP)
    field.setTextCursor(cursor)


def _make_lines_bold(field: QPlainTextEdit, lines: list[str]) -> None:
    """Let each marked line be bold: bold words end in their paragraph."""
    split = [(_sign_before(line), line[len(_sign_before(line)) :].strip()) for line in lines]
    is_bold = all(_is_bold(words) for _, words in split if words)
    changed = [
        f"{sign}{words.removeprefix(_BOLD).removesuffix(_BOLD)}"
        if is_bold or not words
        else f"{sign}{_BOLD}{words.replace(_BOLD, '')}{_BOLD}"
        for sign, words in split
    ]
    cursor = field.textCursor()
    start = cursor.selectionStart()
    cursor.insertText("\n".join(changed))
    end = cursor.position()
    cursor.setPosition(start)
    cursor.setPosition(end, _KEEP)
    field.setTextCursor(cursor)


def _sign_before(line: str) -> str:
    found = _BEFORE.match(line)
    return found[0] if found else ""


def _is_bold(words: str) -> bool:
    return len(words) > 2 * len(_BOLD) and words.startswith(_BOLD) and words.endswith(_BOLD)


def add_line(field: QPlainTextEdit) -> None:
    """Add a line to write on below the line that is typed at."""
    cursor = field.textCursor()
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    before = cursor.block().text().strip()
    if before and set(before) != {"_"}:
        cursor.insertText("\n")
    cursor.insertText(f"\n{_LINE}" if before else _LINE)
    cursor.endEditBlock()
    field.setTextCursor(cursor)


def part_off(field: QPlainTextEdit) -> None:
    """Put the signs of what may be left out around the marked words."""
    cursor = field.textCursor()
    words = cursor.selectedText().replace(_END_OF_LINE, "\n")
    cursor.insertText(f"[[{words}]]")
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, 2)
    field.setTextCursor(cursor)


def _begin(field: QPlainTextEdit, sign: Callable[[int], str]) -> None:
    """Put signs before the marked lines; take them away where they all stand there already."""
    document, cursor = field.document(), field.textCursor()
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    rows = [
        row
        for row in range(first, last + 1)
        if first == last or document.findBlockByNumber(row).text().strip()
    ]
    signs = {row: sign(number) for number, row in enumerate(rows, start=1)}
    is_there = all(document.findBlockByNumber(row).text().startswith(signs[row]) for row in rows)
    cursor.beginEditBlock()
    for row in rows:
        block = document.findBlockByNumber(row)
        found = _BEFORE.match(block.text())
        cursor.setPosition(block.position())
        cursor.setPosition(block.position() + (found.end() if found else 0), _KEEP)
        cursor.insertText("" if is_there else signs[row])
    cursor.endEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    field.setTextCursor(cursor)


def _text(field: QPlainTextEdit, start: int, end: int) -> str:
    cursor = QTextCursor(field.document())
    if start < 0 or end >= field.document().characterCount():
        return ""
    cursor.setPosition(start)
    cursor.setPosition(end, _KEEP)
    return cursor.selectedText()
