"""The dates of a programme drawn along its months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from revmentor_desktop.documents.blocks import Paragraph, Spaced
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.paragraphs import plain, width_of
from revmentor_desktop.documents.styles import Styles, colour
from revmentor_desktop.system.dates import MONTHS

_LABELS: Final = 0.235
"""The part of the width that the labels take."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the chart: a bar over a period when it has two ends, and marks on days.

    `words` stand beside the last mark, such as the date.
    """

    label: str
    days: tuple[date, ...]
    words: str
    is_period: bool = False
    accent: str = "brand"


@dataclass
class Timeline(Spaced):
    """Lanes below one another over a grid of months."""

    lanes: Sequence[Lane]
    styles: Styles

    @property
    def _row(self) -> float:
        return self.styles.small.leading * 1.7

    @property
    def _top(self) -> float:
        return self.styles.small.leading * 2.4

    # Every block is asked the same; this one needs not all of it to answer.
    def height(self, width: float) -> float:  # noqa: ARG002
        """As high as its lanes and the months above them."""
        return self._top + self._row * len(self.lanes) + self.styles.space(4)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Draw the months, then lane by lane."""
        days = [day for lane in self.lanes for day in lane.days]
        first = min(days).replace(day=1)
        last = _month_after(max(days))
        scale = _Scale(first, last, x + width * _LABELS, x + width)
        self._months(canvas, scale, top, x + width)
        for number, lane in enumerate(self.lanes):
            self._lane(canvas, lane, scale, (x, top - self._top - number * self._row))

    def _months(self, canvas: Canvas, scale: _Scale, top: float, right: float) -> None:
        style = replace(self.styles.small, size=self.styles.small.size * 0.9)
        bottom = top - self.height(0) + self.styles.space(2)
        starts = list(_months(scale.first, scale.last))
        room = (right - scale.left) / len(starts)
        for number, month in enumerate(starts):
            at = scale.at(month)
            canvas.setStrokeColor(colour("line"))
            canvas.setLineWidth(0.5)
            canvas.line(at, top - style.leading, at, bottom)
            name = _month_name(month, room, style.size)
            Paragraph(plain(name), style).draw(canvas, at + 2, top - style.leading, room + 8)
            if number == 0 or month.month == 1:
                year = plain(str(month.year), Weight.BOLD, "ink")
                Paragraph(year, style).draw(canvas, at + 2, top, 60)

    def _lane(self, canvas: Canvas, lane: Lane, scale: _Scale, place: tuple[float, float]) -> None:
        x, top = place
        style = self.styles.small
        middle = top - self._row / 2
        text_top = middle + style.leading / 2
        ink = replace(style, colour="ink")
        Paragraph(plain(lane.label), ink).draw(canvas, x, text_top, scale.left - x - 6)
        marks = [scale.at(day) for day in lane.days]
        canvas.setFillColor(colour(lane.accent))
        canvas.setStrokeColor(colour(lane.accent))
        if lane.is_period and len(marks) > 1:
            canvas.setLineWidth(2.2)
            canvas.line(marks[0], middle, marks[-1], middle)
        for mark in marks:
            canvas.circle(mark, middle, 3.1 * min(self.styles.scale, 1.3), stroke=0, fill=1)
        self._words(canvas, lane, scale, (marks, text_top))

    def _words(
        self, canvas: Canvas, lane: Lane, scale: _Scale, place: tuple[list[float], float]
    ) -> None:
        """Write beside the last mark, or before the first where there is no room behind."""
        marks, text_top = place
        style = self.styles.small
        needed = width_of(lane.words, style) + 1
        left = marks[-1] + 8
        if left + needed > scale.right:
            left = marks[0] - 8 - needed
        canvas.setFillColor(colour("surface"))
        canvas.rect(left - 2, text_top - style.leading + 1, needed + 3, style.leading - 2, 0, 1)
        Paragraph(plain(lane.words), style).draw(canvas, left, text_top, needed + 1)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days onto points between two edges."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Return where a day is."""
        whole = (self.last - self.first).days
        return self.left + (self.right - self.left) * (day - self.first).days / whole


def _month_after(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _months(first: date, last: date) -> Iterator[date]:
    month = first
    while month < last:
        yield month
        month = _month_after(month)


def _month_name(month: date, room: float, size: float) -> str:
    """Return "Jan" where there is room for it, else "J"."""
    name = MONTHS[month.month - 1]
    return name[:3] if room > size * 2.2 else name[:1]
