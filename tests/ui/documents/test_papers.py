"""The set-up papers are a part of the Documents page, seen, saved and printed as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.services.setup.writing import save_plan
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.page import PAPERS, DocumentsPage
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import stored_programme
from tests.documents.reading_back import text
from tests.documents.setup_example import DETAILS_OF_IT, PLAN
from tests.fakes import FakePrompts
from tests.services.documents.worded import word
from tests.ui.documents.conftest import shown_page
from tests.ui.stage import settle


@pytest.fixture
def programme(data: DataFile, context: Context) -> int:
    """A programme with a whole plan and no pair, that the context looks at."""
    made = stored_programme(data, DETAILS_OF_IT.name)
    save_plan(data, made, DETAILS_OF_IT, PLAN)
    context.choose_programme(made)
    return made


@pytest.fixture
def page(context: Context, programme: int) -> Iterator[DocumentsPage]:
    """The page of that programme with its set-up papers in front."""
    for made in shown_page(context):
        made.show_part(PAPERS)
        yield made


def shown_text(page: DocumentsPage) -> str:
    return " ".join(page.papers.preview.text().split())


def test_the_parts_are_switched_at_the_top(context: Context, programme: int) -> None:
    for page in shown_page(context):
        assert page.parts.answer == "pairs"
        assert not page.papers.isVisible()
        assert page.print_button.isVisible()
        assert page.go_pairing.isVisible()
        QTest.mouseClick(page.parts.buttons["papers"], Qt.MouseButton.LeftButton)
        assert page.papers.isVisible()
        assert page.save_all.isVisible()
        assert not page.print_button.isVisible()
        QTest.mouseClick(page.parts.buttons["papers"], Qt.MouseButton.LeftButton)
        assert page.parts.answer == "papers"
        assert page.papers.isVisible()


def test_the_first_paper_is_seen_at_once(page: DocumentsPage) -> None:
    assert page.papers.model.rowCount() == 9
    assert "What is reverse mentoring?" in shown_text(page)
    assert page.papers.preview.accessibleName() == "Explainer"


def test_all_of_it_is_reached_by_keyboard(page: DocumentsPage, context: Context) -> None:
    page.parts.take_focus()
    papers, one = page.papers, QApplication.focusWidget()
    stops = [one]
    for _ in range(7):
        assert one is not None
        QTest.keyClick(one, Qt.Key.Key_Tab)
        one = QApplication.focusWidget()
        stops.append(one)
    for wanted in (papers.list, papers.preview, papers.save_one, papers.print_one):
        assert wanted in stops
    papers.list.setFocus()
    QTest.keyClick(papers.list, Qt.Key.Key_Down)
    assert "IMPLEMENTATION PLAN" in shown_text(page)
    QTest.keyClick(papers.list, Qt.Key.Key_End)
    assert "A draft that needs your own advice." in shown_text(page)


def test_a_change_of_the_plan_shows_at_once_on_the_same_paper(
    page: DocumentsPage, context: Context, programme: int
) -> None:
    page.papers.list.look_at("sponsor-brief")
    assert "Amara Diallo" in shown_text(page)
    plan = replace(PLAN, sponsor=Sponsor(name="Jo Bell"))
    context.run("Sponsor", lambda data: save_plan(data, programme, DETAILS_OF_IT, plan))
    assert "for Jo Bell" in shown_text(page)
    context.undo()
    assert "Amara Diallo" in shown_text(page)


def test_one_is_saved_as_a_file(
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    notices: list[Notice],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    prompts.path = tmp_path / "mine.pdf"
    page.papers.list.look_at("plan")
    page.papers.save_one.click()
    settle(context.jobs, qtbot)
    assert "Leaders know daily work" in text(prompts.path.read_bytes())
    assert notices[-1].text == f"Saved in {tmp_path}: one paper"


def test_all_are_saved_into_a_folder_over_older_ones_only_when_wanted(
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    notices: list[Notice],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    folder = tmp_path / "papers"
    prompts.path = folder
    page.save_all.click()
    settle(context.jobs, qtbot)
    assert len(list(folder.iterdir())) == 9
    assert notices[-1].text == f"Saved in {folder}: 9 papers"
    older = folder / "Reading list Front-line voices 2027.pdf"
    older.write_text("older")
    prompts.answer = False
    page.save_all.click()
    settle(context.jobs, qtbot)
    assert prompts.said[-1] == "Replace the files?"
    assert older.read_text() == "older"


def test_the_menu_leads_to_the_wording(page: DocumentsPage) -> None:
    page.papers.list.look_at("call-leader")
    page.papers.menu().actions()[-1].trigger()
    assert page.wording.isVisible()
    assert page.wording.which.currentText() == "Call for leaders"


@pytest.mark.parametrize("goes_on", [True, False])
def test_before_one_leaves_its_wording_is_looked_over(
    page: DocumentsPage,
    context: Context,
    programme: int,
    prompts: FakePrompts,
    printed: list[tuple[bytes, str]],
    goes_on: bool,
) -> None:
    context.run(
        "Word it",
        lambda data: word(data, programme, "explainer", "promise", body="Dear {nobody}"),
    )
    page.papers.list.look_at("plan")
    page.papers.print_one.click()
    assert prompts.said == []
    prompts.answer = goes_on
    page.papers.list.look_at("explainer")
    page.papers.print_one.click()
    assert prompts.said == ["Look at the wording first?"]
    assert "“What you can count on”: There is no placeholder {nobody}." in prompts.sentences[0]
    assert len(printed) == (2 if goes_on else 1)
    assert page.wording.isVisible() is not goes_on
    prompts.said.clear()
    page.save_all.click()
    assert prompts.said[0] == "Look at the wording first?"


def test_one_is_printed_under_its_own_name(
    page: DocumentsPage, printed: list[tuple[bytes, str]], notices: list[Notice]
) -> None:
    page.papers.list.look_at("call-leader")
    page.papers.print_one.click()
    ((content, title),) = printed
    assert title == "Call for leaders Front-line voices 2027"
    assert "Learn what no report tells you" in text(content)
    assert notices[-1].text == "Sent to the printer: Call for leaders"


@pytest.mark.parametrize("answer", [True, False])
def test_characters_without_a_font_are_named_before_printing(
    page: DocumentsPage,
    context: Context,
    programme: int,
    prompts: FakePrompts,
    printed: list[tuple[bytes, str]],
    answer: bool,
) -> None:
    plan = replace(PLAN, sponsor=Sponsor(name="李 Wei"))
    context.run("Sponsor", lambda data: save_plan(data, programme, DETAILS_OF_IT, plan))
    index = page.papers.model.index(2)
    assert "Cannot print 李" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    page.papers.list.look_at("sponsor-brief")
    prompts.answer = answer
    page.papers.print_one.click()
    assert prompts.said[-1] == "Some characters cannot be printed"
    assert "Sponsor’s brief: 李 (U+674E)" in prompts.sentences[-1]
    assert bool(printed) is answer
    page.papers.list.look_at("explainer")
    before = len(prompts.said)
    page.papers.print_one.click()
    assert len(prompts.said) == before


def test_the_menu_of_a_paper_opens_by_keyboard(page: DocumentsPage) -> None:
    page.papers.list.menu_asked.disconnect()
    asked = QSignalSpy(page.papers.list.menu_asked)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(page.papers.list.viewport(), event)
    assert asked.count() == 1
    names = [action.text() for action in page.papers.menu().actions()]
    assert names == ["Save this one as PDF…", "Print this one…", "Edit wording…"]


def test_without_a_programme_there_is_nothing_to_switch(context: Context) -> None:
    for page in shown_page(context):
        assert not page.parts.isVisible()
        page.show_part(PAPERS)
        assert not page.papers.isVisible()
        assert not page.save_all.isVisible()


def test_search_goes_to_the_pairs(page: DocumentsPage) -> None:
    page.go_to_search()
    assert page.parts.answer == "pairs"
