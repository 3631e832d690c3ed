"""Two runs of pytest come to one exit status."""

from __future__ import annotations

import sys
from contextlib import nullcontext

import pytest

from devtools import screen, system_packages, testing


@pytest.mark.parametrize(
    ("statuses", "together"),
    [([0, 0], 0), ([0, 5], 0), ([5, 0], 0), ([5, 5], 5), ([1, 0], 1), ([0, 1], 1), ([5, 2], 2)],
)
def test_the_worse_run_counts_and_an_empty_one_does_not(statuses: list[int], together: int) -> None:
    assert testing.worst(statuses) == together


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The arguments that pytest would be run with, on Linux."""
    made: list[list[str]] = []

    def note(arguments: list[str], environment: dict[str, str]) -> int:
        made.append(arguments)
        return 0

    monkeypatch.setattr(testing, "_pytest", note)
    monkeypatch.setattr(sys, "platform", "linux")
    return made


def test_without_an_x_server_its_tests_are_left_out_and_the_remedy_is_named(
    runs: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(screen, "has_x_server_tools", lambda: False)
    monkeypatch.setattr(system_packages, "may_install", lambda: False)
    monkeypatch.setattr(system_packages, "is_debian", lambda: True)
    assert testing.run(["-k", "undo"], full=False) == 0
    assert runs == [["-n", "2", "-m", "not xserver", "-k", "undo"]]
    assert "sudo apt-get install xdotool xvfb" in capsys.readouterr().err


def test_root_on_debian_gets_the_x_server_installed(
    runs: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[list[str]] = []
    monkeypatch.setattr(screen, "has_x_server_tools", lambda: False)
    monkeypatch.setattr(screen, "x_server", lambda: nullcontext({}))
    monkeypatch.setattr(system_packages, "may_install", lambda: True)
    monkeypatch.setattr(system_packages, "install", installed.append)
    assert testing.run([], full=False) == 0
    assert installed == [["xdotool", "xvfb"]]
    assert runs == [["-n", "2", "-m", "not xserver"], ["-m", "xserver"]]
