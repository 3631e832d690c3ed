"""The reading list: public sources, sorted by who gains most from them."""

from __future__ import annotations

from typing import Final

from revmentor_desktop.documents.blocks import Block
from revmentor_desktop.documents.packs.writing import Look, Writer
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.documents.styles import Styles

SOURCES: Final = Look(are_sources=True)
_GROUPS: Final = (("doubters", "mentee"), ("mentors", "mentor"), ("organisers", "brand"))
"""The groups of readers with their colours."""


# Every paper is made from the same three; this one needs only the words.
def reading_list(_: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the reading list."""
    writer = Writer(words, styles, "brand")
    blocks = [*parts.head(words, styles), *writer.body("intro")]
    for group, accent in _GROUPS:
        blocks.extend(writer.looking(SOURCES, accent).section(group))
    return blocks
