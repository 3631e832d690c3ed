"""The wording of packs and sheets: as it came, or as the officer has changed it.

A file of ``resources/content/packs`` is a document (see `document_text`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from revmentor_desktop.documents.document_text import DocumentText, read_document
from revmentor_desktop.documents.document_words import PACKS, WordsOfFile
from revmentor_desktop.documents.packs.blanks import BLANKS

SHARED: Final = "shared"
"""The file of the sections and short words that several documents have."""


def document_text(file: str) -> DocumentText:
    """Return a document's wording as it came. Raises FileNotFoundError."""
    return read_document(PACKS, file)


@dataclass(frozen=True, slots=True)
class DocumentWords(WordsOfFile):
    """One document's wording, with what it has in common with others."""

    folder: ClassVar[str] = PACKS
    known: frozenset[str] = BLANKS

    def _files(self) -> tuple[str, ...]:
        return self.file, SHARED


def texts(file: str) -> Iterator[str]:
    """Yield every line of a document as it came."""
    text = document_text(file)
    yield from (*text.around.values(), text.title)
    for section in text.sections.values():
        yield from (section.heading, section.body)
