"""What is filled in, with a pen or in a PDF reader: labelled lines and boxes to tick.

The fields of the reader lie over the lines and boxes that are printed, and show nothing themselves
until somebody fills them in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from revmentor_desktop.documents.blocks import Block, Paragraph, Spaced, Stack
from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.drawing import draw_writing_line
from revmentor_desktop.documents.fields import add_signature_field, add_text_field, add_tick_field
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.panels import Columns
from revmentor_desktop.documents.paragraphs import plain, width_of
from revmentor_desktop.documents.setup.parts import Runs
from revmentor_desktop.documents.styles import WRITING_LINE, Styles, TextStyle
from revmentor_desktop.documents.wording import Run, text_of

_BOX: Final = 10.0
"""The side of a box to tick, in points, at least: large enough for a pen."""
_BOX_BESIDE: Final = 0.9
"""How large it is beside letters, in parts of their size."""
_BOX_GAP: Final = 7.0
_FIELD: Final = WRITING_LINE - 3.0
"""The height of a field over a line."""


def box_beside(style: TextStyle) -> float:
    """Return the side of a box to tick that stands beside letters of a style, in points."""
    return max(_BOX, _BOX_BESIDE * style.size)


@dataclass
class TickBox(Spaced):
    """A box to tick with words behind it."""

    runs: Runs
    style: TextStyle
    label: str = ""
    """What a screen reader calls it; without one, the words."""

    @property
    def _box(self) -> float:
        return box_beside(self.style)

    @property
    def _indent(self) -> float:
        return self._box + _BOX_GAP

    def height(self, width: float) -> float:
        """As high as the words, and never lower than a pen needs."""
        words = Paragraph(self.runs, self.style, whole=True).height(width - self._indent)
        return max(words, self._box + 4)

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the box level with the first line of the words."""
        box = self._box
        bottom = top - (self.style.leading + box) / 2
        canvas.box((x, bottom, box, box), 1.5, border="control", thickness=0.9)
        label = self.label or text_of(self.runs)
        add_tick_field(canvas, label, x, bottom, box)
        words = Paragraph(self.runs, self.style, whole=True)
        words.draw(canvas, x + self._indent, top, width - self._indent)


@dataclass
class Lines(Spaced):
    """Lines to fill in, `count` of them, for what `label` asks; `lead` stands on the first."""

    label: str
    count: int
    style: TextStyle
    lead: str = ""

    # Every block is asked the same; this one needs not all of it to answer.
    def height(self, width: float) -> float:  # noqa: ARG002
        """As high as a pen needs."""
        return self.count * WRITING_LINE

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the lines, each with a field of its own above it."""
        for line in range(1, self.count + 1):
            bottom, left = top - line * WRITING_LINE, x
            if self.lead and line == 1:
                words = Paragraph(plain(self.lead), self.style)
                words.draw(canvas, x, bottom + self.style.leading, width)
                left += width_of(f"{self.lead} ", self.style)
            draw_writing_line(canvas, left, x + width, bottom)
            place = (left, bottom + 1, x + width - left, _FIELD)
            of_several = f" (line {line} of {self.count})" if self.count > 1 else ""
            add_text_field(canvas, f"{self.label}{of_several}", place, self.style.size)


@dataclass
class SignatureLine(Spaced):
    """A line to sign on, with a pen or in a PDF reader; `label` says whose signature it is."""

    label: str

    # Every block is asked the same; this one needs not all of it to answer.
    def height(self, width: float) -> float:  # noqa: ARG002
        """As high as a pen needs."""
        return WRITING_LINE

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the line with the field above it."""
        bottom = top - WRITING_LINE
        draw_writing_line(canvas, x, x + width, bottom)
        add_signature_field(canvas, self.label, (x, bottom + 1, width, _FIELD))


@dataclass
class Boxes(Spaced):
    """Boxes to tick, in as many even columns as their words leave room for; `lead` goes before."""

    label: str
    options: Sequence[str]
    style: TextStyle
    most_columns: int = 4
    lead: str = ""

    def _rows(self, width: float) -> list[Columns]:
        gap, cells = 14.0, list(self._cells())
        own = box_beside(self.style) + _BOX_GAP + 1
        widths = [width_of(option, self.style) + own for option in self.options]
        lead = Paragraph(plain(self.lead), self.style)
        if self.lead:
            with_lead = [width_of(self.lead, self.style) + 1, *widths]
            rest = width - sum(with_lead) - gap * len(with_lead)
            if rest >= 0:
                # Words that begin a line and what they ask for stand on it as they come.
                end = Paragraph([], self.style)
                return [Columns([lead, *cells, end], gap=gap, shares=[*with_lead, rest])]
        fitting = int((width + gap) // (max(widths) + gap))
        count = max(1, min(fitting, self.most_columns, len(cells)))
        empty: list[Block] = [Paragraph([], self.style)] * (count - 1)
        rows = [
            Columns([*cells[at : at + count], *empty][:count], gap=gap, space_after=5)
            for at in range(0, len(cells), count)
        ]
        return [Columns([lead], gap=0, space_after=3), *rows] if self.lead else rows

    def _cells(self) -> Iterator[Block]:
        for option in self.options:
            yield TickBox(plain(option), self.style, label=f"{self.label}: {option}")

    def height(self, width: float) -> float:
        """As high as its rows."""
        return Stack(self._rows(width)).height(width)

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the rows."""
        Stack(self._rows(width)).draw(canvas, x, top, width)


def question(label: str, hint: str, answer: Sequence[Block], styles: Styles) -> Block:
    """Return a labelled place for an answer; the hint stands quietly behind the label."""
    runs = [Run(label, Weight.BOLD)]
    if hint:
        runs.append(Run(f"  {hint}", Weight.REGULAR, "muted"))
    style = replace(styles.note, leading=styles.note.size * 1.4)
    return Stack(
        [Paragraph(runs, style, space_after=styles.space(2)), *answer],
        space_after=styles.space(9),
        stretch=10,
    )


def lines(label: str, count: int, styles: Styles, hint: str = "") -> Block:
    """Return a labelled place with lines to write on."""
    return question(label, hint, [Lines(label, count, styles.note)], styles)


def choice(
    label: str, options: Sequence[str], styles: Styles, hint: str = "", other: str = ""
) -> Block:
    """Return labelled boxes to tick, with a line for anything else when `other` names it."""
    style = replace(styles.note, leading=styles.note.size * 1.4)
    blocks: list[Block] = [Boxes(label, options, style, space_before=styles.space(3))]
    if other:
        blocks.append(Lines(f"{label}: {other}", 1, style, other))
    return question(label, hint, blocks, styles)


def pairs_of(fields: Sequence[Block], styles: Styles) -> list[Block]:
    """Return short fields two by two."""
    rows: list[Block] = []
    for at in range(0, len(fields), 2):
        couple = [*fields[at : at + 2], Paragraph([], styles.note)][:2]
        rows.append(Columns(couple, gap=styles.space(18), space_after=styles.space(9), stretch=10))
    return rows
