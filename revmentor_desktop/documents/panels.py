"""Blocks beside one another, and blocks in frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Final

from revmentor_desktop.documents.blocks import Block, Spaced, Stack, draw_as, measured_once
from revmentor_desktop.documents.canvas import PaperCanvas

_PART: Final = 110.0
"""The least height in points of what stands on a page of a panel that parts."""


@dataclass
class Columns(Spaced):
    """Blocks beside one another, `gap` points apart; `shares` says how wide each is to be.

    Where one would be narrower than it `needs` to be, the others give it room.
    """

    blocks: Sequence[Block]
    gap: float
    shares: Sequence[float] = ()
    needs: Sequence[float] = ()

    def _widths(self, width: float) -> list[float]:
        shares = self.shares or [1.0] * len(self.blocks)
        room = width - self.gap * (len(self.blocks) - 1)
        widths = [room * share / sum(shares) for share in shares]
        if sum(self.needs) >= room:
            return widths
        # Who gives room may come to need some: none does after as many rounds as there are columns.
        for _ in self.needs:
            needy = [width <= need for width, need in zip(widths, self.needs, strict=True)]
            left = room - sum(compress(self.needs, needy))
            others = sum(
                share for share, is_needy in zip(shares, needy, strict=True) if not is_needy
            )
            widths = [
                need if is_needy else left * share / others
                for need, share, is_needy in zip(self.needs, shares, needy, strict=True)
            ]
        return widths

    @measured_once
    def height(self, width: float) -> float:
        """As high as the highest column."""
        columns = list(zip(self.blocks, self._widths(width), strict=True))
        bodies = [b.body_height(column) for b, column in columns if isinstance(b, Panel)]
        feet = [b.foot_height(column) for b, column in columns if isinstance(b, Panel)]
        heights = [block.height(column) for block, column in columns]
        return max([*heights, max(bodies, default=0.0) + max(feet, default=0.0)])

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the columns; panels become equally high and their feet begin on one line."""
        columns = list(zip(self.blocks, self._widths(width), strict=True))
        height = self.height(width)
        feet = [b.foot_height(column) for b, column in columns if isinstance(b, Panel)]
        for block, column in columns:
            if isinstance(block, Panel):
                block.draw_as_high(canvas, (x, top, column), height, max(feet))
            else:
                block.draw(canvas, x, top, column)
            x += column + self.gap

    def cut(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Part each column that is higher than `height`; the others end in the first part."""
        here: list[Block] = []
        there: list[Block] = []
        for block, column in zip(self.blocks, self._widths(width), strict=True):
            if block.height(column) <= height:
                here.append(block)
                there.append(Stack([], part_of=block.identity))
                continue
            parts = block.cut(column, height)
            if parts is None:
                return None
            here.append(parts[0])
            there.append(parts[1])
        first = replace(self, blocks=here, keep_with_next=False)
        return first, replace(self, blocks=there)

    def draw_cells(
        self, canvas: PaperCanvas, place: tuple[float, float, float], styles: Sequence[str]
    ) -> None:
        """Draw the columns at (x, top, width) as cells of a table's row; a style makes a title."""
        x, top, width = place
        for block, column, style in zip(self.blocks, self._widths(width), styles, strict=True):
            draw_as(block, canvas, "TH" if style else "TD", (x, top, column), style)
            x += column + self.gap


@dataclass
class Panel(Spaced):
    """A block in a frame with round corners; `foot` stands at its bottom when it is stretched."""

    block: Block
    padding: float
    foot: Block | None = None
    fill: str | None = None
    border: str | None = "line"
    radius: float = 6.0
    may_part: bool = False
    """Whether what is inside goes on over a page in the middle of a paragraph, too."""

    @measured_once
    def height(self, width: float) -> float:
        """The block, the foot and the padding around them."""
        return self.body_height(width) + self.foot_height(width)

    def body_height(self, width: float) -> float:
        """Return the height without the foot."""
        return self.block.height(width - 2 * self.padding) + 2 * self.padding

    def foot_height(self, width: float) -> float:
        """Return the height of the foot with the space above it."""
        if self.foot is None:
            return 0.0
        return self.foot.height(width - 2 * self.padding) + self.foot.space_before

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw it at its own height."""
        self.draw_as_high(canvas, (x, top, width), self.height(width), self.foot_height(width))

    def draw_as_high(
        self,
        canvas: PaperCanvas,
        place: tuple[float, float, float],
        height: float,
        foot_height: float,
    ) -> None:
        """Draw it at (x, top, width) with a given height, that much of it for the foot."""
        x, top, width = place
        self._draw_frame(canvas, (x, top - height, width, height))
        inner = width - 2 * self.padding
        with canvas.element("Div", key=self.identity):
            self.block.draw(canvas, x + self.padding, top - self.padding, inner)
            if self.foot:
                foot_top = top - height + self.padding + foot_height - self.foot.space_before
                self.foot.draw(canvas, x + self.padding, foot_top, inner)

    def _draw_frame(self, canvas: PaperCanvas, box: tuple[float, float, float, float]) -> None:
        """Draw what is behind the block; without colours a tinted ground becomes a frame."""
        fill = self.fill if canvas.in_colour else None
        border = self.border if canvas.in_colour else "line"
        canvas.box(box, self.radius, fill=fill, border=border)

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Part as what is inside does; each part has a frame of its own, the last one the foot."""
        if self.may_part and min(height, self.height(width) - height) >= _PART:
            return self.cut(width, height)
        inner = self.block.split(width - 2 * self.padding, height - 2 * self.padding)
        return self._framed(inner) if isinstance(self.block, Stack) else None

    def cut(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Part what is inside, though it is to stay whole."""
        return self._framed(self.block.cut(width - 2 * self.padding, height - 2 * self.padding))

    def _framed(self, parts: tuple[Block, Block] | None) -> tuple[Block, Block] | None:
        if parts is None:
            return None
        same = self.identity
        first = replace(self, block=parts[0], foot=None, keep_with_next=False, part_of=same)
        return first, replace(self, block=parts[1], part_of=same)
