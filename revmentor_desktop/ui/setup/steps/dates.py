"""Dates and sessions: when it starts, its shape, days on which nobody meets, all milestones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from revmentor_desktop.domain.checks import (
    EARLIEST_DATE,
    LATEST_DATE,
    MINUTES_LIMITS,
    SESSIONS_LIMIT,
    WEEKS_LIMITS,
)
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.milestones import free_from, is_plannable, latest_call
from revmentor_desktop.domain.plan.problems import earliest_start
from revmentor_desktop.domain.plan.schedule import SHAPES, ClosedPeriod, Schedule, Shape
from revmentor_desktop.domain.plan.sessions import spread
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.system.bank_holidays import is_known, regions
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.section import Section
from revmentor_desktop.ui.setup.step_page import StepPage
from revmentor_desktop.ui.setup.steps.dates_milestones import MilestonesEditor
from revmentor_desktop.ui.setup.steps.dates_rows import ClosedRow, SessionRow
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.choice_cards import ChoiceCards
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.fields import LabelledField, NumberField
from revmentor_desktop.ui.widgets.rows import Rows
from revmentor_desktop.ui.widgets.text import plain_label

_NO_REGION: Final = ""


class DatesStep(StepPage):
    """Start, shape, days off, milestones, and what the sessions are about."""

    step = Step.DATES

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            self.tr("When does it take place?"),
            self.tr(
                "A programme without dates drifts. From the day of the first sessions everything"
                " else is worked out, and you can move each date."
            ),
        )
        self.shapes = ChoiceCards(self.tr("Shape"), len(SHAPES))
        for key, (title, line) in self._shape_words().items():
            self.shapes.add(key, title, line)
        self.start = OptionalDateField()
        self.count = NumberField(1, SESSIONS_LIMIT)
        self.minutes = NumberField(*MINUTES_LIMITS)
        self.minutes.setSingleStep(15)
        self.weeks = NumberField(*WEEKS_LIMITS)
        self.suggest = button("", "quiet", "calendar")
        self.region = KeyedCombo(self._region_words())
        self.closed = Rows(ClosedRow, self.tr("Add closed days"), self.tr("Remove these days"))
        self.turn = button("", "quiet", "plus")
        self.milestones = MilestonesEditor()
        self._suggested = date.max
        self._turn: ClosedPeriod | None = None
        self.calendar = button(self.tr("Save the calendar…"), icon="calendar")
        self.calendar.hide()
        self.sessions = Rows(
            SessionRow, self.tr("Add a theme"), self.tr("Remove this theme"), in_order=True
        )
        self.spread = plain_label("", "small", "wrap")
        self._lay_out()
        self._connect()

    def show_draft(self, draft: Draft) -> None:
        details, schedule = draft.details, draft.plan.schedule
        self._show_shape(Shape(*_shape_of(details)))
        if self.start.value() != details.start_date:
            self.start.set_value(details.start_date)
        self.region.offer(self._region_words(schedule.region))
        self.region.put(schedule.region)
        self.closed.put(schedule.closed)
        self.sessions.put(draft.plan.sessions)
        self.milestones.moved = dict(schedule.moved)
        self._refresh()

    def with_edits(self, draft: Draft) -> Draft:
        return replace(
            draft,
            details=replace(
                draft.details,
                start_date=self.start.value(),
                session_count=self.count.value(),
                session_minutes=self.minutes.value(),
                weeks_between=self.weeks.value(),
            ),
            plan=replace(draft.plan, schedule=self._schedule(), sessions=self.sessions.values()),
        )

    def offer_for_stored(self) -> None:
        """Offer to save the stored dates as a calendar file; that days go by is in order now."""
        self.calendar.show()
        self.milestones.is_going_on = True

    def named_fields(self) -> Mapping[str, QWidget]:
        return {
            "start_date": self.start,
            "session_count": self.count,
            "session_minutes": self.minutes,
            "weeks_between": self.weeks,
        }

    def take_focus(self) -> None:
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what stands on the page ---

    def _details(self) -> ProgrammeDetails:
        return self.with_edits(Draft()).details

    def _schedule(self) -> Schedule:
        return Schedule(
            region=self.region.key,
            closed=self.closed.values(),
            moved=dict(self.milestones.moved),
        )

    def _edited(self) -> None:
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        """Show what follows from what stands on the page."""
        details, schedule = self._details(), self._schedule()
        self.shapes.choose(_shape_name(details))
        self.milestones.show_plan(details, schedule)
        self._say_of_start(details, schedule)
        self._offer_turn(schedule)
        unknown = not is_known(schedule.region)
        self._region_field.show_problem(
            self.tr("No bank holidays are known for this region. Choose another one, or none.")
            if unknown
            else ""
        )
        themes = spread(self.sessions.values(), details.session_count)
        self.spread.setText(
            self.tr("In {0} sessions: {1}.").format(
                len(themes), " · ".join(one.title.strip() or "…" for one in themes)
            )
        )
        self.spread.setVisible(bool(themes))

    def _say_of_start(self, details: ProgrammeDetails, schedule: Schedule) -> None:
        """Say beside the first day what is wrong with it, or what follows from it."""
        start, is_free, now = details.start_date, free_days(schedule), today()
        self._start_field.show_problem("")
        self.suggest.setVisible(start is None)
        if start is None:
            earliest = earliest_start(replace(details, start_date=now), is_free, now)
            self._suggested = free_from(_tuesday(earliest), is_free)
            words = self.tr("Use {0}").format(short_date(self._suggested))
            set_button_text(self.suggest, words)
            self._start_field.set_help(self.tr("Ten weeks go into asking and briefing people."))
            return
        if not is_plannable(start):
            params = {"first": EARLIEST_DATE.year, "last": LATEST_DATE.year}
            self._start_field.show_problem(sentence("date-odd", params))
            return
        call = latest_call(details, replace(schedule, moved={}), is_free)
        first = free_from(start, is_free)
        is_going_on = self.milestones.is_going_on
        if start < now and not is_going_on:
            said = self.tr("This day has passed.")
        elif call is not None and call < now and not is_going_on:
            earliest = earliest_start(details, is_free, now)
            said = self.tr("Too soon for the usual ten weeks before it: try {0}.").format(
                short_date(earliest)
            )
        elif first != start:
            said = self.tr("A day off: sessions begin on {0}.").format(short_date(first))
        else:
            said = ""
        self._start_field.set_help(said)

    def _offer_turn(self, schedule: Schedule) -> None:
        """Offer to close the days between Christmas and New Year that the dates reach into."""
        days = [one.planned for one in self.milestones.found]
        years = range(min(days).year - 1, max(days).year + 1) if days else range(0)
        turns = [
            ClosedPeriod(first=date(year, 12, 24), last=date(year + 1, 1, 1)) for year in years
        ]
        self._turn = next(
            (
                turn
                for turn in turns
                if min(days) <= turn.last
                and turn.first <= max(days)
                and not any(_overlap(turn, other) for other in schedule.closed)
            ),
            None,
        )
        self.turn.setVisible(self._turn is not None)
        if self._turn is not None:
            words = self.tr("Add {0} to {1}")
            first, last = short_date(self._turn.first), short_date(self._turn.last)
            set_button_text(self.turn, words.format(first, last))

    def _add_turn(self) -> None:
        if self._turn is not None:
            self.closed.add_value(replace(self._turn, label=self.tr("Turn of the year")))

    def _show_shape(self, shape: Shape) -> None:
        for field, value in zip((self.count, self.minutes, self.weeks), shape, strict=True):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)

    def _choose_shape(self, name: str) -> None:
        self._show_shape(SHAPES[name])
        self._edited()

    def _take_suggestion(self) -> None:
        self.start.pick(self._suggested)

    # --- making of ---

    def _lay_out(self) -> None:
        self._start_field = LabelledField(self.tr("First sessions on"), self.start)
        row = QHBoxLayout()
        row.setSpacing(16)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._start_field, 5, top)
        for words, field in (
            (self.tr("Sessions"), self.count),
            (self.tr("Minutes each"), self.minutes),
            (self.tr("Weeks apart"), self.weeks),
        ):
            row.addWidget(LabelledField(words, field), 3, top)
        self.body.addWidget(self.shapes)
        self.body.addLayout(row)
        self.body.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.milestones)
        self.body.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignLeft)
        self.region.setMaxVisibleItems(14)
        self._region_field = LabelledField(self.tr("Bank holidays of"), self.region)
        off = Section(
            self.tr("Days on which nobody meets"),
            self.tr(
                "Weekends are always left out. Add the weeks when your organisation is closed."
            ),
        )
        off.body.addWidget(self._region_field)
        off.body.addWidget(self.closed)
        off.body.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)
        themes = Section(
            self.tr("What the sessions are about"),
            self.tr(
                "Themes to start from; each pair may choose its own. The first opens and the last"
                " closes; those between are spread over the sessions."
            ),
        )
        themes.body.addWidget(self.sessions)
        themes.body.addWidget(self.spread)
        self.body.addWidget(off)
        self.body.addWidget(themes)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.shapes.chosen.connect(self._choose_shape)
        self.suggest.clicked.connect(self._take_suggestion)
        self.turn.clicked.connect(self._add_turn)
        self.calendar.clicked.connect(lambda: self.context.requested.emit("save-calendar"))
        self.start.edited.connect(self._edited)
        self.start.entry.editingFinished.connect(self._say_unreadable)
        for number in (self.count, self.minutes, self.weeks):
            number.valueChanged.connect(self._edited)
        self.region.chosen.connect(self._edited)
        for part in (self.closed, self.milestones, self.sessions):
            part.edited.connect(self._edited)

    def _say_unreadable(self) -> None:
        if self.start.problem():
            self._start_field.show_problem(self.start.problem())

    def _shape_words(self) -> Mapping[str, tuple[str, str]]:
        return {
            "pilot": (self.tr("A pilot"), self.tr("3 × 60 min, every 4 weeks")),
            "half-year": (self.tr("Half a year"), self.tr("6 × 60 min, every 4 weeks")),
            "half-year-roomy": (
                self.tr("Half a year and more"),
                self.tr("6 × 60 min, every 6 weeks"),
            ),
            "year": (self.tr("A year"), self.tr("12 × 60 min, every 4 weeks")),
        }

    def _region_words(self, region: str = _NO_REGION) -> Mapping[str, str]:
        words = {**dict(regions()), _NO_REGION: self.tr("No bank holidays")}
        # One that is not known (any more) stays until the officer chooses.
        return words if region in words else {region: region, **words}


def _shape_of(details: ProgrammeDetails) -> tuple[int, int, int]:
    return details.session_count, details.session_minutes, details.weeks_between


def _shape_name(details: ProgrammeDetails) -> str:
    shape = _shape_of(details)
    return next((name for name, usual in SHAPES.items() if usual == shape), "")


def _overlap(one: ClosedPeriod, other: ClosedPeriod) -> bool:
    return one.first <= other.last and other.first <= one.last


def _tuesday(day: date) -> date:
    """Return the next Tuesday: bank holidays keep away from it."""
    return day + timedelta(days=(1 - day.weekday()) % 7)
