"""Address labels: many on a sheet, for the usual sheets of self-adhesive labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from revmentor_desktop.documents.blocks import Paragraph, Stack
from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.fonts import Weight, searchable
from revmentor_desktop.documents.packs.invited import Invited, InvitedValues
from revmentor_desktop.documents.paragraphs import plain, shortened_to
from revmentor_desktop.documents.styles import MM, Paper, Styles, TextStyle

_PADDING: Final = 4.5 * MM
_SIDE_PADDING: Final = 5.5 * MM
_SIZES: Final = (11.0, 10.0, 9.0, 8.0)
"""Sizes tried in points at scale 1, until all lines of a label have room."""
_LARGE_SIZES: Final = (16.5, 14.0, 12.0, 10.0, 9.0, 8.0)
_LEADING: Final = 1.22


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """Where labels stand on a sheet, in points: from its left and top edge, and how large."""

    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    pitch: float
    """From the left edge of a label to that of the next; below one another they touch."""

    @property
    def count(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows

    def place(self, at: int, paper: Paper) -> tuple[float, float]:
        """Return the top left corner of a label, counted from 0 along the rows."""
        row, column = divmod(at, self.columns)
        return self.left + column * self.pitch, paper.height - self.top - row * self.height


LABEL_SHEETS: Final[Mapping[Paper, LabelSheet]] = MappingProxyType(
    {
        Paper.A4: LabelSheet(3, 7, 63.5 * MM, 38.1 * MM, 7.2 * MM, 15.15 * MM, 66.04 * MM),
        Paper.LETTER: LabelSheet(3, 10, 66.7 * MM, 25.4 * MM, 4.8 * MM, 12.7 * MM, 69.85 * MM),
    }
)
"""The sheets that shops have: 63.5 × 38.1 mm on A4, 66.7 × 25.4 mm on Letter."""


def labels_text(values: InvitedValues) -> str:
    """Return all that stands on labels, without how it looks."""
    return "\n".join(line for one in values.people for line in _lines(one))


def labels_pdf(
    values: InvitedValues,
    title: str,
    *,
    first: int = 1,
    paper: Paper = Paper.A4,
    styles: Styles | None = None,
) -> bytes:
    """Return labels as a PDF file; they begin on label `first` of a sheet, counted from 1."""
    styles, kind = styles or Styles(), LABEL_SHEETS[paper]
    canvas = PaperCanvas(paper, in_colour=styles.in_colour)
    with canvas.sheet(title, has_headings=False, is_closed=False):
        at = (first - 1) % kind.count
        for done, one in enumerate(values.people):
            if done and not at:
                canvas.showPage()
            _draw(canvas, one, kind, kind.place(at, paper), styles)
            at = (at + 1) % kind.count
        canvas.showPage()
    return canvas.finished(title)


def _draw(
    canvas: PaperCanvas,
    one: Invited,
    kind: LabelSheet,
    place: tuple[float, float],
    styles: Styles,
) -> None:
    """Draw what stands on a label, level with its middle."""
    x, top = place
    width, height = kind.width - 2 * _SIDE_PADDING, kind.height - 2 * _PADDING
    stack = _fitted(_lines(one), width, height, styles)
    spare = height - stack.height(width)
    stack.draw(canvas, x + _SIDE_PADDING, top - _PADDING - spare / 2, width)


def _lines(one: Invited) -> list[str]:
    typed = (one.name, one.job, one.department, one.site)
    return [line for line in map(searchable, typed) if line]


def _fitted(lines: Sequence[str], width: float, height: float, styles: Styles) -> Stack:
    """Return lines as large as they have room; if they never have, all but the name are cut."""
    made = Stack([])
    for style in _styles(styles):
        made = _stack(lines, style)
        if made.height(width) <= height:
            return made
    name, *others = lines
    least = list(_styles(styles))[-1]
    return _stack([name, *(shortened_to(one, width, least) for one in others)], least)


def _styles(styles: Styles) -> Iterator[TextStyle]:
    for size in _LARGE_SIZES if styles.scale > 1 else _SIZES:
        yield replace(styles.body, size=size, leading=size * _LEADING)


def _stack(lines: Sequence[str], style: TextStyle) -> Stack:
    weights = (Weight.BOLD, *[style.weight] * len(lines))
    return Stack(
        [Paragraph(plain(one, weight), style) for one, weight in zip(lines, weights, strict=False)]
    )
