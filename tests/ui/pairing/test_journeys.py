"""The whole of pairing without a mouse, and again with clicks but without a drag."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QListView, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.cards import PairCard
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.reason_dialog import ReasonDialog
from revmentor_desktop.ui.widgets.notices import Notice
from tests.ui.pairing.stage import Cast, index_of, middle_of

# Menus make Qt ask for what a screen in memory does not have.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def chooser(page: PairingPage) -> PartnerDialog:
    """Return the open dialog."""
    found = [dialog for dialog in page.findChildren(PartnerDialog) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]


def keys(qtbot: QtBot, widget: QWidget, text: str) -> None:
    """Type a text into a widget."""
    # pytest-qt has no types here.
    qtbot.keyClicks(widget, text)  # type: ignore[no-untyped-call]


def key(qtbot: QtBot, widget: QWidget, one: Qt.Key) -> None:
    """Press a key on a widget."""
    # pytest-qt has no types here.
    qtbot.keyClick(widget, one)  # type: ignore[no-untyped-call]


def click(qtbot: QtBot, widget: QWidget, at: QPoint | None = None) -> None:
    """Click with the left button, in the middle of the widget unless told where."""
    where = widget.rect().center() if at is None else at
    # pytest-qt has no types here.
    qtbot.mouseClick(widget, LEFT, pos=where)  # type: ignore[no-untyped-call]


def press(qtbot: QtBot, *pressed: Qt.Key) -> None:
    """Press keys where the focus is."""
    for one in pressed:
        widget = QApplication.focusWidget()
        assert widget is not None
        key(qtbot, widget, one)


def current(view: CardView) -> str:
    return str(view.currentIndex().data())


def menu_of(page: PairingPage) -> QMenu:
    menus = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    return menus[0]


def take(page: PairingPage, words: str) -> None:
    """Take the entry of the open menu that says so; the menu is gone then."""
    menu = menu_of(page)
    (found,) = [action for action in menu.actions() if action.text() == words]
    found.trigger()
    menu.close()


def come_back(qtbot: QtBot, page: PairingPage, view: CardView) -> None:
    """Be in the window again after a dialog, where the keyboard is in the list it came from."""
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view)


def find_by_keyboard(qtbot: QtBot, page: PairingPage, typed: str) -> None:
    """Search for somebody, leave the search, and go on to the mentors."""
    page.go_to_search()
    with qtbot.waitSignal(page.search.searched):
        keys(qtbot, page.search, typed)
    assert page.mentors.cards.rowCount() == 1
    press(qtbot, KEY.Key_Escape)
    qtbot.waitUntil(lambda: page.mentors.cards.rowCount() == 3)
    while QApplication.focusWidget() is not page.mentors:
        press(qtbot, KEY.Key_Tab)


def seen_button(qtbot: QtBot, inside: QWidget, words: str) -> QPushButton:
    """Return the button that says so, once it is seen."""

    def seen() -> list[QPushButton]:
        found = inside.findChildren(QPushButton)
        return [one for one in found if one.text() == words and one.isVisible()]

    qtbot.waitUntil(lambda: len(seen()) == 1)
    return seen()[0]


def click_card(qtbot: QtBot, view: CardView, name: str) -> None:
    click(qtbot, view.viewport(), middle_of(view, name))


def test_the_whole_journey_without_a_mouse(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot, said: list[Notice]
) -> None:
    find_by_keyboard(qtbot, page, "jonas")
    press(qtbot, KEY.Key_Home)
    assert current(page.mentors) == "Mei Brown"
    press(qtbot, KEY.Key_End)
    assert current(page.mentors) == "Jonas Tamm"

    # Enter asks for a partner; typing narrows the list, Enter takes the first.
    press(qtbot, KEY.Key_Return)
    dialog = chooser(page)
    keys(qtbot, dialog.search, "ward")
    assert dialog.model.rowCount() == 1
    key(qtbot, dialog.search, KEY.Key_Return)
    qtbot.waitUntil(lambda: cast.stored() == {("Jonas Tamm", "Helen Ward")})
    assert said[-1].text == "Jonas Tamm and Helen Ward are a pair."
    assert page.side.card is not None
    assert "Jonas" in page.side.card.name

    # To the pairs with the arrow; another leader for Jonas; then unpair and undo.
    come_back(qtbot, page, page.mentors)
    press(qtbot, KEY.Key_Right)
    assert QApplication.focusWidget() is page.pairs
    press(qtbot, KEY.Key_Return)
    dialog = chooser(page)
    keys(qtbot, dialog.search, "price")
    key(qtbot, dialog.search, KEY.Key_Return)
    qtbot.waitUntil(lambda: cast.stored() == {("Jonas Tamm", "David Price")})
    come_back(qtbot, page, page.pairs)
    press(qtbot, KEY.Key_Delete)
    assert cast.stored() == set()
    assert context.data.undo_words == "Unpair Jonas Tamm and David Price"
    context.undo()
    assert cast.stored() == {("Jonas Tamm", "David Price")}


def test_the_whole_journey_without_a_drag(
    page: PairingPage, cast: Cast, qtbot: QtBot, said: list[Notice]
) -> None:
    # Click a mentor, then "Pair with…" on the card beside the lists.
    click_card(qtbot, page.mentors, "Jonas")
    click(qtbot, seen_button(qtbot, page.side, "Pair with…"))
    dialog = chooser(page)
    choose_by_mouse(qtbot, dialog, "Helen Ward")
    qtbot.waitUntil(lambda: cast.stored() == {("Jonas Tamm", "Helen Ward")})

    # The menu of the pair, by the right button: another mentor for Helen.
    right_click(page.pairs, "Helen")
    take(page, "Another mentor for Helen Ward…")
    dialog = chooser(page)
    choose_by_mouse(qtbot, dialog, "Sána Khan")
    qtbot.waitUntil(lambda: cast.stored() == {("Sána Khan", "Helen Ward")})
    assert said[-1].text == "Sána Khan and Helen Ward are a pair. Jonas Tamm is free again."

    # The small button on the card: unpair.
    view = page.pairs
    click(qtbot, view.viewport(), view.menu_point(index_of(view, "Helen")))
    take(page, "Unpair")
    assert cast.stored() == set()


def choose_by_mouse(qtbot: QtBot, dialog: PartnerDialog, name: str) -> None:
    for row in range(dialog.model.rowCount()):
        index = dialog.model.index(row)
        if index.data() == name:
            dialog.list.scrollTo(index)
            at = dialog.list.visualRect(index).center()
            click(qtbot, dialog.list.viewport(), at)
            click(qtbot, dialog.pair_button)
            return
    raise AssertionError(f"{name} is not offered")


def right_click(view: CardView, name: str) -> None:
    at = middle_of(view, name)
    where = view.viewport().mapToGlobal(at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where)
    QApplication.sendEvent(view.viewport(), event)


def test_the_menu_key_opens_the_menu_of_the_current_card(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    page.mentors.choose(cast.ids["Jonas Tamm"])
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(page.mentors.viewport(), by_key)
    menu = menu_of(page)
    assert menu.actions()[0].text() == "Pair Jonas Tamm with…"
    menu.close()


def test_an_ampersand_in_a_name_is_shown_in_the_menu(
    cast: Cast, page: PairingPage, qtbot: QtBot
) -> None:
    cast.add("Fish & Co", Role.MENTOR)
    page.reload()
    right_click(page.mentors, "Fish")
    menu = menu_of(page)
    assert menu.actions()[0].text() == "Pair Fish && Co with…"
    menu.close()


def test_who_cannot_be_paired_can_be_read_and_needs_a_written_reason(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    page.mentors.choose(cast.ids["Mei Brown"])
    press(qtbot, KEY.Key_Return)
    dialog = chooser(page)
    assert dialog.pair_button.isEnabled()
    for _ in range(2):
        key(qtbot, dialog.search, KEY.Key_Down)
    assert dialog.list.currentIndex().data() == "David Price"
    assert dialog.pair_button.text() == "Give a reason…"
    assert "Mei Brown → Rob Clarke → David Price" in dialog.reason
    dialog.pair_button.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(ReasonDialog)))
    (asked,) = page.findChildren(ReasonDialog)
    asked.pair.click()
    assert asked.isVisible()
    assert cast.stored() == set()
    asked.reason.put("Both asked for it")
    asked.pair.click()
    assert cast.stored() == {("Mei Brown", "David Price")}
    card = page.pairs.cards.card(page.pairs.cards.index(0))
    assert isinstance(card, PairCard)
    assert not card.broken
    assert card.marks[0].kind == "neutral"
    assert card.marks[0].text.startswith("“Both asked for it” – In one line of management: ")


def test_after_a_button_of_the_side_card_the_keyboard_is_among_the_pairs(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    pair_id = cast.pair("Jonas Tamm", "Helen Ward")
    cast.pair("Sána Khan", "David Price")
    page.reload()
    page.pairs.choose(pair_id)

    def found() -> list[QPushButton]:
        every = page.side.findChildren(QPushButton)
        return [one for one in every if one.text() == "Unpair" and one.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1)
    found()[0].setFocus()
    press(qtbot, KEY.Key_Space)
    assert cast.stored() == {("Sána Khan", "David Price")}
    assert page.pairs.hasFocus()


def test_what_no_reason_sets_aside_can_only_be_read(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    jonas, helen = cast.ids["Jonas Tamm"], cast.ids["Helen Ward"]
    agree_at_once(cast.data, cast.programme_id, jonas, helen)
    page.reload()
    page.mentors.choose(cast.ids["Mei Brown"])
    press(qtbot, KEY.Key_Return)
    dialog = chooser(page)
    for _ in range(3):
        key(qtbot, dialog.search, KEY.Key_Down)
    assert dialog.list.currentIndex().data() == "Helen Ward"
    assert "This pair is agreed" in dialog.reason
    spoken = dialog.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Helen Ward, cannot be paired: ")
    assert not dialog.pair_button.isEnabled()
    dialog.list.activated.emit(dialog.list.currentIndex())
    assert dialog.isVisible()
    key(qtbot, dialog.search, KEY.Key_Escape)
    assert not dialog.isVisible()
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}


def test_a_double_click_asks_for_a_partner(page: PairingPage, qtbot: QtBot) -> None:
    at = middle_of(page.mentors, "Jonas")
    click(qtbot, page.mentors.viewport(), at)
    # pytest-qt has no types here.
    qtbot.mouseDClick(page.mentors.viewport(), LEFT, pos=at)  # type: ignore[no-untyped-call]
    assert chooser(page).heading.text() == "Pair Jonas Tamm with…"
    chooser(page).reject()


def test_nobody_of_that_name(page: PairingPage, cast: Cast, qtbot: QtBot) -> None:
    page.mentors.choose(cast.ids["Mei Brown"])
    press(qtbot, KEY.Key_Return)
    dialog = chooser(page)
    keys(qtbot, dialog.search, "zzz")
    assert dialog.model.rowCount() == 0
    said = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert "No leader of that name." in said
    assert not dialog.list.isVisible()
    assert not dialog.pair_button.isEnabled()
    key(qtbot, dialog.search, KEY.Key_Return)
    assert dialog.isVisible()
    dialog.reject()


def test_the_arrows_go_sideways_over_an_empty_list(page: PairingPage, qtbot: QtBot) -> None:
    assert page.pairs.cards.rowCount() == 0
    press(qtbot, KEY.Key_Right)
    assert QApplication.focusWidget() is page.leaders
    press(qtbot, KEY.Key_Left)
    assert QApplication.focusWidget() is page.mentors
    press(qtbot, KEY.Key_Left)
    assert QApplication.focusWidget() is page.mentors


def test_letters_go_to_the_card_of_that_name(page: PairingPage, qtbot: QtBot) -> None:
    keys(qtbot, page.mentors, "jo")
    assert current(page.mentors) == "Jonas Tamm"


def test_delete_on_somebody_without_a_pair_does_nothing(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    before = context.data.undo_words
    press(qtbot, KEY.Key_Delete)
    assert context.data.undo_words == before


def test_tab_leaves_every_list(page: PairingPage, cast: Cast, qtbot: QtBot) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    seen: list[QWidget | QObject] = []
    for _ in range(12):
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget)
        press(qtbot, KEY.Key_Tab)
    assert {page.mentors, page.pairs, page.leaders, page.search} <= set(seen)


@pytest.mark.parametrize("name", ["mentors", "pairs", "leaders"])
def test_every_list_has_a_name(page: PairingPage, name: str) -> None:
    view: QListView = getattr(page, name)
    assert view.accessibleName()
