"""What the page shows: counts, search, empty lists, the card about what is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHoverEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.plan.pairing_choices import OwnRule, OwnRuleKind, PairingChoices
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.people.writing import save_person, set_state
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.column import EmptyColumn
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.suggesting.dialog import SuggestDialog
from revmentor_desktop.ui.theme import Theme, ThemeChoice
from tests.builders import person_details, stored_programme
from tests.ui.pairing.stage import Cast, index_of, middle_of, opened

STATE = ParticipationState


def names(view: CardView) -> list[str]:
    return [str(view.cards.index(row).data()) for row in range(view.cards.rowCount())]


def texts(widget: QWidget) -> list[str]:
    labels = widget.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(widget) and label.text()]


def search(page: PairingPage, qtbot: QtBot, typed: str) -> None:
    with qtbot.waitSignal(page.search.searched):
        page.search.setText(typed)


def buttons(widget: QWidget) -> list[str]:
    found = widget.findChildren(QPushButton)
    said = (button.text() or button.accessibleName() for button in found)
    return [words for words, button in zip(said, found, strict=True) if button.isVisibleTo(widget)]


def test_the_lists_are_in_order_of_surname(page: PairingPage) -> None:
    assert names(page.mentors) == ["Mei Brown", "Sána Khan", "Jonas Tamm"]
    assert names(page.leaders) == ["Rob Clarke", "David Price", "Helen Ward"]


def test_withdrawn_people_are_not_on_the_board_and_paused_ones_do_not_count_as_free(
    page: PairingPage, cast: Cast
) -> None:
    set_state(cast.data, cast.programme_id, [cast.ids["Mei Brown"]], STATE.WITHDRAWN)
    set_state(cast.data, cast.programme_id, [cast.ids["Sána Khan"]], STATE.PAUSED)
    page.reload()
    assert names(page.mentors) == ["Sána Khan", "Jonas Tamm"]
    assert page.summary.text == "0 of 3 leaders paired"


def test_what_is_found_is_shown_from_its_beginning_or_where_something_is_chosen(
    page: PairingPage, cast: Cast
) -> None:
    for number in range(30):
        cast.add(f"Leader {number:02}", Role.MENTEE)
    page.reload()
    bar = page.leaders.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.search.setText("leader")
    page.search.searched.emit("leader")
    assert bar.value() == 0
    page.leaders.choose(cast.ids["Leader 20"])
    bar.setValue(0)
    page.search.setText("")
    page.search.searched.emit("")
    shown = page.leaders.visualRect(index_of(page.leaders, "Leader 20"))
    assert page.leaders.viewport().rect().contains(shown)


def test_search_finds_a_person_in_all_three_lists(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    cast.pair("Sána Khan", "Helen Ward")
    cast.add("Hélène Wardle", Role.MENTOR)
    cast.add("Edward Helensson", Role.MENTEE)
    page.reload()
    search(page, qtbot, "WARD helen")
    assert names(page.mentors) == ["Hélène Wardle"]
    assert names(page.pairs) == ["Sána Khan – Helen Ward"]
    assert names(page.leaders) == ["Edward Helensson"]
    search(page, qtbot, "SANA")
    assert names(page.pairs) == ["Sána Khan – Helen Ward"]
    assert names(page.mentors) == []
    search(page, qtbot, "engineer it")
    assert names(page.mentors) == ["Jonas Tamm"]
    search(page, qtbot, "")
    assert len(names(page.mentors)) == 3


def test_an_empty_list_says_what_that_means(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    assert isinstance(page.pairs.placeholder, EmptyColumn)
    assert page.pairs.placeholder.label.text().startswith("No pairs yet.")
    page.pairs.placeholder.act.click()
    opened(page, SuggestDialog).reject()
    search(page, qtbot, "nobody at all")
    assert page.pairs.placeholder.label.text().startswith("No pairs yet.")
    assert page.columns[0].count == "0 of 3 shown"
    assert isinstance(page.mentors.placeholder, EmptyColumn)
    assert page.mentors.placeholder.label.text() == "Nobody found here."
    search(page, qtbot, "")
    assert page.mentors.cards.rowCount() == 3
    leaders = ["Rob Clarke", "David Price", "Helen Ward"]
    for mentor, leader in zip(["Jonas Tamm", "Sána Khan", "Mei Brown"], leaders, strict=True):
        cast.pair(mentor, leader)
    page.reload()
    done = page.leaders.placeholder
    assert isinstance(done, EmptyColumn)
    assert done.label.text() == "Every leader has a mentor. Agree the pairs to go on."
    proposed = [pair.id for pair in pairs(cast.data, cast.programme_id)]
    agree(cast.data, cast.programme_id, proposed, today())
    page.reload()
    done = page.leaders.placeholder
    assert isinstance(done, EmptyColumn)
    assert done.label.text() == "Every leader has a mentor. Next come the agreements."
    with qtbot.waitSignal(context.requested) as asked:
        done.act.click()
    assert asked.args == ["show:documents"]
    assert page.mentors.placeholder is not None


def test_without_programme_or_people_there_is_one_way_on(context: Context, qtbot: QtBot) -> None:
    page = PairingPage(context)
    qtbot.addWidget(page)
    page.show()
    assert buttons(page) == ["Undo", "New programme…"]
    with qtbot.waitSignal(context.requested) as asked:
        click(page, "New programme…")
    assert asked.args == ["new-programme"]
    context.choose_programme(stored_programme(context.data))
    assert "Nobody takes part yet" in texts(page)
    for words, command in (("Import people…", "import-people"), ("Go to People", "show:people")):
        with qtbot.waitSignal(context.requested) as asked:
            click(page, words)
        assert asked.args == [command]
    assert not page.search.isEnabled()


def click(page: QWidget, words: str) -> None:
    found = [b for b in page.findChildren(QPushButton) if b.text() == words]
    (seen,) = [button for button in found if button.isVisibleTo(page)]
    seen.click()


def test_leaders_without_any_mentor_lead_to_people(context: Context, qtbot: QtBot) -> None:
    cast = Cast(context.data, stored_programme(context.data))
    cast.add("David Price", Role.MENTEE)
    context.choose_programme(cast.programme_id)
    page = PairingPage(context)
    qtbot.addWidget(page)
    page.show()
    assert isinstance(page.mentors.placeholder, EmptyColumn)
    with qtbot.waitSignal(context.requested) as asked:
        page.mentors.placeholder.act.click()
    assert asked.args == ["show:people"]


def test_the_side_card_of_a_pair_tells_facts_and_rules(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    pair_id = cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    page.pairs.choose(pair_id)
    shown = texts(page.side)
    assert shown[:2] == ["Why this pair?", "Jonas Tamm → Helen Ward · 89\N{NO-BREAK SPACE}fit"]
    assert shown[2].startswith("RM-0001\N{NO-BREAK SPACE}· ")
    assert "Offered, and wanted by Helen" in shown
    assert "AI tools" in shown
    assert "Tue am" in shown
    assert "Data" not in shown
    rules = (
        "✓ Rules checked: not in one line of management, no shared line manager, "
        "no conflict of interest declared, on no private list, not in one department, "
        "no pair that ended early, new to each other, nobody withdrawn, nobody paused, "
        "both with a place, no more partners than agreed"
    )
    assert rules in shown
    qtbot.waitUntil(lambda: "Unpair" in buttons(page.side))
    click(page.side, "Unpair")
    assert cast.stored() == set()


def test_a_pair_that_came_to_break_a_rule_says_so(page: PairingPage, cast: Cast) -> None:
    pair_id = cast.pair("Jonas Tamm", "Helen Ward")
    details = person_details("Jonas Tamm", line_manager_id=cast.ids["Helen Ward"])
    save_person(cast.data, cast.ids["Jonas Tamm"], details)
    page.reload()
    page.pairs.choose(pair_id)
    shown = texts(page.side)
    assert "! In one line of management: Jonas Tamm → Helen Ward" in shown
    assert any(
        text.startswith("✓ Rules checked: no shared line manager, no conflict of interest")
        for text in shown
    )
    assert "! 1 pair breaks a rule" in texts(page.summary)


def test_the_side_card_tells_of_the_programme_s_own_rules(page: PairingPage, cast: Cast) -> None:
    pair_id = cast.pair("Jonas Tamm", "Helen Ward")
    rule = OwnRule(field="job_title", kind=OwnRuleKind.MUST_DIFFER)
    save_section(cast.data, cast.programme_id, "pairing", PairingChoices(own_rules=(rule,)))
    page.reload()
    page.pairs.choose(pair_id)
    assert any("own rules" in text for text in texts(page.side) if text.startswith("✓"))
    for name in ("Jonas Tamm", "Helen Ward"):
        save_person(cast.data, cast.ids[name], person_details(name, job_title="Engineer"))
    page.reload()
    shown = texts(page.side)
    assert "! The same answer to “job title”" in shown
    assert not any("own rules" in text for text in shown if text.startswith("✓"))


def test_the_side_card_of_a_person(page: PairingPage, cast: Cast, qtbot: QtBot) -> None:
    page.mentors.choose(cast.ids["Jonas Tamm"])
    shown = texts(page.side)
    assert shown[:2] == ["Jonas Tamm", "Engineer · IT"]
    assert {"Mentor", "Confirmed", "Unpaired", "Offers", "AI tools", "Data"} <= set(shown)
    qtbot.waitUntil(lambda: buttons(page.side) == ["Pair with…", "Why left over?"])


def test_only_one_card_of_the_board_is_chosen(page: PairingPage, cast: Cast) -> None:
    page.mentors.choose(cast.ids["Jonas Tamm"])
    page.leaders.choose(cast.ids["Helen Ward"])
    assert page.mentors.selectionModel().selectedIndexes() == []
    assert texts(page.side)[0] == "Helen Ward"


def test_the_side_card_follows_what_becomes_of_its_person(
    page: PairingPage, cast: Cast, context: Context
) -> None:
    page.mentors.choose(cast.ids["Jonas Tamm"])
    details = person_details("Jonas Tamm-Berg")
    context.run("Rename", lambda data: save_person(data, cast.ids["Jonas Tamm"], details))
    assert texts(page.side)[0] == "Jonas Tamm-Berg"
    page.leaders.choose(cast.ids["Helen Ward"])
    state = STATE.WITHDRAWN
    people = [cast.ids["Helen Ward"]]
    context.run("Withdraw", lambda data: set_state(data, cast.programme_id, people, state))
    assert "Helen Ward" not in texts(page.side)
    assert names(page.leaders) == ["Rob Clarke", "David Price"]


def test_a_hidden_page_reads_again_only_when_it_is_shown(
    page: PairingPage, cast: Cast, context: Context
) -> None:
    page.hide()
    cast.pair("Jonas Tamm", "Helen Ward")
    context.announce(frozenset({"pair"}))
    assert names(page.pairs) == []
    page.show()
    assert names(page.pairs) == ["Jonas Tamm – Helen Ward"]


def test_hostile_names_are_shown_as_they_are(page: PairingPage, cast: Cast) -> None:
    evil = "<b>Bold</b> & <img src=x>{chain}%s"
    person_id = cast.add(evil, Role.MENTOR, about_me="<h1>Big</h1>")
    pair_id = cast.pair(evil, "Helen Ward")
    page.reload()
    page.pairs.choose(pair_id)
    assert texts(page.side)[1].startswith(f"{evil} → Helen Ward · ")
    formats = {label.textFormat() for label in page.side.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}
    index: QModelIndex = page.pairs.cards.index_of(pair_id)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{evil}, mentor, paired with Helen Ward, leader, fit not known, proposed"
    card = page.pairs.cards.card(index)
    assert card is not None
    page.commands.unpair(page.board.pairs[0])
    assert cast.data.undo_words == f"Unpair {evil} and Helen Ward"
    page.mentors.choose(person_id)
    assert "<h1>Big</h1>" in texts(page.side)


def test_a_wide_page_gives_the_side_card_a_column_of_its_own(
    page: PairingPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.side.mapTo(page, page.side.rect().topLeft()).y() > 0)
    below = page.side.mapTo(page, page.side.rect().topLeft()).x()
    assert below <= page.leaders.mapTo(page, page.leaders.rect().bottomRight()).x()
    page.resize(1700, 800)
    qtbot.waitUntil(
        lambda: (
            page.side.mapTo(page, page.side.rect().topLeft()).x()
            > page.leaders.mapTo(page, page.leaders.rect().topRight()).x()
        )
    )


def test_another_theme_paints_other_colours(page: PairingPage, theme: Theme, qtbot: QtBot) -> None:
    def surface() -> int:
        at = page.mentors.visualRect(page.mentors.cards.index(0)).center()
        return page.mentors.viewport().grab().toImage().pixelColor(at.x(), 6).lightness()

    light = surface()
    theme.choose(ThemeChoice.DARK)
    assert surface() < light - 100


def test_choosing_a_card_does_not_move_the_lists(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    for number in range(12):
        cast.add(f"Leader {number:02}", Role.MENTEE)
    page.reload()
    qtbot.waitUntil(lambda: page.leaders.height() > 2 * page.leaders.card_height)
    before = page.leaders.geometry()
    page.mentors.choose(cast.ids["Jonas Tamm"])
    qtbot.waitUntil(page.side.isVisible)
    page.grab()
    assert page.leaders.geometry() == before


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_once_its_menu_is_gone_a_card_does_not_look_pointed_at(page: PairingPage) -> None:
    view = page.mentors
    at = middle_of(view, "Jonas Tamm")
    inside = view.visualRect(view.indexAt(at)).adjusted(2, 2, -2, -2)
    before = view.viewport().grab(inside).toImage()
    where = QPointF(at)
    over = QHoverEvent(QEvent.Type.HoverMove, where, where, where)
    QApplication.sendEvent(view.viewport(), over)
    assert view.viewport().grab(inside).toImage() != before
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(
        view.viewport(), QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at))
    )
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    assert view.viewport().grab(inside).toImage() == before
