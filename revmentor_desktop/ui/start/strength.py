"""A few words on how hard a passphrase is to guess."""

from __future__ import annotations

import math
import unicodedata
from enum import Enum
from itertools import pairwise
from typing import Final

LEAST: Final = 8
"""Fewest characters; the key service refuses fewer."""
_FAIR: Final = 45
_STRONG: Final = 65


class Strength(Enum):
    """How long guessing would take, roughly."""

    SHORT = "short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength(passphrase: str) -> Strength:
    """Judge a passphrase by its length and variety.

    Bits are counted as length × log2(kinds of characters), repeated and neighbouring characters
    ("aaaa", "1234") once only. Rough on purpose: it knows no dictionary, and says so by its words.
    """
    text = passphrase.strip()
    if len(text) < LEAST:
        return Strength.SHORT
    telling = 1 + sum(abs(ord(one) - ord(next_one)) > 1 for one, next_one in pairwise(text))
    bits = telling * math.log2(_kinds(text))
    # The same few characters again and again add little.
    bits = min(bits, len(set(text)) * 7)
    if bits < _FAIR:
        return Strength.WEAK
    return Strength.FAIR if bits < _STRONG else Strength.STRONG


def _kinds(text: str) -> int:
    """Return how many characters somebody guessing would have to try at each place."""
    kinds = 0
    kinds += 26 if any(unicodedata.category(c) == "Ll" for c in text) else 0
    kinds += 26 if any(unicodedata.category(c) == "Lu" for c in text) else 0
    kinds += 10 if any(c.isdigit() for c in text) else 0
    kinds += 1 if " " in text else 0
    kinds += 20 if any(not c.isalnum() and c != " " for c in text) else 0
    return max(kinds, 26)
