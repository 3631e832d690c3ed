"""A letter as one person will read it, with what is still to fill in marked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from revmentor_desktop.domain.letters import FilledLetter
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.surfaces import Card, Chip
from revmentor_desktop.ui.widgets.text import plain_label


class LetterPreview(Card):
    """Shows a filled letter; `foot` is for what can be done with this one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(self.tr("Preview"))
        self._theme = theme
        self._shown: FilledLetter | None = None
        self.whom = plain_label("", "small", "elide")
        self.subject = plain_label("", "strong", "wrap")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("role", "reading")
        self.text.setTabChangesFocus(True)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.document().setDocumentMargin(0)
        self.text.setAccessibleName(self.tr("The letter as it will be read"))
        self.text.setMinimumHeight(64)
        self.note = Chip(kind="warn")
        for widget in (self.whom, self.subject, self.note):
            self.body.addWidget(widget)
        self.body.addWidget(self.text, 1)
        theme.changed.connect(self._mark)

    def show_letter(self, filled: FilledLetter, whom: str, note: str) -> None:
        """Show a letter to somebody; `note` says what is amiss with it, if anything."""
        self._shown = filled
        self.whom.setText(whom)
        self.subject.setText(filled.subject)
        if self.text.toPlainText() != filled.body:
            self.text.setPlainText(filled.body)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._mark()

    def _mark(self) -> None:
        """Mark the placeholders that are left in the text."""
        if self._shown is None:
            return
        left = [f"{{{name}}}" for name in self._shown.empty] + list(self._shown.unknown)
        self.text.setExtraSelections([one for words in left for one in self._found(words)])

    def _found(self, words: str) -> list[QTextEdit.ExtraSelection]:
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("warn_soft"))
        look.setForeground(self._theme.colour("warn"))
        found: list[QTextEdit.ExtraSelection] = []
        cursor = self.text.document().find(words)
        while not cursor.isNull():
            made = QTextEdit.ExtraSelection()
            made.format, made.cursor = look, QTextCursor(cursor)
            found.append(made)
            cursor = self.text.document().find(words, cursor)
        return found
