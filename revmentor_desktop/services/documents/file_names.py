"""File names that people can read and that every system takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from itertools import chain, count
from pathlib import PurePath
from typing import Final

MOST_CHARACTERS: Final = 80
_MOST_BYTES: Final = 200
"""Most systems take 255; the rest is for what a sync program adds."""

# Windows keeps these for devices, with any ending. Superscript digits count as digits.
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin", "conout", "clock"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
_KEPT_CATEGORIES: Final = frozenset({"L", "M", "N"})
_KEPT_SIGNS: Final = " -_’'&,"


def file_name(words: str, reference: str = "", suffix: str = ".pdf") -> str:
    """Return a name made of `words`, then `reference`, then `suffix`: at most 80 characters.

    Only letters, figures and a few signs stay; the words are cut so that the reference is whole.
    """
    ending = f" {allowed(reference)}" if allowed(reference) else ""
    stem = _cut(allowed(words), MOST_CHARACTERS - len(ending) - len(suffix), ending + suffix)
    if _is_reserved(stem + ending) or not stem:
        stem = _cut(f"Document {stem}".strip(), MOST_CHARACTERS - len(ending) - len(suffix))
    return f"{stem}{ending}{suffix}"


def free_name(name: str, taken: Collection[str]) -> str:
    """Return a name that is none of `taken`, which are case-folded: with a number where need be."""
    file = PurePath(name)
    names = chain([name], (f"{file.stem} {number}{file.suffix}" for number in count(2)))
    return next(one for one in names if one.casefold() not in taken)


def allowed(text: str) -> str:
    """Return `text` with each run of characters that a file name must not have as one space."""
    kept = "".join(
        character
        if character in _KEPT_SIGNS or unicodedata.category(character)[0] in _KEPT_CATEGORIES
        else " "
        for character in unicodedata.normalize("NFC", text)
    )
    return " ".join(kept.split())


def _cut(text: str, characters: int, ending: str = "") -> str:
    room = _MOST_BYTES - len(ending.encode())
    text = text[:characters]
    while len(text.encode()) > room:
        text = text[:-1]
    return text.strip(" -_,")


def _is_reserved(stem: str) -> bool:
    return unicodedata.normalize("NFKC", stem).casefold().strip() in _RESERVED
