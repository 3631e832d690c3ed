"""Whole days in a calendar file: they never shift, and a second file moves them."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from revmentor_desktop.exchange.calendar_file import CalendarDay, calendar_file

MADE = datetime(2027, 1, 12, 9, 30, 15, 999, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
DAY = timedelta(days=1)


def a_day(day: date, key: str = "call", title: str = "Call", text: str = "") -> CalendarDay:
    return CalendarDay(key=key, day=day, title=title, text=text)


def events(content: bytes) -> list[Any]:
    read = Calendar.from_ical(content)
    assert isinstance(read, Calendar)
    return list(read.events)


def lines(content: bytes) -> list[str]:
    """Return the lines of the file, folded ones joined."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def clock_changes() -> list[date]:
    """The days on which London's clocks change, and those beside them, 2024 to 2036."""
    day = date(2024, 1, 1)
    found: list[date] = []
    while day.year <= 2036:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=LONDON)
        before = noon - timedelta(days=1)
        if noon.utcoffset() != before.utcoffset():
            found.extend((day - DAY, day, day + DAY))
        day += DAY
    return found


def test_there_are_two_changes_a_year() -> None:
    assert len(clock_changes()) == 13 * 2 * 3


@pytest.mark.parametrize("zone", ["Europe/London", "Pacific/Auckland", "America/New_York"])
def test_whole_days_do_not_shift_where_clocks_change(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [a_day(day, f"day-{number}") for number, day in enumerate(clock_changes())]
    elsewhere = calendar_file("Voices", "a1", days, MADE)
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    content = calendar_file("Voices", "a1", days, MADE)
    assert content == elsewhere
    read = events(content)
    monkeypatch.undo()
    time.tzset()
    assert [event["dtstart"].dt for event in read] == [one.day for one in days]
    for event, one in zip(read, days, strict=True):
        # A date, not a moment: there is nothing that a zone could shift.
        assert type(event["dtstart"].dt) is date
        assert event["dtend"].dt - event["dtstart"].dt == DAY
        begins = datetime.combine(event["dtstart"].dt, datetime.min.time(), LONDON)
        assert begins.date() == one.day


def test_no_time_and_no_zone_stands_in_the_file() -> None:
    content = calendar_file("Voices", "a1", [a_day(date(2027, 3, 28))], MADE)
    assert "DTSTART;VALUE=DATE:20270328" in lines(content)
    assert "DTEND;VALUE=DATE:20270329" in lines(content)
    assert b"TZID" not in content
    assert b"VTIMEZONE" not in content


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2028, 2, 28), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 3, 1)),
        (date(2027, 12, 31), date(2028, 1, 1)),
    ],
)
def test_a_day_ends_where_the_next_begins(day: date, end: date) -> None:
    (event,) = events(calendar_file("Voices", "a1", [a_day(day)], MADE))
    assert event["dtend"].dt == end


def test_the_same_values_give_the_same_bytes_in_the_order_of_the_days() -> None:
    days = [a_day(date(2027, 5, 4), "b"), a_day(date(2027, 2, 1), "z"), a_day(date(2027, 5, 4))]
    content = calendar_file("Voices", "a1", days, MADE)
    assert calendar_file("Voices", "a1", days[::-1], MADE) == content
    assert [str(event["uid"]) for event in events(content)] == [
        "a1-z@revmentor",
        "a1-b@revmentor",
        "a1-call@revmentor",
    ]
    assert content.count(b"DTSTAMP:20270112T093015Z") == 3


def test_a_later_file_moves_the_same_event() -> None:
    (before,) = events(calendar_file("Voices", "a1", [a_day(date(2027, 2, 1))], MADE))
    later = MADE + timedelta(minutes=1)
    (after,) = events(calendar_file("Renamed", "a1", [a_day(date(2027, 2, 8), title="x")], later))
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after["dtstamp"].dt > before["dtstamp"].dt
    assert after["dtstart"].dt != before["dtstart"].dt
    assert 0 < after["sequence"] < 2**31


def test_two_programmes_never_share_an_event() -> None:
    one, other = (calendar_file("V", who, [a_day(date(2027, 2, 1))], MADE) for who in ("a1", "a2"))
    assert events(one)[0]["uid"] != events(other)[0]["uid"]


ODD = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=300)


@given(ODD, ODD)
def test_any_words_come_back_as_they_were(title: str, text: str) -> None:
    """Semicolons, commas, backslashes and long lines are written so that they are read again."""
    content = calendar_file(title, "a1", [a_day(date(2027, 2, 1), title=title, text=text)], MADE)
    (event,) = events(content)
    assert str(event["summary"]) == title
    assert str(event["description"]) == text
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_words_cannot_add_lines_of_their_own() -> None:
    sly = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:file"
    content = calendar_file(sly, "a1", [a_day(date(2027, 2, 1), title=sly, text=sly)], MADE)
    assert len(events(content)) == 1
    assert not [line for line in lines(content) if line.startswith("ATTACH")]


def test_nobody_is_busy_or_reminded_all_day() -> None:
    content = calendar_file("Voices", "a1", [a_day(date(2027, 2, 1))], MADE)
    (event,) = events(content)
    assert event["transp"] == "TRANSPARENT"
    for unwanted in (b"VALARM", b"ATTENDEE", b"ORGANIZER", b"DESCRIPTION"):
        assert unwanted not in content
    assert lines(content)[0] == "BEGIN:VCALENDAR"
    assert content.endswith(b"END:VCALENDAR\r\n")
