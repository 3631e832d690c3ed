"""Cells that hold several entries, and cells that say "nothing" in words."""

from __future__ import annotations

import re
from typing import Final

from revmentor_desktop.domain.text import fold

_NOTHING: Final = frozenset(
    {"", "-", "--", "–", "—", "n/a", "na", "none", "nil", "null", "no one", "nobody", "tbc", "tba"}
    | {"?", "not applicable", "#n/a", "."}
)
_SPACED_SLASH = re.compile(r"\s/\s")
_NO_SPLIT = re.compile(r"\([^)]*$")


def says_nothing(text: str) -> bool:
    """Tell whether a cell is blank or says so: "-", "n/a", "none"."""
    return fold(text.strip()) in _NOTHING


def split_list(text: str) -> tuple[str, ...]:
    """Return the entries of a cell. One kind of separator counts: the strongest that is there.

    Line breaks come first, then ``;``, ``|``, a slash between spaces, a comma, and last a bare
    slash between words of four letters or more, so that "UI/UX" stays whole. A separator at the
    end closes the last entry and opens none.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("•", "\n")
    for separator in ("\n", ";", "|"):
        if separator in text:
            return _tidy(text.split(separator))
    if _SPACED_SLASH.search(text):
        return _tidy(_SPACED_SLASH.split(text))
    if "," in text:
        return _tidy(_at_commas(text))
    parts = text.split("/")
    return _tidy(parts if all(len(part.strip()) >= 4 for part in parts) else [text])


def split_everywhere(text: str) -> tuple[str, ...]:
    """Return the entries of a cell split at every separator, as times of a week are."""
    return _tidy(re.split(r"[\r\n;|,/]|\s&\s|\band\b", text))


def _at_commas(text: str) -> list[str]:
    """Split at commas outside brackets: "Excel (pivot tables, charts)" is one entry."""
    parts: list[str] = []
    for part in text.split(","):
        if parts and _NO_SPLIT.search(parts[-1]):
            parts[-1] += "," + part
        else:
            parts.append(part)
    return parts


def _tidy(parts: list[str]) -> tuple[str, ...]:
    tidied = (part.strip().strip(";,|").strip() for part in parts)
    return tuple(part for part in tidied if not says_nothing(part))
