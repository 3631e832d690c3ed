"""An agreed pair ends and one of the two gets somebody else: one act, or nothing at all."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pairs import EndReason, PairState
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.reading import history, pair
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.cards import PairCard
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.end_dialog import EndDialog
from revmentor_desktop.ui.pairing.pairs.reason_dialog import ReasonDialog
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import dump, person_details
from tests.ui.pairing.stage import Cast, opened


@pytest.fixture
def agreed(page: PairingPage, cast: Cast, context: Context) -> tuple[int, int]:
    """Two agreed pairs; Mei and Rob are free."""
    two = cast.pair("Jonas Tamm", "Helen Ward"), cast.pair("Sána Khan", "David Price")
    context.run("Agree", lambda data: agree(data, cast.programme_id, two, today()))
    return two


def another_mentor(page: PairingPage, pair_id: int, qtbot: QtBot) -> PartnerDialog:
    """Ask for another mentor for the leader of an agreed pair; return the list of mentors."""
    card = page.pairs.cards.card(page.pairs.cards.index_of(pair_id))
    assert isinstance(card, PairCard)
    page.commands.pair_with(card.held(Role.MENTEE))
    dialog = opened(page, EndDialog)
    assert dialog.next_for.key == Role.MENTEE
    assert dialog.end.text() == "Choose somebody else…"
    dialog.reason.put(EndReason.NO_TIME)
    dialog.end.click()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(PartnerDialog)))
    return opened(page, PartnerDialog)


def test_the_end_and_the_new_pair_are_one_step_and_the_others_stay(
    page: PairingPage, cast: Cast, agreed: tuple[int, int], said: list[Notice], qtbot: QtBot
) -> None:
    before = dump(cast.data)
    chooser = another_mentor(page, agreed[0], qtbot)
    assert chooser.heading.text() == "Pair Helen Ward with…"
    assert "The pair of Jonas Tamm and Helen Ward ends when you choose" in chooser.text.text()
    offered = [chooser.model.index(row).data() for row in range(chooser.model.rowCount())]
    assert "Jonas Tamm" not in offered
    assert dump(cast.data) == before
    chooser.search.setText("Mei")
    assert chooser.pair_button.text() == "End and pair anew"
    chooser.pair_button.click()
    qtbot.waitUntil(lambda: ("Mei Brown", "Helen Ward") in cast.stored())
    assert cast.stored() == {("Mei Brown", "Helen Ward"), ("Sána Khan", "David Price")}
    assert pair(cast.data, cast.programme_id, agreed[1]).state is PairState.AGREED
    (ended,) = history(cast.data, cast.programme_id)
    assert (ended.id, ended.end_reason) == (agreed[0], EndReason.NO_TIME)
    assert said[-1].text == (
        "The pair of Jonas Tamm and Helen Ward has ended. Mei Brown and Helen Ward are a pair."
    )
    step = "End the pair of Jonas Tamm and Helen Ward; pair Mei Brown and Helen Ward"
    assert cast.data.undo_words == step
    chosen = page.pairs.current_card()
    assert chosen is not None
    assert chosen.name == "Mei Brown – Helen Ward"
    page.context.undo()
    assert dump(cast.data) == before


def test_who_thinks_better_of_it_has_changed_nothing_and_is_told_so(
    page: PairingPage, cast: Cast, agreed: tuple[int, int], said: list[Notice], qtbot: QtBot
) -> None:
    before = dump(cast.data)
    another_mentor(page, agreed[0], qtbot).reject()
    assert dump(cast.data) == before
    assert said[-1].text == "Nothing has changed: Jonas Tamm and Helen Ward are still a pair."
    assert said[-1].action is not None
    said[-1].action()
    assert [one.id for one in history(cast.data, cast.programme_id)] == [agreed[0]]
    assert cast.stored() == {("Sána Khan", "David Price")}


def test_an_agreed_pair_of_others_is_not_taken_apart_for_it(
    page: PairingPage, cast: Cast, agreed: tuple[int, int], qtbot: QtBot
) -> None:
    chooser = another_mentor(page, agreed[0], qtbot)
    chooser.search.setText("Sána")
    assert chooser.pair_button.text() == "Give a reason…"  # as one partner more
    chooser.list.setCurrentIndex(chooser.model.index(1))
    assert not chooser.pair_button.isEnabled()
    assert "This pair is agreed" in chooser.reason


def test_a_rule_in_the_way_asks_for_a_reason_before_anything_ends(
    page: PairingPage,
    cast: Cast,
    context: Context,
    agreed: tuple[int, int],
    said: list[Notice],
    qtbot: QtBot,
) -> None:
    details = person_details("Mei Brown", line_manager_id=cast.ids["Helen Ward"])
    context.run("Edit", lambda data: save_person(data, cast.ids["Mei Brown"], details))
    for goes_on in (False, True):
        chooser = another_mentor(page, agreed[0], qtbot)
        chooser.search.setText("Mei")
        chooser.pair_button.click()
        qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(ReasonDialog)))
        dialog = opened(page, ReasonDialog)
        assert history(cast.data, cast.programme_id) == []
        if not goes_on:
            dialog.reject()
            assert said[-1].text.startswith("Nothing has changed")
        else:
            dialog.reason.put("Both asked for it")
            dialog.pair.click()
    assert ("Mei Brown", "Helen Ward") in cast.stored()
    assert len(history(cast.data, cast.programme_id)) == 1
