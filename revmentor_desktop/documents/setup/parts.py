"""Blocks that the set-up papers share: heads, headings, points, cards, tables, big numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from revmentor_desktop.documents.blocks import Block, Paragraph, Spaced, Stack
from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.document_words import WordsOfFile, says_something
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.lists import Numbered
from revmentor_desktop.documents.panels import Columns, Panel
from revmentor_desktop.documents.paragraphs import plain, widest_word, width_of
from revmentor_desktop.documents.styles import Styles, TextStyle
from revmentor_desktop.documents.tables import Ruled, Table
from revmentor_desktop.documents.wording import Run

Runs = Sequence[Run]
B = TypeVar("B", bound=Spaced)

YES: Final = "✓"
NO: Final = "✗"
BULLET: Final = "•"
LARGE: Final = 1.25
"""The scale from which on print is large: columns become too narrow for it."""


@dataclass
class Barred(Spaced):
    """A block beside an upright bar: what somebody says."""

    block: Block
    indent: float
    bar: str = "brand"

    def height(self, width: float) -> float:
        """As high as the block."""
        return self.block.height(width - self.indent)

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the bar and the block."""
        height = self.height(width)
        canvas.box((x, top - height, 2.5, height), 1.2, fill=self.bar)
        self.block.draw(canvas, x + self.indent, top, width - self.indent)

    def cut(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Part what somebody says; the bar goes on."""
        parts = self.block.cut(width - self.indent, height)
        if parts is None:
            return None
        same = self.identity
        first = replace(self, block=parts[0], part_of=same)
        return first, replace(self, block=parts[1], part_of=same)


def in_colour(runs: Runs, name: str) -> list[Run]:
    """Return runs in one colour."""
    return [replace(run, colour=name) for run in runs]


def in_bold(runs: Runs) -> list[Run]:
    """Return runs in bold."""
    return [replace(run, weight=Weight.BOLD) for run in runs]


def head(words: WordsOfFile, styles: Styles, accent: str = "brand") -> list[Block]:
    """Return the kind of paper, its title and the line below."""
    about = words.around("kind"), words.title(), words.line("subtitle")
    return head_of(*about, styles, accent)


def head_of(
    kind: str, title: Runs, subtitle: Runs, styles: Styles, accent: str = "brand"
) -> list[Block]:
    """Return the kind of paper, its title and the line below, which may be empty."""
    style = styles.title_for(sum(len(run.text) for run in title))
    blocks: list[Block] = [
        Paragraph([Run(kind.upper(), colour=accent)], styles.eyebrow, keep_with_next=True),
        Paragraph(
            title,
            style,
            space_before=styles.space(5),
            space_after=styles.space(3),
            keep_with_next=True,
            whole=True,
        ),
    ]
    if says_something(list(subtitle)):
        blocks.append(Paragraph(subtitle, styles.subtitle, space_after=styles.space(14)))
    return blocks


def heading(text: Runs | str, styles: Styles, accent: str = "brand", room: float = 0.0) -> Block:
    """Return a heading that stays with what follows; `room` is what a `Block` asks for."""
    runs = plain(text) if isinstance(text, str) else list(text)
    return Paragraph(
        in_colour(runs, accent),
        styles.heading,
        space_before=styles.space(18),
        space_after=styles.space(5),
        keep_with_next=True,
        stretch=8,
        room=room,
    )


def paragraph(
    runs: Runs, styles: Styles, style: TextStyle | None = None, after: float = 6
) -> list[Block]:
    """Return a paragraph, or nothing when it says nothing."""
    if not says_something(list(runs)):
        return []
    return [Paragraph(runs, style or styles.body, space_after=styles.space(after))]


def before(runs: Runs, styles: Styles) -> list[Block]:
    """Return a paragraph that stays with what it introduces, or nothing."""
    if not says_something(list(runs)):
        return []
    return [Paragraph(runs, styles.body, space_after=styles.space(4), keep_with_next=True)]


def point(
    runs: Runs,
    styles: Styles,
    sign: str = BULLET,
    accent: str = "brand",
    style: TextStyle | None = None,
) -> Numbered:
    """Return a point with its sign in the margin; it stays whole."""
    set_in = style or styles.body
    return Numbered(
        Paragraph([Run(sign, Weight.BOLD, accent)], set_in),
        Paragraph(runs, set_in, whole=True),
        indent=(22 if sign.isdigit() else 16) * styles.scale,
        space_after=styles.space(5),
        stretch=2,
    )


def points(
    found: Sequence[Runs],
    styles: Styles,
    sign: str = BULLET,
    accent: str = "brand",
    style: TextStyle | None = None,
) -> list[Block]:
    """Return points with the same sign."""
    return [*together([point(one, styles, sign, accent, style) for one in found])]


def numbered(found: Sequence[Runs], styles: Styles, accent: str = "brand") -> list[Block]:
    """Return points with numbers."""
    made = [point(one, styles, str(number), accent) for number, one in enumerate(found, start=1)]
    return [*together(made)]


def together(found: list[B]) -> list[B]:
    """Let neither the first of some blocks nor the last stand alone on its page."""
    for one in (*found[:1], *found[-2:]):
        one.keep_with_next = one is not found[-1]
    return found


def label(text: str, styles: Styles, accent: str = "brand") -> Paragraph:
    """Return a label in small capitals."""
    return Paragraph(
        [Run(text.upper(), colour=accent)],
        styles.label,
        space_after=styles.space(4),
        keep_with_next=True,
    )


def card(title: str, blocks: Sequence[Block], styles: Styles, accent: str = "brand") -> Panel:
    """Return blocks in a frame under a small title."""
    return Panel(Stack([label(title, styles, accent), *blocks]), padding=styles.space(12))


def tinted(
    blocks: Sequence[Block], styles: Styles, fill: str = "brand_soft", *, is_loose: bool = False
) -> Panel:
    """Return blocks on a tinted ground; loose ones may go on over a page."""
    return Panel(
        Stack(blocks, is_loose=is_loose),
        padding=styles.space(13),
        fill=fill,
        border=None,
        space_before=styles.space(10),
        space_after=styles.space(14),
        stretch=4,
    )


def closed(said: list[Block]) -> list[Block]:
    """Return blocks without a space below the last: a frame has its own."""
    if said and isinstance(said[-1], Paragraph):
        said[-1].space_after = 0.0
    return said


def beside(
    blocks: Sequence[Block], styles: Styles, shares: Sequence[float] = ()
) -> Columns | Stack:
    """Return blocks beside one another; in large print below one another."""
    made: Columns | Stack
    if styles.scale > LARGE:
        for block in blocks[1:]:
            if isinstance(block, Spaced):
                block.space_before = max(block.space_before, styles.space(10))
        made = Stack(blocks, is_loose=True)
    else:
        made = Columns(blocks, gap=styles.space(14), shares=shares)
    made.space_before, made.space_after, made.stretch = styles.space(10), styles.space(12), 4.0
    return made


def table(
    titles: Sequence[str],
    rows: Sequence[Sequence[Runs]],
    styles: Styles,
    shares: Sequence[float],
    *,
    note: Sequence[Block] = (),
    is_wordy: bool = False,
) -> list[Block]:
    """Return rows under their titles, each whole, with a note at the end; nothing without rows.

    In large print the cells of a wordy table stand below one another, each after its title. Where
    all titles are empty, the first cell of a row says what the row is about; where there are none
    at all, its cells are alike.
    """
    if not rows:
        return []
    set_in = replace(styles.note, leading=styles.note.size * 1.4)
    end = Stack(note, space_before=styles.space(7)) if note else None
    if is_wordy and styles.scale > LARGE:
        stacked = [Ruled(_stacked(titles, cells, set_in), styles.space(5)) for cells in rows]
        return [Table(stacked, note=end, stretch=2)]
    gap = styles.space(12)

    # Large letters in a narrow column would tear words and dates apart.
    needs = _needs([[*map(plain, titles)], *rows], set_in) if styles.is_large else ()

    def row(cells: Sequence[Runs], cell_style: TextStyle) -> Columns:
        made = [Paragraph(one, cell_style) for one in cells]
        return Columns(made, gap=gap, shares=shares, needs=needs)

    body = [Ruled(row(cells, set_in), styles.space(4.5)) for cells in rows]
    if not any(titles):
        return [Table(body, note=end, first_is_title=bool(titles), stretch=2)]
    top = Ruled(row([plain(one) for one in titles], styles.small), styles.space(3), rule="control")
    return [Table(body, top, end, stretch=2)]


def _needs(rows: Sequence[Sequence[Runs]], style: TextStyle) -> list[float]:
    """Return how wide each column of a table must be for its longest word."""
    columns = zip(*filter(None, rows), strict=True)
    return [max(widest_word(cell, style) for cell in column) for column in columns]


def _stacked(titles: Sequence[str], cells: Sequence[Runs], style: TextStyle) -> Stack:
    first, *rest = cells
    blocks = [Paragraph(first, style)]
    for title, cell in zip(titles[1:], rest, strict=True):
        if says_something(list(cell)):
            named = [Run(f"{title}: ", colour="muted"), *cell]
            blocks.append(Paragraph(named, style, space_before=style.size * 0.2))
    return Stack(blocks)


def big_numbers(figures: Sequence[tuple[str, str]], styles: Styles) -> Block:
    """Return figures in large letters, what they count below each."""
    size, leading = 21 * styles.scale, 25 * styles.scale
    number = replace(styles.title, size=size, leading=leading, tag="P")
    cells = [
        Stack([Paragraph(plain(one), number), Paragraph(plain(words), styles.small)])
        for one, words in figures
    ]
    return Columns(
        cells,
        gap=styles.space(14),
        needs=[width_of(one, number) for one, _ in figures],
        space_before=styles.space(8),
        space_after=styles.space(8),
        stretch=5,
    )
