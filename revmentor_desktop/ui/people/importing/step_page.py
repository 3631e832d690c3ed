"""The frame of a step: what to do here, and room for it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from revmentor_desktop.ui.people.importing.session import ImportSession
from revmentor_desktop.ui.widgets.text import plain_label


class StepPage(QWidget):
    """One step; `body` is to be filled, `refresh` brings it into line with the session."""

    def __init__(self, session: ImportSession, heading: str, purpose: str) -> None:
        super().__init__()
        self.session = session
        self.setAccessibleName(heading)
        self.heading = plain_label(heading, "title", "wrap")
        self.purpose = plain_label(purpose, "muted", "wrap")
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.purpose)
        layout.addSpacing(10)
        layout.addLayout(self.body, 1)

    def refresh(self) -> None:
        """Show what the session holds now."""

    def take_focus(self) -> None:
        """Put the focus where the officer goes on."""
