"""A leader is offered a choice of mentors on the board, and what they choose is proposed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pairs import PairOrigin, PairState
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.reading import pairs, shortlists
from revmentor_desktop.services.pairing.shortlists import offer
from revmentor_desktop.services.people.writing import save_person, set_state
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.cards import PairCard, PersonCard
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.agree_dialog import AgreeDialog
from revmentor_desktop.ui.pairing.shortlists.offer_dialog import OfferDialog
from revmentor_desktop.ui.pairing.shortlists.offered import OfferedChoice
from revmentor_desktop.ui.pairing.shortlists.offering import MARKS
from revmentor_desktop.ui.pairing.shortlists.page_dialog import ChoicePageDialog
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import person_details
from tests.fakes import FakePrompts
from tests.ui.pairing.stage import Cast, opened

DAY = date(2027, 1, 12)


@pytest.fixture
def offered(page: PairingPage, cast: Cast, context: Context) -> list[int]:
    """Helen is to choose between Jonas and Sána."""
    ids = [cast.ids[name] for name in ("Jonas Tamm", "Sána Khan")]
    context.run(
        "Offer", lambda data: offer(data, cast.programme_id, cast.ids["Helen Ward"], ids, DAY)
    )
    return ids


def leader(page: PairingPage, cast: Cast, name: str = "Helen Ward") -> Participant:
    found = page.board.participant(cast.ids[name])
    assert found is not None
    return found


def ask(page: PairingPage, cast: Cast, name: str = "Helen Ward") -> OfferDialog:
    page.commands.shortlists.offer(leader(page, cast, name))
    return opened(page, OfferDialog)


def listed(dialog: OfferDialog) -> list[str]:
    return [dialog.model.index(row).data() for row in range(dialog.model.rowCount())]


def ticked(dialog: OfferDialog) -> list[str]:
    return [one.person.full_name for one in dialog.model.ticked]


def marks(dialog: OfferDialog, name: str) -> list[str]:
    index = dialog.model.index(listed(dialog).index(name))
    return [mark.text for mark in index.data(MARKS)]


def commands(page: PairingPage, cast: Cast, name: str = "Helen Ward") -> dict[str, QAction]:
    """Return what the menu of a leader offers, the inner menu too, by its words."""
    page.leaders.choose(cast.ids[name])
    card = page.leaders.current_card()
    assert isinstance(card, PersonCard)
    menu = page.commands.menu(card)
    return {
        action.text(): action
        for one in (menu, *menu.findChildren(QMenu))
        for action in one.actions()
    }


def texts(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]


def test_the_best_fits_are_ticked_and_offered_on_a_day(
    page: PairingPage, cast: Cast, said: list[Notice]
) -> None:
    commands(page, cast)["Offer a choice of mentors…"].trigger()
    dialog = opened(page, OfferDialog)
    assert dialog.heading.text() == "Offer Helen Ward a choice of mentors"
    assert listed(dialog)[0] == "Jonas Tamm"
    assert ticked(dialog) == listed(dialog)
    assert "Professional 100 · personal 50" in marks(dialog, "Jonas Tamm")
    dialog.offered_on.set_value(None)
    dialog.offer.click()
    assert dialog.isVisible()
    dialog.offered_on.set_value(DAY)
    dialog.offer.click()
    (found,) = shortlists(cast.data, cast.programme_id)
    assert [one.person.full_name for one in found.candidates] == ticked(dialog)
    assert found.offered_on == DAY
    assert cast.data.undo_words == "Offer Helen Ward a choice of 3"
    assert said[-1].text == "Helen Ward has a choice of 3."
    card = page.leaders.cards.card(page.leaders.cards.index_of(cast.ids["Helen Ward"]))
    assert card is not None
    assert card.marks[0].text == "Choice of 3 · 12 Jan"
    assert "Choice of 3" in card.spoken
    assert "3 free · 1 choosing" in texts(page)
    page.context.undo()
    assert shortlists(cast.data, cast.programme_id) == []
    assert not any("choosing" in text for text in texts(page))


def test_whom_a_rule_or_an_agreed_pair_bars_is_not_in_the_list(
    page: PairingPage, cast: Cast, context: Context
) -> None:
    cast.add("Zofia Adamska", Role.MENTOR)
    agreed = cast.pair("Zofia Adamska", "Rob Clarke")
    context.run("Agree", lambda data: agree(data, cast.programme_id, [agreed], today()))
    # Mei works for Rob, who works for David.
    dialog = ask(page, cast, "David Price")
    assert sorted(listed(dialog)) == ["Jonas Tamm", "Sána Khan"]
    assert "2 mentors whom rules or agreed pairs bar are left out." in dialog.text.text()
    dialog.reject()
    details = person_details("Jonas Tamm", line_manager_id=cast.ids["David Price"])
    context.run("Edit", lambda data: save_person(data, cast.ids["Jonas Tamm"], details))
    dialog = ask(page, cast, "David Price")
    assert dialog.problem == "Rules and agreed pairs leave too few mentors for a choice."
    assert not dialog.offer.isEnabled()


def test_two_or_three_are_ticked_by_key_and_pointer_and_put_in_order(
    page: PairingPage, cast: Cast
) -> None:
    cast.add("Zofia Adamska", Role.MENTOR)
    page.reload()
    dialog = ask(page, cast)
    assert len(ticked(dialog)) == 3
    assert dialog.note.text() == "Three at most: for another one, untick one first."
    (spare,) = set(listed(dialog)) - set(ticked(dialog))
    click(dialog, spare)
    assert spare not in ticked(dialog)
    for name in ticked(dialog)[1:]:
        press_space(dialog, name)
    assert ticked(dialog) == ["Jonas Tamm"]
    assert not dialog.offer.isEnabled()
    assert dialog.note.text() == "Tick at least two."
    dialog.search.setText("zof")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert ticked(dialog) == ["Jonas Tamm", "Zofia Adamska"]
    assert dialog.offer.isEnabled()
    zofia = cast.ids["Zofia Adamska"]
    (earlier,) = [one for one in order_buttons(dialog) if one.objectName() == f"arrow-up-{zofia}"]
    earlier.setFocus()
    earlier.click()
    assert ticked(dialog) == ["Zofia Adamska", "Jonas Tamm"]
    # There is no earlier place, so the keyboard stays with her on the other arrow.
    now = dialog.focusWidget()
    assert now is not None
    assert now.objectName() == f"arrow-down-{zofia}"
    said = dialog.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("ticked, place 1")
    dialog.offer.click()
    (found,) = shortlists(cast.data, cast.programme_id)
    assert [one.person.full_name for one in found.candidates] == ["Zofia Adamska", "Jonas Tamm"]


def order_buttons(dialog: OfferDialog) -> list[QToolButton]:
    return [one for one in dialog.findChildren(QToolButton) if one.isVisibleTo(dialog)]


def click(dialog: OfferDialog, name: str) -> None:
    index = dialog.model.index(listed(dialog).index(name))
    dialog.list.scrollTo(index)
    at: QPoint = dialog.list.visualRect(index).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(dialog.list.viewport(), left, Qt.KeyboardModifier.NoModifier, at)


def press_space(dialog: OfferDialog, name: str) -> None:
    dialog.list.setCurrentIndex(dialog.model.index(listed(dialog).index(name)))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)


def test_where_else_a_mentor_stands_is_said(
    page: PairingPage, cast: Cast, offered: list[int]
) -> None:
    cast.pair("Sána Khan", "David Price")
    page.reload()
    dialog = ask(page, cast, "Rob Clarke")
    assert "Also offered to Helen Ward" in marks(dialog, "Jonas Tamm")
    assert "Paired with David Price here" in marks(dialog, "Sána Khan")
    # Two are a choice only with somebody whose place is proposed to another leader.
    assert ticked(dialog) == ["Jonas Tamm", "Sána Khan"]


def test_a_mentor_says_who_may_still_choose_them(
    page: PairingPage, cast: Cast, offered: list[int]
) -> None:
    page.mentors.choose(cast.ids["Jonas Tamm"])
    assert "Offered to Helen Ward to choose" in texts(page.side)
    page.commands.shortlists.choose(leader(page, cast), leader(page, cast, "Sána Khan"))
    page.mentors.choose(cast.ids["Jonas Tamm"])
    assert "Offered to Helen Ward to choose" not in texts(page.side)


def test_what_a_leader_chose_is_proposed_in_one_step(
    page: PairingPage, cast: Cast, offered: list[int], said: list[Notice]
) -> None:
    page.leaders.choose(cast.ids["Helen Ward"])
    (choice,) = page.side.findChildren(OfferedChoice)
    assert "Choice of 2 offered on Tue 12 Jan 2027" in texts(page.side)
    first = choice.findChildren(QPushButton)[0]
    assert first.accessibleName() == "Helen Ward chose Jonas Tamm"
    first.click()
    (made,) = pairs(cast.data, cast.programme_id)
    assert (made.mentor.person.full_name, made.origin) == ("Jonas Tamm", PairOrigin.CHOSEN)
    assert made.state is PairState.PROPOSED
    assert cast.data.undo_words == "Helen chose Jonas Tamm"
    assert said[-1].text == "Helen chose Jonas Tamm. Jonas Tamm and Helen Ward are a pair."
    card = page.pairs.current_card()
    assert isinstance(card, PairCard)
    assert "The leader’s choice" in [mark.text for mark in card.marks]
    assert "2 free" in texts(page)
    page.context.undo()
    assert pairs(cast.data, cast.programme_id) == []
    assert shortlists(cast.data, cast.programme_id)[0].chosen is None


def test_a_choice_takes_the_place_of_what_was_proposed(
    page: PairingPage, cast: Cast, offered: list[int]
) -> None:
    made = cast.pair("Mei Brown", "Helen Ward")
    page.reload()
    page.pairs.choose(made)
    card = page.pairs.current_card()
    assert isinstance(card, PairCard)
    assert card.marks[0].text == "Choice of 2 · 12 Jan"
    page.commands.shortlists.choose(leader(page, cast), page.board.participants[4])
    assert cast.stored() == {("Jonas Tamm", "Helen Ward")}
    page.context.undo()
    assert cast.stored() == {("Mei Brown", "Helen Ward")}


def test_who_is_no_longer_possible_is_said_with_the_reason(
    page: PairingPage, cast: Cast, context: Context, offered: list[int]
) -> None:
    cast.pair("Jonas Tamm", "David Price")
    withdrawn = ParticipationState.WITHDRAWN
    context.run("Withdraw", lambda data: set_state(data, cast.programme_id, offered[1:], withdrawn))
    page.reload()
    page.leaders.choose(cast.ids["Helen Ward"])
    (choice,) = page.side.findChildren(OfferedChoice)
    assert [one.text() for one in choice.findChildren(QPushButton)] == [
        "Page…",
        "Change…",
        "Withdraw",
    ]
    assert "No longer possible: Jonas Tamm has as many partners as agreed" in texts(page.side)
    assert "No longer possible: Sána Khan has withdrawn" in texts(page.side)
    found = commands(page, cast)
    for words in ("Helen chose Jonas Tamm", "Helen chose Sána Khan"):
        assert not found[words].isEnabled()


def test_an_offer_is_changed_and_withdrawn(
    page: PairingPage, cast: Cast, offered: list[int], said: list[Notice]
) -> None:
    commands(page, cast)["Change the choice…"].trigger()
    dialog = opened(page, OfferDialog)
    assert ticked(dialog) == ["Jonas Tamm", "Sána Khan"]
    assert dialog.offered_on.value() == DAY
    dialog.model.tick([*dialog.model.ticked, leader(page, cast, "Mei Brown")])
    dialog.offered_on.set_value(DAY + timedelta(days=1))
    dialog.offer.click()
    (found,) = shortlists(cast.data, cast.programme_id)
    assert (len(found.candidates), found.offered_on) == (3, DAY + timedelta(days=1))
    commands(page, cast)["Withdraw the offer"].trigger()
    assert shortlists(cast.data, cast.programme_id) == []
    assert said[-1].text == "Helen Ward is offered no choice any more."
    page.context.undo()
    assert shortlists(cast.data, cast.programme_id) == [found]


def test_an_offer_is_the_same_in_every_draft_and_over_with_an_agreed_pair(
    page: PairingPage, cast: Cast, context: Context, offered: list[int]
) -> None:
    made = cast.pair("Mei Brown", "Helen Ward")
    context.run("Agree", lambda data: agree(data, cast.programme_id, [made], today()))
    assert "2 free" in texts(page)
    page.pairs.choose(made)
    card = page.pairs.current_card()
    assert isinstance(card, PairCard)
    assert not any("Choice" in mark.text for mark in card.marks)
    assert page.side.findChildren(OfferedChoice) == []


def test_what_the_leader_reads_is_shown_saved_and_opened_as_a_draft(
    page: PairingPage,
    cast: Cast,
    offered: list[int],
    prompts: FakePrompts,
    tmp_path: Path,
    said: list[Notice],
    qtbot: QtBot,
) -> None:
    commands(page, cast)["What Helen reads…"].trigger()
    dialog = opened(page, ChoicePageDialog)
    assert "Jonas" not in dialog.preview.toPlainText()
    assert "– Offers: AI tools, Data" in dialog.preview.toPlainText()
    dialog.are_named.box.click()
    assert "1. Jonas Tamm, Engineer, IT" in dialog.preview.toPlainText()
    assert "fit" not in dialog.preview.toPlainText().split()
    prompts.path = tmp_path / "choice.pdf"
    dialog.save.click()
    qtbot.waitUntil((tmp_path / "choice.pdf").exists)
    qtbot.waitUntil(lambda: said != [])
    assert said[-1].text == f"Saved as {tmp_path / 'choice.pdf'}"


def test_whose_choice_agreeing_would_end_is_said_before(
    page: PairingPage, cast: Cast, offered: list[int]
) -> None:
    assert offered
    other = cast.pair("Sána Khan", "David Price")
    page.reload()
    page.commands.pairs.agree([one for one in page.board.pairs if one.id == other])
    dialog = opened(page, AgreeDialog)
    assert dialog.warning.isHidden()
    dialog.reject()
    cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    page.agree_button.click()
    (dialog,) = (one for one in page.findChildren(AgreeDialog) if one.isVisible())
    assert dialog.warning.isVisible()
    assert dialog.agree.accessibleDescription() == dialog.warning.text()
    assert dialog.warning.text() == (
        "Helen Ward has been offered a choice of mentors and has not chosen yet. "
        "Agreeing ends that choice."
    )
    dialog.reject()
