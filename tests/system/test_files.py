"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from revmentor_desktop.system.files import discard, write_whole


def test_a_file_is_written_with_the_folders_it_needs_and_private(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "key"
    write_whole(path, b"content")
    assert path.read_bytes() == b"content"
    assert [file.name for file in path.parent.iterdir()] == ["key"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_stood_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "key"
    write_whole(path, b"a long text that is replaced by a short one")
    write_whole(path, b"short")
    assert path.read_bytes() == b"short"


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_failure_leaves_what_stood_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "key"
    write_whole(path, b"before")
    monkeypatch.setattr(os if fails == "fsync" else Path, fails, fail)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"after")
    assert path.read_bytes() == b"before"
    assert [file.name for file in tmp_path.iterdir()] == ["key"]


def test_a_drive_that_cannot_settle_a_folder_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(22, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    write_whole(tmp_path / "key", b"content")
    assert (tmp_path / "key").read_bytes() == b"content"


@pytest.mark.skipif(os.name != "posix", reason="Windows settles no folders")
def test_a_folder_that_may_be_written_but_not_listed_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def only_files(path: Path, *how: int) -> int:
        if path == tmp_path:
            raise PermissionError(13, "Permission denied")
        return real(path, *how)

    monkeypatch.setattr(os, "open", only_files)
    write_whole(tmp_path / "key", b"content")
    assert (tmp_path / "key").read_bytes() == b"content"


def test_a_place_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match=r"File exists|Not a directory"):
        write_whole(tmp_path / "file" / "key", b"content")


def test_discarding_what_is_not_there_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "half").write_bytes(b"")
    for place in (tmp_path / "half", tmp_path / "half", tmp_path / "no" / "where", tmp_path):
        discard(place)
    assert list(tmp_path.iterdir()) == []
