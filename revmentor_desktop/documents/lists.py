"""Points of a list: each with its number or sign in the margin."""

from __future__ import annotations

from dataclasses import dataclass, replace

from revmentor_desktop.documents.blocks import (
    Block,
    Paragraph,
    Spaced,
    Stack,
    draw_as,
    measured_once,
)
from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.wording import text_of


@dataclass
class Numbered(Spaced):
    """A paragraph with its number in the margin: never split."""

    number: Paragraph
    block: Block
    indent: float

    @measured_once
    def height(self, width: float) -> float:
        """As high as the text."""
        return self.block.height(width - self.indent)

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the number and the text on one first line."""
        sign = text_of(self.number.runs)
        with canvas.item("numbers" if sign.isdigit() else "signs", self.identity):
            if sign:
                lower = _lower(self.block, width - self.indent)
                self.number.draw_as(canvas, "Lbl", (x, top - lower, self.indent))
            place = (x + self.indent, top, width - self.indent)
            draw_as(self.block, canvas, "LBody", place)

    def cut(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Part the text; its second part stands under the first without a number."""
        parts = self.block.cut(width - self.indent, height)
        if parts is None:
            return None
        unnumbered, same = replace(self.number, runs=[]), self.identity
        first = replace(self, block=parts[0], keep_with_next=False, part_of=same)
        return first, replace(self, block=parts[1], number=unnumbered, part_of=same)


def _lower(block: Block, width: float) -> float:
    """Return how much lower than usual the words of a text's first line stand.

    A line that ends in room to write has them at its foot.
    """
    if isinstance(block, Stack) and block.blocks:
        return _lower(block.blocks[0], width)
    if not isinstance(block, Paragraph):
        return 0.0
    lines = block.lines(width)
    return max(0.0, lines[0].height - block.style.leading) if lines else 0.0
