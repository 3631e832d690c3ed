"""The model of the table: order, announcements, what a screen reader gets."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.services.people.register import Register
from revmentor_desktop.services.people.writing import add_person, remove_people, save_person
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.people.columns import columns, position
from revmentor_desktop.ui.people.model import PeopleModel
from revmentor_desktop.ui.people.sieve import Sieve
from tests.ui.people.conftest import Cast

DOWN = Qt.SortOrder.DescendingOrder
UP = Qt.SortOrder.AscendingOrder


@pytest.fixture
def register(data: DataFile, cast: Cast) -> Register:
    return Register(data)


@pytest.fixture
def model(register: Register, cast: Cast) -> PeopleModel:
    made = PeopleModel()
    made.set_sieve(Sieve(everybody=True))
    made.set_entries(register.entries(cast.programme))
    return made


def first_names(model: PeopleModel) -> list[str]:
    return [entry.person.first_name for entry in model.shown]


def cell(model: PeopleModel, row: int, key: str, role: Qt.ItemDataRole | None = None) -> Any:
    index = model.index(row, position(key))
    return index.data(role or Qt.ItemDataRole.DisplayRole)


def test_the_model_keeps_qts_rules_through_every_change(
    model: PeopleModel, register: Register, data: DataFile, cast: Cast
) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for column in range(len(columns())):
        model.sort(column, DOWN)
        model.sort(column, UP)
    model.set_sieve(Sieve(search="mei"))
    model.set_sieve(Sieve(everybody=True))
    save_person(data, cast.mei, PersonDetails(first_name="Mei", last_name="Zzz"))
    model.set_entries(register.entries(cast.programme))
    remove_people(data, [cast.helen])
    model.set_entries(register.entries(cast.programme))
    model.set_entries([])
    assert tester.model() is model


def test_rows_are_sorted_by_what_a_column_means(model: PeopleModel) -> None:
    assert first_names(model) == ["Omar", "Mei", "Helen", "Zoë"]
    model.sort(position("grade"))
    assert first_names(model)[:2] == ["Mei", "Helen"]
    model.sort(position("state"))
    assert first_names(model) == ["Zoë", "Mei", "Helen", "Omar"]
    model.sort(position("role"), DOWN)
    assert first_names(model)[0] == "Helen"


def test_empty_cells_come_last_in_both_directions(model: PeopleModel) -> None:
    model.sort(position("start_date"), UP)
    assert first_names(model)[0] == "Helen"
    model.sort(position("start_date"), DOWN)
    assert first_names(model)[0] == "Helen"
    model.sort(position("email"), DOWN)
    assert first_names(model) == ["Omar", "Mei", "Helen", "Zoë"]


def test_equals_stand_by_name_whatever_was_sorted_by_before(model: PeopleModel) -> None:
    model.sort(position("email"), DOWN)
    model.sort(position("site"))
    assert first_names(model) == ["Helen", "Omar", "Mei", "Zoë"]


def test_sorting_moves_what_refers_to_a_row(model: PeopleModel) -> None:
    held = QPersistentModelIndex(model.index(0, 0))
    chosen = QItemSelectionModel(model)
    chosen.select(model.index(1, 0), QItemSelectionModel.SelectionFlag.Select)
    model.sort(position("name"), DOWN)
    assert held.row() == 3
    assert [index.row() for index in chosen.selectedIndexes()] == [2]


def test_a_changed_cell_is_announced_alone(
    model: PeopleModel, register: Register, data: DataFile, cast: Cast
) -> None:
    heard: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: heard.append((first.row(), last.row())))
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    save_person(data, cast.omar, PersonDetails(first_name="Omar", last_name="Adeyemi", site="X"))
    model.set_entries(register.entries(cast.programme))
    assert heard == [(0, 0)]
    add_person(data, PersonDetails(first_name="New"))
    model.set_entries(register.entries(cast.programme))
    assert resets == [True]


def test_a_row_speaks_as_a_whole_and_cell_by_cell(model: PeopleModel) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert cell(model, 1, "name", spoken) == "Mei Brown, Mentor, Confirmed, Helen Ward"
    assert cell(model, 3, "name", spoken) == "Zoë Żółkowska, Mentor, Invited, Not paired"
    assert cell(model, 0, "name", spoken) == "Omar Adeyemi, No role"
    assert cell(model, 1, "department", spoken) == "Department: Care"
    assert cell(model, 1, "site", spoken) == "Site: –"


def test_long_cells_have_their_text_as_a_tooltip_without_markup(
    model: PeopleModel, register: Register, data: DataFile, cast: Cast
) -> None:
    details = PersonDetails(first_name="<b>A</b>", last_name="A", offers=("<img src='x'>", "R&D"))
    save_person(data, cast.omar, details)
    model.set_entries(register.entries(cast.programme))
    tip = cell(model, 0, "offers", Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src='x'&gt;, R&amp;D" in tip
    assert cell(model, 0, "offers") == "<img src='x'>, R&D"
    assert cell(model, 0, "name") == "<b>A</b> A"
    assert cell(model, 0, "name", Qt.ItemDataRole.ToolTipRole) is None
