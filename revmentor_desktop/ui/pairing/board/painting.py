"""How cards are drawn: frames, discs with initials, text, marks. Every text is drawn literally."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.ui.icons import icon_pixmap
from revmentor_desktop.ui.pairing.board.cards import Mark
from revmentor_desktop.ui.theme import Theme

DISC: Final = 34
PADDING: Final = 12
EDGE: Final = 4
RADIUS: Final = 9
GAP: Final = 8
"""Between two cards, and between two columns of text on one."""
_INSET: Final = 2
"""Room around a card for its focus ring."""
_MARK_PAD: Final = 8
_MARK_GAP: Final = 6
_BOX_RADIUS: Final = 5
_SIGNS: Final = {"ok": "✓ ", "warn": "! ", "bad": "✕ "}
LEFT: Final = Qt.AlignmentFlag.AlignLeft
RIGHT: Final = Qt.AlignmentFlag.AlignRight
CENTRE: Final = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True)
class Look:
    """The fonts of a card with their metrics, made once for a theme."""

    theme: Theme
    name_font: QFont
    small_font: QFont
    name: QFontMetrics
    small: QFontMetrics
    number_font: QFont
    number: QFontMetrics

    @classmethod
    def of(cls, theme: Theme) -> Look:
        """Measure the fonts of a theme."""
        name, small = theme.font("body", bold=True), theme.font("small")
        number = theme.font("heading", bold=True)
        metrics = QFontMetrics(name), QFontMetrics(small)
        return cls(theme, name, small, *metrics, number, QFontMetrics(number))

    @property
    def mark_height(self) -> int:
        """The height of a mark."""
        return self.small.height() + 5

    @property
    def head_height(self) -> int:
        """The height of the two lines beside a disc."""
        return max(DISC, self.name.height() + self.small.height())

    @property
    def item_height(self) -> int:
        """The height of a card with the gap below it."""
        inner = self.head_height + GAP + self.mark_height
        return inner + 2 * PADDING - 2 + 2 * _INSET + GAP - _INSET

    def card_in(self, item: QRect) -> QRect:
        """Return where the card's frame runs within the rectangle of its item."""
        return item.adjusted(_INSET, _INSET, -_INSET, _INSET - GAP)


class Brush:
    """Draws the parts of one card in the look of its theme."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self._painter = painter
        self._look = look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def colour(self, name: str) -> QColor:
        """Return a colour of the palette."""
        return self._look.theme.colour(name)

    def frame(
        self, rect: QRect, *, fill: str, line: str, width: float = 1.0, edge: str = ""
    ) -> None:
        """Draw a card's surface and border, with a coloured left edge when one is named."""
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect), RADIUS, RADIUS)
        self._painter.fillPath(path, self.colour(fill))
        if edge:
            self._painter.save()
            self._painter.setClipPath(path)
            self._painter.fillRect(
                QRect(rect.topLeft(), rect.bottomLeft() + QPoint(EDGE - 1, 0)), self.colour(edge)
            )
            self._painter.restore()
        # Filled as a ring: to draw it with a pen takes as long as all the rest of a card.
        inner = QRectF(rect).adjusted(width, width, -width, -width)
        path.addRoundedRect(inner, RADIUS - width, RADIUS - width)
        self._painter.fillPath(path, self.colour(line))

    def ring(self, rect: QRect) -> None:
        """Draw the focus ring around a card."""
        self._painter.setPen(QPen(self.colour("focus"), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)

    def disc(self, corner: QPoint, initials: str, role: Role) -> None:
        """Draw somebody's initials on a disc in the colours of their role."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self.colour(f"{role}_soft"))
        disc = QRect(corner.x(), corner.y(), DISC, DISC)
        self._painter.drawEllipse(disc)
        self._painter.setPen(self.colour(role))
        font = QFont(self._look.small_font)
        font.setWeight(QFont.Weight.DemiBold)
        self._painter.setFont(font)
        self._painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials)

    def name(self, rect: QRect, text: str, align: Qt.AlignmentFlag = LEFT) -> None:
        """Draw a name on one line, shortened at the end when it does not fit."""
        self._line(rect, text, "ink", self._look.name_font, self._look.name, align)

    def small(
        self, rect: QRect, text: str, colour: str = "muted", align: Qt.AlignmentFlag = LEFT
    ) -> None:
        """Draw a small line, shortened at the end when it does not fit."""
        self._line(rect, text, colour, self._look.small_font, self._look.small, align)

    def fit(self, rect: QRect, number: str, word: str, align: Qt.AlignmentFlag = CENTRE) -> int:
        """Draw a fit, the number large and the word after it small; return where that ends."""
        look = self._look
        wide, beside = look.number.horizontalAdvance(number), look.small.horizontalAdvance(word)
        spare = rect.width() - wide - beside - _MARK_GAP // 2
        x = rect.left() + (spare // 2 if align == CENTRE else spare)
        self._line(
            QRect(x, rect.top(), wide + 2, rect.height()),
            number,
            "brand",
            look.number_font,
            look.number,
            LEFT,
        )
        x += wide + _MARK_GAP // 2
        self.small(QRect(x, rect.top() + 1, beside + 2, rect.height()), word)
        return x + beside

    def icon(self, corner: QPoint, name: str, colour: str, size: int) -> None:
        """Draw an icon in a colour of the palette."""
        ratio = self._painter.device().devicePixelRatioF()
        self._painter.drawPixmap(corner, icon_pixmap(name, colour, size, ratio))

    def number_box(self, rect: QRect, number: str) -> None:
        """Draw a box to tick; ticked, it holds a number."""
        outline = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        self._painter.setPen(QPen(self.colour("brand" if number else "control"), 1))
        self._painter.setBrush(self.colour("brand" if number else "surface"))
        self._painter.drawRoundedRect(outline, _BOX_RADIUS, _BOX_RADIUS)
        if number:
            self._painter.setFont(self._look.name_font)
            self._painter.setPen(self.colour("brand_ink"))
            self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, number)

    def reason(self, rect: QRect, text: str) -> None:
        """Draw why a card is refused: a sign, then words on as many lines as fit."""
        look = self._look
        size = min(15, look.small.height())
        self.icon(
            QPoint(rect.left(), rect.top() + (look.small.height() - size) // 2), "ban", "bad", size
        )
        inner = rect.adjusted(size + 5, 0, 0, 0)
        self._painter.setFont(look.small_font)
        self._painter.setPen(self.colour("bad"))
        lines = broken_into_lines(
            text, look.small_font, inner.width(), max(1, inner.height() // look.small.height())
        )
        for at, line in enumerate(lines):
            where = QRect(
                inner.left(),
                inner.top() + at * look.small.height(),
                inner.width(),
                look.small.height(),
            )
            self._painter.drawText(where, LEFT | Qt.AlignmentFlag.AlignVCenter, line)

    def marks(self, rect: QRect, marks: Sequence[Mark], align: Qt.AlignmentFlag = LEFT) -> None:
        """Draw as many marks as fit side by side; "+2" says how many more there are."""
        drawn = self.fitting(marks, rect.width())
        total = sum(width for _, width in drawn) + _MARK_GAP * max(0, len(drawn) - 1)
        x = rect.left() + ((rect.width() - total) // 2 if align == CENTRE else 0)
        for mark, width in drawn:
            self._mark(QRect(x, rect.top(), width, self._look.mark_height), mark)
            x += width + _MARK_GAP

    def fitting(self, marks: Sequence[Mark], room: int) -> list[tuple[Mark, int]]:
        """Return the marks that fit with their widths; the first one is shortened at need."""
        chosen: list[tuple[Mark, int]] = []
        used = 0
        for at, mark in enumerate(marks):
            width = self._mark_width(mark.text, mark.kind)
            left = len(marks) - at - 1
            more = self._mark_width(f"+{left}", "neutral") + _MARK_GAP if left else 0
            if chosen and used + width + more > room:
                rest = Mark(f"+{len(marks) - at}", "neutral")
                chosen.append((rest, self._mark_width(rest.text, rest.kind)))
                break
            width = min(width, room - used - more)
            chosen.append((mark, width))
            used += width + _MARK_GAP
        return chosen

    def _mark_width(self, text: str, kind: str) -> int:
        said = _SIGNS.get(kind, "") + text
        return self._look.small.horizontalAdvance(said) + 2 * _MARK_PAD

    def _mark(self, rect: QRect, mark: Mark) -> None:
        soft = "neutral_soft" if mark.kind == "neutral" else f"{mark.kind}_soft"
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self.colour(soft))
        radius = rect.height() / 2
        self._painter.drawRoundedRect(QRectF(rect), radius, radius)
        inner = rect.adjusted(_MARK_PAD, 0, -_MARK_PAD + 2, 0)
        colour = "ink" if mark.kind == "neutral" else mark.kind
        self.small(inner, _SIGNS.get(mark.kind, "") + mark.text, colour)

    def _line(
        self,
        rect: QRect,
        text: str,
        colour: str,
        font: QFont,
        metrics: QFontMetrics,
        align: Qt.AlignmentFlag,
    ) -> None:
        self._painter.setFont(font)
        self._painter.setPen(self.colour(colour))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        # A name written from right to left stays on its side of the card.
        fixed = align | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(rect, fixed, shown)


def broken_into_lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Return `text` on at most that many lines of `width` pixels; the last may be shortened."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid() and len(starts) <= most:
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        starts.append(line.textStart())
    layout.endLayout()
    shown = starts[:most]
    ends = [*shown[1:], len(text) if len(starts) <= most else None]
    lines = [text[start:end].rstrip() for start, end in zip(shown, ends, strict=True)]
    if lines:
        metrics = QFontMetrics(font)
        lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return lines
