"""A programme's own fields on the People page: columns, search, filters, the panel and consent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.own_fields import AskedOf, FieldKind, OwnField
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.services.people.own_values import set_consent, set_own_values
from revmentor_desktop.services.people.register import Register
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.columns import Shown, columns, layout_from
from revmentor_desktop.ui.people.page import PeoplePage
from revmentor_desktop.ui.people.panel.own_editors import ConsentEditor, OptionEditor
from tests.builders import dump, stored_programme
from tests.ui.people.conftest import Cast
from tests.ui.people.hands import NO_GRAB, press, retype, tab
from tests.ui.people.panel_parts import field, line, part

pytestmark = NO_GRAB

SHIFT: Final = OwnField(
    key="own-1", label="Shift", kind=FieldKind.ONE_OF, options=("Nights", "Days", "Mixed")
)
TONGUES: Final = OwnField(
    key="own-2", label="Languages", kind=FieldKind.SEVERAL_OF, options=("English", "Welsh")
)
YEARS: Final = OwnField(key="own-3", label="Years", kind=FieldKind.NUMBER, asked_of=AskedOf.MENTEE)
JOINED: Final = OwnField(key="own-4", label="Joined the network", kind=FieldKind.DATE)
KNOWN: Final = OwnField(key="own-5", label="Known for")
HEALTH: Final = OwnField(
    key="own-6", label="Health", is_special=True, special_purpose="To pair across experience"
)
ASKED: Final = TakingPart(own_fields=(SHIFT, TONGUES, YEARS, JOINED, KNOWN, HEALTH))


@pytest.fixture
def asked(data: DataFile, cast: Cast) -> TakingPart:
    save_section(data, cast.programme, "taking_part", ASKED)
    set_own_values(
        data,
        cast.programme,
        cast.mei,
        {"own-1": "Nights", "own-2": ("Welsh",), "own-5": "Brass bands", "own-6": "Hearing aid"},
    )
    set_own_values(data, cast.programme, cast.helen, {"own-1": "Days", "own-3": 10})
    return ASKED


@pytest.fixture
def asking(asked: TakingPart, page: PeoplePage) -> PeoplePage:
    """The page on a programme that asks fields of its own."""
    assert asked.own_fields
    return page


def names(page: PeoplePage) -> list[str]:
    return [entry.person.first_name for entry in page.model.shown]


def cells(page: PeoplePage, cast: Cast, key: str) -> list[str]:
    column = page.model.position(f"own:{cast.programme}:{key}")
    assert column is not None
    return [str(page.model.index(row, column).data() or "") for row in range(page.model.rowCount())]


def stored(data: DataFile, cast: Cast, person_id: int) -> dict[str, Any]:
    return dict(part(data, cast, person_id).own_values)


def titles(page: PeoplePage) -> list[str]:
    dialog = page.columns.choose_columns()
    found = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.reject()
    return found


def test_own_fields_are_columns_to_choose(
    asking: PeoplePage, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    own = [one.label for one in ASKED.own_fields]
    assert titles(asking)[-len(own) :] == own
    key = f"own:{cast.programme}:own-1"
    asking.table.set_layout([Shown("name", 150), Shown(key, 120)])
    asking.table.store_layout()
    assert not asking.table.isColumnHidden(asking.model.position(key) or 0)
    assert cells(asking, cast, "own-1") == ["Nights", "Days", ""]
    QAbstractItemModelTester(asking.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    other = stored_programme(context.data)
    context.choose_programme(other)
    assert len(asking.model.columns) == len(columns())
    assert asking.table.shown_columns()[1] == Shown(key, 120)
    context.choose_programme(cast.programme)
    assert asking.model.columns[-6].title == "Shift"
    again = PeoplePage(context)
    qtbot.addWidget(again)
    again.show()
    assert not again.table.isColumnHidden(again.model.position(key) or 0)


def test_columns_of_other_programmes_stay_in_the_layout() -> None:
    layout = layout_from([["name", 150], ["own:7:own-1", 99], ["gone", 80]])
    assert layout == [Shown("name", 150), Shown("own:7:own-1", 99)]


def test_answers_are_sorted_as_they_are_meant(asking: PeoplePage, cast: Cast) -> None:
    key = f"own:{cast.programme}:own-1"
    asking.table.sort_as(key, Qt.SortOrder.AscendingOrder)
    assert names(asking) == ["Mei", "Helen", "Zoë"]  # nights stand first among the answers
    asking.table.sort_as(key, Qt.SortOrder.DescendingOrder)
    assert names(asking) == ["Helen", "Mei", "Zoë"]
    asking.table.sort_as(f"own:{cast.programme}:own-3", Qt.SortOrder.AscendingOrder)
    assert names(asking) == ["Helen", "Mei", "Zoë"]


def test_sorting_by_a_column_that_goes_falls_back_to_the_name(
    asking: PeoplePage, cast: Cast, context: Context
) -> None:
    asking.table.sort_as(f"own:{cast.programme}:own-1", Qt.SortOrder.AscendingOrder)
    context.attempt(
        "Plan", lambda data: save_section(data, cast.programme, "taking_part", TakingPart())
    )
    assert asking.model.sort_column == "name"
    assert names(asking) == ["Mei", "Helen", "Zoë"]


def test_a_search_finds_answers_but_no_special_data(
    asking: PeoplePage, cast: Cast, context: Context
) -> None:
    def found(typed: str) -> list[str]:
        asking.search.setText(typed)
        asking.search.searched.emit(typed)
        return names(asking)

    assert found("brass") == ["Mei"]
    assert found("NIGHTS welsh") == ["Mei"]
    context.attempt(
        "Agree", lambda data: set_consent(data, cast.programme, cast.mei, "own-6", today())
    )
    assert found("hearing") == []


def test_special_answers_are_listed_only_with_consent(
    asking: PeoplePage, cast: Cast, context: Context
) -> None:
    assert cells(asking, cast, "own-6") == ["", "", ""]
    context.attempt(
        "Agree", lambda data: set_consent(data, cast.programme, cast.mei, "own-6", today())
    )
    assert cells(asking, cast, "own-6") == ["Hearing aid", "", ""]
    context.undo()
    assert cells(asking, cast, "own-6") == ["", "", ""]


def test_the_list_is_narrowed_by_answers(asking: PeoplePage, context: Context, cast: Cast) -> None:
    own = asking.filters.own
    asking.resize(1600, 700)
    assert own.isVisible()
    assert list(own.filters) == ["own-1", "own-2"]
    actions = own.filters["own-1"].menu.actions()
    actions[0].trigger()
    assert names(asking) == ["Mei"]
    assert own.button.text() == "Shift: Nights"
    actions[1].trigger()
    assert names(asking) == ["Mei", "Helen"]
    own.filters["own-2"].menu.actions()[0].trigger()
    assert names(asking) == []
    assert own.button.text() == "Answers: 2 chosen"
    asking.filters.clear.click()
    assert names(asking) == ["Mei", "Helen", "Zoë"]
    own.filters["own-1"].menu.actions()[3].trigger()
    assert names(asking) == ["Zoë"]
    context.choose_programme(stored_programme(context.data))
    assert not own.isVisible()
    context.choose_programme(cast.programme)
    assert names(asking) == ["Mei", "Helen", "Zoë"]


def test_the_filters_stay_on_one_line_and_what_finds_no_room_stands_under_more(
    asking: PeoplePage, qtbot: QtBot
) -> None:
    filters = asking.filters
    asking.resize(1600, 700)
    qtbot.waitUntil(filters.missing.isVisible)
    assert filters.own.button.text() == "Answers"
    line = filters.role.height()
    asking.resize(1064, 700)  # the page of a window of 1280
    qtbot.waitUntil(lambda: filters.own.button.text() == "More")
    qtbot.waitUntil(lambda: filters.height() == line)
    assert not filters.missing.isVisible()
    missing = filters.own.menu.actions()[-1]
    assert missing.text() == "Missing details"
    missing.trigger()
    assert names(asking) == ["Zoë"]
    assert filters.own.button.text() == "Missing details"
    filters.role.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: filters.height() == line)
    filters.clear.click()
    assert names(asking) == ["Mei", "Helen", "Zoë"]
    assert filters.own.button.text() == "More"
    asking.resize(1600, 700)
    qtbot.waitUntil(filters.missing.isVisible)
    assert [one.text() for one in filters.own.menu.actions()] == ["Shift", "Languages"]


def test_the_panel_asks_what_is_asked_of_the_role(asking: PeoplePage, cast: Cast) -> None:
    asking.choose(cast.mei)
    assert field(asking, "own:own-1").box.isVisible()
    assert not field(asking, "own:own-3").box.isVisible()
    assert field(asking, "own:own-6").box.isVisible()
    asking.choose(cast.helen)
    assert field(asking, "own:own-3").box.isVisible()
    asking.choose(cast.omar)
    assert not asking.panel.form.part.own.isVisible()


Enter = Callable[[PeoplePage], object]


def _tick(key: str, option: str) -> Enter:
    def act(page: PeoplePage) -> None:
        boxes = field(page, key).editor.widget.findChildren(QCheckBox)
        next(box for box in boxes if box.text() == option).click()

    return act


def _pick(key: str, place: int) -> Enter:
    def act(page: PeoplePage) -> None:
        editor = field(page, key).editor
        assert isinstance(editor, OptionEditor)
        editor.widget.setCurrentIndex(place)
        editor.widget.activated.emit(place)

    return act


def _type(key: str, text: str) -> Enter:
    def act(page: PeoplePage) -> None:
        widget = field(page, key).editor.widget
        found = widget if isinstance(widget, QLineEdit) else widget.findChild(QLineEdit)
        retype(found if isinstance(found, QLineEdit) else widget, text)
        tab()
        if page.panel.form.bindings[key].editor.widget.isAncestorOf(page.focusWidget()):
            tab()  # past the calendar of a date

    return act


@pytest.mark.parametrize(
    ("key", "enter", "kept"),
    [
        ("own-1", _pick("own:own-1", 3), "Mixed"),
        ("own-1", _pick("own:own-1", 0), None),
        ("own-2", _tick("own:own-2", "English"), ("English",)),
        ("own-3", _type("own:own-3", "2.5"), 2.5),
        ("own-3", _type("own:own-3", ""), None),
        ("own-4", _type("own:own-4", "19/1/2026"), "2026-01-19"),
        ("own-5", _type("own:own-5", " Maps "), "Maps"),
    ],
)
def test_an_answer_is_stored_when_it_is_given(
    key: str, enter: Enter, kept: object, asking: PeoplePage, cast: Cast, context: Context
) -> None:
    asking.choose(cast.helen)
    before = dump(context.data)
    enter(asking)
    assert stored(context.data, cast, cast.helen).get(key) == kept
    label = next(one.label for one in ASKED.own_fields if one.key == key)
    assert context.data.undo_words == f"Change Helen Ward’s “{label}”"
    context.undo()
    assert dump(context.data) == before


def test_what_is_no_answer_stays_with_the_reason(
    asking: PeoplePage, cast: Cast, context: Context
) -> None:
    asking.choose(cast.helen)
    retype(line(asking, "own:own-3"), "many")
    tab()
    assert "not a number" in field(asking, "own:own-3").problem
    assert stored(context.data, cast, cast.helen)["own-3"] == 10
    asking.choose(cast.mei)
    asking.choose(cast.helen)
    assert line(asking, "own:own-3").text() == "many"
    line(asking, "own:own-3").setFocus()
    press(line(asking, "own:own-3"), Qt.Key.Key_Escape)
    assert line(asking, "own:own-3").text() == "10"


def test_consent_is_given_with_its_date_and_withdrawn(
    asking: PeoplePage, cast: Cast, context: Context
) -> None:
    asking.choose(cast.mei)
    editor = field(asking, "own:own-6:consent").editor
    assert isinstance(editor, ConsentEditor)
    assert not editor.day.isEnabled()
    editor.tick.click()
    assert part(context.data, cast, cast.mei).consents == {"own-6": today()}
    assert editor.day.value() == today()
    retype(editor.day.entry, "")
    press(editor.day.entry, Qt.Key.Key_Return)
    assert "day of the consent" in field(asking, "own:own-6:consent").problem
    retype(editor.day.entry, "2 Nov 2026")
    press(editor.day.entry, Qt.Key.Key_Return)
    assert str(part(context.data, cast, cast.mei).consents["own-6"]) == "2026-11-02"
    said: list[str] = []
    context.notices.shown.connect(lambda notice: said.append(notice.text))
    editor.tick.click()
    assert part(context.data, cast, cast.mei).consents == {}
    assert stored(context.data, cast, cast.mei)["own-6"] == "Hearing aid"
    assert said == ["Consent withdrawn: the answer to “Health” is kept and no longer used."]
    context.undo()
    assert editor.tick.isChecked()


def test_special_data_without_a_purpose_is_not_shown(
    asking: PeoplePage, cast: Cast, context: Context
) -> None:
    asking.choose(cast.mei)
    without = replace(ASKED, own_fields=(SHIFT, replace(HEALTH, special_purpose="")))
    context.attempt("Plan", lambda data: save_section(data, cast.programme, "taking_part", without))
    assert "own:own-6" not in asking.panel.form.bindings
    assert "Health" not in titles(asking)
    assert field(asking, "own:own-1").editor.value() == "Nights"


def test_an_answer_that_is_offered_no_more_stays_until_it_is_changed(
    asking: PeoplePage, cast: Cast, context: Context
) -> None:
    shorter = replace(ASKED, own_fields=(replace(SHIFT, options=("Days",)), TONGUES))
    context.attempt("Plan", lambda data: save_section(data, cast.programme, "taking_part", shorter))
    asking.choose(cast.mei)
    editor = field(asking, "own:own-1").editor
    assert isinstance(editor, OptionEditor)
    assert editor.widget.currentText() == "Nights"
    asking.choose(cast.helen)
    assert [editor.widget.itemText(place) for place in range(editor.widget.count())] == [
        "No answer",
        "Days",
    ]


def test_roles_are_called_as_the_programme_calls_them(
    page: PeoplePage, cast: Cast, context: Context
) -> None:
    named = TakingPart(
        mentor_name=RoleName(one="Guide", several="Guides"),
        mentee_name=RoleName(one="Executive", several="Executives"),
    )
    page.choose(cast.mei)
    context.attempt("Plan", lambda data: save_section(data, cast.programme, "taking_part", named))
    role = page.model.position("role")
    assert page.model.index(0, role or 0).data() == "Guide"
    assert [one.text() for one in page.filters.role.menu.actions()] == ["Guide", "Executive"]
    assert [one.text() for one in page.commands.roles.values()] == ["Guide", "Executive"]
    assert page.panel.form.part.as_leader.text() == "Take part as executive"
    combo = field(page, "role").editor.widget
    assert combo.currentText() == "Guide"  # type: ignore[attr-defined]
    page.choose(cast.zoe)
    page.commands.roles[part(context.data, cast, cast.helen).role].trigger()
    assert context.data.undo_words == "Make Zoë Żółkowska an executive"
    dialog = page.add_person()
    assert dialog.role.itemText(1) == "Executive"
    dialog.reject()


def test_unchanged_people_stay_the_same_objects(data: DataFile, cast: Cast, asked: object) -> None:
    register = Register(data)
    before = register.entries(cast.programme)
    set_own_values(data, cast.programme, cast.mei, {"own-5": "Maps"})
    after = register.entries(cast.programme)
    same = [old is new for old, new in zip(before, after, strict=True)]
    assert same.count(False) == 1
    assert asked == register.asked
    usable = [entry.usable for entry in after if entry.person.id == cast.mei]
    assert usable[0]["own-5"] == "Maps"
