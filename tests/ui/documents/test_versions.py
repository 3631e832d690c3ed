"""The earlier versions of an agreement are looked at, saved and printed again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.tracking import mark_papers
from revmentor_desktop.services.documents.versions import versions_of
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.page import DocumentsPage
from revmentor_desktop.ui.documents.versions import dialog as dialog_module
from revmentor_desktop.ui.documents.versions.dialog import VersionsDialog
from tests.fakes import FakePrompts
from tests.ui.stage import settle


def change(context: Context, programme: int, hours: int) -> None:
    choices = AgreementChoices(notice_hours=hours)
    context.run("Notice", lambda data: save_section(data, programme, "agreement", choices))


@pytest.fixture
def changed(
    page: DocumentsPage, context: Context, programme: int, printed: list[object], qtbot: QtBot
) -> DocumentsPage:
    """The page after two versions were printed and the wording changed again."""
    for hours in (24, 72):
        page.view.print_one.click()
        settle(context.jobs, qtbot)
        change(context, programme, hours)
    return page


@pytest.fixture
def dialog(changed: DocumentsPage, context: Context, qtbot: QtBot) -> VersionsDialog:
    """The dialog of the first pair's earlier versions."""
    paper = changed.view.paper
    assert paper is not None
    made = VersionsDialog(context, paper, versions_of(context.data, paper.pair.id), changed)
    qtbot.addWidget(made)
    made.show()
    return made


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_nothing_is_offered_before_there_is_an_earlier_one(
    page: DocumentsPage, context: Context, printed: list[object], qtbot: QtBot
) -> None:
    page.view.print_one.click()
    settle(context.jobs, qtbot)
    assert page.versions.button.isHidden()
    assert "Earlier versions…" not in words(page.menu())


def test_beside_the_preview_and_in_the_menu_of_an_agreement(
    changed: DocumentsPage,
) -> None:
    assert not changed.versions.button.isHidden()
    assert "Earlier versions…" in words(changed.menu())
    changed.view.kinds.buttons[PaperKind.MENTOR_PACK].click()
    assert changed.versions.button.isHidden()
    assert "Earlier versions…" not in words(changed.menu())


def test_the_button_shows_what_is_earlier(
    changed: DocumentsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[list[str]] = []

    def look(dialog: VersionsDialog) -> int:
        shown.append([dialog.which.itemText(row) for row in range(dialog.which.count())])
        return 0

    monkeypatch.setattr(VersionsDialog, "exec", look)
    changed.versions.button.click()
    ((second, first),) = shown
    assert second.startswith("Version 2, since ")
    assert first.startswith("Version 1, ")


def test_each_version_says_what_it_said(dialog: VersionsDialog) -> None:
    assert "24 hours ahead" in " ".join(dialog.preview.text().split())
    dialog.which.setCurrentIndex(1)
    dialog.which.activated.emit(1)
    said = " ".join(dialog.preview.text().split())
    assert "48 hours ahead" in said
    assert "version 1" in said


def test_a_version_says_what_it_changed_and_the_first_says_nothing(dialog: VersionsDialog) -> None:
    assert dialog.about.changed.text().startswith("Changed: Meetings are kept.")
    assert "24 hours ahead" in dialog.about.changed.text()
    assert dialog.about.noted.isHidden()
    dialog.which.setCurrentIndex(1)
    dialog.which.activated.emit(1)
    assert not dialog.about.changed.isVisible()


def test_a_signed_version_says_so_and_the_next_does_not(
    changed: DocumentsPage, context: Context, qtbot: QtBot
) -> None:
    paper = changed.view.paper
    assert paper is not None
    key = paper.pair.id, PaperKind.AGREEMENT
    mark_papers(context.data, [key], Mark.MENTOR_SIGNED, date(2026, 3, 5))
    record_pair_papers(context.data, paper.pair.programme_id, [paper])
    found = versions_of(context.data, paper.pair.id)
    dialog = VersionsDialog(context, paper, found, changed)
    qtbot.addWidget(dialog)
    dialog.show()
    # The newest one earlier than what would be printed now comes first.
    assert dialog.which.currentText().startswith("Version 2, ")
    assert dialog.about.noted.text() == "Signed by the mentor on Thu 5 Mar 2026"
    dialog.which.setCurrentIndex(0)
    dialog.which.activated.emit(0)
    assert dialog.which.currentText().startswith("Version 3, ")
    assert dialog.about.noted.isHidden()


def test_a_version_is_saved_under_a_name_of_its_own(
    dialog: VersionsDialog, prompts: FakePrompts, tmp_path: Path, data: DataFile
) -> None:
    prompts.path = tmp_path / "old.pdf"
    dialog.save_button.click()
    assert (tmp_path / "old.pdf").read_bytes().startswith(b"%PDF")
    assert "Saved as" in dialog.said.text()
    assert dialog._file_name().endswith("agreement RM-0001 version 2.pdf")
    assert [one.number for one in versions_of(data, 1)] == [2, 1]


def test_a_version_is_printed_again(
    dialog: VersionsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[bytes] = []

    def take(content: bytes, *_: object) -> bool:
        sent.append(content)
        return True

    monkeypatch.setattr(dialog_module, "print_pdf", take)
    dialog.print_button.click()
    assert sent == [dialog._pages]
    assert dialog.said.text() == "Sent to the printer: version 2"


def test_what_the_printer_refuses_is_said(
    dialog: VersionsDialog, prompts: FakePrompts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bool:
        raise KnownError("print-failed")

    monkeypatch.setattr(dialog_module, "print_pdf", refuse)
    dialog.print_button.click()
    assert prompts.said == ["print-failed"]
    assert dialog.said.isHidden()
