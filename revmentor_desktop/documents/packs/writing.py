"""Markdown onto paper: the blocks of what a section says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, assert_never

from revmentor_desktop.documents.blocks import (
    Block,
    Paragraph,
    Spaced,
    Stack,
    WritingLines,
)
from revmentor_desktop.documents.document_words import WordsOfFile, says_something
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.packs.kept_sections import kept_body
from revmentor_desktop.documents.packs.scales import POINT, scales
from revmentor_desktop.documents.panels import Columns
from revmentor_desktop.documents.paragraphs import plain, width_of
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.setup.forms import TickBox
from revmentor_desktop.documents.setup.parts import Runs
from revmentor_desktop.documents.setup.sources import source
from revmentor_desktop.documents.styles import WRITING_LINE, Styles, TextStyle
from revmentor_desktop.documents.tables import AtLeast, Ruled, Table
from revmentor_desktop.documents.wording import text_of
from revmentor_desktop.domain.markdown import (
    Aside,
    Heading,
    ListKind,
    Part,
    Points,
    Rows,
    Text,
    WriteOn,
)

_TO_FILL_IN: Final = 1.4 * WRITING_LINE
"""How high the row of a table is that has empty cells to write in."""
_SPAN: Final = re.compile(r"(\d{1,3})–(\d{1,3})")
"""From which minute to which: the first cell of a row of what happens when."""
_MORE: Final = 3
"""How many times as many lines to write on there may be, at most."""
_FEW: Final = 6
"""Letters that the narrowest column to write in has room for, as its neighbours for theirs."""
_TO_TICK: Final = "[ ] "
"""How each cell of a table begins that has a box to tick."""
_AFTER_LIST: Final = 10
"""Points between a list or a line to write on and what follows."""
_TEXT_WIDTH: Final = 470.0
"""About how wide a page's text is: what the columns of a plan by the minute are shares of."""
_HOUR: Final = 60
_TO_FIVE: Final = 5


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of a section is set where it is not set as usual.

    `style` is that of paragraphs and points, `sign` stands before the points of a list; `shares`
    are the widths of a table's columns, the first of which is in bold. The rows of a table that
    `are_sources` are things to read.
    """

    style: TextStyle | None = None
    sign: str = parts.BULLET
    shares: Sequence[float] = ()
    are_sources: bool = False


@dataclass(frozen=True, slots=True)
class Writer:
    """Makes blocks of what sections say, in one accent colour.

    `minutes` is how long a meeting lasts: what happens when is written for an hour. From
    `many_lines` on, lines to write on below one another become more where a page has room; 0: none.
    `pieces` are sections of which only so many pieces are said: a piece begins with a heading.
    One that `keeps` sections has them in common with other papers: nobody may change their blocks.
    """

    words: WordsOfFile
    styles: Styles
    accent: str
    minutes: int = _HOUR
    many_lines: int = 0
    pieces: Mapping[str, int] = field(default_factory=dict)
    look: Look = Look()
    keeps: bool = False

    def looking(self, look: Look, accent: str = "") -> Writer:
        """Return the same with another look, and another colour where one is named."""
        return replace(self, look=look, accent=accent or self.accent)

    def section(
        self,
        key: str,
        more: Iterable[Block] = (),
        number: int = 0,
        room: float = 0.0,
        heading_accent: str = "",
    ) -> list[Block]:
        """Return a section under its heading, with `more` after its text; nothing without either.

        With a `number` its heading begins with that; `room` is what a `Block` asks for.
        """
        added = list(more)
        said = list(kept_body(self, key) if self.keeps else self.body(key))
        if said and added:
            said[-1] = _staying(said[-1])
        blocks = [*said, *added]
        if not blocks:
            return []
        heading = self.words.heading(key)
        if number:
            heading = [*_number(number), *heading]
        accent = heading_accent or self.accent
        return [parts.heading(heading, self.styles, accent, room), *blocks]

    def body(self, key: str) -> list[Block]:
        """Return what a section says, without its heading."""
        said = self.words.parts(key)
        heads = [at for at, part in enumerate(said) if isinstance(part, Heading)]
        most = self.pieces.get(key, len(heads))
        return self.blocks(said[: heads[most]] if most < len(heads) else said)

    def before(self, key: str) -> list[Block]:
        """Return what a section says, to stay with what follows it."""
        said = self.body(key)
        for last in said[-1:]:
            _stay(last)
        return said

    def tinted(self, key: str, fill: str = "brand_soft") -> list[Block]:
        """Return what a section says on a tinted ground; nothing where it says nothing."""
        said = self.body(key)
        return [parts.tinted(parts.closed(said), self.styles, fill)] if said else []

    def card(self, key: str) -> Block:
        """Return a section in a frame under its heading."""
        title = text_of(self.words.heading(key))
        return parts.card(title, [Stack(self.body(key))], self.styles, self.accent)

    def blocks(self, said: Sequence[Part]) -> list[Block]:
        """Return Markdown as blocks."""
        found: list[Block] = []
        for part in said:
            made = self._part(part)
            # What leads to a list or a table stands on its page.
            if made and not isinstance(part, Text | Heading) and found:
                _stay(found[-1])
            found.extend(made)
        return found

    def _part(self, part: Part) -> list[Block]:
        match part:
            case Text():
                return self._text(part.source)
            case Heading():
                return self._heading(part.source)
            case Points():
                return self._points(part)
            case Rows():
                return self._rows(part)
            case Aside():
                return self._aside(part.sources)
            case WriteOn():
                return [self._lines(part.count)]
        assert_never(part)

    def _text(self, source: str) -> list[Block]:
        runs = self.words.filled(source)
        after = _AFTER_LIST if runs and runs[-1].to_write else 6
        return parts.paragraph(runs, self.styles, self.look.style, after)

    def _lines(self, count: int) -> Block:
        grows = 0 < self.many_lines <= count
        most = count * _MORE if grows else 0
        return WritingLines(count, most, space_after=self.styles.space(10))

    def _heading(self, source: str) -> list[Block]:
        style = replace(self.styles.body, weight=Weight.BOLD, tag="H3")
        space = self.styles.space
        runs = self.words.filled(source)
        if not says_something(runs):
            return []
        return [
            Paragraph(runs, style, space_before=space(9), space_after=space(3), keep_with_next=True)
        ]

    def _points(self, part: Points) -> list[Block]:
        said = self._saying(part.sources)
        make: Callable[[], list[Block]] = {
            ListKind.SIGNS: lambda: parts.points(
                said, self.styles, self.look.sign, self.accent, self.look.style
            ),
            ListKind.NUMBERS: lambda: parts.numbered(said, self.styles, self.accent),
            ListKind.TICKS: lambda: self._ticks(said),
        }[part.kind]
        found = make()
        # What comes after a list stands a little off it, as its points do from one another.
        for last in found[-1:]:
            if isinstance(last, Spaced):
                last.space_after = self.styles.space(_AFTER_LIST)
        return found

    def _ticks(self, said: Sequence[Runs]) -> list[Block]:
        space, style = self.styles.space(5), self.look.style or self.styles.body
        made = [TickBox(runs, style, space_after=space) for runs in said]
        return [*parts.together(made)]

    def _saying(self, sources: Iterable[str]) -> list[Runs]:
        filled = map(self.words.filled, sources)
        return [runs for runs in filled if says_something(runs)]

    def _aside(self, sources: Sequence[str]) -> list[Block]:
        lines: list[Block] = [
            Paragraph(runs, self.styles.body, space_after=self.styles.space(3))
            for runs in self._saying(sources)
        ]
        if not lines:
            return []
        space = self.styles.space
        indent = space(12)
        return [
            parts.Barred(
                Stack(lines),
                indent,
                self.accent,
                space_before=space(8),
                space_after=space(10),
            )
        ]

    def _rows(self, part: Rows) -> list[Block]:
        width = max(map(len, (part.titles, *part.cells)))
        rows = [[*map(self.words.filled, row), *[[]] * (width - len(row))] for row in part.cells]
        if _is_by_minute(part):
            return self._by_minute(rows)
        titles = [text_of(self.words.filled(one)) for one in part.titles]
        if self.look.are_sources or self.look.shares:
            return self._named(titles, rows)
        if _is_scale(part):
            asked, ends = [row[0] for row in rows], (titles[1], titles[-1])
            return [scales(asked, ends, width - 1, self.styles)]
        if _is_to_tick(part):
            return self._with_room_below([self._to_tick(titles, rows)])
        if any(not cell for row in part.cells for cell in row):
            return self._with_room_below([self._to_fill_in(titles, rows, fill_shares(part, width))])
        shares = shares_of(part, width)
        made = parts.table(titles, rows, self.styles, shares, is_wordy=True)
        return self._with_room_below(made)

    def _named(self, titles: Sequence[str], rows: Sequence[Sequence[Runs]]) -> list[Block]:
        """Return rows that begin with a name, as the look says; what says nothing is left out."""
        if self.look.are_sources:
            return [
                source(row, self.styles, self.accent)
                for row in rows
                if says_something(list(row[0]))
            ]
        shares = self.look.shares
        named = [
            [parts.in_bold(row[0]), *row[1:], *[[]] * (len(shares) - len(row))][: len(shares)]
            for row in rows
            if any(says_something(list(cell)) for cell in row[1:])
        ]
        above = [*titles, *[""] * (len(shares) - len(titles))][: len(shares)]
        return parts.table(above, named, self.styles, shares)

    def _to_fill_in(
        self, titles: Sequence[str], rows: Sequence[Sequence[Runs]], shares: Sequence[float]
    ) -> Block:
        """Return a table with room to write into its cells."""
        styles, gap = self.styles, self.styles.space(12)
        cells = [[AtLeast(Paragraph(one, styles.note), _TO_FILL_IN) for one in row] for row in rows]
        body = [
            # A pen writes on its rules: they are to be seen as well as any line to write on.
            Ruled(Columns(row, gap, shares=shares), styles.space(3), rule="control")
            for row in cells
        ]
        named = [Paragraph(plain(one), styles.small) for one in titles]
        top = Ruled(Columns(named, gap, shares=shares), styles.space(3), rule="control")
        return Table(body, top if any(titles) else None, stretch=2)

    def _to_tick(self, titles: Sequence[str], rows: Sequence[Sequence[Runs]]) -> Block:
        """Return a table with a box before each cell."""
        styles, gap = self.styles, self.styles.space(12)
        top = Columns([Paragraph(plain(one), styles.small) for one in titles], gap)
        body = [
            Ruled(
                Columns([TickBox(_unticked(cell), styles.body) for cell in row], gap),
                styles.space(4),
            )
            for row in rows
        ]
        return Table(body, Ruled(top, styles.space(3), rule="control"), stretch=2)

    def _by_minute(self, rows: Sequence[Sequence[Runs]]) -> list[Block]:
        accent = self.accent
        timed = [
            [parts.in_colour(parts.in_bold(self._span(first)), accent), *rest]
            for first, *rest in rows
        ]
        style, gap = self.styles.body, self.styles.space(14)
        first = max(width_of(text_of(one), replace(style, weight=Weight.BOLD)) for one, _ in timed)
        shares = first + 2, _TEXT_WIDTH - gap - first
        body = [
            Ruled(
                Columns([Paragraph(one, style) for one in row], gap, shares=shares),
                self.styles.space(4.5),
            )
            for row in timed
        ]
        return self._with_room_below([Table(body, first_is_title=True, stretch=2)])

    def _with_room_below(self, made: list[Block]) -> list[Block]:
        for one in made:
            if isinstance(one, Spaced):
                one.space_after = self.styles.space(10)
        return made

    def _span(self, first: Runs) -> Runs:
        """Return from when to when in a meeting of its own length, in fives."""
        found = _SPAN.fullmatch(text_of(first))
        if found is None or self.minutes == _HOUR:
            return first
        begin, end = (_in_fives(int(one) * self.minutes / _HOUR) for one in found.groups())
        return [replace(first[0], text=f"{begin}–{end}")]


def shares_of(part: Rows, width: int) -> list[float]:
    """Return how wide the columns of a table are to be: the more they say, the wider."""
    longest = [
        max(len(row[at]) if at < len(row) else 0 for row in (part.titles, *part.cells))
        for at in range(width)
    ]
    return [min(max(one, 12), 60) ** 0.75 for one in longest]


def fill_shares(part: Rows, width: int) -> list[float]:
    """Return how wide columns to write in are to be, by what their titles ask for."""
    titles = [*part.titles, *[""] * (width - len(part.titles))]
    return [float(max(len(title), _FEW)) for title in titles]


def _is_by_minute(part: Rows) -> bool:
    return not part.titles and all(len(row) == 2 and _SPAN.fullmatch(row[0]) for row in part.cells)


def _is_to_tick(part: Rows) -> bool:
    return bool(part.titles) and all(
        len(row) == len(part.titles) and all(cell.startswith(_TO_TICK) for cell in row)
        for row in part.cells
    )


def _unticked(cell: Runs) -> Runs:
    """Return what a cell says without the sign of its box."""
    first, *rest = cell
    return [replace(first, text=first.text.removeprefix(_TO_TICK)), *rest]


def _is_scale(part: Rows) -> bool:
    return len(part.titles) > 2 and all(
        set(row[1:]) == {POINT} and len(row) == len(part.titles) for row in part.cells
    )


def _in_fives(minutes: float) -> int:
    return round(minutes / _TO_FIVE) * _TO_FIVE


def _number(number: int) -> Runs:
    return plain(f"{number}\u2002")


def _staying(block: Block) -> Block:
    """Return a block that stands on the page of the one after it."""
    return replace(block, keep_with_next=True) if isinstance(block, Paragraph) else block


def _stay(block: Block) -> None:
    if isinstance(block, Paragraph):
        block.keep_with_next = True
