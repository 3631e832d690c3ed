"""Saving and printing: what is asked, what is written, what is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.domain.pair_papers import LABELS, SIGN_OFF, PaperKind
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.paper_run import Filing
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents import commands as commands_module
from revmentor_desktop.ui.documents.page import DocumentsPage
from revmentor_desktop.ui.documents.printing.run_dialog import RunDialog
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import stored_pair
from tests.documents.reading_back import pages, text
from tests.fakes import FakePrompts
from tests.services.documents.agreements import issued_agreements
from tests.ui.documents.conftest import NAMES, Asked
from tests.ui.stage import settle


def test_several_are_saved_into_a_folder(
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    asked: Asked,
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
        "Ann Ŵyn leader’s pack RM-0003.pdf",
        "David Price leader’s pack RM-0001.pdf",
        "Idris Bello and Ann Ŵyn agreement RM-0003.pdf",
        "Idris Bello mentor’s pack RM-0003.pdf",
        "Mei Brown and David Price agreement RM-0001.pdf",
        "Mei Brown mentor’s pack RM-0001.pdf",
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
    page.view.save_one.click()
    settle(context.jobs, qtbot)
    assert "Zofia Adamska and Karl Meyer" in text(prompts.path.read_bytes())
    assert notices[-1].text == f"Saved in {tmp_path}: one paper"


def test_nothing_happens_when_no_place_is_chosen(
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    asked: Asked,
    notices: list[Notice],
    qtbot: QtBot,
) -> None:
    prompts.path = None
    for asked.filing in Filing:
        page.save_button.click()
        settle(context.jobs, qtbot)
    page.view.save_one.click()
    assert not context.jobs.busy
    assert notices == []


@pytest.mark.parametrize("answer", [True, False])
def test_files_are_replaced_only_when_that_is_wanted(
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    asked: Asked,
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
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    asked: Asked,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    (tmp_path / "file").write_text("x")
    prompts.path = tmp_path / "file"
    page.save_button.click()
    settle(context.jobs, qtbot)
    assert prompts.said[-1] == "folder-unwritable"


def test_the_ticked_ones_are_printed_as_they_were_looked_at(
    page: DocumentsPage,
    context: Context,
    asked: Asked,
    printed: list[tuple[bytes, str]],
    notices: list[Notice],
    qtbot: QtBot,
) -> None:
    page.model.tick([0], False)
    asked.is_duplex = True
    page.print_button.click()
    settle(context.jobs, qtbot)
    ((content, title),) = printed
    assert title == "All papers Front-line voices 2027"
    found = pages(content)
    assert "Zofia, this is your briefing pack" in found[0]
    assert "Karl, this is your briefing pack" in "".join(found)
    assert "Idris Bello and Ann Ŵyn" in found[-1]
    assert found[-1] == found[-3]
    assert found[-2].strip() == ""
    (look,) = asked.looks
    assert look.preview.page_count == len(found)
    assert f"Sheets of paper: {(len(found) + 1) // 2}, printed on both" in look.text.text()
    assert notices[-1].text == "Sent to the printer: 6 papers"


def test_the_form_that_is_chosen_while_printing_is_seen_on_the_page(
    page: DocumentsPage, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = page.view.preview.page_count

    def enlarge(dialog: RunDialog) -> int:
        dialog.choice.large.click()
        return int(dialog.DialogCode.Rejected)

    monkeypatch.setattr(RunDialog, "exec", enlarge)
    page.print_button.click()
    settle(context.jobs, qtbot)
    assert page.choice.large.isChecked()
    assert page.view.preview.page_count > before


def test_what_was_only_looked_at_is_not_printed(
    page: DocumentsPage,
    context: Context,
    asked: Asked,
    programme: int,
    printed: list[tuple[bytes, str]],
    qtbot: QtBot,
) -> None:
    asked.may_print = False
    page.print_button.click()
    settle(context.jobs, qtbot)
    assert asked.looks
    assert not printed
    assert not issued_agreements(context.data, programme)


def test_each_person_gets_a_file(
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    asked: Asked,
    notices: list[Notice],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    prompts.path, asked.filing = tmp_path / "out", Filing.EACH_PERSON
    page.save_button.click()
    settle(context.jobs, qtbot)
    assert notices[-1].text == f"Saved in {prompts.path}: 7 files"
    assert "Mei Brown, Mentor RM-0001.pdf" in {path.name for path in prompts.path.iterdir()}


def test_what_could_not_be_made_is_named(
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    asked: Asked,
    notices: list[Notice],
    printed: list[tuple[bytes, str]],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = PairPaper.sheets

    def sheets(paper: PairPaper, role: Role | None = None) -> list[Sheet]:
        if paper.pair.id == 1 and paper.kind is PaperKind.AGREEMENT:
            raise ZeroDivisionError
        return usual(paper, role)

    monkeypatch.setattr(PairPaper, "sheets", sheets)
    prompts.path, asked.filing = tmp_path / "all.pdf", Filing.ONE_FILE
    page.save_button.click()
    settle(context.jobs, qtbot)
    assert notices[-1].text == f"Saved in {tmp_path}: 8 papers"
    assert prompts.said[-1] == "Some papers could not be made"
    assert "Mei Brown – David Price: Mentoring agreement" in prompts.sentences[-1]
    page.print_button.click()
    settle(context.jobs, qtbot)
    assert "Mei Brown – David Price: Mentoring agreement" in asked.looks[0].problem
    assert notices[-1].text == "Sent to the printer: 8 papers"


def test_labels_are_printed_after_the_papers_on_sheets_of_their_own(
    page: DocumentsPage,
    context: Context,
    data: DataFile,
    asked: Asked,
    printed: list[tuple[bytes, str]],
    notices: list[Notice],
    qtbot: QtBot,
) -> None:
    asked.also, asked.is_duplex = (SIGN_OFF, LABELS), True
    page.print_button.click()
    settle(context.jobs, qtbot)
    assert [title for _, title in printed] == [
        "All papers Front-line voices 2027",
        "Address labels Front-line voices 2027",
    ]
    papers, labels = (content for content, _ in printed)
    assert "Who was briefed" in pages(papers)[0]
    assert "Mei, this is your briefing pack" in "".join(pages(papers)[1:5])
    (said,) = pages(labels)
    assert all(name in said for both in NAMES for name in both)
    assert "Sheets of labels: 1, with 3 × 7 labels" in asked.looks[1].text.text()
    assert [one.text for one in notices] == [
        "Sent to the printer: 10 papers",
        "Sent to the printer: one paper",
    ]
    rows = data.rows("SELECT kind FROM issued_paper WHERE pair_id IS NULL ORDER BY id")
    assert [row["kind"] for row in rows] == [SIGN_OFF, LABELS]


def test_where_the_papers_are_not_printed_the_labels_are_not_either(
    page: DocumentsPage,
    context: Context,
    data: DataFile,
    asked: Asked,
    printed: list[tuple[bytes, str]],
    qtbot: QtBot,
) -> None:
    asked.also, asked.may_print = (LABELS,), False
    page.print_button.click()
    settle(context.jobs, qtbot)
    assert len(asked.looks) == 1
    assert not printed
    assert data.rows("SELECT * FROM issued_paper") == []


def test_papers_in_one_file_and_labels_go_into_a_folder(
    page: DocumentsPage,
    context: Context,
    data: DataFile,
    prompts: FakePrompts,
    asked: Asked,
    notices: list[Notice],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    prompts.path, asked.filing, asked.also = tmp_path / "out", Filing.ONE_FILE, (SIGN_OFF, LABELS)
    page.save_button.click()
    settle(context.jobs, qtbot)
    assert sorted(path.name for path in prompts.path.iterdir()) == [
        "Address labels Front-line voices 2027.pdf",
        "All papers Front-line voices 2027.pdf",
    ]
    assert notices[-1].text == f"Saved in {prompts.path}: 2 files"
    rows = data.rows("SELECT kind FROM issued_paper WHERE pair_id IS NULL ORDER BY id")
    assert [row["kind"] for row in rows] == [SIGN_OFF, LABELS]


def test_only_the_list_is_saved_under_its_own_name(
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    tmp_path: Path,
    qtbot: QtBot,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answer(dialog: RunDialog) -> int:
        for kind, box in dialog.what.boxes.items():
            box.setChecked(kind == SIGN_OFF)
        dialog.verbs[dialog.wish].click()
        return dialog.result()

    monkeypatch.setattr(RunDialog, "exec", answer)
    prompts.path = tmp_path / "list.pdf"
    page.save_button.click()
    settle(context.jobs, qtbot)
    assert "Mei Brown" in text(prompts.path.read_bytes())
    assert notices[-1].text == f"Saved in {tmp_path}: one paper"


def test_one_is_printed_under_its_own_name(
    page: DocumentsPage, context: Context, printed: list[tuple[bytes, str]], qtbot: QtBot
) -> None:
    page.view.print_one.click()
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
    def send(*given: Any, **_: bool) -> None:
        if is_printed:
            given[4]()

    monkeypatch.setattr(commands_module, "print_stepwise", send)
    before = context.data.undo_words
    page.view.print_one.click()
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
    asked: Asked,
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
    asked: Asked,
    qtbot: QtBot,
) -> None:
    for number in range(9):
        stored_pair(data, programme, f"李 {number}", f"Rob {number}")
    context.announce(frozenset({"pair"}))
    prompts.answer = False
    page.print_button.click()
    settle(context.jobs, qtbot)
    assert prompts.sentences[0].count("U+674E") == 6
    assert prompts.sentences[0].endswith("… and 3 more")
