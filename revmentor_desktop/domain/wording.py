"""The signs of our wording: blanks, bold words, what is left out when empty, lines to write on.

``{name}`` is a blank, ``**`` begins and ends bold words, ``[[…]]`` goes when a blank inside has
nothing to say, ``____`` is a line to write on. What each kind of text makes of the signs says its
reader: `documents.wording` for paper, `domain.letters` for letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

_SIGNS: Final = re.compile(r"\*\*|\[\[|\]\]|_{3,}|\{([^{}]*)\}|[{}]")


class Sign(Enum):
    """What a piece of a source is."""

    TEXT = auto()
    BOLD = auto()
    OPTION = auto()
    END_OF_OPTION = auto()
    LINE = auto()
    BLANK = auto()
    STRAY = auto()
    """A brace that makes no blank."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a source: `text` as it stands there, `name` of a blank, and where it begins."""

    sign: Sign
    text: str
    at: int
    name: str = ""


_PLAIN: Final = {"**": Sign.BOLD, "[[": Sign.OPTION, "]]": Sign.END_OF_OPTION}


def tokens(source: str) -> Iterator[Token]:
    """Take a source apart at its signs; nothing is lost."""
    at = 0
    for found in _SIGNS.finditer(source):
        if found.start() > at:
            yield Token(Sign.TEXT, source[at : found.start()], at)
        yield _token(found)
        at = found.end()
    if at < len(source):
        yield Token(Sign.TEXT, source[at:], at)


def _token(found: re.Match[str]) -> Token:
    text, name = found.group(), found.group(1)
    if name is not None:
        return Token(Sign.BLANK, text, found.start(), name)
    if text.startswith("_"):
        return Token(Sign.LINE, text, found.start())
    return Token(_PLAIN.get(text, Sign.STRAY), text, found.start())
