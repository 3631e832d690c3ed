"""The four given files come in without loss, once, and can be taken back."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.people.reading import participants
from revmentor_desktop.services.people_import.comparison import Fate
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import dump, stored_programme
from tests.exchange.files import DATA
from tests.services.people_import.imports import look_at, person, take_in

FILES = ["forms_export.xlsx", "harbour_care_31.xlsx", "people_1000.csv", "sign_up_sheet.csv"]
ADDED = {
    "forms_export.xlsx": 36,
    "harbour_care_31.xlsx": 31,
    "people_1000.csv": 1_000,
    "sign_up_sheet.csv": 42,
}


@pytest.fixture
def programme_id(data: DataFile) -> int:
    return stored_programme(data)


@pytest.mark.parametrize("name", FILES)
def test_everybody_comes_in_as_read(data: DataFile, programme_id: int, name: str) -> None:
    looked = look_at(data, DATA / name, programme_id)
    taken = take_in(data, DATA / name, programme_id)
    assert looked.comparison == taken.comparison
    assert taken.comparison.counts[Fate.ADDED] == ADDED[name]
    stored = {one.person.email: one for one in participants(data, programme_id)}
    assert len(stored) == ADDED[name]
    names = {one.person.id: one.person.full_name for one in stored.values()}
    for row in taken.comparison.rows:
        if row.details is None or row.part is None:
            continue
        one = stored[row.email]
        for field in fields(row.details):
            if field.name not in {"line_manager_id", "not_with"}:
                assert getattr(one.person, field.name) == getattr(row.details, field.name)
        assert (one.participation.role, one.participation.note) == (row.part.role, row.part.note)
        assert one.participation.opted_in_on == row.part.opted_in_on
        assert len(one.participation.not_with) == len(row.part.not_with)
        if row.details.line_manager_id is not None:
            assert names[one.person.line_manager_id or 0]


@pytest.mark.parametrize("name", FILES)
def test_a_second_import_changes_nothing(data: DataFile, programme_id: int, name: str) -> None:
    with data.words("First"):
        take_in(data, DATA / name, programme_id)
    before = dump(data)
    with data.words("Second"):
        again = take_in(data, DATA / name, programme_id).comparison
    assert not again.changes_anything
    assert again.counts[Fate.UNCHANGED] == ADDED[name]
    assert dump(data) == before
    assert data.undo_words == "First"


def test_all_four_in_a_row_are_undone_and_redone_one_by_one(
    data: DataFile, programme_id: int
) -> None:
    states = [dump(data)]
    for name in FILES:
        take_in(data, DATA / name, programme_id)
        states.append(dump(data))
    for state in reversed(states[:-1]):
        data.undo()
        assert dump(data) == state
    for state in states[1:]:
        data.redo()
        assert dump(data) == state


def test_the_sign_up_sheet_links_line_managers_by_name(data: DataFile, programme_id: int) -> None:
    take_in(data, DATA / "sign_up_sheet.csv", programme_id)
    assert person(data, "Gethin ap Huw").line_manager_id == person(data, "Katarzyna Rhys").id
    assert person(data, "Daisy Clarke").line_manager_id == person(data, "Helen Y?lmaz").id
    assert person(data, "Jamal Rahimi").line_manager_id == person(data, "Priya Jones-Hughes").id
    assert all(not p.person.line_manager_text for p in participants(data, programme_id))


def test_the_sign_up_sheet_merges_repeated_people_with_a_word(
    data: DataFile, programme_id: int
) -> None:
    rows = look_at(data, DATA / "sign_up_sheet.csv", programme_id).comparison.rows
    repeated = [row for row in rows if row.fate is Fate.REPEATED]
    assert [(row.name, row.row + 1) for row in repeated] == [
        ("Katarzyna Rhys", 15),
        ("Jonas Nair", 34),
    ]
    assert [row.reason and row.reason.params["row"] for row in repeated] == [14, 33]


def test_every_row_that_does_not_come_in_says_why(data: DataFile, programme_id: int) -> None:
    rows = look_at(data, DATA / "sign_up_sheet.csv", programme_id).comparison.rows
    reasons = Counter(row.reason.code for row in rows if row.reason)
    assert reasons == {"row-blank": 4, "row-repeated": 2, "row-totals": 1}


def test_the_forms_columns_that_go_nowhere_are_named(data: DataFile, programme_id: int) -> None:
    looked = look_at(data, DATA / "forms_export.xlsx", programme_id)
    assert looked.comparison.unread_columns == ("ID", "Start time")


def test_the_forms_wishes_become_private_lists(data: DataFile, programme_id: int) -> None:
    take_in(data, DATA / "forms_export.xlsx", programme_id)
    parts = {p.person.full_name: p.participation for p in participants(data, programme_id)}
    assert parts["Jamal Şahin"].not_with == {person(data, "Lowri Bevan").id}
    assert parts["Connor Ward"].not_with == {person(data, "Beatriz Ward").id}
    assert parts["Jamal van der Berg"].answers_agreed is False
    assert parts["Marek Tran"].opted_in_on == date(2026, 10, 5)


def test_people_of_two_files_are_one_and_their_changes_are_shown(
    data: DataFile, programme_id: int
) -> None:
    take_in(data, DATA / "harbour_care_31.xlsx", programme_id)
    taken = take_in(data, DATA / "forms_export.xlsx", programme_id).comparison
    assert taken.counts == {Fate.ADDED: 35, Fate.UPDATED: 1}
    (updated,) = [row for row in taken.rows if row.fate is Fate.UPDATED]
    assert updated.name == "Sofia Adamska"
    assert {c.field: (c.old, c.new) for c in updated.changes}["role"] == (
        Role.MENTEE,
        Role.MENTOR,
    )
    stored = person(data, "Sofia Adamska")
    assert stored.job_title == "Supply Director"
    assert stored.offers == ("Customer voice", "Cyber hygiene")


def test_without_a_programme_nobody_takes_part(data: DataFile) -> None:
    take_in(data, DATA / "harbour_care_31.xlsx", None)
    assert len(data.rows("SELECT 1 FROM person")) == 31
    assert data.rows("SELECT 1 FROM participation") == []


def test_5000_people_come_in(data: DataFile, programme_id: int, tmp_path: Path) -> None:
    with (DATA / "people_1000.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    path = tmp_path / "people_5000.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for copy in range(5):
            for row in rows:
                writer.writerow([cell.replace("@", f".{copy}@") for cell in row])
    taken = take_in(data, path, programme_id).comparison
    assert taken.counts == {Fate.ADDED: 5_000}
