"""Drafts on the board: several, named, shown, removed; undo shows what it changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from revmentor_desktop.services.pairing.draft_reading import drafts
from revmentor_desktop.services.pairing.proposing import take_apart
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.drafts.name_dialog import NameDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.widgets.notices import Notice
from tests.ui.pairing.stage import Cast, act, drafts_menu, index_of, opened


@pytest.fixture
def two(page: PairingPage, cast: Cast) -> tuple[int, int]:
    """Two proposals on the board."""
    made = cast.pair("Jonas Tamm", "Helen Ward"), cast.pair("Sána Khan", "David Price")
    page.reload()
    return made


def test_drafts_are_made_copied_renamed_shown_and_removed(
    page: PairingPage, cast: Cast, two: tuple[int, int], said: list[Notice]
) -> None:
    assert page.summary.drafts.text() == "“Draft 1” · saved"
    act(drafts_menu(page), "Copy this draft…")
    dialog = opened(page, NameDialog)
    assert dialog.name.text() == "Draft 2"
    dialog.name.setText("draft 1")
    dialog.save.click()
    assert "There is a draft called “draft 1” already" in dialog.problem
    dialog.name.setText("After the board meeting")
    dialog.save.click()
    assert page.summary.drafts.text() == "“After the board meeting” · saved"
    assert len(page.board.pairs) == 2
    act(drafts_menu(page), "New draft…")
    opened(page, NameDialog).save.click()
    assert page.summary.drafts.text() == "“Draft 2” · saved"
    assert page.pairs.cards.rowCount() == 0
    act(drafts_menu(page), "Rename…")
    dialog = opened(page, NameDialog)
    dialog.name.setText("Empty")
    dialog.save.click()
    act(drafts_menu(page), "Draft 1 (2 proposed)")
    assert {one.id for one in page.board.pairs} == set(two)
    act(drafts_menu(page), "Empty (0 proposed)")
    act(drafts_menu(page), "Remove “Empty”")
    assert said[-1].text == "The draft “Empty” is removed."
    names = [one.name for one in drafts(cast.data, cast.programme_id)]
    assert names == ["Draft 1", "After the board meeting"]
    assert len(pairs(cast.data, cast.programme_id)) == 2


@pytest.fixture
def empty(page: PairingPage, two: tuple[int, int]) -> None:
    """A second draft without a pair, beside the one that is shown."""
    act(drafts_menu(page), "New draft…")
    opened(page, NameDialog).save.click()
    act(drafts_menu(page), "Draft 1 (2 proposed)")


@pytest.mark.usefixtures("empty")
def test_in_another_draft_the_keyboard_goes_on_with_the_same_people(
    page: PairingPage,
) -> None:
    page.pairs.setFocus(Qt.FocusReason.TabFocusReason)
    page.pairs.setCurrentIndex(index_of(page.pairs, "Jonas"))
    act(drafts_menu(page), "Draft 2 (0 proposed)")
    assert page.window().focusWidget() is page.mentors
    assert [card.name for card in page.choosing.cards()] == ["Jonas Tamm"]
    assert page.side.card is not None
    assert page.side.card.name == "Jonas Tamm"
    act(drafts_menu(page), "Draft 1 (2 proposed)")
    assert page.window().focusWidget() is page.pairs
    assert [card.name for card in page.choosing.cards()] == ["Jonas Tamm – Helen Ward"]
    # A copy has the same pairs under other numbers.
    page.pairs.setCurrentIndex(index_of(page.pairs, "Sána"))
    act(drafts_menu(page), "Copy this draft…")
    opened(page, NameDialog).save.click()
    assert [card.name for card in page.choosing.cards()] == ["Sána Khan – David Price"]


@pytest.mark.usefixtures("empty")
def test_the_keyboard_is_on_no_card_that_one_did_not_go_to(page: PairingPage) -> None:
    page.leaders.setFocus(Qt.FocusReason.TabFocusReason)
    act(drafts_menu(page), "Draft 2 (0 proposed)")
    assert page.leaders.currentIndex().data() == "Rob Clarke"
    page.leaders.setCurrentIndex(index_of(page.leaders, "David Price"))
    page.search.setText("David")
    act(drafts_menu(page), "Draft 1 (2 proposed)")
    assert page.window().focusWidget() is page.pairs
    page.search.setText("Khan Price")
    act(drafts_menu(page), "Draft 2 (0 proposed)")
    assert page.choosing.cards() == []
    assert not any(view.currentIndex().isValid() for view in page.views)


@pytest.mark.usefixtures("empty")
def test_several_that_are_chosen_stay_chosen_in_another_draft(page: PairingPage) -> None:
    act(drafts_menu(page), "Draft 2 (0 proposed)")
    flag = QItemSelectionModel.SelectionFlag
    for name in ("Mei", "Sána"):
        page.mentors.selectionModel().select(index_of(page.mentors, name), flag.Select)
    chosen = [card.name for card in page.choosing.cards()]
    assert len(chosen) > 1
    act(drafts_menu(page), "New draft…")
    opened(page, NameDialog).save.click()
    assert [card.name for card in page.choosing.cards()] == chosen


def test_undo_of_a_change_in_a_draft_that_is_not_shown_shows_it(
    page: PairingPage, cast: Cast, context: Context, two: tuple[int, int], said: list[Notice]
) -> None:
    act(drafts_menu(page), "New draft…")
    opened(page, NameDialog).save.click()
    act(drafts_menu(page), "Draft 1 (2 proposed)")
    context.run("Unpair two", lambda data: take_apart(data, cast.programme_id, two[:1]))
    act(drafts_menu(page), "Draft 2 (0 proposed)")
    context.undo()
    assert said[-1].text == "Undone: Unpair two. The board shows “Draft 1” now."
    assert {one.id for one in page.board.pairs} == set(two)
    context.redo()
    assert said[-1].text == "Done again: Unpair two"


def test_undo_of_a_copy_shows_what_it_was_made_of(
    page: PairingPage, cast: Cast, context: Context, two: tuple[int, int], said: list[Notice]
) -> None:
    act(drafts_menu(page), "New draft…")
    opened(page, NameDialog).save.click()
    act(drafts_menu(page), "Draft 1 (2 proposed)")
    act(drafts_menu(page), "Copy this draft…")
    opened(page, NameDialog).save.click()
    context.undo()
    expected = "Undone: Copy the draft “Draft 1”. The board shows “Draft 1” now."
    assert said[-1].text == expected
    assert page.summary.drafts.text() == "“Draft 1” · saved"


def test_the_last_draft_goes_and_comes_back(
    page: PairingPage, cast: Cast, context: Context, two: tuple[int, int]
) -> None:
    act(drafts_menu(page), "Remove “Draft 1”")
    assert page.summary.drafts.text() == "Drafts"
    assert page.pairs.cards.rowCount() == 0
    context.undo()
    assert page.summary.drafts.text() == "“Draft 1” · saved"
    assert {one.id for one in page.board.pairs} == set(two)


@pytest.mark.parametrize(
    ("name", "problem"),
    [("", "A draft needs a name"), ("x" * 201, "at most 200 fit"), ("dRAFT 1", "already")],
)
def test_a_name_that_cannot_be_is_said_beside_it(
    page: PairingPage, cast: Cast, two: tuple[int, int], name: str, problem: str
) -> None:
    act(drafts_menu(page), "Copy this draft…")
    opened(page, NameDialog).save.click()
    act(drafts_menu(page), "Rename…")
    dialog = opened(page, NameDialog)
    dialog.name.setText(name)
    dialog.save.click()
    assert dialog.isVisible()
    assert problem in dialog.problem
    assert page.summary.drafts.text() == "“Draft 2” · saved"
