"""One of the three columns of the board: its heading, how many there are, the list of cards."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.text import plain_label

_LIST_SHARE: Final = 3
"""The list's share of the height, beside what a page puts below it."""
_LEAST_CARDS: Final = 1.4
"""However low the window: so much of the list can be seen."""


class Column(QWidget):
    """A heading over a list. What is dropped beside the list counts as dropped on it."""

    def __init__(self, title: str, kind: str, view: CardView, *, hugging: bool) -> None:
        super().__init__()
        self.view = view
        self._hugging = hugging
        self.setAcceptDrops(True)
        self._heading = heading = plain_label(title, "heading")
        heading.setProperty("kind", kind)
        heading.setBuddy(view)
        self._count = plain_label("", "muted", "elide")
        self.head = row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(heading)
        row.addWidget(self._count, 1)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(6)
        self.rows.addLayout(row)
        self.rows.addWidget(view, _LIST_SHARE)
        view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._least = round(_LEAST_CARDS * view.card_height)
        view.setMinimumHeight(self._least)
        for changed in (
            view.cards.rowsInserted,
            view.cards.rowsRemoved,
            view.cards.modelReset,
        ):
            changed.connect(self._hug)

    def show_title(self, title: str) -> None:
        """Call the column something else."""
        self._heading.setText(title)

    def show_count(self, text: str) -> None:
        """Say beside the title how many there are."""
        self._count.setText(text)

    @property
    def count(self) -> str:
        """What stands beside the title."""
        return self._count.text()

    def say_empty(self, placeholder: QWidget | None) -> None:
        """Show what an empty list means, or nothing."""
        self.view.show_placeholder(placeholder)
        self._hug()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._answer(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if self.view.drop_beside(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _answer(self, event: QDropEvent) -> None:
        event.setAccepted(self.view.takes_beside(event))

    def _hug(self, *_: object) -> None:
        """Make the list no higher than its cards, so that what follows stands right below them."""
        if not self._hugging:
            return
        cards = self.view.cards.rowCount() * self.view.card_height
        if self.view.placeholder is not None:
            cards = max(cards, self.view.placeholder.sizeHint().height())
        self.view.setMinimumHeight(min(self._least, cards))
        self.view.setMaximumHeight(max(cards, 1))


class EmptyColumn(QWidget):
    """What lies over an empty list: a sentence, and perhaps the one thing to do about it."""

    def __init__(self, text: str, verb: str = "") -> None:
        super().__init__()
        self.label = plain_label(text, "muted", "wrap")
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.act = button(verb)
        self.act.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(10)
        layout.addWidget(self.label)
        layout.addWidget(self.act, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        if not verb:
            self.act.hide()
