"""A timeline: dated points one beneath the other, each of which can be moved to another day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QScrollArea, QToolButton, QWidget

from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.theme import current_theme
from revmentor_desktop.ui.widgets.buttons import icon_button
from revmentor_desktop.ui.widgets.surfaces import Chip
from revmentor_desktop.ui.widgets.tab_order import follow_layout
from revmentor_desktop.ui.widgets.text import PlainLabel, plain_label, set_tip
from revmentor_desktop.ui.widgets.timeline_scale import (
    Backdrop,
    Band,
    Lane,
    MonthsLane,
    TicksLane,
)

IsFree = Callable[[date], bool]

_HEIGHT: Final = 28
_DOT: Final = 6.5
_REACH: Final = 13
"""Pixels from the middle of a dot in which it is grabbed."""
_FARTHEST: Final = 400
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TimelinePoint:
    """A point by its key: what it is called, where it stands, where it was planned.

    `note` is said beside it, such as what is wrong with its day.
    """

    key: str
    title: str
    day: date
    planned: date
    note: str = ""


class Timeline(QWidget):
    """Points on lanes over a shared calendar, in the order in which they are given.

    Tab comes to one point, up and down go to the others. A point is dragged along its lane, or
    moved by the left and right arrow to the next free day, with Shift by a week; Home or Delete
    puts it back on its planned day, Escape ends a drag.
    """

    moved = Signal(str, object)
    """A point's key, and the day it was moved to; None when it went back to its planned day.
    Nothing moves by itself: the owner shows the points anew."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr(
                "Up and down choose a point. Left and right move it by a day, with Shift by a"
                " week. Home puts it back."
            )
        )
        self.rows: dict[str, _Row] = {}
        self._months = MonthsLane(22)
        self._ticks = TicksLane(22)
        self._ticks_title = plain_label("", "muted")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._months, 0, 1)
        self._grid.addWidget(self._ticks_title, 1, 0)
        self._grid.addWidget(self._ticks, 1, 1)

    def show_points(
        self,
        points: Sequence[TimelinePoint],
        is_free: IsFree,
        bands: Sequence[Band] = (),
        today: date | None = None,
    ) -> None:
        """Show these points; those that stand there already keep the focus."""
        if tuple(point.key for point in points) != tuple(self.rows):
            self._make_rows([point.key for point in points])
        days = [day for point in points for day in (point.day, point.planned)]
        backdrop = Backdrop((*days, *self._ticks.ticks), bands, today)
        for lane in (self._months, self._ticks):
            lane.put(backdrop)
        for point in points:
            self.rows[point.key].put(point, is_free, backdrop)
        self.setVisible(bool(points))

    def show_ticks(self, title: str, days: Sequence[date]) -> None:
        """Show days that cannot be moved, on a lane of their own; call it before the points."""
        self._ticks_title.setText(title)
        self._ticks.ticks = tuple(days)
        said = ", ".join(short_date(day) for day in days)
        self._ticks.setAccessibleName(f"{title}: {said}")
        for part in (self._ticks, self._ticks_title):
            part.setVisible(bool(days))

    def take_focus(self) -> None:
        """Put the focus on the point that Tab comes to."""
        for row in self.rows.values():
            if row.lane.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                row.lane.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._be_one_stop(watched)
        return super().eventFilter(watched, event)

    def _make_rows(self, keys: Sequence[str]) -> None:
        focused = next((key for key, row in self.rows.items() if row.lane.hasFocus()), None)
        for row in self.rows.values():
            row.remove(self._grid)
        self.rows = {}
        for place, key in enumerate(keys):
            row = _Row(self._grid, 2 + 2 * place)
            row.lane.installEventFilter(self)
            row.lane.moved.connect(lambda day, key=key: self.moved.emit(key, day))
            row.lane.left.connect(lambda step, place=place: self._go(place + step))
            self.rows[key] = row
        follow_layout(self)
        wanted = self.rows.get(focused or "") or next(iter(self.rows.values()), None)
        if wanted is not None:
            self._be_one_stop(wanted.lane)
            if focused is not None:
                wanted.lane.show()  # what is not there yet takes no focus
                wanted.lane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, place: int) -> None:
        rows = list(self.rows.values())
        if 0 <= place < len(rows):
            rows[place].lane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _be_one_stop(self, stop: QObject) -> None:
        for row in self.rows.values():
            policy = Qt.FocusPolicy
            row.lane.setFocusPolicy(policy.StrongFocus if row.lane is stop else policy.ClickFocus)


class _Row:
    """One point: title, lane, its day in words, the way back, and beneath what is said of it."""

    def __init__(self, grid: QGridLayout, place: int) -> None:
        self.title: PlainLabel = plain_label("")
        self.lane = PointLane()
        self.day: PlainLabel = plain_label("")
        self.back: QToolButton = icon_button("undo-2", "")
        self.back.setFixedSize(_HEIGHT - 2, _HEIGHT - 2)
        self.note = Chip(kind="warn")
        kept = self.back.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(kept)
        # The widest day there is, so that nothing shifts while a point moves.
        widest = max(
            self.day.fontMetrics().horizontalAdvance(short_date(date(2026, month, 28)))
            for month in range(1, 13)
        )
        self.day.setMinimumWidth(widest + 6)
        for column, part in enumerate((self.title, self.day, self.back)):
            grid.addWidget(part, place, column + bool(column))
        # The lane goes on behind the note, so that its backdrop has no gap.
        grid.addWidget(self.lane, place, 1, 2, 1)
        grid.addWidget(self.note, place + 1, 1, 1, 3, Qt.AlignmentFlag.AlignRight)
        self.lane.previewed.connect(self._say_day)
        self.back.clicked.connect(self._go_back)

    def put(self, point: TimelinePoint, is_free: IsFree, backdrop: Backdrop) -> None:
        self.title.setText(point.title)
        self.lane.show_point(point, is_free, backdrop)
        self._say_day(point.day)
        self.note.setText(point.note)
        self.note.setVisible(bool(point.note))
        is_moved = point.day != point.planned
        self.back.setVisible(is_moved)
        words = self.lane.tr("Put “{0}” back to {1}").format(point.title, short_date(point.planned))
        self.back.setAccessibleName(words)
        set_tip(self.back, words)

    def remove(self, grid: QGridLayout) -> None:
        for part in (self.title, self.lane, self.day, self.back, self.note):
            grid.removeWidget(part)
            part.hide()
            part.deleteLater()

    def _say_day(self, day: date) -> None:
        self.day.setText(short_date(day))

    def _go_back(self) -> None:
        self.lane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.lane.moved.emit(None)


class PointLane(Lane):
    """The lane of one point, which moves along it."""

    moved = Signal(object)
    previewed = Signal(object)
    left = Signal(int)
    """The arrow up (-1) or down (1) goes to another point."""

    def __init__(self) -> None:
        super().__init__(_HEIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._point: TimelinePoint | None = None
        self._is_free: IsFree = bool
        self._grabbed: float | None = None
        self.shown_day = date.min
        """The day on which the point is drawn, also in the middle of a drag."""

    def dot(self) -> QPointF:
        """Return the middle of the dot."""
        return QPointF(self.scale().x(self.shown_day), _HEIGHT / 2)

    def show_point(self, point: TimelinePoint, is_free: IsFree, backdrop: Backdrop) -> None:
        """Show a point on the calendar; a drag that is going on ends."""
        self._point, self._is_free, self.shown_day = point, is_free, point.day
        self._grabbed = None
        self.put(backdrop)
        said = self.tr("{0}: {1}").format(point.title, short_date(point.day))
        if point.day != point.planned:
            said = self.tr("{0}, moved from {1}").format(said, short_date(point.planned))
        self.setAccessibleName(said)
        self.setAccessibleDescription(point.note)

    # --- by hand ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        away = event.position().x() - self.dot().x()
        if event.button() == Qt.MouseButton.LeftButton and abs(away) <= _REACH:
            self._grabbed = away
            self.setCursor(Qt.CursorShape.SizeHorCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._grabbed is not None:
            self._preview(self._nearest_free(self.scale().day(x - self._grabbed)))
            return
        is_on_dot = abs(x - self.dot().x()) <= _REACH
        shape = Qt.CursorShape
        self.setCursor(shape.SizeHorCursor if is_on_dot else shape.ArrowCursor)
        set_tip(self, "" if is_on_dot else self.backdrop.words_at(self.scale(), x))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._grabbed = None
        self._move_to(self.shown_day)

    # --- by keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key in sides:
            is_week = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(sides[key], 7 if is_week else 1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.left.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._go_back()
        elif key == Qt.Key.Key_Escape and self._grabbed is not None:
            self._grabbed = None
            if self._point is not None:
                self._preview(self._point.day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._come_into_view()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _come_into_view(self) -> None:
        """Scroll what holds the timeline, so that who goes along it by keys sees where they are."""
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self, 0, _HEIGHT)
            around = around.parentWidget()

    def _step(self, side: int, days: int) -> None:
        day = self.shown_day + _DAY * side * days
        for _ in range(_FARTHEST):
            if self._is_free(day):
                self._move_to(day)
                return
            day += _DAY * side

    def _nearest_free(self, day: date) -> date:
        for away in range(_FARTHEST):
            for found in (day + _DAY * away, day - _DAY * away):
                if self._is_free(found):
                    return found
        return day

    def _preview(self, day: date) -> None:
        if day != self.shown_day:
            self.shown_day = day
            self.previewed.emit(day)
            self.update()

    def _move_to(self, day: date) -> None:
        if self._point is not None and day != self._point.day:
            self.moved.emit(None if day == self._point.planned else day)

    def _go_back(self) -> None:
        if self._point is not None and self._point.day != self._point.planned:
            self.moved.emit(None)

    # --- drawn ---

    def paintEvent(self, _event: object) -> None:
        if self._point is None or not self.backdrop.days:
            return
        theme, scale, dot = current_theme(), self.scale(), self.dot()
        painter = QPainter(self)
        self.backdrop.draw(painter, scale, self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.drawLine(QPointF(0, dot.y()), QPointF(self.width(), dot.y()))
        if self.shown_day != self._point.planned:
            planned = QPointF(scale.x(self._point.planned), dot.y())
            painter.setPen(QPen(theme.colour("brand"), 2))
            painter.drawLine(planned, dot)
            painter.setPen(QPen(theme.colour("brand"), 1.5))
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(planned, _DOT - 2, _DOT - 2)
        colour = theme.colour("warn" if self._point.note else "brand")
        painter.setPen(QPen(theme.colour("surface"), 1.5))
        painter.setBrush(colour)
        painter.drawEllipse(dot, _DOT, _DOT)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot, _DOT + 4, _DOT + 4)
            painter.drawRoundedRect(QRectF(1, 1, self.width() - 2, _HEIGHT - 2), 5, 5)
