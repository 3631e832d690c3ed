from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.choice_cards import ChoiceCards
from revmentor_desktop.ui.widgets.surfaces import IconLabel


@pytest.fixture
def cards(qtbot: QtBot) -> ChoiceCards:
    made = ChoiceCards("Focus", 2)
    for key in ("a", "b", "c", "d", "e"):
        made.add(key, f"Title {key} & <co>", "A line about it")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_a_click_anywhere_on_a_card_chooses_it_alone(cards: ChoiceCards) -> None:
    told = QSignalSpy(cards.chosen)
    for key in ("b", "d"):
        card = cards.cards[key]
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight() / 2)
        assert cards.choice == key
    assert [told.at(place)[0] for place in range(told.count())] == ["b", "d"]


def test_arrow_keys_go_over_the_grid_and_choose(cards: ChoiceCards) -> None:
    cards.take_focus()
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        press(key)
        seen.append(cards.choice)
    assert seen == ["c", "d", "b", "a"]
    press(Qt.Key.Key_Left)
    assert cards.choice == "a"


def test_space_chooses_what_has_the_focus(cards: ChoiceCards) -> None:
    cards.take_focus()
    press(Qt.Key.Key_Space)
    assert cards.choice == "a"


def test_choosing_from_the_program_is_silent(cards: ChoiceCards) -> None:
    told = QSignalSpy(cards.chosen)
    cards.choose("c")
    assert cards.choice == "c"
    cards.choose("")
    assert cards.choice == ""
    assert told.count() == 0


def test_a_card_is_named_to_a_screen_reader(cards: ChoiceCards) -> None:
    card = cards.cards["a"]
    assert card.accessibleName() == "Title a & <co>"
    assert card.accessibleDescription() == "A line about it"


def test_the_chosen_card_has_a_tick_wherever_the_keyboard_is(cards: ChoiceCards) -> None:
    def ticked() -> list[str]:
        return [
            key
            for key, card in cards.cards.items()
            if any(sign.isVisible() for sign in card.findChildren(IconLabel))
        ]

    assert ticked() == []
    cards.choose("b")
    assert ticked() == ["b"]
    cards.cards["d"].setFocus()
    assert ticked() == ["b"]
    cards.cards["d"].click()
    assert ticked() == ["d"]
