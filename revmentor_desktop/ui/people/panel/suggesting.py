"""A line to type into that offers what would fit, whatever the case and accents typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from revmentor_desktop.domain.text import fold

MOST_OFFERED: Final = 8
_TYPED_ROLE: Final = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is offered: the text that picking it types, what tells it apart, and what it stands for.

    `key` is a person's id, or None where the text is all there is.
    """

    text: str
    detail: str = ""
    key: int | None = None


Find = Callable[[str], Sequence[Suggestion]]


def words_that_fit(words: Sequence[str], typed: str) -> list[Suggestion]:
    """Return the words in which the typed text stands, those that begin with it first."""
    wanted = fold(typed.strip())
    fitting = [word for word in words if wanted in fold(word)]
    fitting.sort(key=lambda word: not fold(word).startswith(wanted))
    return [Suggestion(word) for word in fitting[:MOST_OFFERED]]


class SuggestingLine(QLineEdit):
    """A line edit whose list of offers is asked for anew with every letter."""

    picked = Signal(object)
    """A `Suggestion` was chosen from the list; the line already shows its text."""

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self._offered: Sequence[Suggestion] = ()
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        # What the list shows says more than what picking it types.
        self._completer.setCompletionRole(_TYPED_ROLE)
        self._completer.setMaxVisibleItems(MOST_OFFERED)
        self._list = QListView()
        self._list.setAccessibleName(self.tr("What would fit"))
        self._completer.setPopup(self._list)
        chosen = self._completer.activated[QModelIndex]  # type: ignore[index]  # an overload
        chosen.connect(self._take)
        self.setCompleter(self._completer)
        self.textEdited.connect(self.offer)

    def offers(self) -> list[str]:
        """Return the texts that are offered now."""
        return [suggestion.text for suggestion in self._offered]

    def offer(self, typed: str) -> None:
        """Ask what would fit `typed`; Qt shows the list beneath the line."""
        found = self._find(typed)
        if len(found) == 1 and found[0].text == typed and found[0].key is None:
            found = ()
        self._offered = found
        self._model.clear()
        for suggestion in found:
            words = f"{suggestion.text} – {suggestion.detail}"
            item = QStandardItem(words if suggestion.detail else suggestion.text)
            item.setData(suggestion.text, _TYPED_ROLE)
            self._model.appendRow(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._list.isVisible():
            self.offer(self.text())
            if self._offered:
                self._completer.complete()
            return
        super().keyPressEvent(event)

    def take(self, suggestion: Suggestion) -> None:
        """Take an offer as if the officer had picked it."""
        self.setText(suggestion.text)
        self.picked.emit(suggestion)

    def _take(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._offered):
            self.take(self._offered[index.row()])
