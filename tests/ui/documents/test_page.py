"""The page shows the real agreement of the pair that is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pairs import EndReason
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.documents.pair_rows import TRACKED
from revmentor_desktop.services.pairing.ending import end
from revmentor_desktop.services.programmes.writing import present_organisation
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.model import Column
from revmentor_desktop.ui.documents.no_pairs import NoneShown
from revmentor_desktop.ui.documents.page import PAIRS, PAPERS, DocumentsPage
from revmentor_desktop.ui.documents.painting import chip_width
from revmentor_desktop.ui.pairing_list import PairingListDialog
from tests.builders import change_programme, stored_pair, stored_programme, stored_proposal
from tests.logo_example import striped_logo
from tests.ui.documents.conftest import shown_page
from tests.ui.stage import settle

NO_KEY = Qt.KeyboardModifier.NoModifier


def shown_text(page: DocumentsPage) -> str:
    return " ".join(page.view.preview.text().split())


def test_the_first_pair_is_shown_at_once(page: DocumentsPage) -> None:
    assert page.view.preview.page_count == 1
    assert "Mei Brown and David Price" in shown_text(page)
    assert page.view.preview.accessibleName() == "Mentoring agreement of Mei Brown and David Price"


def test_another_row_shows_another_agreement(page: DocumentsPage, qtbot: QtBot) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert "Zofia Adamska and Karl Meyer" in shown_text(page)


def test_a_change_of_the_data_shows_at_once(
    page: DocumentsPage, context: Context, programme: int
) -> None:
    others = {"name": "Renamed", "start_date": date(2027, 1, 19)}
    context.run("Rename", lambda data: change_programme(data, programme, **others))
    assert "Renamed" in shown_text(page)
    assert "Tue 19 January" in shown_text(page)
    context.undo()
    assert "Front-line voices 2027" in shown_text(page)


def test_the_same_pair_stays_in_view_when_others_come_and_go(
    page: DocumentsPage, context: Context, programme: int
) -> None:
    page.table.look_at(1)
    context.run("End", lambda data: end(data, programme, [1], EndReason.LEFT, today()))
    assert "Zofia Adamska" in shown_text(page)
    assert page.table.currentIndex().row() == 0
    context.run("End", lambda data: end(data, programme, [2], EndReason.LEFT, today()))
    assert "Idris Bello" in shown_text(page)


def test_without_pairs_the_page_leads_to_pairing(
    page: DocumentsPage, context: Context, programme: int, qtbot: QtBot
) -> None:
    context.run("End", lambda data: end(data, programme, [1, 2, 3], EndReason.LEFT, today()))
    assert page.go_pairing.isVisible()
    assert not page.print_button.isEnabled()
    assert page.view.preview.page_count == 0
    with qtbot.waitSignal(context.requested) as asked:
        page.go_pairing.click()
    assert asked.args == ["show:pairing"]


def test_what_is_only_proposed_leads_to_agreeing(
    page: DocumentsPage, context: Context, programme: int
) -> None:
    context.run("End", lambda data: end(data, programme, [1, 2, 3], EndReason.LEFT, today()))
    assert page.go_pairing.text() == "Go to Pairing"
    context.run("Propose", lambda data: stored_proposal(data, programme, "Ann Bee", "Cem Dee"))
    assert page.go_pairing.text() == "Agree the pairs"
    told = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "No pair is agreed yet" in told
    assert page.view.preview.page_count == 0


@pytest.fixture
def bare_page(context: Context) -> Iterator[DocumentsPage]:
    """The page while there is no programme."""
    yield from shown_page(context)


def test_without_a_programme_the_page_leads_to_one(
    bare_page: DocumentsPage, context: Context, qtbot: QtBot
) -> None:
    offered = [b for b in bare_page.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
    assert [b.text() for b in offered] == ["New programme…"]
    with qtbot.waitSignal(context.requested) as asked:
        offered[0].click()
    assert asked.args == ["new-programme"]


def test_space_ticks_the_selected_rows(page: DocumentsPage, qtbot: QtBot) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert [one.names[0] for one in page.model.ticked] == ["Idris Bello"]
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert len(page.model.ticked) == 3


def test_a_click_anywhere_in_its_cell_turns_a_tick(page: DocumentsPage, qtbot: QtBot) -> None:
    cell = page.table.visualRect(page.model.index(1, Column.TICK))
    for place, ticked in ((cell.topLeft() + QPoint(3, 3), 2), (cell.center(), 3)):
        QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, NO_KEY, place)
        assert len(page.model.ticked) == ticked
    pair = page.table.visualRect(page.model.index(1, Column.PAIR))
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, NO_KEY, pair.center())
    assert len(page.model.ticked) == 3


def test_what_is_ticked_is_told_and_can_be_noted(page: DocumentsPage) -> None:
    assert page.pairs.tick_all.checkState() is Qt.CheckState.Checked
    page.model.tick([0, 1], False)
    assert page.pairs.tick_all.checkState() is Qt.CheckState.PartiallyChecked
    page.pairs.tick_all.click()
    page.pairs.tick_all.click()
    assert page.pairs.tick_all.checkState() is Qt.CheckState.Unchecked
    assert not page.note_button.isEnabled()
    for one in (page.print_button, page.save_button, page.view.print_one):
        assert one.isEnabled()


def test_search_shows_the_first_that_is_found(page: DocumentsPage, qtbot: QtBot) -> None:
    page.go_to_search()
    QTest.keyClicks(page.pairs.search, "idris")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert "Idris Bello" in shown_text(page)
    QTest.keyClicks(page.pairs.search, " nobody")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page.view.preview.page_count == 0
    assert not page.view.print_one.isEnabled()
    none = page.pairs.findChild(NoneShown)
    assert none is not None
    assert none.isVisible()
    assert none.title.text() == "No pair found"
    none.show_everything.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert page.table.isVisible()
    assert page.window().focusWidget() is page.table
    QTest.keyClicks(page.pairs.search, "nobody")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    QTest.keyClick(page.pairs.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert page.view.preview.page_count == 1


def test_the_menu_offers_what_the_buttons_do(page: DocumentsPage) -> None:
    menu = page.menu()
    assert [action.text() for action in menu.actions()] == [
        "Save this one as PDF…",
        "Print this one…",
        "Attach the signed scan…",
        "Save this one for Word…",
        "Edit wording…",
        "E-mail this pair’s packs…",
        "",
        "Handed out",
        "Sent",
        "Signed by the mentor",
        "Signed by the leader",
        "Back and filed",
    ]
    menu.deleteLater()


def test_another_programme_shows_its_pairs(
    data: DataFile, context: Context, page: DocumentsPage
) -> None:
    other = stored_programme(data)
    for number in range(40):
        stored_pair(data, other, f"Mentor {number}", f"Leader {number}")
    context.choose_programme(other)
    assert page.model.rowCount() == 40
    assert "Mentor 0 and Leader 0" in shown_text(page)


def test_every_control_has_a_name(page: DocumentsPage) -> None:
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisible():
            words = widget.accessibleName() or getattr(widget, "text", str)()
            assert words, widget


@pytest.mark.parametrize("row", [0, 2])
def test_the_menu_key_opens_the_menu_at_the_pair_that_is_looked_at(
    page: DocumentsPage, row: int
) -> None:
    page.table.look_at(row)
    page.table.menu_asked.disconnect()
    heard = QSignalSpy(page.table.menu_asked)
    nowhere = QPoint(10, page.table.height() - 5)
    reasons = QContextMenuEvent.Reason
    for reason in (reasons.Mouse, reasons.Keyboard):
        event = QContextMenuEvent(reason, nowhere, page.table.mapToGlobal(nowhere))
        page.table.contextMenuEvent(event)
    assert heard.count() == 1
    at = page.table.viewport().mapFromGlobal(heard.at(0)[0])
    assert page.table.indexAt(at).row() == row


def test_in_a_narrow_window_the_names_stand_below_one_another(page: DocumentsPage) -> None:
    table = page.table
    usual = table.rowHeight(0)
    page.resize(620, 500)
    assert table.isColumnHidden(Column.REFERENCE)
    assert table.rowHeight(0) >= 2 * table.fontMetrics().height()
    # The longest of the names fits, and so do the words on how a paper stands.
    assert table.columnWidth(Column.PAIR) > table.fontMetrics().horizontalAdvance("Zofia Adamska")
    page.resize(1100, 700)
    assert table.rowHeight(0) == usual


def test_how_papers_stand_is_not_cut_in_a_window_of_the_usual_size(
    page: DocumentsPage, data: DataFile, context: Context, programme: int
) -> None:
    papers = pair_papers(data, programme, [*TRACKED])
    record_pair_papers(data, programme, papers)
    change_programme(data, programme, session_minutes=45)
    page.reload()
    page.resize(1064, 742)
    table, names = page.table, page.fontMetrics().horizontalAdvance("with Zofia Adamska")
    for column in (Column.MENTOR_PACK, Column.LEADER_PACK, Column.AGREEMENT):
        words = page.model.index(0, column).data()
        assert words == "Wording changed since"
        assert table.columnWidth(column) >= chip_width(context.theme, words) + 12
    assert table.columnWidth(Column.PAIR) >= names


def test_on_a_small_screen_nothing_above_the_pairs_is_cut(page: DocumentsPage) -> None:
    above = [page.parts, page.note_button, page.back_button, page.choice]
    above += [page.pairs.tick_all, page.pairs.only_missing]
    # A screen of 1366 × 768 at 125 %, and the smallest window there is, without the sidebar.
    for width, height in ((877, 544), (684, 510)):
        page.resize(width, height)
        QApplication.processEvents()
        for one in above:
            assert one.width() >= one.sizeHint().width()
            assert page.rect().contains(one.mapTo(page, one.rect().bottomRight()))
    page.resize(1064, 742)
    QApplication.processEvents()
    assert page.parts.mapTo(page, QPoint()).y() == page.choice.mapTo(page, QPoint()).y()


def test_the_pairing_list_is_at_hand_as_soon_as_there_is_a_pair(
    data: DataFile, context: Context, page: DocumentsPage, qtbot: QtBot
) -> None:
    assert page.list_button.isVisible()
    page.list_button.click()
    settle(context.jobs, qtbot)
    (dialog,) = page.findChildren(PairingListDialog)
    assert "Karl Meyer" in dialog.preview.text()
    dialog.close_button.click()
    page.show_part(PAPERS)
    assert not page.list_button.isVisible()
    page.show_part(PAIRS)
    context.choose_programme(stored_programme(data))
    assert not page.list_button.isVisible()


def test_a_logo_shows_at_once_and_goes_with_undo(page: DocumentsPage, context: Context) -> None:
    def has_logo() -> bool:
        document = page.view.preview.document()
        assert document is not None
        image = document.render(0, QSize(595, 842))
        # At the right of the head, where nothing else stands.
        return image.pixelColor(500, 35).saturation() > 100

    assert not has_logo()
    context.run("Logo", lambda data: present_organisation(data, "Harbour Care", striped_logo()))
    assert has_logo()
    context.undo()
    assert not has_logo()
