"""Notes above the cards of Home: what is not settled yet, with the one button that leads there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from revmentor_desktop.domain.plan.readiness import Verdict
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.surfaces import Card, SurfaceRole
from revmentor_desktop.ui.widgets.text import plain_label


class Note(Card):
    """A sentence or two and one button; `say` fills and shows it."""

    def __init__(self, verb: str, role: SurfaceRole = "panel") -> None:
        super().__init__(role=role)
        self.heading = plain_label("", "label", "wrap")
        self.words = plain_label("", "body", "wrap")
        self.button: QPushButton = button(verb)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.setSpacing(2)
        self.body.addWidget(self.heading)
        self.body.addLayout(row)

    def say(self, words: str, heading: str = "") -> None:
        """Say this; without words the note is not there."""
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self.words.setText(words)
        self.setVisible(bool(words))


class ReadinessNote(Note):
    """Stays while the readiness check says "not yet" or "as a pilot"."""

    def __init__(self, context: Context) -> None:
        super().__init__(self.tr("Open the readiness check"), "warning")
        self.button.clicked.connect(lambda: context.requested.emit("readiness"))

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what a verdict says; nothing while all is well or not all is answered."""
        if verdict not in {Verdict.NOT_YET, Verdict.PILOT}:
            self.say("")
            return
        from revmentor_desktop.services.setup.readiness import verdict_text

        said = verdict_text(verdict)
        heading = self.tr("Readiness check: {0}").format(said.headline)
        self.say(said.advice, heading)
