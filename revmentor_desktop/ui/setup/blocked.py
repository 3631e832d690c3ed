"""What keeps a programme from being created: said one by one, each with the way to its field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from revmentor_desktop.domain.plan.problems import Problem
from revmentor_desktop.services.setup.problem_words import words_of_problem
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.surfaces import Card
from revmentor_desktop.ui.widgets.text import plain_label


class BlockedCard(Card):
    """Not there while nothing stands in the way."""

    asked = Signal(object)
    """The officer wants to go to where a Problem can be solved."""

    def __init__(self) -> None:
        super().__init__(role="problem")
        self.ways: list[QPushButton] = []
        self._said: list[str] = []
        self._rows: list[QWidget] = []
        self.hide()

    @property
    def said(self) -> str:
        """What stands in the way, a line each."""
        return "\n".join(self._said)

    def show_problems(self, found: Sequence[Problem]) -> None:
        """Say these; without any the card is not there."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._said = [words_of_problem(one) for one in found]
        self.ways = []
        self._rows = [self._row(words, one) for words, one in zip(self._said, found, strict=True)]
        self.setVisible(bool(found))

    def _row(self, words: str, problem: Problem) -> QWidget:
        host = QWidget()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        way = button(self.tr("Go there"))
        way.setAccessibleDescription(words)
        way.clicked.connect(lambda: self.asked.emit(problem))
        row.addWidget(plain_label(words, "body", "wrap"), 1)
        row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        self.ways.append(way)
        self.body.addWidget(host)
        return host
