"""Own fields as targets: guessed by their label, answers matched, problems beside the row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Final

import pytest

from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField, OwnValue
from revmentor_desktop.exchange.people_file.draft import (
    ImportDraft,
    draft_of,
    problems,
    to_remember,
    value_choices,
    with_cell,
    with_column,
    with_remembered,
    with_value,
)
from revmentor_desktop.exchange.people_file.reading import read_rows
from revmentor_desktop.exchange.people_file.rows import RowReading, Severity
from revmentor_desktop.exchange.people_file.shape import from_json, to_json
from revmentor_desktop.exchange.people_file.targets import Consent, Target
from revmentor_desktop.exchange.spreadsheets.grid import Cell, Grid
from tests.exchange.people_file.drafts import TODAY, codes

SHIFT: Final = OwnField(
    key="own-1", label="Shift pattern", kind=FieldKind.ONE_OF, options=("Nights", "Früh, spät")
)
TONGUES: Final = OwnField(
    key="own-2", label="Languages", kind=FieldKind.SEVERAL_OF, options=("English", "Welsh, spoken")
)
YEARS: Final = OwnField(key="own-3", label="Employee number", kind=FieldKind.NUMBER)
JOINED: Final = OwnField(key="own-4", label="Joined the network", kind=FieldKind.DATE)
TEAM: Final = OwnField(key="own-5", label="Team")
OWN: Final = (SHIFT, TONGUES, YEARS, JOINED, TEAM)


def draft(header: tuple[Cell, ...], *rows: tuple[Cell, ...]) -> ImportDraft:
    grid = Grid((header, *rows))
    return draft_of(ImportDraft(own_fields=OWN), grid, TODAY)


def reading(header: Cell, cell: Cell) -> RowReading:
    (only,) = read_rows(draft(("Name", "Role", header), ("Ann Lee", "Mentor", cell)), TODAY)
    return only


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Shift pattern", SHIFT),
        ("  SHIFT   Pattern? ", SHIFT),
        ("Which shift pattern do you work?", SHIFT),
        ("Employee number", YEARS),
        ("Team", TEAM),
        ("Department", Target.DEPARTMENT),
    ],
)
def test_a_column_is_guessed_by_the_label(header: str, target: object) -> None:
    made = draft(("Name", header), ("Ann Lee", "Nights"))
    assert made.columns == (Target.FULL_NAME, target)


def test_without_own_fields_nothing_is_guessed_of_them() -> None:
    grid = Grid((("Name", "Shift pattern"), ("Ann Lee", "Nights")))
    assert draft_of(ImportDraft(), grid, TODAY).columns == (Target.FULL_NAME, None)


@pytest.mark.parametrize(
    ("header", "cell", "value"),
    [
        ("Shift pattern", " NIGHTS", "Nights"),
        ("Shift pattern", "fruh, spat", "Früh, spät"),
        ("Languages", "welsh, spoken", ("Welsh, spoken",)),
        ("Languages", "Welsh, spoken; english", ("English", "Welsh, spoken")),
        ("Employee number", "1,234.5", 1234.5),
        ("Employee number", 7, 7.0),
        ("Joined the network", "19/1/2026", "2026-01-19"),
        ("Joined the network", datetime(2026, 1, 19), "2026-01-19"),
        ("Team", "  Night   owls ", "Night owls"),
    ],
)
def test_an_answer_is_read_as_its_field_takes_it(header: str, cell: Cell, value: OwnValue) -> None:
    row = reading(header, cell)
    (own,) = [one for one in OWN if one.label == header]
    assert row.person.own == {own.key: value}
    assert codes(row) == []


@pytest.mark.parametrize("cell", ["", "-", "n/a"])
def test_a_blank_cell_says_nothing(cell: str) -> None:
    assert reading("Shift pattern", cell).person.own == {}


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Shift pattern", "Evenings"),
        ("Employee number", "many"),
        ("Joined the network", "soon"),
        ("Joined the network", date(1066, 10, 14)),
        ("Team", "x" * 6000),
    ],
)
def test_what_is_no_answer_is_said_beside_the_row_which_still_comes(
    header: str, cell: Cell
) -> None:
    row = reading(header, cell)
    assert row.person.own == {}
    (problem,) = row.problems
    assert (problem.code, problem.severity, problem.column) == (
        "answer-unread",
        Severity.WARNING,
        2,
    )
    assert problem.params["field"] == header


def test_of_several_answers_the_clear_ones_come() -> None:
    row = reading("Languages", "English; Klingon")
    assert row.person.own == {"own-2": ("English",)}
    assert codes(row) == ["answer-unread"]


def test_an_unclear_answer_can_be_decided_left_out_or_mended() -> None:
    made = draft(
        ("Name", "Role", "Shift pattern"),
        ("Ann Lee", "Mentor", "Late"),
        ("Bob Ray", "Mentor", "nights"),
    )
    listed = [(one.target, one.text, one.code) for one in value_choices(made)]
    assert listed[0] == (SHIFT, "Late", None)
    assert (SHIFT, "nights", "Nights") in listed
    decided = with_value(made, SHIFT, "late", "Früh, spät")
    assert read_rows(decided, TODAY)[0].person.own == {"own-1": "Früh, spät"}
    left_out = with_value(made, SHIFT, "late", "")
    assert read_rows(left_out, TODAY)[0].person.own == {}
    assert codes(read_rows(left_out, TODAY)[0]) == ["value-left-out"]
    mended = with_cell(made, 1, 2, "Nights")
    assert read_rows(mended, TODAY)[0].person.own == {"own-1": "Nights"}


def test_one_column_fills_an_own_field_and_only_for_who_takes_part() -> None:
    made = draft(("Name", "Role", "Team", "Crew"), ("Ann Lee", "Mentor", "A", "B"))
    twice = with_column(made, 3, TEAM)
    assert [problem.code for problem in problems(twice)] == ["import-column-twice"]
    alone = replace(made, takes_part=False)
    assert alone.columns_of(TEAM) == ()
    assert read_rows(alone, TODAY)[0].person.own == {}


CARE: Final = OwnField(
    key="own-6", label="Health", is_special=True, special_purpose="So that rooms suit everybody"
)
FORM: Final = ("Name", "Role", "Completion time", "Health", "I agree that health is used")


def agreed(*cells: Cell, form: tuple[Cell, ...] = FORM) -> RowReading:
    grid = Grid((form, ("Ann Lee", "Mentor", *cells)))
    (only,) = read_rows(draft_of(ImportDraft(own_fields=(CARE,)), grid, TODAY), TODAY)
    return only


@pytest.mark.parametrize(
    "header", ["Consent: health", "Do you agree that your answer about health is used?"]
)
def test_a_question_about_consent_is_told_from_the_field_it_is_about(header: str) -> None:
    grid = Grid((("Name", "Health", header), ("Ann Lee", "Hearing aid", "Yes")))
    made = draft_of(ImportDraft(own_fields=(CARE, TEAM)), grid, TODAY)
    assert made.columns == (Target.FULL_NAME, CARE, Consent(CARE))
    assert made.unconsented == ()
    assert with_column(made, 2, None).unconsented == (CARE,)
    assert Consent(TEAM) not in made.targets
    assert replace(made, takes_part=False).unconsented == ()


def test_a_word_of_a_long_label_is_enough_to_ask_for_consent_to_it() -> None:
    long = replace(CARE, label="Disability or long-term health condition, in your own words")
    other = replace(CARE, key="own-7", label="Ethnic background, in your own words")
    header = "I agree that my answer about my health is used"
    for fields, target in (
        ((long, other), Consent(long)),
        ((long, CARE), Consent(CARE)),
        ((other, TEAM), Target.ANSWERS_AGREED),
    ):
        grid = Grid((("Name", header), ("Ann Lee", "Yes")))
        made = draft_of(ImportDraft(own_fields=fields), grid, TODAY)
        assert made.columns == (Target.FULL_NAME, target)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("3 March 2026", date(2026, 3, 3)),
        (datetime(2026, 3, 3, 9, 30), date(2026, 3, 3)),
        ("Yes, on 3/3/26", date(2026, 3, 3)),
        ("Agreed: 3 Mar 2026", date(2026, 3, 3)),
        ("Yes", date(2026, 2, 1)),
        ("I agree", date(2026, 2, 1)),
        ("No", None),
    ],
)
def test_consent_is_a_day_or_a_yes_on_the_day_of_the_form(cell: Cell, day: date | None) -> None:
    row = agreed("1/2/2026", "Hearing aid", cell)
    assert row.person.consents == {"own-6": day}
    assert codes(row) == []


@pytest.mark.parametrize(
    ("filled_in", "cell", "code"),
    [
        ("", "Yes", "consent-undated"),
        ("", "Yes, 2026", "consent-undated"),
        ("1/2/2026", "3 March 2030", "consent-ahead"),
        ("1/2/2026", "perhaps", "value-unclear"),
        ("1/2/2026", "", None),
    ],
)
def test_consent_is_never_made_of_anything_else(
    filled_in: str, cell: str, code: str | None
) -> None:
    row = agreed(filled_in, "Hearing aid", cell)
    assert row.person.own == {"own-6": "Hearing aid"}
    assert row.person.consents == {}
    assert codes(row) == ([code] if code else [])


def test_an_unclear_consent_is_decided_and_days_need_no_meaning() -> None:
    rows = (("Ann", "Mentor", "1/2/2026", "x", "aye"), ("Bob", "Mentor", "", "", "3/3/2026"))
    made = draft_of(ImportDraft(own_fields=(CARE,)), Grid((FORM, *rows)), TODAY)
    choices = [one for one in value_choices(made) if one.target == Consent(CARE)]
    assert [(one.text, one.code) for one in choices] == [("aye", None)]
    made = with_value(made, Consent(CARE), "aye", "yes")
    assert read_rows(made, TODAY)[0].person.consents == {"own-6": date(2026, 2, 1)}
    kept = from_json(to_json(to_remember(made)))
    again = with_remembered(replace(made, columns=(None,) * 5, values={}), kept)
    assert again.columns[3:] == (CARE, Consent(CARE))
    assert again.values == {Consent(CARE): {"aye": "yes"}}


def test_a_mapping_is_remembered_by_label_for_another_programme() -> None:
    made = draft(("Name", "Role", "Crew", "When"), ("Ann Lee", "Mentor", "A", "Late"))
    made = with_column(with_column(made, 2, TEAM), 3, SHIFT)
    made = with_value(made, SHIFT, "late", "Nights")
    kept = from_json(to_json(to_remember(made)))
    elsewhere = (replace(TEAM, key="own-9"), replace(SHIFT, key="own-1", label="Other"))
    fresh = replace(made, own_fields=elsewhere, columns=(Target.FULL_NAME, Target.ROLE, None, None))
    again = with_remembered(fresh, kept)
    assert again.columns == (Target.FULL_NAME, Target.ROLE, elsewhere[0], None)
    assert again.values == {}
    same = with_remembered(replace(made, columns=fresh.columns, values={}), kept)
    assert same.columns == made.columns
    assert same.values == {SHIFT: {"late": "Nights"}}
    gone = replace(SHIFT, options=("Days",))
    fewer = replace(fresh, own_fields=(TEAM, gone))
    assert with_remembered(fewer, kept).values == {gone: {}}
