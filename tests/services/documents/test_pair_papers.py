"""What stands on a pair's papers comes from what is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.participation import ParticipationDetails, Role
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.people.own_values import set_consent, set_own_value
from revmentor_desktop.services.people.reading import participants, person
from revmentor_desktop.services.people.writing import (
    add_person,
    save_participation,
    save_person,
    take_part,
)
from revmentor_desktop.services.programmes.writing import name_organisation, present_organisation
from revmentor_desktop.services.setup.reading import decided
from revmentor_desktop.services.setup.writing import save_plan
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import move_milestone, person_details, stored_pair, stored_programme
from tests.documents.logos import images_held
from tests.documents.reading_back import text
from tests.logo_example import striped_logo
from tests.services.documents.agreements import agreements


def test_everything_that_is_known_stands_in_the_values(data: DataFile) -> None:
    programme = stored_programme(
        data,
        "Front-line voices",
        purpose="Leaders hear the wards.",
        start_date=date(2027, 1, 19),
        session_count=5,
        session_minutes=45,
        weeks_between=3,
    )
    name_organisation(data, "Harbour Care")
    mentor = add_person(data, person_details("Mei Brown", job_title="Nurse"))
    leader = add_person(data, person_details("David Price", job_title="Chief Executive"))
    take_part(data, programme, [mentor], ParticipationDetails(role=Role.MENTOR))
    take_part(data, programme, [leader], ParticipationDetails(role=Role.MENTEE))
    agree_at_once(data, programme, mentor, leader)

    (agreement,) = agreements(data, programme)
    values = agreement.values
    mei, david = values.mentor, values.mentee
    assert (mei.name, mei.short, mei.job) == ("Mei Brown", "Mei", "Nurse")
    assert (david.name, david.short, david.job) == ("David Price", "David", "Chief Executive")
    about, details = values.programme, values.programme.details
    assert (details.name, about.organisation) == ("Front-line voices", "Harbour Care")
    assert details.purpose == "Leaders hear the wards."
    assert (details.session_count, details.session_minutes, details.weeks_between) == (5, 45, 3)
    assert about.day("first-session") == date(2027, 1, 19)
    assert about.day("close") == date(2027, 5, 4)
    assert values.reference == agreement.pair.reference
    assert agreement.unprintable == ""


@pytest.mark.parametrize("agreed", [None, True, False])
def test_of_a_partner_the_pack_says_only_what_they_agreed_to_share(
    data: DataFile, *, agreed: bool | None
) -> None:
    own = OwnField(key="", label="Shift", is_shown_to_partner=True)
    hidden = OwnField(key="", label="Allergy")
    special = OwnField(
        key="", label="Faith", is_shown_to_partner=True, is_special=True, special_purpose="Rooms"
    )
    programme = stored_programme(data, "Voices")
    now = decided(data, programme)
    part = now.plan.taking_part
    for field in (own, hidden, special):
        part = part.with_own_field(field)
    save_plan(data, programme, now.details, replace(now.plan, taking_part=part))
    pair_id = stored_pair(data, programme, "Mei Brown", "David Price")
    for one in participants(data, programme):
        known = person(data, one.person.id)
        told = replace(known, about_me="I sing.", offers=("Night work",), wants=("Budgets",))
        save_person(data, one.person.id, told)
        for field in decided(data, programme).plan.taking_part.own_fields:
            if field.is_special:
                set_consent(data, programme, one.person.id, field.key, date(2026, 1, 1))
            set_own_value(data, programme, one.person.id, field.key, f"Says {field.label}")
        details = ParticipationDetails(role=one.participation.role, answers_agreed=agreed)
        save_participation(data, programme, one.person.id, details)
    for kind, listed in ((PaperKind.MENTOR_PACK, "Budgets"), (PaperKind.LEADER_PACK, "Night work")):
        (pack,) = pair_papers(data, programme, [kind], [pair_id])
        said = text(pack.pdf())
        for words in ("I sing.", listed, "Says Shift"):
            assert (words in said) is (agreed is not False), words
        assert "Says Allergy" not in said
        assert "Says Faith" not in said


def test_the_days_are_those_of_the_milestones(data: DataFile) -> None:
    programme = stored_programme(data, start_date=date(2027, 3, 29))  # Easter Monday
    stored_pair(data, programme, "Mei Brown", "David Price")

    def days() -> tuple[date | None, date | None]:
        (agreement,) = agreements(data, programme)
        values = agreement.values
        return values.programme.day("first-session"), values.programme.day("close")

    assert days() == (date(2027, 3, 30), date(2027, 9, 14))
    move_milestone(data, programme, "close", date(2027, 10, 1))
    assert days() == (date(2027, 3, 30), date(2027, 10, 1))


@pytest.mark.parametrize(
    ("mentor", "leader", "short"),
    [
        ("David Brown", "David Price", ("David Brown", "David Price")),
        ("Mei Brown", "David Price", ("Mei", "David")),
        ("david Brown", "DAVID Price", ("david Brown", "DAVID Price")),
    ],
)
def test_first_names_are_used_when_they_tell_the_two_apart(
    data: DataFile, mentor: str, leader: str, short: tuple[str, str]
) -> None:
    programme = stored_programme(data)
    stored_pair(data, programme, mentor, leader)
    (agreement,) = agreements(data, programme)
    assert (agreement.values.mentor.short, agreement.values.mentee.short) == short


def test_characters_that_cannot_be_printed_are_named(data: DataFile) -> None:
    programme = stored_programme(data)
    stored_pair(data, programme, "李明 Brown", "David 😀李")
    (agreement,) = agreements(data, programme)
    assert agreement.unprintable == "李明😀"


def test_only_the_pairs_asked_for(data: DataFile) -> None:
    programme = stored_programme(data)
    first = stored_pair(data, programme, "A One", "B Two")
    second = stored_pair(data, programme, "C Three", "D Four")
    assert [a.pair.id for a in agreements(data, programme)] == [first, second]
    assert [a.pair.id for a in agreements(data, programme, [second])] == [second]
    assert agreements(data, programme, []) == []


def test_file_names_are_those_of_the_pair(data: DataFile) -> None:
    programme = stored_programme(data)
    stored_pair(data, programme, "Mei Brown", "../David")
    (agreement,) = agreements(data, programme)
    assert agreement.file_name == f"Mei Brown and David agreement {agreement.pair.reference}.pdf"


def test_a_programme_that_is_gone_is_said(data: DataFile) -> None:
    with pytest.raises(KnownError) as error:
        agreements(data, 99)
    assert error.value.code == "programme-gone"


def test_the_logo_stands_on_the_papers_and_is_no_other_wording(data: DataFile) -> None:
    programme = stored_programme(data)
    stored_pair(data, programme, "Mei Brown", "David Price")
    (before,) = agreements(data, programme)
    present_organisation(data, "", striped_logo())
    (agreement,) = agreements(data, programme)
    assert agreement.values.programme.logo == striped_logo()
    assert images_held(agreement.pdf()) == 1
    assert (agreement.wording, agreement.said) == (before.wording, before.said)
