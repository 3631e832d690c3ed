"""The sign of each state, drawn: a circle, half a circle, a tick, two bars, a cross."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from revmentor_desktop.domain.participation import ParticipationState

STATE_COLOURS: Final = {
    ParticipationState.INVITED: ("muted", "neutral_soft"),
    ParticipationState.APPLIED: ("brand", "brand_soft"),
    ParticipationState.CONFIRMED: ("ok", "ok_soft"),
    ParticipationState.PAUSED: ("warn", "warn_soft"),
    ParticipationState.WITHDRAWN: ("muted", "neutral_soft"),
}
"""The names of the colours of text and ground of a state's chip."""


def draw_state_sign(
    painter: QPainter, state: ParticipationState, box: QRectF, colour: QColor
) -> None:
    """Draw the sign of a state into a square box."""
    side = box.width()
    painter.save()
    pen = QPen(colour)
    pen.setWidthF(max(1.4, side / 7))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = box.adjusted(side * 0.12, side * 0.12, -side * 0.12, -side * 0.12)

    def at(x: float, y: float) -> QPointF:
        return QPointF(box.x() + x * side, box.y() + y * side)

    match state:
        case ParticipationState.INVITED:
            painter.drawEllipse(ring)
        case ParticipationState.APPLIED:
            painter.drawEllipse(ring)
            painter.setBrush(colour)
            painter.drawPie(ring, 90 * 16, 180 * 16)
        case ParticipationState.CONFIRMED:
            painter.drawPolyline([at(0.12, 0.55), at(0.4, 0.82), at(0.9, 0.22)])
        case ParticipationState.PAUSED:
            painter.drawLine(at(0.32, 0.18), at(0.32, 0.82))
            painter.drawLine(at(0.7, 0.18), at(0.7, 0.82))
        case ParticipationState.WITHDRAWN:
            painter.drawLine(at(0.2, 0.2), at(0.8, 0.8))
            painter.drawLine(at(0.8, 0.2), at(0.2, 0.8))
    painter.restore()
