from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.people_file.draft import (
    ImportDraft,
    with_column,
    with_value,
)
from revmentor_desktop.exchange.people_file.targets import Target
from revmentor_desktop.services.people.reading import participants
from revmentor_desktop.services.people.writing import leave
from revmentor_desktop.services.people_import import apply
from revmentor_desktop.services.people_import.apply import import_people
from revmentor_desktop.services.people_import.comparison import Fate
from revmentor_desktop.services.people_import.remembered import remembered
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.messages import sentence
from tests.builders import dump, stored_programme
from tests.exchange.files import DATA
from tests.services.people_import.imports import TODAY, compared, draft, imported, look_at, take_in

ANN = ("Ann Lee", "ann@a.example", "Mentor", "", "Nurse", "")


@pytest.fixture
def programme_id(data: DataFile) -> int:
    return stored_programme(data)


@pytest.mark.parametrize("steps", [1, 2, 4])
def test_an_import_that_is_cancelled_leaves_nothing(
    data: DataFile, programme_id: int, steps: int
) -> None:
    before, words = dump(data), data.undo_words
    made = look_at(data, DATA / "people_1000.csv", programme_id).draft
    work = import_people(data, made, programme_id, TODAY)
    for _ in range(steps):
        next(work)
    work.close()
    assert dump(data) == before
    assert data.undo_words == words
    assert made.grid is not None
    assert remembered(data, made.grid, made.header) is None


def test_an_import_that_fails_leaves_nothing(
    data: DataFile, programme_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(data)

    def fail(_session: Session, _draft: ImportDraft) -> None:
        raise OSError("in the very last statement")

    monkeypatch.setattr(apply, "remember", fail)
    with pytest.raises(OSError, match="very last"):
        imported(data, programme_id, draft(ANN))
    assert dump(data) == before


def test_the_number_of_a_part_that_ended_is_not_given_again(
    data: DataFile, programme_id: int
) -> None:
    imported(data, programme_id, draft(ANN))
    ((first,),) = data.rows("SELECT id FROM participation")
    (ann,) = participants(data, programme_id)
    leave(data, programme_id, [ann.person.id])
    imported(data, programme_id, draft(ANN))
    ((second,),) = data.rows("SELECT id FROM participation")
    assert second > first


def test_an_import_into_a_programme_that_is_gone_is_refused(data: DataFile) -> None:
    before = dump(data)
    with pytest.raises(KnownError) as refused:
        imported(data, 999, draft(ANN))
    assert refused.value.code == "programme-gone"
    assert dump(data) == before


def test_progress_grows_to_the_end(data: DataFile, programme_id: int) -> None:
    made = look_at(data, DATA / "people_1000.csv", programme_id).draft
    seen = list(import_people(data, made, programme_id, TODAY))
    assert [step.done for step in seen] == [0, 250, 500, 750, 1_000]
    assert {step.total for step in seen[1:]} == {1_000}


def test_an_import_can_run_beside_the_window(data: DataFile, programme_id: int) -> None:
    done: list[int] = []

    def work() -> None:
        done.append(imported(data, programme_id, draft(ANN)).counts[Fate.ADDED])

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(timeout=30)
    assert done == [1]
    assert len(data.rows("SELECT 1 FROM person")) == 1


def test_a_draft_with_problems_is_refused(data: DataFile, programme_id: int) -> None:
    made = with_column(draft(ANN), 0, None)
    with pytest.raises(KnownError) as caught:
        imported(data, programme_id, made)
    assert caught.value.code == "import-no-name-column"
    assert sentence(caught.value.code, caught.value.params)


def test_the_mapping_is_there_for_the_next_file_of_the_shape_and_stays_after_undo(
    data: DataFile, programme_id: int
) -> None:
    made = with_column(draft(("Ann Lee", "ann@a.example", "Snr", "", "Nurse", "")), 4, None)
    made = with_value(made, Target.ROLE, "snr", "mentee")
    assert made.grid is not None
    assert remembered(data, made.grid, made.header) is None
    imported(data, programme_id, made)
    data.undo()
    kept = remembered(data, made.grid, made.header)
    assert kept is not None
    assert kept.columns["job title"] is None
    assert kept.values == {Target.ROLE: {"snr": "mentee"}}


def test_an_unattended_import_starts_from_what_was_remembered(
    data: DataFile, programme_id: int
) -> None:
    first = look_at(data, DATA / "sign_up_sheet.csv", programme_id).draft
    imported(data, programme_id, with_column(first, 11, None))
    again = take_in(data, DATA / "sign_up_sheet.csv", programme_id)
    assert again.comparison.unread_columns == ("Notes",)


CELLS = st.one_of(
    st.sampled_from(
        [
            *(
                "Ann Lee",
                "LEE, Ann",
                "Bob Ray",
                "<b>Ann</b>",
                "A\x00nn",
                "",
                "-",
                "n/a",
                "Y?lmaz X",
            ),
            *("ann@a.example", "BOB@a.example", "bob at a", "Mentor", "leader", "Mentor; leader"),
            *("21.02.04", "2030-01-01", "=1+1", "Tue am/Wed", "a; b, c", "x" * 300, "2", "Yes"),
        ]
    ),
    st.text(max_size=8),
    st.integers(0, 60_000),
    st.floats(allow_nan=False),
    st.dates(),
    st.booleans(),
)
ROWS = st.lists(st.lists(CELLS, min_size=9, max_size=9), min_size=1, max_size=6)
FUZZ_HEADER = (
    *("Name", "Email", "Mentor or leader?", "Line manager", "Start date", "Can offer", "Free at"),
    *("Rather not be paired with", "Most partners"),
)
FUZZ_TARGETS = (
    *(Target.FULL_NAME, Target.EMAIL, Target.ROLE, Target.LINE_MANAGER, Target.START_DATE),
    *(Target.OFFERS, Target.SLOTS, Target.NOT_WITH, Target.MOST_PARTNERS),
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=ROWS)
def test_any_rows_import_whole_or_say_why_not_and_a_second_time_nothing_changes(
    data: DataFile, rows: list[list[str | int | float | bool]]
) -> None:
    programme_id = stored_programme(data)
    before = dump(data)
    made = draft(*rows, header=FUZZ_HEADER)
    made = replace(made, header=0, columns=FUZZ_TARGETS)
    done = imported(data, programme_id, made)
    for row in done.rows:
        for problem in row.problems:
            assert sentence(problem.code, dict(problem.params))
        assert (row.fate in {Fate.LEFT_OUT, Fate.REPEATED}) == (row.reason is not None)
    again = compared(data, programme_id, made)
    assert not again.changes_anything, [row.changes for row in again.rows]
    if done.changes_anything:
        data.undo()
    assert dump(data) == before
