"""The dates of a programme drawn along its months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from revmentor_desktop.documents.blocks import Paragraph, Spaced
from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.paragraphs import plain, width_of
from revmentor_desktop.documents.setup.parts import LARGE
from revmentor_desktop.documents.styles import Styles, TextStyle
from revmentor_desktop.documents.wording import Run
from revmentor_desktop.system.dates import MONTHS

_LABELS: Final = 0.225
_DATES: Final = 0.165
"""The parts of the width that labels and dates take; in large print they stand above the bars."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the chart: a bar over a period when it has two ends, and marks on days.

    `words` say the same in words, such as the first and the last day.
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
    def _is_large(self) -> bool:
        return self.styles.scale > LARGE

    @property
    def _row(self) -> float:
        return self.styles.small.leading * (2.5 if self._is_large else 1.7)

    @property
    def _top(self) -> float:
        return self.styles.small.leading * 2.4

    # Every block is asked the same; this one needs not all of it to answer.
    def height(self, width: float) -> float:  # noqa: ARG002
        """As high as its lanes and the months above them."""
        return self._top + self._row * len(self.lanes) + self.styles.space(4)

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the months, then lane by lane; in words they are said one after the other."""
        said = "; ".join(f"{lane.label}: {lane.words}" for lane in self.lanes)
        with canvas.picture(said, box=(x, top - self.height(width), x + width, top)):
            self._draw_lanes(canvas, x, top, width)

    def _draw_lanes(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        days = [day for lane in self.lanes for day in lane.days]
        left = x if self._is_large else x + width * (_LABELS + _DATES)
        scale = _Scale(min(days).replace(day=1), _month_after(max(days)), left, x + width)
        self._months(canvas, scale, top)
        for number, lane in enumerate(self.lanes):
            lane_top = top - self._top - number * self._row
            self._words(canvas, lane, (x, lane_top, width))
            self._bar(canvas, lane, scale, lane_top)

    def _months(self, canvas: PaperCanvas, scale: _Scale, top: float) -> None:
        style = replace(self.styles.small, size=self.styles.small.size * 0.9)
        bottom = top - self.height(0) + self.styles.space(2)
        starts = list(_months(scale.first, scale.last))
        room = (scale.right - scale.left) / len(starts)
        for number, month in enumerate(starts):
            at = scale.at(month)
            canvas.rule("line", 0.5, (at, top - style.leading), (at, bottom))
            name = _month_name(month, room, style)
            Paragraph(plain(name), style).draw(canvas, at + 2, top - style.leading, room + 8)
            is_crowded = number == 0 and month.month == 12 and room < width_of("2026 ", style)
            if (number == 0 or month.month == 1) and not is_crowded:
                year = plain(str(month.year), Weight.BOLD, "ink")
                Paragraph(year, style).draw(canvas, at + 2, top, 60)

    def _words(self, canvas: PaperCanvas, lane: Lane, place: tuple[float, float, float]) -> None:
        """Write the label, and the days in words behind it."""
        x, top, width = place
        ink = replace(self.styles.small, colour="ink")
        if self._is_large:
            words = [Run(f"{lane.label}  ", Weight.BOLD), Run(lane.words)]
            Paragraph(words, ink).draw(canvas, x, top, width)
            return
        text_top = top - (self._row - ink.leading) / 2
        Paragraph(plain(lane.label), ink).draw(canvas, x, text_top, width)
        at = x + width * _LABELS
        Paragraph(plain(lane.words), self.styles.small).draw(canvas, at, text_top, width)

    def _bar(self, canvas: PaperCanvas, lane: Lane, scale: _Scale, top: float) -> None:
        text = self.styles.small.leading if self._is_large else 0.0
        middle = top - text - (self._row - text) / 2
        marks = [scale.at(day) for day in lane.days]
        canvas.fill_in(lane.accent)
        if lane.is_period and len(marks) > 1:
            canvas.rule(lane.accent, 2.2, (marks[0], middle), (marks[-1], middle))
        for mark in marks:
            canvas.circle(mark, middle, 3.1 * min(self.styles.scale, 1.3), stroke=0, fill=1)


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


def _month_name(month: date, room: float, style: TextStyle) -> str:
    """Return "Jan" where there is room for it, else "J"."""
    name = MONTHS[month.month - 1][:3]
    return name if width_of("May", style) + 3 < room else name[:1]
