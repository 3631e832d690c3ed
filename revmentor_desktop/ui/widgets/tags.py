"""A list of words or short phrases, each a chip, typed with comma or Enter."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from revmentor_desktop.domain.text import clean_line, fold
from revmentor_desktop.ui.widgets.buttons import icon_button
from revmentor_desktop.ui.widgets.fields import FieldFrame
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.text import plain_label

_AS_TYPED = sys.maxsize
"""A word may be of any length here: what it is stored in says how long it can be."""
_ENDS_WORD = re.compile(r"[,;\n]")


class TagField(FieldFrame):
    """A field of words. Comma, semicolon or Enter ends one; Backspace at the start takes the last.

    What stands half typed when the focus leaves becomes a word of its own.
    """

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_TagEntry(), parent)
        self._tags: list[_Tag] = []
        self._hint = hint
        self._words = QStringListModel(self)
        self._layout = FlowLayout(self)
        self._layout.setContentsMargins(7, 5, 7, 5)
        self._layout.addWidget(self.entry)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.entry.setPlaceholderText(hint)
        self.entry.textEdited.connect(self._typed)

    def values(self) -> tuple[str, ...]:
        """Return the words in their order, what is half typed included."""
        typed = clean_line(self.entry.text(), _AS_TYPED)
        values = [tag.word for tag in self._tags]
        if typed and fold(typed) not in {fold(word) for word in values}:
            values.append(typed)
        return tuple(values)

    def set_values(self, words: Iterable[str]) -> None:
        """Show these words instead; two that differ in case or accents only are one."""
        for tag in self._tags:
            self._drop(tag)
        self._tags.clear()
        self.entry.clear()
        self._add(words)

    def suggest(self, words: Iterable[str]) -> None:
        """Offer these words while typing."""
        self._words.setStringList(sorted(set(words), key=fold))
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self.take, Qt.ConnectionType.QueuedConnection)
        self.entry.setCompleter(completer)

    def take(self, *_: object) -> None:
        """Make chips of what stands in the entry."""
        words = _ENDS_WORD.split(self.entry.text())
        self.entry.clear()
        if self._add(words):
            self.edited.emit()

    def remove(self, word: str) -> None:
        """Take a word out as if the officer had."""
        for tag in [tag for tag in self._tags if tag.word == word]:
            self._tags.remove(tag)
            self._drop(tag)
            self.edited.emit()
        self._relayout()
        self.entry.setFocus()

    def left(self) -> None:
        self.take()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.entry and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.entry.text().strip():
            self.take()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.entry.text() and self._tags:
            self.remove(self._tags[-1].word)
            return True
        return False

    def _typed(self, text: str) -> None:
        if _ENDS_WORD.search(text):
            self.take()
        else:
            self.edited.emit()

    def _add(self, words: Iterable[str]) -> bool:
        known = {fold(tag.word) for tag in self._tags}
        added = False
        for raw in words:
            word = clean_line(raw, _AS_TYPED)
            if word and fold(word) not in known:
                known.add(fold(word))
                tag = _Tag(word, self)
                tag.removed.connect(self.remove)
                self._layout.insert(len(self._tags), tag)
                self._tags.append(tag)
                tag.show()
                added = True
        self._relayout()
        return added

    def _drop(self, tag: _Tag) -> None:
        self._layout.removeWidget(tag)
        tag.hide()
        tag.deleteLater()

    def _relayout(self) -> None:
        self.entry.setPlaceholderText("" if self._tags else self._hint)
        previous: QWidget = self
        for tag in self._tags:
            QWidget.setTabOrder(previous, tag.button)
            previous = tag.button
        self._layout.invalidate()
        self.updateGeometry()


class _TagEntry(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(70)


class _Tag(QFrame):
    removed = Signal(str)

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "tag")
        self.word = word
        self.button = icon_button("x", self.tr("Remove {0}").format(word))
        self.button.clicked.connect(lambda: self.removed.emit(self.word))
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 1, 0)
        row.setSpacing(1)
        row.addWidget(plain_label(word, "body", "elide"))
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
