"""The files of ``resources/content`` and every text in them, with the place where it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

from revmentor_desktop.domain.markdown import Aside, Heading, Part, Points, Rows, read_markdown
from revmentor_desktop.domain.markdown import Text as MarkdownText
from revmentor_desktop.system.resources import resource

CONTENT: Final = resource("content")
FILES: Final = tuple(sorted(path for path in CONTENT.rglob("*") if path.is_file()))


_KEY: Final = re.compile(r" *\{#[a-z-]+\}$", re.MULTILINE)
"""The key of a section, behind its heading."""


class Text(NamedTuple):
    """A text and its place, such as ``sessions.0.title``."""

    place: str
    text: str


def name_of(path: Path) -> str:
    """Return a file's name relative to the folder, with forward slashes."""
    return path.relative_to(CONTENT).as_posix()


def texts_of(path: Path) -> list[Text]:
    """Return the texts of a file; those of an .md file are its lines without their signs.

    An empty list stands as a text without words. Raises ValueError for any other kind of file.
    """
    source = path.read_text(encoding="utf-8")
    match path.suffix:
        case ".toml":
            return list(_texts(tomllib.loads(source), ""))
        case ".md":
            return list(_texts_of_document(source))
        case _:
            raise ValueError(f"{path.name} is no file of texts")


def _texts_of_document(source: str) -> Iterator[Text]:
    """Yield what stands around a document (see `documents.document_text`), then its lines."""
    _, around, body = source.split("+++\n", 2)
    yield from _texts(tomllib.loads(around), "")
    lines = _KEY.sub("", body)
    for at, part in enumerate(read_markdown(lines)):
        for number, text in enumerate(filter(None, _lines_of(part))):
            yield Text(f"{at}.{number}", text)


def _lines_of(part: Part) -> Iterator[str]:
    match part:
        case MarkdownText() | Heading():
            yield part.source
        case Points() | Aside():
            yield from part.sources
        case Rows():
            # A box to tick before what a cell says is no gap.
            yield from (one.removeprefix("[ ] ") for one in chain(part.titles, *part.cells))


def _texts(value: Any, place: str) -> Iterator[Text]:
    inside = f"{place}." if place else ""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, f"{inside}{key}")
    elif isinstance(value, list) and value:
        for at, one in enumerate(value):
            yield from _texts(one, f"{inside}{at}")
    elif isinstance(value, list):
        yield Text(place, "")
    elif isinstance(value, str):
        yield Text(place, value)
