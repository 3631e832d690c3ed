"""Lines of text and lines to write on, put onto the canvas."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from revmentor_desktop.documents.accents import (
    Cluster,
    accent_middle,
    accent_rise,
    clusters,
)
from revmentor_desktop.documents.fonts import font
from revmentor_desktop.documents.paragraphs import BELOW_RULE, Piece, Word, line_height, line_width
from revmentor_desktop.documents.reading_order import has_right_to_left, visual_order
from revmentor_desktop.documents.styles import TextStyle, colour


def draw_writing_line(canvas: Canvas, left: float, right: float, y: float) -> None:
    """Draw a line to write on."""
    canvas.setStrokeColor(colour("control"))
    canvas.setLineWidth(0.6)
    canvas.line(left, y, right, y)


def draw_lines(
    canvas: Canvas,
    lines: Sequence[Sequence[Word]],
    style: TextStyle,
    place: tuple[float, float, float],
    right_aligned: bool = False,
) -> None:
    """Draw lines of words at `place`, (x, top, width) in points."""
    x, top, width = place
    pen = _Pen(canvas, style)
    # The letters stand in the middle of their line: what is left of the leading goes half below.
    descent = 0.5 * (style.leading - style.size) + 0.21 * style.size
    bottom = top
    for line in lines:
        left = x + width - line_width(line) if right_aligned else x
        bottom -= line_height(line, style)
        baseline = bottom + descent
        pen.line(line, left, baseline)
        if line and line[-1].pieces[-1].to_write:
            start = left + line_width(line)
            alone = len(line) == 1
            rule = bottom + BELOW_RULE if alone else baseline - 2
            draw_writing_line(canvas, start, x + width, rule)
    pen.finish()


class _Pen:
    """Writes pieces of text, changing font and colour only where they change."""

    def __init__(self, canvas: Canvas, style: TextStyle) -> None:
        self._canvas = canvas
        self._style = style
        self._text: PDFTextObject = canvas.beginText()
        self._text.setCharSpace(style.tracking * style.size)
        self._font = ""
        self._colour = ""

    def line(self, words: Sequence[Word], x: float, y: float) -> None:
        """Write one line with its first letter at x on the baseline y."""
        self._text.setTextOrigin(x, y)
        pieces = _with_spaces(words, font("Inter", self._style.weight))
        for _, value in groupby(pieces, key=lambda piece: piece.run):
            self._value(list(value))

    def _value(self, pieces: Sequence[Piece]) -> None:
        """Write what comes from one value: its reading direction touches nothing else."""
        whole = "".join(piece.text for piece in pieces)
        if not has_right_to_left(whole):
            for piece in pieces:
                self._write(piece.text, piece)
            return
        tags = [number for number, piece in enumerate(pieces) for _ in piece.text]
        for stretch in visual_order(whole, tags):
            self._write(stretch.text, pieces[stretch.tag])

    def _write(self, text: str, piece: Piece) -> None:
        if piece.font.fontName != self._font:
            self._font = piece.font.fontName
            self._text.setFont(self._font, self._style.size)
        if piece.colour != self._colour:
            self._colour = piece.colour
            self._text.setFillColor(colour(piece.colour))
        if text.isascii():
            self._text.textOut(text)
            return
        for cluster in clusters(text):
            self._cluster(cluster, piece.font)

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
        """Put the text onto the page."""
        self._text.setCharSpace(0)
        self._canvas.drawText(self._text)


def _with_spaces(words: Sequence[Word], space_font: TTFont) -> list[Piece]:
    """Return the pieces of a line with the spaces between its words, neighbours joined."""
    pieces: list[Piece] = []
    for at, word in enumerate(words):
        if at and word.space:
            before, after = pieces[-1], word.pieces[0]
            run = before.run if before.run == after.run else -1
            _append(pieces, Piece(" ", space_font, before.colour, word.space, run))
        for piece in word.pieces:
            _append(pieces, piece)
    return pieces


def _append(pieces: list[Piece], piece: Piece) -> None:
    last = pieces[-1] if pieces else None
    if last and (last.font, last.colour, last.run) == (piece.font, piece.colour, piece.run):
        width = last.width + piece.width
        pieces[-1] = Piece(last.text + piece.text, last.font, last.colour, width, last.run)
    elif not piece.to_write:
        pieces.append(piece)
