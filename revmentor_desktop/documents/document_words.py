"""A document's wording as it came, or as the officer has changed it, with its blanks filled.

What the officer changes of a section is kept by "GROUP.FILE.SECTION", its heading by
"GROUP.FILE.SECTION.heading", the title by "GROUP.FILE.title", and what stands around the text by
its name there: "GROUP.FILE.foot". GROUP is "document" for the papers of pairs and "paper" for those
of a programme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import ClassVar, Final

from revmentor_desktop.documents.document_text import APART, Section, read_document
from revmentor_desktop.documents.wording import (
    Run,
    Wording,
    WordingError,
    apart,
    fill_what_is_known,
    read_wording,
    text_of,
)
from revmentor_desktop.domain.markdown import Part, read_markdown

PACKS: Final = "packs"
PAPERS: Final = "papers"
_GROUPS: Final[Mapping[str, str]] = MappingProxyType({PACKS: "document", PAPERS: "paper"})
"""How the keys of changes begin, by the folder of the originals."""


@dataclass(frozen=True, slots=True)
class WordsOfFile:
    """One document's wording; a part that says nothing comes out empty.

    `changed` is what the officer has changed, by key; `known` are the blanks that may be filled.
    """

    folder: ClassVar[str]
    file: str
    blanks: Mapping[str, str]
    changed: Mapping[str, str]
    known: frozenset[str]

    def line(self, name: str) -> list[Run]:
        """Return what stands around the text: ``kind``, ``foot`` … Raises KeyError."""
        file, original = self._around(name)
        return self.filled(self._now(file, name, original))

    def around(self, name: str) -> str:
        """Return the same without weights and colours."""
        return text_of(self.line(name))

    def within(self, name: str) -> str:
        """Return the same to stand in a blank: values keep their reading direction there."""
        return "".join(apart(run.text) for run in self.line(name))

    def several(self, name: str) -> list[str]:
        """Return short words of one kind, as many as in the original."""
        file, original = self._around(name)
        said = self._now(file, name, original).split(APART.strip())
        count = len(original.split(APART))
        filled = [text_of(self.filled(one.strip())) for one in said[:count]]
        return [*filled, *[""] * (count - len(filled))]

    def title(self) -> list[Run]:
        """Return the document's title."""
        original = read_document(self.folder, self.file).title
        return self.filled(self._now(self.file, "title", original))

    def heading(self, key: str) -> list[Run]:
        """Return the heading of a section. Raises KeyError where the document has none such."""
        file, section = self._section(key)
        return self.filled(self._now(file, f"{key}.heading", section.heading))

    def parts(self, key: str) -> tuple[Part, ...]:
        """Return what a section says, its blanks still empty: fill each line of it."""
        return _read(self.source(key))

    def source(self, key: str) -> str:
        """Return what a section says as Markdown. Raises KeyError."""
        file, section = self._section(key)
        return self._now(file, key, section.body)

    def filled(self, source: str) -> list[Run]:
        """Return a line as runs; of one whose signs do not match, what is known is filled in."""
        try:
            _, names = _wording(source, self.known)
        except WordingError:
            return fill_what_is_known(source, self.blanks)
        values = tuple([self.blanks[name] for name in names])
        return list(_runs(source, self.known, values))

    def _files(self) -> tuple[str, ...]:
        """Return where words may stand; the first file that has them counts."""
        return (self.file,)

    def _around(self, name: str) -> tuple[str, str]:
        for file in self._files():
            around = read_document(self.folder, file).around
            if name in around:
                return file, around[name]
        raise KeyError(name)

    def _section(self, key: str) -> tuple[str, Section]:
        for file in self._files():
            sections = read_document(self.folder, file).sections
            if key in sections:
                return file, sections[key]
        raise KeyError(key)

    def _now(self, file: str, part: str, original: str) -> str:
        return self.changed.get(change_key(self.folder, file, part), original)


def change_key(folder: str, file: str, part: str) -> str:
    """Return the key under which a change of a document's part is kept."""
    return f"{_GROUPS[folder]}.{file}.{part}"


def says_something(runs: list[Run]) -> bool:
    """Tell whether runs hold anything to see."""
    return any(run.to_write or run.text.strip() for run in runs)


@lru_cache(maxsize=512)
def _read(source: str) -> tuple[Part, ...]:
    """Return Markdown read: the papers of a programme's pairs have it in common."""
    return read_markdown(source)


@cache
def _wording(source: str, known: frozenset[str]) -> tuple[Wording, tuple[str, ...]]:
    """Return a line read, and the names of its blanks."""
    wording = read_wording(source, known)
    return wording, tuple(sorted(wording.blanks))


@lru_cache(maxsize=8192)
def _runs(source: str, known: frozenset[str], values: tuple[str, ...]) -> tuple[Run, ...]:
    """Return a line with those values in its blanks, in the order of their names.

    Most lines name nobody, and all are asked for again while a paper is tried a little tighter.
    """
    wording, names = _wording(source, known)
    filled = wording.fill(dict(zip(names, values, strict=True)))
    return tuple([run for run in filled if run.text or run.to_write])
