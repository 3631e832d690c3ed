"""Other processes on the same file, and what one leaves behind that ended without warning."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import Dump, dump, stored_person
from tests.drills.officer import FULL, Officer
from tests.drills.processes import KEY, Worker, worker


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed data file."""
    path = tmp_path / "Programmes.revmentor"
    DataFile.create(path, KEY, bytes(16)).close()
    return path


def opened(path: Path) -> DataFile:
    return DataFile.open(path, KEY, path.parent / "backups")


def refusal(path: Path) -> str:
    with pytest.raises(KnownError) as raised:
        opened(path)
    return raised.value.code


def test_a_file_open_elsewhere_is_told_from_either_side(path: Path) -> None:
    with worker("hold", path) as other:
        assert other.line() == "open"
        assert refusal(path) == "file-in-use"
        assert other.finish() == 0
    data = opened(path)
    with worker("hold", path) as other:
        assert other.line() == "file-in-use"
    stored_person(data)  # and what was refused has done no harm
    data.close()


def test_a_look_at_an_open_file_keeps_others_out_all_the_same(path: Path) -> None:
    data = opened(path)
    assert refusal(path) == "file-in-use"
    with worker("hold", path) as other:
        assert other.line() == "file-in-use"
    data.close()


def test_of_many_that_open_at_once_one_does(path: Path) -> None:
    started = [Worker("hold", path) for _ in range(8)]
    try:
        assert sorted(one.line() for one in started) == ["file-in-use"] * 7 + ["open"]
    finally:
        for one in started:
            one.kill()
    opened(path).close()


def test_the_lock_of_a_killed_process_is_gone_with_it(path: Path) -> None:
    with worker("hold", path) as other:
        assert other.line() == "open"
        other.kill()
        opened(path).close()


@pytest.mark.drill
def test_a_torn_journal_gives_a_state_that_was_stored(path: Path, tmp_path: Path) -> None:
    random, data = Random(500), opened(path)
    officer, states = Officer(data, random), [dump(data, without=())]
    states += [dump(data, without=()) for action in officer.plan(30) if officer.do(action)]
    # As after a power cut. Reading it here drops the lock, which nobody else is after.
    whole, log = path.read_bytes(), journal_of(path).read_bytes()
    data.close()
    assert len(states) > 20
    found = [state_of(path, whole, log)]
    assert found == [states[-1]]
    for turn in range(500 if FULL else 40):
        at = random.randrange(len(log))
        rest = random.randbytes(len(log) - at) if turn % 2 else b""
        found.append(state_of(path, whole, log[:at] + rest))
        assert found[-1] in states, at
    assert len({repr(state) for state in found}) > 5


def journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def state_of(path: Path, whole: bytes, log: bytes) -> Dump:
    """Open a file with such a journal beside it and return what it holds then."""
    path.write_bytes(whole)
    journal_of(path).write_bytes(log)
    data = opened(path)
    content = dump(data, without=())
    data.close()
    return content
