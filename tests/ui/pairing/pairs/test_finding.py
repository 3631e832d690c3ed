"""Two who found each other are entered as such, checked by the same rules, in one step."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from revmentor_desktop.domain.pairs import PairOrigin
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.ui.pairing.board.cards import PairCard
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.found_dialog import FoundDialog
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import dump, person_details
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


def test_two_of_one_name_are_told_apart_and_neither_is_taken_for_the_other(
    page: PairingPage, cast: Cast
) -> None:
    cast.ids.pop("Jonas Tamm")
    second = cast.add("Jonas Tamm", Role.MENTOR, job_title="Engineer", department="IT")
    page.reload()
    dialog = ask(page)
    finder = dialog.people[Role.MENTOR]
    called = [text for at in range(finder.count()) if "Jonas" in (text := finder.itemText(at))]
    assert called == ["Jonas Tamm · Engineer · IT"] * 2  # neither has an e-mail address
    choose(dialog, "Jonas Tamm", "Helen Ward")
    assert not dialog.enter.isEnabled()
    choose(dialog, "Jonas Tamm · Engineer · IT", "Helen Ward")
    assert not dialog.enter.isEnabled()
    places = [at for at in range(finder.count()) if "Jonas" in finder.itemText(at)]
    chosen = set()
    for at in places:
        finder.setCurrentIndex(at)
        assert dialog.enter.isEnabled()
        one = finder.person()
        assert one is not None
        chosen.add(one.person.id)
    assert second in chosen
    assert len(chosen) == 2
    save_person(
        cast.data,
        second,
        person_details("Jonas Tamm", job_title="Engineer", department="IT", email="j@example.org"),
    )
    page.reload()
    dialog.reject()
    again = ask(page).people[Role.MENTOR]
    assert again.findText("Jonas Tamm · Engineer · IT · j@example.org") >= 0


def test_what_no_reason_sets_aside_is_refused(page: PairingPage, cast: Cast) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    dialog = ask(page)
    choose(dialog, "Jonas Tamm", "Helen Ward")
    assert "already a pair" in dialog.verdict.text()
    assert not dialog.enter.isEnabled()
    assert not dialog.reason.isVisible()


def test_somebody_full_is_entered_as_one_partner_more_with_a_reason(
    page: PairingPage, cast: Cast
) -> None:
    cast.pair("Jonas Tamm", "Rob Clarke")
    page.reload()
    dialog = ask(page)
    choose(dialog, "Jonas Tamm", "Helen Ward")
    assert "as one more, with a reason" in dialog.verdict.text()
    dialog.reason.setPlainText("They asked for it")
    dialog.enter.click()
    assert cast.stored() == {("Jonas Tamm", "Rob Clarke"), ("Jonas Tamm", "Helen Ward")}
