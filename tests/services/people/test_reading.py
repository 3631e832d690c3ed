"""Questions about people: order, addresses, words in use."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.grades import GradeInUse
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.services.people.reading import (
    grades_in_use,
    participants,
    participation,
    people,
    person,
    person_by_email,
    words_in_use,
)
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_leader, stored_mentor, stored_person, stored_programme

UNSORTED = ("Ann Zola", "Zoë Ångström", "Bob Angel", "anna zola", "Li")


def test_people_come_by_surname_without_accents_and_case(data: DataFile) -> None:
    for name in UNSORTED:
        stored_person(data, name)
    assert [one.full_name for one in people(data)] == [
        "Li",
        "Bob Angel",
        "Zoë Ångström",
        "Ann Zola",
        "anna zola",
    ]


def test_participants_come_by_surname_with_their_part_in_that_programme(data: DataFile) -> None:
    here, there = stored_programme(data), stored_programme(data)
    mei = stored_mentor(data, here, "Mei Brown", not_with=frozenset({1}), own_partners=2)
    stored_leader(data, here, "David Abbot")
    stored_leader(data, there, "Helen Ward")
    found = participants(data, here)
    assert [(one.person.full_name, one.participation.role) for one in found] == [
        ("David Abbot", Role.MENTEE),
        ("Mei Brown", Role.MENTOR),
    ]
    assert found[1].participation == participation(data, here, mei)
    assert participants(data, 99) == []


def test_an_address_finds_its_person_in_any_case(data: DataFile) -> None:
    mei = stored_person(data, email="mei@example.org")
    assert person_by_email(data, " MEI@Example.org ").id == mei


@pytest.mark.parametrize("email", ["", "%", "nobody@example.org", "' OR 1=1 --"])
def test_an_unknown_address_is_told(data: DataFile, email: str) -> None:
    stored_person(data)  # has none
    stored_person(data, email="mei@example.org")
    with pytest.raises(KnownError) as raised:
        person_by_email(data, email)
    assert (raised.value.code, raised.value.params) == ("email-unknown", {"email": email})


def test_whoever_is_gone_is_told(data: DataFile) -> None:
    with pytest.raises(KnownError) as raised:
        person(data, 1)
    assert raised.value.code == "person-gone"


def test_words_in_use_are_offered_sorted_and_once(data: DataFile) -> None:
    stored_person(data, department="home care", offers=("Zoom",), wants=("Budgets",))
    stored_person(data, department="Émile House", offers=("Zoom", "excel"), interests=("chess",))
    stored_person(data, department="home care")
    assert words_in_use(data, "department") == ["Émile House", "home care"]
    skills = ["Budgets", "excel", "Zoom"]
    assert words_in_use(data, "offers") == words_in_use(data, "wants") == skills
    assert words_in_use(data, "interests") == ["chess"]
    for field in ("site", "job_title", "grade"):
        assert words_in_use(data, field) == []


def test_grades_in_use_are_counted_whatever_their_spelling(data: DataFile) -> None:
    assert grades_in_use(data) == ()
    for grade in ("Manager", "manager", "manager", "Band  7", "band 7", ""):
        stored_person(data, grade=grade)
    assert grades_in_use(data) == (GradeInUse("Band 7", 2), GradeInUse("manager", 3))


def test_a_part_has_as_many_partners_as_its_programme_says_or_a_number_of_its_own(
    data: DataFile,
) -> None:
    here, there = stored_programme(data), stored_programme(data)
    for programme in (here, there):
        stored_leader(data, programme, "David Abbot")
        stored_mentor(data, programme, "Mei Brown")
        stored_mentor(data, programme, "Sue Grant", own_partners=1)

    def most(programme: int) -> list[int]:
        return [one.participation.most_partners for one in participants(data, programme)]

    assert most(here) == most(there) == [1, 1, 1]
    save_section(data, here, "pairing", PairingChoices(mentor_partners=2, mentee_partners=3))
    assert (most(here), most(there)) == ([3, 2, 1], [1, 1, 1])
    data.undo()
    assert most(here) == [1, 1, 1]
    data.redo()
    assert most(here) == [3, 2, 1]
    data.undo()
    # As it was stored before programmes decided that.
    save_section(data, here, "pairing", PairingChoices())
    with data.transaction() as session:
        session.connection().exec_driver_sql("UPDATE plan_section SET content = '{}'")
    assert most(here) == [1, 1, 1]
