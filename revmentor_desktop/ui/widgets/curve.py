"""A curve of a few points, each of which is drawn up or down by hand or by keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from revmentor_desktop.ui.theme import current_theme

_MOST: Final = 100
_STEP: Final = 5
_HEIGHT: Final = 132
_ABOVE: Final = 12
_DOT: Final = 5.5


class CurveChart(QWidget):
    """Heights from 0 to 100, one for each of `names`, as points of a line.

    `gutter` are the pixels before the first point's room, `room` those that each point has. Left
    and right choose a point; up and down move it by 5, with Shift by 1, Page up and down by 20.
    """

    edited = Signal(int, int)
    """The officer moved a point: its place and its new height (not: `put` did)."""

    def __init__(self, name: str, names: Sequence[str], gutter: float, room: float) -> None:
        super().__init__()
        self._name = name
        self._names = tuple(names)
        self._gutter, self._room = gutter, room
        self._heights = [0] * len(self._names)
        self._at = 0
        self._is_held = False
        self.setFixedSize(round(gutter + room * len(self._names)), _HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleDescription(
            self.tr(
                "Left and right choose a point. Up and down move it by 5 points, with Shift by 1."
            )
        )
        self._say()
        current_theme().changed.connect(self.update)

    @property
    def chosen(self) -> int:
        """The place of the point that the keys move."""
        return self._at

    def put(self, heights: Sequence[int]) -> None:
        """Show these heights; `edited` stays silent."""
        self._heights = list(heights)
        self._say()
        self.update()

    def point(self, place: int) -> QPointF:
        """Return the middle of a point."""
        y = _ABOVE + (_MOST - self._heights[place]) / _MOST * self._drawn
        return QPointF(self._gutter + (place + 0.5) * self._room, y)

    @property
    def _drawn(self) -> float:
        return _HEIGHT - 2 * _ABOVE

    # --- by hand ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_held = True
            self._choose(self._place_at(event.position().x()))
            self._move_to_pointer(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        if self._is_held:
            self._move_to_pointer(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_held = False

    def _place_at(self, x: float) -> int:
        return min(max(int((x - self._gutter) / self._room), 0), len(self._names) - 1)

    def _move_to_pointer(self, event: QMouseEvent) -> None:
        share = 1 - (event.position().y() - _ABOVE) / self._drawn
        self._move(round(share * _MOST / _STEP) * _STEP)

    # --- by keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = 1 if is_fine else _STEP
        ways = {
            Qt.Key.Key_Up: step,
            Qt.Key.Key_Down: -step,
            Qt.Key.Key_PageUp: 4 * _STEP,
            Qt.Key.Key_PageDown: -4 * _STEP,
        }
        if key in sides:
            self._choose(min(max(self._at + sides[key], 0), len(self._names) - 1))
        elif key in ways:
            self._move(self._heights[self._at] + ways[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _choose(self, place: int) -> None:
        self._at = place
        self._say()
        self.update()

    def _move(self, height: int) -> None:
        height = min(max(height, 0), _MOST)
        if height != self._heights[self._at]:
            self._heights[self._at] = height
            self._say()
            self.update()
            self.edited.emit(self._at, height)

    def _say(self) -> None:
        words = self.tr("{0}. {1}: {2} points")
        at = self._at
        self.setAccessibleName(words.format(self._name, self._names[at], self._heights[at]))

    # --- drawn ---

    def paintEvent(self, _event: object) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scale(painter)
        points = [self.point(place) for place in range(len(self._names))]
        floor = _ABOVE + self._drawn
        area = [QPointF(points[0].x(), floor), *points, QPointF(points[-1].x(), floor)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("brand_soft"))
        painter.drawPolygon(QPolygonF(area))
        painter.setPen(QPen(theme.colour("brand"), 2))
        painter.drawPolyline(points)
        for place, point in enumerate(points):
            painter.setPen(QPen(theme.colour("brand"), 2))
            is_chosen = place == self._at and self.hasFocus()
            painter.setBrush(theme.colour("brand" if is_chosen else "surface"))
            painter.drawEllipse(point, _DOT, _DOT)
            if is_chosen:
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(point, _DOT + 4, _DOT + 4)

    def _paint_scale(self, painter: QPainter) -> None:
        theme = current_theme()
        painter.setFont(theme.font("small"))
        for height in (0, _MOST // 2, _MOST):
            y = _ABOVE + (_MOST - height) / _MOST * self._drawn
            painter.setPen(theme.colour("muted"))
            room = QRectF(0, y - _ABOVE, self._gutter - 8, 2 * _ABOVE)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, flags, str(height))
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(self._gutter, y), QPointF(self.width(), y))
