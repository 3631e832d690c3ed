"""Sections that several papers have in common: most name nobody, and are set and measured once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from revmentor_desktop.documents.blocks import Block
    from revmentor_desktop.documents.packs.writing import Writer

_BLANK: Final = re.compile(r"\{(\w+)\}")


def kept_body(writer: Writer, key: str) -> tuple[Block, ...]:
    """Return what a section says, without its heading; nobody may change its blocks.

    The look of the `writer` is the usual one.
    """
    words, source = writer.words, writer.words.source(key)
    values = tuple([words.blanks.get(name, "") for name in _names(source)])
    kind = writer.styles, writer.accent, writer.minutes, writer.many_lines, writer.pieces.get(key)
    return _kept(_Asked(words.file, key, source, values, kind, writer))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A section that is asked for, by all that its blocks follow from."""

    file: str
    key: str
    source: str
    values: tuple[str, ...]
    kind: tuple[object, ...]
    writer: Writer = field(compare=False)


@lru_cache(maxsize=512)
def _kept(asked: _Asked) -> tuple[Block, ...]:
    return tuple(asked.writer.body(asked.key))


@cache
def _names(source: str) -> tuple[str, ...]:
    """Return the names of all blanks in Markdown."""
    return tuple(sorted({*_BLANK.findall(source)}))
