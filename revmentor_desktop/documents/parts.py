"""Parts that several documents have in common."""

from __future__ import annotations

from collections.abc import Sequence

from revmentor_desktop.documents.blocks import Paragraph, Stack, WritingLines
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.lists import Numbered
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.wording import Run


def numbered(
    sign: str, runs: Sequence[Run], styles: Styles, *, indent: float, space_after: float
) -> Numbered:
    """Return a paragraph with its number or bullet in the margin.

    The margin is `indent` points wide at scale 1; `space_after` is taken as it is.
    """
    return Numbered(
        Paragraph([Run(sign, Weight.BOLD, "brand")], styles.body),
        Paragraph(runs, styles.body, whole=True),
        indent=indent * styles.scale,
        space_after=space_after,
    )


def labelled_line(label: str, styles: Styles) -> Stack:
    """Return a line to write on with what belongs there said below it."""
    below = Paragraph(plain(label), styles.small, space_before=styles.space(2))
    return Stack([WritingLines(1), below])
