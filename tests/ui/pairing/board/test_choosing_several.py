"""Several cards chosen at once, in one list or more, to suggest for them or to change them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.suggesting.dialog import SuggestDialog
from tests.ui.pairing.explaining.journey import texts
from tests.ui.pairing.stage import Cast, index_of, middle_of, opened
from tests.ui.pairing.suggesting.stage import (
    asking,
    choose_people,
    look,
    press,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_several_people_of_a_list_are_chosen_and_suggested_for(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    choose_people(page.leaders, "Helen Ward", "Rob Clarke")
    assert page.side.shows_several
    press(page.side, "Suggest for these 2…", qtbot)
    dialog = opened(page, SuggestDialog)
    assert dialog.wishes.whom.choice == "chosen"
    card = dialog.wishes.whom.cards["chosen"]
    assert card.accessibleName() == "The 2 chosen leaders"
    assert "Helen Ward" in card.accessibleDescription()
    found = look(dialog, qtbot)
    assert {row[:1] + row[2:3] for row in found} == {("New", "Helen Ward"), ("New", "Rob Clarke")}
    assert dialog.sheet is not None
    assert "There is no better plan for them by this aim" in dialog.sheet.spoken
    dialog.take.click()
    assert {leader for _, leader in cast.stored()} == {"Helen Ward", "Rob Clarke"}


def test_all_of_a_list_are_chosen_by_the_keyboard_and_another_list_takes_over(
    page: PairingPage, cast: Cast
) -> None:
    page.mentors.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.mentors, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.mentors.selected_cards()) == 3
    assert page.side.shows_several
    QTest.keyClick(page.mentors, Qt.Key.Key_Right)
    assert page.mentors.selected_cards() == []
    assert page.side.card is not None
    QTest.keyClick(page.leaders, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.leaders.selected_cards()) == 2


def test_a_press_on_one_of_several_keeps_them_for_a_drag_and_a_click_chooses_it(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    choose_people(page.mentors, "Jonas Tamm", "Mei Brown")
    at = middle_of(page.mentors, "Mei Brown")
    QTest.mousePress(page.mentors.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(page.mentors.selected_cards()) == 2
    QTest.mouseRelease(page.mentors.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [card.name for card in page.mentors.selected_cards()] == ["Mei Brown"]


def test_the_menu_of_several_people_suggests_for_them(page: PairingPage, cast: Cast) -> None:
    choose_people(page.mentors, "Jonas Tamm", "Sána Khan")
    card = page.mentors.cards.card(index_of(page.mentors, "Sána Khan"))
    page.mentors.menu_asked.emit(card, QPoint(5, 5))
    (menu,) = [one for one in page.findChildren(QMenu) if one.isVisible()]
    (action,) = menu.actions()
    assert action.text() == "Suggest for these 2…"
    menu.close()
    action.trigger()
    assert opened(page, SuggestDialog).wishes.whom.choice == "chosen"


def test_for_chosen_pairs_others_are_suggested_and_the_rest_stays(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    cast.pair("Sána Khan", "Helen Ward")
    cast.pair("Jonas Tamm", "David Price")
    kept = ("Mei Brown", "Extra One")
    cast.add("Extra One", Role.MENTEE)
    cast.pair(*kept)
    page.reload()
    choose_people(page.pairs, "Sána Khan", "Jonas Tamm")
    press(page.side, "Suggest anew for these 2…", qtbot)
    dialog = opened(page, SuggestDialog)
    assert dialog.wishes.whom.cards["chosen"].accessibleName() == "The 4 chosen people"
    look(dialog, qtbot)
    dialog.take.click()
    assert kept in cast.stored()
    assert len(cast.stored()) == 3


def test_the_header_offers_who_is_chosen_without_choosing_it(page: PairingPage, cast: Cast) -> None:
    page.leaders.choose(cast.ids["Helen Ward"])
    dialog = asking(page)
    assert dialog.wishes.whom.choice == "everybody"
    assert dialog.wishes.whom.cards["chosen"].accessibleName() == "Only Helen Ward"


CTRL = Qt.KeyboardModifier.ControlModifier


def click(view: CardView, name: str, keys: Qt.KeyboardModifier = CTRL) -> None:
    at = middle_of(view, name)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, at)


def chosen(page: PairingPage) -> list[str]:
    return [card.name for card in page.choosing.cards()]


def test_with_ctrl_cards_of_several_lists_are_chosen_and_suggested_for(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    click(page.mentors, "Jonas Tamm", Qt.KeyboardModifier.NoModifier)
    for name in ("Helen Ward", "Rob Clarke"):
        click(page.leaders, name)
    assert chosen(page) == ["Jonas Tamm", "Rob Clarke", "Helen Ward"]
    assert "1 mentor and 2 leaders chosen" in texts(page.side)
    press(page.side, "Suggest for these 3…", qtbot)
    dialog = opened(page, SuggestDialog)
    assert dialog.wishes.whom.cards["chosen"].accessibleName() == "The 3 chosen people"
    dialog.reject()
    # Once more takes one away again; a click without Ctrl all others.
    click(page.leaders, "Rob Clarke")
    assert chosen(page) == ["Jonas Tamm", "Helen Ward"]
    click(page.leaders, "Helen Ward")
    assert chosen(page) == ["Jonas Tamm"]
    assert page.side.card is not None
    assert page.side.card.name == "Jonas Tamm"
    click(page.leaders, "David Price", Qt.KeyboardModifier.NoModifier)
    assert chosen(page) == ["David Price"]


def test_pairs_and_people_are_chosen_together_and_stay_so_after_a_change(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    cast.pair("Jonas Tamm", "David Price")
    page.reload()
    click(page.pairs, "Jonas Tamm", Qt.KeyboardModifier.NoModifier)
    click(page.leaders, "Helen Ward")
    click(page.mentors, "Sána Khan")
    assert "1 pair, 1 mentor and 1 leader chosen" in texts(page.side)
    press(page.side, "Lock 1", qtbot)
    assert chosen(page) == ["Sána Khan", "Jonas Tamm – David Price", "Helen Ward"]
    press(page.side, "Unlock 1", qtbot)
    press(page.side, "Suggest for all of them…", qtbot)
    dialog = opened(page, SuggestDialog)
    assert dialog.wishes.whom.cards["chosen"].accessibleName() == "The 4 chosen people"
    dialog.reject()
    # Who is gone from the lists is chosen no more; the others are.
    cast.pair("Sána Khan", "Rob Clarke")
    page.reload()
    assert chosen(page) == ["Jonas Tamm – David Price", "Helen Ward"]
    assert "1 pair and 1 leader chosen" in texts(page.side)


def test_the_keyboard_chooses_across_lists_with_ctrl(page: PairingPage, cast: Cast) -> None:
    page.mentors.setFocus(Qt.FocusReason.TabFocusReason)
    page.mentors.choose(cast.ids["Jonas Tamm"])
    QTest.keyClick(page.mentors, Qt.Key.Key_Right, CTRL)
    assert page.window().focusWidget() is page.leaders
    assert chosen(page) == ["Jonas Tamm"]
    QTest.keyClick(page.leaders, Qt.Key.Key_Space, CTRL)
    first = page.leaders.current_card()
    assert first is not None
    assert chosen(page) == ["Jonas Tamm", first.name]
    QTest.keyClick(page.leaders, Qt.Key.Key_Down)
    assert len(chosen(page)) == 1
