"""The frame of the pages that are seen before a data file is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.ui.widgets.surfaces import Card, ProblemCard, scrolled
from revmentor_desktop.ui.widgets.text import optional_label, plain_label

_WIDTH = 540


class StartPage(QWidget):
    """One card in the middle of the window: a heading, what to know, `body`, and `foot` buttons."""

    def __init__(self, heading: str, text: str = "") -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(heading)
        self.card = Card()
        self.card.setMaximumWidth(_WIDTH)
        self.heading = plain_label(heading, "title", "wrap")
        self.text = optional_label(text, "muted")
        self._problem = ProblemCard()
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(10)
        self._lay_out()

    def show_problem(self, text: str) -> None:
        """Say above the fields what stands in the way; an empty text takes that away."""
        self._problem.say(text)

    @property
    def problem(self) -> str:
        """What is said to stand in the way, or an empty text."""
        return self._problem.said

    def take_focus(self) -> None:
        """Put the focus where the officer goes on; called when the page has been shown."""

    def _lay_out(self) -> None:
        inside = self.card.body
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(10)
        inside.addWidget(self.heading)
        inside.addWidget(self.text)
        inside.addWidget(self._problem)
        inside.addSpacing(8)
        inside.addLayout(self.body)
        inside.addSpacing(10)
        inside.addLayout(self.foot)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(24, 24, 24, 24)
        row.addStretch(1)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(self.card)
        column.addStretch(2)
        row.addLayout(column, 20)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(middle))
