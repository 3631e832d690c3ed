"""The page says what was issued, and whether with the wording of now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.services.documents import issued as issued_module
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.model import Column
from revmentor_desktop.ui.documents.page import PAPERS, DocumentsPage
from tests.fakes import FakePrompts
from tests.ui.stage import settle


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the twentieth of January, after two."""
    monkeypatch.setattr(issued_module, "today", lambda: date(2027, 1, 20))
    monkeypatch.setattr(issued_module, "time_of_day", lambda: "14:05")


def said_of_pairs(page: DocumentsPage) -> list[str]:
    model = page.model
    return [model.index(row, Column.AGREEMENT).data() for row in range(model.rowCount())]


def said_of_papers(page: DocumentsPage) -> dict[str, str]:
    model = page.papers.model
    role = Qt.ItemDataRole.ToolTipRole
    return {
        paper.key: model.index(row).data(role)
        for row, paper in enumerate(model.papers)
        if "Not printed" not in model.index(row).data(role)
    }


def test_what_was_printed_says_its_day_and_then_that_the_wording_is_old(
    page: DocumentsPage, context: Context, programme: int, printed: list[object], qtbot: QtBot
) -> None:
    assert said_of_pairs(page) == ["Not made"] * 3
    page.table.look_at(1)
    page.view.print_one.click()
    settle(context.jobs, qtbot)
    assert said_of_pairs(page) == ["Not made", "Printed 20 Jan", "Not made"]
    assert page.table.currentIndex().row() == 1
    choices = AgreementChoices(notice_hours=24)
    context.run("Notice", lambda data: save_section(data, programme, "agreement", choices))
    assert said_of_pairs(page)[1] == "Wording changed since"
    tip = page.model.index(1, Column.AGREEMENT).data(Qt.ItemDataRole.ToolTipRole)
    assert "Printed or saved on Wed 20 Jan 2027 at 14:05 with the old wording" in tip
    context.undo()
    assert said_of_pairs(page)[1] == "Printed 20 Jan"


def test_set_up_papers_say_the_same(
    page: DocumentsPage, context: Context, programme: int, printed: list[object]
) -> None:
    page.show_part(PAPERS)
    assert said_of_papers(page) == {}
    page.papers.list.look_at("sponsor-brief")
    page.papers.print_one.click()
    assert list(said_of_papers(page)) == ["sponsor-brief"]
    assert page.papers.list.current is not None
    assert page.papers.list.current.key == "sponsor-brief"
    sponsor = Sponsor(name="Amara Diallo")
    context.run("Sponsor", lambda data: save_section(data, programme, "sponsor", sponsor))
    assert "with the old wording" in said_of_papers(page)["sponsor-brief"]
    context.undo()
    assert "nothing has changed since" in said_of_papers(page)["sponsor-brief"]


def test_saved_papers_are_issued_too(
    page: DocumentsPage, context: Context, prompts: FakePrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    page.show_part(PAPERS)
    prompts.path = tmp_path / "mine.pdf"
    page.papers.list.look_at("plan")
    page.papers.save_one.click()
    settle(context.jobs, qtbot)
    assert list(said_of_papers(page)) == ["plan"]
    prompts.path = tmp_path / "all"
    page.save_all.click()
    settle(context.jobs, qtbot)
    assert len(said_of_papers(page)) == 9
