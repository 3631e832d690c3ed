"""Settings: kept, forgotten, and never a reason not to start."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from revmentor_desktop.system.paths import Paths
from revmentor_desktop.system.preferences import Preferences


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the settings stand."""
    return tmp_path / "settings" / "preferences.json"


def test_a_setting_is_there_the_next_time(path: Path) -> None:
    Preferences(path).set("theme", "dark")
    settings = Preferences(path)
    assert settings.get("theme") == "dark"
    assert settings.get("missing", "default") == "default"
    settings.set("theme", None)
    assert Preferences(path).get("theme") is None


def test_forgetting_what_was_never_set_writes_nothing(path: Path) -> None:
    Preferences(path).set("theme", None)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"null", b'"text"'])
def test_a_file_that_cannot_be_read_counts_as_empty(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Preferences(path)
    assert settings.get("theme") is None
    settings.set("theme", "dark")
    assert Preferences(path).get("theme") == "dark"


def test_a_file_that_cannot_be_written_is_noted_and_the_setting_holds(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "settings").write_text("a file where the folder should be")
    settings = Preferences(tmp_path / "settings" / "preferences.json")
    with caplog.at_level(logging.WARNING):
        settings.set("theme", "dark")
    assert settings.get("theme") == "dark"
    assert "settings not written" in caplog.text


def test_the_last_open_file_comes_first_and_none_twice(path: Path) -> None:
    settings = Preferences(path)
    for name in ("a", "b", "a", *"cdefghij"):
        settings.remember_file(Path(name))
    assert [file.name for file in Preferences(path).recent_files] == list("jihgfedc")
    settings.forget_file(Path("i"))
    assert Path("i") not in settings.recent_files


@pytest.mark.parametrize("odd", ["text", {"a": 1}, [1, None, "kept"], 7])
def test_odd_entries_among_the_recent_files_do_no_harm(path: Path, odd: object) -> None:
    settings = Preferences(path)
    settings.set("recent_files", odd)
    assert settings.recent_files in ([], [Path("kept")])
    settings.remember_file(Path("new"))
    assert settings.recent_files[0] == Path("new")


def test_the_usual_file_is_the_last_one_or_the_one_at_the_usual_place(
    path: Path, paths: Paths
) -> None:
    settings = Preferences(path)
    assert settings.usual_file(paths) is None
    paths.data.mkdir(parents=True)
    paths.default_data_file.touch()
    assert settings.usual_file(paths) == paths.default_data_file
    settings.remember_file(Path("other"))
    assert settings.usual_file(paths) == Path("other")
