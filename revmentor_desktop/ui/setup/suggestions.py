"""Usual entries of a list, each a button that puts it there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.rows import Rows


class Suggestions(QWidget):
    """Offers what is not in the list yet."""

    def __init__(self, rows: Rows[str], words: Iterable[str]) -> None:
        super().__init__()
        self._rows = rows
        self.buttons = {}
        layout = FlowLayout(self, gap=6)
        layout.setContentsMargins(0, 0, 0, 0)
        for one in words:
            made = button(one, icon="plus")
            made.setProperty("role", "suggestion")
            made.clicked.connect(lambda _=False, one=one: self._take(one))
            layout.addWidget(made)
            self.buttons[one] = made
        rows.edited.connect(self.refresh)

    def refresh(self) -> None:
        """Offer what is not in the list by now."""
        there = self._rows.values()
        for words, made in self.buttons.items():
            made.setVisible(words not in there)

    def _take(self, words: str) -> None:
        self._rows.add_value(words)
        self._rows.take_focus()
