"""The page: what stays through a reload, bulk changes, empty states, adding, keys."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.services.people.reading import participation, people
from revmentor_desktop.services.people.writing import add_person, save_person
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.new_person import NewPersonDialog
from revmentor_desktop.ui.people.page import PANEL_KEY, PeoplePage
from revmentor_desktop.ui.widgets.notices import Notice
from tests.fakes import FakePrompts
from tests.ui.people.conftest import Cast
from tests.ui.people.hands import NO_GRAB, click, focused, press, tab, type_text


@pytest.fixture
def notices(context: Context) -> list[Notice]:
    shown: list[Notice] = []
    context.notices.shown.connect(shown.append)
    return shown


def shown_names(page: PeoplePage) -> list[str]:
    return [entry.person.first_name for entry in page.model.shown]


def chosen_ids(page: PeoplePage) -> list[int]:
    return [entry.person.id for entry in page.table.chosen()]


def state_of(data: DataFile, cast: Cast, person_id: int) -> ParticipationState:
    part = participation(data, cast.programme, person_id)
    assert part is not None
    return part.state


def pick(page: PeoplePage, person_ids: Sequence[int]) -> None:
    page.table.select_people(person_ids)


def test_the_programmes_people_are_listed_and_counted(page: PeoplePage) -> None:
    assert shown_names(page) == ["Mei", "Helen", "Zoë"]
    assert page.count.text() == "3 people"


def test_everyone_in_the_data_file_is_a_click_away(page: PeoplePage, qtbot: QtBot) -> None:
    click(page.filters.everyone)
    assert shown_names(page) == ["Omar", "Mei", "Helen", "Zoë"]
    assert page.count.text() == "4 people"


def test_typing_searches_and_says_how_many_are_left(page: PeoplePage, qtbot: QtBot) -> None:
    page.go_to_search()
    assert page.search.hasFocus()
    type_text(page.search, "zol")
    qtbot.waitUntil(lambda: shown_names(page) == ["Zoë"])
    assert page.count.text() == "1 of 3 people"
    press(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(shown_names(page)) == 3)


def test_filters_are_menus_that_say_what_is_ticked(page: PeoplePage, qtbot: QtBot) -> None:
    leader = page.filters.role.menu.actions()[1]
    leader.trigger()
    assert shown_names(page) == ["Helen"]
    assert page.filters.role.button.text() == "Role: Leader"
    assert page.filters.clear.isVisible()
    click(page.filters.clear)
    assert len(shown_names(page)) == 3
    assert page.filters.role.button.text() == "Role"
    assert not page.filters.clear.isVisible()


def test_who_a_filter_hides_stays_in_the_panel_and_is_chosen_again_after_it(
    page: PeoplePage, cast: Cast
) -> None:
    pick(page, [cast.helen])
    page.filters.role.menu.actions()[0].trigger()
    assert chosen_ids(page) == []
    assert page.panel.person_ids == [cast.helen]
    page.commands.states[ParticipationState.PAUSED].trigger()
    assert page.panel.form.bindings["state"].editor.value() is ParticipationState.PAUSED
    page.filters.clear_filters()
    assert chosen_ids(page) == [cast.helen]


def test_paired_and_unpaired_exclude_each_other(page: PeoplePage) -> None:
    paired, unpaired = page.filters.pairing.menu.actions()
    paired.trigger()
    assert shown_names(page) == ["Mei", "Helen"]
    unpaired.trigger()
    assert shown_names(page) == ["Zoë"]
    unpaired.trigger()
    assert len(shown_names(page)) == 3


def test_departments_are_offered_with_their_numbers_and_shown_literally(page: PeoplePage) -> None:
    words = [action.text() for action in page.filters.department.menu.actions()]
    assert words == ["Care (1)", "Finance (1)", "R&&D (1)"]
    page.filters.department.menu.actions()[2].trigger()
    assert shown_names(page) == ["Zoë"]
    assert page.filters.department.button.text() == "Department: R&&D"


@NO_GRAB
def test_a_filter_menu_stays_open_while_ticking(page: PeoplePage, qtbot: QtBot) -> None:
    menu = page.filters.state.menu
    menu.popup(page.mapToGlobal(page.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    confirmed = next(one for one in menu.actions() if one.text() == "Confirmed")
    menu.setActiveAction(menu.actions()[0])
    press(menu, Qt.Key.Key_Space)
    menu.setActiveAction(confirmed)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(confirmed).center())
    assert menu.isVisible()
    assert page.filters.state.button.text() == "State: Invited, Confirmed"
    menu.close()


def test_a_narrow_page_has_all_filters_in_one_menu(page: PeoplePage, qtbot: QtBot) -> None:
    page.resize(640, 600)
    qtbot.waitUntil(page.filters.all.isVisible)
    assert not page.filters.role.isVisible()
    titles = [action.text() for action in page.filters.all.menu().actions()]
    assert "Missing details" in titles
    page.filters.all.menu().actions()[-1].trigger()
    assert shown_names(page) == ["Zoë"]


def test_a_reload_keeps_selection_sorting_and_place(
    page: PeoplePage, data: DataFile, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    for number in range(60):
        add_person(data, PersonDetails(first_name=f"Extra {number:02}"))
    page.filters.show_scope(everybody=True)
    page.table.sort_as("department", Qt.SortOrder.DescendingOrder)
    context.announce(data.last_touched)
    pick(page, [cast.mei, cast.zoe])
    bar = page.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0

    context.run("Add", lambda file: add_person(file, PersonDetails(first_name="Another")))

    assert set(chosen_ids(page)) == {cast.mei, cast.zoe}
    assert bar.value() == place
    assert shown_names(page)[0] == "Zoë"
    assert page.model.sort_column == "department"


def test_removing_needs_no_question_and_is_undone_whole(
    page: PeoplePage,
    data: DataFile,
    cast: Cast,
    context: Context,
    notices: list[Notice],
    prompts: FakePrompts,
    qtbot: QtBot,
) -> None:
    pick(page, [cast.helen])
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Delete)
    assert shown_names(page) == ["Mei", "Zoë"]
    assert prompts.said == []
    assert notices[-1].text == "Removed: Helen Ward"
    assert data.undo_words == "Remove Helen Ward"
    assert page.panel.person_ids == []
    assert page.table.currentIndex().row() == 1
    assert notices[-1].action is not None
    notices[-1].action()
    assert shown_names(page) == ["Mei", "Helen", "Zoë"]
    assert page.model.entry(1).partners == ("Mei Brown",)


def test_several_get_a_state_in_one_step(
    page: PeoplePage, data: DataFile, cast: Cast, notices: list[Notice], context: Context
) -> None:
    pick(page, [cast.mei, cast.zoe])
    page.commands.states[ParticipationState.PAUSED].trigger()
    assert state_of(data, cast, cast.mei) is ParticipationState.PAUSED
    assert state_of(data, cast, cast.zoe) is ParticipationState.PAUSED
    assert data.undo_words == "Set 2 people to paused"
    context.undo()
    assert state_of(data, cast, cast.zoe) is ParticipationState.INVITED


def test_who_withdraws_stays_in_the_pair_and_the_notice_says_so(
    page: PeoplePage, cast: Cast, notices: list[Notice]
) -> None:
    pick(page, [cast.helen])
    page.commands.states[ParticipationState.WITHDRAWN].trigger()
    assert notices[-1].text == (
        "Set to withdrawn: Helen Ward. The pair with Mei Brown stays until you end it on the"
        " Pairing page."
    )
    assert notices[-1].verb == "Undo"


def test_the_role_of_somebody_in_a_pair_is_refused_in_words(
    page: PeoplePage, data: DataFile, cast: Cast, prompts: FakePrompts
) -> None:
    pick(page, [cast.mei, cast.zoe])
    page.commands.roles[Role.MENTEE].trigger()
    assert len(prompts.sentences) == 1
    assert prompts.sentences[0].startswith("Mei Brown is in a pair or in a draft of one.")
    zoe = participation(data, cast.programme, cast.zoe)
    assert zoe is not None
    assert zoe.role is Role.MENTOR


def test_people_come_into_the_programme_and_leave_it(
    page: PeoplePage, data: DataFile, cast: Cast, notices: list[Notice]
) -> None:
    page.filters.show_scope(everybody=True)
    pick(page, [cast.omar])
    assert not page.commands.leave.isEnabled()
    assert not page.commands.roles[Role.MENTOR].isEnabled()
    page.commands.take_part_as[Role.MENTEE].trigger()
    assert data.undo_words == "Let Omar Adeyemi take part in Front-line voices"
    assert notices[-1].text == "Leader in Front-line voices now: Omar Adeyemi"
    assert page.commands.leave.text() == "Take out of Front-line voices"
    page.commands.leave.trigger()
    assert participation(data, cast.programme, cast.omar) is None
    assert chosen_ids(page) == [cast.omar]


def test_addresses_are_copied_as_mail_programs_take_them(
    page: PeoplePage, cast: Cast, notices: list[Notice]
) -> None:
    QGuiApplication.clipboard().setMimeData(QMimeData())
    pick(page, [cast.mei, cast.helen, cast.zoe])
    page.commands.copy.trigger()
    copied = "mei.brown@harbour.example; helen.ward@harbour.example"
    assert QGuiApplication.clipboard().text() == copied
    assert notices[-1].text == "Copied 2 e-mail addresses; 1 without one"


@NO_GRAB
def test_the_context_menu_opens_for_who_is_chosen(
    page: PeoplePage, cast: Cast, qtbot: QtBot
) -> None:
    pick(page, [cast.mei])
    page.table.customContextMenuRequested.emit(page.table.rect().center())
    assert page.menu.isVisible()
    words = [action.text() for action in page.menu.actions() if action.text()]
    assert words == [
        "Edit details", "Role", "State", "Take part", "Take out of Front-line voices",
        "Copy e-mail addresses", "Remove",
    ]  # fmt: skip
    page.menu.close()


def test_an_empty_data_file_offers_import_and_adding(
    context: Context, data: DataFile, qtbot: QtBot
) -> None:
    page = PeoplePage(context)
    qtbot.addWidget(page)
    page.show()
    asked: list[str] = []
    context.requested.connect(asked.append)
    assert page.emptiness.bring_in.isVisible()
    assert not page.search.isVisible()
    assert not page.panel.isVisible()
    click(page.emptiness.bring_in)
    assert asked == ["import-people"]
    context.run("Add", lambda file: add_person(file, PersonDetails(first_name="Mei")))
    assert page.table.isVisible()
    assert page.search.isVisible()
    assert page.panel.isVisible()
    assert not page.filters.here.isVisible()
    assert shown_names(page) == ["Mei"]


def test_a_programme_without_people_offers_everyone(
    page: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    pick(page, [cast.mei, cast.helen, cast.zoe])
    page.commands.leave.trigger()
    assert page.emptiness.everyone.isVisible()
    click(page.emptiness.everyone)
    assert len(shown_names(page)) == 4


def test_when_nobody_fits_the_filters_are_cleared_with_one_button(
    page: PeoplePage, qtbot: QtBot
) -> None:
    page.search.setText("nobody at all")
    qtbot.waitUntil(page.emptiness.clear.isVisible)
    click(page.emptiness.clear)
    assert len(shown_names(page)) == 3
    assert page.search.text() == ""


def test_adding_a_person_by_keyboard_alone(
    page: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    page.search.setText("helen")
    qtbot.waitUntil(lambda: shown_names(page) == ["Helen"])
    page.table.setFocus()
    press(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), NewPersonDialog))
    for text in ("Idris", "Bello", "idris@harbour.example"):
        type_text(focused(), text)
        tab()
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Return)
    # Without a window manager nobody gives the page its turn back.
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert data.undo_words == "Add Idris Bello"
    idris = next(one for one in people(data) if one.first_name == "Idris")
    part = participation(data, cast.programme, idris.id)
    assert part is not None
    assert part.role is Role.MENTEE
    assert chosen_ids(page) == [idris.id]
    assert page.panel.form.bindings["job_title"].editor.widget.hasFocus()


def test_an_address_that_is_taken_is_said_beside_the_field(
    page: PeoplePage, data: DataFile, qtbot: QtBot
) -> None:
    dialog = page.add_person()
    type_text(dialog.first_name, "Helen")
    type_text(dialog.last_name, "ward")
    assert dialog.namesake.text() == "There is already somebody called Helen ward."
    type_text(dialog.email, "HELEN.ward@harbour.example")
    dialog.add()
    assert dialog.boxes["email"].problem.startswith("Helen Ward already has the e-mail address")
    assert dialog.isVisible()
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() >= layout.totalHeightForWidth(dialog.width())
    dialog.email.clear()
    dialog.first_name.clear()
    dialog.last_name.clear()
    dialog.add()
    assert dialog.boxes["first_name"].problem == "A person needs a first name or a surname."
    dialog.reject()
    assert len(people(data)) == 4


def test_how_the_page_is_arranged_is_remembered(
    page: PeoplePage, context: Context, qtbot: QtBot
) -> None:
    click(page.panel.head.close_button)
    page.show_panel(shown=False)
    page.filters.show_scope(everybody=True)
    page.remember()
    again = PeoplePage(context)
    qtbot.addWidget(again)
    again.resize(1100, 760)
    again.show()
    assert not again.panel.isVisible()
    assert shown_names(again) == shown_names(page)
    assert isinstance(context.preferences.get(PANEL_KEY), list)


def test_a_hidden_page_reloads_when_it_is_shown_again(
    page: PeoplePage, context: Context, data: DataFile, cast: Cast
) -> None:
    page.hide()
    context.run(
        "Change",
        lambda file: save_person(file, cast.mei, PersonDetails(first_name="Mei", last_name="Aa")),
    )
    assert page.model.entry(0).person.last_name == "Brown"
    page.show()
    assert page.model.entry(0).person.last_name == "Aa"
