"""The pairs in another order, some of them alone, several of them changed at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.people import Slot
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.ending import pause
from revmentor_desktop.services.pairing.proposing import set_locked
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.arranging import ONLY_KEY, ORDER_KEY
from revmentor_desktop.ui.pairing.board.cards import PairCard
from revmentor_desktop.ui.pairing.board.column import EmptyColumn
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.agree_dialog import AgreeDialog
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import person_details
from tests.ui.pairing.stage import Cast, index_of

# Menus make Qt ask for what a screen in memory does not have.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

HIGH, LOW, DIM = "Zoe Best – Helen Ward", "Jonas Tamm – David Price", "Sána Khan – Rob Clarke"


@pytest.fixture
def three(page: PairingPage, cast: Cast) -> dict[str, int]:
    """Three pairs: the first fits best, of the last nothing is known."""
    cast.add("Zoe Best", Role.MENTOR, offers=("AI tools",), slots=(Slot.TUE_AM,))
    made = {
        HIGH: cast.pair("Zoe Best", "Helen Ward"),
        LOW: cast.pair("Jonas Tamm", "David Price"),
        DIM: cast.pair("Sána Khan", "Rob Clarke"),
    }
    page.reload()
    return made


def shown(page: PairingPage) -> list[str]:
    cards = page.pairs.cards
    return [str(cards.index(row).data()) for row in range(cards.rowCount())]


def choose(page: PairingPage, words: str) -> None:
    menu = page.arranging.button.menu()
    (action,) = [one for one in menu.actions() if one.text() == words]
    action.trigger()


def test_the_lowest_fit_comes_first_and_the_menu_changes_that(
    page: PairingPage, three: dict[str, int]
) -> None:
    assert page.arranging.button.text() == "Lowest fit first"
    assert shown(page) == [DIM, LOW, HIGH]
    choose(page, "Highest fit first")
    assert shown(page) == [HIGH, LOW, DIM]
    choose(page, "By the mentor’s name")
    assert shown(page) == [HIGH, DIM, LOW]
    choose(page, "Newest first")
    assert shown(page) == [DIM, LOW, HIGH]
    assert page.arranging.button.accessibleName() == "Pairs: Newest first"


def test_another_order_keeps_what_is_chosen(page: PairingPage, three: dict[str, int]) -> None:
    page.pairs.choose(three[LOW])
    choose(page, "Highest fit first")
    page.pairs.choose(three[DIM])
    choose(page, "Lowest fit first")
    assert [card.key for card in page.pairs.selected_cards()] == [three[DIM]]
    assert page.side.card is not None
    assert page.side.card.key == three[DIM]


def test_a_person_who_says_more_moves_their_pair(
    page: PairingPage, cast: Cast, context: Context, three: dict[str, int]
) -> None:
    page.pairs.choose(three[LOW])
    details = person_details("Helen Ward", wants=("Something else",))
    context.run("Change", lambda data: save_person(data, cast.ids["Helen Ward"], details))
    assert shown(page).index(HIGH) < shown(page).index(LOW)
    assert [card.key for card in page.pairs.selected_cards()] == [three[LOW]]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Breaking a rule", [DIM]),
        ("Something not known", [DIM, LOW, HIGH]),
        ("Proposed", [DIM, HIGH]),
        ("Agreed", []),
        ("Paused", [LOW]),
        ("Locked", [HIGH]),
        ("Not locked yet", [DIM]),
        ("All pairs", [DIM, LOW, HIGH]),
    ],
)
def test_only_pairs_of_one_kind_are_shown(
    page: PairingPage, cast: Cast, three: dict[str, int], words: str, left: list[str]
) -> None:
    agree(cast.data, cast.programme_id, [three[LOW]], today())
    pause(cast.data, cast.programme_id, [three[LOW]])
    set_locked(cast.data, cast.programme_id, [three[HIGH]], locked=True)
    for name in ("Sána Khan", "Rob Clarke"):
        save_person(cast.data, cast.ids[name], person_details(name, department="IT"))
    page.reload()
    choose(page, words)
    assert shown(page) == left


def test_where_a_filter_leaves_none_one_can_show_all(
    page: PairingPage, three: dict[str, int]
) -> None:
    choose(page, "Paused")
    assert page.arranging.button.text() == "Paused · lowest fit first"
    empty = page.pairs.placeholder
    assert isinstance(empty, EmptyColumn)
    assert empty.label.text() == "No pair of this kind."
    empty.act.click()
    assert len(shown(page)) == 3
    assert page.arranging.button.text() == "Lowest fit first"


def test_the_order_and_the_filter_are_as_they_were_left(
    page: PairingPage, context: Context, three: dict[str, int], qtbot: QtBot
) -> None:
    choose(page, "Highest fit first")
    choose(page, "Proposed")
    again = PairingPage(context)
    qtbot.addWidget(again)
    again.reload()
    assert again.arranging.button.text() == "Proposed · highest fit first"
    assert shown(again) == [HIGH, LOW, DIM]
    checked = [one.text() for one in again.arranging.button.menu().actions() if one.isChecked()]
    assert checked == ["Highest fit first", "Proposed"]


@pytest.mark.parametrize("kept", ["nearest", 3, ["lowest"], None])
def test_what_was_kept_by_another_version_counts_as_nothing(
    context: Context, cast: Cast, qtbot: QtBot, kept: object
) -> None:
    for key in (ORDER_KEY, ONLY_KEY):
        context.preferences.set(key, kept)
    again = PairingPage(context)
    qtbot.addWidget(again)
    assert again.arranging.button.text() == "Lowest fit first"


def select(page: PairingPage, *names: str) -> None:
    page.pairs.selectionModel().clearSelection()
    for name in names:
        index = index_of(page.pairs, name)
        page.pairs.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def press(qtbot: QtBot, widget: QWidget, words: str) -> None:
    """Press a button once it is there."""

    def found() -> list[QPushButton]:
        every = [one for one in widget.findChildren(QPushButton) if one.text() == words]
        return [one for one in every if one.isVisibleTo(widget)]

    qtbot.waitUntil(lambda: len(found()) == 1)
    found()[0].click()


def test_several_pairs_are_locked_unlocked_and_taken_apart_in_one_step_each(
    page: PairingPage,
    cast: Cast,
    context: Context,
    three: dict[str, int],
    said: list[Notice],
    qtbot: QtBot,
) -> None:
    page.mentors.choose(cast.ids["Mei Brown"])
    select(page, HIGH, LOW)
    assert page.mentors.selected_cards() == []
    press(qtbot, page.side, "Lock 2")
    assert context.data.undo_words == "Lock 2 pairs"
    assert said[-1].text == "2 pairs are locked and stay together."
    locked = {pair.id for pair in pairs(cast.data, cast.programme_id) if pair.is_locked}
    assert locked == {three[HIGH], three[LOW]}
    select(page, HIGH, LOW, DIM)
    press(qtbot, page.side, "Unlock 2")
    assert context.data.undo_words == "Unlock 2 pairs"
    assert said[-1].text == "2 pairs are unlocked and may move."
    press(qtbot, page.side, "Unpair 3")
    assert cast.stored() == set()
    assert page.side.card is None
    assert not page.side.shows_several
    context.undo()
    assert len(cast.stored()) == 3


def test_where_only_one_of_several_can_be_changed_it_is_called_one(
    page: PairingPage,
    cast: Cast,
    context: Context,
    three: dict[str, int],
    said: list[Notice],
    qtbot: QtBot,
) -> None:
    set_locked(cast.data, cast.programme_id, [three[HIGH]], locked=True)
    page.reload()
    select(page, HIGH, LOW)
    acts = [words for words, _, _ in page.commands.several.acts(page.choosing.several())]
    assert acts[-1] == "Suggest anew for one of them…"
    press(qtbot, page.side, "Unlock 1")
    assert context.data.undo_words == "Unlock 1 pair"
    assert said[-1].text == "1 pair is unlocked and may move."
    context.undo()
    select(page, HIGH, LOW)
    press(qtbot, page.side, "Lock 1")
    assert context.data.undo_words == "Lock 1 pair"
    assert said[-1].text == "1 pair is locked and stays together."
    context.undo()
    select(page, HIGH, LOW)
    press(qtbot, page.side, "Unpair 1")
    assert context.data.undo_words == "Unpair 1 pair"
    assert said[-1].text == "1 pair is taken apart."


def test_the_menu_of_several_cards_is_gone_once_it_is_closed(
    page: PairingPage, three: dict[str, int], qtbot: QtBot
) -> None:
    before = len(page.findChildren(QMenu))
    for _ in range(2):
        select(page, HIGH, LOW)
        page.pairs.menu_asked.emit(page.pairs.selected_cards()[0], QPoint(5, 5))
        (menu,) = [one for one in page.findChildren(QMenu) if one.isVisible()]
        menu.close()
    qtbot.waitUntil(lambda: len(page.findChildren(QMenu)) == before)


def test_several_pairs_are_agreed_after_the_question(
    page: PairingPage, three: dict[str, int], qtbot: QtBot
) -> None:
    select(page, HIGH, DIM)
    press(qtbot, page.side, "Agree 2…")
    (dialog,) = page.findChildren(AgreeDialog)
    assert "2" in dialog.heading.text()
    dialog.reject()


def test_the_menu_of_several_pairs_offers_what_can_be_done_to_all(
    page: PairingPage, cast: Cast, three: dict[str, int]
) -> None:
    select(page, HIGH, LOW)
    card = page.pairs.cards.card(index_of(page.pairs, HIGH))
    page.pairs.menu_asked.emit(card, QPoint(5, 5))
    menus = [one for one in page.findChildren(QMenu) if one.isVisible()]
    assert [[one.text() for one in menu.actions()] for menu in menus] == [
        ["Agree 2…", "Note 2 as asked…", "Lock 2", "Unpair 2", "Suggest anew for these 2…"]
    ]
    by_words: dict[str, QAction] = {one.text(): one for one in menus[0].actions()}
    by_words["Lock 2"].trigger()
    menus[0].close()
    assert {one.id for one in pairs(cast.data, cast.programme_id) if one.is_locked} == {
        three[HIGH],
        three[LOW],
    }


def test_shift_and_an_arrow_choose_one_more_pair(page: PairingPage, three: dict[str, int]) -> None:
    page.pairs.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.pairs, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = page.pairs.selected_cards()
    assert [card.name for card in chosen if isinstance(card, PairCard)] == [DIM, LOW]
    assert page.side.shows_several
    QTest.keyClick(page.pairs, Qt.Key.Key_Down)
    assert page.side.card is not None
    assert page.side.card.name == HIGH
