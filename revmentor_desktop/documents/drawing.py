"""Lines of text and lines to write on, put onto the canvas."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.pdfbase.ttfonts import TTFont

from revmentor_desktop.documents.accents import (
    Cluster,
    accent_middle,
    accent_rise,
    clusters,
)
from revmentor_desktop.documents.canvas import PaperCanvas, number
from revmentor_desktop.documents.fields import LETTERS, add_text_field
from revmentor_desktop.documents.fonts import font
from revmentor_desktop.documents.lines import BELOW_RULE, Ink, Line, Lines
from revmentor_desktop.documents.paragraphs import HARD_SPACE, text_width
from revmentor_desktop.documents.styles import TextStyle

_HARD_SPACES: Final = re.compile(f"({HARD_SPACE}+)")
_TO_WRITE_ON: Final = "line to write on"
"""What screen readers call a line within a text."""


def draw_writing_line(canvas: PaperCanvas, left: float, right: float, y: float) -> None:
    """Draw a line to write on."""
    canvas.rule("control", 0.6, (left, y), (right, y))


def draw_lines(
    canvas: PaperCanvas,
    lines: Lines,
    style: TextStyle,
    place: tuple[float, float, float],
    shift: float = 0.0,
    asked: str = "",
) -> None:
    """Draw lines at `place`, (x, top, width) in points.

    `shift` is how much of the room that a line leaves stands at its left: from 0 to 1. With
    `asked` there is a field of that name over each line to write on.

    What writes them is kept with the lines: the papers of one file have most of theirs in common.
    """
    x, top, width = place
    key = (canvas.key, width, shift)
    if lines.written is None or lines.written[0] != key:
        lines.written = key, _parts(canvas, lines, style, width, shift)
    for part in lines.written[1]:
        if isinstance(part, _Rule):
            with canvas.picture(_TO_WRITE_ON, "Span"):
                draw_writing_line(canvas, x + part.left, x + part.right, top + part.y)
            if asked:
                # High enough that what is typed is as large as what is printed.
                height = max(style.leading, style.size / LETTERS + 1)
                over = (x + part.left, top + part.y + 0.5, part.right - part.left, height)
                add_text_field(canvas, asked, over, style.size)
        else:
            canvas.write(x + part.x, top + part.y, part.code)


@dataclass(frozen=True, slots=True)
class _Text:
    """What writes lines that begin at (x, y), counted from the top left corner of the first."""

    x: float
    y: float
    code: str


@dataclass(frozen=True, slots=True)
class _Rule:
    """A line to write on, counted from the same corner."""

    left: float
    right: float
    y: float


def _parts(
    canvas: PaperCanvas,
    lines: Sequence[Line],
    style: TextStyle,
    width: float,
    shift: float,
) -> tuple[_Text | _Rule, ...]:
    """Return what draws lines: texts, and the lines to write on between them."""
    parts: list[_Text | _Rule] = []
    pen = _Pen(canvas, style)
    # The letters stand in the middle of their line: what is left of the leading goes half below.
    descent = 0.5 * (style.leading - style.size) + 0.21 * style.size
    bottom = 0.0
    for line in lines:
        left = (width - line.width) * shift
        bottom -= line.height
        baseline = bottom + descent
        pen.line(line, left, baseline)
        if line.to_write:
            parts.extend(pen.text())
            rule = baseline - 2 if line.inks else bottom + BELOW_RULE
            parts.append(_Rule(left + line.width, width, rule))
            pen = _Pen(canvas, style)
    return (*parts, *pen.text())


class _Pen:
    """Writes lines of text, changing font and colour only where they change."""

    def __init__(self, canvas: PaperCanvas, style: TextStyle) -> None:
        self._canvas = canvas
        self._style = style
        self._tracking = style.tracking * style.size
        self._code: list[str] = []
        self._space = text_width(" ", font("Inter", style.weight), style.size)
        """All spaces are as wide as in the paragraph's own font, in which lines are measured."""
        self._widened = 0.0
        self._font: TTFont | None = None
        self._font_name = ""
        self._colour = ""
        self._start: tuple[float, float] | None = None
        self._reached = (0.0, 0.0)

    def line(self, line: Line, x: float, y: float) -> None:
        """Write one line with its first letter at x on the baseline y."""
        for at, ink in enumerate(line.inks):
            if at == 0 or ink.at is not None:
                self._move(x + (ink.at or 0.0), y)
            self._write(ink)

    def text(self) -> list[_Text]:
        """Return what was written, if anything was."""
        if self._start is None:
            return []
        if self._tracking:
            self._code.append("0 Tc")
        self._widen(0.0)
        return [_Text(*self._start, " ".join(self._code))]

    def _move(self, x: float, y: float) -> None:
        """Go on at (x, y): all but the first place is told from the one before."""
        if self._start is None:
            self._start = self._reached = (x, y)
            if self._tracking:
                self._code.append(f"{number(self._tracking)} Tc")
            return
        right, up = round(x - self._reached[0], 6), round(y - self._reached[1], 6)
        self._reached = (self._reached[0] + right, self._reached[1] + up)
        self._code.append(f"{number(right)} {number(up)} Td")

    def _write(self, ink: Ink) -> None:
        if ink.font is not self._font:
            self._font = ink.font
            self._widen(self._space - text_width(" ", ink.font, self._style.size))
        if ink.colour != self._colour:
            self._colour = ink.colour
            self._code.append(self._canvas.filling(ink.colour))
        if ink.text.isascii():
            self._show(ink.text, ink.font)
            return
        widened = self._widened
        for part in _HARD_SPACES.split(ink.text) if widened else (ink.text,):
            # A hard space is part of its word and measured with it, in the word's font.
            self._widen(0.0 if part.startswith(HARD_SPACE) else widened)
            if any(map(unicodedata.combining, part)):
                for cluster in clusters(part):
                    self._cluster(cluster, ink.font)
            else:
                self._show(part, ink.font)
        self._widen(widened)

    def _show(self, text: str, face: TTFont) -> None:
        """Write letters as they stand."""
        for name, codes in self._canvas.codes(face).shown(text) if text else ():
            if name != self._font_name:
                self._font_name = name
                self._code.append(f"{name} {number(self._style.size)} Tf")
            self._code.append(f"({codes}) Tj")

    def _widen(self, by: float) -> None:
        """Make each space wider than the font has it."""
        if by != self._widened:
            self._widened = by
            self._code.append(f"{number(by)} Tw")

    def _cluster(self, cluster: Cluster, face: TTFont) -> None:
        """Write letters; an accent goes back over its letter, by the space between characters."""
        size = self._style.size
        middles = [accent_middle(face.fontName, accent) for accent in cluster.accents]
        if not cluster.letters or not middles or None in middles:
            self._show(cluster.letters + cluster.accents, face)
            return
        half = face.stringWidth(cluster.letters, size) / 2
        ahead = [middle * size for middle in middles if middle is not None]
        self._space_letters(-half - ahead[0])
        self._show(cluster.letters, face)
        for at, accent in enumerate(cluster.accents):
            last = at == len(ahead) - 1
            to_next = half + self._tracking if last else -ahead[at + 1]
            self._space_letters(to_next + ahead[at] - face.stringWidth(accent, size))
            rise = accent_rise(cluster.letters, cluster.accents[:at], accent)
            self._code.append(f"{number(rise * size)} Ts")
            self._show(accent, face)
        self._code.append("0 Ts")
        self._space_letters(self._tracking)

    def _space_letters(self, by: float) -> None:
        """Put space between letters from here on."""
        self._code.append(f"{number(by)} Tc")
