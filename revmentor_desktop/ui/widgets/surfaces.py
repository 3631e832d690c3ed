"""Cards, panels, chips, rules: what other widgets lie on or between."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.ui.icons import icon_pixmap
from revmentor_desktop.ui.theme import current_theme
from revmentor_desktop.ui.widgets.text import (
    PlainLabel,
    announce,
    optional_label,
    plain_label,
    set_property,
)

ChipKind = Literal["neutral", "brand", "mentor", "mentee", "ok", "warn", "bad"]
_READABLE: Final = 480  # pixels of width that a few lines are easily read in
_AROUND: Final = 12
SurfaceRole = Literal["card", "panel", "warning", "problem"]


class Card(QFrame):
    """A surface with a border; put widgets into `body`, buttons for them into `foot`."""

    def __init__(
        self, title: str = "", role: SurfaceRole = "card", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        self.title = optional_label(title, "heading")
        layout.addWidget(self.title)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        layout.addLayout(self.body)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        layout.addLayout(self.foot)


class ProblemCard(Card):
    """What stands in the way, said above what was asked; not there while nothing does."""

    def __init__(self) -> None:
        super().__init__(role="problem")
        self._label = plain_label("", "body", "wrap")
        self.body.addWidget(self._label)
        self.hide()

    def say(self, text: str) -> None:
        """Say what stands in the way; an empty text takes that away."""
        self._label.setText(text)
        self.setVisible(bool(text))
        if self.isVisible():
            announce(self, text)

    @property
    def said(self) -> str:
        """What is said to stand in the way, or an empty text."""
        return self._label.text()


class Chip(PlainLabel):
    """A word or two in a small rounded field; the colour only supports the word."""

    def __init__(self, text: str = "", kind: ChipKind = "neutral", parent: QWidget | None = None):
        super().__init__(text, "body", "elide", parent)
        self.setProperty("role", "chip")
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_kind(self, kind: ChipKind) -> None:
        """Take on the colours of another kind."""
        set_property(self, "kind", kind)


class IconLabel(PlainLabel):
    """An icon as a picture, following the theme; decoration that a screen reader skips."""

    def __init__(self, name: str, colour: str = "muted", size: int = 20) -> None:
        super().__init__()
        self._icon = (name, colour, size)
        self.setFixedSize(size, size)
        current_theme().changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(icon_pixmap(*self._icon, self.devicePixelRatioF()))


class EmptyState(QWidget):
    """What stands where nothing is yet: what belongs here, and the action that fills it."""

    def __init__(self, icon: str, title: str, text: str, *actions: QPushButton) -> None:
        super().__init__()
        self.title = plain_label(title, "heading", "wrap")
        self.text = plain_label(text, "muted", "wrap")
        self.actions_offered = actions
        middle = QWidget()
        middle.setMaximumWidth(_READABLE)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(IconLabel(icon, "brand", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for action in actions:
            row.addWidget(action)
        column.addLayout(row)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(middle, 100)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)


def rule() -> QFrame:
    """Return a thin line between two parts."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


def scrolled(content: QWidget) -> QScrollArea:
    """Return an area that scrolls `content` up and down and takes no focus of its own."""
    area = QScrollArea()
    content.setProperty("role", "scrolled")
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area


def bring_into_view(widget: QWidget) -> None:
    """Scroll what a widget lies in so that it is seen whole, once it has its place there."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        found = area
        QTimer.singleShot(0, widget, lambda: found.ensureWidgetVisible(widget, 0, _AROUND))
