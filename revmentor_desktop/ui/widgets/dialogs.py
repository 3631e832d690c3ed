"""The frame of every dialog: a heading, what it asks, and buttons with verbs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from revmentor_desktop.ui.widgets.buttons import Kind, button
from revmentor_desktop.ui.widgets.surfaces import ProblemCard
from revmentor_desktop.ui.widgets.text import optional_label, plain_label


class Dialog(QDialog):
    """A dialog with `body` to fill; `add_button` puts buttons at the foot, the last at the right.

    Escape and the window's cross are Cancel. The window's title is the heading; a `sign` may
    stand before it.
    """

    def __init__(
        self,
        heading: str,
        text: str = "",
        parent: QWidget | None = None,
        sign: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(10)
        self.heading = plain_label(heading, "heading", "wrap")
        self.text = optional_label(text, "muted")
        self._problem = ProblemCard()
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(10)
        self.foot.addStretch(1)
        layout.addLayout(_row(sign, self.heading))
        layout.addWidget(self.text)
        layout.addWidget(self._problem)
        layout.addSpacing(4)
        layout.addLayout(self.body, 1)
        layout.addSpacing(8)
        layout.addLayout(self.foot)

    def add_button(self, text: str, kind: Kind = "plain", icon: str | None = None) -> QPushButton:
        """Add a button at the right end of the foot; the primary one is what Enter presses."""
        made = button(text, kind, icon)
        if kind == "primary":
            made.setDefault(True)
        self.foot.addWidget(made)
        return made

    def add_cancel(self, text: str = "") -> QPushButton:
        """Add the button that closes the dialog and changes nothing."""
        made = self.add_button(text or self.tr("Cancel"))
        made.clicked.connect(self.reject)
        return made

    def show_problem(self, text: str) -> None:
        """Say at the top what is wrong; an empty text takes that away."""
        self._problem.say(text)

    @property
    def problem(self) -> str:
        """The problem shown at the top, or an empty text."""
        return self._problem.said

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit(self._needed())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit(max(self.height(), self._needed()))
        return done

    def _needed(self) -> int:
        """Return the height in which nothing is cut; the layout's own guess is another."""
        layout = self.layout()
        return self.height() if layout is None else layout.totalHeightForWidth(self.width())

    def _fit(self, height: int) -> None:
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized) and height != self.height():
            self.resize(self.width(), height)
            # It was not somebody's wish, so the dialog goes on fitting itself.
            self.setAttribute(Qt.WidgetAttribute.WA_Resized, False)


def size_within_screen(dialog: QDialog, width: int, height: int) -> None:
    """Give `dialog` that size in logical pixels, or what the screen has when it is smaller."""
    room = QGuiApplication.primaryScreen().availableSize()
    dialog.resize(min(width, room.width() - 40), min(height, room.height() - 60))


def _row(sign: QWidget | None, heading: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    if sign is not None:
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(heading, 1)
    return row
