"""Tables: rows with a rule below each, whose titles come again on the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from revmentor_desktop.documents.blocks import Block, Spaced, Stack, draw_as
from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.panels import Columns

_LOW: Final = 190.0
"""The height in points up to which a table is better moved than parted."""
_TALL: Final = 80.0
"""The height in points from which a row may stand alone."""


@dataclass
class Ruled(Spaced):
    """A block with a thin rule below it, `padding` points above and below: a row of a table."""

    block: Block
    padding: float
    rule: str = "line"

    def height(self, width: float) -> float:
        """The block with its padding."""
        return self.block.height(width) + 2 * self.padding

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the block, then the rule."""
        self.block.draw(canvas, x, top - self.padding, width)
        self._draw_rule(canvas, x, top, width)

    def draw_row(
        self, canvas: PaperCanvas, place: tuple[float, float, float], first: str, others: str
    ) -> None:
        """Draw it at (x, top, width) as a row; `first` and `others` are the styles of its cells."""
        x, top, width = place
        with canvas.element("TR", key=self.identity):
            draw_row(self.block, canvas, (x, top - self.padding, width), first, others)
        self._draw_rule(canvas, x, top, width)

    def _draw_rule(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        bottom = top - self.height(width)
        canvas.rule(self.rule, 0.75, (x, bottom), (x + width, bottom))

    def cut(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Part what is inside."""
        parts = self.block.cut(width, height - 2 * self.padding)
        if parts is None:
            return None
        same = self.identity
        first = replace(self, block=parts[0], part_of=same)
        return first, replace(self, block=parts[1], part_of=same)


@dataclass
class AtLeast(Spaced):
    """A block that takes some height, even if it needs less: an empty cell to write in."""

    block: Block
    least: float

    def height(self, width: float) -> float:
        """As high as the block, or as the least height."""
        return max(self.least, self.block.height(width))

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the block at the top."""
        self.block.draw(canvas, x, top, width)


def draw_row(
    block: Block, canvas: PaperCanvas, place: tuple[float, float, float], first: str, others: str
) -> None:
    """Draw the cells of a row: columns, or a single one."""
    if isinstance(block, Columns):
        styles = [first, *[others] * (len(block.blocks) - 1)]
        block.draw_cells(canvas, place, styles)
    else:
        draw_as(block, canvas, "TD", place)


@dataclass
class Grid(Stack):
    """Columns below one another without rules: a small table with titles on two sides."""

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw row by row."""
        with canvas.element("Table"):
            for at, (row, row_top) in enumerate(self.placed(top, width)):
                with canvas.element("TR"):
                    others = "" if at else "column title"
                    draw_row(row, canvas, (x, row_top, width), "row title" if at else "", others)


@dataclass
class Table(Spaced):
    """Rows below one another, under their titles where it has any, with a note at the end.

    It goes on over pages: no row parts, no low one stands alone on either side of the break, and a
    low table stays together.
    """

    rows: Sequence[Ruled]
    titles: Ruled | None = None
    note: Stack | None = None
    first_is_title: bool = False
    """Whether the first cell of a row says what the row is about."""
    is_first: bool = True
    """Whether the table begins here, and does not go on from the page before."""
    _heights: dict[float, list[float]] = field(default_factory=dict, repr=False, compare=False)

    def _top(self, width: float) -> float:
        return self.titles.height(width) if self.titles else 0.0

    def _end(self, width: float) -> float:
        return self.note.space_before + self.note.height(width) if self.note else 0.0

    def _rows(self, width: float) -> list[float]:
        if width not in self._heights:
            self._heights[width] = [row.height(width) for row in self.rows]
        return self._heights[width]

    def height(self, width: float) -> float:
        """The titles, all rows and the note."""
        return self._top(width) + sum(self._rows(width)) + self._end(width)

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the titles, then row by row."""
        with canvas.element("Table", key=self.identity):
            top = self._draw_rows(canvas, x, top, width)
        if self.note:
            self.note.draw(canvas, x, top - self.note.space_before, width)

    def _draw_rows(self, canvas: PaperCanvas, x: float, top: float, width: float) -> float:
        """Draw the titles and the rows; return how far down they reach."""
        if self.titles and self.is_first:
            self.titles.draw_row(canvas, (x, top, width), "column title", "column title")
        elif self.titles:
            with canvas.ornament():  # they were read aloud where the table began
                self.titles.draw(canvas, x, top, width)
        top -= self._top(width)
        first = "row title" if self.first_is_title else ""
        for row, height in zip(self.rows, self._rows(width), strict=True):
            row.draw_row(canvas, (x, top, width), first, "")
            top -= height
        return top

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Part between rows, as late as neither side comes out a scrap."""
        if self.height(width) <= _LOW:
            return None
        heights = self._rows(width)
        for fitting in range(self._fitting(width, height), 0, -1):
            if not _is_scrap(heights[:fitting]) and not _is_scrap(heights[fitting:]):
                return self._parted_after(fitting)
        return None

    def cut(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Part after the last row that fits, or within the first when not even that does."""
        fitting = min(self._fitting(width, height), len(self.rows) - 1)
        if fitting:
            return self._parted_after(fitting)
        first, *rest = self.rows
        parts = first.cut(width, height - self._top(width))
        if parts is None:
            return None
        here, there = parts
        if not isinstance(here, Ruled) or not isinstance(there, Ruled):
            raise TypeError("a row parts into rows")
        return self._parted([here], [there, *rest])

    def _fitting(self, width: float, height: float) -> int:
        """Return how many rows have room."""
        used, count = self._top(width), 0
        for row in self._rows(width):
            used += row
            if used > height + 0.01:
                break
            count += 1
        return count

    def _parted(self, here: Sequence[Ruled], there: Sequence[Ruled]) -> tuple[Table, Table]:
        same = self.identity
        first = replace(
            self,
            rows=here,
            note=None,
            space_after=0.0,
            keep_with_next=False,
            part_of=same,
            _heights={},
        )
        last = replace(
            self,
            rows=there,
            space_before=0.0,
            stretch=0.0,
            is_first=False,
            part_of=same,
            _heights={},
        )
        return first, last

    def _parted_after(self, count: int) -> tuple[Table, Table]:
        """Part between rows; what is measured already is not measured again on the next pages."""
        first, last = self._parted(self.rows[:count], self.rows[count:])
        for width, heights in self._heights.items():
            first._heights[width], last._heights[width] = heights[:count], heights[count:]
        return first, last


def _is_scrap(heights: Sequence[float]) -> bool:
    """Tell whether rows are too little for a page: none, or a single low one."""
    return not heights or (len(heights) == 1 and heights[0] < _TALL)
