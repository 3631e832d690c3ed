"""Two programs that make a data file at one place: one does, and the other is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services import vault
from revmentor_desktop.storage.claim import claimed
from revmentor_desktop.system.paths import Paths
from tests.drills.processes import Worker, worker

WRITERS = 3
ROUNDS = 4


def refusal(path: Path) -> str:
    with pytest.raises(KnownError) as raised, claimed(path):
        pass
    return raised.value.code


def test_a_place_that_is_claimed_elsewhere_is_told_until_that_process_ends(tmp_path: Path) -> None:
    path = tmp_path / "Programmes.revmentor"
    with worker("claim", path) as other:
        assert other.line() == "claimed"
        assert refusal(path) == "file-being-made"
        other.kill()
    with claimed(path):
        assert refusal(path) == "file-being-made"
    assert list(tmp_path.iterdir()) == []


def test_a_claim_is_let_go_when_the_making_fails(tmp_path: Path) -> None:
    path = tmp_path / "Programmes.revmentor"
    with pytest.raises(ZeroDivisionError), claimed(path):
        raise ZeroDivisionError
    with claimed(path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_place_where_nothing_can_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "Programmes.revmentor") == "folder-unwritable"


def test_of_many_that_make_a_file_at_once_one_does_and_its_passphrase_opens_it(
    tmp_path: Path, paths: Paths
) -> None:
    started = [Worker("make", tmp_path / f"home {number}") for number in range(WRITERS)]
    try:
        assert [one.line() for one in started] == ["ready"] * WRITERS
        for turn in range(ROUNDS):
            path = tmp_path / f"{turn}" / "Programmes.revmentor"
            for number, one in enumerate(started):
                one.tell(f"{path}\tpassphrase {number}")
            answers = [one.line() for one in started]
            assert answers.count("made") == 1
            assert set(answers) <= {"made", "file-being-made", "file-exists"}
            winner = answers.index("made")
            vault.open_with_passphrase(path, f"passphrase {winner}", paths).data.close()
            names = [file.name for file in path.parent.iterdir()]
            assert sorted(names) == [path.name, f"{path.name}.key"]
    finally:
        for one in started:
            one.kill()
