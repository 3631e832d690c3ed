"""Drops as the window system delivers them: what is stored, shown, said and undone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.board import Held
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.pairing.proposing import take_apart
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.mime import mime_of
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.widgets.notices import Notice
from tests.fakes import FakePrompts
from tests.ui.pairing.stage import Cast, index_of, middle_of

MOVE = Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def held_card(view: CardView, name: str, role: Role | None = None) -> Held:
    card = view.cards.card(index_of(view, name))
    assert card is not None
    return card.held(role)


def drag_over(target: QWidget, at: QPoint, mime: QMimeData) -> bool:
    """Enter and move; tell whether the last move was accepted."""
    QApplication.sendEvent(target, QDragEnterEvent(QPointF(at), MOVE, mime, LEFT, NONE))
    move = QDragMoveEvent(QPointF(at), MOVE, mime, LEFT, NONE)
    QApplication.sendEvent(target, move)
    return move.isAccepted()


def drop(target: QWidget, at: QPoint, mime: QMimeData) -> bool:
    """Enter, move, drop as a window system does; tell whether it was taken."""
    if not drag_over(target, at, mime):
        QApplication.sendEvent(target, QDragLeaveEvent())
        return False
    event = QDropEvent(QPointF(at), MOVE, mime, LEFT, NONE, QEvent.Type.Drop)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def drop_on_card(held: Held, view: CardView, name: str) -> bool:
    return drop(view.viewport(), middle_of(view, name), mime_of(held))


def test_a_mentor_dropped_on_a_leader_is_a_stored_pair_with_an_undo_step(
    page: PairingPage, cast: Cast, context: Context, said: list[Notice]
) -> None:
    assert drop_on_card(held_card(page.mentors, "Mei"), page.leaders, "Helen")
    assert cast.stored() == {("Mei Brown", "Helen Ward")}
    assert context.data.undo_words == "Pair Mei Brown and Helen Ward"
    assert (said[0].text, said[0].verb) == ("Mei Brown and Helen Ward are a pair.", "Undo")
    assert page.summary.text == "1 of 3 leaders paired · Average fit 0 · Lowest fit 0"
    assert said[0].action is not None
    said[0].action()
    assert cast.stored() == set()
    assert page.summary.text == "0 of 3 leaders paired"
    assert index_of(page.mentors, "Mei").isValid()


def test_a_leader_dropped_on_a_mentor_is_the_same(page: PairingPage, cast: Cast) -> None:
    assert drop_on_card(held_card(page.leaders, "Helen"), page.mentors, "Mei")
    assert cast.stored() == {("Mei Brown", "Helen Ward")}


def test_a_forbidden_drop_is_not_taken_and_nothing_changes(page: PairingPage, cast: Cast) -> None:
    mime = mime_of(held_card(page.mentors, "Mei"))
    at = middle_of(page.leaders, "David")
    assert not drag_over(page.leaders.viewport(), at, mime)
    assert not drop_on_card(held_card(page.mentors, "Mei"), page.leaders, "David")
    assert cast.stored() == set()


def test_a_drop_that_comes_although_it_is_forbidden_says_why(
    page: PairingPage, cast: Cast, said: list[Notice]
) -> None:
    at = middle_of(page.leaders, "David")
    mime = mime_of(held_card(page.mentors, "Mei"))
    assert not drag_over(page.leaders.viewport(), at, mime)
    event = QDropEvent(QPointF(at), MOVE, mime, LEFT, NONE, QEvent.Type.Drop)
    QApplication.sendEvent(page.leaders.viewport(), event)
    assert not event.isAccepted()
    assert cast.stored() == set()
    assert "Mei Brown → Rob Clarke → David Price" in said[0].text


def test_a_card_that_somebody_is_over_is_told_and_forgotten(
    page: PairingPage, qtbot: QtBot
) -> None:
    mime = mime_of(held_card(page.mentors, "Mei"))
    with qtbot.waitSignal(page.leaders.over) as over:
        drag_over(page.leaders.viewport(), middle_of(page.leaders, "Helen"), mime)
    assert over.args is not None
    assert over.args[0].data() == "Helen Ward"
    with qtbot.waitSignal(page.leaders.over) as left:
        QApplication.sendEvent(page.leaders.viewport(), QDragLeaveEvent())
    assert left.args is not None
    assert not left.args[0].isValid()


def test_onto_a_full_pair_takes_the_place_as_one_step(
    page: PairingPage, cast: Cast, context: Context, said: list[Notice]
) -> None:
    drop_on_card(held_card(page.mentors, "Jonas"), page.leaders, "Helen")
    assert drop_on_card(held_card(page.mentors, "Mei"), page.pairs, "Helen")
    assert cast.stored() == {("Mei Brown", "Helen Ward")}
    assert said[-1].text == "Mei Brown and Helen Ward are a pair. Jonas Tamm is free again."
    context.undo()
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}


def test_onto_a_pair_with_room_adds_a_partner(
    context: Context, cast: Cast, page: PairingPage
) -> None:
    cast.add("Room Fortwo", Role.MENTEE, {"own_partners": 2})
    cast.pair("Jonas Tamm", "Room Fortwo")
    page.reload()
    assert drop_on_card(held_card(page.mentors, "Mei"), page.pairs, "Room")
    assert cast.stored() == {("Jonas Tamm", "Room Fortwo"), ("Mei Brown", "Room Fortwo")}


def test_from_pair_to_pair_exchanges_partners_as_one_step(
    page: PairingPage, cast: Cast, context: Context
) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    cast.pair("Sána Khan", "David Price")
    page.reload()
    held = held_card(page.pairs, "Helen", Role.MENTEE)
    assert drop_on_card(held, page.pairs, "Sána")
    assert cast.stored() == {("Sána Khan", "Helen Ward"), ("Jonas Tamm", "David Price")}
    context.undo()
    assert cast.stored() == {("Jonas Tamm", "Helen Ward"), ("Sána Khan", "David Price")}


def test_out_of_a_pair_onto_a_free_leader_moves(page: PairingPage, cast: Cast) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    assert drop_on_card(held_card(page.pairs, "Jonas"), page.leaders, "David")
    assert cast.stored() == {("Jonas Tamm", "David Price")}


def test_the_strip_takes_either_person_of_a_pair_apart(
    page: PairingPage, cast: Cast, context: Context, said: list[Notice]
) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    mime = mime_of(held_card(page.pairs, "Helen", Role.MENTEE))
    assert drop(page.strip, page.strip.rect().center(), mime)
    assert cast.stored() == set()
    assert context.data.undo_words == "Unpair Jonas Tamm and Helen Ward"
    assert said[-1].text == "Jonas Tamm and Helen Ward are no longer a pair."


def test_the_strip_takes_nobody_who_is_free(page: PairingPage, cast: Cast) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    mime = mime_of(held_card(page.mentors, "Mei"))
    assert not drop(page.strip, page.strip.rect().center(), mime)


def test_back_to_ones_own_list_or_beside_it_unpairs(
    page: PairingPage, cast: Cast, context: Context
) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    assert drop_on_card(held_card(page.pairs, "Jonas"), page.mentors, "Mei")
    assert cast.stored() == set()
    context.undo()
    column = page.columns[2]
    mime = mime_of(held_card(page.pairs, "Helen", Role.MENTEE))
    assert drop(column, QPoint(4, 4), mime)
    assert cast.stored() == set()


def test_beside_the_other_list_nothing_is_taken(page: PairingPage, cast: Cast) -> None:
    mime = mime_of(held_card(page.mentors, "Mei"))
    assert not drop(page.columns[2], QPoint(4, 4), mime)
    text = QMimeData()
    text.setText("Mei Brown")
    assert not drop(page.leaders.viewport(), middle_of(page.leaders, "Helen"), text)
    assert cast.stored() == set()


def test_a_drop_waits_for_the_drag_to_end(page: PairingPage, cast: Cast) -> None:
    held = held_card(page.mentors, "Mei")
    page.mentors.picked_up.emit(held)
    assert page.summary.hint == "Mei Brown: let go on a leader"
    assert drop_on_card(held, page.leaders, "Helen")
    assert cast.stored() == set()
    page.mentors.put_down.emit(MOVE)
    assert cast.stored() == {("Mei Brown", "Helen Ward")}
    assert page.summary.hint == ""


def test_a_drag_that_comes_to_nothing_leaves_no_trace(page: PairingPage, cast: Cast) -> None:
    page.mentors.picked_up.emit(held_card(page.mentors, "Mei"))
    assert page.leaders.cards.verdict(0) is not None
    page.mentors.put_down.emit(Qt.DropAction.IgnoreAction)
    assert page.leaders.cards.verdict(0) is None
    assert page.dragging.held is None
    assert cast.stored() == set()


def test_a_pair_that_is_gone_meanwhile_is_told_and_nothing_changes(
    page: PairingPage, cast: Cast, context: Context, prompts: FakePrompts
) -> None:
    pair_id = cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    held = held_card(page.pairs, "Jonas")
    take_apart(context.data, cast.programme_id, [pair_id])
    drop_on_card(held, page.leaders, "David")
    assert cast.stored() == set()
    assert prompts.said == ["pair-gone"]
