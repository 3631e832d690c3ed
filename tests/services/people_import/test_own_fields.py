"""Answers to own fields come in with the people: in one transaction, one undo step."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from revmentor_desktop.domain.plan.own_fields import AskedOf, FieldKind, OwnField
from revmentor_desktop.domain.plan.own_values import usable_values
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.exchange.people_file.draft import ImportDraft, draft_of
from revmentor_desktop.exchange.spreadsheets.grid import Cell, Grid
from revmentor_desktop.services.people.own_values import set_consent, set_own_values
from revmentor_desktop.services.people.reading import participants
from revmentor_desktop.services.people_import.comparison import CONSENT, Change, Fate
from revmentor_desktop.services.setup.reading import taking_part
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import dump, stored_mentor, stored_programme
from tests.services.people_import.imports import TODAY, compared, imported

ASKED: Final = TakingPart(
    own_fields=(
        OwnField(key="own-1", label="Shift", kind=FieldKind.ONE_OF, options=("Nights", "Days")),
        OwnField(
            key="own-2", label="Languages", kind=FieldKind.SEVERAL_OF, options=("English", "Welsh")
        ),
        OwnField(key="own-3", label="Years in post", asked_of=AskedOf.MENTEE),
        OwnField(key="own-4", label="Health", is_special=True),
    )
)
HEADER: Final = ("Name", "Role", "Shift", "Languages", "Years in post", "Health")


@pytest.fixture
def programme(data: DataFile) -> int:
    made = stored_programme(data)
    save_section(data, made, "taking_part", ASKED)
    return made


def draft(data: DataFile, programme: int, *rows: tuple[Cell, ...]) -> ImportDraft:
    asked = taking_part(data, programme).asked_fields()
    return draft_of(ImportDraft(own_fields=asked), Grid((HEADER, *rows)), TODAY)


def answers(data: DataFile, programme: int) -> dict[str, dict[str, object]]:
    return {
        one.person.first_name: dict(one.participation.own_values)
        for one in participants(data, programme)
    }


def test_new_people_bring_their_answers_in_one_step(data: DataFile, programme: int) -> None:
    before = dump(data)
    made = draft(
        data,
        programme,
        ("Ann Lee", "Mentor", "nights", "welsh; English", "", "Hearing aid"),
        ("Bob Ray", "Leader", "DAYS", "", "4", ""),
        ("Cy Fox", "Mentor", "", "", "", ""),
    )
    with data.words("Import"):
        done = imported(data, programme, made)
    assert done.counts[Fate.ADDED] == 3
    assert answers(data, programme) == {
        "Ann": {"own-1": "Nights", "own-2": ("English", "Welsh")},
        "Bob": {"own-1": "Days", "own-3": "4"},
        "Cy": {},
    }
    # Special-category data without a purpose is no target, so its column is not read.
    assert done.unread_columns == ("Health",)
    data.undo()
    assert dump(data) == before


def test_what_changes_is_named_and_what_is_blank_stays(data: DataFile, programme: int) -> None:
    mei = stored_mentor(data, programme, "Mei Brown")
    set_own_values(data, programme, mei, {"own-1": "Days", "own-2": ("Welsh",)})
    made = draft(data, programme, ("Mei Brown", "Mentor", "Nights", "", "", ""))
    (row,) = compared(data, programme, made).rows
    assert row.fate is Fate.UPDATED
    assert row.changes == (Change("own-1", "Days", "Nights", "Shift"),)
    imported(data, programme, made)
    assert answers(data, programme) == {"Mei": {"own-1": "Nights", "own-2": ("Welsh",)}}
    (row,) = compared(data, programme, made).rows
    assert row.fate is Fate.UNCHANGED


CARE: Final = OwnField(
    key="own-4", label="Health", is_special=True, special_purpose="So that rooms suit everybody"
)
FORM: Final = ("Name", "Role", "Opted in on", "Health", "Consent: health")


def form(data: DataFile, programme: int, *rows: tuple[Cell, ...]) -> ImportDraft:
    save_section(data, programme, "taking_part", TakingPart(own_fields=(CARE,)))
    return draft_of(ImportDraft(own_fields=(CARE,)), Grid((FORM, *rows)), TODAY)


def consents(data: DataFile, programme: int) -> dict[str, dict[str, date]]:
    return {
        one.person.first_name: dict(one.participation.consents)
        for one in participants(data, programme)
    }


def test_consent_comes_with_each_person_s_own_day_in_the_same_step(
    data: DataFile, programme: int
) -> None:
    made = form(
        data,
        programme,
        ("Ann Lee", "Mentor", "1/2/2026", "Hearing aid", "Yes"),
        ("Bob Ray", "Leader", "2/2/2026", "Hearing aid", "3 March 2026"),
        ("Cy Fox", "Mentor", "3/2/2026", "Hearing aid", ""),
        ("Di Hall", "Mentor", "4/2/2026", "Hearing aid", "No"),
    )
    before = dump(data)
    with data.words("Import"):
        imported(data, programme, made)
    assert consents(data, programme) == {
        "Ann": {"own-4": date(2026, 2, 1)},
        "Bob": {"own-4": date(2026, 3, 3)},
        "Cy": {},
        "Di": {},
    }
    asked = taking_part(data, programme)
    used = {
        one.person.first_name
        for one in participants(data, programme)
        if usable_values(one.participation, asked)
    }
    assert used == {"Ann", "Bob"}
    data.undo()
    assert dump(data) == before


@pytest.mark.parametrize(
    ("opted_in", "cell", "after"),
    [
        ("1/6/2026", "Yes", date(2026, 6, 1)),
        ("", "1/6/2026", date(2026, 6, 1)),
        ("1/1/2026", "Yes", date(2026, 3, 3)),
        ("", "", date(2026, 3, 3)),
        ("", "Yes", date(2026, 3, 3)),
        ("1/6/2026", "No", None),
        ("1/1/2026", "No", date(2026, 3, 3)),
        ("", "No", None),
    ],
)
def test_what_somebody_said_last_counts(
    data: DataFile, programme: int, opted_in: str, cell: str, after: date | None
) -> None:
    made = form(data, programme, ("Mei Brown", "Mentor", opted_in, "", cell))
    mei = stored_mentor(data, programme, "Mei Brown")
    set_consent(data, programme, mei, "own-4", date(2026, 3, 3))
    (row,) = imported(data, programme, made).rows
    assert consents(data, programme)["Mei"].get("own-4") == after
    said = [one for one in row.changes if one.field == CONSENT]
    changed = Change(CONSENT, date(2026, 3, 3), after, "Health")
    assert said == ([] if after == date(2026, 3, 3) else [changed])


def test_an_answer_that_is_not_asked_of_the_role_is_left_out(
    data: DataFile, programme: int
) -> None:
    made = draft(data, programme, ("Ann Lee", "Mentor", "", "", "12", ""))
    (row,) = compared(data, programme, made).rows
    assert [(one.code, one.column) for one in row.problems] == [("answer-not-asked", 4)]
    imported(data, programme, made)
    assert answers(data, programme) == {"Ann": {}}


def test_a_row_that_is_left_out_brings_no_answers(data: DataFile, programme: int) -> None:
    made = draft(
        data,
        programme,
        ("Ann Lee", "Observer", "Nights", "", "", ""),
        ("Bob Ray", "Mentor", "Days", "", "", ""),
    )
    row, _ = imported(data, programme, made).rows
    assert row.fate is Fate.LEFT_OUT
    assert not row.own_values
    assert answers(data, programme) == {"Bob": {"own-1": "Days"}}
