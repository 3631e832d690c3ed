"""Saving and printing: what is asked, what is written, what is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents import commands as commands_module
from revmentor_desktop.ui.documents.page import DocumentsPage
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import stored_pair
from tests.documents.reading_back import pages, text
from tests.fakes import FakePrompts
from tests.services.documents.agreements import issued_agreements
from tests.ui.stage import settle


def test_several_are_saved_into_a_folder(
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    notices: list[Notice],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prompts.path = tmp_path / "out"
    page.model.tick([1], False)
    page.save_button.click()
    settle(context.jobs, qtbot)
    assert sorted(path.name for path in prompts.path.iterdir()) == [
        "All papers Front-line voices 2027.pdf",
        "Ann Ŵyn Leader’s pack RM-0003.pdf",
        "David Price Leader’s pack RM-0001.pdf",
        "Idris Bello Mentor’s pack RM-0003.pdf",
        "Idris Bello and Ann Ŵyn agreement RM-0003.pdf",
        "Mei Brown Mentor’s pack RM-0001.pdf",
        "Mei Brown and David Price agreement RM-0001.pdf",
    ]
    assert notices[-1].text == (
        f"Saved in {prompts.path}: 6 papers, and one file with all of them to print"
    )
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert notices[-1].verb == "Open folder"
    assert notices[-1].action is not None
    notices[-1].action()
    assert [Path(url.toLocalFile()) for url in opened] == [prompts.path]


def test_one_is_saved_as_a_file(
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    notices: list[Notice],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    prompts.path = tmp_path / "mine.pdf"
    page.table.look_at(1)
    page.save_one.click()
    settle(context.jobs, qtbot)
    assert "Zofia Adamska and Karl Meyer" in text(prompts.path.read_bytes())
    assert notices[-1].text == f"Saved in {tmp_path}: one paper"


def test_nothing_happens_when_no_place_is_chosen(
    page: DocumentsPage, context: Context, prompts: FakePrompts, notices: list[Notice]
) -> None:
    prompts.path = None
    page.save_button.click()
    page.save_one.click()
    assert not context.jobs.busy
    assert notices == []


@pytest.mark.parametrize("answer", [True, False])
def test_files_are_replaced_only_when_that_is_wanted(
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    tmp_path: Path,
    qtbot: QtBot,
    answer: bool,
) -> None:
    prompts.path, prompts.answer = tmp_path, answer
    older = tmp_path / "Mei Brown and David Price agreement RM-0001.pdf"
    older.write_text("older")
    page.save_button.click()
    settle(context.jobs, qtbot)
    assert prompts.said[-1] == "Replace the files?"
    assert older.name in prompts.sentences[-1]
    assert (older.read_bytes() == b"older") is not answer


def test_a_folder_that_cannot_be_written_is_said(
    page: DocumentsPage, context: Context, prompts: FakePrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("x")
    prompts.path = tmp_path / "file"
    page.save_button.click()
    settle(context.jobs, qtbot)
    assert prompts.said[-1] == "folder-unwritable"


def test_the_ticked_ones_are_printed_as_the_preview_shows_them(
    page: DocumentsPage,
    context: Context,
    printed: list[tuple[bytes, str]],
    notices: list[Notice],
    qtbot: QtBot,
) -> None:
    page.model.tick([0], False)
    page.print_button.click()
    settle(context.jobs, qtbot)
    ((content, title),) = printed
    assert title == "Papers"
    found = pages(content)
    assert len(found) > 2
    assert "Zofia, this is your briefing pack" in found[0]
    assert "Karl, this is your briefing pack" in "".join(found)
    assert "Idris Bello and Ann Ŵyn" in found[-1]
    assert notices[-1].text == "Sent to the printer: 6 papers"


def test_one_is_printed_under_its_own_name(
    page: DocumentsPage, context: Context, printed: list[tuple[bytes, str]], qtbot: QtBot
) -> None:
    page.print_one.click()
    settle(context.jobs, qtbot)
    assert printed[0][1] == "Mei Brown and David Price agreement RM-0001"
    assert len(pages(printed[0][0])) == 1


@pytest.mark.parametrize("is_printed", [True, False])
def test_what_went_to_the_printer_is_recorded_and_what_did_not_is_not(
    page: DocumentsPage,
    context: Context,
    programme: int,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    is_printed: bool,
) -> None:
    monkeypatch.setattr(commands_module, "print_pdf", lambda *_: is_printed)
    before = context.data.undo_words
    page.print_one.click()
    settle(context.jobs, qtbot)
    assert list(issued_agreements(context.data, programme)) == [1] * is_printed
    assert context.data.undo_words == before


@pytest.mark.parametrize("answer", [True, False])
def test_what_cannot_be_printed_is_named_before_printing(
    page: DocumentsPage,
    data: DataFile,
    context: Context,
    programme: int,
    prompts: FakePrompts,
    printed: list[tuple[bytes, str]],
    qtbot: QtBot,
    answer: bool,
) -> None:
    stored_pair(data, programme, "李 Chen", "Rob Clarke")
    context.announce(frozenset({"pair"}))
    prompts.answer = answer
    page.print_button.click()
    settle(context.jobs, qtbot)
    assert prompts.said == ["Some characters cannot be printed"]
    assert "李 Chen – Rob Clarke: 李 (U+674E)" in prompts.sentences[0]
    assert bool(printed) is answer


def test_a_long_list_of_names_is_cut_and_counted(
    page: DocumentsPage,
    data: DataFile,
    context: Context,
    programme: int,
    prompts: FakePrompts,
    printed: list[tuple[bytes, str]],
) -> None:
    for number in range(9):
        stored_pair(data, programme, f"李 {number}", f"Rob {number}")
    context.announce(frozenset({"pair"}))
    prompts.answer = False
    page.print_button.click()
    assert prompts.sentences[0].count("U+674E") == 6
    assert prompts.sentences[0].endswith("… and 3 more")
