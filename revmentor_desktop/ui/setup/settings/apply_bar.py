"""The bar beneath a section with edits: what they touch, and the way to apply or discard them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.text import plain_label, set_property


class ApplyBar(QFrame):
    """Not there while nothing waits to be applied."""

    apply_asked = Signal()
    discard_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._heading = plain_label(self.tr("Not applied yet"), "strong", "wrap")
        self._effects = plain_label("", "muted", "wrap")
        self.discard = button(self.tr("Discard"))
        self.apply = button(self.tr("Apply"), "primary")
        self.apply.clicked.connect(self.apply_asked)
        self.discard.clicked.connect(self.discard_asked)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._effects)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self.discard, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.apply, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def said(self) -> str:
        """What stands in the bar beneath its heading."""
        return self._effects.text()

    def say(self, sentences: Sequence[str]) -> None:
        """Say what applying touches; nothing touched is said too."""
        set_property(self._effects, "role", "muted")
        lines = "\n".join(sentences) or self.tr("This touches nothing that is there already.")
        self._effects.setText(lines)

    def wait(self) -> None:
        """Say that it is being worked out what applying touches."""
        set_property(self._effects, "role", "muted")
        self._effects.setText(self.tr("Working out what this touches…"))

    def say_problem(self, problem: str) -> None:
        """Say why the edits cannot be applied."""
        set_property(self._effects, "role", "error")
        self._effects.setText(problem)
