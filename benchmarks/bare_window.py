"""The least that a program with a window does: the floor of starting. Run as a program.

It prints ``first-paint`` with the time of day in seconds, and ends.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class BareWindow(QMainWindow):
    """An empty window that notes when it has been painted."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint, and end the program once the first paint is over."""
        super().paintEvent(event)
        print(f"first-paint {time.time()}", flush=True)
        QTimer.singleShot(0, QApplication.quit)


def main() -> None:
    """Show the window until it is painted."""
    app = QApplication([])
    window = BareWindow()
    window.resize(1200, 800)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
