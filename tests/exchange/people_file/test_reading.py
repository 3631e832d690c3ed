from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as examples
from hypothesis import settings
from hypothesis import strategies as st

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.people import Slot
from revmentor_desktop.exchange.people_file.draft import with_cell, with_value
from revmentor_desktop.exchange.people_file.reading import read_rows
from revmentor_desktop.exchange.people_file.rows import RowKind, Severity
from revmentor_desktop.exchange.people_file.targets import Target
from revmentor_desktop.system.messages import sentence
from tests.exchange.people_file.drafts import (
    TODAY,
    codes,
    draft,
    has_errors,
    reading,
    readings,
    with_targets,
)

HEADER = ("Name", "E-mail", "Role in the programme (mentor or leader)")


def test_blank_rows_totals_and_a_repeated_header_are_no_people() -> None:
    rows = readings(
        HEADER,
        ("Ann Lee", "ann@a.example", "Mentor"),
        (),
        (" ", "-" * 0),
        HEADER,
        ("Total", 42.0),
        ("Grand total:", "", 42.0),
        ("Total: 42",),
        ("TOTAL STAFF", "", 42.0),
    )
    assert [row.kind for row in rows] == [
        RowKind.PERSON,
        RowKind.BLANK,
        RowKind.BLANK,
        RowKind.HEADING,
        *[RowKind.TOTALS] * 4,
    ]


def test_a_person_called_total_with_an_address_is_a_person() -> None:
    row = reading(HEADER, ("Total Recall", "total@a.example", "Mentor"))
    assert row.kind is RowKind.PERSON


@pytest.mark.parametrize(
    "cell",
    [" ANN@A.example ", "Ann Lee <ann@a.example>", "mailto:ann@a.example", "ann@a.example;"],
)
def test_an_address_is_found_among_what_stands_around_it(cell: str) -> None:
    assert reading(HEADER, ("Ann Lee", cell, "Mentor")).person.email == "ann@a.example"


def test_a_wrong_address_is_an_error_that_can_be_mended_in_place() -> None:
    made = draft(HEADER, ("Ann Lee", "ann at a.example", "Mentor"))
    (row,) = read_rows(made, TODAY)
    (problem,) = row.problems
    assert (problem.code, problem.severity, problem.column) == ("email-odd", Severity.ERROR, 1)
    (mended,) = read_rows(with_cell(made, 1, 1, "ann@a.example"), TODAY)
    assert mended.problems == ()
    assert mended.person.email == "ann@a.example"


def test_a_row_without_any_name_is_an_error() -> None:
    row = reading(HEADER, ("", "ann@a.example", "Mentor"))
    assert (codes(row), has_errors(row)) == (["row-no-name"], True)


def test_names_in_two_columns_go_before_the_full_name() -> None:
    header = ("First name", "Surname", "Name")
    row = reading(header, ("SUE", "VAN DER BERG", "Berg, Susan"))
    assert row.person.full_name == "Sue van der Berg"
    assert reading(header, ("", "", "Berg, Susan")).person.full_name == "Susan Berg"


def test_the_full_name_fills_what_its_own_columns_leave_blank() -> None:
    header = ("Name", "Known as", "Role")
    short, long = readings(header, ("WARD, Elizabeth", "Liz", "Mentor"), ("Tom Hay", "", "Mentor"))
    assert (short.person.first_name, short.person.last_name) == ("Liz", "Ward")
    assert (long.person.first_name, long.person.last_name) == ("Tom", "Hay")


def test_a_name_of_10000_characters_is_an_error_not_a_crash() -> None:
    row = reading(HEADER, ("x" * 10_000, "ann@a.example", "Mentor"))
    assert (codes(row), has_errors(row)) == (["text-too-long"], True)


@pytest.mark.parametrize(
    "name",
    ["<b>Ann</b> Lee", '<img src="/etc/passwd.png"> Lee', "O'Neil <HR>", "R&D Lee", "=1+1 Lee"],
)
def test_markup_and_formulas_in_a_name_are_literal_text(name: str) -> None:
    row = reading(HEADER, (name, "ann@a.example", "Mentor"))
    assert row.person.full_name == name
    assert not has_errors(row)


def test_control_characters_go_and_are_mentioned() -> None:
    row = reading(HEADER, ("A\x00nn\x1b L\u202eee", "ann@a.example", "Mentor"))
    assert row.person.full_name == "Ann Lee"
    assert codes(row) == ["cell-control-characters"]


def test_a_name_of_three_words_is_cut_with_a_warning() -> None:
    row = reading(HEADER, ("Mary Ann Lee", "", "Mentor"))
    assert codes(row) == ["name-cut-unsure"]
    assert (row.person.first_name, row.person.last_name) == ("Mary Ann", "Lee")


def test_a_start_in_the_future_is_a_warning_not_an_error() -> None:
    row = reading((*HEADER, "Start date"), ("Ann Lee", "", "Mentor", "01/03/2027"))
    assert row.person.start_date == date(2027, 3, 1)
    assert [(p.code, p.severity) for p in row.problems] == [("date-in-future", Severity.WARNING)]


def test_a_date_that_nobody_can_read_is_an_error() -> None:
    row = reading((*HEADER, "Start date"), ("Ann Lee", "", "Mentor", "31/02/2020"))
    assert row.person.start_date is None
    assert codes(row) == ["date-unclear"]


def test_a_column_with_months_first_is_read_so_and_says_so() -> None:
    header = (*HEADER, "Start date")
    rows = readings(
        header, ("Ann Lee", "", "Mentor", "01/02/2020"), ("Bob Ray", "", "Mentor", "02/28/2007")
    )
    assert [row.person.start_date for row in rows] == [date(2020, 1, 2), date(2007, 2, 28)]
    assert codes(rows[0]) == ["date-month-first"]


def test_an_unclear_role_is_an_error_until_it_is_decided() -> None:
    made = draft(HEADER, ("Ann Lee", "", "Observer"), ("Bob Ray", "", "Mentor"))
    first = read_rows(made, TODAY)[0]
    assert codes(first) == ["value-unclear"]
    assert has_errors(first)
    decided = read_rows(with_value(made, Target.ROLE, "observer", "mentee"), TODAY)[0]
    assert decided.person.role is Role.MENTEE
    left_out = read_rows(with_value(made, Target.ROLE, "observer", ""), TODAY)[0]
    assert (left_out.person.role, codes(left_out)) == (None, ["value-left-out"])


def test_an_unclear_time_is_left_out_with_a_warning_and_the_rest_stays() -> None:
    header = (*HEADER, "When can you meet?")
    rows = readings(
        header, ("Ann Lee", "", "Mentor", "Tue am / full moon"), ("Bob Ray", "", "Mentor", "Wed")
    )
    assert rows[0].person.slots == (Slot.TUE_AM,)
    assert [(p.code, p.severity) for p in rows[0].problems] == [("value-unclear", Severity.WARNING)]


def test_people_without_a_role_column_get_the_role_for_all() -> None:
    made = replace(draft(("Name", "E-mail"), ("Ann Lee", "a@a.example")), role_for_all=Role.MENTEE)
    assert read_rows(made, TODAY)[0].person.role is Role.MENTEE


@pytest.mark.parametrize(
    ("cell", "manager"),
    [
        ("Helen Ward", "Helen Ward"),
        ("WARD, Helen", "Helen Ward"),
        ("HELEN@A.EXAMPLE", "helen@a.example"),
        ("Helen Ward (helen@a.example)", "helen@a.example"),
        ("n/a", None),
    ],
)
def test_a_line_manager_is_named_or_addressed(cell: str, manager: str | None) -> None:
    row = reading((*HEADER, "Reports to"), ("Ann Lee", "", "Mentor", cell))
    assert row.person.line_manager == manager


def test_of_two_line_manager_columns_the_address_counts() -> None:
    made = draft((*HEADER, "Manager", "x"), ("Ann Lee", "", "Mentor", "H Ward", "h@a.example"))
    columns = (*made.columns[:3], Target.LINE_MANAGER, Target.LINE_MANAGER)
    assert read_rows(with_targets(made, *columns), TODAY)[0].person.line_manager == "h@a.example"


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Lowri Bevan", ("Lowri Bevan",)),
        ("BEVAN, Lowri", ("Lowri Bevan",)),
        ("Lowri Bevan, Beatriz Ward", ("Lowri Bevan", "Beatriz Ward")),
        ("Bevan, Lowri; WARD, Beatriz", ("Lowri Bevan", "Beatriz Ward")),
        ("Lowri Bevan and Beatriz Ward", ("Lowri Bevan", "Beatriz Ward")),
        ("no one", None),
    ],
)
def test_who_somebody_should_not_be_paired_with(cell: str, names: tuple[str, ...] | None) -> None:
    header = (*HEADER, "Rather not be paired with")
    assert reading(header, ("Ann Lee", "", "Mentor", cell)).person.not_with == names


@pytest.mark.parametrize(("cell", "partners"), [(2.0, 2), ("2", 2), ("3 leaders", 3)])
def test_a_number_of_partners(cell: str | float, partners: int) -> None:
    row = reading((*HEADER, "Most partners"), ("Ann Lee", "", "Mentor", cell))
    assert row.person.most_partners == partners


@pytest.mark.parametrize(("cell", "code"), [("0", "number-odd"), ("many", "number-unclear")])
def test_a_number_of_partners_that_cannot_be(cell: str, code: str) -> None:
    made = draft((*HEADER, "x"), ("Ann Lee", "", "Mentor", cell))
    columns = (*made.columns[:3], Target.MOST_PARTNERS)
    assert codes(read_rows(with_targets(made, *columns), TODAY)[0]) == [code]


def test_notes_of_two_columns_are_kept_below_each_other() -> None:
    row = reading((*HEADER, "Notes", "Comments"), ("Ann Lee", "", "Mentor", "early", "late"))
    assert row.person.note == "early\nlate"


def test_notes_that_are_too_long_together_are_an_error_of_their_row() -> None:
    row = reading(("Name", "Role", "Notes", "Comments"), ("Ann", "Mentor", "a" * 3000, "b" * 3000))
    assert codes(row) == ["text-too-long"]
    assert row.problems[0].column == 2


def test_a_list_of_two_columns_has_each_entry_once() -> None:
    made = draft(("Name", "Role", "First", "Second"), ("Ann", "Mentor", "Excel; Word", "excel; AI"))
    targets = (Target.FULL_NAME, Target.ROLE, Target.WANTS, Target.WANTS)
    (row,) = read_rows(with_targets(made, *targets), TODAY)
    assert row.person.wants == ("Excel", "Word", "AI")


def test_who_takes_no_part_is_not_asked_about_it() -> None:
    made = draft((*HEADER, "Most partners"), ("Ann", "ann@a.example", "Piano tuner", "lots"))
    made = with_targets(made, Target.FULL_NAME, Target.EMAIL, Target.ROLE, Target.MOST_PARTNERS)
    (row,) = read_rows(made, TODAY)
    assert codes(row) == ["value-unclear", "number-unclear"]
    (row,) = read_rows(replace(made, takes_part=False), TODAY)
    assert codes(row) == []


def test_a_wish_in_a_note_is_pointed_out() -> None:
    row = reading((*HEADER, "Notes"), ("Ann Lee", "", "Mentor", "prefers not to be with own boss"))
    assert codes(row) == ["note-wish"]
    assert row.person.note == "prefers not to be with own boss"


def test_blank_cells_say_nothing() -> None:
    header = (*HEADER, "Job title", "Skills to share", "Notes")
    person = reading(header, ("Ann Lee", "", "Mentor", "", " ", "-")).person
    assert (person.email, person.job_title, person.offers, person.note) == (None,) * 4


def test_the_error_values_of_a_spreadsheet_are_left_out_with_a_warning() -> None:
    row = reading((*HEADER, "Job title"), ("Ann Lee", "", "Mentor", "#REF!"))
    assert (row.person.job_title, codes(row)) == (None, ["cell-error-value"])


CELLS = st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.booleans(), st.dates())


@settings(max_examples=300, deadline=None)
@examples(st.lists(CELLS, min_size=len(Target), max_size=len(Target)))
def test_whatever_the_cells_hold_every_problem_has_a_sentence(
    cells: list[str | float | bool | date],
) -> None:
    made = draft(tuple(f"x{n}" for n in range(len(Target))), cells)
    made = replace(with_targets(made, *Target), header=0)
    for row in read_rows(made, TODAY):
        for problem in row.problems:
            assert sentence(problem.code, dict(problem.params))
        if not has_errors(row) and row.kind is RowKind.PERSON:
            assert row.person.full_name
