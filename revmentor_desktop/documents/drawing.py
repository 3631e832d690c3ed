"""Lines of text and lines to write on, put onto the canvas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.textobject import PDFTextObject

from revmentor_desktop.documents.accents import (
    Cluster,
    accent_middle,
    accent_rise,
    clusters,
)
from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.fonts import font
from revmentor_desktop.documents.lines import BELOW_RULE, Ink, Line
from revmentor_desktop.documents.paragraphs import HARD_SPACE, text_width
from revmentor_desktop.documents.styles import TextStyle

_HARD_SPACES: Final = re.compile(f"({HARD_SPACE}+)")
_TO_WRITE_ON: Final = "line to write on"
"""What screen readers call a line within a text."""


def draw_writing_line(canvas: PaperCanvas, left: float, right: float, y: float) -> None:
    """Draw a line to write on."""
    canvas.stroke_in("control")
    canvas.setLineWidth(0.6)
    canvas.line(left, y, right, y)


def draw_lines(
    canvas: PaperCanvas,
    lines: Sequence[Line],
    style: TextStyle,
    place: tuple[float, float, float],
    right_aligned: bool = False,
) -> None:
    """Draw lines at `place`, (x, top, width) in points."""
    x, top, width = place
    pen = _Pen(canvas, style)
    # The letters stand in the middle of their line: what is left of the leading goes half below.
    descent = 0.5 * (style.leading - style.size) + 0.21 * style.size
    bottom = top
    for line in lines:
        left = x + width - line.width if right_aligned else x
        bottom -= line.height
        baseline = bottom + descent
        pen.line(line, left, baseline)
        if line.to_write:
            pen.finish()
            rule = baseline - 2 if line.inks else bottom + BELOW_RULE
            with canvas.picture(_TO_WRITE_ON, "Span"):
                draw_writing_line(canvas, left + line.width, x + width, rule)
            pen = _Pen(canvas, style)
    pen.finish()


class _Pen:
    """Writes lines of text, changing font and colour only where they change."""

    def __init__(self, canvas: PaperCanvas, style: TextStyle) -> None:
        self._canvas = canvas
        self._style = style
        self._text: PDFTextObject = canvas.beginText()
        self._text.setCharSpace(style.tracking * style.size)
        self._space = text_width(" ", font("Inter", style.weight), style.size)
        """All spaces are as wide as in the paragraph's own font, in which lines are measured."""
        self._widened = 0.0
        self._font = ""
        self._colour = ""

    def line(self, line: Line, x: float, y: float) -> None:
        """Write one line with its first letter at x on the baseline y."""
        self._text.setTextOrigin(x, y)
        for ink in line.inks:
            if ink.at is not None:
                self._text.setTextOrigin(x + ink.at, y)
            self._write(ink)

    def _write(self, ink: Ink) -> None:
        if ink.font.fontName != self._font:
            self._font = ink.font.fontName
            self._text.setFont(self._font, self._style.size)
            self._widen(self._space - text_width(" ", ink.font, self._style.size))
        if ink.colour != self._colour:
            self._colour = ink.colour
            self._canvas.fill_in(ink.colour, self._text)
        if ink.text.isascii():
            self._text.textOut(ink.text)
            return
        widened = self._widened
        for part in _HARD_SPACES.split(ink.text) if widened else (ink.text,):
            # A hard space is part of its word and measured with it, in the word's font.
            self._widen(0.0 if part.startswith(HARD_SPACE) else widened)
            for cluster in clusters(part):
                self._cluster(cluster, ink.font)
        self._widen(widened)

    def _widen(self, by: float) -> None:
        """Make each space wider than the font has it."""
        if by != self._widened:
            self._widened = by
            self._text.setWordSpace(by)

    def _cluster(self, cluster: Cluster, face: TTFont) -> None:
        """Write letters; an accent goes back over its letter, by the space between characters."""
        size, tracking = self._style.size, self._style.tracking * self._style.size
        middles = [accent_middle(face.fontName, accent) for accent in cluster.accents]
        if not cluster.letters or not middles or None in middles:
            self._text.textOut(cluster.letters + cluster.accents)
            return
        half = face.stringWidth(cluster.letters, size) / 2
        ahead = [middle * size for middle in middles if middle is not None]
        self._text.setCharSpace(-half - ahead[0])
        self._text.textOut(cluster.letters)
        for at, accent in enumerate(cluster.accents):
            last = at == len(ahead) - 1
            to_next = half + tracking if last else -ahead[at + 1]
            self._text.setCharSpace(to_next + ahead[at] - face.stringWidth(accent, size))
            rise = accent_rise(cluster.letters, cluster.accents[:at], accent)
            self._text.setRise(rise * size)
            self._text.textOut(accent)
        self._text.setRise(0)
        self._text.setCharSpace(tracking)

    def finish(self) -> None:
        """Put the text onto the page, if there is any."""
        if self._font:
            self._text.setCharSpace(0)
            self._widen(0.0)
            self._canvas.drawText(self._text)
