"""Why two people are not a pair, asked on the board, and what is done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import ParticipationDetails, ParticipationState, Role
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.people.writing import leave, save_participation, set_state
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.explaining.why_not_chooser import WhyNotChooser
from revmentor_desktop.ui.pairing.explaining.why_not_dialog import WhyNotDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.reason_dialog import ReasonDialog
from revmentor_desktop.ui.widgets.dialogs import Dialog
from tests.ui.pairing.explaining.journey import (
    Asked,
    Know,
    card_of,
    do,
    offered,
    press,
    step,
    texts,
)
from tests.ui.pairing.stage import Cast


def test_the_chooser_says_what_a_pair_would_come_to_and_asks_on(
    page: PairingPage, cast: Cast, know: Know, asked: Asked, qtbot: QtBot
) -> None:
    cast.pair("Jonas Tamm", "David Price")
    cast.pair("Mei Brown", "Helen Ward")
    cast.pair("Sána Khan", "Rob Clarke")
    know()
    page.commands.pair_with(card_of(page, "Jonas Tamm").held(Role.MENTOR))
    chooser = asked.dialog(PartnerDialog)
    assert isinstance(chooser, PartnerDialog)
    chooser.search.setText("Rob")
    said = (
        "If others move with them: this plan would lose 65.2 points in all. "
        "Sána Khan would move to David Price."
    )
    qtbot.waitUntil(lambda: chooser.reason.startswith(said))
    press(chooser, "Why not?")
    press(asked.dialog(WhyNotDialog), "Close")
    assert chooser.isVisible()
    press(chooser, "Why not?")
    dialog = asked.dialog(WhyNotDialog)
    assert dialog.heading.text() == "Why not Jonas Tamm with Rob Clarke?"
    assert "David Price and Sána Khan would be free then." in texts(dialog)
    assert "• Sána Khan would move to David Price." in texts(dialog)
    press(dialog, "Move the others too")
    assert not chooser.isVisible()
    moved = {
        ("Jonas Tamm", "Rob Clarke"),
        ("Sána Khan", "David Price"),
        ("Mei Brown", "Helen Ward"),
    }
    qtbot.waitUntil(lambda: cast.stored() == moved)
    assert step(cast) == "Pair Jonas Tamm and Rob Clarke"


def test_pair_them_anyway_moves_nobody_else(
    page: PairingPage, cast: Cast, know: Know, asked: Asked, qtbot: QtBot
) -> None:
    cast.pair("Jonas Tamm", "David Price")
    know()
    do(page, "Jonas Tamm", "Why not Jonas Tamm with…")
    chooser = asked.dialog(WhyNotChooser)
    assert isinstance(chooser, WhyNotChooser)
    assert not chooser.pair_button.isVisible()
    chooser.search.setText("Helen")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    dialog = asked.dialog(WhyNotDialog)
    assert "They would have a fit of 89." in texts(dialog)
    assert "David Price would be free then." in texts(dialog)
    press(dialog, "Pair them anyway")
    qtbot.waitUntil(lambda: cast.stored() == {("Jonas Tamm", "Helen Ward")})


def test_a_rule_that_forbids_is_said_and_a_reason_asked(
    page: PairingPage, cast: Cast, know: Know, asked: Asked
) -> None:
    know()
    mei, david = (card_of(page, name).held().participant for name in ("Mei Brown", "David Price"))
    page.commands.explaining.why_not(mei, david)
    dialog = asked.dialog(WhyNotDialog)
    said = "! Mei Brown and David Price are in one line of management"
    assert any(text.startswith(said) for text in texts(dialog))
    assert "A written reason sets this rule aside for the two of them." in texts(dialog)
    press(dialog, "Give a reason…")
    asked.dialog(ReasonDialog)
    assert cast.stored() == set()


def test_what_nothing_sets_aside_offers_nothing(
    page: PairingPage, cast: Cast, know: Know, asked: Asked
) -> None:
    david = card_of(page, "David Price").held().participant
    jonas = card_of(page, "Jonas Tamm").held().participant
    cast.pair("Sána Khan", "David Price")
    set_state(cast.data, cast.programme_id, [cast.ids["David Price"]], ParticipationState.RESERVE)
    know()
    page.commands.explaining.why_not(jonas, david)
    dialog = asked.dialog(WhyNotDialog)
    assert "No reason can set that aside." in texts(dialog)
    assert [one.text() for one in offered(dialog)] == ["Close"]


def test_a_locked_pair_that_is_in_the_way_can_be_unlocked(
    page: PairingPage, cast: Cast, locked: int, asked: Asked, qtbot: QtBot
) -> None:
    jonas = page.board.pairs[0].mentor
    david = card_of(page, "David Price").held().participant
    page.commands.explaining.why_not(jonas, david)
    dialog = asked.dialog(WhyNotDialog)
    said = "Jonas Tamm is in a locked pair with Helen Ward and has no further place."
    assert said in texts(dialog)
    press(dialog, "Unlock Jonas Tamm – Helen Ward")
    qtbot.waitUntil(lambda: not pairs(cast.data, cast.programme_id)[0].is_locked)
    assert step(cast) == "Unlock Jonas Tamm and Helen Ward"


def test_who_left_the_board_meanwhile_is_asked_about_in_vain(
    page: PairingPage, cast: Cast, know: Know, context: Context, qtbot: QtBot
) -> None:
    know()
    sana = card_of(page, "Sána Khan").held().participant
    david = card_of(page, "David Price").held().participant
    leave(cast.data, cast.programme_id, [cast.ids["Sána Khan"]])
    know()
    explaining = page.commands.explaining
    assert explaining.price(sana, david) == ""
    for ask in (explaining.left_over, lambda one: explaining.why_not(one, david)):
        with qtbot.waitSignal(context.jobs.idle):
            ask(sana)
    assert not [one for one in page.findChildren(Dialog) if one.isVisible()]


def test_what_a_pair_would_come_to_is_said_as_soon_as_it_is_known(
    page: PairingPage, cast: Cast, asked: Asked, qtbot: QtBot
) -> None:
    page.reload()
    assert page.best_plan.suggestion is None
    page.commands.pair_with(card_of(page, "Jonas Tamm").held(Role.MENTOR))
    chooser = asked.dialog(PartnerDialog)
    assert isinstance(chooser, PartnerDialog)
    qtbot.waitUntil(lambda: chooser.reason.startswith("The best plan"))


def test_of_two_who_are_a_pair_it_is_not_asked_why_not(
    page: PairingPage, cast: Cast, know: Know, asked: Asked
) -> None:
    details = ParticipationDetails(role=Role.MENTOR, own_partners=2)
    save_participation(cast.data, cast.programme_id, cast.ids["Jonas Tamm"], details)
    cast.pair("Jonas Tamm", "Helen Ward")
    cast.pair("Jonas Tamm", "Rob Clarke")
    know()
    page.commands.pair_with(card_of(page, "Jonas Tamm – Helen Ward").held(Role.MENTOR))
    chooser = asked.dialog(PartnerDialog)
    assert isinstance(chooser, PartnerDialog)
    chooser.search.setText("Rob")
    assert chooser.reason == "Jonas Tamm and Rob Clarke are already a pair."
    assert not chooser.why_button.isEnabled()
    chooser.search.setText("David")
    assert chooser.why_button.isEnabled()
