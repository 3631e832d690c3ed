"""System packages: what is missing is found, and installed or asked for by its exact command."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from devtools import system_packages
from devtools.console import Stop

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="dpkg and apt are of Linux")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which alone programs are found."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def write_program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def write_dpkg(folder: Path, *installed: str) -> None:
    rows = "\\n".join(f"{package} installed" for package in installed)
    write_program(folder, "dpkg-query", f"printf '{rows}\\nlibgl1 not-installed\\n'; exit 1")


def test_missing_are_those_that_dpkg_does_not_call_installed(programs: Path) -> None:
    write_dpkg(programs, "libegl1")
    assert system_packages.missing(("libegl1", "libgl1", "libdbus-1-3")) == [
        "libgl1",
        "libdbus-1-3",
    ]


def test_a_library_rebuilt_under_another_name_is_there(programs: Path) -> None:
    write_dpkg(programs, "libglib2.0-0t64")
    assert system_packages.missing(("libglib2.0-0",)) == []


def test_an_ordinary_user_is_told_the_exact_command(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_dpkg(programs, *set(system_packages.QT_LIBRARIES) - {"libegl1", "libxcb-cursor0"})
    write_program(programs, "apt-get", "exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Stop) as stopped:
        system_packages.ensure()
    command = "sudo apt-get update && sudo apt-get install libegl1 libxcb-cursor0"
    assert f"\n    {command}\n" in str(stopped.value)


def test_root_gets_them_installed_after_an_update(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_dpkg(programs, *set(system_packages.QT_LIBRARIES) - {"libegl1"})
    write_program(programs, "apt-get", f'echo "$DEBIAN_FRONTEND $@" >> {programs}/asked')
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    system_packages.ensure()
    assert (programs / "asked").read_text(encoding="utf-8").splitlines() == [
        "noninteractive update -qq",
        "noninteractive install -qq --yes --no-install-recommends libegl1",
    ]


def test_a_failure_of_apt_stops_with_its_own_words(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_dpkg(programs)
    write_program(programs, "apt-get", "echo 'no network'; exit 100")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(Stop, match="no network"):
        system_packages.ensure()


def test_nothing_is_asked_when_nothing_is_missing(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_dpkg(programs, *system_packages.QT_LIBRARIES)
    write_program(programs, "apt-get", "exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    system_packages.ensure()


def test_elsewhere_a_failure_of_qt_names_the_libraries(programs: Path) -> None:
    assert not system_packages.is_debian()
    system_packages.ensure()
    words = system_packages.explain_qt_failure("libEGL.so.1: cannot open shared object file")
    assert words.startswith("libEGL.so.1: cannot open")
    assert "xkbcommon" in words
