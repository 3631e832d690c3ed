"""Pairs suggested from the board: asked for in a dialog, looked at, put into a draft."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.conflicts import ConflictCategory
from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.draft_reading import drafts, shown_draft
from revmentor_desktop.services.pairing.proposing import set_locked
from revmentor_desktop.services.people.conflicts import set_conflicts
from revmentor_desktop.services.people.writing import remove_people, set_state
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui import jobs
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.comparing.dialog import CompareDialog
from revmentor_desktop.ui.pairing.drafts.name_dialog import NameDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.suggesting.dialog import SuggestDialog
from revmentor_desktop.ui.widgets.notices import Notice
from tests.ui.pairing.stage import Cast, opened
from tests.ui.pairing.suggesting.stage import (
    PATIENCE_MS,
    asking,
    look,
    offered,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
BEST = {("Jonas Tamm", "David Price"), ("Mei Brown", "Helen Ward"), ("Sána Khan", "Rob Clarke")}


def test_a_plan_is_looked_at_before_anything_changes_and_is_one_step(
    page: PairingPage, cast: Cast, context: Context, said: list[Notice], qtbot: QtBot
) -> None:
    dialog = asking(page)
    assert dialog.wishes.aims.choice == Aim.EVERYONE
    found = look(dialog, qtbot)
    assert {row[:3] for row in found} == {("New", *couple) for couple in BEST}
    assert dialog.heading.text() == "3 of 3 leaders would have a mentor"
    assert dialog.sheet is not None
    assert "✓ Best possible plan" in dialog.sheet.spoken
    assert "Leaders with a mentor: 3, now 0." in dialog.sheet.spoken
    assert cast.stored() == set()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert cast.stored() == BEST
    assert context.data.undo_words == "Suggest 3 pairs"
    assert said[-1].text == (
        "3 pairs suggested in “Draft 1”. Nothing is final until you agree the pairs."
    )
    assert page.pairs.cards.rowCount() == 3
    context.undo()
    assert cast.stored() == set()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize("patience", [0, PATIENCE_MS], ids=["progress-shown", "at-once"])
def test_the_keyboard_alone_asks_looks_and_puts_it_into_a_draft(
    patience: int, page: PairingPage, cast: Cast, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "PATIENCE_MS", patience)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page.mentors, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(page, SuggestDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.wishes.aims.cards[Aim.EVERYONE].hasFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert dialog.wishes.aims.choice == Aim.NOBODY_LEFT
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=PATIENCE_MS)
    # Where the progress was shown, a desktop makes the dialog the active window again.
    dialog.activateWindow()
    qtbot.waitUntil(dialog.take.hasFocus)
    assert dialog.sheet is not None
    table = dialog.sheet.table
    assert table is not None
    qtbot.waitUntil(table.isVisible)
    stops: list[object] = []
    for _ in range(5):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        stops.append(focused())
    assert stops == [
        table,
        dialog.back,
        dialog.cancel,
        dialog.take_to_new,
        dialog.take,
    ]
    QTest.keyClick(dialog.take, Qt.Key.Key_Return)
    assert len(cast.stored()) == 3


def test_cancel_changes_nothing_and_back_asks_again_as_it_was_chosen(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    dialog = asking(page)
    dialog.wishes.aims.cards[Aim.NOBODY_LEFT].click()
    look(dialog, qtbot)
    assert dialog.text.text().startswith("Nobody left behind, for everybody.")
    dialog.back.click()
    assert dialog.plan is None
    assert dialog.wishes.isVisible()
    assert dialog.wishes.aims.choice == Aim.NOBODY_LEFT
    assert offered(dialog) == ["Cancel", "Suggest"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert cast.stored() == set()


def test_what_would_change_stands_beside_what_is_on_the_board(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    cast.pair("Sána Khan", "Helen Ward")
    page.reload()
    dialog = asking(page)
    found = look(dialog, qtbot)
    assert ("Parted", "Sána Khan", "Helen Ward") in [row[:3] for row in found]
    assert dialog.take.text() == "Put into the draft"
    assert dialog.text.text() == "Everyone first, for everybody, in “Draft 1”."
    assert dialog.sheet is not None
    assert "3 new pairs, 1 pair parted." in dialog.sheet.spoken
    assert "Leaders with a mentor: 3, now 1." in dialog.sheet.spoken
    dialog.take.click()
    assert cast.stored() == BEST


def test_a_leader_who_has_left_is_counted_neither_now_nor_then(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    gone = cast.pair("Mei Brown", "Helen Ward")
    agree(cast.data, cast.programme_id, [gone], today())
    set_state(cast.data, cast.programme_id, [cast.ids["Helen Ward"]], ParticipationState.WITHDRAWN)
    page.reload()
    dialog = asking(page)
    look(dialog, qtbot)
    assert dialog.heading.text() == "2 of 2 leaders would have a mentor"
    assert dialog.sheet is not None
    assert "Leaders with a mentor: 2, now 0." in dialog.sheet.spoken


def test_who_would_be_left_over_is_named(page: PairingPage, cast: Cast, qtbot: QtBot) -> None:
    cast.add("Uma Eze", Role.MENTEE)
    page.reload()
    dialog = asking(page)
    found = look(dialog, qtbot)
    assert dialog.take.text() == "Put into a draft"
    (left,) = [row for row in found if row[0] == "Left over" and not row[1]]
    assert dialog.sheet is not None
    assert f"3 new pairs, 1 leader left over: {left[2]}." in dialog.sheet.spoken
    assert "Free" not in {row[0] for row in found}


def best_fits(page: PairingPage, qtbot: QtBot) -> list[int]:
    """The fits of the best plan, looked at only."""
    dialog = asking(page)
    fits = [int(row[3]) for row in look(dialog, qtbot) if row[3].isdigit()]
    dialog.reject()
    return fits


def test_fit_first_asks_how_low_a_fit_may_be(page: PairingPage, cast: Cast, qtbot: QtBot) -> None:
    floor = max(best_fits(page, qtbot)) - 1
    dialog = asking(page)
    assert not dialog.wishes.floor.isVisible()
    dialog.wishes.aims.cards[Aim.FIT].click()
    assert dialog.wishes.floor.isVisible()
    dialog.wishes.floor.setValue(floor)
    found = [row for row in look(dialog, qtbot) if row[0] == "New"]
    assert dialog.text.text().startswith(f"Fit first, no pair below {floor}, for everybody.")
    assert 0 < len(found) < 3
    assert min(int(row[3]) for row in found) >= floor
    dialog.take.click()
    draft = shown_draft(cast.data, cast.programme_id)
    assert draft is not None
    assert (draft.aim, draft.floor) == (Aim.FIT, floor * 100)
    again = asking(page)
    assert (again.wishes.aims.choice, again.wishes.floor.value()) == (Aim.FIT, floor)


def test_to_fill_the_gaps_all_pairs_stay(page: PairingPage, cast: Cast, qtbot: QtBot) -> None:
    cast.pair("Sána Khan", "Helen Ward")
    page.reload()
    dialog = asking(page)
    dialog.wishes.whom.cards["gaps"].click()
    found = look(dialog, qtbot)
    assert "Parted" not in {row[0] for row in found}
    dialog.take.click()
    assert cast.stored() == {("Sána Khan", "Helen Ward"), ("Jonas Tamm", "David Price")}
    dialog = asking(page)
    dialog.wishes.whom.cards["gaps"].click()
    assert {row[0] for row in look(dialog, qtbot)} == {"Left over", "Free"}
    assert dialog.heading.text() == "There is no gap that could be filled"
    assert offered(dialog) == ["Back", "Close"]


def test_agreed_and_locked_pairs_are_said_to_stay(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    first, second = cast.pair("Sána Khan", "Helen Ward"), cast.pair("Jonas Tamm", "Rob Clarke")
    agree(cast.data, cast.programme_id, [first], today())
    page.reload()
    assert asking(page).wishes.stays == "1 agreed pair stays as it is."
    opened(page, SuggestDialog).reject()
    set_locked(cast.data, cast.programme_id, [second], locked=True)
    page.reload()
    dialog = asking(page)
    assert dialog.wishes.stays == "1 agreed pair and 1 locked pair stay as they are."
    look(dialog, qtbot)
    assert "1 agreed pair and 1 locked pair stay" in dialog.text.text()


def test_where_nothing_could_be_better_that_is_said_and_the_aim_can_be_kept(
    page: PairingPage, cast: Cast, context: Context, said: list[Notice], qtbot: QtBot
) -> None:
    dialog = asking(page)
    look(dialog, qtbot)
    dialog.take.click()
    dialog = asking(page)
    look(dialog, qtbot)
    assert dialog.heading.text() == "The plan on the board is as good as it can be"
    assert offered(dialog) == ["Back", "Close"]
    dialog.back.click()
    dialog.wishes.whom.cards["gaps"].click()
    dialog.wishes.aims.cards[Aim.NOBODY_LEFT].click()
    look(dialog, qtbot)
    assert dialog.take.text() == "Use this aim for the draft"
    dialog.take.click()
    assert cast.stored() == BEST
    draft = shown_draft(cast.data, cast.programme_id)
    assert draft is not None
    assert draft.aim is Aim.NOBODY_LEFT
    assert said[-1].text == "“Draft 1” has another aim now."
    assert context.data.undo_words == "Change what the draft aims at"


def test_a_plan_goes_into_a_new_draft_and_the_one_shown_stays(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    cast.pair("Sána Khan", "Helen Ward")
    page.reload()
    dialog = asking(page)
    look(dialog, qtbot)
    dialog.take_to_new.click()
    asked = opened(page, NameDialog)
    asked.name.setText("Draft 1")
    asked.save.click()
    assert asked.problem
    assert dialog.isVisible()
    asked.name.setText("Plan B")
    asked.save.click()
    assert not dialog.isVisible()
    first, second = drafts(cast.data, cast.programme_id)
    assert (first.proposals, second.name, second.proposals) == (1, "Plan B", 3)
    assert shown_draft(cast.data, cast.programme_id) == second
    assert page.board.draft == second
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(CompareDialog)))
    beside = opened(page, CompareDialog)
    assert [head.plan_name for head in beside.heads] == ["Draft 1", "Plan B"]
    beside.accept()
    context.undo()
    assert [one.name for one in drafts(cast.data, cast.programme_id)] == ["Draft 1"]


def test_a_plan_for_a_board_that_changed_is_refused_in_words(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    dialog = asking(page)
    look(dialog, qtbot)
    cast.pair("Sána Khan", "Helen Ward")
    dialog.take.click()
    assert dialog.isVisible()
    assert dialog.problem.endswith("Suggest again.")
    assert dialog.wishes.isVisible()
    assert cast.stored() == {("Sána Khan", "Helen Ward")}


def test_where_nobody_can_be_paired_the_rules_are_named_and_the_way_to_them(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    leaders = ("David Price", "Rob Clarke", "Helen Ward")
    for name in ("Mei Brown", "Jonas Tamm", "Sána Khan"):
        against = {cast.ids[one]: ConflictCategory.UNSAID for one in leaders}
        set_conflicts(cast.data, cast.ids[name], against)
    page.reload()
    dialog = asking(page)
    look(dialog, qtbot)
    assert dialog.heading.text() == "Nobody can be paired like this"
    assert dialog.sheet is not None
    assert "A conflict of interest was declared" in dialog.sheet.spoken
    assert offered(dialog) == ["Back", "Pairing rules…", "Close"]
    wanted: list[str] = []
    context.requested.connect(wanted.append)
    dialog.rules.click()
    assert (wanted, dialog.isVisible()) == (["settings:pairing"], False)


def test_where_the_fit_asked_for_is_too_high_that_is_said(page: PairingPage, qtbot: QtBot) -> None:
    assert max(best_fits(page, qtbot)) < 100
    dialog = asking(page)
    dialog.wishes.aims.cards[Aim.FIT].click()
    dialog.wishes.floor.setValue(100)
    look(dialog, qtbot)
    assert dialog.sheet is not None
    assert dialog.sheet.spoken == "No two people who may be paired fit 100 or more."


def test_without_one_of_the_sides_there_is_nothing_to_suggest(
    cast: Cast, page: PairingPage
) -> None:
    remove_people(cast.data, [cast.ids[name] for name in ("David Price", "Rob Clarke")])
    page.reload()
    assert page.suggest_button.isEnabled()
    remove_people(cast.data, [cast.ids["Helen Ward"]])
    page.reload()
    assert not page.suggest_button.isEnabled()
