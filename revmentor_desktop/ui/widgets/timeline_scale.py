"""The calendar behind a timeline: where a day lies, and how its background is drawn."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from revmentor_desktop.system.dates import MONTHS, short_date
from revmentor_desktop.ui.theme import current_theme

INSET: Final = 14
"""Pixels at either end, so that a dot on the first or last day is whole."""
_LEAST_BAND: Final = 3.0
_LABEL_GAP: Final = 10
_LATE_IN_THE_YEAR: Final = 11


@dataclass(frozen=True, slots=True)
class Band:
    """Days that are shaded, both ends included, and why."""

    first: date
    last: date
    label: str = ""
    is_slight: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole months from the day `first` to the day `last`, over a width in pixels."""

    first: date
    last: date
    width: float

    @classmethod
    def over(cls, days: Iterable[date], width: float) -> Scale:
        """Return the scale that shows the months of all these days; at least one is needed."""
        listed = list(days)
        low, high = min(listed), max(listed)
        end = monthrange(high.year, high.month)[1]
        return cls(low.replace(day=1), high.replace(day=end), width)

    def x(self, day: date) -> float:
        """Return where the middle of a day lies."""
        return self._left(day) + self._day_width() / 2

    def day(self, x: float) -> date:
        """Return the day at a place; the first or the last one beyond the ends."""
        number = int((x - INSET) // max(self._day_width(), 0.001))
        count = (self.last - self.first).days
        return self.first + timedelta(days=min(max(number, 0), count))

    def span(self, band: Band) -> tuple[float, float] | None:
        """Return left and right of a band, or None where it lies outside."""
        first, last = max(band.first, self.first), min(band.last, self.last)
        if first > last:
            return None
        left = self._left(first)
        return left, max(left + _LEAST_BAND, self._left(last) + self._day_width())

    def months(self) -> Iterator[tuple[date, float]]:
        """Yield the first day of each month and where it begins."""
        day = self.first
        while day <= self.last:
            yield day, self._left(day)
            year, month = divmod(day.year * 12 + day.month, 12)
            day = date(year, month + 1, 1)

    def _left(self, day: date) -> float:
        return INSET + (day - self.first).days * self._day_width()

    def _day_width(self) -> float:
        days = (self.last - self.first).days + 1
        return max(self.width - 2 * INSET, 1) / days


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What lies behind every lane of a timeline: shaded days, and the day that is today."""

    days: Sequence[date] = ()
    bands: Sequence[Band] = ()
    today: date | None = None

    def scale(self, width: float) -> Scale:
        """Return the scale for a lane of that width. There must be days."""
        return Scale.over(self.days, width)

    def words_at(self, scale: Scale, x: float) -> str:
        """Return what is to be said about today or the shaded days at a place, or ""."""
        if self.today is not None and abs(scale.x(self.today) - x) <= 2:
            words = QCoreApplication.translate("Timeline", "Today: {0}")
            return words.format(short_date(self.today))
        for band in self.bands:
            span = scale.span(band)
            if span is not None and span[0] - 2 <= x <= span[1] + 2 and band.label:
                ends = dict.fromkeys((short_date(band.first), short_date(band.last)))
                return f"{band.label}: {' – '.join(ends)}"
        return ""

    def draw(self, painter: QPainter, scale: Scale, height: float) -> None:
        """Draw shaded days, the beginnings of the months, and today."""
        theme = current_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        for band in sorted(self.bands, key=lambda band: not band.is_slight):
            span = scale.span(band)
            if span is not None:
                painter.setBrush(theme.colour("line" if band.is_slight else "warn_soft"))
                painter.drawRect(QRectF(span[0], 0, span[1] - span[0], height))
        painter.setPen(QPen(theme.colour("line"), 1))
        for _, left in scale.months():
            painter.drawLine(QPointF(round(left) + 0.5, 0), QPointF(round(left) + 0.5, height))
        if self.today is not None and scale.first <= self.today <= scale.last:
            x = round(scale.x(self.today)) + 0.5
            painter.setPen(QPen(theme.colour("brand"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, 0), QPointF(x, height))


class Lane(QWidget):
    """A strip of the timeline with the backdrop on it."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.backdrop = Backdrop()
        self.setMinimumSize(140, height)
        # As high as its row, so that one lane's backdrop goes on in the next.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        current_theme().changed.connect(self.update)

    def put(self, backdrop: Backdrop) -> None:
        """Lie over another backdrop."""
        self.backdrop = backdrop
        self.update()

    def scale(self) -> Scale:
        """Return the scale as wide as the lane is now."""
        return self.backdrop.scale(self.width())


class MonthsLane(Lane):
    """The names of the months, as many as there is room for."""

    def paintEvent(self, _event: object) -> None:
        if not self.backdrop.days:
            return
        theme, scale = current_theme(), self.scale()
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        for left, words in self._labels(scale, QFontMetrics(painter.font())):
            painter.drawText(QPointF(left, self.height() - 5), words)

    def _labels(self, scale: Scale, metrics: QFontMetrics) -> list[tuple[float, str]]:
        """Return the labels there is room for and where they begin: years before months."""
        taken: list[tuple[float, float]] = []
        found: list[tuple[float, str]] = []
        months = list(scale.months())
        for month, begin in sorted(months, key=lambda one: (one[0].month != 1, one[0])):
            words = _month_words(month, is_first=month == scale.first)
            left, right = begin + 3, begin + 3 + metrics.horizontalAdvance(words)
            is_free = all(right + _LABEL_GAP < one or left > other for one, other in taken)
            if is_free and right <= self.width():
                taken.append((left, right + _LABEL_GAP))
                found.append((left, words))
        return found


class TicksLane(Lane):
    """Days that are shown and cannot be moved."""

    def __init__(self, height: int) -> None:
        super().__init__(height)
        self.ticks: Sequence[date] = ()

    def paintEvent(self, _event: object) -> None:
        if not self.backdrop.days:
            return
        painter, scale = QPainter(self), self.scale()
        self.backdrop.draw(painter, scale, self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().colour("muted"))
        middle = self.height() / 2
        for day in self.ticks:
            painter.drawRoundedRect(QRectF(scale.x(day) - 1.5, middle - 6, 3, 12), 1.5, 1.5)


def _month_words(month: date, *, is_first: bool) -> str:
    """Return a month's name: with its year in January, or first where none comes soon."""
    name = MONTHS[month.month - 1][:3]
    has_year = month.month == 1 or (is_first and month.month < _LATE_IN_THE_YEAR)
    return f"{name} {month.year}" if has_year else name
