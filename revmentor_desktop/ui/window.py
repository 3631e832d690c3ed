"""The bare window, light enough to be seen at once; the shell fills it after its first paint.

Nothing here or before it may touch the ``Qt`` namespace: making its enumerations takes longer
than all the rest of the start up to the first paint.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow

SIDEBAR_WIDTH = 216


class Window(QMainWindow):
    """A window that shows where sidebar and page will be, until it has content."""

    first_painted = Signal()
    """The window has been seen for the first time."""
    closing = Signal()
    """The window is about to close; whoever has something open closes it now."""

    def __init__(self, ground: QColor, side: QColor) -> None:
        super().__init__()
        self._ground = ground
        self._side = side
        self._painted = False
        self.setWindowTitle("RevMentor")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.centralWidget() is None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._ground)
            painter.fillRect(QRect(0, 0, SIDEBAR_WIDTH, self.height()), self._side)
            painter.end()
        else:
            super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
