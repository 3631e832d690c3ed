"""Fields side by side where there is room, beneath one another where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_ROW = QBoxLayout.Direction.LeftToRight
_COLUMN = QBoxLayout.Direction.TopToBottom


class SideBySide(QWidget):
    """A row of widgets of equal width that becomes a column when it is too narrow for them."""

    def __init__(self, *widgets: QWidget, gap: int = 12) -> None:
        super().__init__()
        self._widgets = widgets
        self._gap = gap
        self._box = QBoxLayout(_ROW, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        for widget in widgets:
            self._box.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        # As narrow as the column, so that whoever is around may make it one.
        widest = max(widget.minimumSizeHint().width() for widget in self._widgets)
        return QSize(widest, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(widget.minimumSizeHint().width() for widget in self._widgets)
        gaps = self._gap * (len(self._widgets) - 1)
        direction = _ROW if event.size().width() >= needed + gaps else _COLUMN
        if direction is not self._box.direction():
            self._box.setDirection(direction)
            self.updateGeometry()
