from __future__ import annotations

from pathlib import Path

import pytest

from revmentor_desktop.services import vault
from revmentor_desktop.services.programmes.reading import organisation, programmes
from tests.cli.asking import PASSPHRASE, CommandLine


def test_new_makes_the_data_file_and_the_programme(officer: CommandLine) -> None:
    answer = officer.ask("new", "--programme", "Front-line voices", "--sessions", "4")
    assert answer["new_data_file"] is True
    assert Path(answer["data"]) == officer.data_file
    again = officer.ask("new", "--programme", "Second")
    assert again == {"data": answer["data"], "programme": "Second", "new_data_file": False}


def test_a_new_data_file_asks_for_its_recovery_sheet_to_be_printed(officer: CommandLine) -> None:
    _, first, _ = officer.run("new", "--programme", "First")
    assert "Recovery sheet" in first
    _, second, _ = officer.run("new", "--programme", "Second")
    assert second == f"Started the programme “Second” in {officer.data_file}.\n"


def test_new_refuses_a_name_that_is_taken(officer: CommandLine) -> None:
    officer.ask("new", "--programme", "Front-line voices")
    assert "already a programme" in officer.refused("new", "--programme", "FRONT-LINE VOICES")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--programme", " "), "give a name"),
        (("--programme", "A", "--sessions", "0"), "number from 1"),
        (("--programme", "A", "--start", "1830-01-01"), "date between"),
        (("--programme", "A", "--organisation", "x" * 201), "at most 200"),
    ],
)
def test_a_programme_that_cannot_be_leaves_no_file(
    officer: CommandLine, arguments: tuple[str, ...], words: str
) -> None:
    assert words in officer.refused("new", *arguments)
    assert not officer.paths.data.exists()


def test_a_programme_that_cannot_be_leaves_the_organisation_s_name(officer: CommandLine) -> None:
    officer.ask("new", "--programme", "First", "--organisation", "Harbour Care")
    officer.refused("new", "--programme", "First", "--organisation", "Another")
    officer.refused("new", "--programme", "Second", "--organisation", "x" * 201)
    opened = vault.open_with_passphrase(officer.data_file, PASSPHRASE, officer.paths)
    assert organisation(opened.data) == "Harbour Care"
    assert [one.name for one in programmes(opened.data)] == ["First"]
    opened.data.close()


def test_the_start_is_read_as_everywhere(officer: CommandLine) -> None:
    officer.ask("new", "--programme", "First", "--start", "19 Jan 2027")
    sentence = officer.refused("new", "--programme", "Second", "--start", "2027-13-01")
    assert "“2027-13-01” is no date like 2027-01-19" in sentence


def test_the_number_of_sessions_is_a_number(officer: CommandLine) -> None:
    assert "“six” is no whole number" in officer.refused(
        "new", "--programme", "First", "--sessions", "six"
    )


def test_a_short_passphrase_leaves_no_file(
    officer: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVMENTOR_PASSPHRASE", "short")
    assert "at least" in officer.refused("new", "--programme", "X")
    assert not officer.data_file.exists()


def test_a_place_that_cannot_be_written_is_said(officer: CommandLine) -> None:
    officer.paths.data.parent.mkdir(parents=True)
    officer.paths.data.write_text("a file where the folder should be")
    assert "Nothing can be written" in officer.refused("new", "--programme", "X")
