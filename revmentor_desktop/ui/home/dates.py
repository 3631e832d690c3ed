"""The dates of the programme on Home: its frame, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.home.cards import Fact
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.surfaces import Card
from revmentor_desktop.ui.widgets.text import plain_label

_NEXT: Final = 3
_LATER_MS: Final = 400
_BETWEEN_MS: Final = 10
_ALL: Final = object()


class DatesCard(Card):
    """Start, sessions, end, and the next three milestones.

    The calendars take longer to load than Home to show. They follow a moment later, a little at a
    time, so that the window never stands still; the places of the first dates are kept for them.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(self.tr("Dates"))
        self._context = context
        self._programme: Programme | None = None
        self._shown_id = 0
        self._loading: Iterator[None] | None = None
        self._is_loaded = False
        self._starts = Fact(self.tr("Starts on"))
        self._sessions = Fact(self.tr("Sessions"))
        self.ends = Fact(self.tr("Closes on"))
        self.coming = [Fact(" ") for _ in range(_NEXT)]
        self._next = QWidget()
        self.give = button(self.tr("Set the dates"))
        self.give.clicked.connect(lambda: context.requested.emit("settings:dates"))
        self.save = button(self.tr("Save the calendar…"), icon="calendar")
        self.save.clicked.connect(lambda: context.requested.emit("save-calendar"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._load_on)
        self._lay_out()

    def show_programme(self, programme: Programme) -> None:
        """Show the dates of a programme."""
        start = programme.start_date
        self._starts.show_value(short_date(start) if start else self.tr("Not set yet"))
        if start is None or programme.id != self._shown_id:
            self.ends.show_value("" if start else self.tr("Follows from the start"))
        self._shown_id = programme.id
        self._sessions.show_value(
            self.tr("{0} of {1} minutes, about every {2} weeks").format(
                programme.session_count, programme.session_minutes, programme.weeks_between
            )
        )
        self._programme = programme
        self._next.setVisible(start is not None)
        self.save.setVisible(start is not None)
        self.give.setVisible(start is None)
        if start is None:
            self._timer.stop()
        elif self._is_loaded:
            self._show_next()
        else:
            self._timer.start(_LATER_MS)

    def _load_on(self) -> None:
        """Load the next part of what the calendars need; once all is there, show the dates."""
        from revmentor_desktop.services.setup.standing import loading_dates

        if self._loading is None:
            self._loading = loading_dates()
        self._is_loaded = next(self._loading, _ALL) is _ALL
        if self._is_loaded:
            self._show_next()
        else:
            self._timer.start(_BETWEEN_MS)

    def _show_next(self) -> None:
        from revmentor_desktop.services.setup.dates_content import milestone_words
        from revmentor_desktop.services.setup.standing import dates

        if self._programme is None:
            return
        days = dates(self._context.data, self._programme.id, _NEXT)
        found, first, last = days.coming, days.frame.first, days.frame.last
        if first is not None and last is not None:
            self._starts.show_value(short_date(first))
            self.ends.show_value(short_date(last))
        self._next.setVisible(bool(found))
        for place, fact in enumerate(self.coming):
            if place < len(found):
                fact.name.setText(milestone_words(found[place].key).title)
                fact.show_value(short_date(found[place].day))
            else:
                fact.name.setText("")
                fact.show_value("")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(24)
        for fact in (self._starts, self._sessions, self.ends):
            row.addWidget(fact, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        column = QVBoxLayout(self._next)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(self.tr("Coming next"), "label"))
        coming = QHBoxLayout()
        coming.setSpacing(24)
        for fact in self.coming:
            coming.addWidget(fact, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(coming)
        self.body.addWidget(self._next)
        self.body.addSpacing(4)
        for made in (self.give, self.save):
            self.foot.addWidget(made)
        self.foot.addStretch(1)
