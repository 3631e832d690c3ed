"""Arabic and Hebrew: letters in their joined shapes, and a line's pieces from left to right."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})
_ARABIC_FORMS: Final = (("\ufb50", "\ufdff"), ("\ufe70", "\ufeff"))


def has_right_to_left(text: str) -> bool:
    """Tell whether any character of `text` is read from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text
    )


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
    """Neighbours on a line that share reading direction and `tag`.

    `text` is in the order in which it is drawn, from left to right.
    """

    tag: int
    text: str
    right_to_left: bool


def visual_order(text: str, tags: list[int]) -> list[Stretch]:
    """Return one line's characters as they stand from left to right, in a left-to-right text.

    `tags` holds a number for each character (which piece of text it comes from).
    Follows Unicode Standard Annex 9 as python-bidi does.
    """
    from bidi import algorithm

    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = 0, "L"
    algorithm.get_embedding_levels(text, storage)
    for character, tag in zip(storage["chars"], tags, strict=True):
        character["tag"] = tag
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    algorithm.reorder_resolved_levels(storage, False)
    algorithm.apply_mirroring(storage, False)
    stretches: list[Stretch] = []
    for character in storage["chars"]:
        tag, reverse = character["tag"], bool(character["level"] % 2)
        last = stretches[-1] if stretches else None
        if last and (last.tag, last.right_to_left) == (tag, reverse):
            stretches[-1] = Stretch(tag, last.text + character["ch"], reverse)
        else:
            stretches.append(Stretch(tag, character["ch"], reverse))
    return stretches
