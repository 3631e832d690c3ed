"""Ways to choose: one of a few words, or a sentence that holds or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.ui.widgets.text import optional_label, plain_label, set_tip, without_mnemonic

_MOST_LETTERS: Final = 22


class KeyedCombo(QComboBox):
    """One of several words, each with a key; the wheel only turns it when focused."""

    chosen = Signal(str)
    """The officer chose a word, by its key (not: `put` did)."""

    def __init__(self, words: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.offer(words or {})
        self.activated.connect(lambda _: self.chosen.emit(self.key))

    def shrink(self, letters: int) -> None:
        """Need room for so many letters only; longer words are cut where there is no more."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def offer(self, words: Mapping[str, str]) -> None:
        """Offer these words instead; what is chosen stays where it is among them."""
        self.offer_groups({"": words})

    def offer_groups(self, groups: Mapping[str, Mapping[str, str]]) -> None:
        """Offer words in groups, each below its head line; one that is empty has none."""
        before = self.key if self.count() else ""
        self.clear()
        for head, words in groups.items():
            if head:
                self._add_head(head)
            for key, text in words.items():
                self.addItem(text, key)
        self.put(before)

    def _add_head(self, words: str) -> None:
        """Add a line that cannot be chosen."""
        model = self.model()
        if isinstance(model, QStandardItemModel):
            head = QStandardItem(words)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            font = self.font()
            font.setBold(True)
            head.setFont(font)
            model.appendRow(head)

    @property
    def key(self) -> str:
        """The key of the word that is chosen, or ""."""
        return str(self.currentData() or "")

    def put(self, key: str) -> None:
        """Choose a word by its key; the first for a key that is none."""
        at = self.findData(key)
        words = (row for row in range(self.count()) if self.itemData(row) is not None)
        self.setCurrentIndex(at if at >= 0 else next(words, 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Switch(QWidget):
    """A sentence of any length that holds or not, with a line beneath it if need be."""

    switched = Signal(bool)
    """The officer switched it (not: `put` did)."""

    def __init__(self, sentence: str, line: str = "") -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(sentence)
        self.box.setAccessibleDescription(line)
        self.box.clicked.connect(self.switched)
        self.setFocusProxy(self.box)
        self.sentence = plain_label(sentence, "body", "wrap")
        self._line = optional_label(line, "small")
        words = QVBoxLayout()
        words.setSpacing(1)
        # The first line of the words stands beside the box, which is 24 pixels high.
        words.setContentsMargins(0, 3, 0, 0)
        words.addWidget(self.sentence)
        words.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)  # the box has room of its own at its right
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @property
    def is_on(self) -> bool:
        """Whether the sentence holds."""
        return self.box.isChecked()

    def put(self, is_on: bool) -> None:
        """Show whether it holds."""
        self.box.setChecked(is_on)

    def say(self, sentence: str) -> None:
        """Change the sentence."""
        self.sentence.setText(sentence)
        self.box.setAccessibleName(sentence)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on the words for one on the box."""
        if self.rect().contains(event.position().toPoint()) and self.isEnabled():
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.click()
        super().mouseReleaseEvent(event)


class Ticks(QWidget):
    """Several short words, of which any may be ticked, in columns; long ones are cut."""

    edited = Signal()

    def __init__(self, words: Mapping[str, str], columns: int) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self.offer(words)

    def offer(self, words: Mapping[str, str]) -> None:
        """Offer these words instead; those that stay are ticked as they were."""
        ticked = self.values()
        for key in [key for key in self.boxes if key not in words]:
            box = self.boxes.pop(key)
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        for place, (key, text) in enumerate(words.items()):
            box = self.boxes.get(key) or self._new_box(key)
            box.setText(without_mnemonic(_short(text)))
            box.setAccessibleName(text)
            set_tip(box, "" if text == _short(text) else text)
            self._grid.addWidget(box, place // self._columns, place % self._columns)
        self.boxes = {key: self.boxes[key] for key in words}
        self.put(ticked)

    def values(self) -> tuple[str, ...]:
        """Return the keys of what is ticked, in their order."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def put(self, keys: Iterable[str]) -> None:
        """Tick these and no others."""
        wanted = set(keys)
        for key, box in self.boxes.items():
            box.setChecked(key in wanted)

    def _new_box(self, key: str) -> QCheckBox:
        box = self.boxes[key] = QCheckBox()
        box.clicked.connect(self.edited)
        return box


def _short(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1].rstrip()}…"
