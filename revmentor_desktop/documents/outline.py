"""What blocks say and what each of it is, for programs that set pages by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from revmentor_desktop.documents.blocks import Block, Paragraph, Stack, WritingLines
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.lists import Numbered
from revmentor_desktop.documents.panels import Columns, Panel
from revmentor_desktop.documents.setup.forms import Lines, TickBox
from revmentor_desktop.documents.setup.papers import texts_of
from revmentor_desktop.documents.setup.parts import Barred
from revmentor_desktop.documents.tables import AtLeast, Ruled, Table
from revmentor_desktop.documents.wording import Run, text_of
from revmentor_desktop.domain.markdown import ListKind
from revmentor_desktop.domain.rich_text import (
    Element,
    Line,
    ListPoint,
    RowsOfCells,
    TextLine,
    Words,
)

_LEVELS = {"H1": 1, "H2": 2, "H3": 3}
_BOX = Words("☐ ")
_TO_WRITE = (Words("", to_write=True),)


def outline(blocks: Iterable[Block]) -> Iterator[Element]:
    """Yield what blocks say, in the order in which it is read."""
    for block in blocks:
        yield from _outline(block)


def _outline(block: Block) -> Iterator[Element]:
    match block:
        case Paragraph():
            yield TextLine(_line(block.runs), _LEVELS.get(block.style.tag, 0))
        case WritingLines() | Lines():
            if isinstance(block, Lines) and block.lead:
                yield TextLine((Words(block.lead),))
            yield from [TextLine(_TO_WRITE)] * block.count
        case TickBox():
            yield ListPoint(ListKind.TICKS, _line(block.runs))
        case Numbered():
            yield from _point(block)
        case Table():
            yield from _table(block)
        case Columns() | Stack():
            yield from outline(block.blocks)
        case Panel():
            yield from outline(filter(None, (block.block, block.foot)))
        case Barred() | AtLeast() | Ruled():
            yield from _outline(block.block)
        case _:
            yield from (TextLine((Words(text),)) for text in texts_of(block) if text.strip())


def _point(block: Numbered) -> Iterator[Element]:
    sign = text_of(block.number.runs).strip()
    first, *rest = [*_outline(block.block)] or [TextLine(())]
    words = first.words if isinstance(first, TextLine | ListPoint) else ()
    kind = ListKind.NUMBERS if sign.isdigit() else ListKind.SIGNS
    yield ListPoint(kind, words, begins=sign == "1")
    yield from rest


def _table(block: Table) -> Iterator[Element]:
    rows = [row for row in (block.titles, *block.rows) if row is not None]
    cells = [_cells(row) for row in rows]
    width = max(map(len, cells))
    if width == 1:
        yield from outline(rows)
    else:
        filled = tuple((*row, *[()] * (width - len(row))) for row in cells)
        yield RowsOfCells(filled, has_titles=block.titles is not None)
    if block.note is not None:
        yield from _outline(block.note)


def _cells(row: Ruled) -> tuple[Line, ...]:
    inside = row.block
    if not isinstance(inside, Columns):
        return (_joined(_outline(inside)),)
    return tuple(_joined(_outline(one)) for one in inside.blocks)


def _joined(elements: Iterable[Element]) -> Line:
    """Return all that a cell says as one line."""
    said: list[Words] = []
    for one in elements:
        if isinstance(one, TextLine | ListPoint):
            box = [_BOX] if isinstance(one, ListPoint) and one.kind is ListKind.TICKS else []
            said.extend([*([Words(" ")] if said else []), *box, *one.words])
    return tuple(said)


def _line(runs: Iterable[Run]) -> Line:
    return tuple(Words(run.text, run.weight is Weight.BOLD, run.to_write) for run in runs)
