"""Questions to tick, each with a line beneath it: the checklist, and what is still to be heard."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from revmentor_desktop.ui.widgets.tab_order import follow_layout
from revmentor_desktop.ui.widgets.text import PlainLabel, plain_label, without_mnemonic


@dataclass(frozen=True, slots=True)
class Item:
    """Something to tick, with a line that explains it."""

    key: str
    words: str
    line: str


class Checklist(QWidget):
    """Ticks beneath one another. `line_when_ticked`: the line shows only beneath what is ticked."""

    ticked = Signal()
    """The officer ticked something, or took a tick away (not: `put` did)."""

    def __init__(self, name: str, *, line_when_ticked: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._line_when_ticked = line_when_ticked
        self._items: tuple[Item, ...] = ()
        self.boxes: dict[str, QCheckBox] = {}
        self._lines: dict[str, PlainLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def offer(self, items: Sequence[Item]) -> None:
        """Offer these to tick."""
        if tuple(items) == self._items:
            return
        self._items = tuple(items)
        for old in (*self.boxes.values(), *self._lines.values()):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.boxes.clear()
        self._lines.clear()
        for item in items:
            self._add(item)
        follow_layout(self)

    def put(self, keys: Collection[str]) -> None:
        """Tick these and no others."""
        for key, box in self.boxes.items():
            box.setChecked(key in keys)
            self._show_line(key)

    @property
    def chosen(self) -> list[str]:
        """The keys that are ticked, from top to bottom."""
        return [key for key, box in self.boxes.items() if box.isChecked()]

    def _add(self, item: Item) -> None:
        box = QCheckBox(without_mnemonic(item.words))
        box.setAccessibleDescription(item.line)
        box.clicked.connect(lambda: self._clicked(item.key))
        line = plain_label(item.line, "small", "wrap")
        line.setContentsMargins(27, 0, 0, 7)
        self.boxes[item.key], self._lines[item.key] = box, line
        self._column.addWidget(box)
        self._column.addWidget(line)
        self._show_line(item.key)

    def _clicked(self, key: str) -> None:
        self._show_line(key)
        self.ticked.emit()

    def _show_line(self, key: str) -> None:
        if self._line_when_ticked:
            self._lines[key].setVisible(self.boxes[key].isChecked())
