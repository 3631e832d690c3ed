"""The Markdown in which packs and sheets are written, as far as their editor and pages know it.

A blank line ends a paragraph. ``### words`` is a heading, ``- words`` a point of a list,
``1. words`` a numbered one, ``- [ ] words`` one to tick, ``| cell | cell |`` a row of a table (the
first one its titles, where a row of ``---`` follows), ``> words`` a line set apart, ``____`` on a
line by itself a line to write on. Any text is some Markdown: what is none of these is a paragraph.
The signs within a line are those of `domain.wording`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, groupby
from typing import Final


class ListKind(StrEnum):
    """What stands in the margin of a list's points."""

    SIGNS = "signs"
    NUMBERS = "numbers"
    TICKS = "ticks"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    source: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section."""

    source: str


@dataclass(frozen=True, slots=True)
class Points:
    """The points of a list, one source each."""

    kind: ListKind
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table, a tuple of sources each; `titles` stand above them, if there are any."""

    cells: tuple[tuple[str, ...], ...]
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """Lines set apart from the text, one source each."""

    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WriteOn:
    """Lines to write on."""

    count: int


Part = Text | Heading | Points | Rows | Aside | WriteOn


_TABLE_SIGN: Final = "|"
_DASHES: Final = re.compile(r":?-{3,}:?")
"""What stands in each cell below the titles of a table."""
_LINES: Final = (
    ("heading", re.compile(r"#{1,6}\s+(.*)")),
    (ListKind.TICKS, re.compile(r"[-*]\s+\[ ?\]\s*(.*)")),
    (ListKind.SIGNS, re.compile(r"[-*]\s+(.*)")),
    (ListKind.NUMBERS, re.compile(r"\d{1,3}[.)]\s+(.*)")),
    ("row", re.compile(r"(\|.*\|)")),
    ("aside", re.compile(r">\s?(.*)")),
    ("write-on", re.compile(r"(_{3,})")),
)
"""What a line begins, by how it looks; the first that fits counts."""


def read_markdown(source: str) -> tuple[Part, ...]:
    """Return the parts of a text in their order."""
    parts: list[Part] = []
    for kind, group in groupby(_pieces(source), key=lambda piece: piece[0]):
        said = [text for _, text in group]
        match kind:
            case "text":
                parts.extend(Text(one) for one in said)
            case "heading":
                parts.extend(Heading(one) for one in said)
            case "row":
                parts.append(_rows(list(map(_cells, said))))
            case "aside":
                parts.append(Aside(tuple(one for one in said if one)))
            case "write-on":
                parts.append(WriteOn(len(said)))
            case ListKind():
                parts.append(Points(kind, tuple(said)))
    return tuple(parts)


def sources_of(part: Part) -> Iterable[str]:
    """Return each stretch of a part within which signs have to match."""
    match part:
        case Text() | Heading():
            return [part.source]
        case Points() | Aside():
            return part.sources
        case Rows():
            return chain(part.titles, *part.cells)
    return []


def unbroken_lines(source: str) -> str:
    """Return a text with each paragraph and each point of a list on a line of its own."""
    lines: list[str] = []
    before = ""
    for line in map(str.strip, source.splitlines()):
        kind, _ = _kind_of(line)
        if kind == "text" and before in _GOING_ON:
            lines[-1] += f" {line}"
        else:
            lines.append(line)
            before = kind
    return "\n".join(lines)


def _pieces(source: str) -> Iterator[tuple[str, str]]:
    """Yield paragraphs, points, rows … as (kind, text); lines that belong together are joined."""
    kind, text = "", ""
    for line in source.splitlines():
        found, said = _kind_of(line.strip())
        if found == "text" and kind in _GOING_ON and text:
            text = f"{text} {said}"
            continue
        if kind:
            yield kind, text
        if kind == "row" and not found:
            yield "end of table", ""
        kind, text = found, said
    if kind:
        yield kind, text


_GOING_ON: Final = frozenset({"text", *ListKind})
"""What the next line can go on with."""


def _kind_of(line: str) -> tuple[str, str]:
    if not line:
        return "", ""
    for kind, looks in _LINES:
        found = looks.fullmatch(line)
        if found:
            return kind, found[1].strip()
    return "text", line


def _rows(cells: list[tuple[str, ...]]) -> Rows:
    if len(cells) > 1 and all(_DASHES.fullmatch(one) for one in cells[1]):
        return Rows(tuple(cells[2:]), cells[0])
    return Rows(tuple(cells))


def _cells(row: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.strip(_TABLE_SIGN).split(_TABLE_SIGN))
