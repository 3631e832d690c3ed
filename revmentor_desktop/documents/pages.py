"""Blocks onto sheets: page breaks, the foot of the page, the PDF file around them."""

from __future__ import annotations

import io
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from revmentor_desktop.documents.blocks import Block, Paragraph
from revmentor_desktop.documents.fonts import body_font_name, searchable
from revmentor_desktop.documents.paragraphs import plain, shortened_to, width_of
from revmentor_desktop.documents.styles import MM, Paper, Styles, colour
from revmentor_desktop.domain.progress import run_to_end

SIDE_MARGIN: Final = 21 * MM
TOP_MARGIN: Final = 18 * MM
BOTTOM_MARGIN: Final = 22 * MM
_FOOTER_RULE: Final = 16 * MM
_EDGE: Final = 4 * MM
_TIGHTER: Final = ((1.0, 1.0), (1.0, 0.85), (0.97, 0.8), (0.94, 0.75), (0.91, 0.7))
"""How far letters and spaces may shrink to keep a document on one page; 11 pt becomes 10 pt."""

_STILL_USUAL: Final = 0.96


# Plain binary streams: ASCII ones are a quarter longer and take a fifth of the time.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document with pages of its own, alone or among others in one file.

    `story` makes its blocks at given styles, so that it can be tried a little smaller.
    """

    title: str
    foot_left: str
    foot_middle: str
    story: Callable[[Styles], Sequence[Block]]
    edge: str = ""
    """The colour of a band along the left edge of each page; "" for none."""


@dataclass(frozen=True, slots=True)
class _Placed:
    block: Block
    top: float


def _gap(above: Block | None, block: Block) -> float:
    return max(above.space_after, block.space_before) if above else 0.0


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


class _Layout:
    """Fills pages of one size from the top."""

    def __init__(self, width: float, height: float) -> None:
        self._width = width
        self._height = height
        self.pages: list[list[_Placed]] = [[]]
        self._used = 0.0

    def add(self, chain: Sequence[Block]) -> None:
        """Place blocks that belong together, on the next page when they do not fit here."""
        if self._used and self._used + self._chain_height(chain) > self._height + 0.01:
            if self._split_last(chain):
                return
            self._new_page()
        for block in chain:
            self._place_or_split(block)

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
        used = self._used + self._chain_height(before)
        above = before[-1] if before else self._above()
        parts = last.split(self._width, self._height - used - _gap(above, last))
        if parts is None:
            return False
        for block in (*before, parts[0]):
            self._place(block)
        self._new_page()
        self.add([parts[1]])
        return True

    def _place_or_split(self, block: Block) -> None:
        """Place a block; one that is longer than a page goes on over the next ones."""
        room = self._height - self._used - _gap(self._above(), block)
        if block.height(self._width) > room + 0.01:
            parts = block.split(self._width, room)
            if parts:
                self._place(parts[0])
                self._new_page()
                self._place_or_split(parts[1])
                return
            if self._used:
                self._new_page()
        self._place(block)

    def _place(self, block: Block) -> None:
        self._used += _gap(self._above(), block)
        self.pages[-1].append(_Placed(block, self._used))
        self._used += block.height(self._width)

    def _new_page(self) -> None:
        self.pages.append([])
        self._used = 0.0

    def share_spare_room(self) -> None:
        """Spread what is left of an only page over the blocks that can take some."""
        if len(self.pages) > 1:
            return
        wanted = sum(placed.block.stretch for placed in self.pages[0])
        spare = self._height - self._used
        if wanted <= 0:
            return
        share, shift = min(1.0, spare / wanted), 0.0
        for at, placed in enumerate(self.pages[0]):
            shift += placed.block.stretch * share
            self.pages[0][at] = _Placed(placed.block, placed.top + shift)


def _laid_out(sheet: Sheet, paper: Paper, styles: Styles) -> list[list[_Placed]]:
    width = paper.width - 2 * SIDE_MARGIN
    height = paper.height - TOP_MARGIN - BOTTOM_MARGIN
    best: _Layout | None = None
    for letters, spaces in _TIGHTER:
        layout = _Layout(width, height)
        for chain in _chains(sheet.story(styles.tightened(letters, spaces))):
            layout.add(chain)
        if len(layout.pages) == 1:
            layout.share_spare_room()
            return layout.pages
        # A long document may save its last page, but not at the price of smaller letters.
        saves = best is not None and len(layout.pages) < len(best.pages) and letters > _STILL_USUAL
        best = layout if best is None or saves else best
        if styles.scale > 1:
            break  # large print must not become smaller again
    return best.pages if best else []


def _draw_foot(canvas: Canvas, sheet: Sheet, paper: Paper, page: str, styles: Styles) -> None:
    left, right = SIDE_MARGIN, paper.width - SIDE_MARGIN
    canvas.setStrokeColor(colour("line"))
    canvas.setLineWidth(0.75)
    canvas.line(left, _FOOTER_RULE, right, _FOOTER_RULE)
    style = styles.footer
    top = _FOOTER_RULE - styles.space(5)
    number_width = width_of(page, style)
    middle = shortened_to(sheet.foot_middle, right - left - 2 * number_width, style)
    middle_left = (left + right - width_of(middle, style)) / 2
    owner_width = middle_left - left - styles.space(10)
    owner = shortened_to(sheet.foot_left, owner_width, style)
    # A hair more than measured, so that rounding never breaks the line.
    for text, start in ((owner, left), (middle, middle_left), (page, right - number_width)):
        Paragraph(plain(text), style).draw(canvas, start, top, right - start + 1)


def _draw_edge(canvas: Canvas, sheet: Sheet, paper: Paper) -> None:
    if sheet.edge:
        canvas.setFillColor(colour(sheet.edge))
        canvas.rect(0, 0, _EDGE, paper.height, stroke=0, fill=1)


def _new_canvas(file: io.BytesIO, title: str, paper: Paper) -> Canvas:
    options: dict[str, Any] = {
        "pagesize": paper.value,
        "invariant": 1,
        "pageCompression": 1,
        "initialFontName": body_font_name(),  # else an unembedded Helvetica comes with the file
        "lang": "en-GB",
    }
    canvas = Canvas(file, **options)
    canvas.setTitle(searchable(title))
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("RevMentor")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def compose(
    sheets: Iterable[Sheet],
    *,
    title: str,
    paper: Paper = Paper.A4,
    styles: Styles | None = None,
) -> bytes:
    """Return a PDF file with `sheets` one after the other, each with page numbers of its own.

    The same sheets give the same bytes. The file names its title and language and nothing else.
    """
    return run_to_end(compose_stepwise(sheets, title=title, paper=paper, styles=styles))


def compose_stepwise(
    sheets: Iterable[Sheet],
    *,
    title: str,
    paper: Paper = Paper.A4,
    styles: Styles | None = None,
) -> Generator[int, None, bytes]:
    """Do as `compose`, yielding the number of sheets done after each; returns the bytes."""
    styles = styles or Styles()
    file = io.BytesIO()
    canvas = _new_canvas(file, title, paper)
    for done, sheet in enumerate(sheets, start=1):
        pages = _laid_out(sheet, paper, styles)
        for number, page in enumerate(pages, start=1):
            if number == 1:
                canvas.bookmarkPage(f"sheet{done}")
                canvas.addOutlineEntry(searchable(sheet.title), f"sheet{done}", 0)
            _draw_edge(canvas, sheet, paper)
            for placed in page:
                top = paper.height - TOP_MARGIN - placed.top
                placed.block.draw(canvas, SIDE_MARGIN, top, paper.width - 2 * SIDE_MARGIN)
            _draw_foot(canvas, sheet, paper, f"Page {number} of {len(pages)}", styles)
            canvas.showPage()
        yield done
    canvas.save()
    return file.getvalue()
