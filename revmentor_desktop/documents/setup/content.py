"""The wording of the set-up papers: as it came, or as the officer has changed it.

A file of ``resources/content/papers`` is a paper; each of its keys is a part: a text, a list of
points, or rows of cells. ``kind``, ``title`` and ``line`` are in every file. What the officer
changes is kept by "paper.KEY.PART": points on lines of their own, cells with "|" between them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from revmentor_desktop.documents.setup.values import BLANKS
from revmentor_desktop.documents.wording import Run, Wording, WordingError, read_wording
from revmentor_desktop.system.resources import resource

Part = str | list[str] | list[list[str]]
"""A part as it is written in a file."""

CELLS_APART: Final = "|"


@dataclass(frozen=True, slots=True)
class PaperWords:
    """One paper's wording with the blanks filled; a part that says nothing comes out empty.

    `known` are the blanks that its file may have.
    """

    key: str
    blanks: Mapping[str, str]
    changed: Mapping[str, str]
    known: frozenset[str] = BLANKS

    def given(self, **more: str) -> PaperWords:
        """Return the same wording with more blanks filled."""
        return replace(self, blanks={**self.blanks, **more})

    def runs(self, part: str) -> list[Run]:
        """Return a text as runs."""
        changed = self._changed(part)
        source = self._source(part) if changed is None else changed
        if not isinstance(source, str):
            raise TypeError(f"{self.key}.{part} is no text")
        return self._filled(source, is_changed=changed is not None)

    def text(self, part: str) -> str:
        """Return a text without weights and colours."""
        return "".join(run.text for run in self.runs(part))

    def points(self, part: str) -> list[list[Run]]:
        """Return the points of a list."""
        changed = self._changed(part)
        source = self._source(part) if changed is None else changed.splitlines()
        points = [self._filled(str(one), is_changed=changed is not None) for one in source]
        return [point for point in points if says_something(point)]

    def texts(self, part: str) -> list[str]:
        """Return a list as texts without weights, empty ones too: titles, options."""
        changed = self._changed(part)
        source = self._source(part) if changed is None else changed.splitlines()
        filled = (self._filled(str(one), is_changed=changed is not None) for one in source)
        return ["".join(run.text for run in runs) for runs in filled]

    def rows(self, part: str) -> list[list[list[Run]]]:
        """Return rows of cells, each as many as in the file; a changed row may have fewer."""
        changed = self._changed(part)
        source = self._source(part) if changed is None else _cells(changed)
        rows = [
            [self._filled(cell, is_changed=changed is not None) for cell in row] for row in source
        ]
        return [row for row in rows if any(map(says_something, row))]

    def has(self, part: str) -> bool:
        """Tell whether the paper has such a part."""
        return part in file_words(self.key)

    def _source(self, part: str) -> Part:
        return file_words(self.key)[part]

    def _changed(self, part: str) -> str | None:
        return self.changed.get(f"paper.{self.key}.{part}")

    def _filled(self, source: str, *, is_changed: bool) -> list[Run]:
        try:
            wording = _wording(source, self.known)
        except WordingError:
            if not is_changed:
                raise
            return [Run(source)]  # the officer's own braces and stars are printed as they stand
        return [run for run in wording.fill(self.blanks) if run.text or run.to_write]


def says_something(runs: list[Run]) -> bool:
    """Tell whether runs hold anything to see."""
    return any(run.to_write or run.text.strip() for run in runs)


@cache
def file_words(key: str) -> dict[str, Part]:
    """Return a paper's wording as it came, by part."""
    return tomllib.loads(resource(f"content/papers/{key}.toml").read_text(encoding="utf-8"))


@cache
def _wording(source: str, known: frozenset[str]) -> Wording:
    return read_wording(source, known)


def _cells(text: str) -> list[list[str]]:
    return [line.split(CELLS_APART) for line in text.splitlines() if line.strip()]
