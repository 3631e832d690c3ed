"""Words and where lines end: set by ourselves, because values must never be read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from reportlab.pdfbase.ttfonts import TTFont

from revmentor_desktop.documents.accents import without_accents
from revmentor_desktop.documents.fonts import Weight, font, font_spans, printable
from revmentor_desktop.documents.reading_order import has_right_to_left
from revmentor_desktop.documents.styles import TextStyle
from revmentor_desktop.documents.wording import Run

_LEAST_TO_WRITE: Final = 0.5
_LEAST_AFTER_TEXT: Final = 0.6
"""A line to write on takes at least this part of the measure, or a line of its own: after a few
words on the first line, or after text, which it would hold apart for the pen."""

HARD_SPACE: Final = "\u00a0"

_QUOTE_AND_LETTER: Final = 2
_BREAK_AFTER: Final = re.compile(r"(?<=[^\W\d_]{2}[-/–])(?=[^\W\d_]{3})")
"""Within "Vice-President", but neither in "e-mail" nor in "opt-in"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one font and colour.

    `value` numbers the text that they come from where it has letters from right to left; else 0.
    """

    text: str
    font: TTFont
    colour: str
    width: float
    value: int = 0
    to_write: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """What is not taken apart at a line's end. `space` is the width of the space before it."""

    pieces: tuple[Piece, ...]
    width: float
    space: float


@lru_cache(maxsize=8192)
def text_width(text: str, text_font: TTFont, size: float, tracking: float = 0.0) -> float:
    """Return the width of `text` in points; `tracking` as in `TextStyle`.

    Accents that stand as characters of their own sit on their letter and take no room.
    """
    letters = text if text.isascii() else without_accents(text)
    width: float = text_font.stringWidth(letters, size)
    return width + len(letters) * tracking * size


def _pieces(text: str, run: Run, style: TextStyle) -> list[Piece]:
    colour = run.colour or style.colour
    return [
        Piece(span, face, colour, text_width(span, face, style.size, style.tracking))
        for face, span in font_spans(text, run.weight or style.weight)
    ]


def _breakable(chunk: str) -> list[str]:
    """Take a word apart where a line may end within it: "Vice-/President"."""
    if "-" in chunk or "/" in chunk or "–" in chunk:
        return _BREAK_AFTER.split(chunk)
    return [chunk]


@dataclass(frozen=True, slots=True)
class _RunWords:
    """The words of one run, and how they go on in what stands before and behind it.

    `joins` tells that the first has no space before it, `is_open` that the last has none behind
    it; `space` is the width of the one that follows.
    """

    words: tuple[Word, ...]
    joins: bool
    is_open: bool
    space: float


@lru_cache(maxsize=8192)
def _words_within(run: Run, style: TextStyle) -> _RunWords:
    """Return the words of a run. Kept for the next time: most runs are the same for all pairs."""
    text = printable(run.text)
    wide = _space_width(style)
    words: list[Word] = []
    for at, chunk in enumerate(text.split(" ")):
        for number, part in enumerate(_breakable(chunk) if chunk else ()):
            pieces = tuple(_pieces(part, run, style))
            words.append(Word(pieces, _total(pieces), wide if at and not number else 0.0))
    ends_in_space = text.endswith(" ")
    return _RunWords(
        tuple(words),
        joins=not text.startswith(" "),
        is_open=bool(text) and not ends_in_space,
        space=wide if ends_in_space else 0.0,
    )


def _space_width(style: TextStyle) -> float:
    return text_width(" ", font("Inter", style.weight), style.size, style.tracking)


def _numbered(words: Iterable[Word], value: int) -> list[Word]:
    """Let the words of a text with letters from right to left know one another."""
    return [
        replace(word, pieces=tuple(replace(piece, value=value) for piece in word.pieces))
        for word in words
    ]


def words_of(runs: Iterable[Run], style: TextStyle) -> list[Word]:
    """Return the words that runs make; one may reach over several of them ("**Mei**, who")."""
    words: list[Word] = []
    space, is_open = 0.0, False
    for number, run in enumerate(runs, start=1):
        if run.to_write:
            line = Piece("", font("Inter", style.weight), "control", 0.0, to_write=True)
            words.append(Word((line,), 0.0, space))
            space, is_open = _space_width(style), False
            continue
        found = _words_within(run, style)
        own: Sequence[Word] = found.words
        if has_right_to_left(run.text):
            own = _numbered(own, number)
        if own and found.joins:
            first, *own = own
            if is_open:
                before = words.pop()
                pieces, width = before.pieces + first.pieces, before.width + first.width
                words.append(Word(pieces, width, before.space))
            else:
                words.append(Word(first.pieces, first.width, space) if space else first)
        words.extend(own)
        if found.is_open or found.space:
            space, is_open = found.space, found.is_open
    if words and words[0].space:
        words[0] = replace(words[0], space=0.0)
    return words


def _at_hard_spaces(word: Word, style: TextStyle) -> list[Word]:
    """Take a word apart at its hard spaces, as two lines are better than a torn date."""
    parts: list[list[Piece]] = [[]]
    for piece in word.pieces:
        for number, text in enumerate(piece.text.split(HARD_SPACE)):
            if number:
                parts.append([])
            if text:
                width = text_width(text, piece.font, style.size, style.tracking)
                parts[-1].append(replace(piece, text=text, width=width))
    space = _space_width(style)
    made = [Word(tuple(part), _total(part), space) for part in parts if part]
    return [replace(made[0], space=word.space), *made[1:]] if made else [word]


def _shortened(word: Word, width: float, style: TextStyle) -> list[Word]:
    """Take a word apart that is wider than the line, between letters."""
    parts: list[Word] = []
    pieces: list[Piece] = []
    used = 0.0
    for piece in word.pieces:
        text = ""
        for character in piece.text:
            letter = text_width(character, piece.font, style.size, style.tracking)
            if used + letter > width and used > 0:
                if text:
                    pieces.append(replace(piece, text=text, width=used - _total(pieces)))
                parts.append(Word(tuple(pieces), used, 0.0))
                pieces, text, used = [], "", 0.0
            text += character
            used += letter
        if text:
            pieces.append(replace(piece, text=text, width=used - _total(pieces)))
    parts.append(Word(tuple(pieces), used, 0.0))
    parts[0] = replace(parts[0], space=word.space)
    return parts


def _total(pieces: Sequence[Piece]) -> float:
    return sum(piece.width for piece in pieces)


def _greedy(words: Sequence[Word], width: float) -> list[list[Word]]:
    lines: list[list[Word]] = []
    used = 0.0
    for word in words:
        to_write = word.pieces[-1].to_write
        least = _LEAST_TO_WRITE if len(lines) == 1 else _LEAST_AFTER_TEXT
        wanted = least * width if to_write else word.width
        if lines and used + word.space + wanted <= width + 0.01:
            lines[-1].append(word)
            used += word.space + word.width
        elif lines and _opens(lines[-1]) and lines[-1][-1].width + word.space + wanted <= width:
            opened = lines[-1].pop()
            lines.append([opened, word])
            used = opened.width + word.space + word.width
        else:
            lines.append([word])
            used = word.width
        if to_write:
            used = width
    return lines


def _opens(line: Sequence[Word]) -> bool:
    """Tell whether a line ends in a quotation of which it has no more than "“I"."""
    last = line[-1].pieces[0].text
    return len(line) > 1 and len(last) <= _QUOTE_AND_LETTER and last.startswith("“")


def line_width(line: Sequence[Word]) -> float:
    """Return the width of a line of words in points."""
    return sum(word.width + word.space for word in line) - (line[0].space if line else 0.0)


def break_lines(words: Sequence[Word], width: float, style: TextStyle) -> list[list[Word]]:
    """Return the lines that `words` make within `width` points.

    The last line does not consist of one short word where a slightly narrower setting can
    prevent it; a balanced style narrows until the lines are about equally long.
    """
    if any(word.width > width for word in words):
        words = [
            part
            for word in words
            for part in (_at_hard_spaces(word, style) if word.width > width else [word])
        ]
        words = [
            part
            for word in words
            for part in (_shortened(word, width, style) if word.width > width else [word])
        ]
    lines = _greedy(words, width)
    if len(lines) < 2 or any(word.pieces[-1].to_write for word in lines[-1]):
        return lines
    narrowest, least_last = (0.5, 0.85) if style.balanced else (0.9, 0.12)
    narrower = width
    best = lines
    while line_width(best[-1]) < least_last * width and narrower > narrowest * width:
        narrower -= 0.01 * width
        tried = _greedy(words, narrower)
        if len(tried) > len(lines) or any(word.width > narrower for word in words):
            break
        best = tried
    return best


def width_of(text: str, style: TextStyle) -> float:
    """Return the width in points of any text on one line."""
    spans = font_spans(printable(text), style.weight)
    return sum(text_width(span, face, style.size, style.tracking) for face, span in spans)


def widest_word(runs: Iterable[Run], style: TextStyle) -> float:
    """Return the width in points of the widest word that is not taken apart."""
    return max((word.width for word in words_of(runs, style)), default=0.0)


def shortened_to(text: str, width: float, style: TextStyle) -> str:
    """Return as much of `text` as fits into `width` points on one line, with "…" when cut."""

    def fits(candidate: str) -> bool:
        return width_of(candidate, style) <= width

    if fits(text):
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle].rstrip() + "…") else (low, middle - 1)
    return text[:low].rstrip() + "…"


def plain(text: str, weight: Weight | None = None, colour: str | None = None) -> list[Run]:
    """Return `text` as one run."""
    return [Run(text, weight, colour)]
