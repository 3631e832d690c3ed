"""All dates of a programme at once: on a timeline or in a list, each to be moved."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from revmentor_desktop.domain.plan.milestones import (
    IsFree,
    Milestone,
    is_plannable,
    milestones,
    out_of_order,
    session_days,
)
from revmentor_desktop.domain.plan.schedule import Schedule
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.setup.dates_content import milestone_words
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.system.bank_holidays import bank_holidays, is_known
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.setup.section import Section
from revmentor_desktop.ui.widgets.buttons import button, icon_button
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.segments import Segments
from revmentor_desktop.ui.widgets.surfaces import Chip
from revmentor_desktop.ui.widgets.tab_order import follow_layout
from revmentor_desktop.ui.widgets.text import PlainLabel, plain_label, set_tip
from revmentor_desktop.ui.widgets.timeline import Timeline, TimelinePoint
from revmentor_desktop.ui.widgets.timeline_scale import Band

_TIMELINE: Final = "timeline"
_LIST: Final = "list"
_SESSIONS_NAMED: Final = 12
_WHOLE_YEAR: Final = re.compile(r"\d{4}")


class MilestonesEditor(Section):
    """Shows the milestones of a schedule; `moved` are those the officer has put elsewhere."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("All dates at once"),
            self.tr(
                "Worked out backwards and forwards from the first session. Move what does not suit;"
                " nothing else moves with it."
            ),
        )
        self.moved: dict[str, date] = {}
        self.is_going_on = False
        """Whether the programme is stored: then it is in order that days go by."""
        self.view = Segments(
            self.tr("Show the dates"),
            {_TIMELINE: self.tr("Timeline"), _LIST: self.tr("List")},
        )
        self.view.put(_TIMELINE)
        self.all_back = button(self.tr("Put all back"), "quiet", "undo-2")
        self.none_yet = plain_label(
            self.tr("Give the day of the first sessions, and every date stands here."),
            "muted",
            "wrap",
        )
        self.sessions = plain_label("", "small", "wrap")
        self.timeline = Timeline(self.tr("Milestones"))
        self.list = MilestoneList()
        self.found: tuple[Milestone, ...] = ()
        head = QHBoxLayout()
        head.addWidget(self.view)
        head.addStretch(1)
        head.addWidget(self.all_back)
        self.body.addLayout(head)
        for part in (self.none_yet, self.timeline, self.list, self.sessions):
            self.body.addWidget(part)
        self.view.answered.connect(self._show_view)
        self.all_back.clicked.connect(self._put_all_back)
        self.timeline.moved.connect(self._move)
        self.list.moved.connect(self._move)
        self._show_view()

    def show_plan(self, details: ProgrammeDetails, schedule: Schedule) -> None:
        """Work out and show the dates of a plan; `moved` is taken from here, not from it."""
        schedule = Schedule(region=schedule.region, closed=schedule.closed, moved=self.moved)
        is_free, now = free_days(schedule), today()
        self.found = tuple(
            sorted(milestones(details, schedule, is_free), key=lambda one: one.planned)
        )
        days = session_days(details, is_free)
        notes = self._notes(schedule, is_free, now)
        points = [
            TimelinePoint(
                one.key, milestone_words(one.key).title, one.day, one.planned, notes[one.key]
            )
            for one in self.found
        ]
        self.timeline.show_ticks(self.tr("Sessions"), days)
        self.timeline.show_points(points, is_free, self._bands(schedule), now)
        self.list.show_points(points)
        self.sessions.setText(self._sessions_line(days))
        self._show_view()

    def _show_view(self) -> None:
        if not self.view.answer:  # one of the two always holds
            self.view.put(_LIST if self.list.isVisibleTo(self) else _TIMELINE)
        has_dates, as_list = bool(self.found), self.view.answer == _LIST
        self.none_yet.setVisible(not has_dates)
        self.view.setVisible(has_dates)
        self.sessions.setVisible(has_dates)
        self.timeline.setVisible(has_dates and not as_list)
        self.list.setVisible(has_dates and as_list)
        self.all_back.setVisible(any(one.is_moved for one in self.found))

    def _move(self, key: str, day: date | None) -> None:
        self.moved.pop(key, None)
        if day is not None and is_plannable(day):
            self.moved[key] = day
        self.edited.emit()

    def _put_all_back(self) -> None:
        self.moved.clear()
        self.view.take_focus()
        self.edited.emit()

    def _notes(self, schedule: Schedule, is_free: IsFree, now: date) -> Mapping[str, str]:
        """Return what is to be said beside each milestone, or ""."""
        said: dict[str, list[str]] = {one.key: [] for one in self.found}
        for first, second in out_of_order(self.found):
            words = self.tr("before “{0}”").format(milestone_words(first.key).title)
            said[second.key].append(words)
        has_begun = any(one.key == "first-session" and one.day < now for one in self.found)
        for one in self.found:
            if one.day < now and not has_begun and not self.is_going_on:
                said[one.key].append(self.tr("in the past"))
            if one.is_moved and not is_free(one.day):
                said[one.key].append(self._day_off(schedule, one.day))
        return {key: _sentence(words) for key, words in said.items()}

    def _day_off(self, schedule: Schedule, day: date) -> str:
        for period in schedule.closed:
            if period.covers(day):
                return period.label.strip() or self.tr("closed")
        return _holidays(schedule.region, day.year).get(day, "") or self.tr("a weekend")

    def _bands(self, schedule: Schedule) -> list[Band]:
        """Return the closed periods and bank holidays of the years that are shown."""
        bands = [
            Band(min(one.first, one.last), max(one.first, one.last), one.label or self.tr("Closed"))
            for one in schedule.closed
        ]
        years = {day.year for one in self.found for day in (one.day, one.planned)}
        for year in sorted(years):
            holidays = _holidays(schedule.region, year)
            bands.extend(Band(day, day, name, is_slight=True) for day, name in holidays.items())
        return bands

    def _sessions_line(self, days: Sequence[date]) -> str:
        named = [short_date(day) for day in days[:_SESSIONS_NAMED]]
        if len(days) > _SESSIONS_NAMED:
            named[-1] = self.tr("… and so on until {0}").format(short_date(days[-1]))
        return self.tr("Sessions from: {0}").format(", ".join(named))


class MilestoneList(QWidget):
    """The same dates as fields to type into."""

    moved = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, _ListRow] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self._points: Sequence[TimelinePoint] = ()

    def show_points(self, points: Sequence[TimelinePoint]) -> None:
        """Show these points; a field whose day stands there already keeps what is typed."""
        self._points = points
        if self.isVisible():
            self._fill()

    def showEvent(self, event: object) -> None:
        self._fill()

    def _fill(self) -> None:
        if tuple(point.key for point in self._points) != tuple(self.rows):
            for row in self.rows.values():
                row.remove(self._grid)
            self.rows = {}
            for place, point in enumerate(self._points):
                row = _ListRow(self._grid, place)
                row.field.edited.connect(lambda key=point.key: self._typed(key))
                row.field.entry.editingFinished.connect(lambda key=point.key: self._left(key))
                row.back.clicked.connect(lambda _=False, key=point.key: self._go_back(key))
                self.rows[point.key] = row
            follow_layout(self)
        for point in self._points:
            self.rows[point.key].put(point)

    def _typed(self, key: str) -> None:
        """Take a day while it is typed, once its year has four digits: 20 is not yet 2027."""
        if _WHOLE_YEAR.search(self.rows[key].field.entry.text()):
            self._take(key)

    def _left(self, key: str) -> None:
        """Take what stands in the field; an emptied one means the planned day."""
        field = self.rows[key].field
        if not field.entry.text().strip():
            self._go_back(key)
        elif field.value() is not None:
            self._take(key)
            field.set_value(self._point(key).day)

    def _take(self, key: str) -> None:
        day, point = self.rows[key].field.value(), self._point(key)
        if day is not None and day != point.day and is_plannable(day):
            self.moved.emit(key, None if day == point.planned else day)

    def _point(self, key: str) -> TimelinePoint:
        return next(point for point in self._points if point.key == key)

    def _go_back(self, key: str) -> None:
        row, point = self.rows[key], self._point(key)
        row.field.set_value(point.planned)
        if point.day != point.planned:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.moved.emit(key, None)


class _ListRow:
    """A milestone's name, the field of its day, what is said beside it, the way back."""

    def __init__(self, grid: QGridLayout, place: int) -> None:
        self.title: PlainLabel = plain_label("")
        self.field = OptionalDateField()
        self.field.setFixedWidth(200)
        self.note = Chip(kind="warn")
        self.back: QToolButton = icon_button("undo-2", "")
        self.title.setBuddy(self.field)
        for column, part in enumerate((self.title, self.field, self.note, self.back)):
            grid.addWidget(part, place, column)

    def put(self, point: TimelinePoint) -> None:
        self.title.setText(point.title)
        self.field.setAccessibleName(point.title)
        self.field.setAccessibleDescription(point.note)
        if self.field.value() != point.day and not self.field.entry.hasFocus():
            self.field.set_value(point.day)
        self.note.setText(point.note)
        self.note.setVisible(bool(point.note))
        words = self.field.tr("Put “{0}” back to {1}").format(
            point.title, short_date(point.planned)
        )
        self.back.setAccessibleName(words)
        set_tip(self.back, words)
        self.back.setVisible(point.day != point.planned)

    def remove(self, grid: QGridLayout) -> None:
        for part in (self.title, self.field, self.note, self.back):
            grid.removeWidget(part)
            part.hide()
            part.deleteLater()


def _holidays(region: str, year: int) -> Mapping[date, str]:
    return bank_holidays(region, year) if is_known(region) else {}


def _sentence(words: Sequence[str]) -> str:
    text = "; ".join(words)
    return text[:1].upper() + text[1:]
