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
from revmentor_desktop.documents.paragraphs import (
    Piece,
    Word,
    break_lines,
    line_width,
    text_width,
    words_of,
)
from revmentor_desktop.documents.reading_order import has_right_to_left, visual_order
from revmentor_desktop.documents.styles import WRITING_LINE, TextStyle
from revmentor_desktop.documents.wording import Run

BELOW_RULE: Final = 3.0
"""Space between a line to write on and what follows, in points."""
_HAIR: Final = 0.001


@dataclass(frozen=True, slots=True)
class Ink:
    """Text in one font and colour, as drawn from left to right.

    `at` says how far from the line's beginning it stands, in points; None: where the last ends.
    """

    text: str
    font: TTFont
    colour: str
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line's ink, its width and height in points, and whether the rest is to write on.

    `is_rearranged` tells that readers may find its characters otherwise than they were written.
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
    inks = _inks(pieces, style)
    if has_space_after and inks:
        last = inks[-1]
        # At the end of the line, wherever the letter stands that is read last.
        at = line_width(words) if any(ink.at is not None for ink in inks) else None
        space = Ink(" ", last.font, last.colour, at)
        inks = (*inks, space) if at else (*inks[:-1], replace(last, text=f"{last.text} "))
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


def _inks(pieces: Sequence[Piece], style: TextStyle) -> tuple[Ink, ...]:
    """Return the ink of pieces in the order in which they are read, neighbours of one look joined.

    What comes from one value keeps its reading direction to itself.
    """
    inks: list[Ink] = []
    reached, has_turned = 0.0, False
    for _, value in groupby(pieces, key=lambda piece: piece.run):
        own = list(value)
        if has_right_to_left("".join(piece.text for piece in own)):
            inks.extend(_turned(own, reached, style))
            reached, has_turned = reached + sum(piece.width for piece in own), True
            continue
        for piece in own:
            at = reached if has_turned else None
            _append(inks, Ink(piece.text, piece.font, piece.colour, at))
            reached, has_turned = reached + piece.width, False
    return tuple(inks)


def _append(inks: list[Ink], ink: Ink) -> None:
    """Add ink to a line, in one with the last where that looks the same."""
    last = inks[-1] if inks else None
    if last and ink.at is None and (last.font, last.colour) == (ink.font, ink.colour):
        inks[-1] = replace(last, text=last.text + ink.text)
    elif ink.text:
        inks.append(ink)


def _turned(pieces: Sequence[Piece], start: float, style: TextStyle) -> list[Ink]:
    """Return a value with letters from right to left: each where it stands, in reading order.

    Whoever follows the file from its beginning to its end then reads it in order.
    """
    size, tracking = style.size, style.tracking
    letters = [(letter, piece) for piece in pieces for letter in piece.text]
    widths = [
        piece.width if letter == " " else text_width(letter, piece.font, size, tracking)
        for letter, piece in letters
    ]
    places: dict[int, tuple[str, float]] = {}
    whole = "".join(letter for letter, _ in letters)
    for stretch in visual_order(whole, list(range(len(whole)))):
        places[stretch.tag] = (stretch.text, start)
        start += widths[stretch.tag]
    inks: list[Ink] = []
    end = -1.0
    for number, (_, piece) in enumerate(letters):
        text, at = places[number]
        goes_on = abs(at - end) < _HAIR
        _append(inks, Ink(text, piece.font, piece.colour, None if goes_on else at))
        end = at + widths[number]
    return inks
