"""Two who found each other are entered as such, checked by the same rules, in one step."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from revmentor_desktop.domain.pairs import PairOrigin
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.ui.pairing.board.cards import PairCard
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.found_dialog import FoundDialog
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import dump
from tests.ui.pairing.stage import Cast, opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def ask(page: PairingPage) -> FoundDialog:
    menu = page.summary.drafts.menu()
    menu.aboutToShow.emit()
    words = "Enter a pair that found each other…"
    (action,) = [one for one in menu.actions() if one.text() == words]
    action.trigger()
    return opened(page, FoundDialog)


def choose(dialog: FoundDialog, mentor: str, leader: str) -> None:
    for role, name in ((Role.MENTOR, mentor), (Role.MENTEE, leader)):
        line = dialog.people[role].lineEdit()
        assert line is not None
        line.clear()
        QTest.keyClicks(line, name)


def test_the_fit_is_shown_and_the_two_are_proposed_as_such(
    page: PairingPage, cast: Cast, said: list[Notice]
) -> None:
    before = dump(cast.data)
    dialog = ask(page)
    assert dialog.verdict.text() == "Choose the mentor and the leader."
    assert not dialog.enter.isEnabled()
    choose(dialog, "jonas tamm", "Helen Ward")
    assert dialog.verdict.text() == (
        "✓ No rule stands against it · 89 fit (professional 100, personal 50)"
    )
    assert not dialog.reason.isVisible()
    dialog.enter.click()
    (made,) = pairs(cast.data, cast.programme_id)
    assert made.origin is PairOrigin.FOUND_EACH_OTHER
    assert made.is_proposed
    assert cast.data.undo_words == "Enter that Jonas Tamm and Helen Ward found each other"
    assert said[-1].text == "Jonas Tamm and Helen Ward are a pair."
    card = page.pairs.current_card()
    assert isinstance(card, PairCard)
    assert "Found each other" in [mark.text for mark in card.marks]
    page.context.undo()
    assert dump(cast.data) == before


def test_a_rule_in_the_way_is_said_and_needs_a_reason(page: PairingPage, cast: Cast) -> None:
    dialog = ask(page)
    choose(dialog, "Mei Brown", "Rob Clarke")
    assert dialog.verdict.text().startswith("! ")
    assert "line" in dialog.verdict.text()
    assert dialog.reason.isVisible()
    dialog.enter.click()
    assert dialog.isVisible()
    dialog.reason.put("Both asked for it")
    dialog.enter.click()
    (made,) = pairs(cast.data, cast.programme_id)
    assert made.origin is PairOrigin.FOUND_EACH_OTHER
    assert page.board.ready() == [made]


def test_what_no_reason_sets_aside_is_refused(page: PairingPage, cast: Cast) -> None:
    cast.pair("Jonas Tamm", "Rob Clarke")
    page.reload()
    dialog = ask(page)
    choose(dialog, "Jonas Tamm", "Helen Ward")
    assert "Jonas Tamm" in dialog.verdict.text()
    assert not dialog.enter.isEnabled()
    assert not dialog.reason.isVisible()
