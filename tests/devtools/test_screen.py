"""Screens are told apart, and one in memory can be made."""

from __future__ import annotations

import subprocess
import sys

import pytest

from devtools import screen


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_a_screen_is_one_that_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", "")
    assert not screen.has_screen()
    assert screen.as_found()["QT_QPA_PLATFORM"] == "offscreen"
    monkeypatch.setenv("DISPLAY", ":0")
    assert screen.has_screen()
    assert screen.as_found()["QT_QPA_PLATFORM"] == "xcb"


@pytest.mark.xserver
def test_an_x_server_in_memory_answers_and_ends() -> None:
    ask = ["xdotool", "getdisplaygeometry"]
    with screen.x_server() as environment:
        asked = subprocess.run(ask, env=environment, capture_output=True, text=True, check=True)
    assert asked.stdout == "1600 1000\n"
    assert subprocess.run(ask, env=environment, capture_output=True, check=False).returncode != 0
