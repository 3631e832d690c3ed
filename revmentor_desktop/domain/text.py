"""Text as people type it, made safe to store and easy to find again."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from revmentor_desktop.domain.errors import KnownError

LINE_LIMIT: Final = 200
"""Most characters in a single-line field such as a name or a job title."""
TEXT_LIMIT: Final = 5_000
"""Most characters in a field of several lines such as "about me"."""

_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")
# Joiners shape Indic, Persian and emoji text and stay; marks that reverse or hide text go.
_KEPT_FORMAT_CHARACTERS = frozenset("\u200c\u200d")
# Letters that Unicode does not take apart into a base letter and an accent.
_UNDIVIDED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


def _visible(character: str) -> bool:
    category = unicodedata.category(character)
    if category == "Cf":
        return character in _KEPT_FORMAT_CHARACTERS
    return category not in {"Cc", "Cs", "Co", "Cn"}


def clean_text(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return `text` composed (NFC), without control characters, its spaces and line ends tidied.

    SQLite's ``quote()``, on which undo relies, cuts text at NUL; marks that reverse the reading
    direction can disguise a name. Raises KnownError ``text-too-long`` above `limit` characters.
    """
    if text.isascii() and text.isprintable() and len(text) <= limit and "  " not in text:
        return text.strip()
    text = unicodedata.normalize("NFC", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = "".join(c for c in text if c == "\n" or _visible(c))
    lines = [_SPACES.sub(" ", line).strip() for line in kept.split("\n")]
    tidy = _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()
    if len(tidy) > limit:
        raise KnownError("text-too-long", length=len(tidy), limit=limit)
    return tidy


def clean_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Return `text` cleaned like `clean_text`, its lines joined to one."""
    return clean_text(" ".join(text.split("\n")) if "\n" in text else text, limit)


def fold(text: str) -> str:
    """Return the key under which `text` is searched and compared: no case, no accents.

    "Żółkowski" and "zolkowski" share a key, as do "Yılmaz" and "YILMAZ".
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_UNDIVIDED))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
