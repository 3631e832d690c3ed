"""What a page is made of, from top to bottom: paragraphs, lines to write on, panels, columns.

Coordinates are the PDF's: x to the right, y upwards, in points; a block is drawn from its top.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps
from itertools import accumulate
from typing import Protocol, TypeVar

from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.drawing import draw_lines, draw_writing_line
from revmentor_desktop.documents.lines import Lines, set_lines
from revmentor_desktop.documents.styles import WRITING_LINE, TextStyle
from revmentor_desktop.documents.wording import Run, text_of


class Block(Protocol):
    """Something that stands on a page at the full width of its column.

    Spaces between neighbours are the larger of `space_after` and `space_before`. `stretch` is its
    claim on spare room above it, on a page that is not full.
    """

    @property
    def space_before(self) -> float:
        """Least space above, in points."""

    @property
    def space_after(self) -> float:
        """Least space below, in points."""

    @property
    def keep_with_next(self) -> bool:
        """Whether it must stand on the page of the block after it."""

    @property
    def stretch(self) -> float:
        """Most spare room that it takes above it, in points."""

    @property
    def room(self) -> float:
        """Points that must be free on a page for what it heads to begin there; 0: any will do.

        What it heads ends before the next block that asks for room; it may have less where all of
        it fits.
        """

    @property
    def identity(self) -> object:
        """What both parts of a block that was split have in common: they are read as one."""

    def height(self, width: float) -> float:
        """Return the height in points at a width in points."""

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw it with its top left corner at (x, top)."""

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two blocks of which the first is at most `height` high, or None: never split."""

    def cut(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return two blocks as `split` does, where even what is to stay whole must part."""


S = TypeVar("S", bound="Spaced")


def measured_once(height: Callable[[S, float], float]) -> Callable[[S, float], float]:
    """Let a block keep the height that it found for a width: it is asked for it many times."""

    @wraps(height)
    def kept(self: S, width: float) -> float:
        at, found = self._measured
        if at != width:
            found = height(self, width)
            self._measured = width, found
        return found

    return kept


@dataclass(kw_only=True)
class Spaced:
    """The spaces that every block has, and that it stays whole unless it says otherwise."""

    space_before: float = 0.0
    space_after: float = 0.0
    keep_with_next: bool = False
    stretch: float = 0.0
    room: float = 0.0
    part_of: object = field(default=None, repr=False, compare=False)
    """The block that this is a part of, where one was split."""
    _measured: tuple[float, float] = field(
        default=(-1.0, 0.0), init=False, repr=False, compare=False
    )
    """The width for which the height was asked last, and that height."""

    @property
    def identity(self) -> object:
        """What both parts of a block that was split have in common."""
        return self if self.part_of is None else self.part_of

    # Every block is asked the same; this one needs not all of it to answer.
    def split(self, width: float, height: float) -> tuple[Block, Block] | None:  # noqa: ARG002
        """Stay whole."""
        return None

    def cut(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Part no otherwise than usual."""
        return self.split(width, height)


@dataclass
class Paragraph(Spaced):
    """Running text; `whole` keeps its lines on one page.

    With `asked` its lines to write on are fields of a PDF reader too, which calls them that.
    """

    runs: Sequence[Run]
    style: TextStyle
    whole: bool = False
    right_aligned: bool = False
    centred: bool = False
    asked: str = ""
    _lines: Lines | None = None
    """Set already, when it is a part of a paragraph that was split."""
    _set: tuple[float, Lines] = field(
        default=(-1.0, Lines()), init=False, repr=False, compare=False
    )
    """The width that was asked for last, and the lines at it."""

    def lines(self, width: float) -> Lines:
        """Return the lines at `width`."""
        if self._lines is not None:
            return self._lines
        at, lines = self._set
        if at != width:
            lines = set_lines(tuple(self.runs), self.style, width)
            self._set = width, lines
        return lines

    def height(self, width: float) -> float:
        """As high as its lines."""
        return self.lines(width).height

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the lines."""
        if self.style.tag == "H2":
            canvas.heading(text_of(self.runs), top)
        if self.lines(width):
            self.draw_as(canvas, self.style.tag, (x, top, width))

    def draw_as(
        self, canvas: PaperCanvas, tag: str, place: tuple[float, float, float], style: str = ""
    ) -> None:
        """Draw the lines at (x, top, width) as an element of that kind, such as a table's cell."""
        lines = self.lines(place[2])
        with canvas.element(tag, style, self.identity) as element:
            if element and lines.is_rearranged:
                element.say("ActualText", text_of(self.runs))
            draw_lines(canvas, lines, self.style, place, self._shift, self.asked)

    @property
    def _shift(self) -> float:
        """How much of the room that a line leaves stands at its left."""
        return 1.0 if self.right_aligned else 0.5 if self.centred else 0.0

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Part between lines, at least two on either side."""
        return None if self.whole else self.cut(width, height)

    def cut(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Part between lines, though they are to stay on one page."""
        lines = self.lines(width)
        heights = accumulate(line.height for line in lines)
        fitting = min(sum(reached <= height + 0.01 for reached in heights), len(lines) - 2)
        if fitting < 2:
            return None
        here, there = Lines(lines[:fitting]), Lines(lines[fitting:])
        return self._part(here, first=True), self._part(there, first=False)

    def _part(self, lines: Lines, *, first: bool) -> Paragraph:
        return Paragraph(
            self.runs,
            self.style,
            right_aligned=self.right_aligned,
            asked=self.asked,
            centred=self.centred,
            space_before=self.space_before if first else 0.0,
            space_after=0.0 if first else self.space_after,
            keep_with_next=self.keep_with_next and not first,
            part_of=self.identity,
            _lines=lines,
        )


@dataclass
class WritingLines(Spaced):
    """Lines to write on, `count` of them, a pen's height apart.

    They become `most` where the page has room to spare; 0 leaves them as they are.
    """

    count: int
    most: int = 0

    # Every block is asked the same; this one needs not all of it to answer.
    def height(self, width: float) -> float:  # noqa: ARG002
        """As high as the lines."""
        return self.count * WRITING_LINE

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the lines."""
        for line in range(1, self.count + 1):
            draw_writing_line(canvas, x, x + width, top - line * WRITING_LINE)


@dataclass
class Stack(Spaced):
    """Blocks below one another that stay on one page, or, when it is loose, each of them does."""

    blocks: Sequence[Block]
    is_loose: bool = False

    def _gap(self, index: int) -> float:
        if index == 0:
            return 0.0
        return max(self.blocks[index - 1].space_after, self.blocks[index].space_before)

    @measured_once
    def height(self, width: float) -> float:
        """The sum of its blocks and the spaces between them."""
        return sum(self._gap(i) + block.height(width) for i, block in enumerate(self.blocks))

    def placed(self, top: float, width: float) -> Iterator[tuple[Block, float]]:
        """Yield each block with its own top, where the first begins at `top`."""
        for index, block in enumerate(self.blocks):
            top -= self._gap(index)
            yield block, top
            top -= block.height(width)

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the blocks."""
        for block, block_top in self.placed(top, width):
            block.draw(canvas, x, block_top, width)

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Part between blocks that need not stand together, when it is loose."""
        fitting, used = 0, 0.0
        for at, block in enumerate(self.blocks[:-1], start=1):
            used += self._gap(at - 1) + block.height(width)
            if used > height:
                break
            fitting = fitting if block.keep_with_next else at
        if not self.is_loose or not fitting:
            return None
        return self._parted(self.blocks[:fitting], self.blocks[fitting:])

    def cut(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Part after the last block that fits, or within the one that does not."""
        used = 0.0
        for at, block in enumerate(self.blocks):
            room = height - used - self._gap(at)
            if block.height(width) <= room:
                used += self._gap(at) + block.height(width)
                continue
            parts = block.cut(width, room)
            if parts is None and at == 0:
                return None
            here, there = ([parts[0]], [parts[1]]) if parts else ([], [block])
            return self._parted([*self.blocks[:at], *here], [*there, *self.blocks[at + 1 :]])
        return None

    def _parted(self, here: Sequence[Block], there: Sequence[Block]) -> tuple[Stack, Stack]:
        first = replace(self, blocks=here, keep_with_next=False, part_of=self.identity)
        return first, replace(self, blocks=there, part_of=self.identity)


def draw_as(
    block: Block, canvas: PaperCanvas, tag: str, place: tuple[float, float, float], style: str = ""
) -> None:
    """Draw a block at (x, top, width) as an element of that kind; a paragraph is not within it."""
    if isinstance(block, Paragraph):
        block.draw_as(canvas, tag, place, style)
        return
    with canvas.element(tag, style, block.identity):
        block.draw(canvas, *place)
