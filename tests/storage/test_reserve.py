"""The room that is kept beside an open data file, and what it is good for."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.people.reading import people
from revmentor_desktop.storage import reserve
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.reserve import Reserve
from tests.builders import stored_person
from tests.drills.processes import KEY

SIZE = 256 * 1024
LONG = "x" * 4_000


class Disk:
    """Says how much is free on the disk."""

    class Usage(NamedTuple):
        free: int

    def __init__(self) -> None:
        self.free = 100 * SIZE

    def usage(self, _: Path) -> Disk.Usage:
        return self.Usage(self.free)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk()
    monkeypatch.setattr(reserve, "SIZE", SIZE)
    monkeypatch.setattr(shutil, "disk_usage", made.usage)
    return made


@pytest.fixture
def kept(tmp_path: Path, disk: Disk) -> Reserve:
    """A reserve that is there."""
    made = Reserve(tmp_path / "Programmes.revmentor")
    assert not made.tend()
    return made


def test_it_takes_its_room_on_the_disk_and_is_private(kept: Reserve) -> None:
    status = kept.path.stat()
    assert status.st_size == SIZE
    if os.name == "posix":
        assert status.st_blocks * 512 >= SIZE
        assert status.st_mode & 0o077 == 0


def test_without_the_system_s_own_way_it_takes_its_room_all_the_same(
    tmp_path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "posix_fallocate", raising=False)
    monkeypatch.setattr(reserve, "SIZE", 2 * SIZE + 1)
    monkeypatch.setattr(reserve, "_BLOCK", SIZE)
    made = Reserve(tmp_path / "Programmes.revmentor")
    made.tend()
    assert made.path.stat().st_size == 2 * SIZE + 1
    assert any(made.path.read_bytes())


def test_it_is_given_up_once_when_room_runs_out(kept: Reserve, disk: Disk) -> None:
    disk.free = SIZE
    assert not kept.tend()
    assert kept.path.exists()
    disk.free = SIZE - 1
    assert kept.tend()
    assert not kept.path.exists()
    disk.free = 100 * SIZE  # of which it may have freed a part itself
    assert not kept.tend()
    assert not kept.path.exists()


def test_it_is_not_made_where_it_would_fill_the_disk(tmp_path: Path, disk: Disk) -> None:
    made = Reserve(tmp_path / "Programmes.revmentor")
    disk.free = 3 * SIZE - 1
    made.tend()
    assert not made.path.exists()
    disk.free = 3 * SIZE
    made.tend()
    assert made.path.exists()


def test_where_none_can_be_made_nothing_is_left_and_nothing_said(
    tmp_path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "posix_fallocate", refuse, raising=False)
    made = Reserve(tmp_path / "Programmes.revmentor")
    assert not made.tend()
    assert not made.give_up()
    assert list(tmp_path.iterdir()) == []


def test_a_drive_that_does_not_answer_is_left_to_the_change_that_follows(
    tmp_path: Path,
) -> None:
    made = Reserve(tmp_path / "gone" / "Programmes.revmentor")
    assert not made.tend()


def test_it_is_there_from_the_first_change_until_the_file_is_closed(
    tmp_path: Path, disk: Disk
) -> None:
    data = DataFile.create(tmp_path / "Programmes.revmentor", KEY, bytes(16))
    beside = tmp_path / ".Programmes.revmentor.reserve"
    assert not beside.exists()
    stored_person(data)
    assert beside.exists()
    data.close()
    assert not beside.exists()


def test_what_a_killed_program_left_goes_with_the_next(tmp_path: Path, disk: Disk) -> None:
    data = DataFile.create(tmp_path / "Programmes.revmentor", KEY, bytes(16))
    beside = tmp_path / ".Programmes.revmentor.reserve"
    beside.write_bytes(bytes(SIZE))
    data.close()
    assert not beside.exists()


def test_when_room_runs_out_the_change_is_stored_and_a_warning_given_once(
    data: DataFile, disk: Disk
) -> None:
    stored_person(data)
    assert data.take_warning() is None
    disk.free = SIZE // 2
    stored_person(data)
    data.undo()
    assert len(people(data)) == 1
    warning = data.take_warning()
    assert warning is not None
    assert warning.code == "disk-nearly-full"
    assert data.take_warning() is None
    stored_person(data)
    assert data.take_warning() is None


def store_people(data: DataFile) -> None:
    while True:
        stored_person(data, about_me=LONG)


def fill(place: Path) -> None:
    with place.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


def refusal(data: DataFile) -> str:
    """Store people until the disk refuses; return with which code."""
    with pytest.raises(KnownError) as raised:
        store_people(data)
    return raised.value.code


def test_a_disk_that_is_full_all_at_once_is_told_with_the_way_on(
    data: DataFile, disk: Disk
) -> None:
    stored_person(data)
    data.rows("PRAGMA max_page_count = 100")
    assert refusal(data) == "disk-full-once"
    assert refusal(data) == "disk-full"  # there is nothing more to free


@pytest.fixture
def small_drive() -> Iterator[Path]:
    """A drive of 1 MB, where the system lets us have one."""
    folder = Path(tempfile.mkdtemp())
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, check=False).returncode != 0:
        folder.rmdir()
        pytest.skip("a small drive can be made as root on Linux only")
    yield folder
    # At once for everybody who looks, though a test that failed may have left a file open.
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
    folder.rmdir()


def test_on_a_drive_that_is_really_full_one_more_change_is_stored(
    small_drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reserve, "SIZE", SIZE)
    path = small_drive / "Programmes.revmentor"
    data = DataFile.create(path, KEY, bytes(16))
    stored_person(data, "Mei Brown")
    with pytest.raises(OSError, match="space"):
        fill(small_drive / "films")
    assert shutil.disk_usage(small_drive).free < 4096
    stored_person(data, "David Price")
    warning = data.take_warning()
    assert warning is not None
    assert warning.code == "disk-nearly-full"
    assert refusal(data) == "disk-full"
    names = [person.full_name for person in people(data)]
    data.close()
    data = DataFile.open(path, KEY, small_drive)
    assert [person.full_name for person in people(data)] == names
    assert {"Mei Brown", "David Price"} <= set(names)
    data.close()
