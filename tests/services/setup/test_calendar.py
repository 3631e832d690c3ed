"""A programme's calendar file: every milestone and session, nobody's name."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.milestones import milestones, session_days
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.schedule import Schedule
from revmentor_desktop.domain.plan.sessions import SessionPlan
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.programmes.reading import programme
from revmentor_desktop.services.setup import writing
from revmentor_desktop.services.setup.calendar import (
    calendar,
    calendar_days,
    calendar_name,
    write_calendar,
)
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.keys import data_key
from tests.builders import (
    change_programme,
    move_milestone,
    stored_leader,
    stored_mentor,
    stored_pair,
    stored_programme,
)

MADE = datetime(2027, 1, 12, 9, tzinfo=UTC)
START = date(2027, 5, 4)
THEMES = (SessionPlan(title="Hello"), SessionPlan(title="Work "), SessionPlan(title="Farewell"))


@pytest.fixture
def voices(data: DataFile) -> int:
    programme_id = stored_programme(data, "Voices", start_date=START)
    writing.save_section(data, programme_id, "sessions", THEMES)
    return programme_id


def uids(content: bytes) -> dict[str, date]:
    read: Any = Calendar.from_ical(content)
    return {str(event["uid"]): event["dtstart"].dt for event in read.events}


def test_every_milestone_and_every_session_is_there_once(data: DataFile, voices: int) -> None:
    details, is_free = programme(data, voices), free_days(Schedule())
    expected = [one.day for one in milestones(details, Schedule(), is_free)]
    expected += session_days(details, is_free)[1:]
    found = uids(calendar(data, voices, MADE))
    assert sorted(found.values()) == sorted(expected)
    assert calendar(data, voices, MADE) == calendar(data, voices, MADE)


def test_titles_and_lines_come_from_the_content() -> None:
    details = ProgrammeDetails(name="Voices", start_date=START, session_count=3)
    found = {one.key: one for one in calendar_days(details, Plan(sessions=THEMES))}
    assert found["call"].title == "Call for volunteers · Voices"
    assert found["check-in-1"].title == "Check-in 1 · Voices"
    assert found["session-3"].title == "Session 3 of 3 · Voices"
    assert found["session-2"].text.endswith("\nTheme: Work")
    assert "session-1" not in found
    assert all(one.text for one in found.values())


def test_without_themes_sessions_have_none() -> None:
    details = ProgrammeDetails(name="{programme} {0}", start_date=START, session_count=2)
    found = {one.key: one for one in calendar_days(details, Plan())}
    assert "Theme" not in found["session-2"].text
    assert found["close"].title == "Close · {programme} {0}"


def test_a_moved_milestone_stands_where_it_was_put_under_the_same_name(
    data: DataFile, voices: int
) -> None:
    before = uids(calendar(data, voices, MADE))
    move_milestone(data, voices, "call", date(2027, 2, 1))
    after = uids(calendar(data, voices, MADE + timedelta(days=1)))
    assert before.keys() == after.keys()
    changed = {uid for uid in before if before[uid] != after[uid]}
    assert len(changed) == 1
    assert after[changed.pop()] == date(2027, 2, 1)


def test_renaming_keeps_the_names_of_the_events(data: DataFile, voices: int) -> None:
    before = uids(calendar(data, voices, MADE)).keys()
    change_programme(data, voices, name="Other")
    assert uids(calendar(data, voices, MADE)).keys() == before


def test_another_programme_and_another_file_have_other_events(
    data: DataFile, voices: int, tmp_path: Path
) -> None:
    here = uids(calendar(data, voices, MADE)).keys()
    second = stored_programme(data, "Second", start_date=START)
    assert not here & uids(calendar(data, second, MADE)).keys()
    seed = bytes(reversed(range(16)))
    other = DataFile.create(tmp_path / "other.revmentor", data_key(seed), seed)
    there = stored_programme(other, "Voices", start_date=START)
    assert there == voices
    assert not here & uids(calendar(other, there, MADE)).keys()
    other.close()


def test_nobody_is_named(data: DataFile, voices: int) -> None:
    stored_mentor(data, voices, "Mei Brown")
    stored_leader(data, voices, "David Price")
    stored_pair(data, voices, "Rob Clarke", "Helen Ward")
    writing.save_section(data, voices, "sponsor", Sponsor(name="Sam Sponsor"))
    text = calendar(data, voices, MADE).decode()
    for name in ("Mei", "David", "Rob", "Helen", "Sam Sponsor", "@north"):
        assert name not in text


def test_without_a_start_there_is_no_calendar(data: DataFile) -> None:
    programme_id = stored_programme(data, "Voices")
    with pytest.raises(KnownError, match="calendar-empty"):
        calendar(data, programme_id)
    with pytest.raises(KnownError, match="programme-gone"):
        calendar(data, 99)


def test_it_is_written_whole_or_not(data: DataFile, voices: int, tmp_path: Path) -> None:
    assert calendar_name(data, voices) == "Voices.ics"
    path = tmp_path / calendar_name(data, voices)
    write_calendar(data, voices, path)
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    with pytest.raises(KnownError, match="folder-unwritable"):
        write_calendar(data, voices, path / "within a file.ics")
