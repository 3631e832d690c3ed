"""The wording of papers as it came: files of ``resources/content`` in Markdown.

A file is a document. It begins with TOML between lines of ``+++``: what the document is called and
what stands around its text; a list there is several short words of one kind, such as the titles of
columns, and a table holds those of the section that it is called after. ``# words`` is the title,
``## words {#key}`` begins a section; one without words has no heading.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from revmentor_desktop.domain.markdown import unbroken_lines
from revmentor_desktop.system.resources import resource

APART: Final = " | "
"""What stands between several short words of one kind."""
_FENCE: Final = "+++\n"
_TITLE: Final = re.compile(r"# (.*)")
_SECTION: Final = re.compile(r"## (.*?)\s*\{#([a-z-]+)\}")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document that is edited as a whole: its heading and its Markdown."""

    key: str
    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document as it came. `around` says its name, kind, subtitle, foot and short words.

    `parts` names of these the ones that belong to a section, by its key.
    """

    around: Mapping[str, str]
    title: str
    sections: Mapping[str, Section]
    parts: Mapping[str, Sequence[str]]


@cache
def read_document(folder: str, file: str) -> DocumentText:
    """Return the document of a file. Raises FileNotFoundError."""
    text = resource(f"content/{folder}/{file}.md").read_text(encoding="utf-8")
    _, around, body = text.split(_FENCE, 2)
    title, found = "", dict[str, tuple[str, list[str]]]()
    lines: list[str] = []
    for line in body.splitlines():
        begins, names = _SECTION.fullmatch(line), _TITLE.fullmatch(line)
        if begins:
            lines = []
            found[begins[2]] = begins[1], lines
        elif names:
            title = names[1]
        else:
            lines.append(line)
    sections = {
        key: Section(key, heading, unbroken_lines("\n".join(body).strip()))
        for key, (heading, body) in found.items()
    }
    read = tomllib.loads(around)
    tables = {key: found for key, found in read.items() if isinstance(found, dict)}
    short = {name: found for name, found in read.items() if name not in tables}
    for table in tables.values():
        short.update(table)
    joined = {
        name: words if isinstance(words, str) else APART.join(words)
        for name, words in short.items()
    }
    return DocumentText(joined, title, sections, {key: tuple(one) for key, one in tables.items()})
