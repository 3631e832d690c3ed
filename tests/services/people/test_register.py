"""The register: everybody as the People page lists them."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.errors import InvalidField
from revmentor_desktop.domain.participation import ParticipationDetails, Role
from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.people.reading import people
from revmentor_desktop.services.people.register import Register
from revmentor_desktop.services.people.writing import (
    add_participant,
    add_person,
    remove_people,
    save_person,
    set_role,
    take_part,
)
from revmentor_desktop.services.programmes.writing import add_programme
from revmentor_desktop.storage.data_file import DataFile

MENTOR = ParticipationDetails(role=Role.MENTOR)
LEADER = ParticipationDetails(role=Role.MENTEE)


def programme(data: DataFile, name: str) -> int:
    return add_programme(data, ProgrammeDetails(name=name))


def test_an_entry_names_partners_other_programmes_and_manager(data: DataFile) -> None:
    here, there = programme(data, "Front-line voices"), programme(data, "Digital")
    helen = add_participant(data, here, PersonDetails(first_name="Helen", last_name="Ward"), LEADER)
    mei = add_participant(
        data,
        here,
        PersonDetails(first_name="Mei", last_name="Brown", line_manager_text="R. C."),
        MENTOR,
    )
    add_person(data, PersonDetails(first_name="Idris", last_name="Ång", line_manager_id=mei))
    take_part(data, there, [helen], MENTOR)
    agree_at_once(data, here, mei, helen)

    entries = Register(data).entries(here)
    assert [entry.person.last_name for entry in entries] == ["Ång", "Brown", "Ward"]
    ang, brown, ward = entries
    assert (ward.partners, brown.partners, ang.partners) == (("Mei Brown",), ("Helen Ward",), ())
    assert ward.elsewhere == (("Digital", Role.MENTOR),)
    assert (brown.line_manager, ang.line_manager) == ("R. C.", "Mei Brown")
    assert ang.participation is None


def test_without_a_programme_every_programme_is_another_one(data: DataFile) -> None:
    here = programme(data, "Front-line voices")
    add_participant(data, here, PersonDetails(first_name="Helen"), LEADER)
    (helen,) = Register(data).entries(None)
    assert helen.participation is None
    assert helen.elsewhere == (("Front-line voices", Role.MENTEE),)


def test_what_has_not_changed_comes_back_as_the_same_object(data: DataFile) -> None:
    here = programme(data, "Front-line voices")
    for name in ("Adaeze", "Mei", "Zofia"):
        add_participant(data, here, PersonDetails(first_name=name), MENTOR)
    register = Register(data)
    adaeze, mei, zofia = register.entries(here)
    save_person(data, mei.person.id, PersonDetails(first_name="Mei", job_title="Nurse"))
    assert [entry.person.job_title for entry in register.entries(here)] == ["", "Nurse", ""]
    again = register.entries(here)
    assert again[0] is adaeze
    assert again[2] is zofia
    remove_people(data, [mei.person.id])
    assert register.entries(here) == [adaeze, zofia]
    data.undo()
    assert [entry.person.job_title for entry in register.entries(here)] == ["", "Nurse", ""]


def test_the_search_key_has_neither_case_nor_accents(data: DataFile) -> None:
    details = PersonDetails(
        first_name="Zoë",
        last_name="ŻÓŁKOWSKI",
        email="zz@x.org",
        job_title="Café lead",
        department="R&D",
        offers=("Élan",),
        wants=("<b>",),
        about_me="secret",
    )
    add_person(data, details)
    (entry,) = Register(data).entries(None)
    for word in ("zoe zolkowski", "zz@x.org", "cafe", "r&d", "elan", "<b>"):
        assert word in entry.search_key
    assert "secret" not in entry.search_key


def test_missing_names_what_pairing_needs_by_role(data: DataFile) -> None:
    here = programme(data, "Front-line voices")
    details = PersonDetails(first_name="Mei", email="mei@x.org", department="Care", offers=("AI",))
    mei = add_participant(data, here, details, MENTOR)
    register = Register(data)
    assert register.entries(here)[0].missing == ("job_title", "slots")
    set_role(data, here, [mei], Role.MENTEE)
    assert register.entries(here)[0].missing == ("job_title", "slots", "wants")


def test_a_new_participant_is_one_step_and_all_or_nothing(data: DataFile) -> None:
    here = programme(data, "Front-line voices")
    details = PersonDetails(first_name="Mei", email="mei@x.org")
    add_participant(data, here, details, MENTOR)
    with pytest.raises(InvalidField):
        add_participant(data, here, details, MENTOR)
    assert len(people(data)) == 1
    data.undo()
    assert people(data) == []


def test_the_role_of_somebody_in_a_pair_stays_and_the_error_says_whose(data: DataFile) -> None:
    here = programme(data, "Front-line voices")
    mei = add_participant(data, here, PersonDetails(first_name="Mei", last_name="Brown"), MENTOR)
    helen = add_participant(data, here, PersonDetails(first_name="Helen"), LEADER)
    agree_at_once(data, here, mei, helen)
    with pytest.raises(InvalidField) as caught:
        set_role(data, here, [mei], Role.MENTEE)
    assert (caught.value.code, caught.value.params) == ("role-while-paired", {"name": "Mei Brown"})
