"""The panel's fields of several values, and those that offer or name people."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.conflicts import ConflictCategory
from revmentor_desktop.domain.people import Slot
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.people.page import PeoplePage
from revmentor_desktop.ui.people.panel.conflicting import ConflictsField
from revmentor_desktop.ui.people.panel.naming import PeopleField
from revmentor_desktop.ui.people.panel.ordered import OrderedWords
from revmentor_desktop.ui.people.panel.slots import SlotGrid
from revmentor_desktop.ui.people.panel.suggesting import SuggestingLine, Suggestion
from tests.ui.people.conftest import Cast
from tests.ui.people.hands import NO_GRAB, focused, press, retype, tab, type_text
from tests.ui.people.panel_parts import field, line, part, person

pytestmark = NO_GRAB


def test_words_in_use_are_offered_without_case_and_accents(
    page: PeoplePage, cast: Cast, qtbot: QtBot
) -> None:
    page.choose(cast.omar)
    department = line(page, "department")
    assert isinstance(department, SuggestingLine)
    retype(department, "FÍN")
    assert department.offers() == ["Finance"]
    department.take(Suggestion("Finance"))
    tab()
    assert field(page, "department").editor.value() == "Finance"


def test_a_line_manager_is_found_by_part_of_the_name(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    manager = line(helen, "line_manager")
    assert isinstance(manager, SuggestingLine)
    retype(manager, "zolk")
    assert manager.offers() == ["Zoë Żółkowska"]
    press(manager, Qt.Key.Key_Down)
    popup = manager.completer().popup()
    qtbot.waitUntil(lambda: popup is not None and popup.isVisible())
    assert popup is not None
    popup.setCurrentIndex(popup.model().index(0, 0))
    press(popup, Qt.Key.Key_Return)
    assert person(data, cast.helen).line_manager_id == cast.zoe
    assert manager.text() == "Zoë Żółkowska"
    assert data.undo_words == "Change Helen Ward’s line manager"


def test_a_line_manager_typed_in_full_or_by_address_is_the_person(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    for typed in ("omar ADEYEMI", "omar@harbour.example"):
        retype(line(helen, "line_manager"), typed)
        tab()
        assert person(data, cast.helen).line_manager_id == cast.omar
        assert line(helen, "line_manager").text() == "Omar Adeyemi"


def test_a_line_manager_who_is_not_there_is_kept_as_written(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    retype(line(helen, "line_manager"), "Dr <b>Who</b> & Co")
    tab()
    stored = person(data, cast.helen)
    assert (stored.line_manager_id, stored.line_manager_text) == (None, "Dr <b>Who</b> & Co")


def test_nobody_becomes_their_own_manager_along_the_line(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    retype(line(helen, "line_manager"), "Zoë Żółkowska")
    tab()
    helen.choose(cast.zoe)
    retype(line(helen, "line_manager"), "Helen Ward")
    tab()
    assert "their own manager" in field(helen, "line_manager").problem


def wishes(page: PeoplePage) -> OrderedWords:
    widget = field(page, "wants").editor.widget
    assert isinstance(widget, OrderedWords)
    return widget


def test_wishes_are_ordered_by_keyboard_and_stored_when_left(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    order = wishes(helen)
    order.list.setFocus()
    order.list.setCurrentRow(2)
    press(order.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(order.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert person(data, cast.helen).wants == ("Social media", "Plain English", "AI tools")
    line(helen, "site").setFocus()
    assert person(data, cast.helen).wants == ("AI tools", "Social media", "Plain English")
    assert data.undo_words == "Change Helen Ward’s learning wishes"


def test_wishes_are_moved_by_dragging(helen: PeoplePage, qtbot: QtBot) -> None:
    order = wishes(helen)
    # What a drop within the list does.
    order.list.model().moveRow(QModelIndex(), 0, QModelIndex(), 3)
    assert order.values() == ("Plain English", "AI tools", "Social media")


def test_wishes_are_added_by_comma_and_enter_and_removed(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    order = wishes(helen)
    order.entry.setFocus()
    type_text(order.entry, "Culture,plain english,")
    type_text(order.entry, "R&D")
    press(order.entry, Qt.Key.Key_Return)
    assert order.values()[3:] == ("Culture", "R&D")
    order.list.setFocus()
    order.list.setCurrentRow(0)
    press(order.list, Qt.Key.Key_Delete)
    type_text(order.entry, "half typed")
    line(helen, "site").setFocus()
    assert person(data, cast.helen).wants == (
        "Plain English", "AI tools", "Culture", "R&D", "half typed"
    )  # fmt: skip


def test_offers_are_chips_and_stored_when_left(
    page: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    page.choose(cast.mei)
    retype(line(page, "offers"), "Data, Front-line view")
    line(page, "site").setFocus()
    assert person(data, cast.mei).offers == ("Social media", "Data", "Front-line view")
    assert data.undo_words == "Change Mei Brown’s offers"


def test_half_days_are_ticked_by_arrow_keys_and_space(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    grid = field(helen, "slots").editor.widget
    assert isinstance(grid, SlotGrid)
    assert grid.slots() == (Slot.MON_PM, Slot.TUE_AM)
    grid.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space):
        press(focused(), key)
    assert grid.boxes[Slot.WED_PM].hasFocus()
    line(helen, "site").setFocus()
    assert person(data, cast.helen).slots == (Slot.MON_PM, Slot.TUE_AM, Slot.WED_PM)
    assert data.undo_words == "Change Helen Ward’s times to meet"


def test_who_not_to_pair_with_is_named_and_no_reason_is_stored(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    people = field(helen, "not_with").editor.widget
    assert isinstance(people, PeopleField)
    retype(people.entry, "Nobody Known")
    line(helen, "site").setFocus()
    assert "Nobody here is called “Nobody Known”" in field(helen, "not_with").problem
    retype(people.entry, "zoë żółkowska")
    line(helen, "site").setFocus()
    assert part(data, cast, cast.helen).not_with == {cast.zoe}
    assert field(helen, "not_with").problem == ""
    people.remove(cast.zoe)
    line(helen, "site").setFocus()
    assert part(data, cast, cast.helen).not_with == frozenset()


def test_a_conflict_of_interest_is_named_with_its_kind_and_seen_from_both_sides(
    helen: PeoplePage, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    conflicts = field(helen, "conflicts").editor.widget
    assert isinstance(conflicts, ConflictsField)
    retype(conflicts.people.entry, "Nobody Known")
    line(helen, "site").setFocus()
    assert "Nobody here is called “Nobody Known”" in field(helen, "conflicts").problem
    retype(conflicts.people.entry, "zoë żółkowska")
    line(helen, "site").setFocus()
    assert part(data, cast, cast.helen).conflicts == {cast.zoe: ConflictCategory.UNSAID}
    assert data.undo_words == "Change Helen Ward’s conflicts of interest"
    kind = conflicts.kinds[cast.zoe]
    assert kind.accessibleName() == "Kind of conflict with Zoë Żółkowska"
    kind.put(ConflictCategory.PANEL)
    kind.chosen.emit(ConflictCategory.PANEL)
    assert part(data, cast, cast.zoe).conflicts == {cast.helen: ConflictCategory.PANEL}
    helen.choose(cast.zoe)
    shown = field(helen, "conflicts").editor.value()
    assert shown == {cast.helen: ConflictCategory.PANEL}
    conflicts.people.remove(cast.helen)
    line(helen, "site").setFocus()
    assert part(data, cast, cast.helen).conflicts == {}
