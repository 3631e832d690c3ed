"""A scale to mark a point on: rings on a line, from little at the left to much at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from revmentor_desktop.documents.blocks import Block, Paragraph, Spaced
from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.panels import Columns
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup.parts import Runs
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.tables import Ruled, Table

POINT: Final = "○"
"""The cell of a table in Markdown that stands for a point to mark."""
_LEAST_RADIUS: Final = 6.5
"""Of a ring, in points: large enough for a pen."""
_RADIUS: Final = 0.42
"""Of a ring, in parts of what a line of words is high."""
_SHARES: Final = (1.25, 1.0)


@dataclass
class Points(Spaced):
    """Rings on a line, `count` of them; `words` say to screen readers what they are.

    They stand level with the first line of words that are `size` points from line to line.
    """

    count: int
    words: str
    size: float

    @property
    def _radius(self) -> float:
        return max(_LEAST_RADIUS, _RADIUS * self.size)

    # Every block is asked the same; this one needs not all of it to answer.
    def height(self, width: float) -> float:  # noqa: ARG002
        """As high as a line, and never lower than a pen needs."""
        return max(self.size, 2 * self._radius)

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the line, then the rings on it."""
        radius = self._radius
        y, first, last = top - self.size / 2, x + radius, x + width - radius
        step = (last - first) / max(self.count - 1, 1)
        box = (x, y - radius, x + width, y + radius)
        with canvas.picture(self.words, box=box):
            for at in range(self.count):
                left = first + at * step - radius
                place = (left, y - radius, 2 * radius, 2 * radius)
                canvas.box(place, radius, border="control", thickness=0.9)
                if at:  # up to the ring, not through it: there is to be a mark in it
                    canvas.rule("line", 0.75, (left - step + 2 * radius, y), (left, y))


def scales(asked: Sequence[Runs], ends: tuple[str, str], count: int, styles: Styles) -> Block:
    """Return a scale for each thing asked, with what its two ends mean above the first."""
    gap = styles.space(12)
    words = f"{count} points to mark, from “{ends[0]}” to “{ends[1]}”"
    both = Columns(
        [
            Paragraph(plain(ends[0]), styles.small),
            Paragraph(plain(ends[1]), styles.small, right_aligned=True),
        ],
        gap=0,
    )
    top = Ruled(
        Columns([Paragraph([], styles.small), both], gap, shares=_SHARES),
        styles.space(3),
        rule="control",
    )
    # Rings of its own for each: what is the same block is read as one.
    each = [
        (Paragraph(one, styles.body), Points(count, words, styles.body.leading)) for one in asked
    ]
    rows = [Ruled(Columns(row, gap, shares=_SHARES), styles.space(4.5)) for row in each]
    return Table(rows, top, first_is_title=True, stretch=2, space_after=styles.space(10))
