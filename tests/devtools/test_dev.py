"""dev.py from outside: what it says, what it hands on, how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import dev
from devtools import environment, screen, testing
from devtools.console import Stop
from devtools.places import OUT, ROOT


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str | Path, ...]]:
    """What dev.py hands to the environment's Python, which is not started."""
    commands: list[tuple[str | Path, ...]] = []

    def note(*arguments: str | Path) -> int:
        commands.append(arguments)
        return 0

    monkeypatch.setattr(dev, "_python", note)
    monkeypatch.setattr(environment, "ensure", lambda **_: None)
    return commands


def test_without_a_command_it_lists_them_and_fails() -> None:
    ended = subprocess.run(
        [sys.executable, ROOT / "dev.py"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert all(f"\n  {command} " in ended.stderr for command in dev.COMMANDS)


def test_help_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    assert "Run all tests" in capsys.readouterr().out


def test_run_hands_its_arguments_on_as_they_are(started: list[tuple[str | Path, ...]]) -> None:
    assert dev.main(["run", "--json", "people", "--help"]) == 0
    assert started == [(ROOT / "main.py", "--json", "people", "--help")]


def test_run_without_a_screen_says_so_and_makes_the_tour(
    started: list[tuple[str | Path, ...]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(screen, "has_screen", lambda: False)
    assert dev.main(["run"]) == 0
    assert started == [(ROOT / "main.py", "tour", "--out", OUT / "tour")]
    said = capsys.readouterr().err
    assert "no screen" in said
    assert str(OUT / "tour") in said


def test_run_with_a_screen_opens_the_program(
    started: list[tuple[str | Path, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "has_screen", lambda: True)
    assert dev.main(["run"]) == 0
    assert started == [(ROOT / "main.py",)]


def test_what_stops_it_is_said_and_gives_status_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop() -> None:
        raise Stop("Install this and that.")

    monkeypatch.setattr(environment, "ensure", stop)
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == "Install this and that.\n"


def test_full_drills_are_asked_for_by_a_word_of_dev_alone(
    started: list[tuple[str | Path, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[list[str], bool]] = []

    def note(chosen: list[str], *, full: bool) -> int:
        asked.append((chosen, full))
        return 0

    monkeypatch.setattr(testing, "run", note)
    assert dev.main(["test", "-k", "undo", "--full"]) == 0
    assert asked == [(["-k", "undo"], True)]
