"""Drags with a real pointer on a real X server: press, move in steps, let go."""

from __future__ import annotations

import subprocess

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHoverEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.proposing import set_locked
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.pairing.board.cards import Verdict
from revmentor_desktop.ui.pairing.board.model import CardRole
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.reason_dialog import ReasonDialog
from revmentor_desktop.ui.widgets.notices import Notice
from tests.ui.pairing.stage import Cast, index_of, middle_of, opened

pytestmark = pytest.mark.xserver

STEPS = 8
PATIENCE_MS = 15_000


class Pointer:
    """A hand on the mouse: what it does goes on while Qt's own loop runs."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def drag(self, start: QPoint, end: QPoint, *last: str) -> None:
        """Press at one point of the screen, move to another in steps, then do `last`."""
        orders = ["mousemove", *_at(start), "sleep", "0.1", "mousedown", "1", "sleep", "0.1"]
        for step in range(1, STEPS + 1):
            between = start + (end - start) * step / STEPS
            orders += ["mousemove", *_at(between), "sleep", "0.03"]
        orders += ["sleep", "0.15", *last]
        hand = subprocess.Popen(["xdotool", *orders])
        self._qtbot.waitUntil(lambda: hand.poll() is not None, timeout=PATIENCE_MS)
        assert hand.returncode == 0


@pytest.fixture
def pointer(qtbot: QtBot) -> Pointer:
    return Pointer(qtbot)


@pytest.fixture
def jonas_and_helen(cast: Cast) -> int:
    """A pair that is there before the page is shown."""
    return cast.pair("Jonas Tamm", "Helen Ward")


@pytest.fixture
def sana_and_david(cast: Cast) -> int:
    """Another pair that is there before the page is shown."""
    return cast.pair("Sána Khan", "David Price")


@pytest.fixture
def many_leaders(cast: Cast) -> None:
    """More leaders than the window shows, before the page is shown."""
    for number in range(20):
        cast.add(f"Leader {number:02}", Role.MENTEE)


def on_screen(view: CardView, name: str) -> QPoint:
    return view.viewport().mapToGlobal(middle_of(view, name))


def idle(page: PairingPage, qtbot: QtBot) -> None:
    """Wait until nobody is held any more."""
    qtbot.waitUntil(lambda: page.dragging.held is None, timeout=PATIENCE_MS)


def until_stored(page: PairingPage, cast: Cast, qtbot: QtBot, *pairs: tuple[str, str]) -> None:
    """Wait until these pairs are in the data file, and nobody is held any more."""
    qtbot.waitUntil(lambda: cast.stored() == set(pairs), timeout=PATIENCE_MS)
    idle(page, qtbot)


LET_GO = ("mouseup", "1", "sleep", "0.1")
WITH_CTRL = ("keydown", "ctrl", "sleep", "0.1", "mousemove_relative", "3", "2", "sleep", "0.3")
ESCAPE = ("key", "Escape", "sleep", "0.2")


@pytest.mark.parametrize(("held", "onto"), [("Mei", "Helen"), ("Helen", "Mei")])
def test_whichever_of_two_is_dragged_onto_the_other_they_are_a_pair_in_the_data_file(
    page: PairingPage, cast: Cast, pointer: Pointer, qtbot: QtBot, held: str, onto: str
) -> None:
    list_of = {"Mei": page.mentors, "Helen": page.leaders}
    pointer.drag(on_screen(list_of[held], held), on_screen(list_of[onto], onto), *LET_GO)
    until_stored(page, cast, qtbot, ("Mei Brown", "Helen Ward"))


def test_one_of_several_chosen_is_dragged_alone(
    page: PairingPage, cast: Cast, pointer: Pointer, qtbot: QtBot
) -> None:
    page.mentors.selectAll()
    assert page.side.shows_several
    pointer.drag(on_screen(page.mentors, "Jonas"), on_screen(page.leaders, "Helen"), *LET_GO)
    until_stored(page, cast, qtbot, ("Jonas Tamm", "Helen Ward"))


def test_onto_a_refused_leader_nothing_is_paired_and_the_reason_is_shown(
    page: PairingPage, cast: Cast, pointer: Pointer, qtbot: QtBot, said: list[Notice]
) -> None:
    hints: list[str] = []
    page.dragging.hinted.connect(hints.append)
    pointer.drag(on_screen(page.mentors, "Mei"), on_screen(page.leaders, "David"), *LET_GO)
    idle(page, qtbot)
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
    assert cast.stored() == set()
    chain = "Mei Brown → Rob Clarke → David Price"
    assert chain in said[0].text
    assert any(chain in hint for hint in hints)


def test_the_half_of_a_pair_that_is_pressed_goes_to_the_strip(
    jonas_and_helen: int, page: PairingPage, cast: Cast, pointer: Pointer, qtbot: QtBot
) -> None:
    held: list[str] = []
    page.pairs.picked_up.connect(lambda who: held.append(who.participant.person.full_name))
    hints: list[str] = []
    page.dragging.hinted.connect(hints.append)
    start = on_screen(page.pairs, "Helen") + QPoint(100, 0)
    pointer.drag(start, middle_on_screen(page.strip), *LET_GO)
    until_stored(page, cast, qtbot)
    assert held == ["Helen Ward"]
    assert "Helen Ward: let go to unpair" in hints


def test_after_a_drag_no_card_of_the_list_it_began_in_looks_pointed_at(
    page: PairingPage, cast: Cast, pointer: Pointer, qtbot: QtBot
) -> None:
    list_at = page.mentors.viewport()
    list_at.setAttribute(Qt.WidgetAttribute.WA_Hover)  # as the theme has it
    pointer.drag(on_screen(page.mentors, "Mei"), on_screen(page.leaders, "Helen"), *LET_GO)
    until_stored(page, cast, qtbot, ("Mei Brown", "Helen Ward"))
    qtbot.wait(100)
    seen = page.mentors.grab().toImage()
    away = QPointF(-1, -1)
    QApplication.sendEvent(list_at, QHoverEvent(QEvent.Type.HoverLeave, away, away, away))
    assert page.mentors.grab().toImage() == seen


def test_escape_cancels_even_over_a_card_and_says_nothing(
    page: PairingPage, cast: Cast, pointer: Pointer, qtbot: QtBot, said: list[Notice]
) -> None:
    for name in ("Helen", "David"):
        start, end = on_screen(page.mentors, "Mei"), on_screen(page.leaders, name)
        pointer.drag(start, end, *ESCAPE, *LET_GO)
        idle(page, qtbot)
        assert cast.stored() == set()
    qtbot.wait(100)
    assert said == []


def test_let_go_outside_the_lists_does_nothing(
    page: PairingPage, cast: Cast, pointer: Pointer, qtbot: QtBot, said: list[Notice]
) -> None:
    pointer.drag(on_screen(page.mentors, "Mei"), middle_on_screen(page.summary), *LET_GO)
    idle(page, qtbot)
    qtbot.wait(100)
    assert cast.stored() == set()
    assert said == []


def test_a_mentor_dragged_onto_a_pair_takes_the_place_in_it(
    jonas_and_helen: int, page: PairingPage, cast: Cast, pointer: Pointer, qtbot: QtBot
) -> None:
    pointer.drag(on_screen(page.mentors, "Mei"), on_screen(page.pairs, "Helen"), *LET_GO)
    until_stored(page, cast, qtbot, ("Mei Brown", "Helen Ward"))
    assert index_of(page.mentors, "Jonas").isValid()


def test_with_ctrl_onto_a_full_pair_nobody_loses_a_place_and_a_reason_is_asked(
    jonas_and_helen: int,
    page: PairingPage,
    cast: Cast,
    pointer: Pointer,
    qtbot: QtBot,
    said: list[Notice],
) -> None:
    hints: list[str] = []
    page.dragging.hinted.connect(hints.append)
    start, end = on_screen(page.mentors, "Mei"), on_screen(page.pairs, "Helen")
    pointer.drag(start, end, *WITH_CTRL, *LET_GO, "keyup", "ctrl")
    idle(page, qtbot)
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}
    assert said[-1].verb == "Give a reason…"
    assert said[-1].action is not None
    said[-1].action()
    dialog = opened(page, ReasonDialog)
    dialog.reason.setPlainText("Both asked for it")
    dialog.pair.click()
    both = {("Jonas Tamm", "Helen Ward"), ("Mei Brown", "Helen Ward")}
    assert cast.stored() == both
    assert any("let go to take the place, or with Ctrl" in hint for hint in hints)


def test_a_member_of_a_pair_dragged_onto_another_pair_exchanges_the_partners(
    jonas_and_helen: int,
    sana_and_david: int,
    page: PairingPage,
    cast: Cast,
    pointer: Pointer,
    qtbot: QtBot,
) -> None:
    start = on_screen(page.pairs, "Helen") + QPoint(100, 0)
    pointer.drag(start, on_screen(page.pairs, "Sána"), *LET_GO)
    until_stored(page, cast, qtbot, ("Sána Khan", "Helen Ward"), ("Jonas Tamm", "David Price"))


def test_while_somebody_is_dragged_each_target_shows_the_fit_or_why_not(
    jonas_and_helen: int, page: PairingPage, cast: Cast, pointer: Pointer, qtbot: QtBot
) -> None:
    looks: dict[str, list[bytes]] = {"Rob": [], "Helen": []}
    marks: list[str] = []
    reasons: list[str] = []

    def look(*_: object) -> None:
        for name, view in (("Rob", page.leaders), ("Helen", page.pairs)):
            area = view.visualRect(index_of(view, name))
            looks[name].append(bytes_of(view.viewport().grab(area)))

    def over(*_: object) -> None:
        look()
        marks.extend(one.text for one in verdict(page.pairs, "Helen").marks)
        reasons.append(verdict(page.leaders, "Rob").text)

    look()
    page.mentors.picked_up.connect(over)
    pointer.drag(on_screen(page.mentors, "Mei"), on_screen(page.pairs, "Helen"), *ESCAPE, *LET_GO)
    idle(page, qtbot)
    look()
    assert marks[0] == "0 fit"
    assert "Mei Brown → Rob Clarke" in reasons[0]
    for before, during, after in looks.values():
        assert during != before
        assert after == before
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}


def test_what_is_locked_stays_and_a_click_unlocks_it(
    jonas_and_helen: int,
    page: PairingPage,
    cast: Cast,
    pointer: Pointer,
    qtbot: QtBot,
    said: list[Notice],
) -> None:
    set_locked(cast.data, cast.programme_id, [jonas_and_helen], locked=True)
    page.reload()
    pointer.drag(on_screen(page.mentors, "Mei"), on_screen(page.pairs, "Helen"), *LET_GO)
    qtbot.waitUntil(lambda: len(said) == 1, timeout=PATIENCE_MS)
    pointer.drag(on_screen(page.pairs, "Jonas"), middle_on_screen(page.strip), *LET_GO)
    qtbot.waitUntil(lambda: len(said) == 2, timeout=PATIENCE_MS)
    idle(page, qtbot)
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}
    for notice in said:
        assert notice.text == "This pair is locked and stays as it is. Unlock it first."
        assert notice.verb == "Unlock"
    assert said[0].action is not None
    said[0].action()
    assert not page.board.pairs[0].is_locked


def test_what_is_agreed_is_ended_by_no_drag(
    jonas_and_helen: int,
    page: PairingPage,
    cast: Cast,
    pointer: Pointer,
    qtbot: QtBot,
    said: list[Notice],
) -> None:
    agree(cast.data, cast.programme_id, [jonas_and_helen], today())
    page.reload()
    hints: list[str] = []
    page.dragging.hinted.connect(hints.append)
    pointer.drag(on_screen(page.pairs, "Jonas"), middle_on_screen(page.strip), *LET_GO)
    qtbot.waitUntil(lambda: len(said) == 1, timeout=PATIENCE_MS)
    idle(page, qtbot)
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}
    assert said[0].verb == "End the pair…"
    assert said[0].text in hints


def test_of_several_chosen_pairs_a_drag_moves_only_who_hangs_on_the_pointer(
    jonas_and_helen: int,
    sana_and_david: int,
    page: PairingPage,
    cast: Cast,
    pointer: Pointer,
    qtbot: QtBot,
) -> None:
    page.pairs.selectAll()
    pointer.drag(on_screen(page.pairs, "Jonas"), middle_on_screen(page.strip), *LET_GO)
    until_stored(page, cast, qtbot, ("Sána Khan", "David Price"))


def test_who_is_held_at_the_edge_of_a_list_reaches_those_further_down(
    many_leaders: None, page: PairingPage, cast: Cast, pointer: Pointer, qtbot: QtBot
) -> None:
    viewport = page.leaders.viewport()
    edge = viewport.mapToGlobal(QPoint(60, viewport.height() - 6))
    middle = viewport.mapToGlobal(viewport.rect().center())
    before = page.leaders.indexAt(viewport.rect().center()).data()
    # The longer one holds still at the edge, the faster the list goes.
    still = ("mousemove_relative", "1", "0", "sleep", "1.5")
    then = ("mousemove", *_at(middle), "sleep", "0.2", *LET_GO)
    pointer.drag(on_screen(page.mentors, "Jonas"), edge, *still, *then)
    qtbot.waitUntil(lambda: len(cast.stored()) == 1, timeout=PATIENCE_MS)
    idle(page, qtbot)
    ((mentor, leader),) = cast.stored()
    assert mentor == "Jonas Tamm"
    assert leader > before


def test_near_an_edge_the_list_scrolls_under_who_is_held(
    many_leaders: None, page: PairingPage, cast: Cast, pointer: Pointer, qtbot: QtBot
) -> None:
    bar = page.leaders.verticalScrollBar()
    assert bar.value() == 0
    viewport = page.leaders.viewport()
    edge = viewport.mapToGlobal(QPoint(60, viewport.height() - 6))
    nudges = ("mousemove_relative", "1", "0", "sleep", "0.1") * 8
    pointer.drag(on_screen(page.mentors, "Mei"), edge, *nudges, "key", "Escape", *LET_GO)
    idle(page, qtbot)
    assert bar.value() > 0
    assert cast.stored() == set()


def middle_on_screen(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().center())


def verdict(view: CardView, name: str) -> Verdict:
    found = index_of(view, name).data(CardRole.VERDICT)
    assert isinstance(found, Verdict)
    return found


def bytes_of(picture: QPixmap) -> bytes:
    image = picture.toImage()
    return bytes(image.constBits())


def _at(point: QPoint) -> tuple[str, str]:
    return str(point.x()), str(point.y())
