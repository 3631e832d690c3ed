from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit
from pytestqt.qtbot import QtBot

from revmentor_desktop.system.dates import read_date, short_date
from revmentor_desktop.ui.widgets.dates import OptionalDateField


@pytest.mark.parametrize(
    "text",
    [
        "19 Jan 2027",
        "Tue 19 Jan 2027",
        "Tuesday, 19 January 2027",
        "19th January 2027",
        "19/1/2027",
        "19-01-27",
        "19.1.2027",
        "2027-01-19",
        "  19 JAN 27 ",
    ],
)
def test_dates_are_read_as_people_write_them(text: str) -> None:
    assert read_date(text) == date(2027, 1, 19)


@pytest.mark.parametrize(
    "text", ["", "soon", "31/2/2027", "19 Foo 2027", "1/13/2027", "19", "2027", "0/0/0"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31)))
def test_a_date_in_words_is_read_back(day: date) -> None:
    assert read_date(short_date(day)) == day


@pytest.fixture
def field(qtbot: QtBot) -> OptionalDateField:
    made = OptionalDateField()
    made.setAccessibleName("Start date")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_typed_date_is_shown_in_words_when_the_field_is_left(
    qtbot: QtBot, field: OptionalDateField
) -> None:
    other = QLineEdit(field.parentWidget())
    qtbot.addWidget(other)
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(field.entry, "19/1/27")
    field.left()
    assert field.entry.text() == "Tue 19 Jan 2027"
    assert field.value() == date(2027, 1, 19)
    assert field.problem() == ""


def test_what_cannot_be_read_stays_as_typed_and_is_marked(
    qtbot: QtBot, field: OptionalDateField
) -> None:
    QTest.keyClicks(field.entry, "next spring")
    field.left()
    assert field.entry.text() == "next spring"
    assert field.value() is None
    assert "19 Jan 2027" in field.problem()
    assert field.property("wrong") == "true"
    field.set_value(None)
    assert field.problem() == ""
    assert field.property("wrong") == "false"


# In memory there is no keyboard to grab for a popup.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_date_is_picked_from_the_calendar_by_keyboard(
    qtbot: QtBot, field: OptionalDateField
) -> None:
    field.set_value(date(2027, 1, 19))
    QTest.keyClick(field.entry, Qt.Key.Key_F4)
    calendar = field.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate() == QDate(2027, 1, 19)
    with qtbot.waitSignal(field.edited):
        calendar.activated.emit(QDate(2027, 2, 2))
    assert field.value() == date(2027, 2, 2)
    assert QApplication.activePopupWidget() is None


def test_the_name_of_the_field_is_on_what_one_types_into(field: OptionalDateField) -> None:
    assert field.entry.accessibleName() == "Start date"


def test_a_day_without_a_year_becomes_the_closest_one_when_the_field_is_left(
    qtbot: QtBot, field: OptionalDateField, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("revmentor_desktop.ui.widgets.dates.today", lambda: date(2026, 11, 22))
    QTest.keyClicks(field.entry, "9 January")
    field.left()
    assert field.entry.text() == "Sat 9 Jan 2027"
    assert field.value() == date(2027, 1, 9)
