"""What the lists of papers paint alike: a line of text, a chip, and how a paper stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from revmentor_desktop.services.documents.issued import Issued
from revmentor_desktop.system.dates import MONTHS, short_date
from revmentor_desktop.ui.theme import Theme

_CHIP_PADDING: Final = 9
_LEFT: Final = int(
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a paper stands: in two words for its chip, in a sentence for its tip, and a colour."""

    words: str
    sentence: str
    kind: str


def standing(unprintable: str, issued: Issued | None) -> Standing:
    """Return how a paper stands; what cannot be printed comes first."""
    if unprintable:
        words = _tr("Cannot print {0}").format(" ".join(unprintable))
        return Standing(words, words, "warn")
    if issued is None:
        return Standing(_tr("Not issued yet"), _tr("Not printed or saved yet."), "neutral")
    day = short_date(issued.issued_on)
    if issued.is_old:
        sentence = _tr("Issued on {0} with the old wording; it has changed since.").format(day)
        return Standing(_tr("Old wording issued"), sentence, "warn")
    said = f"{issued.issued_on.day} {MONTHS[issued.issued_on.month - 1][:3]}"
    sentence = _tr("Last printed or saved on {0}, and nothing has changed since.").format(day)
    return Standing(_tr("Issued {0}").format(said), sentence, "ok")


def paint_text(
    painter: QPainter, theme: Theme, cell: QRect, text: str, colour: str, font: QFont | None = None
) -> int:
    """Paint one line, elided where there is no room; return how wide it came out."""
    font = font or theme.font("body")
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(cell.width(), 0))
    painter.setFont(font)
    painter.setPen(QPen(theme.colour(colour)))
    painter.drawText(cell, _LEFT, shown)
    return metrics.horizontalAdvance(shown)


def chip_width(theme: Theme, text: str) -> int:
    """Return how wide a chip with that text is."""
    return QFontMetrics(theme.font("small")).horizontalAdvance(text) + 2 * _CHIP_PADDING


def paint_chip(painter: QPainter, theme: Theme, cell: QRect, text: str, kind: str) -> None:
    """Paint a chip at the left of a cell, in the middle of its height."""
    font = theme.font("small")
    height = QFontMetrics(font).height() + 4
    width = min(chip_width(theme, text), cell.width())
    chip = QRectF(cell.left(), cell.center().y() - height / 2 + 0.5, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{kind}_soft"))
    painter.drawRoundedRect(chip, height / 2, height / 2)
    inner = chip.adjusted(_CHIP_PADDING, 0, 2 - _CHIP_PADDING, 0).toRect()
    paint_text(painter, theme, inner, text, "muted" if kind == "neutral" else kind, font)


def _tr(words: str) -> str:
    return QCoreApplication.translate("documents", words)
