"""Alternatives on the board: for either of a pair, taken, tried, or somebody else."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.draft_reading import drafts
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.explaining.alternatives_dialog import AlternativesDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.end_dialog import EndDialog
from tests.builders import dump
from tests.ui.pairing.explaining.journey import (
    Asked,
    Know,
    do,
    offered,
    pause,
    press,
    step,
    texts,
)
from tests.ui.pairing.stage import Cast, act


def alternatives(page: PairingPage, asked: Asked) -> AlternativesDialog:
    press(page.side, "Alternatives…")
    dialog = asked.dialog(AlternativesDialog)
    assert isinstance(dialog, AlternativesDialog)
    return dialog


def test_alternatives_for_either_of_a_pair_and_one_is_taken_in_one_step(
    page: PairingPage, cast: Cast, three: None, asked: Asked, qtbot: QtBot
) -> None:
    dialog = alternatives(page, asked)
    assert [one.text() for one in dialog.side.buttons.values()] == [
        "For Jonas Tamm",
        "For David Price",
    ]
    said = texts(dialog)
    assert "Rob Clarke" in said
    dialog.side.buttons["1"].click()
    assert dialog.shown.held.participant.person.full_name == "David Price"
    option = dialog.chosen
    assert option is not None
    assert option.pair.mentor.person.full_name == "Sána Khan"
    dialog.side.buttons["1"].click()  # one of the two is always shown
    assert dialog.side.answer == "1"
    press(dialog, "Take this one")
    assert ("Sána Khan", "David Price") not in cast.stored()  # only once the dialog is gone
    qtbot.waitUntil(lambda: ("Sána Khan", "David Price") in cast.stored())
    assert ("Jonas Tamm", "Rob Clarke") in cast.stored()
    assert step(cast) == "Pair Sána Khan and David Price"
    page.context.undo()
    assert ("Jonas Tamm", "David Price") in cast.stored()


def test_an_alternative_is_tried_in_a_copy(
    page: PairingPage, cast: Cast, three: None, asked: Asked, qtbot: QtBot
) -> None:
    press(alternatives(page, asked), "Try it in a copy")
    qtbot.waitUntil(lambda: len(drafts(cast.data, cast.programme_id)) == 2)


def test_from_the_alternatives_to_everybody(page: PairingPage, three: None, asked: Asked) -> None:
    press(alternatives(page, asked), "Somebody else…")
    chooser = asked.dialog(PartnerDialog)
    assert chooser.heading.text() == "Pair Jonas Tamm with…"


def test_without_any_alternative_that_is_said(
    page: PairingPage, cast: Cast, know: Know, asked: Asked
) -> None:
    pause(cast, "Sána Khan", "Jonas Tamm")
    made = cast.pair("Mei Brown", "Helen Ward")
    know()
    page.pairs.choose(made)
    dialog = alternatives(page, asked)
    assert "As things stand, no other leader can be paired with Mei Brown." in texts(dialog)
    assert not dialog.take.isEnabled()
    assert dialog.change is None


def test_somebody_free_has_alternatives_too(
    page: PairingPage, cast: Cast, know: Know, asked: Asked
) -> None:
    know()
    do(page, "Sána Khan", "Alternatives…")
    dialog = asked.dialog(AlternativesDialog)
    assert dialog.heading.text() == "Alternatives for Sána Khan"


def test_of_a_locked_pair_they_are_told_and_it_can_be_let_go(
    page: PairingPage, cast: Cast, locked: int, asked: Asked, qtbot: QtBot
) -> None:
    do(page, "Jonas Tamm", "Alternatives…")
    dialog = asked.dialog(AlternativesDialog)
    assert isinstance(dialog, AlternativesDialog)
    assert "nothing changes before you unlock it" in dialog.text.text()
    assert any(text.startswith("David Price · ") for text in texts(dialog))
    assert [one.text() for one in offered(dialog)] == [
        "For Jonas Tamm",
        "For Helen Ward",
        "Unlock the pair",
        "Close",
    ]
    press(dialog, "Unlock the pair")
    qtbot.waitUntil(lambda: not any(one.is_locked for one in page.board.pairs))
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}


def test_of_an_agreed_pair_they_are_told_and_nothing_changes_before_it_is_ended(
    page: PairingPage, cast: Cast, know: Know, locked: int, asked: Asked, qtbot: QtBot
) -> None:
    agree(cast.data, cast.programme_id, [locked], today())
    know()
    before = dump(cast.data)
    page.pairs.choose(locked)
    ways = ["End the pair…", "Pair with…"]
    qtbot.waitUntil(lambda: [one.text() for one in offered(page.side)] == ways)
    menu = offered(page.side)[1].menu()
    assert isinstance(menu, QMenu)
    act(menu, "Alternatives…")
    dialog = asked.dialog(AlternativesDialog)
    assert isinstance(dialog, AlternativesDialog)
    assert "nothing changes before you end it" in dialog.text.text()
    dialog.side.buttons["1"].click()
    assert any(text.startswith("Mei Brown") for text in texts(dialog))
    assert dialog.change is None
    press(dialog, "End the pair…")
    assert asked.dialog(EndDialog).heading.text() == "End the pair Jonas Tamm – Helen Ward"
    assert dump(cast.data) == before
    # The best plan is still the one in which the pair stays.
    assert page.best_plan.suggestion is not None
    assert ("Jonas Tamm", "Helen Ward") in {
        (one.mentor.person.full_name, one.leader.person.full_name)
        for one in page.best_plan.suggestion.pairs
    }
