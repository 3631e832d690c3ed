from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.exchange.people_file.draft import Step, value_choices, with_value
from revmentor_desktop.exchange.people_file.targets import CODED, Target
from revmentor_desktop.exchange.people_file.values import guess_value
from revmentor_desktop.exchange.spreadsheets.grid import Grid
from revmentor_desktop.services.people_import.comparison import Change, Fate
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.people.importing.choices import CHOICES_ROLE, WARN_ROLE
from revmentor_desktop.ui.people.importing.grid_model import ROWS_SHOWN, GridModel
from revmentor_desktop.ui.people.importing.mapping_models import ColumnsModel, ValuesModel
from revmentor_desktop.ui.people.importing.preview_model import PreviewModel
from revmentor_desktop.ui.people.importing.words import (
    change_words,
    code_choices,
    code_words,
    fate_names,
    step_names,
    target_names,
    value_words,
)
from tests.builders import stored_programme
from tests.services.people_import.imports import compared, draft

ROWS = (
    ("Ann Lee", "ann@a.example", "Mentor", "", "Nurse", "a note"),
    (),
    ("Bob Ray", "bob at a", "Observer", "", "", ""),
    ("Cy Fox", "cy@a.example", "Leader", "Somebody Else", "", ""),
)


def texts(model: QAbstractItemModel, column: int) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_beginning_of_a_sheet_marks_its_headings(qtmodeltester: Any) -> None:
    model = GridModel()
    qtmodeltester.check(model)
    model.show(Grid((("Title",), (), ("Name", "Email"), ("Ann\nLee", "x" * 500))), 2)
    qtmodeltester.check(model)
    assert model.rowCount() == 4
    assert model.index(3, 0).data() == "Ann Lee"
    assert len(model.index(3, 1).data()) == 120
    bold = model.index(2, 0).data(Qt.ItemDataRole.FontRole)
    assert bold is not None
    assert model.index(3, 0).data(Qt.ItemDataRole.FontRole) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is not None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "B"
    assert model.headerData(2, Qt.Orientation.Vertical) == "3"


def test_only_the_beginning_of_a_long_sheet_is_shown() -> None:
    model = GridModel()
    model.show(Grid(tuple((str(n),) for n in range(500))), None)
    assert model.rowCount() == ROWS_SHOWN


def test_columns_show_examples_and_offer_every_field(qtmodeltester: Any) -> None:
    model = ColumnsModel()
    model.show(draft(*ROWS))
    qtmodeltester.check(model)
    assert texts(model, 0)[:2] == ["Name", "Email"]
    assert texts(model, 1)[0] == "Ann Lee  ·  Bob Ray  ·  Cy Fox"
    assert texts(model, 2)[:3] == ["Full name", "E-mail", "Mentor or leader"]
    offered = dict(model.index(0, 2).data(CHOICES_ROLE))
    assert offered.keys() == {"", *Target}
    model.show(replace(draft(*ROWS), takes_part=False))
    assert texts(model, 2)[2] == "Leave out"
    assert model.index(2, 2).data(Qt.ItemDataRole.EditRole) == ""
    assert Target.ROLE not in dict(model.index(0, 2).data(CHOICES_ROLE))


def test_choosing_a_field_for_a_column_is_told(qtbot: object) -> None:
    model = ColumnsModel()
    model.show(draft(*ROWS))
    told: list[tuple[int, object]] = []
    model.chosen.connect(lambda column, target: told.append((column, target)))
    assert model.setData(model.index(4, 2), "department")
    assert model.setData(model.index(4, 2), "")
    assert model.setData(model.index(0, 2), "full_name")
    assert not model.setData(model.index(0, 0), "email")
    assert told == [(4, Target.DEPARTMENT), (4, None)]


def test_values_wait_until_they_are_decided(qtmodeltester: Any) -> None:
    model = ValuesModel()
    made = draft(*ROWS)
    model.show(value_choices(made))
    qtmodeltester.check(model)
    assert texts(model, 0)[0] == "Observer"
    assert texts(model, 3)[0] == "Please choose"
    assert model.index(0, 3).data(WARN_ROLE) is True
    model.show(value_choices(with_value(made, Target.ROLE, "observer", "")))
    qtmodeltester.check(model)
    assert texts(model, 3)[0] == "Leave out"
    assert model.index(0, 3).data(WARN_ROLE) is False


def test_choosing_a_meaning_is_told() -> None:
    model = ValuesModel()
    model.show(value_choices(draft(*ROWS)))
    told: list[tuple[object, str, str]] = []
    model.chosen.connect(lambda *what: told.append(what))
    assert model.setData(model.index(0, 3), "mentor")
    assert model.setData(model.index(0, 3), None)
    assert told == [(Target.ROLE, "observer", "mentor")]


def test_rows_are_sifted_by_what_becomes_of_them(data: DataFile, qtmodeltester: Any) -> None:
    model = PreviewModel()
    model.show(compared(data, stored_programme(data), draft(*ROWS)).rows)
    qtmodeltester.check(model)
    assert texts(model, 0) == ["2", "4", "5"]
    assert texts(model, 1) == ["New", "Left out", "New"]
    assert "bob at a" in texts(model, 3)[1]
    assert texts(model, 3)[1].endswith("(and 1 more)")
    model.sift(Fate.ADDED, problems_only=False)
    assert texts(model, 2) == ["Ann Lee", "Cy Fox"]
    model.sift(Fate.ADDED, problems_only=True)
    qtmodeltester.check(model)
    assert texts(model, 2) == ["Cy Fox"]
    assert (model.place_of(4), model.place_of(1)) == (0, None)


def test_a_name_with_markup_is_escaped_in_tooltips(data: DataFile) -> None:
    model = PreviewModel()
    made = draft(("<b>Ann</b> Lee", "ann@a.example", "Mentor"))
    model.show(compared(data, stored_programme(data), made).rows)
    assert model.index(0, 2).data() == "<b>Ann</b> Lee"
    tip = model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    # Behind a slash a tip may break its line.
    assert "&lt;b&gt;Ann&lt;/b&gt; Lee" in tip.replace("\u200b", "")


def test_models_answer_nothing_outside_of_themselves() -> None:
    for model in (GridModel(), ColumnsModel(), ValuesModel(), PreviewModel()):
        assert model.data(QModelIndex()) is None
        assert model.rowCount(QModelIndex()) == 0


def test_everything_has_a_name() -> None:
    assert target_names().keys() == set(Target)
    assert fate_names().keys() == set(Fate)
    assert step_names().keys() == set(Step)


@pytest.mark.parametrize("target", CODED)
def test_every_code_that_is_offered_has_words(target: Target) -> None:
    choices = code_choices(target)
    assert len({words for _, words in choices}) == len(choices)
    for code, words in choices:
        assert code_words(target, code) == words


def test_a_combination_of_times_that_is_not_offered_has_words() -> None:
    assert code_words(Target.SLOTS, guess_value(Target.SLOTS, "Mon-Tue am") or "") == (
        "Mon am, Tue am"
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "—"),
        ("", "—"),
        ((), "—"),
        ("two\nlines", "two lines"),
        (True, "Yes"),
        (3, "3"),
        (date(2027, 1, 19), "Tue 19 Jan 2027"),
        (Role.MENTEE, "Leader"),
        (ParticipationState.PAUSED, "Paused"),
        (MeetingMode.IN_PERSON, "In person"),
        ((Slot.TUE_AM, Slot.WED_PM), "Tue am, Wed pm"),
        (("Data", "AI"), "Data, AI"),
    ],
)
def test_values_read_as_people_say_them(value: object, words: str) -> None:
    assert value_words(value) == words


def test_a_change_reads_from_old_to_new() -> None:
    assert change_words(Change("job_title", "Nurse", "Buyer")) == "Job title: Nurse → Buyer"
    partners = Change("most_partners", None, 2)
    assert change_words(partners) == "Most partners: as the programme says → 2"
