"""Cards of which one is chosen are one stop of the Tab key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.choice_cards import ChoiceCards


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def cards(window: QWidget, qtbot: QtBot) -> ChoiceCards:
    made = ChoiceCards("Shape", 2)
    for key in "abcd":
        made.add(key, f"Title {key}", f"Line {key}")
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    column.addWidget(made)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return made


def tab_from_above(cards: ChoiceCards) -> list[str]:
    """Return the cards that Tab comes to from the field above, until it is there again."""
    window = cards.window()
    field = window.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    found = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        reached = [key for key, card in cards.cards.items() if card.hasFocus()]
        if not reached:
            break
        found += reached
    return found


def test_tab_comes_to_the_first_while_none_is_chosen(cards: ChoiceCards) -> None:
    assert tab_from_above(cards) == ["a"]


@pytest.mark.parametrize("key", "abcd")
def test_tab_comes_to_the_chosen_one_only(cards: ChoiceCards, key: str) -> None:
    cards.choose(key)
    assert tab_from_above(cards) == [key]
    cards.choose("")
    assert tab_from_above(cards) == ["a"]


def test_after_a_click_tab_comes_to_what_was_clicked(cards: ChoiceCards, qtbot: QtBot) -> None:
    with qtbot.waitSignal(cards.chosen) as chosen:
        cards.cards["c"].click()
    assert chosen.args == ["c"]
    assert tab_from_above(cards) == ["c"]


def test_arrows_choose_the_next(cards: ChoiceCards) -> None:
    cards.choose("a")
    cards.take_focus()
    QTest.keyClick(cards.cards["a"], Qt.Key.Key_Down)
    assert cards.choice == "c"
    QTest.keyClick(cards.cards["c"], Qt.Key.Key_Right)
    assert cards.choice == "d"
    assert tab_from_above(cards) == ["d"]
