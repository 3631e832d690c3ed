"""Blocks onto sheets: page breaks, the foot of the page, the PDF file around them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from revmentor_desktop.documents.blocks import Block, Paragraph
from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.layout import Layout, Placed, evened, height_of, laid_out
from revmentor_desktop.documents.letterhead import Letterhead
from revmentor_desktop.documents.paragraphs import plain, shortened_to, width_of
from revmentor_desktop.documents.styles import MM, Paper, Styles
from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.domain.progress import run_to_end

SIDE_MARGIN: Final = 21 * MM
TOP_MARGIN: Final = 18 * MM
BOTTOM_MARGIN: Final = 22 * MM
_FOOTER_RULE: Final = 16 * MM
_SECOND_LINE: Final = 8 * MM
"""How much higher the foot is in large print, in which it has two lines."""
_EDGE: Final = 4 * MM
_FRAME: Final = ((10 * MM, "", 2.4), (12 * MM, "line", 0.6))
"""Its lines: how far from the edge of the paper, in which colour ("": the sheet's), how thick."""
_TIGHTER: Final = ((1.0, 1.0), (1.0, 0.85), (0.97, 0.8), (0.94, 0.75), (0.91, 0.7))
"""How far letters and spaces may shrink to keep a document on one page; 11 pt becomes 10 pt."""

_STILL_USUAL: Final = 0.99
_TWO: Final = 2
"""Pages after which only a single one would be better."""
_HAIR: Final = 0.01
"""Points by which a page may be fuller than it is high: sums of fractions are no exact thing."""
_REFLOWED: Final = 0.97
"""How much lower text becomes at most as smaller letters need fewer lines."""
_LONG: Final = 12
"""From more pages than this on, one less is not worth setting all of them again."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document with pages of its own, alone or among others in one file.

    `story` makes its blocks at given styles, so that it can be tried a little smaller.
    """

    title: str
    foot_left: str
    foot_middle: str
    story: Callable[[Styles], Sequence[Block]]
    logo: Logo | None = None
    """The organisation's logo, at the head of the first page; a framed page has it in its text."""
    edge: str = ""
    """The colour of a band along the left edge of each page; "" for none."""
    shorter: Sequence[Callable[[Styles], Sequence[Block]]] = ()
    """Stories that say less, one less than the other, for when the story takes a second page."""
    is_framed: bool = False
    """Whether a frame is all that stands around its text: a page for a wall."""
    is_evened: bool = False
    """Whether several pages are filled about evenly, so that none comes out nearly empty."""


def _laid_out(sheet: Sheet, paper: Paper, styles: Styles) -> list[list[Placed]]:
    """Return the pages of a sheet, a little tighter where that saves the last one."""
    width = paper.width - 2 * SIDE_MARGIN
    # Large print must not become smaller again, nor say less: it has pages as it needs them.
    is_large = styles.scale > 1
    foot = BOTTOM_MARGIN + (_SECOND_LINE if styles.is_large and not sheet.is_framed else 0)
    height = paper.height - TOP_MARGIN - foot
    tighter = _TIGHTER[:1] if is_large else _TIGHTER
    stories = (sheet.story, *(() if is_large else sheet.shorter))
    room = width, height
    tries = [(story, *by) for story in stories for by in tighter]
    first = _story(sheet, styles, *tries[0])
    if height < height_of(first, width) <= _TWO * height:
        alone = _on_one_page(sheet, styles, tries, first, room)
        if alone:
            return alone.pages
        best = laid_out(first, *room)
        if len(best.pages) == _TWO:
            return _finished(sheet, best, first, room)
    return _tried(sheet, styles, tries, first, room)


_Try = tuple[Callable[[Styles], Sequence[Block]], float, float]
"""What is said, and by how much letters and spaces become smaller."""


def _story(
    sheet: Sheet,
    styles: Styles,
    story: Callable[[Styles], Sequence[Block]],
    letters: float,
    spaces: float,
) -> list[Block]:
    return [*_letterhead(sheet), *story(styles.tightened(letters, spaces))]


def _on_one_page(
    sheet: Sheet,
    styles: Styles,
    tries: Sequence[_Try],
    first: Sequence[Block],
    room: tuple[float, float],
) -> Layout | None:
    """Return the first of `tries` that fits one page, which the `first` does not; None for none."""
    width, height = room
    usual = height_of(first, width)
    of_spaces = usual
    for story, letters, spaces in tries[1:]:
        # What spaces can give is known once they were tried alone; letters give little more.
        least = letters * (usual - (1 - spaces) * of_spaces)
        if least * (_REFLOWED if letters < 1 else 1) > height + _HAIR and letters * spaces < 1:
            continue
        blocks = _story(sheet, styles, story, letters, spaces)
        high = height_of(blocks, width)
        if letters == 1:
            usual, of_spaces = (
                (high, high) if spaces == 1 else (usual, (usual - high) / (1 - spaces))
            )
        if high > height + _HAIR:
            continue
        layout = laid_out(blocks, *room)
        if len(layout.pages) == 1:
            layout.share_spare_room(height)
            return layout
    return None


def _tried(
    sheet: Sheet,
    styles: Styles,
    tries: Sequence[_Try],
    first: Sequence[Block],
    room: tuple[float, float],
) -> list[list[Placed]]:
    """Return a sheet in as few pages as any of `tries` needs; the earlier it is, the better."""
    width, height = room
    best, best_blocks = laid_out(first, *room), first
    if len(best.pages) == 1:
        best.share_spare_room(height)
        return best.pages
    for story, letters, spaces in tries[1:]:
        if len(best.pages) > _LONG:
            break
        is_usual = letters > _STILL_USUAL and story is sheet.story
        is_long = height_of(best_blocks, width) > _TWO * height + _HAIR
        if is_long and story is sheet.story and not is_usual:
            continue  # smaller letters are for a single page, which is out of reach
        blocks = _story(sheet, styles, story, letters, spaces)
        if len(best.pages) == _TWO and height_of(blocks, width) > height + _HAIR:
            continue
        layout = laid_out(blocks, *room)
        if len(layout.pages) == 1:
            layout.share_spare_room(height)
            return layout.pages
        # A long document may save its last page, but not at the price of smaller letters or words.
        if is_usual and len(layout.pages) < len(best.pages):
            best, best_blocks = layout, blocks
    return _finished(sheet, best, best_blocks, room)


def _finished(
    sheet: Sheet, layout: Layout, blocks: Sequence[Block], room: tuple[float, float]
) -> list[list[Placed]]:
    if sheet.is_evened:
        layout = evened(layout, blocks, *room)
        layout.share_spare_room(room[1])
    return layout.pages


def _letterhead(sheet: Sheet) -> list[Block]:
    if sheet.logo is None or sheet.is_framed:
        return []
    return [Letterhead(sheet.logo, sheet.foot_left, TOP_MARGIN, keep_with_next=True)]


def _draw_foot(canvas: PaperCanvas, sheet: Sheet, paper: Paper, page: str, styles: Styles) -> None:
    left, right = SIDE_MARGIN, paper.width - SIDE_MARGIN
    rule = _FOOTER_RULE + (_SECOND_LINE if styles.is_large else 0)
    canvas.rule("line", 0.75, (left, rule), (right, rule))
    style = styles.footer
    top = rule - 5
    number_width = width_of(page, style)
    beside = _beside_number(sheet, (left, right), number_width, styles)
    with canvas.ornament():
        for text, start, line in (*beside, (page, right - number_width, 0)):
            # A hair more than measured, so that rounding never breaks the line.
            place = start, top - line * style.leading, right - start + 1
            Paragraph(plain(text), style).draw(canvas, *place)


def _beside_number(
    sheet: Sheet, ends: tuple[float, float], number_width: float, styles: Styles
) -> list[tuple[str, float, int]]:
    """Return what the foot says besides the page, each with its left end and its line."""
    (left, right), style = ends, styles.footer
    room = right - left - number_width - styles.space(10)
    if styles.is_large:
        # All three have no room beside one another in large letters.
        owner = shortened_to(sheet.foot_left, room, style)
        return [(owner, left, 0), (shortened_to(sheet.foot_middle, right - left, style), left, 1)]
    middle = shortened_to(sheet.foot_middle, right - left - 2 * number_width, style)
    middle_left = (left + right - width_of(middle, style)) / 2
    owner_width = middle_left - left - styles.space(10)
    return [(shortened_to(sheet.foot_left, owner_width, style), left, 0), (middle, middle_left, 0)]


def _draw_edge(canvas: PaperCanvas, sheet: Sheet, paper: Paper) -> None:
    if sheet.edge:
        canvas.fill_in(sheet.edge if canvas.in_colour else "line")
        canvas.rect(0, 0, _EDGE, paper.height, stroke=0, fill=1)


def _draw_frame(canvas: PaperCanvas, sheet: Sheet, paper: Paper) -> None:
    for inset, colour, thickness in _FRAME:
        size = paper.width - 2 * inset, paper.height - 2 * inset
        border = colour or sheet.edge or "brand"
        canvas.box((inset, inset, *size), 3.0, border=border, thickness=thickness)


def compose(
    sheets: Iterable[Sheet],
    *,
    title: str,
    paper: Paper = Paper.A4,
    styles: Styles | None = None,
) -> bytes:
    """Return a PDF file with `sheets` one after the other, each with page numbers of its own.

    The same sheets give the same bytes. The file names its title and language and nothing else,
    and can be read aloud: headings, paragraphs, lists and tables are marked as what they are.
    """
    return run_to_end(compose_stepwise(sheets, title=title, paper=paper, styles=styles))


def compose_stepwise(
    sheets: Iterable[Sheet],
    *,
    title: str,
    paper: Paper = Paper.A4,
    styles: Styles | None = None,
    is_duplex: bool = False,
) -> Generator[int, None, bytes]:
    """Do as `compose`, yielding the number of sheets done after each; returns the bytes.

    With `is_duplex` every sheet begins on a right-hand page, after an empty one where need be.
    """
    styles = styles or Styles()
    canvas = PaperCanvas(paper, in_colour=styles.in_colour)
    waiting = iter(sheets)
    first_two = list(islice(waiting, 2))
    is_one_of_many = len(first_two) > 1
    is_left_next = False
    for done, sheet in enumerate(chain(first_two, waiting), start=1):
        pages = _laid_out(sheet, paper, styles)
        has_headings = len(pages) > 1
        if is_duplex and is_left_next:
            canvas.showPage()
        is_left_next = len(pages) % 2 == 1
        with canvas.sheet(sheet.title, has_headings=has_headings, is_closed=is_one_of_many):
            for number, page in enumerate(pages, start=1):
                _draw_page(canvas, sheet, page, paper)
                if not sheet.is_framed:
                    _draw_foot(canvas, sheet, paper, f"Page {number} of {len(pages)}", styles)
                canvas.showPage()
        yield done
    return canvas.finished(title)


def _draw_page(canvas: PaperCanvas, sheet: Sheet, page: Sequence[Placed], paper: Paper) -> None:
    if sheet.is_framed:
        _draw_frame(canvas, sheet, paper)
    else:
        _draw_edge(canvas, sheet, paper)
    for placed in page:
        top = paper.height - TOP_MARGIN - placed.top
        placed.block.draw(canvas, SIDE_MARGIN, top, paper.width - 2 * SIDE_MARGIN)
