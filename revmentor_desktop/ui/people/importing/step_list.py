"""The list of steps at the left of the wizard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from revmentor_desktop.exchange.people_file.draft import Step
from revmentor_desktop.ui.people.importing.words import step_names
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.text import plain_label, set_property

_WIDTH = 218


class StepList(QFrame):
    """Names the steps, says which one is on, and leads to those that can be gone to."""

    asked = Signal(object)
    """The officer wants to go to a Step."""

    def __init__(self, title: str, note: str) -> None:
        super().__init__()
        self.setProperty("role", "steps")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Steps"))
        self.buttons: dict[Step, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 24, 14, 20)
        layout.setSpacing(4)
        heading = plain_label(title, "heading", "wrap")
        heading.setContentsMargins(10, 0, 0, 8)
        layout.addWidget(heading)
        for number, (step, name) in enumerate(step_names().items(), start=1):
            entry = button(f"{number} · {name}")
            entry.setProperty("role", "step")
            entry.clicked.connect(lambda _=False, step=step: self.asked.emit(step))
            self.buttons[step] = entry
            layout.addWidget(entry)
        layout.addStretch(1)
        words = plain_label(note, "small", "wrap")
        words.setContentsMargins(10, 0, 4, 0)
        layout.addWidget(words)

    def show_step(self, current: Step, reachable: frozenset[Step]) -> None:
        """Mark the step that is on; only reachable ones can be gone to."""
        for step, entry in self.buttons.items():
            is_current = step is current
            set_property(entry, "current", "true" if is_current else "false")
            entry.setEnabled(step in reachable or is_current)
            entry.setAccessibleDescription(self.tr("This step") if is_current else "")
