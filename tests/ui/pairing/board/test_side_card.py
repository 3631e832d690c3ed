"""When the side card shows what is chosen, and where the keyboard is while it changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.ui.pairing.board.sheets import PairSheet, PersonSheet, Sheet
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.asked import AskedTicks
from tests.ui.pairing.stage import Cast, index_of


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[type[Sheet]]:
    """The sheets that were made for the side card since the test began."""
    kinds: list[type[Sheet]] = []
    for kind in (PairSheet, PersonSheet):
        first = kind.__init__

        def noted(
            self: Sheet, *args: object, kind: type[Sheet] = kind, first: object = first
        ) -> None:
            kinds.append(kind)
            assert callable(first)
            first(self, *args)

        monkeypatch.setattr(kind, "__init__", noted)
    return kinds


def hold_down(page: PairingPage) -> None:
    """Deliver a key as one that is held down repeats it."""
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", True
    )
    QApplication.sendEvent(page.mentors, event)


def test_while_a_key_is_held_down_the_side_card_waits_for_the_card_it_stops_at(
    page: PairingPage, cast: Cast, qtbot: QtBot, made: list[type[Sheet]]
) -> None:
    page.mentors.choose(cast.ids["Mei Brown"])
    assert "Mei Brown" in texts(page.side)
    del made[:]
    hold_down(page)
    hold_down(page)
    assert page.side.card is not None
    assert page.side.card.name == "Jonas Tamm"
    assert made == []
    qtbot.waitUntil(lambda: "Jonas Tamm" in texts(page.side))
    assert made == [PersonSheet]


def test_a_change_shows_what_came_of_it_and_nothing_in_between(
    page: PairingPage, cast: Cast, made: list[type[Sheet]]
) -> None:
    page.mentors.choose(cast.ids["Jonas Tamm"])
    jonas = page.mentors.cards.card(index_of(page.mentors, "Jonas"))
    helen = page.board.participant(cast.ids["Helen Ward"])
    assert jonas is not None
    assert helen is not None
    del made[:]
    page.leaders.cards.rearranged.emit(page.board.onto_person(jonas.held(), helen))
    assert made == [PairSheet]
    assert "Why this pair?" in texts(page.side)


def test_what_choosing_does_is_said_again_whenever_nothing_is_chosen(
    page: PairingPage, cast: Cast
) -> None:
    for _ in range(2):
        page.mentors.choose(cast.ids["Mei Brown"])
        page.mentors.clearSelection()
        assert [text for text in texts(page.side) if text.startswith("Choose a person")]


def test_where_nothing_is_chosen_the_card_fills_its_room_and_else_it_is_as_high_as_it_needs(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    page.resize(1300, 900)
    page.mentors.choose(cast.ids["Mei Brown"])
    qtbot.waitUntil(lambda: page.side.height() < room_of(page).height())
    page.mentors.clearSelection()
    qtbot.waitUntil(lambda: page.side.height() == room_of(page).height())


def test_who_ticks_by_the_keyboard_stays_on_the_tick(page: PairingPage, cast: Cast) -> None:
    page.pairs.choose(proposed(page, cast))
    box = page.side.findChildren(AskedTicks)[-1].boxes[Role.MENTEE]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    again = page.side.findChildren(AskedTicks)[-1].boxes[Role.MENTEE]
    assert again is not box
    assert again.isChecked()
    assert page.window().focusWidget() is again


def test_where_the_pressed_button_is_gone_the_keyboard_goes_to_what_is_chosen(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    proposed(page, cast)
    cast.pair("Sána Khan", "David Price")
    page.reload()
    page.pairs.selectAll()

    def locks() -> list[QPushButton]:
        every = page.side.findChildren(QPushButton)
        return [one for one in every if one.text() == "Lock 2" and one.isVisible()]

    qtbot.waitUntil(lambda: len(locks()) == 1)
    lock = locks()[0]
    lock.setFocus()
    QTest.keyClick(lock, Qt.Key.Key_Space)
    assert page.window().focusWidget() is page.pairs
    assert len(page.pairs.selected_cards()) == 2
    assert page.side.shows_several


def proposed(page: PairingPage, cast: Cast) -> int:
    """Put a proposal on the board."""
    made = cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    return made


def room_of(page: PairingPage) -> QWidget:
    """Return what holds the side card."""
    room = page.side.parentWidget()
    assert room is not None
    return room


def test_however_wide_the_window_the_heads_stand_beside_each_other_and_the_lists_below(
    page: PairingPage, qtbot: QtBot
) -> None:
    for width in (1000, 1500, 1000):
        page.resize(width, 900)
        qtbot.wait(0)
        tops = {view.mapTo(page, QPoint(0, 0)).y() for view in page.views}
        assert len(tops) == 1
