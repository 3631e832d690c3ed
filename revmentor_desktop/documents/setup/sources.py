"""Something to read: what it is, what it gives, where it was found."""

from __future__ import annotations

from collections.abc import Sequence

from revmentor_desktop.documents.blocks import Block, Paragraph, Stack
from revmentor_desktop.documents.document_words import says_something
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.wording import Run, text_of


def source(row: Sequence[parts.Runs], styles: Styles, accent: str) -> Block:
    """Return one source of a row's cells: what it is, what it gives, where it was found."""
    title, *rest = row
    said = parts.in_bold(title)
    if rest:
        is_ended = text_of(title).rstrip()[-1:] in {".", "?", "!"}
        said = [*said, Run(" " if is_ended else ". ", Weight.BOLD), *rest[0]]
    blocks: list[Block] = [Paragraph(said, styles.note)]
    if len(rest) > 1 and says_something(list(rest[1])):
        blocks.append(Paragraph(parts.in_colour(rest[1], accent), styles.small))
    return parts.Barred(
        Stack(blocks),
        indent=styles.space(11),
        bar=f"{accent}_soft",
        space_after=styles.space(8),
        stretch=6,
    )
