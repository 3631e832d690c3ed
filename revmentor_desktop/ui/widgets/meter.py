"""A bar with words above it: how much there is of how much."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from revmentor_desktop.ui.widgets.text import plain_label


class Meter(QWidget):
    """What is measured on the left, what came out on the right, a bar of that share below."""

    def __init__(self, name: str, said: str, share: int, most: int) -> None:
        super().__init__()
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(plain_label(name, "small", "elide"), 1)
        words.addWidget(plain_label(said, "small"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, max(most, 1))
        self.bar.setValue(share)
        self.bar.setAccessibleName(f"{name}: {said}")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 2)
        rows.setSpacing(3)
        rows.addLayout(words)
        rows.addWidget(self.bar)
