"""A disk that is full, read-only or broken: said in words, nothing lost, and usable afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.people.reading import people
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.storage.connection import connect, explained
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.migrations.steps import MIGRATIONS
from revmentor_desktop.storage.tables import PersonBase, PersonRow
from tests.builders import dump, person_details, stored_pair, stored_person, stored_programme
from tests.drills.processes import KEY, ROOT

LONG = "x" * 4_000


def refusal(action: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as raised:
        action()
    return raised.value.code


@contextmanager
def full(data: DataFile, pages_left: int = 2) -> Iterator[None]:
    """Let the disk have room for only so many more pages meanwhile."""
    (pages,) = data.rows("PRAGMA page_count")[0]
    data.rows(f"PRAGMA max_page_count = {pages + pages_left}")
    yield
    data.rows("PRAGMA max_page_count = 1000000")


def fill(data: DataFile) -> None:
    while True:
        stored_person(data, about_me=LONG)


def add_at_once(data: DataFile, count: int) -> None:
    with data.transaction() as session:
        for number in range(count):
            base = PersonBase(first_name=f"Person {number}", about_me=LONG)
            session.add(PersonRow(**base.model_dump()))


def test_a_full_disk_refuses_the_change_and_keeps_all_before_it(data: DataFile) -> None:
    programme = stored_programme(data)
    stored_pair(data, programme, "Mei Brown", "David Price")
    before = dump(data)
    with full(data):
        assert refusal(lambda: add_at_once(data, 50)) == "disk-full-once"
        assert dump(data) == before
        assert refusal(lambda: fill(data)) == "disk-full"
        kept = dump(data)
        assert len(people(data)) >= 2
        save_person(data, people(data)[0].id, person_details("Mei Khan"))  # what fits still goes
        data.undo()
        assert dump(data) == kept
    stored_person(data, about_me=LONG)
    while data.undo():
        pass
    assert not any(dump(data).values())


def test_on_a_full_disk_a_step_is_undone_wholly_or_not_at_all(data: DataFile) -> None:
    mei = stored_person(data, "Mei Brown", about_me=LONG)
    save_person(data, mei, person_details("Mei Brown"))
    with full(data, pages_left=0):
        assert refusal(lambda: fill(data)) == "disk-full-once"  # also the room that became free
        before, words = dump(data), data.undo_words
        data.rows("PRAGMA max_page_count = 1")
        while data.undo_words:
            try:
                data.undo()
            except KnownError as error:
                # Raising is allowed, not required: pytest.raises cannot say that.
                assert error.code == "disk-full"  # noqa: PT017
                assert (dump(data), data.undo_words) == (before, words)
                break
            before, words = dump(data), data.undo_words
    while data.undo():
        pass
    assert not any(dump(data).values())


def test_a_file_filled_to_the_brim_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "Programmes.revmentor"
    data = DataFile.create(path, KEY, bytes(16))
    with full(data):
        assert refusal(lambda: fill(data)) == "disk-full-once"
    content = dump(data)
    data.close()
    data = DataFile.open(path, KEY, tmp_path)
    assert dump(data) == content
    data.close()


def test_a_disk_full_while_the_file_is_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cramped(path: Path, key: bytes, salt: bytes | None = None) -> sqlcipher.Connection:
        connection = connect(path, key, salt)
        connection.execute("PRAGMA max_page_count = 5")
        return connection

    monkeypatch.setattr("revmentor_desktop.storage.data_file.connect", cramped)
    path = tmp_path / "Programmes.revmentor"
    assert refusal(lambda: DataFile.create(path, KEY, bytes(16))) == "disk-full"
    assert list(tmp_path.iterdir()) == []


def test_a_disk_full_in_a_migration_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Programmes.revmentor"
    data = DataFile.create(path, KEY, bytes(16))
    stored_person(data)
    before = dump(data)
    data.close()
    fill_up = (
        "PRAGMA max_page_count = 30",
        "CREATE TABLE filling (text)",
        "INSERT INTO filling VALUES (zeroblob(1000000))",
    )
    lifting = (*MIGRATIONS, fill_up)
    backups = tmp_path / "backups"
    assert refusal(lambda: DataFile.open(path, KEY, backups, migrations=lifting)) == "disk-full"
    data = DataFile.open(path, KEY, backups)
    assert dump(data) == before
    data.close()


_ERRORS = {
    sqlcipher.SQLITE_FULL: "disk-full",
    sqlcipher.SQLITE_IOERR: "drive-failed",
    sqlcipher.SQLITE_IOERR | 3 << 8: "drive-failed",  # SQLITE_IOERR_WRITE
    sqlcipher.SQLITE_CORRUPT: "file-damaged",
    sqlcipher.SQLITE_NOTADB: "file-damaged",
    sqlcipher.SQLITE_BUSY: "file-in-use",
    sqlcipher.SQLITE_READONLY: "file-read-only",
    sqlcipher.SQLITE_CANTOPEN: "file-read-only",
    sqlcipher.SQLITE_CONSTRAINT: None,
}


@pytest.mark.parametrize(("number", "code"), _ERRORS.items())
def test_what_sqlite_says_becomes_what_the_officer_can_be_told(
    number: int, code: str | None
) -> None:
    error = sqlcipher.OperationalError("words that may change")
    error.sqlite_errorcode = number
    known = explained(error, Path("Programmes.revmentor"))
    assert (known and known.code) == code


def test_other_errors_stay_what_they_are() -> None:
    assert explained(ValueError("x"), Path("Programmes.revmentor")) is None
    assert explained(sqlcipher.ProgrammingError("closed"), Path("Programmes.revmentor")) is None


_CHILD = """
import os, resource, signal, sys
from pathlib import Path
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage import session
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_person
verb, path = sys.argv[1], Path(sys.argv[2])
if verb != "quota" and os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
try:
    if verb == "create":
        DataFile.create(path, bytes(range(32)), bytes(16))
    data = DataFile.open(path, bytes(range(32)), path.parent / "backups")
    if verb == "quota":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    while True:
        stored_person(data, about_me="x" * 4000)
except KnownError as error:
    print(error.code)
"""


def code_in_child(verb: str, path: Path) -> str:
    """Return the code of the known error that a process ends with, else what went wrong."""
    command = [sys.executable, "-c", _CHILD, verb, str(path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return ended.stdout.strip() or ended.stderr


@pytest.mark.skipif(os.name == "nt", reason="quotas of this kind are a matter of POSIX")
def test_a_drive_that_refuses_to_write_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "Programmes.revmentor"
    DataFile.create(path, KEY, bytes(16)).close()
    assert code_in_child("quota", path) == "drive-failed"
    data = DataFile.open(path, KEY, tmp_path)
    assert len(people(data)) > 5
    assert data.rows("PRAGMA integrity_check")[0][0] == "ok"
    data.close()


@pytest.fixture
def shown_to_all() -> Iterator[Path]:
    """A folder that other users can look into, which pytest's own cannot be."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="permissions are set otherwise on Windows")
@pytest.mark.parametrize(
    ("file_mode", "folder_mode"), [(0o444, 0o555), (0o444, 0o777), (0o666, 0o555)]
)
def test_what_cannot_be_written_is_told_and_left_as_it_is(
    shown_to_all: Path, file_mode: int, folder_mode: int
) -> None:
    path = shown_to_all / "Programmes.revmentor"
    DataFile.create(path, KEY, bytes(16)).close()
    before = path.read_bytes()
    path.chmod(file_mode)
    shown_to_all.chmod(folder_mode)
    assert code_in_child("open", path) == "file-read-only"
    shown_to_all.chmod(0o755)
    assert path.read_bytes() == before
    assert [file.name for file in shown_to_all.iterdir()] == [path.name]


@pytest.mark.skipif(os.name == "nt", reason="permissions are set otherwise on Windows")
def test_a_folder_that_cannot_be_written_is_told(shown_to_all: Path) -> None:
    shown_to_all.chmod(0o555)
    path = shown_to_all / "Programmes.revmentor"
    assert code_in_child("create", path) == "folder-unwritable"
    shown_to_all.chmod(0o755)
    assert list(shown_to_all.iterdir()) == []
