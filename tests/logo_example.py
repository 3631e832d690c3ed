"""An invented logo: stripes of two colours, made of nothing but numbers."""

from __future__ import annotations

import zlib

from revmentor_desktop.domain.logo import Logo

RED, GREEN = b"\xc0\x20\x20", b"\x20\x80\x40"


def striped_logo(width: int = 320, height: int = 80) -> Logo:
    """Return a logo of that many pixels, its left half red and the rest green."""
    left = width // 2
    row, grey_row = (
        RED * left + GREEN * (width - left),
        b"\x50" * left + b"\x60" * (width - left),
    )
    return Logo(width, height, zlib.compress(row * height), zlib.compress(grey_row * height))
