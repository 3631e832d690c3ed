"""Mentors and leaders in another order, some of them alone; kept for the next time."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.people import Slot
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.column import EmptyColumn
from revmentor_desktop.ui.pairing.page import PairingPage
from tests.ui.pairing.stage import Cast

# Menus make Qt ask for what a screen in memory does not have.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def four(page: PairingPage, cast: Cast) -> Cast:
    """A fourth mentor, not confirmed yet, who has a leader and room for one more."""
    part = {"own_partners": 2, "state": ParticipationState.APPLIED}
    site = {"site": "North depot", "department": "Estates"}
    cast.add("Zoe Best", Role.MENTOR, part, offers=("AI tools",), slots=(Slot.TUE_AM,), **site)
    cast.pair("Zoe Best", "Helen Ward")
    page.reload()
    return cast


def shown(page: PairingPage, role: Role = Role.MENTOR) -> list[str]:
    cards = (page.mentors if role is Role.MENTOR else page.leaders).cards
    return [str(cards.index(row).data()) for row in range(cards.rowCount())]


def choose(page: PairingPage, words: str, role: Role = Role.MENTOR) -> None:
    menu = page.sorting[role].button.menu()
    (action,) = [one for one in menu.actions() if one.text() == words]
    action.trigger()


def test_people_are_sorted_and_where_something_is_not_known_it_comes_last(
    page: PairingPage, four: Cast
) -> None:
    usual = shown(page)
    choose(page, "By department")
    assert shown(page)[:2] == ["Zoe Best", "Jonas Tamm"]
    choose(page, "By place of work")
    assert shown(page)[0] == "Zoe Best"
    choose(page, "Who said least first")
    assert shown(page) == ["Sána Khan", "Mei Brown", "Zoe Best", "Jonas Tamm"]
    choose(page, "By name")
    assert shown(page) == usual
    assert four.stored() == {("Zoe Best", "Helen Ward")}


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Without a leader", {"Jonas Tamm", "Mei Brown", "Sána Khan"}),
        ("With a leader, and a place for one more", {"Zoe Best"}),
        ("Not confirmed yet", {"Zoe Best"}),
        ("Confirmed", {"Jonas Tamm", "Mei Brown", "Sána Khan"}),
    ],
)
def test_only_people_of_one_kind_are_shown(
    page: PairingPage, four: Cast, words: str, left: set[str]
) -> None:
    choose(page, words)
    assert set(shown(page)) == left
    assert page.columns[0].count == f"{len(left)} of 4 shown"
    choose(page, "Everybody with a place")
    assert len(shown(page)) == 4
    assert four.ids


def test_where_nobody_is_of_that_kind_one_can_show_everybody(page: PairingPage) -> None:
    choose(page, "Not confirmed yet", Role.MENTEE)
    assert shown(page, Role.MENTEE) == []
    empty = page.leaders.placeholder
    assert isinstance(empty, EmptyColumn)
    assert empty.label.text() == "Nobody of this kind."
    empty.act.click()
    assert len(shown(page, Role.MENTEE)) == 3
    assert page.leaders.placeholder is None


def test_how_they_are_arranged_is_kept_for_each_side_and_said(
    page: PairingPage, context: Context, qtbot: QtBot
) -> None:
    choose(page, "By department")
    choose(page, "Not confirmed yet", Role.MENTEE)
    again = PairingPage(context)
    qtbot.addWidget(again)
    assert again.sorting[Role.MENTOR].order == "department"
    assert again.sorting[Role.MENTOR].shows_everything
    assert again.sorting[Role.MENTEE].only == "unconfirmed"
    named = again.sorting[Role.MENTEE].button.accessibleName()
    assert named == "Leaders: Not confirmed yet · by name"
