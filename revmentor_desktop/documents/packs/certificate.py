"""The certificate that somebody gets at the end: one page, to hang on a wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from revmentor_desktop.documents.blocks import Block, Paragraph, Spaced, Stack
from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.fonts import Weight, searchable
from revmentor_desktop.documents.letterhead import CentredLogo
from revmentor_desktop.documents.packs.content import DocumentWords, document_text
from revmentor_desktop.documents.packs.writing import Writer
from revmentor_desktop.documents.panels import Columns
from revmentor_desktop.documents.paragraphs import plain, width_of
from revmentor_desktop.documents.parts import labelled_line
from revmentor_desktop.documents.setup.parts import Runs, in_colour
from revmentor_desktop.documents.styles import MM, Styles, TextStyle
from revmentor_desktop.domain.logo import Logo

_NAME_SIZES: Final = (44.0, 38.0, 33.0, 28.0)
"""Sizes tried for the name in points, until it has room on one line; the last for longer ones."""
_NAME_WIDTH: Final = 158 * MM
_LETTERS: Final = 13.2
"""The least size of the text in points: larger than on a page that is read."""
_RINGS: Final = 54.0
_LOGO_WIDTH: Final = 70 * MM
_RULE: Final = 70.0
"""Their size in points: what stands between the lines is the same in large print."""
_MARGINS: Final = (1, 7, 1)
"""How wide the text is between its margins."""


@dataclass
class Rings(Spaced):
    """Two rings, each through the other: what the two of a pair have in common."""

    size: float

    # Every block is asked the same; this one needs not all of it to answer.
    def height(self, width: float) -> float:  # noqa: ARG002
        """As high as a ring."""
        return self.size

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the rings in the colours of the two roles, in the middle."""
        radius, middle = self.size / 2, x + width / 2
        with canvas.ornament():
            for colour, side in (("mentor", -1), ("mentee", 1)):
                canvas.stroke_in(colour)
                canvas.setLineWidth(self.size * 0.075)
                canvas.circle(middle + side * radius * 0.62, top - radius, radius * 0.94)


@dataclass
class ShortRule(Spaced):
    """A short rule in the middle."""

    length: float
    colour: str

    # Every block is asked the same; this one needs not all of it to answer.
    def height(self, width: float) -> float:  # noqa: ARG002
        """As high as it is thick."""
        return 1.5

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the rule."""
        middle = x + width / 2
        ends = (middle - self.length / 2, top), (middle + self.length / 2, top)
        canvas.rule(self.colour, 1.5, *ends)


def certificate(
    words: DocumentWords, accent: str, styles: Styles, logo: Logo | None = None
) -> list[Block]:
    """Return the certificate of one person, whose name is its title.

    The organisation's `logo` stands on top; where there is none, two rings do.
    """
    name = words.title()
    writer = Writer(words, styles, accent)
    owner = words.around("owner")
    blocks: list[Block] = [
        _top(logo, owner),
        _middle(plain(owner), styles.body_muted, space_after=22),
        _middle(
            in_colour(plain(words.around("kind").upper()), accent),
            replace(styles.eyebrow, size=13 * styles.scale, leading=19 * styles.scale),
            space_after=12,
            stretch=60,
        ),
        *_said(writer, "lead-in", styles.body_muted, 10),
        _middle(name, _name_style(name, styles), whole=True, space_after=14),
        ShortRule(_RULE, accent, space_after=20),
    ]
    for key in [one for one in document_text(words.file).sections if one != "lead-in"]:
        blocks.extend(_said(writer, key, _larger(styles.body), 13))
    blocks.append(_signatures(words, styles))
    reference = _middle(plain(words.around("foot")), styles.footer, stretch=55)
    reference.space_before = 14
    return [*blocks, reference]


def _top(logo: Logo | None, owner: str) -> Block:
    if logo is None:
        return Rings(_RINGS, space_after=16, stretch=40)
    return CentredLogo(logo, owner, _RINGS, _LOGO_WIDTH, space_after=16, stretch=40)


def _middle(
    runs: Runs,
    style: TextStyle,
    *,
    whole: bool = False,
    space_after: float = 0.0,
    stretch: float = 0.0,
) -> Paragraph:
    return Paragraph(
        runs, style, whole=whole, centred=True, space_after=space_after, stretch=stretch
    )


def _name_style(name: Runs, styles: Styles) -> TextStyle:
    """Return how the name is set: as large as it can be on one line."""
    written = "".join(run.text for run in name)
    style = styles.title
    for size in _NAME_SIZES:
        style = replace(styles.title, size=size, leading=size * 1.16)
        if width_of(written, style) <= _NAME_WIDTH:
            break
    return style


def _said(writer: Writer, key: str, style: TextStyle, after: float) -> list[Block]:
    """Return what a section says in the middle of the page, in lines of about the same length."""
    blocks = writer.body(key)
    for one in blocks:
        if isinstance(one, Paragraph):
            one.style, one.centred = replace(style, balanced=True), True
    if not blocks:
        return []
    between = Columns([Stack([]), Stack(blocks), Stack([])], gap=0, shares=_MARGINS)
    between.space_after = after
    return [between]


def _signatures(words: DocumentWords, styles: Styles) -> Block:
    sponsor = words.blanks["sponsor"]
    signer = [sponsor, words.blanks["sponsor_job"]] if sponsor else [words.around("signed")]
    named = ", ".join(filter(None, map(searchable, signer)))
    lines = [_signed(one, styles) for one in (named, words.around("dated"))]
    blocks: Sequence[Block] = [Stack([]), *lines, Stack([])]
    return Columns(
        blocks,
        gap=16,
        shares=(0.5, 4.4, 2, 0.5),
        space_before=30,
        stretch=110,
    )


def _signed(label: str, styles: Styles) -> Block:
    line = labelled_line(label, styles)
    for one in line.blocks:
        if isinstance(one, Paragraph):
            one.centred = True
    return line


def _larger(style: TextStyle) -> TextStyle:
    size = max(style.size, _LETTERS)
    return replace(style, size=size, leading=size * 1.5, weight=Weight.REGULAR)
