"""A part of a step: a heading, a line on why it is asked, and room for the answer."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from revmentor_desktop.ui.widgets.text import optional_label, plain_label


class Section(QWidget):
    """Put fields into `body`."""

    def __init__(self, heading: str, why: str = "") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(plain_label(heading, "heading", "wrap"))
        self.why = optional_label(why, "muted")
        layout.addWidget(self.why)
        layout.addSpacing(6)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        layout.addLayout(self.body)
