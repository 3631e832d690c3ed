"""The list of steps at the left of a wizard."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.text import plain_label, set_property

_WIDTH = 218
_AROUND = 62
"""Pixels at both sides of a step's name."""

S = TypeVar("S", bound=Enum)


class StepList(QFrame, Generic[S]):
    """Names the steps, says which one is on, and leads to those that can be gone to.

    `foot` is room beneath the note.
    """

    asked = Signal(object)
    """The officer wants to go to a step."""

    def __init__(self, title: str, note: str, names: Mapping[S, str]) -> None:
        super().__init__()
        self.setProperty("role", "steps")
        self.setAccessibleName(self.tr("Steps"))
        self.buttons: dict[S, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 24, 14, 20)
        layout.setSpacing(4)
        heading = plain_label(title, "heading", "wrap")
        heading.setContentsMargins(10, 0, 0, 8)
        layout.addWidget(heading)
        for number, (step, name) in enumerate(names.items(), start=1):
            entry = button(f"{number} · {name}")
            entry.setProperty("role", "step")
            entry.clicked.connect(lambda _=False, step=step: self.asked.emit(step))
            self.buttons[step] = entry
            layout.addWidget(entry)
        layout.addStretch(1)
        words = plain_label(note, "small", "wrap")
        words.setContentsMargins(10, 0, 4, 0)
        layout.addWidget(words)
        self.foot = QVBoxLayout()
        layout.addLayout(self.foot)
        # The step that is on is set in bold: it must not be cut either.
        bold = self.font()
        bold.setWeight(QFont.Weight.DemiBold)
        widest = max(
            QFontMetrics(bold).horizontalAdvance(entry.text()) for entry in self.buttons.values()
        )
        self.setFixedWidth(max(_WIDTH, widest + _AROUND))

    def show_step(self, current: S, reachable: Collection[S]) -> None:
        """Mark the step that is on; only reachable ones can be gone to."""
        for step, entry in self.buttons.items():
            is_current = step is current
            set_property(entry, "current", "true" if is_current else "false")
            entry.setEnabled(step in reachable or is_current)
            entry.setAccessibleDescription(self.tr("This step") if is_current else "")
