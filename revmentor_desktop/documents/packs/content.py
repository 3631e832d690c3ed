"""The wording of packs and sheets: as it came, or as the officer has changed it.

A file of ``resources/content/packs`` is a document in Markdown. It begins with TOML between lines
of ``+++``: what the document is called and what stands around its text. ``# words`` is its title,
``## words {#key}`` begins a section. What the officer changes is kept by "document.FILE.SECTION",
the heading of a section by "document.FILE.SECTION.heading", the title by "document.FILE.title", and
what stands around the text by its name there: "document.FILE.foot".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from revmentor_desktop.documents.packs.blanks import BLANKS
from revmentor_desktop.documents.wording import Run, Wording, WordingError, apart, read_wording
from revmentor_desktop.domain.markdown import Part, read_markdown, unbroken_lines
from revmentor_desktop.system.resources import resource

SHARED: Final = "shared"
"""The file of the sections that several documents have."""
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
    """A document as it came. `around` says its name, kind, subtitle and foot."""

    around: Mapping[str, str]
    title: str
    sections: Mapping[str, Section]


@cache
def document_text(file: str) -> DocumentText:
    """Return a document's wording as it came. Raises FileNotFoundError."""
    text = resource(f"content/packs/{file}.md").read_text(encoding="utf-8")
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
    return DocumentText(tomllib.loads(around), title, sections)


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """One document's wording with the blanks filled; a part that says nothing comes out empty.

    `changed` is what the officer has changed, by key.
    """

    file: str
    blanks: Mapping[str, str]
    changed: Mapping[str, str]

    def around(self, name: str) -> str:
        """Return what stands around the text: ``name``, ``kind``, ``subtitle``, ``foot``."""
        original = document_text(self.file).around[name]
        return "".join(run.text for run in self.filled(self._now(name, original)))

    def within(self, name: str) -> str:
        """Return the same to stand in a blank: values keep their reading direction there."""
        original = document_text(self.file).around[name]
        return "".join(apart(run.text) for run in self.filled(self._now(name, original)))

    def title(self) -> list[Run]:
        """Return the document's title."""
        return self.filled(self._now("title", document_text(self.file).title))

    def heading(self, key: str) -> list[Run]:
        """Return the heading of a section. Raises KeyError where the document has none such."""
        file, section = self._section(key)
        return self.filled(self.changed.get(change_key(file, f"{key}.heading"), section.heading))

    def parts(self, key: str) -> tuple[Part, ...]:
        """Return what a section says, its blanks still empty: fill each line of it."""
        file, section = self._section(key)
        return _read(self.changed.get(change_key(file, key), section.body))

    def filled(self, source: str) -> list[Run]:
        """Return a line as runs; one whose signs do not match stands as it was written."""
        try:
            wording = _wording(source)
        except WordingError:
            return [Run(source)]
        return [run for run in wording.fill(self.blanks) if run.text or run.to_write]

    def _now(self, key: str, original: str) -> str:
        return self.changed.get(change_key(self.file, key), original)

    def _section(self, key: str) -> tuple[str, Section]:
        own = document_text(self.file).sections
        if key in own:
            return self.file, own[key]
        return SHARED, document_text(SHARED).sections[key]


def change_key(file: str, part: str) -> str:
    """Return the key under which a change of a document's part is kept."""
    return f"document.{file}.{part}"


def says_something(runs: list[Run]) -> bool:
    """Tell whether runs hold anything to see."""
    return any(run.to_write or run.text.strip() for run in runs)


def texts(file: str) -> Iterator[str]:
    """Yield every line of a document as it came."""
    text = document_text(file)
    yield from (*text.around.values(), text.title)
    for section in text.sections.values():
        yield from (section.heading, section.body)


@lru_cache(maxsize=512)
def _read(source: str) -> tuple[Part, ...]:
    """Return Markdown read: the papers of a programme's pairs have it in common."""
    return read_markdown(source)


@cache
def _wording(source: str) -> Wording:
    return read_wording(source, BLANKS)
