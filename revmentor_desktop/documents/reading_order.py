"""Arabic and Hebrew: letters in their joined shapes, and pieces of text from left to right."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})
_ARABIC_FORMS: Final = (("\ufb50", "\ufdff"), ("\ufe70", "\ufeff"))


_SCRIPTS_FROM_THE_RIGHT: Final = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Where all characters from right to left are, among others."""


def has_right_to_left(text: str) -> bool:
    """Tell whether any character of `text` is read from right to left."""
    if text.isascii() or not _SCRIPTS_FROM_THE_RIGHT.search(text):
        return False
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


@cache
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})


def joined_letters(text: str) -> str:
    """Return `text` with Arabic letters in the shapes that they take beside one another."""
    return str(_reshaper().reshape(text)) if has_right_to_left(text) else text


def plain_letters(text: str) -> str:
    """Return `text` with the shapes of `joined_letters` turned back into letters."""
    return "".join(
        unicodedata.normalize("NFKC", character)
        if any(first <= character <= last for first, last in _ARABIC_FORMS)
        else character
        for character in text
    )


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbours on a line with one `tag`; `text` is as drawn, from left to right."""

    tag: int
    text: str


def visual_order(text: str, tags: list[int]) -> list[Stretch]:
    """Return a value's characters on one line as they stand from left to right.

    `tags` holds a number for each character (which piece of the text it comes from). The value
    is read in the direction of its first letter. Follows Unicode Standard Annex 9 as python-bidi
    does.
    """
    from bidi import algorithm

    storage: dict[str, Any] = algorithm.get_empty_storage()
    level = algorithm.get_base_level(text)
    storage["base_level"], storage["base_dir"] = level, ("L", "R")[level]
    algorithm.get_embedding_levels(text, storage)
    for character, tag in zip(storage["chars"], tags, strict=True):
        character["tag"] = tag
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    algorithm.reorder_resolved_levels(storage, False)
    algorithm.apply_mirroring(storage, False)
    return [
        Stretch(tag, "".join(character["ch"] for character in neighbours))
        for tag, neighbours in groupby(storage["chars"], key=itemgetter("tag"))
    ]
