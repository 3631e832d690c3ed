"""Somebody full gets one partner more: for a reason, or where the number is only a wish."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.board import Held
from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.plan.pairing_choices import CAPACITY, WITHDRAWN
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.people.writing import set_state
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.cards import PairCard, PersonCard, Verdict
from revmentor_desktop.ui.pairing.board.mime import mime_of
from revmentor_desktop.ui.pairing.board.model import CardRole
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.chooser import VERDICT, PartnerDialog
from revmentor_desktop.ui.pairing.explaining.why_not_dialog import WhyNotDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.reason_dialog import ReasonDialog
from revmentor_desktop.ui.widgets.notices import Notice
from tests.ui.pairing.stage import Cast, act, index_of, middle_of, opened

MOVE = Qt.DropAction.MoveAction
COPY = Qt.DropAction.CopyAction
BOTH = MOVE | COPY
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
REASON = "Both asked for her"


@pytest.fixture
def jonas_and_helen(cast: Cast) -> int:
    """A pair that is there before the page is shown."""
    return cast.pair("Jonas Tamm", "Helen Ward")


@pytest.fixture
def gone(cast: Cast) -> int:
    """A mentor who has withdrawn, before the page is shown."""
    return cast.add("Gone Away", Role.MENTOR, {"state": ParticipationState.WITHDRAWN})


def switch_off(context: Context, cast: Cast, *rules: str) -> None:
    """Switch rules of the programme off, as its settings do."""
    now = plan(context.data, cast.programme_id).pairing
    off = replace(now, rules=now.rules - set(rules))
    context.run("Rules", lambda data: save_section(data, cast.programme_id, "pairing", off))


def held_card(view: CardView, name: str, role: Role | None = None) -> Held:
    card = view.cards.card(index_of(view, name))
    assert card is not None
    return card.held(role)


def drop_on(held: Held, view: CardView, name: str, keys: Qt.KeyboardModifier = NONE) -> bool:
    """Drag over a card and drop there with keys held down; tell whether it was taken."""
    at, mime, target = QPointF(middle_of(view, name)), mime_of(held), view.viewport()
    QApplication.sendEvent(target, QDragEnterEvent(at, BOTH, mime, LEFT, keys))
    move = QDragMoveEvent(at, BOTH, mime, LEFT, keys)
    QApplication.sendEvent(target, move)
    if not move.isAccepted():
        return False
    assert move.dropAction() is (COPY if keys else MOVE)
    event = QDropEvent(at, BOTH, mime, LEFT, keys, QEvent.Type.Drop)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def verdict(view: CardView, name: str) -> Verdict:
    found = index_of(view, name).data(CardRole.VERDICT)
    assert isinstance(found, Verdict)
    return found


def marks(view: CardView, name: str) -> list[str]:
    card = view.cards.card(index_of(view, name))
    assert isinstance(card, PersonCard | PairCard)
    return [mark.text for mark in card.marks]


def names(view: CardView) -> list[str]:
    return [view.cards.index(row).data() for row in range(view.cards.rowCount())]


def choose(dialog: PartnerDialog, name: str, *, as_one_more: bool) -> Verdict:
    """Choose a way to be paired with somebody; return what the list says of it."""
    for row in range(dialog.model.rowCount()):
        candidate = dialog.model.candidate(dialog.model.index(row))
        assert candidate is not None
        is_place = candidate.pair is not None
        if candidate.participant.person.full_name == name and is_place != as_one_more:
            dialog.list.setCurrentIndex(dialog.model.index(row))
            found = dialog.model.index(row).data(VERDICT)
            assert isinstance(found, Verdict)
            return found
    raise AssertionError(f"{name} is not offered so")


def give_reason(page: QWidget) -> None:
    dialog = opened(page, ReasonDialog)
    dialog.reason.setPlainText(REASON)
    dialog.pair.click()


BOTH_PAIRS = {("Jonas Tamm", "Helen Ward"), ("Sána Khan", "Helen Ward")}


def test_with_ctrl_a_drop_on_a_full_pair_adds_for_a_reason_that_shows(
    jonas_and_helen: int, page: PairingPage, cast: Cast, context: Context, said: list[Notice]
) -> None:
    held = held_card(page.mentors, "Sána")
    page.mentors.picked_up.emit(held)
    assert not drop_on(held, page.pairs, "Helen", CTRL)
    assert page.pairs.cards.beside
    assert verdict(page.pairs, "Helen").text == "As one more partner, with a reason"
    change = page.pairs.cards.change(held, index_of(page.pairs, "Helen"), beside=True)
    assert change is not None
    reason = page.board.objection_to(change)
    assert reason is not None
    page.mentors.put_down.emit(MOVE)
    page.commands.refuse(reason, change)
    assert (said[-1].verb, "as one more, with a reason" in said[-1].text) == (
        "Give a reason…",
        True,
    )
    assert said[-1].action is not None
    said[-1].action()
    give_reason(page)
    assert cast.stored() == BOTH_PAIRS
    assert any(REASON in text for text in marks(page.pairs, "Sána"))
    assert "more partners than agreed" not in " ".join(marks(page.pairs, "Jonas"))
    assert not verdict_broken(page)
    context.undo()
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}


def verdict_broken(page: PairingPage) -> bool:
    cards = [page.pairs.cards.card(page.pairs.cards.index(row)) for row in range(2)]
    return any(card.broken for card in cards if isinstance(card, PairCard))


def test_while_somebody_is_over_a_full_pair_the_hint_tells_both_ways(
    jonas_and_helen: int, page: PairingPage
) -> None:
    cards, held = page.pairs.cards, held_card(page.mentors, "Sána")
    assert cards.can_join_beside(held, index_of(page.pairs, "Helen"))
    assert not page.leaders.cards.can_join_beside(held, index_of(page.leaders, "David"))
    own = held_card(page.pairs, "Jonas", Role.MENTOR)
    assert not cards.can_join_beside(own, index_of(page.pairs, "Jonas"))


def test_while_ctrl_is_held_the_cards_say_that_nobody_loses_their_place(
    jonas_and_helen: int, page: PairingPage, cast: Cast, context: Context
) -> None:
    switch_off(context, cast, CAPACITY)
    held = held_card(page.mentors, "Sána")
    page.mentors.picked_up.emit(held)
    assert verdict(page.pairs, "Helen").text == "Takes the place of Jonas Tamm"
    at, mime = QPointF(middle_of(page.pairs, "Helen")), mime_of(held)
    over = page.pairs.viewport()
    QApplication.sendEvent(over, QDragEnterEvent(at, BOTH, mime, LEFT, CTRL))
    QApplication.sendEvent(over, QDragMoveEvent(at, BOTH, mime, LEFT, CTRL))
    assert verdict(page.pairs, "Helen").text == "One partner more than agreed for Helen Ward"
    QApplication.sendEvent(over, QDragMoveEvent(at, BOTH, mime, LEFT, NONE))
    assert verdict(page.pairs, "Helen").text == "Takes the place of Jonas Tamm"
    QApplication.sendEvent(over, QDragMoveEvent(at, BOTH, mime, LEFT, CTRL))
    page.mentors.put_down.emit(MOVE)
    # The next drag begins without it.
    page.mentors.picked_up.emit(held)
    assert verdict(page.pairs, "Helen").text == "Takes the place of Jonas Tamm"


def test_without_ctrl_the_place_is_taken_as_ever(
    jonas_and_helen: int, page: PairingPage, cast: Cast
) -> None:
    assert drop_on(held_card(page.mentors, "Sána"), page.pairs, "Helen")
    assert cast.stored() == {("Sána Khan", "Helen Ward")}


def test_by_keyboard_enter_takes_the_place_and_ctrl_enter_joins_as_one_more(
    jonas_and_helen: int, page: PairingPage, cast: Cast, said: list[Notice]
) -> None:
    page.mentors.choose(cast.ids["Sána Khan"])
    QTest.keyClick(page.mentors, Qt.Key.Key_Space)
    QTest.keyClick(page.mentors, Qt.Key.Key_Right)
    assert page.summary.hint.endswith(
        "Takes the place of Jonas Tamm; Ctrl+Enter: as one more partner"
    )
    QTest.keyClick(page.pairs, Qt.Key.Key_Return, CTRL)
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}
    assert said[-1].action is not None
    said[-1].action()
    give_reason(page)
    assert cast.stored() == BOTH_PAIRS


def test_the_list_of_partners_offers_the_place_and_one_more_with_a_reason(
    jonas_and_helen: int, page: PairingPage, cast: Cast
) -> None:
    page.commands.pair_with(held_card(page.mentors, "Sána"))
    dialog = opened(page, PartnerDialog)
    assert choose(dialog, "Helen Ward", as_one_more=False).text == "Takes the place of Jonas Tamm"
    found = choose(dialog, "Helen Ward", as_one_more=True)
    assert (found.allowed, found.text) == (False, "As one more partner, with a reason")
    assert dialog.pair_button.text() == "Give a reason…"
    spoken = dialog.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Helen Ward, As one more partner, with a reason"
    dialog.pair_button.click()
    QApplication.processEvents()
    give_reason(page)
    assert cast.stored() == BOTH_PAIRS


def test_where_the_number_is_a_wish_everybody_stays_in_the_list_and_onto_a_card_joins(
    jonas_and_helen: int, page: PairingPage, cast: Cast, context: Context
) -> None:
    assert "Helen Ward" not in names(page.leaders)
    switch_off(context, cast, CAPACITY)
    assert set(names(page.leaders)) == {"David Price", "Rob Clarke", "Helen Ward"}
    assert names(page.leaders)[-1] == "Helen Ward"
    assert "1 of 1 partners" in marks(page.leaders, "Helen")
    page.mentors.picked_up.emit(held_card(page.mentors, "Sána"))
    assert verdict(page.leaders, "Helen").text == "One partner more than agreed for Helen Ward"
    page.mentors.put_down.emit(MOVE)
    assert drop_on(held_card(page.mentors, "Sána"), page.leaders, "Helen")
    assert cast.stored() == BOTH_PAIRS
    assert "2 of 1 partners" in marks(page.leaders, "Helen")
    assert not verdict_broken(page)
    assert page.columns[2].count == "2 free"
    page.commands.pair_with(held_card(page.mentors, "Mei"))
    dialog = opened(page, PartnerDialog)
    assert choose(dialog, "Helen Ward", as_one_more=True).allowed
    dialog.reject()
    assert drop_on(held_card(page.mentors, "Mei"), page.pairs, "Jonas")
    assert cast.stored() == {("Mei Brown", "Helen Ward"), ("Sána Khan", "Helen Ward")}


def test_somebody_full_who_takes_a_place_is_told_both(
    jonas_and_helen: int, page: PairingPage, cast: Cast, context: Context
) -> None:
    cast.pair("Sána Khan", "David Price")
    switch_off(context, cast, CAPACITY)
    page.mentors.picked_up.emit(held_card(page.mentors, "Sána"))
    found = verdict(page.pairs, "Helen")
    assert found.text == "Takes the place of Jonas Tamm"
    assert "One partner more than agreed for Sána Khan" in [mark.text for mark in found.marks]
    assert found.spoken.endswith("One partner more than agreed for Sána Khan")


def test_who_withdrew_is_named_with_the_reason_and_paired_for_one(
    gone: int, page: PairingPage, cast: Cast, context: Context
) -> None:
    assert "Gone Away" not in names(page.mentors)
    page.commands.pair_with(held_card(page.leaders, "Helen"))
    dialog = opened(page, PartnerDialog)
    assert choose(dialog, "Gone Away", as_one_more=True).text == "Gone Away has withdrawn"
    assert dialog.pair_button.text() == "Give a reason…"
    dialog.pair_button.click()
    QApplication.processEvents()
    give_reason(page)
    assert cast.stored() == {("Gone Away", "Helen Ward")}
    assert any(REASON in text and "has withdrawn" in text for text in marks(page.pairs, "Gone"))


def test_a_pair_of_somebody_who_withdrew_since_is_marked_and_stays_for_a_reason(
    jonas_and_helen: int, page: PairingPage, cast: Cast, context: Context
) -> None:
    gone = ParticipationState.WITHDRAWN
    jonas = [cast.ids["Jonas Tamm"]]
    context.run("Withdraw", lambda data: set_state(data, cast.programme_id, jonas, gone))
    card = page.pairs.cards.card(page.pairs.cards.index(0))
    assert isinstance(card, PairCard)
    assert (card.broken, card.marks[0].text) == (True, "Jonas Tamm has withdrawn")
    act(page.commands.menu(card), "Give a reason…")
    give_reason(page)
    assert REASON in marks(page.pairs, "Jonas")[0]
    assert WITHDRAWN in page.board.facts.rules
    assert page.board.ready() == list(page.board.pairs)


def test_why_not_is_answered_for_who_withdrew_too(
    gone: int, page: PairingPage, qtbot: QtBot
) -> None:
    page.commands.pair_with(held_card(page.leaders, "Helen"))
    dialog = opened(page, PartnerDialog)
    choose(dialog, "Gone Away", as_one_more=True)
    dialog.why_button.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(WhyNotDialog)))
    answer = opened(page, WhyNotDialog)
    assert "Gone Away has withdrawn" in answer.accessibleDescription()


def test_why_not_offers_one_partner_more_where_an_agreed_pair_has_the_place(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    agree_at_once(cast.data, cast.programme_id, cast.ids["Jonas Tamm"], cast.ids["Helen Ward"])
    page.reload()
    mentor = held_card(page.mentors, "Sána").participant
    (pair,) = page.board.pairs
    page.commands.explaining.why_not(mentor, pair.mentee)
    qtbot.waitUntil(lambda: bool(page.findChildren(WhyNotDialog)))
    answer = opened(page, WhyNotDialog)
    (more,) = (
        one
        for one in answer.findChildren(QPushButton)
        if one.text() == "As one more, with a reason…"
    )
    more.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(ReasonDialog)))
    give_reason(page)
    assert cast.stored() == BOTH_PAIRS


def test_without_the_rule_who_withdrew_stands_there_marked(
    gone: int, page: PairingPage, cast: Cast, context: Context
) -> None:
    switch_off(context, cast, WITHDRAWN)
    assert "Gone Away" in names(page.mentors)
    assert marks(page.mentors, "Gone")[0] == "Withdrawn"
    spoken = index_of(page.mentors, "Gone").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Gone Away, mentor, withdrawn"
    page.leaders.picked_up.emit(held_card(page.leaders, "Helen"))
    assert "Withdrawn" in [mark.text for mark in verdict(page.mentors, "Gone").marks]
    page.leaders.put_down.emit(MOVE)
    assert drop_on(held_card(page.leaders, "Helen"), page.mentors, "Gone")
    assert cast.stored() == {("Gone Away", "Helen Ward")}
    assert not any(
        card.broken
        for card in (page.pairs.cards.card(page.pairs.cards.index(0)),)
        if isinstance(card, PairCard)
    )
