"""Undo and redo: words, steps, cascades, references, and what must never break them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlcipher

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import EndReason
from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.domain.text import clean_text
from revmentor_desktop.services.pairing.ending import end
from revmentor_desktop.services.pairing.proposing import propose, rearrange, take_apart
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.people.reading import people, person
from revmentor_desktop.services.people.writing import (
    add_person,
    leave,
    remove_people,
    save_person,
    set_state,
)
from revmentor_desktop.services.programmes.reading import organisation
from revmentor_desktop.services.programmes.writing import name_organisation, remove_programme
from revmentor_desktop.storage import history
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.history import UNTRACKED
from revmentor_desktop.storage.tables import ImportMappingRow, PersonRow
from revmentor_desktop.system.clock import today
from tests.builders import (
    dump,
    person_details,
    stored_leader,
    stored_mentor,
    stored_pair,
    stored_person,
    stored_programme,
    stored_proposal,
    tables,
)


def returns_exactly(data: DataFile, action: Callable[[], object]) -> None:
    """Check that an action is one step, and that undo and redo give both states again."""
    before = dump(data)
    action()
    touched, after = data.last_touched, dump(data)
    assert after != before
    for _ in range(2):
        assert data.undo() == touched
        assert dump(data) == before
        assert data.redo() == touched
        assert dump(data) == after


def test_there_is_nothing_to_undo_in_a_file_just_opened(data: DataFile) -> None:
    assert (data.undo_words, data.redo_words) == (None, None)
    assert data.undo() == data.redo() == frozenset()


def test_the_menu_has_the_words_of_the_action(data: DataFile) -> None:
    with data.words("Name the organisation"):
        name_organisation(data, "Harbour Care")
    with data.words("Add Mei Brown"):
        stored_person(data)
    assert (data.undo_words, data.redo_words) == ("Add Mei Brown", None)
    assert data.undo() == {"person"}
    assert (data.undo_words, data.redo_words) == ("Name the organisation", "Add Mei Brown")
    assert data.undo() == {"setting"}
    assert (data.undo_words, data.redo_words) == (None, "Name the organisation")
    assert data.redo() == {"setting"}
    assert (data.undo_words, data.redo_words) == ("Name the organisation", "Add Mei Brown")


def test_words_within_words_give_way_to_the_outer_ones_again(data: DataFile) -> None:
    with data.words("outer"):
        with data.words("inner"):
            stored_person(data)
        assert data.undo_words == "inner"
        stored_person(data)
    assert data.undo_words == "outer"
    stored_person(data)
    assert data.undo_words == ""


def test_a_new_action_is_no_return_to_what_was_undone(data: DataFile) -> None:
    stored_person(data)
    data.undo()
    stored_person(data, "David Price")
    assert data.redo_words is None
    assert data.redo() == frozenset()
    assert [one.full_name for one in people(data)] == ["David Price"]


def test_what_changes_nothing_is_no_step(data: DataFile) -> None:
    programme = stored_programme(data)
    mentor = stored_mentor(data, programme)
    with data.words("Name the organisation"):
        name_organisation(data, "Harbour Care")
    data.undo()
    save_person(data, mentor, person(data, mentor))
    set_state(data, programme, [mentor], ParticipationState.CONFIRMED)
    end(data, programme, [], EndReason.LEFT, today())
    remove_people(data, [99])
    assert data.redo_words == "Name the organisation"


def test_what_fails_is_no_step_and_does_no_harm_to_the_others(data: DataFile) -> None:
    programme = stored_programme(data)
    with data.words("Add David Price"):
        leader = stored_leader(data, programme)
    before = dump(data)
    with data.words("never"), pytest.raises(KnownError):
        propose(data, programme, leader, leader)
    with data.words("never"), pytest.raises(KnownError):
        save_person(data, 99, person_details())
    assert data.undo_words == "Add David Price"
    assert dump(data) == before
    while data.undo():
        pass
    assert not any(dump(data).values())
    while data.redo():
        pass
    assert dump(data) == before


def test_removing_a_person_takes_along_all_that_is_theirs_and_brings_it_back(
    data: DataFile,
) -> None:
    one, other = stored_programme(data), stored_programme(data)
    stored_pair(data, one, "Mei Brown", "David Price")
    leader = people(data)[1].id
    stored_mentor(data, one, "Aisha Khan", not_with=frozenset({leader}))
    add_person(data, person_details("Tom Ward", line_manager_id=leader))
    set_state(data, other, [leader], ParticipationState.INVITED)
    returns_exactly(data, lambda: remove_people(data, [leader]))
    assert data.last_touched == {"person", "participation", "exclusion", "pair"}


def test_removing_a_programme_takes_along_its_parts_and_pairs_and_brings_them_back(
    data: DataFile,
) -> None:
    programme = stored_programme(data)
    stored_pair(data, programme, "Mei Brown", "David Price")
    stored_pair(data, programme, "Aisha Khan", "Tom Ward")
    returns_exactly(data, lambda: remove_programme(data, programme))
    assert len(pairs(data, programme)) == 0
    data.undo()
    assert len(pairs(data, programme)) == 2


def test_people_above_one_another_come_back_together(data: DataFile) -> None:
    chief = stored_person(data, "Chief")
    middle = stored_person(data, "Middle", line_manager_id=chief)
    lowest = stored_person(data, "Lowest", line_manager_id=middle)
    returns_exactly(data, lambda: remove_people(data, [chief, middle, lowest]))


def test_addresses_that_change_hands_change_back(data: DataFile) -> None:
    one = stored_person(data, "Mei Brown", email="one@example.org")
    other = stored_person(data, "David Price", email="other@example.org")

    def swap() -> None:
        with data.transaction() as session:
            rows = {id_: session.get_one(PersonRow, id_) for id_ in (one, other)}
            free, first, second = "", "one@example.org", "other@example.org"
            for number, email in ((one, free), (other, first), (one, second)):
                rows[number].email = email
                session.flush()

    returns_exactly(data, swap)


def test_a_move_of_a_pair_is_one_step(data: DataFile) -> None:
    programme = stored_programme(data)
    first = stored_proposal(data, programme, "Mei Brown", "David Price")
    mei = people(data)[0].id
    aisha = stored_leader(data, programme, "Aisha Khan")
    returns_exactly(data, lambda: rearrange(data, programme, [first], [(mei, aisha)]))


def test_leaving_is_one_step(data: DataFile) -> None:
    programme = stored_programme(data)
    stored_pair(data, programme, "Mei Brown", "David Price")
    everybody = [one.id for one in people(data)]
    returns_exactly(data, lambda: leave(data, programme, everybody))


def test_an_undo_that_fails_changes_nothing_and_stays_to_be_tried(data: DataFile) -> None:
    with data.words("Add two"), data.transaction() as session:
        session.add(PersonRow(first_name="Mei"))
        session.add(PersonRow(first_name="David"))
    before = dump(data)
    (right,) = data.rows("SELECT reverse FROM history_log WHERE seq = 1")[0]
    data.rows("UPDATE history_log SET reverse = 'SELECT nothing FROM nowhere' WHERE seq = 1")
    with pytest.raises(sqlcipher.OperationalError):
        data.undo()
    assert dump(data) == before
    assert (data.undo_words, data.redo_words) == ("Add two", None)
    data.rows("UPDATE history_log SET reverse = ? WHERE seq = 1", (right,))
    data.undo()
    assert people(data) == []


def test_a_hundred_steps_and_more_can_be_taken_back(data: DataFile) -> None:
    states = [dump(data)]
    for number in range(150):
        with data.words(f"step {number}"):
            name_organisation(data, f"Name {number}")
        states.append(dump(data))
    for number in reversed(range(150)):
        assert data.undo_words == f"step {number}"
        data.undo()
        assert dump(data) == states[number]
    for number in range(150):
        assert data.redo_words == f"step {number}"
        data.redo()
        assert dump(data) == states[number + 1]


def test_the_oldest_steps_are_forgotten_and_their_memory_with_them(
    data: DataFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "STEPS_KEPT", 3)
    for number in range(10):
        name_organisation(data, f"Name {number}")
    assert data.rows("SELECT count(*) FROM history_log")[0][0] == 3
    for _ in range(3):
        data.undo()
    assert organisation(data) == "Name 6"
    assert data.undo_words is None
    assert data.rows("SELECT count(*) FROM history_log")[0][0] == 3  # to do them again


def test_the_log_does_not_grow_with_going_to_and_fro(data: DataFile) -> None:
    programme = stored_programme(data)
    stored_pair(data, programme, "Mei Brown", "David Price")
    data.undo()
    rows = data.rows("SELECT count(*) FROM history_log")
    for _ in range(50):
        data.redo()
        data.undo()
    assert data.rows("SELECT count(*) FROM history_log") == rows


def test_a_new_number_is_never_one_that_stood_on_paper(data: DataFile) -> None:
    programme = stored_programme(data)
    first = stored_proposal(data, programme, "Mei Brown", "David Price")
    take_apart(data, programme, [first])
    assert stored_pair(data, programme, "Aisha Khan", "Tom Ward") > first
    data.undo()
    assert stored_pair(data, programme, "Aisha Khan", "Tom Ward") > first + 1


def test_how_columns_were_mapped_is_remembered_whatever_is_undone(data: DataFile) -> None:
    stored_person(data)
    with data.transaction() as session:
        session.add(ImportMappingRow(shape="a,b", mapping={"a": "email"}))
    assert data.last_touched == frozenset()
    data.undo()
    assert people(data) == []
    assert dump(data, without=())["import_mapping"] == [("a,b", '{"a": "email"}')]


def test_every_other_table_is_watched_and_goes_by_a_number(data: DataFile) -> None:
    watched = {
        row[0] for row in data.rows("SELECT tbl_name FROM temp.sqlite_master WHERE type='trigger'")
    }
    assert watched == set(tables(data)) - UNTRACKED
    for table in watched:
        keys = [row["type"] for row in data.rows(f"PRAGMA table_info({table})") if row["pk"]]
        assert keys == ["INTEGER"], table  # so that a row comes back under its old rowid


@given(st.text(max_size=50), st.dates(date(1930, 1, 1), date(2100, 1, 1)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_as_it_was(data: DataFile, text: str, day: date) -> None:
    details = person_details("Mei", about_me=text, interests=("x" + text,), start_date=day)
    mei = add_person(data, details)
    before = person(data, mei)
    assert before.about_me == clean_text(text)
    elsewhere = person_details("Mei", site=text[:9] + "x")
    returns_exactly(data, lambda: save_person(data, mei, elsewhere))
    returns_exactly(data, lambda: remove_people(data, [mei]))
    data.undo()
    data.undo()
    assert person(data, mei) == before
