from __future__ import annotations

from dataclasses import replace

import pytest

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.exchange.people_file.draft import with_cell, with_skipped, with_value
from revmentor_desktop.exchange.people_file.targets import Target
from revmentor_desktop.services.people.reading import participation, people
from revmentor_desktop.services.people_import.comparison import Fate
from revmentor_desktop.services.sample import add_sample
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import (
    stored_mentor,
    stored_pair,
    stored_person,
    stored_programme,
)
from tests.services.people_import.imports import (
    changes,
    codes,
    compared,
    draft,
    fates,
    imported,
    only,
    person,
)

ANN = ("Ann Lee", "ann@a.example", "Mentor", "", "Nurse", "")


@pytest.fixture
def programme_id(data: DataFile) -> int:
    return stored_programme(data)


def test_a_second_import_shows_what_changes_and_what_was_and_does_it(
    data: DataFile, programme_id: int
) -> None:
    imported(data, programme_id, draft(ANN))
    second = draft(("Ann Lee", "ANN@a.example", "Leader", "", "Head nurse", "early bird"))
    shown = only(compared(data, programme_id, second))
    assert shown.fate is Fate.UPDATED
    assert changes(shown) == {
        "role": (Role.MENTOR, Role.MENTEE),
        "job_title": ("Nurse", "Head nurse"),
        "note": ("", "early bird"),
    }
    imported(data, programme_id, second)
    assert person(data, "Ann Lee").job_title == "Head nurse"
    part = participation(data, programme_id, person(data, "Ann Lee").id)
    assert part is not None
    assert (part.role, part.note) == (Role.MENTEE, "early bird")


def test_blank_cells_never_erase_what_is_stored(data: DataFile, programme_id: int) -> None:
    imported(data, programme_id, draft(("Ann Lee", "a@a.example", "Mentor", "", "Nurse", "note")))
    again = imported(data, programme_id, draft(("Ann Lee", "a@a.example", "", "", "", "")))
    assert only(again).fate is Fate.UNCHANGED
    assert person(data, "Ann Lee").job_title == "Nurse"


def test_a_name_put_right_by_the_officer_is_not_spoilt_again(
    data: DataFile, programme_id: int
) -> None:
    stored_person(data, "Helen Yılmaz", email="h@a.example")
    stored_person(data, "Sue MacDonald", email="s@a.example")
    again = compared(
        data,
        None,
        draft(("Helen Y?lmaz", "h@a.example"), ("MACDONALD, Sue", "s@a.example"), takes_part=False),
    )
    assert fates(again) == [Fate.UNCHANGED, Fate.UNCHANGED]


def test_a_new_name_for_the_same_address_is_a_change(data: DataFile) -> None:
    stored_person(data, "Ann Lee", email="ann@a.example")
    shown = only(compared(data, None, draft(("Ann Ray", "ann@a.example"), takes_part=False)))
    assert changes(shown) == {"last_name": ("Lee", "Ray")}


def test_a_note_that_the_officer_wrote_on_is_kept(data: DataFile, programme_id: int) -> None:
    stored_mentor(data, programme_id, "Ann Lee", note="on leave until March; then part-time")
    row = ("Ann Lee", "", "Mentor", "", "", "on leave until March")
    assert only(compared(data, programme_id, draft(row))).fate is Fate.UNCHANGED


def test_the_same_entries_in_another_order_are_no_change(data: DataFile) -> None:
    stored_person(data, "Ann Lee", email="a@a.example", offers=("Data", "AI"), wants=("X", "Y"))
    header = ("Name", "Email", "Can offer", "Wants to learn")
    made = draft(("Ann Lee", "a@a.example", "AI; Data", "Y; X"), header=header, takes_part=False)
    assert changes(only(compared(data, None, made))) == {"wants": (("X", "Y"), ("Y", "X"))}


def test_who_has_no_address_is_recognised_by_name(data: DataFile) -> None:
    stored_person(data, "Ann Lée", email="ann@a.example")
    shown = only(compared(data, None, draft(("LEE, Ann", ""), takes_part=False)))
    assert (shown.fate, codes(shown)) == (Fate.UNCHANGED, ["row-matched-by-name"])


def test_an_address_is_added_to_who_had_none(data: DataFile) -> None:
    stored_person(data, "Ann Lee")
    shown = only(compared(data, None, draft(("Ann Lee", "ann@a.example"), takes_part=False)))
    assert changes(shown) == {"email": ("", "ann@a.example")}


def test_a_namesake_with_another_address_is_somebody_else(data: DataFile) -> None:
    stored_person(data, "Ann Lee", email="ann@a.example")
    shown = only(compared(data, None, draft(("Ann Lee", "ann.lee2@a.example"), takes_part=False)))
    assert (shown.fate, codes(shown)) == (Fate.ADDED, ["row-same-name"])


def test_of_two_namesakes_in_the_file_only_one_is_who_is_stored_without_an_address(
    data: DataFile,
) -> None:
    stored_person(data, "Ann Lee")
    rows = ("Ann Lee", "one@a.example"), ("Ann Lee", "two@a.example")
    done = imported(data, None, draft(*rows, takes_part=False))
    assert fates(done) == [Fate.UPDATED, Fate.ADDED]
    assert codes(done.rows[1]) == ["row-same-name"]
    assert [one.email for one in people(data)] == ["one@a.example", "two@a.example"]


def test_two_rows_never_change_the_same_stored_person(data: DataFile) -> None:
    stored_person(data, "Ann Lee", email="ann@a.example")
    rows = ("Ann Smith", "ann@a.example"), ("Ann Lee", "")
    shown = compared(data, None, draft(*rows, takes_part=False))
    assert fates(shown) == [Fate.UPDATED, Fate.LEFT_OUT]
    assert codes(shown.rows[1]) == ["row-repeated-other"]


def test_a_name_that_several_have_is_not_guessed(data: DataFile) -> None:
    stored_person(data, "Ann Lee", email="one@a.example")
    stored_person(data, "Ann Lee", email="two@a.example")
    shown = only(compared(data, None, draft(("Ann Lee", ""), takes_part=False)))
    assert shown.fate is Fate.LEFT_OUT
    assert codes(shown) == ["row-name-ambiguous"]


def test_nobody_real_is_taken_for_one_of_the_sample(data: DataFile) -> None:
    add_sample(data)
    invented = people(data)[0]
    shown = only(compared(data, None, draft((invented.full_name, ""), takes_part=False)))
    assert shown.fate is Fate.ADDED
    row = (invented.full_name, invented.email, "", "", "Really here")
    imported(data, None, draft(row, takes_part=False))
    (kept,) = data.rows("SELECT is_sample FROM person WHERE id = ?", (invented.id,))
    assert not kept["is_sample"]


def test_the_same_person_twice_is_one(data: DataFile, programme_id: int) -> None:
    done = imported(data, programme_id, draft(ANN, ANN))
    assert fates(done) == [Fate.ADDED, Fate.REPEATED]
    assert len(people(data)) == 1


def test_the_same_person_with_other_details_is_a_problem(data: DataFile, programme_id: int) -> None:
    made = draft(ANN, (*ANN[:4], "Doctor", ""))
    shown = compared(data, programme_id, made)
    assert fates(shown) == [Fate.ADDED, Fate.LEFT_OUT]
    assert codes(shown.rows[1]) == ["row-repeated-other"]
    without_first = compared(data, programme_id, with_skipped(made, 1, skipped=True))
    assert fates(without_first) == [Fate.LEFT_OUT, Fate.ADDED]
    mended = compared(data, programme_id, with_cell(made, 2, 4, "Nurse"))
    assert fates(mended) == [Fate.ADDED, Fate.REPEATED]


def test_a_repeated_name_without_an_address_is_the_same_person(
    data: DataFile, programme_id: int
) -> None:
    shown = compared(data, programme_id, draft(ANN, ("Ann Lee", "", "Mentor", "", "Nurse", "")))
    assert codes(shown.rows[1]) == ["row-repeated-other"]


def test_rows_with_errors_and_skipped_rows_stay_out(data: DataFile, programme_id: int) -> None:
    made = draft(ANN, ("Bob Ray", "bob at a", "Mentor"), ("Cy Fox", "cy@a.example", "Mentor"))
    done = imported(data, programme_id, with_skipped(made, 3, skipped=True))
    assert fates(done) == [Fate.ADDED, Fate.LEFT_OUT, Fate.LEFT_OUT]
    assert [row.reason.code for row in done.rows if row.reason] == ["email-odd", "row-skipped"]
    assert [one.full_name for one in people(data)] == ["Ann Lee"]


# --- line managers ------------------------------------------------------------------------------


def test_line_managers_are_found_in_the_file_and_among_the_stored(
    data: DataFile, programme_id: int
) -> None:
    boss = stored_person(data, "Helen Ward", email="h@a.example")
    made = draft(
        ("Ann Lee", "ann@a.example", "Mentor", "Bob Ray"),
        ("Bob Ray", "bob@a.example", "Leader", "H@A.example"),
        ("Cy Fox", "cy@a.example", "Mentor", "WARD, Helen"),
    )
    imported(data, programme_id, made)
    assert person(data, "Ann Lee").line_manager_id == person(data, "Bob Ray").id
    assert person(data, "Bob Ray").line_manager_id == boss
    assert person(data, "Cy Fox").line_manager_id == boss


def test_a_line_manager_who_is_not_there_is_kept_as_written_until_they_arrive(
    data: DataFile, programme_id: int
) -> None:
    first = imported(data, programme_id, draft((*ANN[:3], "Ward, Helen")))
    assert codes(only(first)) == ["row-manager-unknown"]
    assert person(data, "Ann Lee").line_manager_text == "Helen Ward"
    second = imported(data, programme_id, draft(("Helen Ward", "h@a.example", "Leader")))
    ann, helen = person(data, "Ann Lee"), person(data, "Helen Ward")
    assert second.newly_managed == {ann.id: only(second).key}
    assert (ann.line_manager_id, ann.line_manager_text) == (helen.id, "")
    data.undo()
    assert person(data, "Ann Lee").line_manager_text == "Helen Ward"


def test_of_two_namesakes_no_line_manager_is_chosen(data: DataFile, programme_id: int) -> None:
    made = draft(
        ("Ann Lee", "ann@a.example", "Mentor", "Sam Fox"),
        ("Sam Fox", "one@a.example", "Leader"),
        ("Sam Fox", "two@a.example", "Leader"),
    )
    done = imported(data, programme_id, made)
    assert codes(done.rows[0]) == ["row-manager-ambiguous"]
    assert person(data, "Ann Lee").line_manager_text == "Sam Fox"


def test_of_two_namesakes_the_line_manager_already_stored_stays(data: DataFile) -> None:
    boss = stored_person(data, "Sam Fox", email="one@a.example")
    stored_person(data, "Sam Fox", email="two@a.example")
    stored_person(data, "Ann Lee", email="ann@a.example", line_manager_id=boss)
    row = ("Ann Lee", "ann@a.example", "", "Sam Fox")
    shown = only(compared(data, None, draft(row, takes_part=False)))
    assert (shown.fate, codes(shown)) == (Fate.UNCHANGED, [])


def test_a_circle_of_line_managers_is_an_error_of_every_row_in_it(
    data: DataFile, programme_id: int
) -> None:
    made = draft(
        ("Ann Lee", "ann@a.example", "Mentor", "Bob Ray"),
        ("Bob Ray", "bob@a.example", "Mentor", "Cy Fox"),
        ("Cy Fox", "cy@a.example", "Mentor", "Ann Lee"),
        ("Di Orr", "di@a.example", "Mentor", "Ann Lee"),
    )
    shown = compared(data, programme_id, made)
    assert [codes(row) for row in shown.rows] == [
        ["row-manager-circle"],
        ["row-manager-circle"],
        ["row-manager-circle"],
        ["row-manager-unknown"],
    ]
    assert shown.rows[0].problems[0].params["chain"] == "Ann Lee → Bob Ray → Cy Fox → Ann Lee"
    mended = compared(data, programme_id, with_cell(made, 3, 3, ""))
    assert fates(mended) == [Fate.ADDED] * 4


def test_a_circle_by_way_of_stored_people_is_an_error(data: DataFile) -> None:
    ann = stored_person(data, "Ann Lee", email="ann@a.example")
    stored_person(data, "Bob Ray", email="bob@a.example", line_manager_id=ann)
    row = ("Ann Lee", "ann@a.example", "", "Bob Ray")
    shown = only(compared(data, None, draft(row, takes_part=False)))
    assert codes(shown) == ["row-manager-circle"]


def test_linking_a_manager_who_arrives_never_closes_a_circle(data: DataFile) -> None:
    boss = stored_person(data, "Old Boss", line_manager_text="Ann Lee")
    row = ("Ann Lee", "ann@a.example", "", "Old Boss")
    done = imported(data, None, draft(row, takes_part=False))
    assert done.newly_managed == {}
    assert person(data, "Ann Lee").line_manager_id == boss
    assert person(data, "Old Boss").line_manager_text == "Ann Lee"


def test_being_ones_own_line_manager_is_an_error(data: DataFile, programme_id: int) -> None:
    shown = only(compared(data, programme_id, draft((*ANN[:3], "ann@a.example"))))
    assert codes(shown) == ["row-own-manager"]


def test_who_is_left_out_is_nobodys_line_manager(data: DataFile, programme_id: int) -> None:
    made = draft(
        ("Ann Lee", "ann@a.example", "Mentor", "Bob Ray"),
        ("Bob Ray", "bob@a.example", ""),
    )
    done = imported(data, programme_id, made)
    assert codes(done.rows[1]) == ["row-no-role"]
    assert codes(done.rows[0]) == ["row-manager-unknown"]
    assert person(data, "Ann Lee").line_manager_text == "Bob Ray"


# --- parts in the programme ---------------------------------------------------------------------


def test_a_role_left_out_on_purpose_brings_the_person_without_a_part(
    data: DataFile, programme_id: int
) -> None:
    made = draft(ANN, ("Bob Ray", "bob@a.example", "Observer"))
    done = imported(data, programme_id, with_value(made, Target.ROLE, "observer", ""))
    assert fates(done) == [Fate.ADDED, Fate.ADDED]
    assert participation(data, programme_id, person(data, "Bob Ray").id) is None


def test_who_was_there_already_joins_the_programme(data: DataFile, programme_id: int) -> None:
    stored_person(data, "Ann Lee", email="ann@a.example", job_title="Nurse")
    done = only(imported(data, programme_id, draft(ANN)))
    assert changes(done) == {"role": (None, Role.MENTOR)}
    assert participation(data, programme_id, person(data, "Ann Lee").id) is not None


def test_a_role_cannot_change_while_paired(data: DataFile, programme_id: int) -> None:
    stored_pair(data, programme_id, "Ann Lee", "Bob Ray")
    shown = compared(
        data, programme_id, draft(("Ann Lee", "", "Leader"), ("Bob Ray", "", "Leader"))
    )
    assert fates(shown) == [Fate.LEFT_OUT, Fate.UNCHANGED]
    assert "role-while-paired" in codes(shown.rows[0])


def test_who_withdraws_stays_in_the_pair_with_a_warning(data: DataFile, programme_id: int) -> None:
    stored_pair(data, programme_id, "Ann Lee", "Bob Ray")
    header = ("Name", "Mentor or leader?", "Status")
    made = draft(("Ann Lee", "Mentor", "Dropped out"), header=header)
    done = only(imported(data, programme_id, made))
    assert "row-withdrawal-in-pair" in codes(done)
    assert changes(done) == {"state": (ParticipationState.CONFIRMED, ParticipationState.WITHDRAWN)}
    assert len(data.rows("SELECT 1 FROM pair WHERE state = 'agreed'")) == 1


WISHES = ("Name", "Email", "Mentor or leader?", "Rather not be paired with")


def test_wishes_are_added_to_the_private_list_and_never_taken_off(
    data: DataFile, programme_id: int
) -> None:
    rows = [("Bob Ray", "bob@a.example", "Leader"), ("Cy Fox", "cy@a.example", "Leader")]
    first = draft(("Ann Lee", "ann@a.example", "Mentor", "Bob Ray"), *rows, header=WISHES)
    imported(data, programme_id, first)
    second = draft(("Ann Lee", "ann@a.example", "Mentor", "cy@a.example"), *rows, header=WISHES)
    done = imported(data, programme_id, second)
    assert changes(done.rows[0]) == {"not_with": (("Bob Ray",), ("Bob Ray", "Cy Fox"))}
    part = participation(data, programme_id, person(data, "Ann Lee").id)
    assert part is not None
    assert part.not_with == {person(data, "Bob Ray").id, person(data, "Cy Fox").id}
    again = imported(data, programme_id, first)
    assert again.rows[0].fate is Fate.UNCHANGED


def test_a_wish_about_nobody_known_is_said(data: DataFile, programme_id: int) -> None:
    made = draft(("Ann Lee", "ann@a.example", "Mentor", "Sam Fox"), header=WISHES)
    assert codes(only(compared(data, programme_id, made))) == ["row-not-with-unknown"]


def test_a_wish_about_a_name_that_two_have_holds_for_both(
    data: DataFile, programme_id: int
) -> None:
    one = stored_person(data, "Sam Fox", email="one@a.example")
    two = stored_person(data, "Sam Fox", email="two@a.example")
    made = draft(("Ann Lee", "ann@a.example", "Mentor", "Sam Fox"), header=WISHES)
    done = only(imported(data, programme_id, made))
    assert codes(done) == ["row-not-with-several"]
    part = participation(data, programme_id, person(data, "Ann Lee").id)
    assert part is not None
    assert part.not_with == {one, two}


def test_columns_that_hold_something_and_go_nowhere_are_named(
    data: DataFile, programme_id: int
) -> None:
    header = ("Name", "Mentor or leader?", "Shoe size", "Empty")
    shown = compared(data, programme_id, draft(("Ann Lee", "Mentor", 38.0, ""), header=header))
    assert shown.unread_columns == ("Shoe size",)


def test_columns_about_a_part_count_as_left_out_where_nobody_takes_part(data: DataFile) -> None:
    made = draft(("Ann Lee", "ann@a.example", "Mentor"), takes_part=False)
    assert compared(data, None, made).unread_columns == ("Mentor or leader?",)


def test_people_without_a_part_keep_their_notes_out(data: DataFile) -> None:
    made = replace(draft((*ANN[:5], "a note")), takes_part=False)
    imported(data, None, made)
    assert data.rows("SELECT 1 FROM participation") == []
