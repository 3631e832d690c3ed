"""How a cell of the table of people is painted: initials, chips, one line of plain text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.services.people.register import RegisterEntry
from revmentor_desktop.ui.people.columns import OWN, columns
from revmentor_desktop.ui.people.model import ENTRY_ROLE, Index
from revmentor_desktop.ui.people.signs import CHIP_PADDING, draw_state_chip, state_chip_size
from revmentor_desktop.ui.roles import role_names
from revmentor_desktop.ui.theme import Theme

PADDING: Final = 10
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ELIDE: Final = Qt.TextElideMode.ElideRight
ROLE_COLOURS: Final = {
    Role.MENTOR: ("mentor", "mentor_soft"),
    Role.MENTEE: ("mentee", "mentee_soft"),
}


class PersonDelegate(QStyledItemDelegate):
    """Paints the cells without the style sheet, which would be too slow for a scrolling table."""

    def __init__(self, view: QTableView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._keys = [column.key for column in columns()]
        self.take_fonts()

    def take_fonts(self) -> None:
        """Take the theme's fonts again, after it has changed."""
        self._body = self._theme.font("body")
        self._bold = self._theme.font("body", bold=True)
        self._small = self._theme.font("small")
        self._tiny = self._theme.font("small", bold=True)
        self._tiny.setPointSizeF(self._tiny.pointSizeF() * 0.88)

    def line_height(self) -> int:
        """Return how high a line of text is, in logical pixels."""
        return QFontMetrics(self._body).height()

    def row_height(self) -> int:
        """Return how high a row is, in logical pixels."""
        return max(36, self.line_height() + 18)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        key = self._key(index)
        entry: RegisterEntry = index.data(ENTRY_ROLE)
        font = self._bold if key == "name" else self._body
        width = QFontMetrics(font).horizontalAdvance(index.data()) + 2 * PADDING
        if key == "name":
            width += self._avatar_side() + 8
        elif key in {"role", "state"} and entry.participation is not None:
            width += 2 * CHIP_PADDING + 16
        return QSize(width + 4, self.row_height())

    def _key(self, index: Index) -> str:
        # Behind the columns of every programme stand those of own fields, all painted alike.
        return self._keys[index.column()] if index.column() < len(self._keys) else OWN

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        self._paint_ground(painter, option, index, rect)
        entry: RegisterEntry = index.data(ENTRY_ROLE)
        cell = rect.adjusted(PADDING, 0, -PADDING, 0)
        match self._key(index):
            case "name":
                self._paint_name(painter, cell, entry)
            case "role" if entry.participation is not None:
                role = entry.participation.role
                self._paint_chip(painter, cell, role_names()[role], ROLE_COLOURS[role])
            case "state" if entry.participation is not None:
                self._paint_state(painter, cell, entry.participation.state)
            case key:
                muted = key in {"role", "missing"} or (key == "partners" and not entry.partners)
                colour = "muted" if muted else "ink"
                self._paint_text(painter, cell, index.data(), self._body, colour)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, rect: QRect
    ) -> None:
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self._colour("brand_soft" if chosen else "surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._colour("line"))
        current = self._view.currentIndex()
        if self._view.hasFocus() and current.isValid() and current.row() == index.row():
            # The row that the keys act on shows itself across all its cells.
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), self._colour("focus"))
            painter.fillRect(
                QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), self._colour("focus")
            )

    def _paint_name(self, painter: QPainter, cell: QRect, entry: RegisterEntry) -> None:
        side = self._avatar_side()
        circle = QRectF(cell.left(), cell.center().y() - side / 2 + 0.5, side, side)
        part = entry.participation
        ink, ground = ROLE_COLOURS[part.role] if part else ("muted", "neutral_soft")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(ground))
        painter.drawEllipse(circle)
        painter.setFont(self._tiny)
        painter.setPen(self._colour(ink))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, entry.person.initials)
        words = cell.adjusted(side + 8, 0, 0, 0)
        first = entry.person.first_name
        if first and entry.person.last_name:
            first += " "
        left = self._paint_text(painter, words, first, self._body, "ink")
        words.setLeft(words.left() + left)
        self._paint_text(painter, words, entry.person.last_name, self._bold, "ink")

    def _paint_state(self, painter: QPainter, cell: QRect, state: ParticipationState) -> None:
        size = state_chip_size(self._small, state)
        top = cell.center().y() - size.height() / 2 + 0.5
        box = QRectF(cell.left(), top, min(size.width(), cell.width()), size.height())
        draw_state_chip(painter, state, box, self._theme)

    def _paint_chip(
        self, painter: QPainter, cell: QRect, text: str, colours: tuple[str, str]
    ) -> None:
        """Paint a word in a rounded field."""
        metrics = QFontMetrics(self._small)
        height = metrics.height() + 4
        width = metrics.horizontalAdvance(text) + 2 * CHIP_PADDING
        top = cell.center().y() - height / 2 + 0.5
        chip = QRectF(cell.left(), top, min(width, cell.width()), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(colours[1]))
        painter.drawRoundedRect(chip, height / 2, height / 2)
        inner = chip.adjusted(CHIP_PADDING, 0, 2 - CHIP_PADDING, 0).toRect()
        self._paint_text(painter, inner, text, self._small, colours[0])

    def _paint_text(
        self, painter: QPainter, cell: QRect, text: str, font: QFont, colour: str
    ) -> int:
        """Paint one line, elided where there is no room; return how wide it came out."""
        if not text or cell.width() <= 0:
            return 0
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text.replace("\n", " "), _ELIDE, cell.width())
        painter.setFont(font)
        painter.setPen(QPen(self._colour(colour)))
        painter.drawText(cell, int(_LEFT | Qt.TextFlag.TextSingleLine), shown)
        return metrics.horizontalAdvance(shown)

    def _avatar_side(self) -> int:
        return max(24, self.line_height() + 7)

    def _colour(self, name: str) -> QColor:
        return self._theme.colour(name)
