"""The reading list: public sources, sorted by who gains most from them."""

from __future__ import annotations

from revmentor_desktop.documents.blocks import Block, Paragraph, Stack
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.setup.content import PaperWords, says_something
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.wording import Run, text_of

_GROUPS = (("doubters", "mentee"), ("mentors", "mentor"), ("organisers", "brand"))
"""The groups of readers with their colours."""


# Every paper is made from the same three; this one needs only the words.
def reading_list(_: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the reading list."""
    blocks = parts.head(words, styles)
    blocks.extend(parts.paragraph(words.runs("intro"), styles))
    for group, accent in _GROUPS:
        sources = [source(row, styles, accent) for row in words.rows(group)]
        blocks.extend(parts.section(words, group, styles, sources, accent))
    return blocks


def source(row: list[list[Run]], styles: Styles, accent: str) -> Block:
    """Return one source of a row's cells: what it is, what it gives, where it was found."""
    title, *rest = row
    said = parts.in_bold(title)
    if rest:
        is_ended = text_of(title).rstrip()[-1:] in {".", "?", "!"}
        said = [*said, Run(" " if is_ended else ". ", Weight.BOLD), *rest[0]]
    blocks: list[Block] = [Paragraph(said, styles.note)]
    if len(rest) > 1 and says_something(rest[1]):
        blocks.append(Paragraph(parts.in_colour(rest[1], accent), styles.small))
    return parts.Barred(
        Stack(blocks),
        indent=styles.space(11),
        bar=f"{accent}_soft",
        space_after=styles.space(8),
        stretch=6,
    )
