"""What if on the board: a card's menu tries a change in a copy of the draft."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from revmentor_desktop.services.pairing.draft_reading import drafts
from revmentor_desktop.services.pairing.proposing import set_locked
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.reason_dialog import ReasonDialog
from tests.ui.pairing.stage import Cast, act, index_of, opened


@pytest.fixture
def jonas_and_helen(page: PairingPage, cast: Cast) -> int:
    """One proposal on the board."""
    made = cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    return made


def trials(page: PairingPage, name: str) -> QMenu:
    """Return the menu of what can be tried with the card of that name."""
    view = next(one for one in page.views if any(name in text for text in texts(one)))
    view.setCurrentIndex(index_of(view, name))
    card = view.current_card()
    assert card is not None
    menu = page.commands.menu(card)
    (found,) = [one for one in menu.findChildren(QMenu) if one.title() == "What if, in a copy"]
    return found


def texts(view: CardView) -> list[str]:
    return [str(view.cards.index(row).data()) for row in range(view.cards.rowCount())]


def test_another_partner_is_tried_in_a_copy(
    page: PairingPage, cast: Cast, jonas_and_helen: int, qtbot: QtBot
) -> None:
    act(trials(page, "Jonas Tamm"), "Another leader for Jonas Tamm…")
    dialog = opened(page, PartnerDialog)
    assert dialog.heading.text() == "What if: pair Jonas Tamm with…"
    assert dialog.pair_button.text() == "Try in a copy"
    assert dialog.text.text().startswith("The draft stays as it is")
    dialog.search.setText("David")
    dialog.pair_button.click()
    qtbot.waitUntil(lambda: len(drafts(cast.data, cast.programme_id)) == 2)
    assert cast.stored() == {("Jonas Tamm", "David Price")}
    first = drafts(cast.data, cast.programme_id)[0]
    assert [one.id for one in pairs(cast.data, cast.programme_id, first.id)] == [jonas_and_helen]
    assert page.summary.drafts.text() == "“Draft 1 – what if” · saved"
    assert cast.data.undo_words == "Try in a copy: Pair Jonas Tamm and David Price"


def test_what_stands_against_it_is_set_aside_with_a_reason(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    act(trials(page, "Mei Brown"), "Pair Mei Brown with…")
    dialog = opened(page, PartnerDialog)
    dialog.search.setText("Rob")
    dialog.pair_button.click()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(ReasonDialog)))
    reason = opened(page, ReasonDialog)
    reason.reason.put("Both asked for it")
    reason.pair.click()
    assert cast.stored() == {("Mei Brown", "Rob Clarke")}
    assert [one.name for one in drafts(cast.data, cast.programme_id)] == ["Draft – what if"]


def test_a_plan_without_a_pair_is_tried(
    page: PairingPage, cast: Cast, jonas_and_helen: int
) -> None:
    act(trials(page, "Jonas Tamm"), "Without this pair")
    assert cast.stored() == set()
    assert len(drafts(cast.data, cast.programme_id)) == 2


def test_a_locked_pair_is_not_taken_apart_in_a_copy_either(
    page: PairingPage, cast: Cast, jonas_and_helen: int
) -> None:
    set_locked(cast.data, cast.programme_id, [jonas_and_helen], locked=True)
    page.reload()
    menu = trials(page, "Jonas Tamm")
    assert "Without this pair" not in [one.text() for one in menu.actions()]
