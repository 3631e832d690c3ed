"""Somebody is moved with the keyboard alone, and each step is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.model import CardRole
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.widgets.notices import Notice
from tests.ui.pairing.stage import Cast, index_of

KEY = Qt.Key


@pytest.fixture
def spoken(page: PairingPage) -> list[str]:
    """What a screen reader was given to say since the test began."""
    heard: list[str] = []
    page.carrying.spoken.connect(heard.append)
    return heard


def press(*keys: Qt.Key) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)


def carried(page: PairingPage) -> str:
    held = page.carrying.held
    return held.participant.person.full_name if held else ""


def test_space_arrows_and_enter_make_a_pair(
    page: PairingPage, cast: Cast, context: Context, spoken: list[str]
) -> None:
    page.mentors.choose(cast.ids["Jonas Tamm"])
    press(KEY.Key_Space)
    assert carried(page) == "Jonas Tamm"
    assert spoken[-1].startswith("Jonas Tamm is picked up: arrows to a leader")
    assert page.summary.hint == spoken[-1]
    assert index_of(page.mentors, "Jonas").data(CardRole.LIFTED) is True
    press(KEY.Key_Right, KEY.Key_Down, KEY.Key_Down)
    assert spoken[-1] == "Jonas Tamm onto Helen Ward: fit 89, Can be paired"
    press(KEY.Key_Return)
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}
    assert context.data.undo_words == "Pair Jonas Tamm and Helen Ward"
    assert carried(page) == ""
    assert page.summary.hint == ""
    assert [card.name for card in page.pairs.selected_cards()] == ["Jonas Tamm – Helen Ward"]


def test_escape_leaves_everything_as_it_was(
    page: PairingPage, cast: Cast, spoken: list[str]
) -> None:
    page.mentors.choose(cast.ids["Jonas Tamm"])
    press(KEY.Key_Space, KEY.Key_Right, KEY.Key_Escape)
    assert cast.stored() == set()
    assert spoken[-1] == "Jonas Tamm stays"
    assert carried(page) == ""
    assert index_of(page.leaders, "Helen").data(CardRole.VERDICT) is None
    press(KEY.Key_Down)
    assert spoken[-1] == "Jonas Tamm stays"


def test_a_forbidden_card_says_why_and_refuses(
    page: PairingPage, cast: Cast, said: list[Notice], spoken: list[str]
) -> None:
    page.mentors.choose(cast.ids["Mei Brown"])
    press(KEY.Key_Space, KEY.Key_Right)
    assert "In one line of management: Mei Brown → Rob Clarke" in spoken[-1]
    press(KEY.Key_Return)
    assert cast.stored() == set()
    assert "Rob Clarke" in said[-1].text
    assert said[-1].verb == "Give a reason…"


def test_space_once_more_takes_the_other_of_a_pair_and_then_nobody(
    page: PairingPage, cast: Cast, spoken: list[str]
) -> None:
    pair_id = cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    page.pairs.choose(pair_id)
    page.pairs.setFocus(Qt.FocusReason.OtherFocusReason)
    press(KEY.Key_Space)
    assert spoken[-1].startswith("Jonas Tamm is picked up")
    press(KEY.Key_Space)
    assert spoken[-1].startswith("Helen Ward is picked up: arrows to a mentor")
    press(KEY.Key_Left)
    assert spoken[-1].startswith("Helen Ward onto Mei Brown: ")
    press(KEY.Key_Return)
    assert cast.stored() == {("Mei Brown", "Helen Ward")}


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Space])
def test_on_their_own_card_somebody_is_put_down_again_and_that_is_said(
    page: PairingPage, cast: Cast, spoken: list[str], key: Qt.Key
) -> None:
    page.mentors.choose(cast.ids["Jonas Tamm"])
    press(KEY.Key_Space, key)
    assert carried(page) == ""
    assert cast.stored() == set()
    assert page.summary.hint == ""
    assert spoken[-1] == "Jonas Tamm stays"
