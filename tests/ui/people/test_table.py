"""The table: columns and sorting that are remembered, keys, menus of the header."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QMenu
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.columns import STANDARD, position
from revmentor_desktop.ui.people.page import PeoplePage
from revmentor_desktop.ui.people.table import COLUMNS_KEY, PeopleTable
from tests.ui.people.conftest import Cast
from tests.ui.people.hands import click, focused, press, tab


def header_keys(table: PeopleTable) -> list[str]:
    """The columns as they stand on the screen from left to right."""
    header: QHeaderView = table.horizontalHeader()
    places = [header.logicalIndex(place) for place in range(header.count())]
    return [
        str(table.model().headerData(place, Qt.Orientation.Horizontal))
        for place in places
        if not header.isSectionHidden(place)
    ]


def again(context: Context, qtbot: QtBot) -> PeoplePage:
    """The page as it comes up the next time."""
    made = PeoplePage(context)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    return made


def test_columns_are_moved_by_dragging_their_titles_and_stay_so(
    page: PeoplePage, context: Context, qtbot: QtBot
) -> None:
    header = page.table.horizontalHeader()
    header.moveSection(header.visualIndex(position("department")), 1)
    header.resizeSection(position("department"), 222)
    assert [one.key for one in page.table.shown_columns()][:2] == ["name", "department"]
    qtbot.waitUntil(lambda: context.preferences.get(COLUMNS_KEY) is not None)
    table = again(context, qtbot).table
    assert header_keys(table)[:3] == ["Name", "Department", "Role"]
    assert table.columnWidth(position("department")) == 222


def test_columns_are_chosen_in_a_dialog_by_keyboard(
    page: PeoplePage, context: Context, qtbot: QtBot
) -> None:
    dialog = page.columns.choose_columns()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.list.setFocus()
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(texts.index("Grade"))
    press(dialog.list, Qt.Key.Key_Space)
    for _ in range(texts.index("Grade") - 1):
        press(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    dialog.list.setCurrentRow(2)
    press(dialog.list, Qt.Key.Key_Space)
    press(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Grade" in header_keys(page.table))
    assert header_keys(page.table)[:3] == ["Name", "Grade", "State"]
    assert header_keys(again(context, qtbot).table)[:3] == ["Name", "Grade", "State"]


def test_the_dialog_goes_back_to_the_standard_columns_and_always_keeps_the_name(
    page: PeoplePage, qtbot: QtBot
) -> None:
    dialog = page.columns.choose_columns()
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    press(dialog.list, Qt.Key.Key_Space)
    assert dialog.chosen()[0].key == "name"
    click(dialog.standard)
    assert tuple(one.key for one in dialog.chosen()) == STANDARD
    dialog.reject()
    assert len(header_keys(page.table)) == len(STANDARD)


def test_a_click_on_a_title_sorts_and_the_sorting_is_remembered(
    page: PeoplePage, context: Context, qtbot: QtBot
) -> None:
    header = page.table.horizontalHeader()
    header.setSortIndicator(position("department"), Qt.SortOrder.DescendingOrder)
    page.table.store_layout()
    assert [entry.person.first_name for entry in page.model.shown] == ["Zoë", "Helen", "Mei"]
    table = again(context, qtbot)
    assert [entry.person.first_name for entry in table.model.shown] == ["Zoë", "Helen", "Mei"]


def test_the_menu_of_columns_sorts_by_keyboard(page: PeoplePage) -> None:
    menu = page.columns.menu
    menu.aboutToShow.emit()
    by = menu.actions()[2].menu()
    assert isinstance(by, QMenu)
    titles = [action.text() for action in by.actions()]
    by.actions()[titles.index("Department")].trigger()
    assert [entry.person.first_name for entry in page.model.shown] == ["Mei", "Helen", "Zoë"]
    menu.actions()[3].trigger()
    assert [entry.person.first_name for entry in page.model.shown] == ["Zoë", "Helen", "Mei"]


def test_without_a_programme_its_columns_are_left_out_but_not_forgotten(
    page: PeoplePage, context: Context, cast: Cast
) -> None:
    context.choose_programme(None)
    assert header_keys(page.table) == ["Name", "Job title", "Department", "E-mail"]
    context.choose_programme(cast.programme)
    assert len(header_keys(page.table)) == len(STANDARD)
    assert [one.key for one in page.table.shown_columns()] == list(STANDARD)


def test_arrow_keys_move_shift_adds_and_enter_opens_the_details(
    page: PeoplePage, cast: Cast
) -> None:
    page.table.setFocus()
    page.table.select_people([cast.mei])
    press(page.table, Qt.Key.Key_Down)
    assert page.panel.person_ids == [cast.helen]
    press(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.panel.person_ids == [cast.helen, cast.zoe]
    press(page.table, Qt.Key.Key_Up)
    page.show_panel(shown=False)
    press(page.table, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert page.panel.isAncestorOf(focused())
    page.table.setFocus()
    press(page.table, Qt.Key.Key_F2)
    assert page.panel.isAncestorOf(focused())


def test_tab_leaves_the_table_and_escape_chooses_nobody(page: PeoplePage, cast: Cast) -> None:
    page.table.select_people([cast.mei])
    page.table.setFocus()
    tab()
    assert not page.table.hasFocus()
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Escape)
    assert page.panel.person_ids == []


def test_roles_are_painted_in_their_own_colours_with_words(page: PeoplePage) -> None:
    page.table.clearFocus()
    picture = page.table.viewport().grab().toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, min(picture.height(), 120), 2)
    }
    theme = page.context.theme
    for name in ("mentor_soft", "mentee_soft", "ok_soft"):
        assert QColor(theme.hex(name)).name() in seen
