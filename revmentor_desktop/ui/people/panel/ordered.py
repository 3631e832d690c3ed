"""A list in order of importance: typed, dragged, or moved by keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.domain.text import clean_line, fold
from revmentor_desktop.ui.people.model import Index
from revmentor_desktop.ui.people.panel.editors import Editor, Words
from revmentor_desktop.ui.people.panel.suggesting import (
    SuggestingLine,
    Suggestion,
    words_that_fit,
)
from revmentor_desktop.ui.widgets.buttons import icon_button

_MOST_ROWS: Final = 6
_ROW_HEIGHT: Final = 30


class OrderedWords(QWidget):
    """Words in an order, with a line to type new ones into; commas part several."""

    edited = Signal()

    def __init__(self, hint: str, words: Words) -> None:
        super().__init__()
        self._words = words
        self.list = _List()
        self.list.setItemDelegate(_Numbered(self.list))
        self.list.installEventFilter(self)
        self.list.model().rowsMoved.connect(self.edited)
        self.list.itemChanged.connect(lambda _: self.edited.emit())
        self.list.currentRowChanged.connect(lambda _: self._update_buttons())
        self.entry = SuggestingLine(self._find)
        self.entry.setPlaceholderText(hint)
        self.entry.installEventFilter(self)
        self.entry.picked.connect(lambda _: self.take(), Qt.ConnectionType.QueuedConnection)
        self.up = icon_button("arrow-up", self.tr("Move up"))
        self.down = icon_button("arrow-down", self.tr("Move down"))
        self.remove_button = icon_button("x", self.tr("Remove from the list"))
        self.up.clicked.connect(lambda: self.move_current(-1))
        self.down.clicked.connect(lambda: self.move_current(1))
        self.remove_button.clicked.connect(self.remove_current)
        self._lay_out()
        self.setFocusProxy(self.entry)
        self._fit()

    def values(self) -> tuple[str, ...]:
        """Return the words in their order, what is half typed included."""
        listed = [clean_line(self.list.item(row).text()) for row in range(self.list.count())]
        listed += [clean_line(word) for word in self.entry.text().replace(";", ",").split(",")]
        return _once(listed)

    def set_values(self, words: Iterable[str]) -> None:
        """Show these words instead."""
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for word in words:
            self._append(word)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.blockSignals(False)
        self.entry.clear()
        self._fit()

    def take(self) -> None:
        """Put what stands in the line at the end of the list."""
        values = self.values()
        self.set_values(values)
        self.edited.emit()

    def move_current(self, step: int) -> None:
        """Move the current word up (-1) or down (1)."""
        row = self.list.currentRow()
        goal = row + step
        if row < 0 or not 0 <= goal < self.list.count():
            return
        item = self.list.takeItem(row)
        self.list.insertItem(goal, item)
        self.list.setCurrentRow(goal)
        self.edited.emit()

    def remove_current(self) -> None:
        """Take the current word out of the list."""
        row = self.list.currentRow()
        if row < 0:
            return
        self.list.takeItem(row)
        self._fit()
        (self.list if self.list.count() else self.entry).setFocus()
        self.edited.emit()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.list.setAccessibleName(self.tr("{0}, most important first").format(name))
        self.entry.setAccessibleName(self.tr("Add to {0}").format(name))

    def setAccessibleDescription(self, text: str) -> None:
        super().setAccessibleDescription(text)
        self.list.setAccessibleDescription(text)
        self.entry.setAccessibleDescription(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.list and self._list_key(event):
                return True
            if watched is self.entry and self._entry_key(event):
                return True
        if watched is self.entry and event.type() == QEvent.Type.FocusOut and self.entry.text():
            self.take()
        return super().eventFilter(watched, event)

    def _list_key(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        if event.matches(QKeySequence.StandardKey.Delete):
            self.remove_current()
            return True
        return False

    def _entry_key(self, event: QKeyEvent) -> bool:
        ends = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.text() in {",", ";"}
        if ends and self.entry.text().strip():
            self.take()
            return True
        return False

    def _lay_out(self) -> None:
        tools = QVBoxLayout()
        tools.setSpacing(2)
        for tool in (self.up, self.down, self.remove_button):
            tools.addWidget(tool)
        tools.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.list, 1)
        row.addLayout(tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.entry)

    def _append(self, word: str) -> None:
        item = QListWidgetItem(word)
        item.setFlags(
            Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
        )
        self.list.addItem(item)

    def _fit(self) -> None:
        """Be as high as the list needs; without words there is only the line to type into."""
        rows = self.list.count()
        for part in (self.list, self.up, self.down, self.remove_button):
            part.setVisible(rows > 0)
        # As high as the three buttons beside it, at least.
        self.list.setFixedHeight(max(min(rows, _MOST_ROWS) * _ROW_HEIGHT + 10, 96))
        self._update_buttons()

    def _update_buttons(self) -> None:
        row, count = self.list.currentRow(), self.list.count()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
        self.remove_button.setEnabled(row >= 0)

    def _find(self, typed: str) -> list[Suggestion]:
        present = {fold(word) for word in self.values()[:-1]}
        last = typed.strip()
        if not last:
            return []
        return [one for one in words_that_fit(self._words(), last) if fold(one.text) not in present]


class OrderedEditor(Editor):
    """What somebody wants to learn, most important first; stored when all of it is left."""

    widget: OrderedWords

    def __init__(self, words: Words) -> None:
        hint = QCoreApplication.translate("people", "Add something to learn")
        super().__init__(OrderedWords(hint, words))

    def value(self) -> tuple[str, ...]:
        return self.widget.values()

    def put(self, value: Any) -> None:
        if self.widget.values() != tuple(value) or self.widget.entry.text():
            self.widget.set_values(value)


class _List(QListWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "field")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)


class _Numbered(QStyledItemDelegate):
    """Shows which place each word has."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = f"{index.row() + 1}.  {index.data()}"


def _once(words: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for word in words:
        if word:
            kept.setdefault(fold(word), word)
    return tuple(kept.values())
