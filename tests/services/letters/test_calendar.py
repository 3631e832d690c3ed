"""The calendar of who hears what, as seen from a day."""

from __future__ import annotations

from datetime import date, timedelta

from revmentor_desktop.services.letters.calendar import Said, Standing, calendar
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_programme

FAR = date(2030, 1, 1)


def made(data: DataFile, today: date) -> tuple[Said, ...]:
    return calendar(data, stored_programme(data, start_date=date(2027, 5, 4)), today)


def test_everything_has_its_day_in_order_and_names_what_says_it(data: DataFile) -> None:
    found = made(data, FAR)
    assert [one.day for one in found] == sorted(one.day for one in found)
    by_key = {one.key: one for one in found}
    assert by_key["leaders-invited"].by == "Invitation"
    assert by_key["explained"].by == "Explainer"
    assert by_key["called"].by == "Call for volunteers"
    assert by_key["started"].by == ""
    assert by_key["accepted"].milestone == "Applications close"
    assert all(bool(one.by) == bool(one.letter or one.paper) for one in found)


def test_days_are_past_next_or_later(data: DataFile) -> None:
    assert {one.standing for one in made(data, FAR)} == {Standing.PAST}
    found = made(data, date(2020, 1, 1))
    first = [one.standing for one in found if one.day == found[0].day]
    assert set(first) == {Standing.NEXT}
    assert {one.standing for one in found[len(first) :]} == {Standing.LATER}


def test_what_is_due_today_is_next_and_yesterday_is_past(data: DataFile) -> None:
    day = made(data, FAR)[0].day
    assert made(data, day)[0].standing is Standing.NEXT
    assert made(data, day + timedelta(days=1))[0].standing is Standing.PAST


def test_without_dates_there_is_nothing_to_say(data: DataFile) -> None:
    assert calendar(data, stored_programme(data), FAR) == ()
