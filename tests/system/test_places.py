"""The program's folders, its bundled files, its clock and its version."""

from __future__ import annotations

import tomllib
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from revmentor_desktop.system.clock import now, today
from revmentor_desktop.system.paths import DATA_FILE_SUFFIX, Paths, typed_path
from revmentor_desktop.system.resources import resource
from revmentor_desktop.system.version import VERSION


def test_one_variable_puts_everything_into_one_folder(paths: Paths, tmp_path: Path) -> None:
    home = tmp_path / "home"
    places = (paths.data, paths.settings, paths.logs, paths.backups, paths.keys)
    assert all(place.is_relative_to(home) for place in places)
    assert len(set(places)) == 5
    assert paths.default_data_file.parent == paths.data
    assert paths.default_data_file.suffix == DATA_FILE_SUFFIX
    assert not home.exists()  # nothing is made before it is needed


def test_the_variable_may_begin_with_the_user_s_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVMENTOR_HOME", "~/office")
    assert Paths.standard().data == Path.home() / "office" / "data"


def test_a_path_is_read_as_it_is_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert typed_path("a.revmentor") == tmp_path / "a.revmentor"
    assert typed_path("~/a.revmentor") == Path.home() / "a.revmentor"
    assert typed_path("~nobody-of-that-name/a") == tmp_path / "~nobody-of-that-name" / "a"


def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REVMENTOR_HOME", raising=False)
    standard = Paths.standard()
    assert "RevMentor" in str(standard.data)
    assert standard.data.is_absolute()


def test_bundled_files_are_found() -> None:
    assert resource("content/messages.toml").is_file()
    assert resource("icons").is_dir()


def test_the_clock_knows_utc_and_the_officer_s_day() -> None:
    assert now().tzinfo is UTC
    assert abs(today() - now().date()) <= timedelta(days=1)


def test_the_version_is_that_of_the_project() -> None:
    project = resource("").parent / "pyproject.toml"
    assert tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"] == VERSION
