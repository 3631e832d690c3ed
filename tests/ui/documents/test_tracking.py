"""What becomes of papers is noted on the page: for one, for many, by reference."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.services.documents.pair_rows import TRACKED
from revmentor_desktop.services.documents.tracking import mark_papers, marks
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.model import Column
from revmentor_desktop.ui.documents.no_pairs import NoneShown
from revmentor_desktop.ui.documents.page import DocumentsPage
from revmentor_desktop.ui.documents.tracking.back_dialog import BackDialog
from revmentor_desktop.ui.documents.tracking.mark_dialog import MarkDialog
from tests.builders import change_programme, move_milestone

DAY = date(2026, 1, 9)
PACK, AGREEMENT = PaperKind.MENTOR_PACK, PaperKind.AGREEMENT


def said(page: DocumentsPage, column: Column) -> list[str]:
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


@pytest.fixture
def handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is asked says: handed out on the ninth of January."""

    def answer(dialog: MarkDialog) -> int:
        dialog.mark.put(Mark.HANDED_OUT)
        dialog.day.set_value(DAY)
        dialog.note.click()
        return dialog.result()

    monkeypatch.setattr(MarkDialog, "exec", answer)


@pytest.mark.usefixtures("handed_out")
def test_many_are_noted_at_once_and_that_is_one_step(page: DocumentsPage, context: Context) -> None:
    page.model.tick([1], False)
    page.note_button.click()
    assert said(page, Column.MENTOR_PACK) == ["Given 9 Jan", "Not made", "Given 9 Jan"]
    assert said(page, Column.LEADER_PACK) == ["Given 9 Jan", "Not made", "Given 9 Jan"]
    assert said(page, Column.AGREEMENT) == ["Not made"] * 3
    context.undo()
    assert said(page, Column.MENTOR_PACK) == ["Not made"] * 3


@pytest.mark.usefixtures("handed_out")
def test_the_filter_leaves_what_waits(page: DocumentsPage, context: Context) -> None:
    page.note_button.click()
    page.pairs.only_missing.click()
    assert page.model.rowCount() == 3
    page.table.look_at(0)
    page.table.setCurrentIndex(page.model.index(0, Column.AGREEMENT))
    back = next(one for one in page.menu().actions() if one.text() == "Back and filed")
    back.trigger()
    assert said(page, Column.REFERENCE) == ["RM-0002", "RM-0003"]
    rest = [(row.pair.id, PaperKind.AGREEMENT) for row in page.model.everything]
    context.run("Back", lambda data: mark_papers(data, rest, Mark.BACK, DAY))
    none = page.pairs.findChild(NoneShown)
    assert none is not None
    assert none.isVisible()
    assert none.title.text() == "Nothing is missing"
    page.pairs.only_missing.click()
    assert page.model.rowCount() == 3
    assert page.table.isVisible()


def test_the_menu_of_a_paper_notes_and_takes_back(
    page: DocumentsPage, context: Context, programme: int
) -> None:
    page.table.setCurrentIndex(page.model.index(2, Column.LEADER_PACK))
    words = [one.text() for one in page.menu().actions() if one.isCheckable()]
    assert words == ["Handed out", "Sent"]
    for is_noted in (True, False):
        sent = next(one for one in page.menu().actions() if one.text() == "Sent")
        assert sent.isChecked() is not is_noted
        sent.trigger()
        noted = {(3, PaperKind.LEADER_PACK): {Mark.SENT: today()}} if is_noted else {}
        assert marks(context.data, programme) == noted


def test_a_click_on_a_paper_shows_it(page: DocumentsPage) -> None:
    assert page.view.kinds.answer == AGREEMENT
    page.table.setCurrentIndex(page.model.index(0, Column.MENTOR_PACK))
    assert page.view.kinds.answer == PACK
    assert page.view.preview.page_count > 4
    page.table.setCurrentIndex(page.model.index(1, Column.PAIR))
    assert page.view.kinds.answer == PACK
    page.view.kinds.buttons[AGREEMENT].click()
    assert page.view.preview.page_count == 1


def test_the_dialog_asks_for_a_day_that_has_come(qtbot: QtBot) -> None:
    dialog = MarkDialog(2, [PACK])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.day.entry.text() == short_date(today())
    dialog.day.set_value(date(2999, 1, 1))
    dialog.note.click()
    assert "has not come yet" in dialog.day_field.problem
    dialog.day.set_value(None)
    dialog.note.click()
    assert dialog.answer is None
    dialog.kinds[PACK].setChecked(False)
    assert not dialog.note.isEnabled()
    dialog.kinds[PACK].setChecked(True)
    dialog.mark.put(Mark.MENTOR_SIGNED)
    assert not dialog.kinds[PACK].isEnabled()
    assert not dialog.note.isEnabled()


def test_all_handed_out_at_the_briefing_is_a_click_and_one_step(
    page: DocumentsPage,
    context: Context,
    programme: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answer(dialog: MarkDialog) -> int:
        assert dialog.at_briefing.text() == "All handed out at the briefing on Fri 9 January 2026"
        dialog.mark.put(Mark.SENT)
        dialog.at_briefing.click()
        dialog.note.click()
        return dialog.result()

    change_programme(context.data, programme, start_date=date(2026, 2, 2))
    move_milestone(context.data, programme, "briefings", DAY)
    page.reload()
    monkeypatch.setattr(MarkDialog, "exec", answer)
    page.note_button.click()
    assert said(page, Column.MENTOR_PACK) == ["Given 9 Jan"] * 3
    noted = {(row.pair.id, kind) for row in page.model.everything for kind in TRACKED}
    assert marks(context.data, programme) == {key: {Mark.HANDED_OUT: DAY} for key in noted}
    assert (
        context.data.undo_words
        == "Note of papers: handed out at the briefing on Fri 9 January 2026"
    )
    context.undo()
    assert marks(context.data, programme) == {}


@pytest.mark.parametrize("day", [None, date(2999, 1, 9)])
def test_a_briefing_that_has_not_been_is_not_offered(qtbot: QtBot, day: date | None) -> None:
    dialog = MarkDialog(2, [PACK], day)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.at_briefing.isVisible()


def test_references_are_entered_one_after_the_other(
    page: DocumentsPage, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[BackDialog] = []

    def type_in(dialog: BackDialog) -> int:
        seen.append(dialog)
        dialog.show()
        for typed in ("rm 2", "99", "3"):
            dialog.reference.clear()
            QTest.keyClicks(dialog.reference, typed)
            QTest.keyClick(dialog.reference, Qt.Key.Key_Return)
            if typed == "99":
                assert "No agreed pair" in dialog.field.problem
        return 0

    monkeypatch.setattr(BackDialog, "exec", type_in)
    page.back_button.click()
    day = f"Back {today().day} "
    assert [one.startswith(day) for one in said(page, Column.AGREEMENT)] == [False, True, True]
    assert seen[0].said.text().splitlines() == [
        "Back: Zofia Adamska with Karl Meyer",
        "Back: Idris Bello with Ann Ŵyn",
    ]
    assert seen[0].field.problem == ""
    context.undo()
    assert not said(page, Column.AGREEMENT)[2].startswith(day)
