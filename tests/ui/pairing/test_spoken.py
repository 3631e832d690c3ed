"""What a screen reader is given: each card, who is picked up, each target, the result."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.drafts import make_draft
from revmentor_desktop.services.pairing.proposing import set_locked
from revmentor_desktop.services.people.writing import save_person, set_state
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.drafts.name_dialog import NameDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.found_dialog import FoundDialog
from revmentor_desktop.ui.pairing.shortlists.offer_dialog import OfferDialog
from revmentor_desktop.ui.pairing.suggesting.dialog import SuggestDialog
from revmentor_desktop.ui.widgets.notices import NoticeBar
from tests.builders import person_details
from tests.ui.pairing.stage import Cast, act, drafts_menu, index_of, opened

KEY = Qt.Key


def press(*keys: Qt.Key) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)


def accessible(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def card(page: PairingPage, list_name: str, name: str) -> QAccessibleInterface:
    """Return a card as a screen reader finds it within its list."""
    view = getattr(page, list_name)
    return accessible(view).child(index_of(view, name).row())


def name_of(one: QAccessibleInterface) -> str:
    return one.text(QAccessible.Text.Name)


def description_of(one: QAccessibleInterface) -> str:
    return one.text(QAccessible.Text.Description)


def test_a_list_says_what_it_is_and_has_its_cards_as_items(page: PairingPage) -> None:
    mentors = accessible(page.mentors)
    assert name_of(mentors) == "Mentors with a place for a leader"
    assert mentors.role() is QAccessible.Role.List
    assert mentors.childCount() == 3
    assert mentors.child(0).role() is QAccessible.Role.ListItem


def test_a_person_is_said_with_role_state_and_what_they_bring(
    page: PairingPage, cast: Cast
) -> None:
    jonas = card(page, "mentors", "Jonas")
    assert name_of(jonas) == "Jonas Tamm, mentor, unpaired"
    assert description_of(jonas) == "Engineer · IT. AI tools, Data"
    set_state(cast.data, cast.programme_id, [cast.ids["Jonas Tamm"]], ParticipationState.PAUSED)
    page.reload()
    assert name_of(card(page, "mentors", "Jonas")) == "Jonas Tamm, mentor, paused"


def test_a_pair_is_said_with_fit_state_reasons_and_warnings(page: PairingPage, cast: Cast) -> None:
    pair_id = cast.pair("Jonas Tamm", "Helen Ward")
    set_locked(cast.data, cast.programme_id, [pair_id], locked=True)
    page.reload()
    pair = card(page, "pairs", "Jonas")
    said = "Jonas Tamm, mentor, paired with Helen Ward, leader, fit 89, proposed, locked"
    assert name_of(pair) == said
    assert description_of(pair).endswith("AI tools, Both Tue am, 4 things not known")
    agree(cast.data, cast.programme_id, [pair_id], today())
    for name in ("Jonas Tamm", "Helen Ward"):
        save_person(cast.data, cast.ids[name], person_details(name, department="IT"))
    page.reload()
    pair = card(page, "pairs", "Jonas")
    assert name_of(pair).endswith("leader, fit 0, agreed")
    assert "Both work in IT" in description_of(pair)


def test_the_card_that_the_keyboard_is_on_has_the_focus_and_is_selected(
    page: PairingPage, cast: Cast
) -> None:
    page.mentors.choose(cast.ids["Jonas Tamm"])
    for name, expected in (("Jonas", True), ("Mei", False)):
        state = card(page, "mentors", name).state()
        assert bool(state.focused) is expected
        assert bool(state.selected) is expected


def test_picking_up_each_target_and_the_result_are_announced(
    page: PairingPage, cast: Cast, heard: list[str], context: Context
) -> None:
    bar = NoticeBar(context.notices, page)
    page.mentors.choose(cast.ids["Jonas Tamm"])
    press(KEY.Key_Space, KEY.Key_Right, KEY.Key_End)
    assert heard[0].startswith("Jonas Tamm is picked up: arrows to a leader")
    assert heard[-1] == "Jonas Tamm onto Helen Ward: fit 89, Can be paired"
    assert description_of(card(page, "leaders", "Helen")) == "fit 89, Can be paired"
    press(KEY.Key_Return)
    assert heard[-1] == bar.text() == "Jonas Tamm and Helen Ward are a pair."


def test_why_somebody_cannot_be_a_target_is_announced_there_and_on_letting_go(
    page: PairingPage, cast: Cast, heard: list[str], context: Context
) -> None:
    bar = NoticeBar(context.notices, page)
    page.mentors.choose(cast.ids["Mei Brown"])
    press(KEY.Key_Space, KEY.Key_Right)
    against = "Mei Brown → Rob Clarke"
    assert against in heard[-1]
    rob = card(page, "leaders", "Rob")
    assert against in description_of(rob)
    press(KEY.Key_Return)
    assert heard[-1] == bar.text()
    assert "Rob Clarke" in bar.text()


def test_escape_is_announced_and_the_targets_are_plain_cards_again(
    page: PairingPage, cast: Cast, heard: list[str]
) -> None:
    page.mentors.choose(cast.ids["Jonas Tamm"])
    before = description_of(card(page, "leaders", "Helen"))
    press(KEY.Key_Space, KEY.Key_Right, KEY.Key_Escape)
    assert heard[-1] == "Jonas Tamm stays"
    assert description_of(card(page, "leaders", "Helen")) == before


def test_how_many_were_found_is_announced(page: PairingPage, heard: list[str]) -> None:
    page.search.setText("jonas")
    page.search.searched.emit("jonas")
    assert heard == ["1 card found"]


def test_the_side_card_is_named_and_its_meters_say_their_points(
    page: PairingPage, cast: Cast
) -> None:
    pair_id = cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    page.pairs.choose(pair_id)
    meters = [
        name_of(accessible(one))
        for one in page.side.findChildren(QWidget)
        if accessible(one).role() is QAccessible.Role.ProgressBar
    ]
    assert meters[0] == "Learning goal met: 78 of 78"
    names = [name_of(accessible(one)) for one in page.side.findChildren(QScrollArea)]
    assert names == ["About the chosen card"]


def test_what_a_pair_would_come_to_and_that_nobody_is_found_is_announced(
    page: PairingPage, cast: Cast, heard: list[str], qtbot: QtBot
) -> None:
    page.mentors.choose(cast.ids["Jonas Tamm"])
    press(KEY.Key_Return)
    dialog = opened(page, PartnerDialog)
    qtbot.waitUntil(lambda: any(text.startswith("The best plan") for text in heard))
    dialog.search.setText("zzz")
    assert heard[-1] == "No leader of that name."


def test_what_the_rules_say_of_two_who_found_each_other_is_announced_once(
    page: PairingPage, cast: Cast, heard: list[str]
) -> None:
    act(drafts_menu(page), "Enter a pair that found each other…")
    dialog = opened(page, FoundDialog)
    for role, name in ((Role.MENTOR, "Mei Brown"), (Role.MENTEE, "Rob Clarke")):
        one = page.board.participant(cast.ids[name])
        assert one is not None
        assert heard == []
        dialog.people[role].put(one)
    assert heard == [dialog.verdict.text()]
    assert heard[0].startswith("! Mei Brown and Rob Clarke are in one line of management")


def test_a_problem_of_an_open_dialog_is_announced(page: PairingPage, heard: list[str]) -> None:
    page.suggest_button.click()
    dialog = opened(page, SuggestDialog)
    dialog.show_problem("Suggest again.")
    dialog.show_problem("")
    assert heard == ["Suggest again."]


def test_which_draft_the_board_shows_and_how_it_is_called_is_announced(
    page: PairingPage, cast: Cast, heard: list[str]
) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    act(drafts_menu(page), "New draft…")
    opened(page, NameDialog).save.click()
    act(drafts_menu(page), "Rename…")
    dialog = opened(page, NameDialog)
    dialog.name.setText("Empty")
    dialog.save.click()
    act(drafts_menu(page), "Draft 1 (1 proposed)")
    act(drafts_menu(page), "Copy this draft…")
    opened(page, NameDialog).save.click()
    assert heard == [
        "The board shows “Draft 2”.",
        "The draft is called “Empty” now.",
        "The board shows “Draft 1”.",
        "The board shows “Draft 2”.",
    ]


def test_how_many_are_ticked_for_a_choice_is_announced_and_that_a_fourth_is_not(
    page: PairingPage, cast: Cast, heard: list[str]
) -> None:
    cast.add("Zofia Adamska", Role.MENTOR)
    page.reload()
    helen = page.board.participant(cast.ids["Helen Ward"])
    assert helen is not None
    page.commands.shortlists.offer(helen)
    dialog = opened(page, OfferDialog)
    spare = next(
        dialog.model.index(row)
        for row in range(dialog.model.rowCount())
        if "ticked" not in dialog.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    )
    dialog.model.turn(spare)
    assert heard == ["Three at most: for another one, untick one first."]
    dialog.model.turn(dialog.model.index(0))
    assert heard[-1] == "Two are a choice; a third can be ticked."


def test_what_two_plans_differ_in_is_announced(
    page: PairingPage, cast: Cast, heard: list[str], qtbot: QtBot
) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    make_draft(cast.data, cast.programme_id)
    page.reload()
    page.compare_button.click()
    qtbot.waitUntil(lambda: heard == ["They differ for 1 leader · No pair is in both"])
