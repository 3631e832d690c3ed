from __future__ import annotations

import getpass
import shutil
import sys

import pytest

from revmentor_desktop.services import vault
from tests.cli.asking import PASSPHRASE, CommandLine


@pytest.fixture
def typed(officer: CommandLine, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed at the prompts, one after the other; nothing left is the end of input."""
    answers: list[str] = []

    def ask(question: str) -> str:
        assert question.endswith(": ")
        if not answers:
            raise EOFError
        return answers.pop(0)

    monkeypatch.delenv("REVMENTOR_PASSPHRASE")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(getpass, "getpass", ask)
    return answers


def test_before_there_is_a_data_file_it_says_how_to_make_one(officer: CommandLine) -> None:
    sentence = officer.refused("people")
    assert str(officer.data_file) in sentence
    assert "revmentor new --programme" in sentence


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


def test_a_file_that_is_open_elsewhere_is_refused(started: CommandLine) -> None:
    opened = vault.open_with_passphrase(started.data_file, PASSPHRASE, started.paths)
    try:
        assert "is open in another" in started.refused("people")
        assert "is open in another" in started.refused("new", "--programme", "Second")
    finally:
        opened.data.close()
    assert len(started.ask("people")) == 31


def test_without_a_passphrase_and_a_screen_to_ask_on_it_says_so(
    started: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REVMENTOR_PASSPHRASE")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    assert "REVMENTOR_PASSPHRASE" in started.refused("people")


def test_a_new_passphrase_is_typed_twice_and_then_once(
    officer: CommandLine, typed: list[str]
) -> None:
    typed += [PASSPHRASE, PASSPHRASE]
    assert officer.ask("new", "--programme", "First")["new_data_file"] is True
    assert typed == []
    typed.append(PASSPHRASE)
    assert officer.ask("people") == []


def test_two_passphrases_that_differ_leave_no_file(officer: CommandLine, typed: list[str]) -> None:
    typed += [PASSPHRASE, "three random wards"]
    assert "not the same" in officer.refused("new", "--programme", "First")
    assert not officer.data_file.exists()


@pytest.mark.parametrize("before", [[], [PASSPHRASE]])
def test_the_end_of_input_at_a_prompt_stops(
    officer: CommandLine, typed: list[str], before: list[str]
) -> None:
    typed += before
    assert officer.refused("new", "--programme", "First").startswith("Stopped.")
    assert not officer.data_file.exists()


def test_that_the_last_room_on_the_disk_is_taken_is_said_beside_the_answer(
    officer: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage("/")
    free = iter([10**9, 0])  # before the programme is stored, and before its organisation is
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=next(free)))
    status, said, warned = officer.run("new", "--programme", "First", "--organisation", "Harbour")
    assert status == 0
    assert "Started the programme" in said
    assert "nearly full" in warned
