"""The command that saves the programme's dates as a calendar file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.programmes.writing import add_programme
from revmentor_desktop.ui.home.page import HomePage
from tests.ui.stage import Stage


def started(stage: Stage, start: date | None = date(2027, 5, 4)) -> None:
    stage.open_file()
    details = ProgrammeDetails(name="Voices", purpose="Listen", start_date=start)
    programme_id = stage.context.attempt("Start", lambda data: add_programme(data, details))
    stage.context.choose_programme(programme_id)
    stage.shell.show_page("home")


def save_button(stage: Stage) -> QPushButton:
    page = stage.page
    assert isinstance(page, HomePage)
    return page.overview.dates.save


def test_it_is_saved_from_home(stage: Stage, tmp_path: Path) -> None:
    started(stage)
    stage.prompts.path = tmp_path / "Voices.ics"
    stage.press(save_button(stage))
    assert (tmp_path / "Voices.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert str(tmp_path) in stage.shell.notice_bar.text()


def test_who_chooses_no_file_saves_nothing(stage: Stage, tmp_path: Path) -> None:
    started(stage)
    stage.do("save-calendar")
    assert stage.prompts.said == ["Save the calendar"]
    assert list(tmp_path.glob("**/*.ics")) == []


def test_without_dates_it_is_said_and_home_offers_nothing(stage: Stage, tmp_path: Path) -> None:
    started(stage, None)
    assert not save_button(stage).isVisible()
    stage.prompts.path = tmp_path / "Voices.ics"
    stage.do("save-calendar")
    assert stage.prompts.said[-1] == "calendar-empty"
    assert not (tmp_path / "Voices.ics").exists()


def test_where_nothing_can_be_written_it_is_said(stage: Stage, tmp_path: Path) -> None:
    started(stage)
    (tmp_path / "taken").write_text("a file, not a folder")
    stage.prompts.path = tmp_path / "taken" / "Voices.ics"
    stage.do("save-calendar")
    assert stage.prompts.said[-1] == "folder-unwritable"


def test_without_a_programme_there_is_nothing_to_save(stage: Stage) -> None:
    stage.open_file()
    assert not stage.shell.menus.actions["save-calendar"].isEnabled()
    stage.do("save-calendar")
    assert stage.prompts.said == []
