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
# Word processors and spreadsheets break lines in more ways than files do.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Joiners shape Indic, Persian and emoji text and stay; marks that reverse or hide text go.
_JOINERS = "\u200c\u200d"
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co"})
# Letters that Unicode does not take apart into a base letter and an accent.
_UNDIVIDED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


def clean_text(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return `text` composed (NFC), without control characters, its spaces and line ends tidied.

    SQLite's ``quote()``, on which undo relies, cuts text at NUL; marks that reverse the reading
    direction can disguise a name. Raises KnownError ``text-too-long`` above `limit` characters.
    """
    return _within(_tidy(text), limit)


def clean_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Return `text` cleaned like `clean_text`, its lines joined to one."""
    return _within(" ".join(_tidy(text).split()), limit)


def fold(text: str) -> str:
    """Return the key under which `text` is searched and compared: no case, no accents.

    "Żółkowski" and "zolkowski" share a key, as do "Yılmaz" and "YILMAZ".
    """
    if text.isascii():
        return text.lower()
    # Taking letters apart can bring capitals forth ("℠"), and lowering them accents ("İ").
    lowered = unicodedata.normalize("NFKD", text).casefold()
    divided = unicodedata.normalize("NFKD", lowered).translate(_UNDIVIDED)
    return "".join(c for c in divided if not unicodedata.combining(c))


def oddity(name: str, characters: str) -> str:
    """Return what of somebody or of a paper cannot be printed: "Mei – Karl: 李 (U+674E)"."""
    return f"{name}: {named_characters(characters)}"


def named_characters(characters: str) -> str:
    """Return characters with what they are called everywhere: "李 (U+674E)"."""
    return ", ".join(f"{one} (U+{ord(one):04X})" for one in characters)


def _tidy(text: str) -> str:
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    broken = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    # Composed after the sieve, which may bring a letter and its accent together.
    kept = unicodedata.normalize("NFC", "".join(filter(_kept, broken)))
    lines = [_SPACES.sub(" ", line).strip(" " + _JOINERS) for line in kept.split("\n")]
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def _kept(character: str) -> bool:
    """Tell whether a character stays; one that Python does not know yet may be in a name."""
    if character in "\n" + _JOINERS:
        return True
    if unicodedata.category(character) in _INVISIBLE:
        return False
    return not _never_a_character(ord(character))


def _never_a_character(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise KnownError("text-too-long", length=len(text), limit=limit)
    return text
