"""Wording with blanks: our sentences from ``resources/content``, people's values filled in.

``{name}`` is a blank, ``**words**`` are bold, ``[[… {name} …]]`` is left out when a blank inside
has nothing to say, ``____`` is a line to write on that reaches to the end of the line. Only the
wording is ever read for these signs. A value is put in afterwards as plain text, so nothing that
a person's name contains can become markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.reading_order import has_right_to_left
from revmentor_desktop.domain.wording import Sign, tokens

_BEGIN: Final = "\u2068"
_END: Final = "\u2069"
"""The marks of Unicode around what is read in a direction of its own."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one weight and colour (a name of the palette; None: the paragraph's own).

    With `to_write` it is no text but a line to write on.
    """

    text: str
    weight: Weight | None = None
    colour: str | None = None
    to_write: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of wording: literal text, or a blank when `blank` is set."""

    run: Run
    blank: str = ""
    option: int = 0
    """Which optional stretch it belongs to, counted from 1; 0 for none."""


def text_of(runs: Iterable[Run]) -> str:
    """Return what runs say, without how it looks."""
    return "".join(run.text for run in runs)


class WordingError(ValueError):
    """Wording that cannot be filled in: an unknown blank, or signs that do not match."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences whose blanks are known to be right."""

    parts: tuple[_Part, ...]

    @property
    def blanks(self) -> frozenset[str]:
        """The names of the blanks."""
        return frozenset(part.blank for part in self.parts if part.blank)

    def fill(self, values: Mapping[str, str]) -> list[Run]:
        """Return the runs of text with `values` in the blanks; raises KeyError for a missing one.

        A value that is empty leaves its optional stretch out.
        """
        silent = {part.option for part in self.parts if part.blank and not values[part.blank]}
        return [
            run
            for part in self.parts
            if not (part.option and part.option in silent)
            for run in (_filled(part.run, values[part.blank]) if part.blank else [part.run])
        ]


def apart(text: str) -> str:
    """Return text that keeps its reading direction to itself within a value made of several.

    Otherwise a name from right to left would turn the words round that stand beside it.
    """
    return f"{_BEGIN}{text}{_END}" if has_right_to_left(text) else text


def _filled(run: Run, value: str) -> list[Run]:
    """Return a value as runs: one, or where parts of it stand apart, one for each part."""
    pieces = value.replace(_BEGIN, _END).split(_END)
    return [replace(run, text=piece) for piece in pieces if piece or len(pieces) == 1]


def fill_what_is_known(source: str, values: Mapping[str, str]) -> list[Run]:
    """Return runs of wording whose signs do not match: what else stands there stays as typed."""
    runs: list[Run] = []
    for token in tokens(source):
        if token.sign is Sign.BLANK and token.name in values:
            runs += _filled(Run(""), values[token.name])
        else:
            runs.append(Run(token.text))
    return runs


def read_wording(source: str, known_blanks: frozenset[str]) -> Wording:
    """Read wording; raises WordingError for an unknown blank or signs that do not match."""
    parts: list[_Part] = []
    bold, option, options = False, 0, 0
    text = " ".join(source.split())

    def add(literal: str, *, blank: str = "", to_write: bool = False) -> None:
        weight = Weight.BOLD if bold else None
        parts.append(_Part(Run(literal, weight, to_write=to_write), blank, option))

    for token in tokens(text):
        match token.sign:
            case Sign.TEXT:
                add(token.text)
            case Sign.BOLD:
                bold = not bold
            case Sign.OPTION if not option:
                options += 1
                option = options
            case Sign.END_OF_OPTION if option:
                option = 0
            case Sign.LINE:
                add("", to_write=True)
            case Sign.BLANK if token.name in known_blanks:
                add("", blank=token.name)
            case _:
                raise WordingError(f"{token.text!r} in {text!r}")
    if bold or option:
        raise WordingError(f"An open ** or [[ in {text!r}")
    return Wording(tuple(parts))
