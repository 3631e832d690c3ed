"""Lines ready to be drawn: text in one font and colour after the other, from left to right."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain, groupby, repeat
from typing import Any, Final

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


class Line:
    """A line of words: its height in points, and whether the rest of it is to write on.

    Its ink is worked out when it is drawn: pages are measured more often than that.
    """

    def __init__(self, words: Sequence[Word], style: TextStyle, has_space_after: bool) -> None:
        self.to_write = bool(words) and words[-1].pieces[-1].to_write
        # A pen needs more room than letters do.
        lowest = WRITING_LINE + BELOW_RULE if self.to_write else 0.0
        self.height = max(style.leading, lowest)
        self._words = words
        self._style = style
        self._has_space_after = has_space_after

    @cached_property
    def width(self) -> float:
        """How far its words reach, in points."""
        return line_width(self._words)

    @cached_property
    def inks(self) -> tuple[Ink, ...]:
        """Its ink from left to right, in the order in which it is read."""
        inks = _inks(self._words, self._style)
        if not self._has_space_after or not inks:
            return tuple(inks)
        last = inks[-1]
        # At the end of the line, wherever the letter stands that is read last.
        at = self.width if any(ink.at is not None for ink in inks) else None
        if at:
            return (*inks, Ink(" ", last.font, last.colour, at))
        return (*inks[:-1], replace(last, text=f"{last.text} "))

    @cached_property
    def is_rearranged(self) -> bool:
        """Whether readers may find its characters otherwise than they were written."""
        return any(_is_rearranged(ink.text) for ink in self.inks)


class Lines(tuple[Line, ...]):
    """Lines below one another; what follows from them is worked out once."""

    written: tuple[object, Sequence[Any]] | None = None
    """What draws them in one file, by what that file is known by."""

    @cached_property
    def height(self) -> float:
        """The sum of their heights, in points."""
        return sum(line.height for line in self)

    @cached_property
    def is_rearranged(self) -> bool:
        """Whether readers may find characters otherwise than they were written."""
        return any(line.is_rearranged for line in self)


@lru_cache(maxsize=4096)
def set_lines(runs: tuple[Run, ...], style: TextStyle, width: float) -> Lines:
    """Return the lines that runs make within `width` points.

    Kept for the next time: the documents of a programme have most of their words in common.
    """
    lines = break_lines(words_of(runs, style), width, style)
    # Who reads the file aloud or copies it needs the spaces at which lines end, too.
    spaced = [line[0].space > 0 for line in lines[1:]]
    return Lines(map(Line, lines, repeat(style), chain(spaced, [False])))


def _is_rearranged(text: str) -> bool:
    return not text.isascii() and (has_right_to_left(text) or any(map(unicodedata.combining, text)))


def _inks(words: Sequence[Word], style: TextStyle) -> list[Ink]:
    """Return the ink of words and of the spaces between them, neighbours of one look joined."""
    space_font = font("Inter", style.weight)
    if any(piece.value for word in words for piece in word.pieces):
        return _turned_inks(_with_spaces(words, space_font), style)
    inks: list[Ink] = []
    texts: list[str] = []
    face, colour = space_font, ""

    def ink(text: str, its_font: TTFont, its_colour: str) -> None:
        nonlocal face, colour
        if its_font is not face or its_colour != colour:
            if texts:
                inks.append(Ink("".join(texts), face, colour))
                texts.clear()
            face, colour = its_font, its_colour
        texts.append(text)

    for at, word in enumerate(words):
        if at and word.space:
            # Within words of one look the space has it, too: they are written in one go.
            ink(" ", face if word.pieces[0].font is face else space_font, colour)
        for piece in word.pieces:
            if piece.text:
                ink(piece.text, piece.font, piece.colour)
    if texts:
        inks.append(Ink("".join(texts), face, colour))
    return inks


def _with_spaces(words: Sequence[Word], space_font: TTFont) -> list[Piece]:
    """Return the pieces of a line with the spaces between its words."""
    pieces: list[Piece] = []
    for at, word in enumerate(words):
        if at and word.space:
            before, after = pieces[-1], word.pieces[0]
            value = before.value if before.value == after.value else 0
            face = before.font if before.font is after.font else space_font
            pieces.append(Piece(" ", face, before.colour, word.space, value))
        pieces.extend(word.pieces)
    return pieces


def _turned_inks(pieces: Sequence[Piece], style: TextStyle) -> list[Ink]:
    """Return the ink of pieces of which some are read from right to left.

    What comes from one value keeps its reading direction to itself.
    """
    inks: list[Ink] = []
    reached, has_turned = 0.0, False
    for value, neighbours in groupby(pieces, key=lambda piece: piece.value):
        own = list(neighbours)
        if value and has_right_to_left("".join(piece.text for piece in own)):
            inks.extend(_turned(own, reached, style))
            reached, has_turned = reached + sum(piece.width for piece in own), True
            continue
        for piece in own:
            at = reached if has_turned else None
            _append(inks, Ink(piece.text, piece.font, piece.colour, at))
            reached, has_turned = reached + piece.width, False
    return inks


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
