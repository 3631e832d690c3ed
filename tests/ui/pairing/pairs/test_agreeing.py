"""From proposals to agreed pairs and their end, on the board."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pairs import EndReason, Pair, PairOrigin, PairState
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.reading import agreed_pairs, history, pair
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.cards import PairCard
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.agree_dialog import AgreeDialog
from revmentor_desktop.ui.pairing.pairs.end_dialog import EndDialog
from revmentor_desktop.ui.pairing.pairs.history_dialog import HistoryDialog
from revmentor_desktop.ui.pairing.pairs.reason_dialog import ReasonDialog
from revmentor_desktop.ui.widgets.notices import Notice
from revmentor_desktop.ui.widgets.surfaces import Chip
from tests.builders import person_details
from tests.ui.pairing.stage import Cast, act, drafts_menu, opened


@pytest.fixture
def two(page: PairingPage, cast: Cast) -> tuple[int, int]:
    """Two proposals on the board."""
    made = cast.pair("Jonas Tamm", "Helen Ward"), cast.pair("Sána Khan", "David Price")
    page.reload()
    return made


def do(page: PairingPage, pair_id: int, words: str) -> None:
    """Do what the menu of a pair offers under these words."""
    page.pairs.choose(pair_id)
    card = page.pairs.current_card()
    assert card is not None
    menu = page.commands.menu(card)
    act(menu, words)


def stored(cast: Cast, pair_id: int) -> Pair:
    return pair(cast.data, cast.programme_id, pair_id)


def test_everything_that_is_ready_is_agreed_with_its_days(
    page: PairingPage, cast: Cast, two: tuple[int, int], said: list[Notice]
) -> None:
    assert page.agree_button.text() == "Agree 2 pairs"
    page.agree_button.click()
    dialog = opened(page, AgreeDialog)
    dialog.asked[Role.MENTOR].set_value(today() - timedelta(days=2))
    dialog.agree.click()
    found = agreed_pairs(cast.data, cast.programme_id)
    assert [one.id for one in found] == list(two)
    assert {one.agreed_on for one in found} == {today()}
    assert {one.mentor_asked_on for one in found} == {today() - timedelta(days=2)}
    assert {one.mentee_asked_on for one in found} == {None}
    assert said[-1].text == "2 pairs are agreed."
    assert cast.data.undo_words == "Agree 2 pairs"
    assert not page.agree_button.isVisible()
    assert page.summary.next_button.isVisible()
    cards = [page.pairs.cards.card(page.pairs.cards.index(row)) for row in range(2)]
    assert all(isinstance(card, PairCard) and "agreed" in card.spoken for card in cards)


def test_after_all_are_agreed_the_keyboard_goes_on_among_the_pairs(
    page: PairingPage, two: tuple[int, int]
) -> None:
    assert two
    page.agree_button.setFocus()
    QTest.keyClick(page.agree_button, Qt.Key.Key_Space)
    opened(page, AgreeDialog).agree.click()
    QApplication.processEvents()
    assert not page.agree_button.isVisible()
    assert page.window().focusWidget() is page.pairs


def test_no_sign_is_cut_where_the_way_to_the_documents_needs_room(
    page: PairingPage, cast: Cast, two: tuple[int, int], qtbot: QtBot
) -> None:
    agree(cast.data, cast.programme_id, two, today())
    page.reload()
    qtbot.waitUntil(lambda: page.best_plan.gap is not None)
    summary = page.summary
    for width in (1000, 860):
        summary.setFixedWidth(width)
        QApplication.processEvents()
        for sign in summary.findChildren(Chip):
            if sign.isVisible():
                assert sign.width() >= sign.sizeHint().width()
    assert "Average fit" not in summary.text
    summary.setFixedWidth(1800)
    QApplication.processEvents()
    assert "Average fit" in summary.text


def test_what_breaks_a_rule_is_left_out_and_said(
    page: PairingPage, cast: Cast, context: Context, two: tuple[int, int]
) -> None:
    helen = cast.ids["Helen Ward"]
    details = person_details("Jonas Tamm", line_manager_id=helen)
    context.run("Edit", lambda data: save_person(data, cast.ids["Jonas Tamm"], details))
    assert page.agree_button.text() == "Agree 1 pair"
    page.agree_button.click()
    dialog = opened(page, AgreeDialog)
    assert "One more proposal breaks a rule" in dialog.text.text()
    dialog.agreed_on.set_value(None)
    dialog.agree.click()
    assert dialog.isVisible()
    dialog.agreed_on.set_value(today())
    dialog.agree.click()
    assert [one.id for one in agreed_pairs(cast.data, cast.programme_id)] == [two[1]]


def test_one_pair_is_agreed_from_its_menu(
    page: PairingPage, cast: Cast, two: tuple[int, int], said: list[Notice]
) -> None:
    do(page, two[0], "Agree…")
    opened(page, AgreeDialog).agree.click()
    assert stored(cast, two[0]).state is PairState.AGREED
    assert stored(cast, two[1]).state is PairState.PROPOSED
    assert said[-1].text == "Jonas Tamm and Helen Ward are agreed."


def test_a_proposal_is_locked_and_then_stays(
    page: PairingPage, cast: Cast, two: tuple[int, int], said: list[Notice]
) -> None:
    do(page, two[0], "Lock")
    assert stored(cast, two[0]).is_locked
    assert said[-1].text == "Jonas Tamm and Helen Ward are locked and stay together."
    card = page.pairs.current_card()
    assert isinstance(card, PairCard)
    assert card.spoken.endswith("proposed, locked")
    page.commands.unpair(card.pair)
    assert said[-1].text == "This pair is locked and stays as it is. Unlock it first."
    assert said[-1].verb == "Unlock"
    do(page, two[0], "Unlock")
    assert said[-1].text == "Jonas Tamm and Helen Ward are unlocked and may move."
    page.commands.unpair(stored(cast, two[0]))
    assert cast.stored() == {("Sána Khan", "David Price")}


def test_two_who_found_each_other_are_marked(
    page: PairingPage, cast: Cast, two: tuple[int, int], said: list[Notice]
) -> None:
    for origin, told in (
        (PairOrigin.FOUND_EACH_OTHER, "found each other."),
        (PairOrigin.BOARD, "were brought together on the board."),
    ):
        do(page, two[0], "They found each other")
        assert stored(cast, two[0]).origin is origin
        assert said[-1].text == f"It is noted that Jonas Tamm and Helen Ward {told}"


def test_an_agreed_pair_pauses_goes_on_and_ends_without_blame(
    page: PairingPage, cast: Cast, context: Context, two: tuple[int, int]
) -> None:
    context.run("Agree", lambda data: agree(data, cast.programme_id, two, today()))
    do(page, two[0], "Pause")
    assert stored(cast, two[0]).state is PairState.PAUSED
    do(page, two[0], "Resume")
    page.pairs.choose(two[0])
    page.pairs.setFocus()
    QTest.keyClick(page.pairs, Qt.Key.Key_Delete)
    dialog = opened(page, EndDialog)
    dialog.reason.put(EndReason.NO_TIME)
    dialog.ended_on.set_value(today() - timedelta(days=1))
    dialog.end.click()
    assert "was agreed" in dialog.day_field.problem
    dialog.ended_on.set_value(today())
    dialog.end.click()
    (ended,) = history(cast.data, cast.programme_id)
    assert (ended.id, ended.end_reason, ended.ended_on) == (two[0], EndReason.NO_TIME, today())
    assert cast.stored() == {("Sána Khan", "David Price")}
    act(drafts_menu(page), "Earlier pairs…")
    listed = opened(page, HistoryDialog)
    row = [listed.model.index(0, column).data() for column in range(6)]
    days = [short_date(today())] * 2
    names = ["RM-0001", "Jonas Tamm", "Helen Ward"]
    assert row == [*names, *days, "There was not the time for it"]
    listed.accept()


def test_an_agreed_pair_is_not_dragged_apart_and_says_how_it_ends(
    page: PairingPage, cast: Cast, context: Context, two: tuple[int, int], said: list[Notice]
) -> None:
    context.run("Agree", lambda data: agree(data, cast.programme_id, two, today()))
    card = page.pairs.cards.card(page.pairs.cards.index_of(two[0]))
    assert isinstance(card, PairCard)
    change = page.board.onto_person(card.held(), page.board.side(Role.MENTEE)[0])
    reason = page.board.objection_to(change)
    assert reason is not None
    page.commands.refuse(reason, change)
    assert said[-1].verb == "End the pair…"
    assert said[-1].action is not None
    said[-1].action()
    opened(page, EndDialog).reject()
    assert len(agreed_pairs(cast.data, cast.programme_id)) == 2


def test_a_refused_drop_offers_to_write_a_reason(
    page: PairingPage, cast: Cast, said: list[Notice]
) -> None:
    mei, david = (page.board.participant(cast.ids[one]) for one in ("Mei Brown", "David Price"))
    assert mei is not None
    assert david is not None
    card = page.mentors.cards.card(page.mentors.cards.index_of(mei.person.id))
    assert card is not None
    page.commands.attempt(page.board.onto_person(card.held(), david))
    assert said[-1].verb == "Give a reason…"
    assert said[-1].action is not None
    said[-1].action()
    dialog = opened(page, ReasonDialog)
    assert dialog.windowTitle() == "Pair Mei Brown and David Price all the same?"
    dialog.reason.put("Both asked for it")
    dialog.pair.click()
    assert cast.stored() == {("Mei Brown", "David Price")}


def test_a_pair_that_breaks_a_rule_by_now_gets_a_reason_and_can_be_agreed(
    page: PairingPage,
    cast: Cast,
    context: Context,
    two: tuple[int, int],
    said: list[Notice],
) -> None:
    details = person_details("Jonas Tamm", line_manager_id=cast.ids["Helen Ward"])
    context.run("Edit", lambda data: save_person(data, cast.ids["Jonas Tamm"], details))
    do(page, two[0], "Give a reason…")
    dialog = opened(page, ReasonDialog)
    assert dialog.windowTitle() == "Keep Jonas Tamm and Helen Ward as a pair all the same?"
    assert dialog.pair.text() == "Keep for this reason"
    dialog.reason.put("Both asked for it")
    dialog.pair.click()
    assert cast.data.undo_words == "Note why Jonas Tamm and Helen Ward are a pair"
    assert said[-1].text == "It is noted why Jonas Tamm and Helen Ward are a pair."
    assert page.agree_button.text() == "Agree 2 pairs"
    do(page, two[0], "Let the rules hold again")
    assert page.agree_button.text() == "Agree 1 pair"
