from __future__ import annotations

import json
import logging
import os
import sys
from pathlib import Path

import pytest

from revmentor_desktop.cli.verbs import people
from tests.cli.asking import PASSPHRASE, CommandLine, as_program
from tests.exchange.files import DATA


@pytest.mark.parametrize(
    "arguments",
    [("frobnicate",), ("new",), ("pair", "one@example.org"), ("new", "--sessions", "x"), ()],
)
def test_a_command_that_is_not_clear_is_one_sentence(
    officer: CommandLine, arguments: tuple[str, ...]
) -> None:
    assert officer.refused(*arguments).startswith("The command is not clear")


def test_no_verb_takes_a_passphrase_as_an_argument(officer: CommandLine) -> None:
    assert "unrecognized" in officer.refused("people", "--passphrase", PASSPHRASE)


def test_what_holds_for_every_verb_is_said_before_it_or_after_it(
    officer: CommandLine, tmp_path: Path
) -> None:
    other = tmp_path / "Other.revmentor"
    officer.ask("new", "--programme", "First")
    answer = officer.ask("new", "--programme", "Second", "--data", other)
    assert (answer["data"], answer["new_data_file"]) == (str(other), True)
    before = officer.run("--json", "people")
    assert before == officer.run("people", "--json") == (0, "[]\n", "")


def test_a_mistake_of_ours_is_one_sentence_and_its_place_in_the_log(
    started: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("about Mei Brown")

    monkeypatch.setattr(people, "people", fail)
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


def test_the_whole_line_as_a_program_of_its_own(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert as_program(home, "new", "--programme", "Głos z pierwszej linii").returncode == 0
    imported = as_program(home, "import-people", DATA / "harbour_care_31.xlsx", "--accept")
    assert b"added: 31" in imported.stdout
    listed = as_program(home, "--json", "people")
    assert "Łukasz" in listed.stdout.decode()
    assert len(json.loads(listed.stdout)) == 31
    refused = as_program(home, "pair", "nobody@example.org", "nobody@example.org")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr.decode().startswith("Nobody in the data file")


def test_who_stops_listening_is_no_error(tmp_path: Path) -> None:
    as_program(tmp_path, "new", "--programme", "First")
    nobody_hears, told = os.pipe()
    os.close(nobody_hears)
    ended = as_program(tmp_path, "people", "--json", output=told)
    os.close(told)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a file that is always full")
def test_an_answer_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    as_program(tmp_path, "new", "--programme", "First")
    full = os.open("/dev/full", os.O_WRONLY)
    ended = as_program(tmp_path, "people", "--json", output=full)
    os.close(full)
    assert ended.returncode == 1
    assert ended.stderr.decode() == (
        "It was done, but the answer could not be written: No space left on device.\n"
    )
