"""What Home says about setting up."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.readiness import QUESTIONS, Answer, Verdict
from revmentor_desktop.domain.plan.schedule import Schedule
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.setup.standing import (
    dates,
    draft_name,
    readiness_verdict,
)
from revmentor_desktop.services.setup.writing import keep_draft, save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_programme


def test_the_name_of_the_draft_is_told_apart_from_there_being_none(data: DataFile) -> None:
    assert draft_name(data) is None
    keep_draft(data, Draft())
    assert draft_name(data) == ""
    keep_draft(data, replace(Draft(), details=ProgrammeDetails(name=" Voices & “views” ")))
    assert draft_name(data) == "Voices & “views”"


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({}, Verdict.UNANSWERED),
        ({"willing-leaders": Answer.NO}, Verdict.NOT_YET),
        (dict.fromkeys(QUESTIONS, Answer.PARTLY), Verdict.PILOT),
        (dict.fromkeys(QUESTIONS, Answer.YES), Verdict.GO),
    ],
)
def test_the_verdict_is_read_from_what_is_stored(
    data: DataFile, answers: dict[str, Answer], verdict: Verdict
) -> None:
    programme_id = stored_programme(data)
    assert readiness_verdict(data, programme_id) is Verdict.UNANSWERED
    save_section(data, programme_id, "readiness", answers)
    assert readiness_verdict(data, programme_id) is verdict


def test_the_next_milestones_are_those_from_a_day_on(data: DataFile) -> None:
    programme_id = stored_programme(data, start_date=date(2027, 9, 7))
    everything = dates(data, programme_id, 99, date(2000, 1, 1)).coming
    found = dates(data, programme_id, 3, everything[4].day)
    assert found.coming == everything[4:7]
    assert dates(data, programme_id, 3, date(2099, 1, 1)).coming == ()
    assert found.frame == (date(2027, 9, 7), date(2028, 2, 22))


def test_milestones_that_were_moved_stand_where_they_were_put(data: DataFile) -> None:
    programme_id = stored_programme(data, start_date=date(2027, 9, 7))
    save_section(data, programme_id, "schedule", Schedule(moved={"call": date(2027, 5, 4)}))
    (first,) = dates(data, programme_id, 1, date(2027, 1, 1)).coming
    assert (first.key, first.day) == ("call", date(2027, 5, 4))


def test_a_programme_that_has_gone_is_said(data: DataFile) -> None:
    with pytest.raises(KnownError, match="programme-gone"):
        dates(data, 99, 3)


def test_home_loads_nothing_that_the_start_cannot_wait_for() -> None:
    """Neither calendars nor SQLModel, nor the whole plan with its forty-odd classes."""
    script = (
        "import sys, revmentor_desktop.ui.home.page\n"
        "heavy = {'holidays', 'icalendar', 'pydantic', 'sqlmodel', 'reportlab', 'dateutil',"
        " 'revmentor_desktop.domain.plan.plan', 'revmentor_desktop.services.setup.readiness'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_what_the_dates_need_is_loaded_a_little_at_a_time() -> None:
    """One country's calendar, not all two hundred and fifty; and no step loads half of it all."""
    script = (
        "import sys, revmentor_desktop.ui.home.page\n"
        "from revmentor_desktop.services.setup.standing import loading_dates\n"
        "counts = [len(sys.modules)]\n"
        "counts += [len(sys.modules) for _ in loading_dates()]\n"
        "counts += [len(sys.modules)]\n"
        "steps = [after - before for before, after in zip(counts, counts[1:])]\n"
        "assert len(steps) > 4 and max(steps) < sum(steps) / 2, steps\n"
        "countries = [one for one in sys.modules if one.startswith('holidays.countries.')]\n"
        "assert countries == ['holidays.countries.united_kingdom'], countries\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
