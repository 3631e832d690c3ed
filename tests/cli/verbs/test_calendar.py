from __future__ import annotations

from pathlib import Path

from tests.cli.asking import CommandLine


def test_calendar_writes_every_date(officer: CommandLine, tmp_path: Path) -> None:
    officer.ask("new", "--programme", "Voices", "--start", "2027-05-04")
    file = tmp_path / "Voices.ics"
    assert officer.ask("calendar", "--out", file) == {"file": str(file)}
    content = file.read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20270504" in content
    assert officer.run("calendar", "--out", file) == (0, f"{file}\n", "")


def test_without_a_start_nothing_is_written(officer: CommandLine, tmp_path: Path) -> None:
    officer.ask("new", "--programme", "Voices")
    assert "has no dates yet" in officer.refused("calendar", "--out", tmp_path / "Voices.ics")
    assert not (tmp_path / "Voices.ics").exists()


def test_a_folder_is_no_file_to_write(officer: CommandLine, tmp_path: Path) -> None:
    officer.ask("new", "--programme", "Voices", "--start", "2027-05-04")
    assert "Nothing can be written" in officer.refused("calendar", "--out", tmp_path)
