"""Why somebody is left over, asked on the board, and what is done about it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import ParticipationDetails, Role
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.draft_reading import drafts
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.people.reading import participation
from revmentor_desktop.services.people.writing import leave, save_participation, save_person
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.pairing.comparing.dialog import CompareDialog
from revmentor_desktop.ui.pairing.explaining.left_over_dialog import LeftOverDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.end_dialog import EndDialog
from revmentor_desktop.ui.pairing.pairs.reason_dialog import ReasonDialog
from revmentor_desktop.ui.widgets.dialogs import Dialog
from tests.builders import person_details
from tests.ui.pairing.explaining.journey import (
    Asked,
    Know,
    card_of,
    do,
    offered,
    pause,
    press,
    step,
    texts,
)
from tests.ui.pairing.stage import Cast


def part(cast: Cast, name: str) -> int:
    found = participation(cast.data, cast.programme_id, cast.ids[name])
    assert found is not None
    return found.most_partners


def test_who_is_free_is_told_whom_the_best_plan_has_and_paired(
    page: PairingPage, cast: Cast, know: Know, asked: Asked, qtbot: QtBot
) -> None:
    know()
    page.leaders.choose(cast.ids["David Price"])
    assert "Best plan: Jonas Tamm (65)" in texts(page.side)
    press(page.side, "Why left over?")
    dialog = asked.dialog(LeftOverDialog)
    assert dialog.heading.text() == "Why is David Price left over?"
    said = "That need not be: in the best plan David Price is paired with Jonas Tamm"
    assert any(text.startswith(said) for text in texts(dialog))
    assert "Nobody else moves." in texts(dialog)
    press(dialog, "Pair them")
    qtbot.waitUntil(lambda: cast.stored() == {("Jonas Tamm", "David Price")})
    assert step(cast) == "Pair Jonas Tamm and David Price"


def test_for_several_places_each_partner_of_the_best_plan_has_buttons_that_name_them(
    page: PairingPage, cast: Cast, know: Know, asked: Asked, qtbot: QtBot
) -> None:
    pause(cast, "Jonas Tamm", "Mei Brown")
    details = ParticipationDetails(role=Role.MENTOR, own_partners=2)
    save_participation(cast.data, cast.programme_id, cast.ids["Sána Khan"], details)
    leave(cast.data, cast.programme_id, [cast.ids["Rob Clarke"]])
    know()
    do(page, "Sána Khan", "Why is Sána Khan left over?")
    dialog = asked.dialog(LeftOverDialog)
    said = "That need not be: the best plan has 2 more partners for Sána Khan."
    assert said in texts(dialog)
    buttons = [one for one in offered(dialog) if one.text() == "Pair them"]
    about = {one.accessibleDescription(): one for one in buttons}
    assert about.keys() == {"Best plan: David Price", "Best plan: Helen Ward"}
    about["Best plan: Helen Ward"].click()
    qtbot.waitUntil(lambda: cast.stored() == {("Sána Khan", "Helen Ward")})


def test_the_card_says_of_the_best_plan_what_is_true_after_a_change(
    page: PairingPage, cast: Cast, know: Know, qtbot: QtBot
) -> None:
    know()
    page.leaders.choose(cast.ids["Rob Clarke"])
    assert "Best plan: Sána Khan" in texts(page.side)
    pause(cast, "Sána Khan")
    know()
    qtbot.waitUntil(lambda: "Best plan: no partner" in texts(page.side))


def test_one_partner_more_is_a_remedy_and_one_step(
    page: PairingPage, cast: Cast, know: Know, asked: Asked, qtbot: QtBot
) -> None:
    pause(cast, "Sána Khan")
    cast.pair("Jonas Tamm", "Helen Ward")
    know()
    do(page, "Rob Clarke", "Why is Rob Clarke left over?")
    dialog = asked.dialog(LeftOverDialog)
    said = texts(dialog)
    assert "Of 3 mentors:" in said
    assert "• 1 is in the same line of management: Mei Brown" in said
    assert "• 1 has another partner in the best plan: Jonas Tamm" in said
    assert "Let Jonas Tamm have 2 leaders instead of 1" in said
    press(dialog, "Do that and pair them")
    qtbot.waitUntil(lambda: part(cast, "Jonas Tamm") == 2)
    assert {("Jonas Tamm", "Rob Clarke"), ("Mei Brown", "Helen Ward")} <= cast.stored()
    assert step(cast) == "Let Jonas Tamm have 2 leaders instead of 1"
    page.context.undo()
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}
    assert part(cast, "Jonas Tamm") == 1


def test_a_rule_is_set_aside_for_two_with_a_reason_and_they_are_paired(
    page: PairingPage, cast: Cast, locked: int, asked: Asked, qtbot: QtBot
) -> None:
    do(page, "David Price", "Why is David Price left over?")
    dialog = asked.dialog(LeftOverDialog)
    assert any(
        text.startswith("Set a rule aside for Mei Brown and David Price: In one line of management")
        for text in texts(dialog)
    )
    press(dialog, "Give a reason…")
    reason = asked.dialog(ReasonDialog)
    assert isinstance(reason, ReasonDialog)
    reason.reason.setPlainText("Both asked for it")
    reason.pair.click()
    qtbot.waitUntil(lambda: ("Mei Brown", "David Price") in cast.stored())
    assert ("Jonas Tamm", "Helen Ward") in cast.stored()


def test_a_locked_pair_is_let_go_and_moves(
    page: PairingPage, cast: Cast, locked: int, asked: Asked, qtbot: QtBot
) -> None:
    do(page, "David Price", "Why is David Price left over?")
    dialog = asked.dialog(LeftOverDialog)
    assert "Unlock the pair of Jonas Tamm and Helen Ward" in texts(dialog)
    press(dialog, "Unlock and move them")
    moved = {("Jonas Tamm", "David Price"), ("Mei Brown", "Helen Ward")}
    qtbot.waitUntil(lambda: cast.stored() == moved)
    assert step(cast) == "Unlock the pair of Jonas Tamm and Helen Ward"
    page.context.undo()
    (stored,) = pairs(cast.data, cast.programme_id)
    assert stored.is_locked


def test_a_locked_pair_is_let_go_in_a_copy_first(
    page: PairingPage, cast: Cast, locked: int, asked: Asked, qtbot: QtBot
) -> None:
    do(page, "David Price", "Why is David Price left over?")
    try_remedy(asked.dialog(LeftOverDialog), "Unlock the pair of Jonas Tamm and Helen Ward")
    moved = {("Jonas Tamm", "David Price"), ("Mei Brown", "Helen Ward")}
    qtbot.waitUntil(lambda: cast.stored() == moved)
    draft, copy = drafts(cast.data, cast.programme_id)
    assert copy.name == "Draft 1 – what if"
    (kept,) = pairs(cast.data, cast.programme_id, draft.id)
    assert kept.is_locked


def test_one_partner_more_is_tried_in_a_copy_for_a_reason_and_the_number_stays(
    page: PairingPage, cast: Cast, know: Know, asked: Asked, qtbot: QtBot
) -> None:
    pause(cast, "Sána Khan")
    cast.pair("Jonas Tamm", "Helen Ward")
    know()
    do(page, "Rob Clarke", "Why is Rob Clarke left over?")
    try_remedy(asked.dialog(LeftOverDialog), "Let Jonas Tamm have 2 leaders instead of 1")
    reason = asked.dialog(ReasonDialog)
    assert isinstance(reason, ReasonDialog)
    assert "Jonas Tamm" in reason.windowTitle()
    reason.reason.setPlainText("Only to see")
    reason.pair.click()
    qtbot.waitUntil(lambda: len(drafts(cast.data, cast.programme_id)) == 2)
    assert {("Jonas Tamm", "Rob Clarke"), ("Mei Brown", "Helen Ward")} <= cast.stored()
    assert part(cast, "Jonas Tamm") == 1
    asked.dialog(CompareDialog).reject()
    page.context.undo()
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}


def test_a_rule_is_set_aside_in_a_copy_first(
    page: PairingPage, cast: Cast, locked: int, asked: Asked, qtbot: QtBot
) -> None:
    do(page, "David Price", "Why is David Price left over?")
    try_remedy(asked.dialog(LeftOverDialog), "Set a rule aside for Mei Brown and David Price")
    reason = asked.dialog(ReasonDialog)
    assert isinstance(reason, ReasonDialog)
    reason.reason.setPlainText("Only to see")
    reason.pair.click()
    qtbot.waitUntil(lambda: ("Mei Brown", "David Price") in cast.stored())
    assert len(drafts(cast.data, cast.programme_id)) == 2


def try_remedy(dialog: Dialog, about: str) -> None:
    """Try one of the changes that would help in a copy of the draft."""
    (found,) = (
        one
        for one in offered(dialog)
        if one.text() == "Try it in a copy" and one.accessibleDescription().startswith(about)
    )
    found.click()


def test_an_agreed_pair_is_never_ended_without_being_asked(
    page: PairingPage, cast: Cast, know: Know, locked: int, asked: Asked
) -> None:
    agree(cast.data, cast.programme_id, [locked], today())
    know()
    do(page, "David Price", "Why is David Price left over?")
    dialog = asked.dialog(LeftOverDialog)
    # It is the same in every draft, so there is nothing to try.
    tried = [one for one in offered(dialog) if one.text() == "Try it in a copy"]
    assert not any("End the agreed pair" in one.accessibleDescription() for one in tried)
    press(dialog, "End the pair…")
    end = asked.dialog(EndDialog)
    assert end.heading.text() == "End the pair Jonas Tamm – Helen Ward"
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}


def test_a_pair_that_breaks_a_rule_by_now_stays_for_a_reason(
    page: PairingPage, cast: Cast, know: Know, asked: Asked, qtbot: QtBot
) -> None:
    cast.pair("Jonas Tamm", "Rob Clarke")
    others = [cast.ids[name] for name in ("Mei Brown", "Sána Khan", "David Price", "Helen Ward")]
    leave(cast.data, cast.programme_id, others)
    details = person_details("Jonas Tamm", line_manager_id=cast.ids["Rob Clarke"])
    save_person(cast.data, cast.ids["Jonas Tamm"], details)
    know()
    rob = page.board.pairs[0].mentee
    page.commands.explaining.left_over(rob)
    dialog = asked.dialog(LeftOverDialog)
    assert (
        "Set a rule aside for Jonas Tamm and Rob Clarke: In one line of management: "
        in " ".join(texts(dialog))
    )
    press(dialog, "Give a reason…")
    reason = asked.dialog(ReasonDialog)
    assert isinstance(reason, ReasonDialog)
    reason.reason.setPlainText("Both asked for it")
    reason.pair.click()
    qtbot.waitUntil(lambda: len(page.board.facts.overrides) == 1)
    assert cast.stored() == {("Jonas Tamm", "Rob Clarke")}


def test_who_has_a_partner_and_room_for_another_is_told_that_the_best_plan_has_no_more(
    page: PairingPage, cast: Cast, know: Know, asked: Asked
) -> None:
    leave(cast.data, cast.programme_id, [cast.ids["Rob Clarke"]])
    details = ParticipationDetails(role=Role.MENTOR, own_partners=3)
    save_participation(cast.data, cast.programme_id, cast.ids["Jonas Tamm"], details)
    for leader in ("David Price", "Helen Ward"):
        cast.pair("Jonas Tamm", leader)
    know()
    jonas = card_of(page, "Jonas Tamm")
    page.commands.explaining.left_over(jonas.people[0])
    said = texts(asked.dialog(LeftOverDialog))
    assert "Why has Jonas Tamm no further partner?" in said
    assert "In the best plan Jonas Tamm has David Price and Helen Ward, and nobody else." in said
