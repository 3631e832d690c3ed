"""The bare window, light enough to be seen at once; the shell fills it after its first paint.

Nothing here or before it may touch the ``Qt`` namespace, not even through an argument that could
be one of its enumerations (``fillRect``, ``QBrush``, ``QTimer.singleShot``): making those takes
longer than all the rest of the start up to the first paint.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPaintEvent, QPalette
from PySide6.QtWidgets import QMainWindow, QWidget

STYLE = ("-style", "fusion")
"""Arguments of the application: every other style draws parts that a style sheet cannot reach.
(Asking for a style by a call makes the enumerations of QStyle, which takes long.)
"""
SIDEBAR_WIDTH = 216
_TALL = 10_000


class Window(QMainWindow):
    """A window that shows where sidebar and page will be, until it is filled."""

    first_painted = Signal()
    """The window has been seen for the first time."""
    closing = Signal()
    """The window is about to close; whoever has something open closes it now."""

    def __init__(self, ground: QColor, side: QColor) -> None:
        super().__init__()
        self.setWindowTitle("RevMentor")
        _paint(self, ground)
        self._side = QWidget(self)
        self._side.setAutoFillBackground(True)
        self._side.resize(SIDEBAR_WIDTH, _TALL)
        _paint(self._side, side)
        self._painted = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.first_painted)

    def fill(self, content: QWidget) -> None:
        """Show `content` from now on, at once: the focus may be put into it."""
        self._side.deleteLater()
        self.setPalette(QPalette())
        self.setCentralWidget(content)
        content.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # Told when the whole window has been painted, not only its ground.
            self._soon.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


def _paint(widget: QWidget, colour: QColor) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, colour)
    widget.setPalette(palette)
