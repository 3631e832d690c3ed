"""States as chips: a colour, a word, and a sign drawn before it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.ui.people.words import state_names
from revmentor_desktop.ui.theme import Theme

STATE_COLOURS: Final = {
    ParticipationState.INVITED: ("muted", "neutral_soft"),
    ParticipationState.APPLIED: ("warn", "warn_soft"),
    ParticipationState.RESERVE: ("ink", "neutral_soft"),
    ParticipationState.CONFIRMED: ("ok", "ok_soft"),
    ParticipationState.PAUSED: ("ink", "neutral_soft"),
    ParticipationState.WITHDRAWN: ("muted", "neutral_soft"),
    ParticipationState.REFUSED: ("muted", "neutral_soft"),
}
"""The names of the colours of text and ground of a state's chip."""
CHIP_PADDING: Final = 9
_LEFT: Final = int(
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
)


def state_chip_size(font: QFont, state: ParticipationState) -> QSize:
    """Return how large the chip of a state is in that font."""
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance(state_names()[state]) + 2 * CHIP_PADDING
    return QSize(width + round(_sign_side(metrics)) + 6, metrics.height() + 4)


def draw_state_chip(
    painter: QPainter, state: ParticipationState, box: QRectF, theme: Theme
) -> None:
    """Draw the chip of a state into a box; the word is cut short where the box is narrow."""
    ink, ground = (theme.colour(name) for name in STATE_COLOURS[state])
    font = theme.font("small")
    metrics = QFontMetrics(font)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    side = _sign_side(metrics)
    sign = QRectF(box.left() + CHIP_PADDING, box.center().y() - side / 2, side, side)
    _draw_sign(painter, state, sign, ink)
    words = box.adjusted(CHIP_PADDING + side + 6, 0, 2 - CHIP_PADDING, 0).toRect()
    text = metrics.elidedText(
        state_names()[state], Qt.TextElideMode.ElideRight, max(words.width(), 0)
    )
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(words, _LEFT, text)


def _sign_side(metrics: QFontMetrics) -> float:
    return metrics.ascent() * 0.8


def _draw_sign(painter: QPainter, state: ParticipationState, box: QRectF, colour: QColor) -> None:
    """Draw a circle, half a circle, an hourglass, a tick, two bars, a cross or a no-entry sign."""
    side = box.width()
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
        case ParticipationState.RESERVE:
            corners = ((0.2, 0.12), (0.8, 0.12), (0.2, 0.88), (0.8, 0.88), (0.2, 0.12))
            painter.drawPolyline([at(x, y) for x, y in corners])
        case ParticipationState.CONFIRMED:
            painter.drawPolyline([at(0.12, 0.55), at(0.4, 0.82), at(0.9, 0.22)])
        case ParticipationState.PAUSED:
            painter.drawLine(at(0.32, 0.18), at(0.32, 0.82))
            painter.drawLine(at(0.7, 0.18), at(0.7, 0.82))
        case ParticipationState.WITHDRAWN:
            painter.drawLine(at(0.2, 0.2), at(0.8, 0.8))
            painter.drawLine(at(0.8, 0.2), at(0.2, 0.8))
        case ParticipationState.REFUSED:
            painter.drawEllipse(ring)
            painter.drawLine(at(0.26, 0.5), at(0.74, 0.5))
