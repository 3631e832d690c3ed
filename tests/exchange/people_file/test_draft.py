from __future__ import annotations

from dataclasses import replace

import pytest

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.exchange.people_file.columns import find_header, guess_columns
from revmentor_desktop.exchange.people_file.draft import (
    ImportDraft,
    Step,
    draft_of,
    next_step,
    problems,
    to_remember,
    value_choices,
    with_cell,
    with_column,
    with_header,
    with_remembered,
    with_skipped,
    with_value,
)
from revmentor_desktop.exchange.people_file.reading import read_rows
from revmentor_desktop.exchange.people_file.shape import from_json, signature, to_json
from revmentor_desktop.exchange.people_file.targets import Target
from revmentor_desktop.exchange.people_file.values import role_names_of
from revmentor_desktop.exchange.spreadsheets.grid import Grid
from tests.exchange.people_file.drafts import TODAY, draft, given

HEADER = ("Name", "E-mail", "Mentor or leader?", "When can you meet?")
ANN = ("Ann Lee", "ann@a.example", "Mentor", "Tue am")


def codes(made: ImportDraft) -> list[str]:
    return [problem.code for problem in problems(made)]


def test_titles_and_blank_rows_above_the_header_are_passed_over() -> None:
    assert draft(("Our list, autumn",), (), HEADER, ANN).header == 2


def test_a_file_without_a_header_is_told_by_its_cells() -> None:
    made = draft(*[(f"Ann{n} Lee", f"ann{n}@a.example", "Mentor", "Tue am") for n in range(3)])
    assert made.header is None
    assert made.columns == (None, Target.EMAIL, Target.ROLE, Target.SLOTS)
    assert codes(made) == ["import-no-name-column"]
    assert made.title(2) == "C"
    assert codes(with_column(made, 0, Target.FULL_NAME)) == []


@pytest.mark.parametrize(
    ("title", "target"),
    [
        ("Forename", Target.FIRST_NAME),
        ("SURNAME", Target.LAST_NAME),
        ("Employee name", Target.FULL_NAME),
        ("Work e-mail", Target.EMAIL),
        ("Line manager name", Target.LINE_MANAGER),
        ("Manager's e-mail", Target.LINE_MANAGER),
        ("Job role", Target.JOB_TITLE),
        ("Band", Target.GRADE),
        ("Directorate", Target.DEPARTMENT),
        ("Office", Target.SITE),
        ("Hobbies", Target.INTERESTS),
        ("A few words about you", Target.ABOUT_ME),
        ("Why are you applying?", Target.MOTIVATION),
        ("How many mentees could you take?", Target.MOST_PARTNERS),
        ("Status", Target.STATE),
        ("Comments", Target.NOTE),
        ("Is there anyone you would rather not be paired with?", Target.NOT_WITH),
        ("Do not match with", Target.NOT_WITH),
        ("Not to be paired with", Target.NOT_WITH),
        ("Must not be paired with", Target.NOT_WITH),
        ("Start time", None),
        ("Employee number", None),
        ("ID", None),
        ("Phone", None),
        ("", None),
    ],
)
def test_a_column_is_told_by_the_words_of_its_header(title: str, target: Target | None) -> None:
    grid = Grid((("#", title), ("1",)))
    assert guess_columns(grid, 0, TODAY)[1] is target


def test_cells_speak_against_a_header_that_misleads() -> None:
    header = ("Name", "E-mail", "Start date")
    grid = Grid((header, *[(name, "yes", "tomorrow") for name in ("Ann", "Bob", "Cy")]))
    assert guess_columns(grid, 0, TODAY) == (Target.FULL_NAME, None, None)


def test_a_role_column_is_told_from_a_job_role_by_its_cells() -> None:
    jobs = Grid((("Name", "Role"), ("Ann Lee", "Nurse"), ("Bob Ray", "Buyer")))
    roles = Grid((("Name", "Role"), ("Ann Lee", "Mentor"), ("Bob Ray", "Mentee")))
    assert guess_columns(jobs, 0, TODAY)[1] is Target.JOB_TITLE
    assert guess_columns(roles, 0, TODAY)[1] is Target.ROLE


NAMED = role_names_of(
    TakingPart(
        mentor_name=RoleName(one="Guide", several="Guides"),
        mentee_name=RoleName(one="Guide’s guest", several="Guests"),
    )
)


def test_the_names_of_a_programme_s_own_for_the_roles_are_known() -> None:
    cells = ("guide", "Guide's guest", "GUESTS", "mentor", "Not a guide", "Guide and guests")
    grid = Grid(
        (("Name", "Are you a guide or a guest?"), *((f"P{i}", c) for i, c in enumerate(cells)))
    )
    made = draft_of(ImportDraft(role_names=NAMED), grid, TODAY)
    assert made.columns[1] is Target.ROLE
    said = [one.person.role for one in read_rows(made, TODAY)]
    assert said == [Role.MENTOR, Role.MENTEE, Role.MENTEE, Role.MENTOR, None, None]
    assert draft_of(ImportDraft(), grid, TODAY).columns[1] is None
    assert role_names_of(TakingPart()) == ()


def test_an_empty_grid_has_no_header() -> None:
    assert find_header(Grid(())) is None
    assert codes(draft()) == ["import-no-cells"]


def test_what_is_missing_is_said_with_its_step() -> None:
    assert next_step(ImportDraft()) is Step.FILE
    assert next_step(draft(HEADER)) is Step.HEADER
    made = draft(HEADER, ANN)
    assert (codes(made), next_step(made)) == ([], Step.PREVIEW)
    no_role = with_column(made, 2, None)
    assert (codes(no_role), next_step(no_role)) == (["import-no-role"], Step.COLUMNS)
    assert codes(replace(no_role, role_for_all=Role.MENTOR)) == []
    assert codes(replace(no_role, takes_part=False)) == []


def test_two_columns_for_one_field_are_refused_where_they_cannot_be_joined() -> None:
    made = with_column(draft(HEADER, ANN), 3, Target.EMAIL)
    assert codes(made) == ["import-column-twice"]
    assert problems(made)[0].params["columns"] == "“E-mail”, “When can you meet?”"
    notes = with_column(with_column(draft(HEADER, ANN), 3, Target.NOTE), 1, Target.NOTE)
    assert codes(notes) == []


def test_another_header_row_guesses_anew() -> None:
    made = with_header(draft(HEADER, ANN), 1, TODAY)
    assert made.title(0) == "Ann Lee"
    assert made.first_row == 2


def test_values_are_listed_with_the_undecided_first() -> None:
    made = draft(HEADER, ANN, ("Bob", "bob@a.example", "Observer", "Wed; full moon"))
    listed = [(choice.target, choice.text, choice.code) for choice in value_choices(made)]
    assert listed[:2] == [(Target.ROLE, "Observer", None), (Target.SLOTS, "full moon", None)]
    assert (Target.ROLE, "Mentor", "mentor") in listed
    decided = with_value(made, Target.ROLE, "observer", "mentee")
    assert [c.code for c in value_choices(decided) if c.text == "Observer"] == ["mentee"]


def test_mended_cells_and_skipped_rows_can_be_taken_back() -> None:
    made = with_cell(draft(HEADER, ANN), 1, 0, "Anne Lee")
    assert made.cell(1, 0) == "Anne Lee"
    assert with_cell(made, 1, 0, "Ann Lee").mended == {}
    skipped = with_skipped(made, 1, skipped=True)
    assert skipped.skipped == {1}
    assert with_skipped(skipped, 1, skipped=False).skipped == frozenset()


def test_a_mapping_is_remembered_for_the_same_headers_in_any_order() -> None:
    made = draft((*HEADER, "Extra"), (*ANN, "x"))
    made = with_column(made, 4, Target.NOTE)
    made = with_value(made, Target.ROLE, "observer", "mentor")
    kept = from_json(to_json(to_remember(made)))
    turned = draft(("Extra", *HEADER), ("y", *ANN))
    assert made.grid is not None
    assert turned.grid is not None
    assert signature(made.grid, made.header) == signature(turned.grid, turned.header)
    again = with_remembered(turned, kept)
    assert again.columns[0] is Target.NOTE
    assert again.values == {Target.ROLE: {"observer": "mentor"}}


def test_the_shape_of_a_file_depends_on_its_headers_not_its_people() -> None:
    one, other = draft(HEADER, ANN), draft(HEADER, ("Bob", "bob@a.example", "Leader", ""))
    another = draft((*HEADER[:3], "Notes"), ANN)
    shapes = [signature(d.grid or Grid(()), d.header) for d in (one, other, another)]
    assert shapes[0] == shapes[1] != shapes[2]


def test_what_a_later_version_remembered_is_passed_over() -> None:
    kept = from_json(
        {
            "columns": {"name": "nickname", "e mail": "email"},
            "role_for_all": "king",
            "state_for_new": "crowned",
        }
    )
    assert kept.columns == {"e mail": Target.EMAIL}
    assert kept.role_for_all is None
    assert kept.state_for_new is None


@pytest.mark.parametrize(
    "name", ["forms_export.xlsx", "harbour_care_31.xlsx", "people_1000.csv", "sign_up_sheet.csv"]
)
def test_each_given_file_is_understood_without_help(name: str) -> None:
    made = given(name)
    assert next_step(made) is Step.PREVIEW
    assert [choice for choice in value_choices(made) if choice.code is None] == []
