"""The size of sheet that is usual in a country."""

from __future__ import annotations

from typing import Final

_LETTER: Final = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)
"""Territories where US Letter is usual (Unicode CLDR); everywhere else it is A4."""


def usual_sheet(locale_name: str) -> str:
    """Return "letter" or "a4" for the name of a locale such as "en_US", "es-MX" or "C"."""
    parts = locale_name.partition(".")[0].replace("-", "_").split("_")
    return "letter" if _LETTER.intersection(parts[1:]) else "a4"
