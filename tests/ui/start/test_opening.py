from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from revmentor_desktop.services import vault
from revmentor_desktop.services.programmes.reading import organisation
from revmentor_desktop.storage import key_store
from revmentor_desktop.ui.home.page import HomePage
from revmentor_desktop.ui.single_instance import Claims
from revmentor_desktop.ui.start.pages import (
    NewFilePage,
    NewSecretPage,
    ProblemPage,
    RecoverPage,
    UnlockPage,
)
from revmentor_desktop.ui.start.recovery import RecoveryPage
from tests.documents.reading_back import text
from tests.ui.stage import PASSPHRASE, Stage


def type_twice(page: NewFilePage | NewSecretPage, first: str, second: str) -> None:
    QTest.keyClicks(page.secret.first, first)
    QTest.keyClicks(page.secret.second, second)


def test_the_first_start_leads_to_a_data_file_and_its_recovery_sheet(stage: Stage) -> None:
    stage.begin(None)
    page = stage.page
    assert isinstance(page, NewFilePage)
    QTest.keyClicks(page.organisation, "Northgate & Sons")
    type_twice(page, PASSPHRASE, PASSPHRASE)
    stage.press(page.make)
    sheet = stage.page
    assert isinstance(sheet, RecoveryPage)
    stage.press(sheet.go_on)
    assert isinstance(stage.page, HomePage)
    assert organisation(stage.context.data) == "Northgate & Sons"
    assert stage.context.data.path == stage.paths.default_data_file
    assert stage.preferences.recent_files == [stage.paths.default_data_file]


def test_the_recovery_sheet_is_saved_as_a_pdf(stage: Stage, tmp_path: Path) -> None:
    stage.begin(None)
    page = stage.page
    assert isinstance(page, NewFilePage)
    QTest.keyClicks(page.organisation, "Northgate & Sons")
    type_twice(page, PASSPHRASE, PASSPHRASE)
    stage.press(page.make)
    sheet = stage.page
    assert isinstance(sheet, RecoveryPage)
    stage.prompts.path = tmp_path / "sheet.pdf"
    stage.press(sheet.code.save)
    assert "Northgate & Sons" in text((tmp_path / "sheet.pdf").read_bytes())
    stage.prompts.path = tmp_path / ("x" * 300) / "sheet.pdf"
    stage.press(sheet.code.save)
    assert stage.prompts.said[-1] == "folder-unwritable"


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [("short", "short", "at least 8"), (PASSPHRASE, "three unlikely", "not the same")],
)
def test_what_is_wrong_with_a_passphrase_is_said_beside_its_field(
    stage: Stage, first: str, second: str, said: str
) -> None:
    stage.begin(None)
    page = stage.page
    assert isinstance(page, NewFilePage)
    type_twice(page, first, second)
    stage.press(page.make)
    assert stage.page is page
    assert said in page.secret.problem
    assert page.secret.first.text() == first
    assert not stage.paths.default_data_file.exists()


def test_enter_unlocks_and_a_wrong_passphrase_is_told_beside_the_field(stage: Stage) -> None:
    stage.begin(stage.made_file())
    page = stage.page
    assert isinstance(page, UnlockPage)
    QTest.keyClicks(page.passphrase.entry, "wrong one")
    QTest.keyClick(page.passphrase.entry, Qt.Key.Key_Return)
    stage.settle()
    assert stage.page is page
    assert "does not open the file" in page.refusal
    page.passphrase.entry.clear()
    QTest.keyClicks(page.passphrase.entry, PASSPHRASE)
    QTest.keyClick(page.passphrase.entry, Qt.Key.Key_Return)
    stage.settle()
    assert isinstance(stage.page, HomePage)


def test_a_lost_passphrase_is_replaced_by_way_of_the_recovery_code(stage: Stage) -> None:
    path = stage.paths.data / "Programmes.revmentor"
    opened = vault.create(path, PASSPHRASE, stage.paths)
    code = opened.recovery_code
    opened.data.close()
    stage.begin(path)
    assert isinstance(stage.page, UnlockPage)
    stage.page.lost.emit()
    page = stage.page
    assert isinstance(page, RecoverPage)
    page.code.setText(code[:-1] + ("0" if code[-1] != "0" else "1"))
    stage.press(page.open)
    assert "slip" in page.refusal
    page.code.setText(code.lower().replace("-", " "))
    stage.press(page.open)
    new = stage.page
    assert isinstance(new, NewSecretPage)
    type_twice(new, "four other unlikely words", "four other unlikely words")
    stage.press(new.go_on)
    assert isinstance(stage.page, HomePage)
    stage.shell.detach()
    vault.open_with_passphrase(path, "four other unlikely words", stage.paths).data.close()


def test_the_focus_is_where_one_goes_on(stage: Stage) -> None:
    stage.activate()
    stage.begin(None)
    page = stage.page
    assert isinstance(page, NewFilePage)
    assert page.organisation.hasFocus()
    stage.begin(stage.made_file())
    unlock = stage.page
    assert isinstance(unlock, UnlockPage)
    assert unlock.passphrase.entry.hasFocus()
    stage.begin(stage.paths.data / "gone.revmentor")
    problem = stage.page
    assert isinstance(problem, ProblemPage)
    assert problem.retry.hasFocus()


def test_closing_the_window_half_way_closes_the_file(stage: Stage) -> None:
    stage.begin(None)
    page = stage.page
    assert isinstance(page, NewFilePage)
    type_twice(page, PASSPHRASE, PASSPHRASE)
    stage.press(page.make)
    stage.window.close()
    path = stage.paths.default_data_file
    vault.open_with_passphrase(path, PASSPHRASE, stage.paths).data.close()


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))


def foreign(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(4096))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def keyless(path: Path) -> None:
    for key_file in (path.with_name(path.name + ".key"), *path.parents[1].rglob("*.key")):
        key_file.unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (moved, "file-missing"),
        (foreign, "file-not-ours"),
        (empty, "file-not-ours"),
        (keyless, "key-file-missing"),
    ],
)
def test_what_stands_in_the_way_is_said_with_what_to_do(
    stage: Stage, harm: object, code: str
) -> None:
    path = stage.made_file()
    assert callable(harm)
    harm(path)
    stage.begin(path)
    page = stage.page
    assert isinstance(page, ProblemPage)
    assert page.code == code
    assert page.use_code.isVisible() == code.startswith("key-")


def test_a_damaged_file_is_told_from_a_wrong_passphrase(stage: Stage) -> None:
    path = stage.made_file()
    content = bytearray(path.read_bytes())
    content[5000] ^= 1
    path.write_bytes(content)
    stage.begin(path)
    page = stage.page
    assert isinstance(page, UnlockPage)
    QTest.keyClicks(page.passphrase.entry, PASSPHRASE)
    stage.press(page.open)
    problem = stage.page
    assert isinstance(problem, ProblemPage)
    assert problem.code == "file-damaged"


def test_a_file_open_elsewhere_is_said_to_be(stage: Stage) -> None:
    path = stage.made_file()
    other = Claims(stage.paths.data / "run")
    other.take(path)
    stage.begin(path)
    page = stage.page
    assert isinstance(page, ProblemPage)
    assert page.code == "file-in-use"
    other.release()
    stage.press(page.retry)
    assert isinstance(stage.page, UnlockPage)


def test_a_file_with_its_key_in_the_key_store_opens_by_itself(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[str, bytes] = {}
    monkeypatch.setattr(key_store, "usable", lambda: True)
    monkeypatch.setattr(key_store, "keep", kept.__setitem__)
    monkeypatch.setattr(key_store, "find", kept.get)
    stage.begin(None)
    page = stage.page
    assert isinstance(page, NewFilePage)
    page.secret.with_key_store.setChecked(True)
    assert not page.secret.first.isVisible()
    stage.press(page.make)
    sheet = stage.page
    assert isinstance(sheet, RecoveryPage)
    stage.press(sheet.go_on)
    stage.shell.detach()
    stage.begin(stage.paths.default_data_file)
    assert isinstance(stage.page, HomePage)
    stage.shell.detach()
    kept.clear()
    stage.begin(stage.paths.default_data_file)
    problem = stage.page
    assert isinstance(problem, ProblemPage)
    assert problem.code == "key-not-in-store"
    stage.press(problem.use_code)
    assert isinstance(stage.page, RecoverPage)


def test_another_file_is_opened_from_the_menu_and_the_first_one_closed(stage: Stage) -> None:
    stage.open_file()
    first = stage.context.data.path
    other = stage.made_file("Another")
    stage.prompts.path = other
    stage.do("open-file")
    page = stage.page
    assert isinstance(page, UnlockPage)
    QTest.keyClicks(page.passphrase.entry, PASSPHRASE)
    stage.press(page.open)
    assert stage.context.data.path == other
    vault.open_with_passphrase(first, PASSPHRASE, stage.paths).data.close()


def test_a_new_file_never_takes_the_place_of_another(stage: Stage) -> None:
    stage.open_file()
    stage.do("new-file")
    page = stage.page
    assert isinstance(page, NewFilePage)
    type_twice(page, PASSPHRASE, PASSPHRASE)
    stage.press(page.make)
    assert isinstance(stage.page, RecoveryPage)
    assert (stage.paths.data / "Programmes 2.revmentor").exists()
