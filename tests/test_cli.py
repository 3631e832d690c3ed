"""The command line, as an officer or a script would use it."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from revmentor_desktop import cli
from revmentor_desktop.services.people import reading
from revmentor_desktop.system.paths import Paths

ROOT = Path(__file__).parents[1]
DATA = ROOT / "tests" / "data"
PASSPHRASE = "three random words"


class CommandLine:
    """Runs verbs on one data file and keeps what they said."""

    def __init__(self, paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
        self.paths = paths
        self.data_file = paths.data / "Harbour Care.revmentor"
        self._capsys = capsys

    def run(self, *arguments: str | Path) -> tuple[int, str, str]:
        """Return exit status, standard output and standard error."""
        status = cli.main(["--data", str(self.data_file), *map(str, arguments)], self.paths)
        said = self._capsys.readouterr()
        return status, said.out, said.err

    def ask(self, *arguments: str | Path) -> Any:
        """Return what a verb that must work answers with ``--json``."""
        status, out, err = self.run(*arguments, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    def refused(self, *arguments: str | Path) -> str:
        """Return the one sentence with which a verb must fail."""
        status, out, err = self.run(*arguments)
        assert status == 1
        assert out == ""
        assert err.endswith("\n")
        assert "\n" not in err[:-1]
        return err[:-1]


@pytest.fixture
def officer(
    paths: Paths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> CommandLine:
    """A command line without a data file yet."""
    monkeypatch.setenv("REVMENTOR_PASSPHRASE", PASSPHRASE)
    return CommandLine(paths, capsys)


@pytest.fixture
def started(officer: CommandLine) -> CommandLine:
    """A command line with a programme and the 31 people of the sample spreadsheet."""
    officer.ask("new", "--programme", "Front-line voices", "--organisation", "Harbour Care")
    officer.ask("import-people", DATA / "harbour_care_31.xlsx", "--accept")
    return officer


def test_new_makes_the_data_file_and_the_programme(officer: CommandLine) -> None:
    answer = officer.ask("new", "--programme", "Front-line voices", "--sessions", "4")
    assert answer["new_data_file"] is True
    assert Path(answer["data"]) == officer.data_file
    again = officer.ask("new", "--programme", "Second")
    assert again == {"data": answer["data"], "programme": "Second", "new_data_file": False}


def test_new_refuses_a_name_that_is_taken(officer: CommandLine) -> None:
    officer.ask("new", "--programme", "Front-line voices")
    assert "already a programme" in officer.refused("new", "--programme", "FRONT-LINE VOICES")


def test_a_short_passphrase_leaves_no_file(
    officer: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVMENTOR_PASSPHRASE", "short")
    assert "at least" in officer.refused("new", "--programme", "X")
    assert not officer.data_file.exists()


def test_without_accept_an_import_says_what_it_would_do_and_stores_nothing(
    officer: CommandLine,
) -> None:
    officer.ask("new", "--programme", "Front-line voices")
    answer = officer.ask("import-people", DATA / "harbour_care_31.xlsx")
    assert (answer["stored"], answer["read"], answer["added"]) == (False, 31, 31)
    assert officer.ask("people") == []


def test_an_import_adds_once_and_then_finds_nothing_to_change(started: CommandLine) -> None:
    assert len(started.ask("people")) == 31
    again = started.ask("import-people", DATA / "harbour_care_31.xlsx", "--accept")
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 31)


def test_an_import_names_each_row_that_it_leaves_out_with_the_reason(officer: CommandLine) -> None:
    officer.ask("new", "--programme", "Front-line voices")
    answer = officer.ask("import-people", DATA / "sign_up_sheet.csv", "--accept")
    assert answer["added"] == 42
    assert [(one["row"], one["name"]) for one in answer["left_out"]] == [
        (15, "Katarzyna Rhys"),
        (34, "Jonas Nair"),
        (52, ""),
    ]
    assert all(one["reason"].endswith(".") for one in answer["left_out"])


def test_an_import_without_any_programme_takes_the_people_in(officer: CommandLine) -> None:
    officer.ask("new", "--programme", "First")
    other = officer.paths.data / "Other.revmentor"
    officer.data_file.rename(other)
    officer.data_file.with_name("Harbour Care.revmentor.key").rename(
        other.with_name("Other.revmentor.key")
    )
    officer.data_file = other
    officer.ask("new", "--programme", "Second")
    assert "several programmes" in officer.refused(
        "import-people", DATA / "harbour_care_31.xlsx", "--accept"
    )
    officer.ask("import-people", DATA / "harbour_care_31.xlsx", "--accept", "--programme", "second")
    (person, *_) = officer.ask("people", "--programme", "Second")
    assert [part["programme"] for part in person["participations"]] == ["Second"]
    assert officer.ask("people", "--programme", "First") == []


def test_a_sheet_that_is_not_there_is_refused(started: CommandLine) -> None:
    sentence = started.refused(
        "import-people", DATA / "harbour_care_31.xlsx", "--sheet", "Nobody", "--accept"
    )
    assert "Nobody" in sentence


def test_people_are_listed_with_their_managers_and_parts(started: CommandLine) -> None:
    people = {one["email"]: one for one in started.ask("people")}
    rob = people["rob.mensah@harbourcare.example"]
    assert rob["line_manager"] == "Uma Eze"
    assert rob["start_date"] == "2023-10-15"
    assert rob["wants"] == ["AI tools"]
    (part,) = rob["participations"]
    assert (part["programme"], part["role"]) == ("Front-line voices", "leader")
    _, table, _ = started.run("people")
    assert "Rob Mensah\trob.mensah@harbourcare.example\tFinance Director" in table


def test_a_pair_is_made_by_their_addresses_in_any_case(started: CommandLine) -> None:
    answer = started.ask("pair", "Tariq.Holt@harbourcare.example", "rob.mensah@harbourcare.example")
    assert answer["reference"] == "RM-0001"
    assert "already a pair" in started.refused(
        "pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example"
    )


def test_a_pair_in_one_line_of_management_is_refused_with_the_line(started: CommandLine) -> None:
    sentence = started.refused(
        "pair", "tomos.meyer@harbourcare.example", "uma.eze@harbourcare.example"
    )
    assert "Tomos Meyer → Rob Mensah → Uma Eze" in sentence


def test_nobody_is_paired_by_an_address_that_nobody_has(started: CommandLine) -> None:
    assert "nobody@example.org" in started.refused(
        "pair", "nobody@example.org", "rob.mensah@harbourcare.example"
    )


def test_documents_writes_the_agreement_of_each_pair(started: CommandLine, tmp_path: Path) -> None:
    assert "no pair" in started.refused("documents", "--out", tmp_path / "out")
    started.ask("pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example")
    (file,) = started.ask("documents", "--out", tmp_path / "out")["files"]
    assert Path(file).read_bytes().startswith(b"%PDF-")


def test_a_wrong_passphrase_is_told_from_a_damaged_file(
    started: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVMENTOR_PASSPHRASE", "another passphrase")
    assert "does not open" in started.refused("people")
    monkeypatch.setenv("REVMENTOR_PASSPHRASE", PASSPHRASE)
    content = bytearray(started.data_file.read_bytes())
    content[5000:5100] = bytes(100)
    started.data_file.write_bytes(content)
    assert "damaged" in started.refused("people")


def test_without_a_passphrase_and_a_screen_to_ask_on_it_says_so(
    started: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REVMENTOR_PASSPHRASE")
    assert "REVMENTOR_PASSPHRASE" in started.refused("people")


@pytest.mark.parametrize(
    "arguments",
    [("frobnicate",), ("new",), ("pair", "one@example.org"), ("new", "--sessions", "x")],
)
def test_a_command_that_is_not_clear_is_one_sentence(
    officer: CommandLine, arguments: tuple[str, ...]
) -> None:
    assert officer.refused(*arguments).startswith("The command is not clear")


def test_no_verb_takes_a_passphrase_as_an_argument(officer: CommandLine) -> None:
    assert "unrecognized" in officer.refused("people", "--passphrase", PASSPHRASE)


def test_a_mistake_of_ours_is_one_sentence_and_its_place_in_the_log(
    started: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("about Mei Brown")

    monkeypatch.setattr(reading, "people", fail)
    handlers = list(logging.getLogger().handlers)
    try:
        assert "The log in" in started.refused("people")
    finally:
        for handler in set(logging.getLogger().handlers) - set(handlers):
            logging.getLogger().removeHandler(handler)
            handler.close()
    (log,) = started.paths.logs.glob("*.log")
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert "Mei Brown" not in log.read_text(encoding="utf-8")


def test_the_tour_leaves_every_document_and_a_picture_of_every_page(
    officer: CommandLine, tmp_path: Path
) -> None:
    answer = officer.ask("tour", "--out", tmp_path / "tour")
    documents = [Path(name) for name in answer["documents"]]
    assert len(documents) == 12 + 2
    assert documents[-1].name == "Recovery sheet.pdf"
    assert all(file.read_bytes().startswith(b"%PDF-") for file in documents)
    pages = [Path(name) for name in answer["pages"]]
    assert [page.stem for page in pages] == [
        "page-home",
        "page-people",
        "page-pairing",
        "page-documents",
    ]
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in pages)
    assert not officer.data_file.exists()


def test_the_whole_line_as_a_program_of_its_own(tmp_path: Path) -> None:
    surroundings = os.environ | {
        "REVMENTOR_HOME": str(tmp_path / "home"),
        "REVMENTOR_PASSPHRASE": PASSPHRASE,
        "PYTHONIOENCODING": "ascii",
    }

    def revmentor(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, ROOT / "main.py", *arguments],
            env=surroundings,
            capture_output=True,
            check=False,
            timeout=120,
        )

    assert revmentor("new", "--programme", "Głos z pierwszej linii").returncode == 0
    imported = revmentor("import-people", DATA / "harbour_care_31.xlsx", "--accept")
    assert b"added: 31" in imported.stdout
    people = revmentor("--json", "people")
    assert "Łukasz" in people.stdout.decode()
    refused = revmentor("pair", "nobody@example.org", "nobody@example.org")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr.decode().startswith("Nobody in the data file")
