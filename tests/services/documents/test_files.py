"""Files are whole or not there; cancelling leaves the folder as it was."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.services.documents.files import (
    already_there,
    pages_to_print,
    together_name,
    write_run,
)
from revmentor_desktop.services.documents.paper_run import Filing, PaperRun
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_pair, stored_programme
from tests.documents.reading_back import bookmarks, pages, text
from tests.services.documents.agreements import (
    ONE,
    agreements,
    issued_agreements,
    write_agreements,
    write_together,
)

T = TypeVar("T")


@pytest.fixture
def programme(data: DataFile) -> int:
    """A programme with three pairs."""
    made = stored_programme(data, "Voices: 2027/28")
    for mentor, leader in (
        ("Mei Brown", "David Price"),
        ("Zofia <b>Adamska", "Karl Meyer"),
        ("CON", "Sue O'Neill"),
    ):
        stored_pair(data, made, mentor, leader)
    return made


def finished(work: Generator[Progress, None, T]) -> tuple[T, list[Progress]]:
    seen: list[Progress] = []
    while True:
        try:
            seen.append(next(work))
        except StopIteration as end:
            return end.value, seen


def test_a_file_for_each_pair_and_one_to_print(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    folder = tmp_path / "out" / "deep"
    written, seen = finished(write_agreements(data, programme, folder))
    assert [path.name for path in written.files] == [
        "Mei Brown and David Price agreement RM-0001.pdf",
        "Zofia b Adamska and Karl Meyer agreement RM-0002.pdf",
        "CON and Sue O'Neill agreement RM-0003.pdf",
    ]
    assert written.together is not None
    assert written.together.name == "All agreements Voices 2027 28.pdf"
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        path.name for path in (*written.files, written.together)
    )
    assert "Zofia <b>Adamska and Karl Meyer" in text(written.files[1].read_bytes())
    assert len(pages(written.together.read_bytes())) == 3
    assert bookmarks(written.together.read_bytes())[0] == "Mei Brown and David Price"
    assert seen[0] == Progress(0, 6, "Mei Brown – David Price")
    assert [step.done for step in seen] == sorted(step.done for step in seen)


def test_one_pair_makes_one_file(data: DataFile, programme: int, tmp_path: Path) -> None:
    written, _ = finished(write_agreements(data, programme, tmp_path / "out", [1]))
    assert written.together is None
    assert list((tmp_path / "out").iterdir()) == list(written.files)


@pytest.mark.parametrize("steps", range(1, 7))
def test_cancel_at_any_step_leaves_the_folder_as_it_was(
    data: DataFile, programme: int, tmp_path: Path, steps: int
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "Mei Brown and David Price agreement RM-0001.pdf").write_text("older")
    work = write_agreements(data, programme, folder)
    for _ in range(steps):
        next(work)
    work.close()
    assert [path.read_text() for path in folder.iterdir()] == ["older"]


def test_older_files_are_replaced(data: DataFile, programme: int, tmp_path: Path) -> None:
    names = [path.name for path in finished(write_agreements(data, programme, tmp_path))[0].files]
    assert already_there(tmp_path, names) == names
    (tmp_path / names[0]).write_text("older")
    finished(write_agreements(data, programme, tmp_path))
    assert (tmp_path / names[0]).read_bytes().startswith(b"%PDF")


def test_all_in_one_file(data: DataFile, programme: int, tmp_path: Path) -> None:
    path = tmp_path / "print me.pdf"
    written, seen = finished(write_together(data, programme, path, [1, 3]))
    assert written.files == (path,)
    assert len(pages(path.read_bytes())) == 2
    assert seen[-1].done == seen[-1].total == 2


def test_the_same_pages_go_to_the_printer(data: DataFile, programme: int, tmp_path: Path) -> None:
    path = tmp_path / together_name(data, programme, agreements(data, programme))
    finished(write_together(data, programme, path))
    run = PaperRun(agreements(data, programme), ONE)
    assert finished(pages_to_print(data, programme, run, path.stem))[0].content == path.read_bytes()


def test_an_older_file_that_cannot_be_replaced_is_named(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    held, out = "CON and Sue O'Neill agreement RM-0003.pdf", tmp_path / "out"
    (out / held).mkdir(parents=True)
    for work in (
        write_agreements(data, programme, out),
        write_together(data, programme, out / held),
    ):
        with pytest.raises(KnownError) as error:
            finished(work)
        assert error.value.code == "document-held"
        assert error.value.params["name"] == held
        assert error.value.params["reason"]
        assert {path.suffix for path in out.iterdir()} == {".pdf"}


def test_a_folder_that_is_a_file_is_said(data: DataFile, programme: int, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnownError) as error:
        next(write_agreements(data, programme, tmp_path / "file"))
    assert error.value.code == "folder-unwritable"
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_a_folder_that_cannot_be_made_is_said(data: DataFile, programme: int) -> None:
    with pytest.raises(KnownError) as error:
        next(write_agreements(data, programme, Path("/dev/null/papers")))
    assert error.value.code == "folder-unwritable"
    assert error.value.params["reason"]


@pytest.mark.parametrize("steps", [1, 3, 6])
def test_a_folder_that_vanishes_leaves_nothing_half_made(
    data: DataFile, programme: int, tmp_path: Path, steps: int
) -> None:
    folder = tmp_path / "stick"
    work = write_agreements(data, programme, folder)
    for _ in range(steps):
        next(work)
    shutil.rmtree(folder)
    with pytest.raises(KnownError, match="folder-unwritable"):
        finished(work)
    assert not folder.exists()
    assert issued_agreements(data, programme) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_a_full_disk_leaves_the_folder_as_it_was(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    import resource

    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "Mei Brown and David Price agreement RM-0001.pdf").write_text("older")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    work = write_agreements(data, programme, folder)
    next(work)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, usual[1]))
    try:
        with pytest.raises(KnownError) as error:
            finished(work)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert error.value.code == "folder-unwritable"
    assert [path.read_text() for path in folder.iterdir()] == ["older"]
    assert issued_agreements(data, programme) == {}


def test_a_file_that_came_unseen_stays_and_the_new_one_has_a_number(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    run = PaperRun(agreements(data, programme), ONE, Filing.EACH_PAPER)
    seen, unseen, *_ = (one.file_name for one in run.papers)
    (tmp_path / seen).write_text("older")
    work = write_run(data, programme, tmp_path, run, [seen])
    next(work)
    (tmp_path / unseen).write_text("unseen")
    written = finished(work)[0]
    beside = tmp_path / unseen.replace(".pdf", " 2.pdf")
    assert (tmp_path / unseen).read_text() == "unseen"
    assert written.files[1] == beside
    assert (tmp_path / seen).read_bytes().startswith(b"%PDF")
    assert beside.read_bytes().startswith(b"%PDF")


_KILLED = """
import sys
from pathlib import Path
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.keys import data_key
from tests.services.documents.agreements import write_agreements

def wait():
    print("ready", flush=True)
    input()

usual, placed = Path.replace, []
def replace(path, target):
    if len(placed) == published:
        wait()
    placed.append(target)
    return usual(path, target)

path, folder, steps, published = Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:])
data = DataFile.open(path, data_key(bytes(range(16))), path.parent / "backups")
Path.replace = replace
work = write_agreements(data, 1, folder)
for _ in range(steps):
    next(work, None)
wait()
"""


@pytest.mark.parametrize(
    ("steps", "published"), [(1, 0), (2, 0), (5, 0), (99, 0), (99, 1), (99, 3)]
)
def test_a_kill_leaves_no_half_file_and_the_next_run_tidies_up(
    data: DataFile, programme: int, tmp_path: Path, steps: int, published: int
) -> None:
    path, folder = data.path, tmp_path / "out"
    data.close()
    child = subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(path), str(folder), str(steps), str(published)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[3],
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == b"ready"
    child.kill()
    child.communicate()
    there = list(folder.glob("*.pdf"))
    assert len(there) == published
    assert all(pages(one.read_bytes()) for one in there)

    from revmentor_desktop.storage.keys import data_key

    again = DataFile.open(path, data_key(bytes(range(16))), tmp_path / "backups")
    written, _ = finished(write_agreements(again, programme, folder))
    again.close()
    assert len(list(folder.iterdir())) == len(written.files) + 1
