"""Sheets and large print are chosen once, for what is seen, printed and saved, and kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from pytestqt.qtbot import QtBot

from revmentor_desktop.services.documents.paper_format import LARGE_KEY, SHEET_KEY
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.page import PAPERS, DocumentsPage
from tests.documents.reading_back import pages, reader
from tests.fakes import FakePrompts
from tests.ui.documents.conftest import Asked, shown_page
from tests.ui.stage import settle

LETTER = (612, 792)
A4 = (595, 842)


@pytest.fixture(autouse=True)
def a4(context: Context) -> None:
    """A4 was chosen before, wherever the tests run."""
    context.preferences.set(SHEET_KEY, "a4")


def choose(page: DocumentsPage, key: str) -> None:
    page.choice.sheet.put(key)
    page.choice.sheet.chosen.emit(key)


def sizes(found: Sequence[Path]) -> set[tuple[int, int]]:
    boxes = [reader(path.read_bytes()).pages[0].mediabox for path in found]
    return {(round(box.width), round(box.height)) for box in boxes}


def seen(page: DocumentsPage) -> tuple[int, int]:
    view = page.view.preview if page.view.preview.isVisible() else page.papers.preview
    document = view.document()
    assert document is not None
    size: QSizeF = document.pagePointSize(0)
    return round(size.width()), round(size.height())


def test_the_preview_follows_at_once_in_both_parts(page: DocumentsPage) -> None:
    assert seen(page) == A4
    choose(page, "letter")
    assert seen(page) == LETTER
    page.show_part(PAPERS)
    assert seen(page) == LETTER
    choose(page, "a4")
    assert seen(page) == A4
    page.show_part("pairs")
    assert seen(page) == A4


def test_large_print_has_more_pages(page: DocumentsPage) -> None:
    before = page.view.preview.page_count
    page.choice.large.click()
    assert page.view.preview.page_count > before
    page.choice.large.click()
    assert page.view.preview.page_count == before


def test_black_and_white_is_seen_at_once_and_kept(page: DocumentsPage, context: Context) -> None:
    page.choice.colourless.click()
    assert not page.choice.form.in_colour
    for other in shown_page(context):
        assert other.choice.colourless.isChecked()
    page.choice.colourless.click()
    assert page.choice.form.in_colour


def test_it_is_kept_for_the_next_time(page: DocumentsPage, context: Context) -> None:
    choose(page, "letter")
    page.choice.large.click()
    assert context.preferences.get(SHEET_KEY) == "letter"
    assert context.preferences.get(LARGE_KEY) is True
    for other in shown_page(context):
        assert other.choice.sheet.key == "letter"
        assert other.choice.large.isChecked()
        assert seen(other) == LETTER


def test_what_is_saved_has_that_form(
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    asked: Asked,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    choose(page, "letter")
    prompts.path = tmp_path / "one.pdf"
    page.view.save_one.click()
    settle(context.jobs, qtbot)
    prompts.path = tmp_path / "several"
    page.save_button.click()
    settle(context.jobs, qtbot)
    page.show_part(PAPERS)
    prompts.path = tmp_path / "paper.pdf"
    page.papers.save_one.click()
    settle(context.jobs, qtbot)
    prompts.path = tmp_path / "papers"
    page.save_all.click()
    settle(context.jobs, qtbot)
    found = sorted(tmp_path.rglob("*.pdf"))
    assert len(found) == 1 + 3 * 3 + 1 + 1 + 9
    assert sizes(found) == {LETTER}


def test_what_is_printed_has_that_form(
    page: DocumentsPage, context: Context, printed: list[tuple[bytes, str]], qtbot: QtBot
) -> None:
    choose(page, "letter")
    page.choice.large.click()
    page.view.print_one.click()
    settle(context.jobs, qtbot)
    page.show_part(PAPERS)
    page.papers.print_one.click()
    assert len(printed) == 2
    for content, _ in printed:
        assert len(pages(content)) > 1
        box = reader(content).pages[0].mediabox
        assert (round(box.width), round(box.height)) == LETTER
