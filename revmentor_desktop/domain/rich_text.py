"""A document as headings, paragraphs, points and tables, without how its pages look."""

from __future__ import annotations

from dataclasses import dataclass

from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.domain.markdown import ListKind


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text; with `to_write` a line to write on instead."""

    text: str
    bold: bool = False
    to_write: bool = False


Line = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A paragraph; a heading of that level where it is not 0. It may begin a page."""

    words: Line
    level: int = 0
    begins_page: bool = False


@dataclass(frozen=True, slots=True)
class ListPoint:
    """A point of a list; the first of a numbered one `begins` its numbers."""

    kind: ListKind
    words: Line
    begins: bool = False


@dataclass(frozen=True, slots=True)
class RowsOfCells:
    """A table; `has_titles` says that its first row are the titles of its columns."""

    rows: tuple[tuple[Line, ...], ...]
    has_titles: bool = False


@dataclass(frozen=True, slots=True)
class LogoLine:
    """The organisation's logo at the right, or in the middle; `said` tells whose it is."""

    logo: Logo
    said: str
    is_centred: bool = False
    begins_page: bool = False


Element = TextLine | ListPoint | RowsOfCells | LogoLine


@dataclass(frozen=True, slots=True)
class RichText:
    """A document: its title, what stands at the foot of each page, its text."""

    title: str
    foot: str
    elements: tuple[Element, ...]
