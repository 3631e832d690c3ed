"""A date that may be left empty, typed or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from revmentor_desktop.system.clock import today
from revmentor_desktop.system.dates import read_date, short_date
from revmentor_desktop.ui.widgets.buttons import icon_button
from revmentor_desktop.ui.widgets.fields import FieldFrame
from revmentor_desktop.ui.widgets.text import set_property


class OptionalDateField(FieldFrame):
    """A field for a date or nothing. What cannot be read stays as typed and is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QLineEdit(), parent)
        self.entry.setPlaceholderText(self.tr("e.g. 19 Jan 2027"))
        self.entry.textEdited.connect(self.edited)
        self._button = icon_button("calendar", self.tr("Pick from a calendar"))
        self._button.clicked.connect(self.open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 4, 1)
        row.setSpacing(0)
        row.addWidget(self.entry)
        row.addWidget(self._button)

    def value(self) -> date | None:
        """Return the date, or None when the field is empty or cannot be read.

        Without a year it is the one closest to today.
        """
        return read_date(self.entry.text(), near=today())

    def set_value(self, day: date | None) -> None:
        """Show a date, or nothing."""
        self.entry.setText(short_date(day) if day else "")
        set_property(self, "wrong", "false")

    def problem(self) -> str:
        """Return why the text is no date, or an empty text."""
        if self.entry.text().strip() and self.value() is None:
            return self.tr("This is not a date. Write it like 19 Jan 2027 or 19/1/2027.")
        return ""

    def left(self) -> None:
        day = self.value()
        if day is not None:
            self.entry.setText(short_date(day))
        set_property(self, "wrong", "true" if self.problem() else "false")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_F4}:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show a calendar beneath the field; Escape closes it and changes nothing."""
        popup = _CalendarPopup(self)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        popup.calendar.setFocus()

    def pick(self, day: date) -> None:
        """Take a date as if the officer had picked it."""
        self.set_value(day)
        self.edited.emit()
        self.entry.setFocus()


class _CalendarPopup(QWidget):
    def __init__(self, field: OptionalDateField) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field = field
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(self.tr("Calendar"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = field.value()
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.clicked.connect(self._picked)
        self.calendar.activated.connect(self._picked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)

    def _picked(self, day: QDate) -> None:
        self._field.pick(date(day.year(), day.month(), day.day()))
        self.close()
