"""The two fields in which wording is typed: a text that goes on with its lists, and a line."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from revmentor_desktop.ui.documents.wording.pasting import markdown_of

_POINT: Final = re.compile(r"(\s*)(?:(\d{1,3})([.)])|([-*](?:\s+\[ ?\])?|>))\s+")
"""What stands before the words of a point, or of what is set apart."""
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class MarkdownField(QPlainTextEdit):
    """A text in Markdown. Enter goes on with a list, and ends it after an empty point.

    What is pasted from a word processor keeps its headings, lists and bold words, and no look.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if event.key() in _ENTER and is_plain and self._go_on():
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(markdown_of(source))

    def _go_on(self) -> bool:
        """Begin the next point of the list that is typed at; tell whether there is one."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = _POINT.match(before)
        if cursor.hasSelection() or found is None:
            return False
        if before[found.end() :].strip() or cursor.block().text()[cursor.positionInBlock() :]:
            cursor.insertText(f"\n{_next(found)}")
        else:
            cursor.movePosition(
                QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.insertText("")
        self.setTextCursor(cursor)
        return True


class LineField(QPlainTextEdit):
    """A text of one line that wraps; Enter goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(2 * QFontMetrics(self.font()).lineSpacing() + 22)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))


def _next(found: re.Match[str]) -> str:
    """Return what stands before the point that follows."""
    indent, number, dot, sign = found.groups()
    if number is None:
        return f"{indent}{sign} "
    return f"{indent}{int(number) + 1}{dot} "
