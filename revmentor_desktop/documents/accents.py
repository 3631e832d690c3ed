"""Accents that have no letter of their own to be part of ("ẹ́" in Yoruba): set over their letter."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

from revmentor_desktop.system.resources import resource

_ABOVE: Final = 230
"""Unicode's combining class of an accent above its letter."""
_TALL: Final = 0.18
"""How much taller capitals are than small letters, in parts of the size (Inter's metrics)."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Letters without accents, or one letter with the accents that sit on it."""

    letters: str
    accents: str = ""


def without_accents(text: str) -> str:
    """Return `text` without accents that stand as characters of their own."""
    return "".join(c for c in text if not unicodedata.combining(c))


def clusters(text: str) -> list[Cluster]:
    """Part `text` so that every letter with accents of its own stands alone."""
    parts: list[Cluster] = []
    for character in text:
        if not unicodedata.combining(character):
            if parts and not parts[-1].accents:
                parts[-1] = Cluster(parts[-1].letters + character)
            else:
                parts.append(Cluster(character))
        elif parts:
            before = parts.pop()
            if len(before.letters) > 1:
                parts.append(Cluster(before.letters[:-1]))
            parts.append(Cluster(before.letters[-1:], before.accents + character))
        else:
            parts.append(Cluster("", character))
    return parts


@cache
def _table() -> dict[str, dict[str, float]]:
    return tomllib.loads(resource("fonts/accents.toml").read_text(encoding="utf-8"))


def accent_middle(font_name: str, accent: str) -> float | None:
    """Return how far right of its origin an accent's middle lies, in parts of the size.

    None for a font whose accents stand where they should by themselves.
    """
    return _table().get(font_name, {}).get(f"{ord(accent):04X}")


def accent_rise(letter: str, below: str, accent: str) -> float:
    """Return how much higher than on a small letter an accent sits, in parts of the size.

    `below` are the accents that the letter carries already.
    """
    if unicodedata.combining(accent) != _ABOVE:
        return 0.0
    apart = unicodedata.normalize("NFD", letter + below)
    storeys = sum(unicodedata.combining(mark) == _ABOVE for mark in apart[1:])
    tall = apart[0].isupper() or apart[0] in "bdfhklþßđħłΐ"
    return storeys * _TALL + (_TALL if tall else 0.0)
