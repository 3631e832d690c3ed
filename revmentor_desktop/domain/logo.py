"""The organisation's logo: pixels and nothing else, as papers print them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LARGEST: Final = (1200, 480)
"""Most pixels across and down: on paper that is far finer than an eye can tell."""
MOST_BYTES: Final = 240_000
"""How much a logo may take: every file of papers carries it, and so does every step of undo."""

_HEAD_AREA: Final = 300
_HEAD_MOST: Final = (54, 12)
"""Square millimetres that it covers at the head of a paper; how wide and how high it may be."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of `width` times `height` pixels, row by row from the top, on white.

    `colours` has red, green and blue of each pixel, a byte each, and `greys` a byte for how light
    it is in black and white. Both are deflated, as files of papers hold them.
    """

    width: int
    height: int
    colours: bytes
    greys: bytes

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return len(self.colours) + len(self.greys)

    def in_head(self) -> tuple[float, float]:
        """Return how wide and high it is at the head of a paper, in millimetres."""
        return self.fitted(_HEAD_AREA, _HEAD_MOST)

    def fitted(self, area: float, most: tuple[float, float]) -> tuple[float, float]:
        """Return width and height for about that area, within the `most` of each.

        So a wide logo and a square one carry the same weight on a page.
        """
        shape = self.width / self.height
        width = (area * shape) ** 0.5
        width = min(width, most[0], most[1] * shape)
        return width, width / shape
