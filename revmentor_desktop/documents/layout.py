"""Blocks onto pages of one size: where pages end, and how even they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from revmentor_desktop.documents.blocks import Block, WritingLines
from revmentor_desktop.documents.styles import WRITING_LINE

_EVENED_BELOW: Final = 0.55
"""A last page that is filled less than that is evened out with those before it."""
_HARDLY_BEGUN: Final = 0.4
"""A page that is filled less than that is gone on with, whatever room is wanted."""
_ABOVE_FOOT: Final = WRITING_LINE / 2
"""What stays free below lines to write on: the rule of the foot is not to look like one more."""
_PARTS_OF_A_PAGE: Final = [1 - step / 24 for step in range(1, 13)]
"""How much of the pages' height is tried, to see how even they become."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and how far below the top of the page it begins, in points."""

    block: Block
    top: float


class Layout:
    """Fills pages of one size from the top."""

    def __init__(self, width: float, height: float) -> None:
        self._width = width
        self._height = height
        self.pages: list[list[Placed]] = [[]]
        self._used = [0.0]

    def add(self, chain: Sequence[Block]) -> None:
        """Place blocks that belong together, on the next page when they do not fit here."""
        if self._used[-1] and self._used[-1] + self._chain_height(chain) > self._height + 0.01:
            if self._split_last(chain) or self._split_first(chain) or self._cut_alone(chain):
                return
            self._new_page()
        for block in chain:
            self._place_or_split(block)

    def begin(self, section: Sequence[Block]) -> None:
        """Go to the next page when there is too little room here for what follows."""
        wanted = section[0].room
        if not wanted or self._used[-1] < _HARDLY_BEGUN * self._height:
            return
        free = self._height - self._used[-1] + 0.01
        if free < wanted and free < self._chain_height(section):
            self._new_page()

    @property
    def last_is_filled(self) -> float:
        """How much of the last page is used, or will be by lines that grow: from 0 to 1."""
        more = sum(
            max(0, placed.block.most - placed.block.count)
            for placed in self.pages[-1]
            if isinstance(placed.block, WritingLines)
        )
        return min(1.0, (self._used[-1] + more * WRITING_LINE) / self._height)

    @property
    def emptiest(self) -> float:
        """How much is used of the page that has least, in points."""
        return min(self._used)

    def _above(self) -> Block | None:
        page = self.pages[-1]
        return page[-1].block if page else None

    def _chain_height(self, chain: Sequence[Block]) -> float:
        above, total = self._above(), 0.0
        for block in chain:
            total += _gap(above, block) + block.height(self._width)
            above = block
        return total

    def _split_last(self, chain: Sequence[Block]) -> bool:
        """Place the chain here with the end of its last block on the next page, if that can be."""
        *before, last = chain
        used = self._used[-1] + self._chain_height(before)
        above = before[-1] if before else self._above()
        parts = last.split(self._width, self._height - used - _gap(above, last))
        if parts is None:
            return False
        for block in (*before, parts[0]):
            self._place(block)
        self._new_page()
        self.add([parts[1]])
        return True

    def _split_first(self, chain: Sequence[Block]) -> bool:
        """Let the end of the first block go to the next page with all that belongs to it."""
        first, *rest = chain
        room = self._height - self._used[-1] - _gap(self._above(), first)
        parts = first.split(self._width, room) if rest else None
        if parts is None:
            return False
        self._place(parts[0])
        self._new_page()
        self.add([parts[1], *rest])
        return True

    def _cut_alone(self, chain: Sequence[Block]) -> bool:
        """Let a block part that would leave a page hardly begun, however whole it is to stay."""
        if len(chain) > 1 or self._used[-1] >= _HARDLY_BEGUN * self._height:
            return False
        room = self._height - self._used[-1] - _gap(self._above(), chain[0])
        parts = chain[0].cut(self._width, room)
        if parts is None:
            return False
        self._place(parts[0])
        self._new_page()
        self.add([parts[1]])
        return True

    def _place_or_split(self, block: Block) -> None:
        """Place a block; one that is longer than a page goes on over the next ones."""
        room = self._height - self._used[-1] - _gap(self._above(), block)
        if block.height(self._width) > room + 0.01:
            parts = block.split(self._width, room)
            if parts is None and block.height(self._width) > self._height:
                # What is to stay whole cannot, when no page is high enough for it.
                parts = block.cut(self._width, room)
            if parts and parts[1].height(self._width) < block.height(self._width):
                self._place(parts[0])
                self._new_page()
                self._place_or_split(parts[1])
                return
            if self._used[-1]:
                self._new_page()
                self._place_or_split(block)
                return
        self._place(block)

    def _place(self, block: Block) -> None:
        self._used[-1] += _gap(self._above(), block)
        self.pages[-1].append(Placed(block, self._used[-1]))
        self._used[-1] += block.height(self._width)

    def _new_page(self) -> None:
        self.pages.append([])
        self._used.append(0.0)

    def share_spare_room(self, height: float) -> None:
        """Spread what `height` leaves on each page over the blocks that can take some."""
        for at, (page, used) in enumerate(zip(self.pages, self._used, strict=True)):
            longer, spare = _with_more_lines(page, height - used)
            self.pages[at] = _spread(longer, spare)


def laid_out(blocks: Sequence[Block], width: float, height: float) -> Layout:
    """Return pages filled from the top, as many as are needed."""
    layout = Layout(width, height)
    for _ in _filling(layout, _sections(blocks)):
        pass
    return layout


def _filling(layout: Layout, sections: Iterable[Sequence[Block]]) -> Iterator[int]:
    """Fill a layout, yielding how many pages there are after each of its parts."""
    for section in sections:
        layout.begin(section)
        for chain in _chains(section):
            layout.add(chain)
            yield len(layout.pages)


def height_of(blocks: Sequence[Block], width: float) -> float:
    """Return how high blocks are below one another, without any end of a page."""
    above: Block | None = None
    used = 0.0
    for block in blocks:
        used += _gap(above, block) + block.height(width)
        above = block
    return used


def evened(layout: Layout, blocks: Sequence[Block], width: float, height: float) -> Layout:
    """Return as many pages as `layout` has, without a nearly empty one where that can be."""
    if len(layout.pages) == 1 or layout.last_is_filled >= _EVENED_BELOW:
        return layout
    best, most = layout, len(layout.pages)
    sections = list(_sections(blocks))
    for part in _PARTS_OF_A_PAGE:
        tried = Layout(width, height * part)
        if any(pages > most for pages in _filling(tried, sections)):
            break  # on lower pages it would be more still
        best = max(best, tried, key=lambda one: one.emptiest)
    return best


def _with_more_lines(page: Sequence[Placed], spare: float) -> tuple[list[Placed], float]:
    """Let lines to write on become more, one after the other; return what room is left."""
    more = dict.fromkeys(range(len(page)), 0)
    spare -= _ABOVE_FOOT
    while spare >= WRITING_LINE:
        growing = [at for at in more if _may_grow(page[at].block, more[at])]
        if not growing:
            break
        for at in growing[: int(spare // WRITING_LINE)]:
            more[at] += 1
            spare -= WRITING_LINE
    return list(_grown(page, more)), spare + _ABOVE_FOOT


def _may_grow(block: Block, more: int) -> bool:
    return isinstance(block, WritingLines) and block.count + more < block.most


def _grown(page: Sequence[Placed], more: dict[int, int]) -> Iterator[Placed]:
    lower = 0.0
    for at, placed in enumerate(page):
        block = placed.block
        if more[at] and isinstance(block, WritingLines):
            block = replace(block, count=block.count + more[at])
        yield Placed(block, placed.top + lower)
        lower += more[at] * WRITING_LINE


def _spread(page: Sequence[Placed], spare: float) -> list[Placed]:
    # The first stays where it is: all pages begin at the same height.
    wanted = sum(placed.block.stretch for placed in page[1:])
    if wanted <= 0 or spare <= 0:
        return list(page)
    share, shift = min(1.0, spare / wanted), 0.0
    spread: list[Placed] = []
    for placed in page:
        shift += placed.block.stretch * share if spread else 0.0
        spread.append(Placed(placed.block, placed.top + shift))
    return spread


def _gap(above: Block | None, block: Block) -> float:
    return max(above.space_after, block.space_before) if above else 0.0


def _sections(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """Part the blocks before each one that asks for room."""
    starts = [at for at, block in enumerate(blocks) if block.room or not at]
    for start, end in pairwise([*starts, len(blocks)]):
        yield blocks[start:end]


def _chains(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Part the blocks into groups that must stay on one page."""
    chain: list[Block] = []
    for block in blocks:
        chain.append(block)
        if not block.keep_with_next:
            yield chain
            chain = []
    if chain:
        yield chain
