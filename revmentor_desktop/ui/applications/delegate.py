"""How an applicant looks in the list: initials, name, role and day, and what became of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from revmentor_desktop.domain.applications import Applicant
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.ui.applications.model import APPLICANT_ROLE, Index
from revmentor_desktop.ui.applications.words import received_words, state_kind, state_word
from revmentor_desktop.ui.roles import role_names
from revmentor_desktop.ui.theme import Theme

_ROLE_COLOURS: Final = {
    Role.MENTOR: ("mentor", "mentor_soft"),
    Role.MENTEE: ("mentee", "mentee_soft"),
}
_PADDING: Final = 12
_GAP: Final = 3
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ApplicantDelegate(QStyledItemDelegate):
    """Paints the rows of an `ApplicantsModel`."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self.take_fonts()
        theme.changed.connect(self.take_fonts)

    def take_fonts(self) -> None:
        """Take on the fonts of the theme."""
        self._name = self._theme.font("body", bold=True)
        self._small = self._theme.font("small")
        self._view.doItemsLayout()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._name_height() + self._small_height() + _GAP + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Applicant = index.data(APPLICANT_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, option)
        inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        side = min(inner.height(), 34)
        circle = QRectF(inner.left(), inner.center().y() - side / 2 + 0.5, side, side)
        self._paint_initials(painter, circle, one)
        room = inner.adjusted(side + 10, 0, 0, 0)
        chip_left = self._paint_chip(painter, room, one)
        name = QRect(room.topLeft(), QPoint(chip_left - 8, room.top() + self._name_height()))
        self._text(painter, name, one.person.full_name, "ink", bold=True)
        below = QRect(
            QPoint(room.left(), name.bottom() + _GAP), QPoint(room.right(), inner.bottom())
        )
        role = role_names()[one.participation.role]
        self._text(painter, below, f"{role} · {received_words(one)}", "muted")
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            self._fill(painter, rect, "brand_soft")
        elif state & QStyle.StateFlag.State_MouseOver:
            self._fill(painter, rect, "hover")
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), 5, 5)

    def _fill(self, painter: QPainter, rect: QRect, colour: str) -> None:
        # Round and a little smaller than the row: the list's frame is round at its corners too.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(colour))
        painter.drawRoundedRect(QRectF(rect).adjusted(3, 3, -3, -4), 6, 6)

    def _paint_initials(self, painter: QPainter, circle: QRectF, one: Applicant) -> None:
        ink, ground = _ROLE_COLOURS[one.participation.role]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(ground))
        painter.drawEllipse(circle)
        painter.setFont(self._small)
        painter.setPen(self._colour(ink))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, one.person.initials)

    def _paint_chip(self, painter: QPainter, room: QRect, one: Applicant) -> int:
        """Paint what became of the application at the right; return where that begins."""
        text = state_word(one.participation.state)
        metrics = QFontMetrics(self._small)
        width = metrics.horizontalAdvance(text) + 18
        box = QRectF(room.right() - width, room.top() - 1, width, metrics.height() + 4)
        kind = state_kind(one.participation.state)
        ink, ground = ("muted", "neutral_soft") if kind == "neutral" else (kind, f"{kind}_soft")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(ground))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self._small)
        painter.setPen(self._colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return round(box.left())

    def _text(
        self, painter: QPainter, room: QRect, text: str, colour: str, *, bold: bool = False
    ) -> None:
        painter.setFont(self._name if bold else self._small)
        painter.setPen(self._colour(colour))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, max(room.width(), 0)
        )
        painter.drawText(room, _MIDDLE, shown)

    def _colour(self, name: str) -> QColor:
        return self._theme.colour(name)

    def _name_height(self) -> int:
        return QFontMetrics(self._name).height()

    def _small_height(self) -> int:
        return QFontMetrics(self._small).height()
