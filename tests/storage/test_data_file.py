"""Making and opening a data file, asking it, changing it, and what it says when it cannot."""

from __future__ import annotations

import os
import re
import stat
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.people.reading import people
from revmentor_desktop.services.programmes.reading import organisation
from revmentor_desktop.services.programmes.writing import name_organisation
from revmentor_desktop.storage import connection
from revmentor_desktop.storage.connection import connect, salt_of
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.migrations.steps import MIGRATIONS
from revmentor_desktop.storage.tables import PersonBase, PersonRow, SettingRow
from tests.builders import dump, stored_leader, stored_mentor, stored_person, stored_programme

KEY = bytes(range(32))
SALT = bytes(range(200, 216))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the data file of the test stands, when it does."""
    return tmp_path / "Programmes.revmentor"


@pytest.fixture
def closed(path: Path) -> Path:
    """A data file with something in it, closed."""
    data = DataFile.create(path, KEY, SALT)
    name_organisation(data, "Harbour Care")
    data.close()
    return path


def refusal(action: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as raised:
        action()
    return raised.value


def opened(path: Path, key: bytes = KEY) -> DataFile:
    return DataFile.open(path, key, path.parent / "backups")


def raw(path: Path) -> sqlcipher.Connection:
    return connect(path, KEY)


def test_what_was_stored_is_there_at_the_next_opening(closed: Path) -> None:
    data = opened(closed)
    assert organisation(data) == "Harbour Care"
    assert data.salt == SALT.hex()
    data.close()


def test_a_file_is_private_and_alone(path: Path) -> None:
    data = DataFile.create(path, KEY, SALT)
    name_organisation(data, "Harbour Care")
    if os.name == "posix":
        modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        assert modes == {0o600}
    data.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_nothing_is_overwritten(closed: Path) -> None:
    before = closed.read_bytes()
    error = refusal(lambda: DataFile.create(closed, KEY, SALT))
    assert error.code == "file-exists"
    assert closed.read_bytes() == before


def test_a_file_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    in_the_way = tmp_path / "notes.txt"
    in_the_way.write_text("a file, not a folder")
    error = refusal(lambda: DataFile.create(in_the_way / "new.revmentor", KEY, SALT))
    assert error.code == "folder-unwritable"
    assert error.params["reason"]
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_whose_tables_cannot_be_made_is_not_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = ((*MIGRATIONS[0], "SELECT nothing FROM nowhere"),)
    monkeypatch.setattr("revmentor_desktop.storage.data_file.MIGRATIONS", broken)
    with pytest.raises(sqlcipher.OperationalError):
        DataFile.create(path, KEY, SALT)
    assert list(path.parent.iterdir()) == []


def test_a_file_that_cannot_be_opened_once_it_is_made_does_not_stay(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError("the drive has gone")

    monkeypatch.setattr("revmentor_desktop.storage.data_file.hold", fail)
    with pytest.raises(OSError, match="the drive has gone"):
        DataFile.create(path, KEY, SALT)
    assert list(path.parent.iterdir()) == []


def test_a_missing_file_is_told_and_not_made(path: Path) -> None:
    assert refusal(lambda: opened(path)).code == "file-missing"
    assert refusal(lambda: salt_of(path)).code == "file-missing"
    assert not path.exists()


def test_another_key_does_not_fit(closed: Path) -> None:
    assert refusal(lambda: opened(closed, bytes(32))).code == "key-unfit"
    opened(closed).close()


@pytest.mark.parametrize(
    "content",
    [b"", b"short", b"SQLite format 3\0" + bytes(4080)],
    ids=["empty", "a few bytes", "plain SQLite"],
)
def test_what_is_no_data_file_is_told(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refusal(lambda: salt_of(path)).code == "file-not-ours"
    assert path.read_bytes() == content


def test_a_folder_is_no_data_file(tmp_path: Path) -> None:
    assert refusal(lambda: salt_of(tmp_path)).code == "file-unreadable"


def test_an_encrypted_file_of_another_program_is_told(path: Path) -> None:
    other = raw(path)
    other.execute("CREATE TABLE recipes (name)")
    other.close()
    before = path.read_bytes()
    assert refusal(lambda: opened(path)).code == "file-not-ours"
    assert path.read_bytes() == before


def test_a_newer_file_is_refused_and_left_as_it_is(closed: Path) -> None:
    newer = raw(closed)
    newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    newer.close()
    before = closed.read_bytes()
    error = refusal(lambda: opened(closed))
    assert (error.code, error.params) == ("file-newer", {"name": closed.name})
    assert closed.read_bytes() == before
    assert [file.name for file in closed.parent.iterdir()] == [closed.name]


def test_a_refused_file_can_be_opened_again_at_once(closed: Path) -> None:
    refusal(lambda: opened(closed, bytes(32)))
    data = opened(closed)
    assert refusal(lambda: opened(closed)).code == "file-in-use"
    data.close()
    opened(closed).close()


def test_the_salt_of_an_open_file_is_not_read_by_the_back_door(closed: Path) -> None:
    # On POSIX, closing any handle of the file would drop the lock that keeps others out.
    data = opened(closed)
    assert refusal(lambda: salt_of(closed)).code == "file-in-use"
    data.close()
    assert salt_of(closed) == SALT


def test_the_settings_that_keep_data_safe_are_on(
    closed: Path, light_on_the_disk: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "SETTINGS", light_on_the_disk)
    data = opened(closed)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "locking_mode": "exclusive",
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cipher_page_size": "4096",
        "cipher_use_hmac": "1",
    }
    assert {name: data.rows(f"PRAGMA {name}")[0][0] for name in wanted} == wanted
    data.close()


def test_the_library_is_past_the_bug_that_lost_data() -> None:
    # SQLite 3.7.0 to 3.51.2 could corrupt a file whose journal starts anew (the WAL-reset bug).
    assert sqlcipher.sqlite_version_info >= (3, 51, 3)


def test_rows_answer_by_place_and_by_name(data: DataFile) -> None:
    (row,) = data.rows("SELECT :one AS one, 'b' AS other", {"one": 1})
    assert (row[0], row["other"]) == (1, "b")


def test_what_fails_halfway_is_not_stored(data: DataFile) -> None:
    def fail_halfway() -> None:
        with data.transaction() as session:
            session.add(SettingRow(name="organisation", value="Harbour Care"))
            session.flush()
            assert organisation(data) == "Harbour Care"
            raise ZeroDivisionError

    before = dump(data)
    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert dump(data) == before
    assert data.undo_words is None
    name_organisation(data, "Harbour Care")  # and the next change works
    assert organisation(data) == "Harbour Care"


def test_a_transaction_within_another_is_a_mistake_of_ours(data: DataFile) -> None:
    name_organisation(data, "Harbour Care")
    with data.transaction() as session:
        session.add(SettingRow(name="outer", value="1"))
        session.flush()
        for inner in (lambda: name_organisation(data, "Other"), data.undo, data.redo):
            with pytest.raises(RuntimeError, match="under way"):
                inner()
    assert organisation(data) == "Harbour Care"
    assert data.rows("SELECT value FROM setting WHERE name = 'outer'")[0][0] == "1"


def test_a_change_says_which_tables_it_touched(data: DataFile) -> None:
    programme = stored_programme(data)
    assert data.last_touched == {"programme"}
    stored_mentor(data, programme)
    assert data.last_touched == {"participation"}
    with data.transaction():
        pass
    assert data.last_touched == frozenset()


def test_a_question_waits_for_a_change_of_another_thread(data: DataFile) -> None:
    half_done, answered, seen = threading.Event(), threading.Event(), list[int]()

    def ask() -> None:
        half_done.wait()
        seen.append(len(people(data)))
        answered.set()

    asking = threading.Thread(target=ask)
    asking.start()
    with data.transaction() as session:
        for half in range(2):
            for number in range(25):
                base = PersonBase(first_name=f"{half} {number}")
                session.add(PersonRow(**base.model_dump()))
            session.flush()
            half_done.set()
        answered_meanwhile = answered.wait(0.05)
    asking.join()
    assert not answered_meanwhile
    assert seen == [50]


def test_changes_of_several_threads_are_one_after_the_other(data: DataFile) -> None:
    programme = stored_programme(data)

    def work(add: Callable[[DataFile, int, str], int], name: str) -> None:
        for number in range(20):
            add(data, programme, f"{name} {number}")
            people(data)

    with ThreadPoolExecutor() as pool:
        working = [pool.submit(work, stored_mentor, "M"), pool.submit(work, stored_leader, "L")]
        for _ in range(20):
            stored_person(data, "Some Body")
        for each in working:
            each.result()
    assert len(people(data)) == 60
    while data.undo():
        pass
    assert people(data) == []


def test_questions_at_one_go_see_one_state(data: DataFile) -> None:
    counts: list[tuple[int, int]] = []
    asking, answered = threading.Event(), threading.Event()

    def change() -> None:
        asking.wait()
        stored_person(data)
        answered.set()

    worker = threading.Thread(target=change)
    worker.start()
    with data.still():
        first = len(people(data))
        asking.set()
        changed_meanwhile = answered.wait(0.05)
        counts.append((first, len(people(data))))
    worker.join()
    assert not changed_meanwhile
    assert counts == [(0, 0)]
    assert len(people(data)) == 1


def test_nothing_readable_is_on_the_disk(closed: Path) -> None:
    data = opened(closed)
    stored_person(data, "Xanthippe Quillfeather", about_me="zebra marmalade")
    on_disk = b"".join(file.read_bytes() for file in closed.parent.iterdir() if file != closed)
    data.close()
    on_disk += closed.read_bytes()
    assert not re.search(rb"(?i)quillfeather|marmalade|SQLite|CREATE TABLE|Harbour", on_disk)
