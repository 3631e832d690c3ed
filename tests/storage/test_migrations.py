"""Old data files: they open for ever, are copied first, and are lifted wholly or not at all."""

from __future__ import annotations

import contextlib
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2 as sqlcipher
from sqlmodel import SQLModel

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_drafts import aim_of
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.services import vault
from revmentor_desktop.services.pairing.draft_reading import drafts
from revmentor_desktop.services.pairing.drafts import make_draft
from revmentor_desktop.services.pairing.reading import agreed_pairs, pairs
from revmentor_desktop.services.people.reading import (
    participants,
    people,
    person,
    person_by_email,
)
from revmentor_desktop.services.programmes.reading import organisation, programmes
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage import backup
from revmentor_desktop.storage.connection import connect
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.keys import data_key
from revmentor_desktop.storage.migrations.steps import MIGRATIONS, Migration, migrate, version_of
from revmentor_desktop.storage.tables import PersonRow
from revmentor_desktop.system.paths import Paths
from tests.builders import dump, stored_pair, stored_programme, tables
from tests.data import make_version_1 as version_1

KEY = bytes(range(32))

TODAY = len(MIGRATIONS)
"""The version that this program writes."""
PERSON = next(sql for sql in MIGRATIONS[0] if "CREATE TABLE person (" in sql)
REBUILD_PERSON: Migration = (
    PERSON.replace("TABLE person", "TABLE person_new").replace("grade TEXT", "grade INTEGER"),
    "INSERT INTO person_new SELECT * FROM person",
    "DROP TABLE person",
    "ALTER TABLE person_new RENAME TO person",
)
"""SQLite's way to change what ALTER TABLE cannot: a new table in the old one's place."""
ADD_A_COLUMN: Migration = ("ALTER TABLE programme ADD COLUMN colour TEXT NOT NULL DEFAULT ''",)
BROKEN: Migration = (
    "CREATE TABLE half_done (id INTEGER PRIMARY KEY)",
    "UPDATE person SET first_name = 'half done'",
    "SELECT nothing FROM nowhere",
)
ORPHANS: Migration = ("DELETE FROM participation",)


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """A closed data file of today's version with a pair in it."""
    path = tmp_path / "Programmes.revmentor"
    data = DataFile.create(path, KEY, bytes(16))
    stored_pair(data, stored_programme(data), "Mei Brown", "David Price")
    data.close()
    return path


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    """The folder of copies."""
    return tmp_path / "backups"


def lifted(path: Path, backups: Path, *more: Migration) -> DataFile:
    return DataFile.open(path, KEY, backups, migrations=(*MIGRATIONS, *more))


def with_partners_of_before(connection: sqlcipher.Connection) -> None:
    """Give everybody a number of partners, as before that could be left to the programme."""
    for later in (
        *("logo", "agreement_scan_part", "agreement_scan", "agreement_version", "paper_mark"),
    ):
        connection.execute(f"DROP TABLE {later}")
    connection.execute("ALTER TABLE issued_paper DROP COLUMN issued_time")
    connection.execute("ALTER TABLE participation DROP COLUMN own_partners")
    connection.execute("ALTER TABLE participation ADD COLUMN most_partners INTEGER DEFAULT 1")


def dumped(path: Path, key: bytes = KEY) -> tuple[int, dict[str, list[tuple[Any, ...]]]]:
    """Return version and content of a closed file, leaving it as it is."""
    with contextlib.closing(connect(path, key)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names}
        return version_of(connection), rows


def test_a_file_of_the_first_release_opens_by_passphrase_and_by_code(
    tmp_path: Path, paths: Paths
) -> None:
    path = tmp_path / version_1.FILE.name
    shutil.copy(version_1.FILE, path)
    shutil.copy(version_1.KEY_FILE, vault.key_file_beside(path))
    opened = vault.open_with_passphrase(path, version_1.PASSPHRASE, paths)
    assert opened.recovery_code == version_1.RECOVERY_CODE
    opened.data.close()
    vault.key_file_beside(path).unlink()
    vault.open_with_recovery_code(path, version_1.RECOVERY_CODE, paths).data.close()


def test_a_file_of_the_first_release_has_all_that_was_in_it(tmp_path: Path) -> None:
    path = tmp_path / version_1.FILE.name
    shutil.copy(version_1.FILE, path)
    data = DataFile.open(path, data_key(version_1.SEED), tmp_path)
    assert organisation(data) == "Harbour Care"
    names = [one.full_name for one in people(data)]
    assert names == ["李", "Zoë O'Neil", "David Price", "Łukasz Ward"]
    zoe = person_by_email(data, "zoe.oneil@harbour-care.example")
    assert (zoe.line_manager_id, zoe.offers, zoe.slots, zoe.meeting_mode, zoe.about_me) == (
        3,
        ("Video", "Żubr & Sons"),
        (Slot.FRI_AM,),
        MeetingMode.VIDEO,
        "Two\nlines, <b>not bold</b>.",
    )
    assert person(data, 1).line_manager_text == "The Board"
    first, empty = programmes(data)
    assert (first.is_sample, empty.session_count, empty.start_date) == (True, 52, None)
    (pair,) = pairs(data, first.id)
    assert (pair.reference, pair.mentor.person, pair.mentor.participation.most_partners) == (
        "RM-0042",
        zoe,
        2,
    )
    assert pair.mentee.participation.note == "Prefers mornings"
    assert stored_pair(data, empty.id, "Mei Brown", "Tom Khan") == 43
    data.close()


def test_pairs_of_the_first_release_are_agreed_and_numbers_go_on(tmp_path: Path) -> None:
    path = tmp_path / version_1.FILE.name
    shutil.copy(version_1.FILE, path)
    key = data_key(version_1.SEED)
    with contextlib.closing(connect(path, key)) as connection:
        # Two drawn up again and removed since: their numbers may stand on paper.
        connection.execute("UPDATE sqlite_sequence SET seq = 57 WHERE name = 'pair'")
    data = DataFile.open(path, key, tmp_path)
    programme = programmes(data)[0].id
    (pair,) = agreed_pairs(data, programme)
    assert (pair.state, pair.agreed_on, pair.created_on) == (
        PairState.AGREED,
        date(2026, 12, 1),
        date(2026, 12, 1),
    )
    assert (pair.draft_id, pair.mentor_asked_on, pair.end_reason) == (None, None, None)
    assert stored_pair(data, programme, "Mei Brown", "Tom Khan") == 58
    data.close()


def test_drafts_from_before_aims_keep_their_pairs_and_aim_at_everyone(
    old_file: Path, backups: Path
) -> None:
    with contextlib.closing(connect(old_file, KEY)) as connection:
        connection.execute("DROP TABLE pairing_draft")
        for statement in MIGRATIONS[2][:2]:
            connection.execute(statement)
        connection.execute("INSERT INTO pairing_draft VALUES (4, 1, 'Plan B', '2026-12-01')")
        connection.execute("UPDATE sqlite_sequence SET seq = 9 WHERE name = 'pairing_draft'")
        connection.execute("UPDATE pair SET state = 'proposed', agreed_on = NULL, draft_id = 4")
        with_partners_of_before(connection)
        connection.execute("PRAGMA user_version = 3")
    data = DataFile.open(old_file, KEY, backups)
    (programme,) = programmes(data)
    (draft,) = drafts(data, programme.id)
    assert (draft.id, draft.name, draft.proposals) == (4, "Plan B", 1)
    assert aim_of(draft) == (Aim.EVERYONE, 0)
    assert make_draft(data, programme.id) == 10
    data.close()


def test_one_partner_of_before_is_as_the_programme_says_and_more_are_their_own(
    old_file: Path, backups: Path
) -> None:
    with contextlib.closing(connect(old_file, KEY)) as connection:
        with_partners_of_before(connection)
        connection.execute("UPDATE participation SET most_partners = 3 WHERE role = 'mentee'")
        connection.execute("PRAGMA user_version = 4")
    data = DataFile.open(old_file, KEY, backups)
    (programme,) = programmes(data)
    mei, david = (one.participation for one in participants(data, programme.id))
    assert (mei.own_partners, david.own_partners) == (None, 3)
    assert (mei.most_partners, david.most_partners) == (1, 3)
    save_section(data, programme.id, "pairing", PairingChoices(mentor_partners=2))
    assert [one.participation.most_partners for one in participants(data, programme.id)] == [2, 3]
    data.close()


@pytest.mark.parametrize("wrong", ["aim = 'best'", "floor = -1", "floor = 10001"])
def test_a_draft_aims_at_nothing_else(data: DataFile, wrong: str) -> None:
    make_draft(data, stored_programme(data))
    with pytest.raises(IntegrityError), data.transaction() as session:
        session.connection().exec_driver_sql(f"UPDATE pairing_draft SET {wrong}")


def test_every_column_of_the_old_file_has_something_in_it(tmp_path: Path) -> None:
    path = tmp_path / version_1.FILE.name
    shutil.copy(version_1.FILE, path)
    _, rows = dumped(path, data_key(version_1.SEED))
    for table, found in rows.items():
        for column in zip(*found, strict=True):
            assert any(value not in (None, "", "[]") for value in column), table


def test_a_copy_is_made_before_and_opens_by_the_same_key(old_file: Path, backups: Path) -> None:
    before = dumped(old_file)
    data = lifted(old_file, backups, ADD_A_COLUMN)
    assert data.rows("SELECT colour FROM programme")[0][0] == ""
    data.close()
    (copy,) = backups.iterdir()
    assert copy.name.startswith(f"Programmes before update from version {TODAY}, ")
    assert dumped(copy) == before
    assert dumped(old_file)[0] == TODAY + 1
    DataFile.open(copy, KEY, backups).close()
    assert copy.read_bytes()[:16] == old_file.read_bytes()[:16]  # the same key file fits


def test_a_file_of_today_is_opened_without_a_copy(old_file: Path, backups: Path) -> None:
    DataFile.open(old_file, KEY, backups).close()
    assert not backups.exists()


def test_several_migrations_run_in_order(old_file: Path, backups: Path) -> None:
    more = ("UPDATE programme SET colour = 'teal'",)
    data = lifted(old_file, backups, ADD_A_COLUMN, more)
    assert data.rows("SELECT colour FROM programme")[0][0] == "teal"
    data.close()
    assert dumped(old_file)[0] == TODAY + 2
    assert len(list(backups.iterdir())) == 1


@pytest.mark.parametrize("at_fault", [BROKEN, ORPHANS], ids=["broken", "orphans"])
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    old_file: Path, backups: Path, at_fault: Migration
) -> None:
    before = dumped(old_file)
    with pytest.raises((sqlcipher.OperationalError, RuntimeError)):
        lifted(old_file, backups, at_fault)
    assert dumped(old_file) == before
    (copy,) = backups.iterdir()
    assert dumped(copy) == before
    DataFile.open(old_file, KEY, backups).close()


def test_of_several_migrations_those_before_the_fault_stay(old_file: Path, backups: Path) -> None:
    with pytest.raises(sqlcipher.OperationalError):
        lifted(old_file, backups, ADD_A_COLUMN, BROKEN)
    version, rows = dumped(old_file)
    assert version == TODAY + 1
    assert "half_done" not in rows


def test_rebuilding_a_table_takes_nothing_along_that_refers_to_it(
    old_file: Path, backups: Path
) -> None:
    _, before = dumped(old_file)
    data = lifted(old_file, backups, REBUILD_PERSON)
    assert data.rows("PRAGMA foreign_keys")[0][0] == 1
    data.close()
    assert len(before["pair"]) == 1
    assert dumped(old_file) == (TODAY + 1, before)


def test_without_a_copy_nothing_is_changed(old_file: Path, backups: Path) -> None:
    backups.write_text("a file where the folder should be")
    before = dumped(old_file)
    with pytest.raises(KnownError) as raised:
        lifted(old_file, backups, ADD_A_COLUMN)
    assert raised.value.code == "backup-failed"
    assert raised.value.params["reason"]
    assert dumped(old_file) == before


def test_a_copy_that_cannot_be_read_back_is_no_copy(
    old_file: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(connection: sqlcipher.Connection, path: Path) -> None:
        raise KnownError("file-damaged", name=path.name)

    monkeypatch.setattr(backup, "check_pages", damaged)
    before = dumped(old_file)
    with pytest.raises(KnownError) as raised:
        lifted(old_file, backups, ADD_A_COLUMN)
    assert raised.value.code == "backup-failed"
    assert list(backups.iterdir()) == []
    assert dumped(old_file) == before


def test_what_an_earlier_crash_left_of_a_copy_is_swept_away(old_file: Path, backups: Path) -> None:
    backups.mkdir()
    left = backups / f".{bytes(16).hex()}.part"
    for suffix in ("", "-wal", "-journal"):
        left.with_name(left.name + suffix).write_bytes(b"half a copy")
    lifted(old_file, backups, ADD_A_COLUMN).close()
    (copy,) = backups.iterdir()
    assert dumped(copy)[0] == TODAY


def columns_of(connection: sqlcipher.Connection, table: str) -> dict[str, tuple[str, bool, bool]]:
    """Return the columns as stored: affinity, whether they must have a value, whether the key."""
    return {
        name: (_affinity(kind), bool(must) or bool(key), bool(key))
        for _, name, kind, must, _, key in connection.execute(f"PRAGMA table_info({table})")
    }


def _affinity(kind: str) -> str:
    same = {"VARCHAR": "TEXT", "AUTOSTRING": "TEXT"}
    return same.get(kind.upper(), kind.upper())


def _modelled(column: Column[Any]) -> tuple[str, bool, bool]:
    kind = column.type.compile()
    return _affinity(kind), not column.nullable or column.primary_key, column.primary_key


def test_the_tables_are_those_that_sqlmodel_knows(data: DataFile) -> None:
    assert set(tables(data)) == set(SQLModel.metadata.tables)


@pytest.mark.parametrize("table", sorted(SQLModel.metadata.tables))
def test_columns_and_references_are_those_that_sqlmodel_knows(table: str) -> None:
    connection = sqlcipher.connect(":memory:", isolation_level=None)
    migrate(connection, MIGRATIONS)
    model = SQLModel.metadata.tables[table]
    assert columns_of(connection, table) == {
        column.name: _modelled(column) for column in model.columns
    }
    stored = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    assert {(row[3], row[2], row[4], row[6]) for row in stored} == {
        (key.parent.name, key.column.table.name, key.column.name, key.ondelete)
        for key in model.foreign_keys
    }
    connection.close()


def test_no_column_has_a_default_that_only_one_side_knows(data: DataFile) -> None:
    # Rows are always written whole; a default in the tables alone would hide a forgotten field.
    for table in tables(data):
        for row in data.rows(f"PRAGMA table_info({table})"):
            assert row["dflt_value"] is None, (table, row["name"])


def test_a_row_of_the_model_is_stored_whole(data: DataFile) -> None:
    with data.transaction() as session:
        session.add(PersonRow(first_name="Mei"))
    assert len(dump(data)["person"]) == 1
