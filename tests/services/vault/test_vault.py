"""Making, opening and unlocking data files, and each thing that can be wrong told apart."""

from __future__ import annotations

import json
import os
import shutil
import stat
from functools import partial
from pathlib import Path
from random import Random

import pytest
from keyring.errors import KeyringLocked

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services import vault
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.keys import KeyFile, recovery_code
from revmentor_desktop.storage.migrations.steps import MIGRATIONS
from revmentor_desktop.system.paths import Paths
from tests.builders import stored_pair, stored_person, stored_programme
from tests.fake_key_store import FakeKeyStore
from tests.services.vault.ways import OTHER, PASSPHRASE, made, opens, refusal


def files(folder: Path) -> set[str]:
    return {file.name for file in folder.rglob("*") if file.is_file()}


def test_a_passphrase_and_the_code_both_open_the_file(path: Path, paths: Paths, code: str) -> None:
    assert vault.needs_passphrase(path, paths)
    opened = vault.open_with_passphrase(path, PASSPHRASE, paths)
    assert opened.recovery_code == code
    assert opens(opened)
    assert opens(vault.open_with_recovery_code(path, code.lower(), paths))


def test_a_wrong_passphrase_is_told_any_number_of_times(
    path: Path, paths: Paths, code: str
) -> None:
    before = path.read_bytes(), vault.key_file_beside(path).read_bytes()
    for guess in ("wrong words entirely", "", "Harbour lantern tuesday", "\udcff", "x" * 10_000):
        assert refusal(partial(vault.open_with_passphrase, path, guess, paths)) == (
            "passphrase-wrong"
        )
    assert (path.read_bytes(), vault.key_file_beside(path).read_bytes()) == before
    assert opens(vault.open_with_passphrase(path, PASSPHRASE, paths))


def test_only_the_right_code_opens_the_file(path: Path, paths: Paths, code: str) -> None:
    slip = ("1" if code[0] == "0" else "0") + code[1:]
    assert refusal(lambda: vault.open_with_recovery_code(path, slip, paths)) == "code-typo"
    assert refusal(lambda: vault.open_with_recovery_code(path, code[:-1], paths)) == "code-length"
    other = recovery_code(bytes(16))
    assert refusal(lambda: vault.open_with_recovery_code(path, other, paths)) == "code-wrong"


def test_a_short_passphrase_leaves_nothing_behind(path: Path, paths: Paths) -> None:
    assert refusal(lambda: vault.create(path, "short", paths)) == "passphrase-short"
    assert files(path.parent) == files(paths.settings) == set()


def test_a_file_there_already_stays(path: Path, paths: Paths, code: str) -> None:
    before = path.read_bytes(), vault.key_file_beside(path).read_bytes()
    assert refusal(lambda: vault.create(path, OTHER, paths)) == "file-exists"
    assert (path.read_bytes(), vault.key_file_beside(path).read_bytes()) == before


def test_a_file_that_cannot_be_made_leaves_no_key(
    path: Path, paths: Paths, store: FakeKeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise KnownError("disk-full", name=path.name)

    monkeypatch.setattr(DataFile, "create", full)
    assert refusal(lambda: vault.create(path, PASSPHRASE, paths)) == "disk-full"
    assert refusal(lambda: vault.create(path, None, paths)) == "disk-full"
    assert files(path.parent) == files(paths.settings) == set()
    assert store.secrets == {}


def test_a_place_that_cannot_be_written_is_told(path: Path, paths: Paths) -> None:
    path.write_text("a file, not a folder")
    below = path / "new.revmentor"
    assert refusal(lambda: vault.create(below, PASSPHRASE, paths)) == "folder-unwritable"
    assert files(paths.settings) == set()


def test_the_key_file_of_a_file_moved_away_is_spared(path: Path, paths: Paths, code: str) -> None:
    moved = path.with_name("moved.revmentor")
    path.rename(moved)
    shutil.rmtree(paths.keys)  # as on another computer, where there is no spare copy
    made(path, OTHER, paths)
    assert opens(vault.open_with_passphrase(moved, PASSPHRASE, paths))
    assert opens(vault.open_with_passphrase(path, OTHER, paths))


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe\x00", b"[" * 100_000])
def test_a_damaged_key_file_is_told_unless_there_is_a_spare(
    path: Path, paths: Paths, code: str, content: bytes
) -> None:
    vault.key_file_beside(path).write_bytes(content)
    assert opens(vault.open_with_passphrase(path, PASSPHRASE, paths))
    shutil.rmtree(paths.keys)
    for way in (
        lambda: vault.needs_passphrase(path, paths),
        lambda: vault.open_with_passphrase(path, PASSPHRASE, paths),
    ):
        assert refusal(way) == "key-file-damaged"
    assert opens(vault.open_with_recovery_code(path, code, paths))


def test_a_missing_key_file_is_told_unless_there_is_a_spare(
    path: Path, paths: Paths, code: str
) -> None:
    vault.key_file_beside(path).unlink()
    assert opens(vault.open_with_passphrase(path, PASSPHRASE, paths))
    shutil.rmtree(paths.keys)
    assert refusal(lambda: vault.needs_passphrase(path, paths)) == "key-file-missing"
    assert opens(vault.open_with_recovery_code(path, code, paths))


def test_a_key_file_of_another_file_is_told(path: Path, paths: Paths, code: str) -> None:
    second = path.with_name("Second.revmentor")
    made(second, OTHER, paths)
    shutil.copy(vault.key_file_beside(second), vault.key_file_beside(path))
    assert opens(vault.open_with_passphrase(path, PASSPHRASE, paths))  # by the spare copy
    shutil.rmtree(paths.keys)
    assert refusal(lambda: vault.open_with_passphrase(path, OTHER, paths)) == "key-file-other"
    assert refusal(lambda: vault.open_with_passphrase(path, PASSPHRASE, paths)) == (
        "passphrase-wrong"
    )
    assert opens(vault.open_with_recovery_code(path, code, paths))


def test_a_key_file_of_a_newer_program_is_told_and_never_overwritten(
    path: Path, paths: Paths, code: str
) -> None:
    shutil.rmtree(paths.keys)
    newer = json.dumps({"format": 2})
    vault.key_file_beside(path).write_text(newer)
    assert refusal(lambda: vault.needs_passphrase(path, paths)) == "key-file-newer"
    path.rename(path.with_name("moved.revmentor"))
    assert refusal(lambda: vault.create(path, OTHER, paths)) == "key-file-newer"
    assert vault.key_file_beside(path).read_text() == newer


def test_what_is_missing_not_ours_in_use_or_newer_is_told_apart(
    path: Path, paths: Paths, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def by_passphrase() -> object:
        return vault.open_with_passphrase(path, PASSPHRASE, paths)

    def by_code() -> object:
        return vault.open_with_recovery_code(path, code, paths)

    opened = vault.open_with_passphrase(path, PASSPHRASE, paths)
    assert [refusal(by_passphrase), refusal(by_code)] == ["file-in-use"] * 2
    opened.data.close()
    with monkeypatch.context() as older:
        older.setattr(DataFile, "open", partial(DataFile.open, migrations=()))
        assert [refusal(by_passphrase), refusal(by_code)] == ["file-newer"] * 2
    content = path.read_bytes()
    path.write_bytes(b"SQLite format 3\0" + content)
    assert [refusal(by_passphrase), refusal(by_code)] == ["file-not-ours"] * 2
    path.unlink()
    assert [refusal(by_passphrase), refusal(by_code)] == ["file-missing"] * 2
    assert not path.exists()


def test_the_key_store_opens_the_file_without_a_passphrase(
    path: Path, paths: Paths, store: FakeKeyStore
) -> None:
    code = made(path, None, paths)
    assert not vault.needs_passphrase(path, paths)
    assert opens(vault.open_with_key_store(path, paths))
    assert refusal(lambda: vault.open_with_passphrase(path, PASSPHRASE, paths)) == (
        "key-in-store-only"
    )
    store.secrets.clear()
    assert refusal(lambda: vault.open_with_key_store(path, paths)) == "key-not-in-store"
    assert opens(vault.open_with_recovery_code(path, code, paths))


def test_a_key_store_that_refuses_makes_no_file(
    path: Path, paths: Paths, store: FakeKeyStore
) -> None:
    code = made(path, None, paths)
    store.refusal = KeyringLocked("locked")
    assert refusal(lambda: vault.open_with_key_store(path, paths)) == "key-store-refused"
    assert opens(vault.open_with_recovery_code(path, code, paths))
    second = path.with_name("Second.revmentor")
    assert refusal(lambda: vault.create(second, None, paths)) == "key-store-refused"
    assert not second.exists()
    assert not vault.key_file_beside(second).exists()


def test_a_new_passphrase_takes_the_place_of_the_old(path: Path, paths: Paths, code: str) -> None:
    before = path.read_bytes()
    opened = vault.open_with_passphrase(path, PASSPHRASE, paths)
    vault.change_secret(opened, OTHER, paths)
    opened.data.close()
    assert path.read_bytes() == before  # nothing is encrypted anew
    assert refusal(lambda: vault.open_with_passphrase(path, PASSPHRASE, paths)) == (
        "passphrase-wrong"
    )
    assert opens(vault.open_with_passphrase(path, OTHER, paths))
    assert opens(vault.open_with_recovery_code(path, code, paths))
    vault.key_file_beside(path).unlink()
    assert opens(vault.open_with_passphrase(path, OTHER, paths))


def test_who_opened_by_the_code_gets_a_new_passphrase(path: Path, paths: Paths, code: str) -> None:
    vault.key_file_beside(path).unlink()
    shutil.rmtree(paths.keys)
    opened = vault.open_with_recovery_code(path, code, paths)
    vault.change_secret(opened, OTHER, paths)
    opened.data.close()
    assert opens(vault.open_with_passphrase(path, OTHER, paths))


def test_a_file_changes_between_passphrase_and_key_store(
    path: Path, paths: Paths, code: str, store: FakeKeyStore
) -> None:
    opened = vault.open_with_passphrase(path, PASSPHRASE, paths)
    vault.change_secret(opened, None, paths)
    opened.data.close()
    assert not vault.needs_passphrase(path, paths)
    opened = vault.open_with_key_store(path, paths)
    vault.change_secret(opened, OTHER, paths)
    opened.data.close()
    assert store.secrets == {}
    assert opens(vault.open_with_passphrase(path, OTHER, paths))


@pytest.mark.parametrize("passphrase", ["short", OTHER])
def test_a_passphrase_that_cannot_be_changed_stays_in_force(
    path: Path, paths: Paths, code: str, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_beside(place: Path, content: bytes) -> None:
        if place.parent == path.parent:
            raise OSError(28, "No space left on device")
        place.write_bytes(content)

    monkeypatch.setattr(vault, "write_whole", fail_beside)
    opened = vault.open_with_passphrase(path, PASSPHRASE, paths)
    assert refusal(lambda: vault.change_secret(opened, passphrase, paths)) in {
        "passphrase-short",
        "folder-unwritable",
    }
    opened.data.close()
    assert opens(vault.open_with_passphrase(path, PASSPHRASE, paths))


def test_the_secret_parts_are_private_and_no_secret_stands_in_them(
    path: Path, paths: Paths, code: str
) -> None:
    opened = vault.open_with_passphrase(path, PASSPHRASE, paths)
    stored_person(opened.data)
    written = [file for folder in (path.parent, paths.settings) for file in folder.rglob("*")]
    modes = {file: stat.S_IMODE(file.stat().st_mode) for file in written if file.is_file()}
    opened.data.close()
    assert len(modes) == 5  # file, its journal, reserve, key file, spare copy
    if os.name == "posix":
        assert set(modes.values()) == {0o600}
    for file in filter(Path.exists, modes):
        content = file.read_bytes()
        assert PASSPHRASE.encode() not in content
        assert code.replace("-", "").encode() not in content.replace(b"-", b"")


def test_no_planted_name_is_in_any_byte_of_any_file(
    path: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(50)
    planted = ["".join(random.choices("bcdfghjklmnpqrstvwxz", k=12)).title() for _ in range(50)]
    opened = vault.create(path, PASSPHRASE, paths)
    programme = stored_programme(opened.data, planted[0])
    for mentor, leader in zip(planted[1::2], planted[2::2], strict=False):
        stored_pair(opened.data, programme, f"{mentor} X", f"{leader} Y")
    stored_person(opened.data, planted[49], about_me=planted[48])
    opened.data.undo()
    in_use = read_all(path.parent, paths, leave_out=path)
    opened.data.close()
    lifted = (*MIGRATIONS, ("ALTER TABLE programme ADD COLUMN colour TEXT",))
    monkeypatch.setattr(DataFile, "open", partial(DataFile.open, migrations=lifted))
    vault.open_with_passphrase(path, PASSPHRASE, paths).data.close()
    assert len(list(paths.backups.iterdir())) == 1
    everything = in_use + read_all(path.parent, paths)
    assert len(everything) > 300_000
    for name in planted:
        for spelt in (name, name.lower(), name.upper()):
            assert spelt.encode() not in everything
            assert spelt.encode("utf-16-le") not in everything


def read_all(folder: Path, paths: Paths, leave_out: Path | None = None) -> bytes:
    """Return every byte in the program's folders. An open data file must not be touched."""
    places = [folder, paths.data, paths.settings]
    found = [file for place in places for file in place.rglob("*") if file.is_file()]
    return b"".join(file.read_bytes() for file in found if file != leave_out)


def test_a_key_file_names_its_data_file(path: Path, paths: Paths, code: str) -> None:
    named = KeyFile.from_json(vault.key_file_beside(path).read_text()).salt_of_file
    assert bytes.fromhex(named) == path.read_bytes()[:16]
    assert files(paths.keys) == {f"{named}.key"}
