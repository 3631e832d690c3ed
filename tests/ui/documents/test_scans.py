"""The scan of a signed agreement is attached, opened and removed beside its preview."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.services.documents.scans import content_of, scans_of
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.page import DocumentsPage
from revmentor_desktop.ui.documents.scans.dialog import AttachDialog
from revmentor_desktop.ui.private_files import PrivateFiles
from tests.fakes import FakeLinks, FakePrompts
from tests.services.documents.scans import JPG, PDF


@pytest.fixture(autouse=True)
def links(context: Context, tmp_path: Path) -> FakeLinks:
    """Nothing is opened; private files stand in a folder of the test."""
    context.links = FakeLinks()
    context.private_files = PrivateFiles(tmp_path / "private")
    return context.links


@pytest.fixture
def scan(tmp_path: Path, prompts: FakePrompts) -> Path:
    """The file that is chosen."""
    path = tmp_path / "IMG_0042.pdf"
    path.write_bytes(PDF)
    prompts.path = path
    return path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[AttachDialog]:
    """The dialogs that were shown, each accepted as it stood."""
    shown: list[AttachDialog] = []

    def accept(dialog: AttachDialog) -> int:
        shown.append(dialog)
        return int(AttachDialog.DialogCode.Accepted)

    monkeypatch.setattr(AttachDialog, "exec", accept)
    return shown


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if "scan" in action.text()]


def choose(menu: QMenu, begins: str) -> None:
    (action,) = [one for one in menu.actions() if one.text().startswith(begins)]
    action.trigger()


def test_only_agreements_have_scans(page: DocumentsPage) -> None:
    assert page.scans.button.text() == "Scan…"
    assert words(page.menu()) == ["Attach the signed scan…"]
    page.view.kinds.buttons[PaperKind.MENTOR_PACK].click()
    assert page.scans.button.isHidden()
    assert words(page.menu()) == []


def test_a_scan_is_attached_and_the_paper_is_back(
    page: DocumentsPage, context: Context, data: DataFile, scan: Path, asked: list[AttachDialog]
) -> None:
    page.scans.button.click()
    (dialog,) = asked
    assert dialog.back.isChecked()
    assert "Mei Brown and David Price" in dialog.text.text()
    (kept,) = scans_of(data, 1)
    assert content_of(data, kept) == PDF
    assert page.scans.button.text() == "Scan (1)…"
    row = page.table.current
    assert row is not None
    assert Mark.BACK in row.marks[PaperKind.AGREEMENT]
    context.undo()
    assert scans_of(data, 1) == []
    assert page.scans.button.text() == "Scan…"


def test_what_is_back_already_is_not_asked_again(
    page: DocumentsPage, scan: Path, asked: list[AttachDialog]
) -> None:
    page.scans.attach()
    page.scans.attach()
    assert asked[1].back.isHidden()
    assert not asked[1].is_back
    assert len(words(page.scans.menu())) == 5


def test_a_scan_is_opened_from_a_private_file(
    page: DocumentsPage,
    context: Context,
    tmp_path: Path,
    scan: Path,
    asked: list[AttachDialog],
    links: FakeLinks,
) -> None:
    page.scans.attach()
    choose(page.scans.menu(), "Open scan 1 (")
    (path,) = links.paths
    assert path.read_bytes() == PDF
    assert path.name == "Mei Brown and David Price signed agreement RM-0001.pdf"
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o700
    context.private_files.close()
    assert not path.exists()


def test_where_no_program_opens_it_that_is_said(
    page: DocumentsPage,
    scan: Path,
    asked: list[AttachDialog],
    links: FakeLinks,
    prompts: FakePrompts,
) -> None:
    scan.write_bytes(JPG)
    page.scans.attach()
    links.answers = False
    choose(page.menu(), "Open scan 1 (")
    assert prompts.said[-1] == "No program opened it"
    assert prompts.sentences[-1] == "Your computer has no program for JPG files."


def test_a_scan_is_removed_and_comes_back_by_undo(
    page: DocumentsPage, context: Context, data: DataFile, scan: Path, asked: list[AttachDialog]
) -> None:
    page.scans.attach()
    choose(page.scans.menu(), "Remove scan 1 (")
    assert scans_of(data, 1) == []
    assert data.undo_words == "Remove a scan"
    context.undo()
    assert content_of(data, *scans_of(data, 1)) == PDF


def test_a_wrong_file_is_refused_and_nothing_is_asked(
    page: DocumentsPage,
    data: DataFile,
    scan: Path,
    asked: list[AttachDialog],
    prompts: FakePrompts,
) -> None:
    scan.write_bytes(b"Dear David")
    page.scans.attach()
    assert prompts.said[-1] == "scan-of-no-kind"
    assert "IMG_0042.pdf" in prompts.sentences[-1]
    assert asked == []
    assert scans_of(data, 1) == []


def test_cancel_attaches_nothing(
    page: DocumentsPage,
    data: DataFile,
    scan: Path,
    prompts: FakePrompts,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(AttachDialog, "exec", lambda _: 0)
    page.scans.attach()
    prompts.path = None
    page.scans.attach()
    assert scans_of(data, 1) == []
