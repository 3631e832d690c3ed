"""Lines ready to be drawn: text in one font and colour after the other, from left to right."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, groupby, repeat
from typing import Final

from reportlab.pdfbase.ttfonts import TTFont

from revmentor_desktop.documents.fonts import font
from revmentor_desktop.documents.paragraphs import Piece, Word, break_lines, line_width, words_of
from revmentor_desktop.documents.reading_order import has_right_to_left, visual_order
from revmentor_desktop.documents.styles import WRITING_LINE, TextStyle
from revmentor_desktop.documents.wording import Run

BELOW_RULE: Final = 3.0
"""Space between a line to write on and what follows, in points."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Text in one font and colour, as drawn from left to right."""

    text: str
    font: TTFont
    colour: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line's ink, its width and height in points, and whether the rest is to write on.

    `is_rearranged` tells that its characters are not drawn in the order in which they are read.
    """

    inks: tuple[Ink, ...]
    width: float
    height: float
    to_write: bool = False
    is_rearranged: bool = False


@lru_cache(maxsize=4096)
def set_lines(runs: tuple[Run, ...], style: TextStyle, width: float) -> tuple[Line, ...]:
    """Return the lines that runs make within `width` points.

    Kept for the next time: the documents of a programme have most of their words in common.
    """
    lines = break_lines(words_of(runs, style), width, style)
    # Who reads the file aloud or copies it needs the spaces at which lines end, too.
    spaced = [line[0].space > 0 for line in lines[1:]]
    return tuple(map(_line, lines, repeat(style), chain(spaced, [False])))


def _line(words: Sequence[Word], style: TextStyle, has_space_after: bool) -> Line:
    to_write = bool(words) and words[-1].pieces[-1].to_write
    # A pen needs more room than letters do.
    height = max(style.leading, WRITING_LINE + BELOW_RULE) if to_write else style.leading
    pieces = _with_spaces(words, font("Inter", style.weight))
    inks = _inks(pieces)
    if has_space_after and inks:
        inks = (*inks[:-1], replace(inks[-1], text=f"{inks[-1].text} "))
    is_rearranged = any(_is_rearranged(ink.text) for ink in inks)
    return Line(inks, line_width(words), height, to_write, is_rearranged)


def _is_rearranged(text: str) -> bool:
    return not text.isascii() and (has_right_to_left(text) or any(map(unicodedata.combining, text)))


def _with_spaces(words: Sequence[Word], space_font: TTFont) -> list[Piece]:
    """Return the pieces of a line with the spaces between its words."""
    pieces: list[Piece] = []
    for at, word in enumerate(words):
        if at and word.space:
            before, after = pieces[-1], word.pieces[0]
            run = before.run if before.run == after.run else -1
            # Within words of one look the space has it, too: they are written in one go.
            face = before.font if before.font is after.font else space_font
            pieces.append(Piece(" ", face, before.colour, word.space, run))
        pieces.extend(word.pieces)
    return pieces


def _inks(pieces: Sequence[Piece]) -> tuple[Ink, ...]:
    """Bring pieces into the order in which they are drawn, neighbours of one look joined.

    What comes from one value keeps its reading direction to itself.
    """
    ordered: list[Ink] = []
    for _, value in groupby(pieces, key=lambda piece: piece.run):
        ordered.extend(_value_inks(list(value)))
    joined: list[Ink] = []
    for (face, colour), same in groupby(ordered, key=lambda ink: (ink.font, ink.colour)):
        text = "".join(ink.text for ink in same)
        if text:
            joined.append(Ink(text, face, colour))
    return tuple(joined)


def _value_inks(pieces: Sequence[Piece]) -> list[Ink]:
    whole = "".join(piece.text for piece in pieces)
    if not has_right_to_left(whole):
        return [Ink(piece.text, piece.font, piece.colour) for piece in pieces]
    tags = [number for number, piece in enumerate(pieces) for _ in piece.text]
    return [
        Ink(stretch.text, pieces[stretch.tag].font, pieces[stretch.tag].colour)
        for stretch in visual_order(whole, tags)
    ]
