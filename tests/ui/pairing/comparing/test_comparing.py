"""Two drafts side by side: figures, who gets somebody else, and what is done with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.draft_reading import drafts
from revmentor_desktop.services.pairing.drafts import copy_draft, make_draft, rename_draft
from revmentor_desktop.services.pairing.proposing import rearrange, take_apart
from revmentor_desktop.services.pairing.reading import agreed_pairs, pairs
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.comparing.dialog import CompareDialog
from revmentor_desktop.ui.pairing.comparing.head import Act
from revmentor_desktop.ui.pairing.comparing.model import Column
from revmentor_desktop.ui.pairing.drafts.name_dialog import NameDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.agree_dialog import AgreeDialog
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import person_details
from tests.ui.pairing.stage import Cast, act, drafts_menu, opened

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def two(page: PairingPage, cast: Cast) -> tuple[int, int]:
    """Draft 1 pairs Jonas with Helen and Sána with David; in “Plan B”, which is shown, Jonas has
    David and Sána nobody. Returns their numbers.
    """
    for mentor, leader in (("Jonas Tamm", "Helen Ward"), ("Sána Khan", "David Price")):
        cast.pair(mentor, leader)
    (first,) = drafts(cast.data, cast.programme_id)
    second = copy_draft(cast.data, first.id, "Plan B")
    copied = [one.id for one in pairs(cast.data, cast.programme_id)]
    jonas, david = cast.ids["Jonas Tamm"], cast.ids["David Price"]
    rearrange(cast.data, cast.programme_id, copied, [(jonas, david)])
    page.reload()
    return first.id, second


def comparison(page: PairingPage, qtbot: QtBot) -> CompareDialog:
    """Open the comparison by the button of the page."""
    page.compare_button.click()
    return waited(page, qtbot)


def waited(page: PairingPage, qtbot: QtBot) -> CompareDialog:
    qtbot.waitUntil(
        lambda: (
            not page.context.jobs.busy
            and any(one.isVisible() for one in page.findChildren(CompareDialog))
        )
    )
    return opened(page, CompareDialog)


def settled(page: PairingPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.context.jobs.busy)


def table(dialog: CompareDialog) -> list[list[str]]:
    model = dialog.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def figures(dialog: CompareDialog) -> list[tuple[str, str]]:
    return [(first.text, second.text) for first, second in dialog.figures.cells]


def test_it_is_offered_once_there_are_two_plans(
    page: PairingPage, cast: Cast, context: Context
) -> None:
    def offered() -> bool:
        menu = drafts_menu(page)
        (entry,) = [one for one in menu.actions() if one.text() == "Compare drafts…"]
        assert entry.isEnabled() == page.compare_button.isVisible()
        return entry.isEnabled()

    assert not offered()
    made = cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    assert not offered()
    context.run("Agree", lambda data: agree(data, cast.programme_id, [made], today()))
    assert offered()
    context.undo()
    assert not offered()
    context.run("Another", lambda data: make_draft(data, cast.programme_id))
    assert offered()


def test_figures_stand_side_by_side_and_the_better_is_marked_with_a_word(
    page: PairingPage, two: tuple[int, int], qtbot: QtBot
) -> None:
    dialog = comparison(page, qtbot)
    assert [head.plan_name for head in dialog.heads] == ["Plan B", "Draft 1"]
    lines = figures(dialog)
    assert lines[0] == ("1 of 3, in 1 pair", "2 of 3, in 2 pairs ✓ better")
    assert lines[4] == ("none", "none")
    for first, second in lines[1:4]:
        worth = [int(one.split()[0]) for one in (first, second)]
        assert ("better" in first, "better" in second) == (
            worth[0] > worth[1],
            worth[1] > worth[0],
        )
    spoken = dialog.figures.cells[0][1].findChildren(type(dialog.said))[0].accessibleName()
    assert spoken == "Draft 1, Leaders paired: 2 of 3, in 2 pairs"


def test_who_gets_somebody_else_is_listed_with_what_that_makes(
    page: PairingPage, two: tuple[int, int], qtbot: QtBot
) -> None:
    dialog = comparison(page, qtbot)
    assert dialog.said.text() == "They differ for 2 leaders · No pair is in both"
    rows = {row[Column.LEADER]: row for row in table(dialog)}
    assert rows.keys() == {"Helen Ward", "David Price"}
    assert rows["Helen Ward"][Column.FIRST] == "no mentor"
    assert rows["Helen Ward"][Column.SECOND] == "Jonas Tamm"
    fit = rows["Helen Ward"][Column.SECOND_FIT]
    assert rows["Helen Ward"][Column.DIFFERENCE] == f"+{fit}"
    assert rows["David Price"][Column.FIRST] == "Jonas Tamm"
    assert dialog.mentors.text() == "Mentors who have a leader only in “Draft 1”: Sána Khan"
    at = [row[Column.LEADER] for row in table(dialog)].index("Helen Ward")
    assert dialog.model.index(at, Column.DIFFERENCE).data(SPOKEN) == f"{fit} more in “Draft 1”"
    assert dialog.model.index(at, Column.FIRST).data(SPOKEN) == "In “Plan B”: no mentor"


def test_everybody_is_shown_on_request_and_the_order_chosen(
    page: PairingPage, two: tuple[int, int], qtbot: QtBot
) -> None:
    dialog = comparison(page, qtbot)
    dialog.filter.put("all")
    dialog.filter.chosen.emit("all")
    rows = table(dialog)
    assert len(rows) == 3
    same = [row for row in rows if row[Column.DIFFERENCE] == "same"]
    assert [row[Column.LEADER] for row in same] == ["Rob Clarke"]
    seen = []
    for order in ("name", "losses", "gains"):
        dialog.order.put(order)
        dialog.order.chosen.emit(order)
        seen.append([row[Column.LEADER] for row in table(dialog)])
    assert seen[0] == ["Rob Clarke", "David Price", "Helen Ward"]
    # Nothing is known of Sána, and so of what David gains.
    assert seen[1] == ["Rob Clarke", "Helen Ward", "David Price"]
    assert seen[2] == ["Helen Ward", "Rob Clarke", "David Price"]


def test_a_low_dialog_stays_as_low_when_everybody_is_shown(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    (first,) = drafts(cast.data, cast.programme_id)
    copy_draft(cast.data, first.id, "The same")
    page.reload()
    dialog = comparison(page, qtbot)
    dialog.resize(dialog.minimumSizeHint())
    QApplication.processEvents()
    alone = dialog.height()
    dialog.filter.put("all")
    dialog.filter.chosen.emit("all")
    QApplication.processEvents()
    assert dialog.table.isVisible()
    assert dialog.height() <= max(alone, dialog.minimumSizeHint().height())


def test_on_a_low_screen_everything_scrolls_and_the_list_is_no_slit(
    page: PairingPage, two: tuple[int, int], qtbot: QtBot
) -> None:
    dialog = comparison(page, qtbot)
    dialog.resize(300, 420)
    QApplication.processEvents()
    assert dialog.height() == 420
    assert dialog.figures.width() >= dialog.figures.minimumSizeHint().width()
    assert dialog.table.viewport().height() > 3 * dialog.table.rowHeight(0)


def test_other_plans_are_chosen_and_two_exchanged(
    page: PairingPage, cast: Cast, two: tuple[int, int], context: Context, qtbot: QtBot
) -> None:
    made = cast.pair("Mei Brown", "Helen Ward")
    context.run("Agree", lambda data: agree(data, cast.programme_id, [made], today()))
    dialog = comparison(page, qtbot)
    dialog.heads[0].plans.put(str(two[0]))
    dialog.heads[0].plans.chosen.emit(str(two[0]))
    settled(page, qtbot)
    assert [head.plan_name for head in dialog.heads] == ["Draft 1", "Plan B"]
    dialog.heads[1].plans.put("0")
    dialog.heads[1].plans.chosen.emit("0")
    settled(page, qtbot)
    assert [head.plan_name for head in dialog.heads] == ["Draft 1", "Agreed pairs only"]
    assert not dialog.heads[1].more.isVisible()
    assert not dialog.heads[1].show_button.isVisible()


def test_a_plan_is_shown_on_the_board(
    page: PairingPage, two: tuple[int, int], qtbot: QtBot
) -> None:
    dialog = comparison(page, qtbot)
    assert not dialog.heads[0].show_button.isVisible()
    dialog.heads[1].show_button.click()
    assert page.board.draft is not None
    assert page.board.draft.id == two[0]
    assert not page.findChildren(CompareDialog) or not dialog.isVisible()


def test_the_pairs_of_a_plan_are_agreed(
    page: PairingPage, cast: Cast, two: tuple[int, int], qtbot: QtBot
) -> None:
    dialog = comparison(page, qtbot)
    dialog.heads[1].acts[Act.AGREE].trigger()
    opened(page, AgreeDialog).agree.click()
    assert len(agreed_pairs(cast.data, cast.programme_id)) == 2


def test_a_plan_of_which_nothing_can_be_agreed_says_so(
    page: PairingPage, cast: Cast, context: Context, said: list[Notice], qtbot: QtBot
) -> None:
    made = cast.pair("Jonas Tamm", "Helen Ward")
    details = person_details("Jonas Tamm", line_manager_id=cast.ids["Helen Ward"])
    save_person(cast.data, cast.ids["Jonas Tamm"], details)
    context.run("Another", lambda data: make_draft(data, cast.programme_id))
    page.reload()
    dialog = comparison(page, qtbot)
    assert figures(dialog)[4] == ("none ✓ better", "by 1 pair")
    (row,) = table(dialog)
    assert row[Column.SECOND] == "! Jonas Tamm"
    spoken = dialog.model.index(0, Column.SECOND).data(SPOKEN)
    assert spoken == "In “Draft 1”: Jonas Tamm, which breaks a rule"
    assert Act.AGREE in dialog.heads[1].acts
    dialog.heads[1].acts[Act.AGREE].trigger()
    assert not [one for one in page.findChildren(AgreeDialog) if one.isVisible()]
    assert said[-1].text == "No pair of this draft can be agreed now: each breaks a rule."
    assert [one.id for one in page.board.pairs] == [made]


def test_a_plan_is_copied_and_renamed_while_it_is_compared(
    page: PairingPage, cast: Cast, two: tuple[int, int], qtbot: QtBot
) -> None:
    dialog = comparison(page, qtbot)
    dialog.heads[1].acts[Act.RENAME].trigger()
    (asked,) = [one for one in dialog.findChildren(NameDialog) if one.isVisible()]
    asked.name.setText("First thoughts")
    asked.save.click()
    settled(page, qtbot)
    assert [head.plan_name for head in dialog.heads] == ["Plan B", "First thoughts"]
    dialog.heads[1].acts[Act.COPY].trigger()
    (asked,) = [one for one in dialog.findChildren(NameDialog) if one.isVisible()]
    asked.save.click()
    settled(page, qtbot)
    assert dialog.heads[0].plans.count() == 3
    assert dialog.heads[0].show_button.isVisible()  # the board shows the copy


def test_one_is_kept_and_the_other_removed(
    page: PairingPage, cast: Cast, two: tuple[int, int], said: list[Notice], qtbot: QtBot
) -> None:
    dialog = comparison(page, qtbot)
    dialog.heads[1].acts[Act.KEEP].trigger()
    assert [one.id for one in drafts(cast.data, cast.programme_id)] == [two[0]]
    assert page.board.draft is not None
    assert page.board.draft.id == two[0]
    assert said[-1].text == "The draft “Plan B” is removed."


def test_removing_one_of_two_ends_the_comparison_and_one_of_three_takes_another(
    page: PairingPage, cast: Cast, two: tuple[int, int], qtbot: QtBot
) -> None:
    make_draft(cast.data, cast.programme_id, "Third")
    page.reload()
    dialog = comparison(page, qtbot)
    assert [head.plan_name for head in dialog.heads] == ["Third", "Plan B"]
    dialog.heads[1].acts[Act.REMOVE].trigger()
    settled(page, qtbot)
    assert [head.plan_name for head in dialog.heads] == ["Third", "Draft 1"]
    dialog.heads[0].acts[Act.REMOVE].trigger()
    assert not dialog.isVisible()


def test_what_is_tried_in_a_copy_is_compared_with_what_it_was_made_of(
    page: PairingPage, cast: Cast, two: tuple[int, int], qtbot: QtBot
) -> None:
    page.pairs.choose(page.board.pairs[0].id)
    card = page.pairs.current_card()
    assert card is not None
    menus = page.commands.menu(card).findChildren(QMenu)
    (trials,) = [one for one in menus if one.title().startswith("What if")]
    act(trials, "Without this pair")
    dialog = waited(page, qtbot)
    assert [head.plan_name for head in dialog.heads] == ["Plan B", "Plan B – what if"]
    assert dialog.said.text() == "They differ for 1 leader · No pair is in both"


def test_plans_that_do_not_differ_say_so(
    page: PairingPage, cast: Cast, two: tuple[int, int], qtbot: QtBot
) -> None:
    copy_draft(cast.data, two[1], "Twin")
    page.reload()
    dialog = comparison(page, qtbot)
    assert dialog.said.text() == "They differ for no leader · 1 pair is in both"
    assert not dialog.table.isVisible()
    assert not dialog.mentors.isVisible()
    assert "better" not in str(figures(dialog))


def test_escape_closes_it_and_the_keyboard_reaches_everything(
    page: PairingPage, two: tuple[int, int], qtbot: QtBot
) -> None:
    dialog = comparison(page, qtbot)
    stops = []
    dialog.heads[0].plans.setFocus()
    for _ in range(9):
        focus = dialog.focusWidget()
        stops.append(focus.accessibleName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert stops[:8] == [
        "First plan",
        "More that can be done with “Plan B”",
        "Second plan",
        "Show “Draft 1” on the board",
        "More that can be done with “Draft 1”",
        "Which leaders are shown",
        "How the leaders are sorted",
        "Leaders and their mentors in both plans",
    ]
    assert stops[8] == "Close"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_names_without_end_fit(
    page: PairingPage, cast: Cast, two: tuple[int, int], qtbot: QtBot
) -> None:
    long = "W" * 190
    rename_draft(cast.data, two[0], f"{long} one")
    rename_draft(cast.data, two[1], f"{long} two")
    page.reload()
    assert page.summary.drafts.text() == "“WWWWWWWWWWWWWWW…WWWW two”"
    assert f"{long} two" in page.summary.drafts.accessibleName()
    assert f"{long} two" in page.summary.drafts.toolTip().replace("\u200b", "")
    texts = [one.text() for one in drafts_menu(page).actions()]
    assert max(map(len, texts)) < 60
    dialog = comparison(page, qtbot)
    assert dialog.heads[0].plan_name == f"{long} two"
    assert dialog.width() <= 1000


def test_a_comparison_of_an_empty_plan_has_no_averages(
    page: PairingPage, cast: Cast, two: tuple[int, int], context: Context, qtbot: QtBot
) -> None:
    shown = [one.id for one in page.board.pairs]
    context.run("Unpair", lambda data: take_apart(data, cast.programme_id, shown))
    dialog = comparison(page, qtbot)
    assert [first for first, _ in figures(dialog)] == ["0 of 3, in 0 pairs", "–", "–", "–", "none"]
