"""What the dialogs that explain something share: lines that scroll, and what can come of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.ui.widgets.buttons import Kind
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.surfaces import Card, scrolled
from revmentor_desktop.ui.widgets.text import PlainLabel, TextRole, plain_label

_WIDTH: Final = 560
_HIGHEST: Final = 520
_MARGINS: Final = 48
_ELSEWHERE: Final = 260
"""The height that heading, buttons and the frame of a window need at most."""


class ExplainingDialog(Dialog):
    """Says something in lines, and tells what the officer wants done about it."""

    change_wanted = Signal(Rearrangement)
    """Pairs are to be rearranged so."""
    copy_wanted = Signal(Rearrangement)
    """The same is to be tried in a copy of the draft."""
    end_wanted = Signal(Pair)
    """An agreed pair stands in the way and is to end."""
    unlock_wanted = Signal(Pair)
    """A locked proposal stands in the way and is to be let go."""

    def __init__(self, heading: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, text, parent)
        self.setMinimumWidth(_WIDTH)
        self._sheet = QWidget()
        self.rows = QVBoxLayout(self._sheet)
        self.rows.setContentsMargins(0, 0, 8, 0)
        self.rows.setSpacing(6)

    def line(self, text: str, role: TextRole = "body") -> None:
        """Add a line."""
        self.rows.addWidget(plain_label(text, role, "wrap"))

    def title(self, text: str) -> None:
        """Add a heading over the lines that follow."""
        if self.rows.count():
            self.rows.addSpacing(8)
        self.line(text, "strong")

    def points(self, lines: Iterable[str]) -> None:
        """Add lines as the points of a list."""
        for text in lines:
            self.line(self.tr("• {0}").format(text))

    def settle(self) -> None:
        """Show what was added: as high as it needs, in less room it scrolls."""
        self.rows.addStretch(1)
        self.add_scrolled(self._sheet)
        labels = self._sheet.findChildren(PlainLabel)
        self.setAccessibleDescription(" ".join(label.text() for label in labels))

    def add_scrolled(self, content: QWidget) -> None:
        """Add what is as high as it needs to be, and scrolls where the screen is too low for it."""
        area = scrolled(content)
        area.setAccessibleName(self.windowTitle())
        room = QGuiApplication.primaryScreen().availableSize().height() - _ELSEWHERE
        needed = content.heightForWidth(_WIDTH - _MARGINS)
        area.setFixedHeight(min(needed, room, _HIGHEST))
        if needed > area.height():
            area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.body.addWidget(area)
        self.body.addStretch(1)

    def add_change(self, words: str, change: Rearrangement, kind: Kind = "plain") -> QPushButton:
        """Add a button that closes the dialog and wants a change."""
        made = self.add_button(words, kind)
        made.clicked.connect(lambda: self._want_change(change))
        return made

    def add_copy(self, change: Rearrangement) -> QPushButton:
        """Add the button that tries a change in a copy."""
        made = self.add_button(self.tr("Try it in a copy"))
        made.clicked.connect(lambda: self._want_copy(change))
        return made

    def _want_change(self, change: Rearrangement) -> None:
        self.accept()
        self.change_wanted.emit(change)

    def _want_copy(self, change: Rearrangement) -> None:
        self.accept()
        self.copy_wanted.emit(change)

    def let_go(self, pair: Pair) -> None:
        """Close the dialog and want a pair that stays to go."""
        self.accept()
        wanted = self.unlock_wanted if pair.is_proposed else self.end_wanted
        wanted.emit(pair)


def panel(title: str, text: str) -> Card:
    """Return a panel with a bold line over smaller ones; buttons may stand at its foot."""
    card = Card(role="panel")
    card.body.addWidget(plain_label(title, "strong", "wrap"))
    card.body.addWidget(plain_label(text, "small", "wrap"))
    return card
