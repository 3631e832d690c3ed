"""A row that is a sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from revmentor_desktop.ui.widgets.growing import GrowingText
from revmentor_desktop.ui.widgets.rows import RowEditor


class TextRow(RowEditor[str]):
    """A sentence or two; `name` is what a screen reader calls it, `hint` an example."""

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.text = GrowingText()
        self.text.setAccessibleName(name)
        self.text.setPlaceholderText(hint)
        self.text.textChanged.connect(self.edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)

    def value(self) -> str:
        return self.text.text()

    def put(self, value: str) -> None:
        self.text.put(value)

    def is_blank(self) -> bool:
        return not self.text.text().strip()

    def take_focus(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
