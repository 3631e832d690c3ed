"""The wording of the set-up papers: as it came, or as the officer has changed it.

A file of ``resources/content/papers`` is a paper (see `document_text`). ``name``, ``kind``,
``subtitle``, ``line`` (what it is for) and ``foot`` stand around every text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from revmentor_desktop.documents.document_text import DocumentText, read_document
from revmentor_desktop.documents.document_words import PAPERS, WordsOfFile, says_something
from revmentor_desktop.documents.setup.values import BLANKS
from revmentor_desktop.documents.wording import Run
from revmentor_desktop.domain.markdown import Points, sources_of


def paper_words(key: str) -> DocumentText:
    """Return a paper's wording as it came. Raises FileNotFoundError."""
    return read_document(PAPERS, key)


@dataclass(frozen=True, slots=True)
class PaperWords(WordsOfFile):
    """One paper's wording with the blanks filled."""

    folder: ClassVar[str] = PAPERS
    known: frozenset[str] = BLANKS

    def given(self, **more: str) -> PaperWords:
        """Return the same wording with more blanks filled."""
        return replace(self, blanks={**self.blanks, **more})

    def has(self, name: str) -> bool:
        """Tell whether such words stand around the text."""
        return name in paper_words(self.file).around

    def points(self, key: str) -> list[list[Run]]:
        """Return the points of a section's lists, to be set in a way of its own."""
        lists = [part for part in self.parts(key) if isinstance(part, Points)]
        return [self.filled(one) for part in lists for one in part.sources]

    def lines(self, key: str) -> list[list[Run]]:
        """Return all that a section says, line by line."""
        filled = (self.filled(one) for part in self.parts(key) for one in sources_of(part))
        return [runs for runs in filled if says_something(runs)]
