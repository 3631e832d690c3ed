"""From opening the page to an agreed pair by keys alone, and where the keyboard is meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.people import Slot
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.agree_dialog import AgreeDialog
from tests.builders import stored_programme
from tests.ui.pairing.stage import Cast
from tests.ui.stage import Stage

KEY = Qt.Key
MOST_TABS = 40


@pytest.fixture
def filled(stage: Stage) -> Cast:
    """A window on the page Home of a programme with two mentors and two leaders."""
    stage.open_file()
    made = Cast(stage.context.data, stored_programme(stage.context.data))
    made.add("Jonas Tamm", Role.MENTOR, offers=("AI tools",), slots=(Slot.TUE_AM,))
    made.add("Mei Brown", Role.MENTOR)
    made.add("Helen Ward", Role.MENTEE, wants=("AI tools",), slots=(Slot.TUE_AM,))
    made.add("David Price", Role.MENTEE)
    stage.context.choose_programme(made.programme_id)
    stage.activate()
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        QTest.keyClick(focused(), key, held)


def tab_to(widget: QWidget) -> None:
    for _ in range(MOST_TABS):
        if focused() is widget:
            return
        press(KEY.Key_Tab)
    raise AssertionError(f"Tab does not come to {widget.accessibleName()}")


def current(view: CardView) -> str:
    return str(view.currentIndex().data())


def test_from_opening_the_page_to_an_agreed_pair_by_keys_alone(
    stage: Stage, filled: Cast, qtbot: QtBot
) -> None:
    press(KEY.Key_4, held=Qt.KeyboardModifier.ControlModifier)
    page = stage.page
    assert isinstance(page, PairingPage)
    tab_to(page.mentors)
    assert current(page.mentors) == "Mei Brown"
    press(KEY.Key_Down, KEY.Key_Space, KEY.Key_Right, KEY.Key_Down)
    assert current(page.leaders) == "Helen Ward"
    press(KEY.Key_Return)
    assert filled.stored() == {("Jonas Tamm", "Helen Ward")}
    assert not [one for one in pairs(filled.data, filled.programme_id) if not one.is_proposed]

    tab_to(page.agree_button)
    press(KEY.Key_Return)
    (dialog,) = page.findChildren(AgreeDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    tab_to(dialog.agree)
    press(KEY.Key_Return)
    stage.settle()
    (agreed,) = pairs(filled.data, filled.programme_id)
    assert agreed.state is PairState.AGREED


def test_tab_goes_over_the_board_in_the_order_in_which_it_is_read(
    stage: Stage, filled: Cast
) -> None:
    filled.pair("Jonas Tamm", "Helen Ward")
    stage.shell.show_page("pairing")
    page = stage.page
    assert isinstance(page, PairingPage)
    page.search.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    for _ in range(MOST_TABS):
        seen.append(focused())
        press(KEY.Key_Tab)
        if focused() is page.search:
            break
    board = [one for one in seen if page.isAncestorOf(one)]
    expected = [page.search, page.agree_button, page.mentors, page.pairs, page.leaders]
    assert [one for one in board if one in expected] == expected
    assert [one.accessibleName() for one in board if not one.accessibleName()] == []


@pytest.mark.parametrize("name", ["mentors", "pairs", "leaders"])
def test_one_sees_on_which_card_the_keyboard_is(stage: Stage, filled: Cast, name: str) -> None:
    filled.pair("Jonas Tamm", "Helen Ward")
    stage.shell.show_page("pairing")
    page = stage.page
    assert isinstance(page, PairingPage)
    view: CardView = getattr(page, name)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    card = view.visualRect(view.currentIndex())
    with_focus = picture(view, card)
    page.search.setFocus(Qt.FocusReason.TabFocusReason)
    assert picture(view, card) != with_focus
    view.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert picture(view, card) == with_focus


def test_every_button_of_the_board_looks_different_with_the_keyboard_on_it(
    stage: Stage, filled: Cast
) -> None:
    pair_id = filled.pair("Jonas Tamm", "Helen Ward")
    stage.shell.show_page("pairing")
    page = stage.page
    assert isinstance(page, PairingPage)
    page.pairs.choose(pair_id)
    stage.settle()
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
    assert len(buttons) > 4
    for button in buttons:
        before = button.grab().toImage()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert button.grab().toImage() != before, button.text()


def picture(view: CardView, area: QRect) -> QImage:
    return view.viewport().grab(area).toImage()
