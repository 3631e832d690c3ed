"""Who gets which letter, and what it says to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from revmentor_desktop.domain.applications import Decision, RefusalReason
from revmentor_desktop.domain.letters import LetterText, Part, known_blanks
from revmentor_desktop.domain.participation import ParticipationDetails, ParticipationState, Role
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.services.applications.writing import decide
from revmentor_desktop.services.letters.content import letters, refusal_reasons
from revmentor_desktop.services.letters.reading import Mailing, mailing, mailings
from revmentor_desktop.services.letters.writing import restore_text, save_sender, save_text
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.people.reading import person
from revmentor_desktop.services.people.writing import save_participation, save_person
from revmentor_desktop.services.programmes.writing import name_organisation
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import dump, stored_leader, stored_mentor, stored_person, stored_programme


@pytest.fixture
def programme(data: DataFile) -> int:
    """A programme of an organisation, with somebody in most states."""
    made = stored_programme(
        data,
        "Front-line voices",
        purpose="Leaders hear more.",
        start_date=date(2027, 5, 4),
        session_count=6,
    )
    name_organisation(data, "Harbour Care")
    save_sender(data, made, "Dana Whitfield", "dana@harbour.example")
    stored_mentor(data, made, "Mei Brown", state=ParticipationState.INVITED)
    stored_leader(
        data, made, "Ann Ash", state=ParticipationState.INVITED, opted_in_on=date(2027, 1, 4)
    )
    stored_mentor(data, made, "Zofia Adamska", state=ParticipationState.REFUSED)
    stored_mentor(data, made, "Liam Byrne", state=ParticipationState.RESERVE)
    stored_leader(data, made, "David Price", state=ParticipationState.CONFIRMED)
    karl = stored_leader(data, made, "Karl Meyer")
    agree_at_once(data, made, stored_mentor(data, made, "Omar Haddad"), karl)
    paused = ParticipationDetails(role=Role.MENTEE, state=ParticipationState.PAUSED)
    save_participation(data, made, karl, paused)
    stored_mentor(data, made, "Idris Bello", state=ParticipationState.WITHDRAWN)
    return made


def names(found: Mailing) -> list[str]:
    return [one.name for one in found.recipients]


@pytest.mark.parametrize(
    ("key", "who"),
    [
        ("invitation", ["Ann Ash", "Mei Brown"]),
        ("reminder", ["Mei Brown"]),
        ("acceptance", ["Omar Haddad", "David Price"]),
        ("pack", ["Omar Haddad"]),
        ("agreement-reminder", ["Omar Haddad"]),
        ("refusal", ["Zofia Adamska"]),
        ("reserve", ["Liam Byrne"]),
        ("thank-you", ["Omar Haddad", "Karl Meyer"]),
        ("sponsor-message", [""]),
        ("line-manager-note", ["", ""]),
    ],
)
def test_everybody_gets_the_letter_of_their_state(
    data: DataFile, programme: int, key: str, who: list[str]
) -> None:
    assert names(mailing(data, programme, key)) == who


def test_a_letter_is_filled_for_each_person_and_side(data: DataFile, programme: int) -> None:
    found = mailing(data, programme, "invitation")
    to_leader, to_mentor = map(found.filled, found.recipients)
    assert to_mentor.is_whole
    assert to_mentor.subject == "Would you like to be a mentor? Front-line voices"
    assert to_mentor.body.startswith("Hello Mei,\n\nWe are starting Front-line voices at Harbour")
    assert "six sessions of 60 minutes, about every four weeks" in to_mentor.body
    assert "please reply by Tuesday 23 March 2027" in to_mentor.body
    assert to_mentor.body.endswith("Dana Whitfield")
    assert to_leader.subject.startswith("An invitation to listen")
    assert "{" not in to_leader.body + to_mentor.body


def test_the_roles_are_called_what_the_programme_calls_them(data: DataFile, programme: int) -> None:
    part = TakingPart(
        mentor_name=RoleName(one="Guide", several="Guides"),
        mentee_name=RoleName(one="Executive", several="Executives"),
    )
    save_section(data, programme, "taking_part", part)
    found = mailing(data, programme, "reminder")
    text = found.filled(found.recipients[0]).body
    assert "like to be a guide" in text
    assert "an executive learns from you" in text
    message = mailing(data, programme, "sponsor-message")
    assert "executives learn from guides" in message.filled(message.recipients[0]).body


def test_what_cannot_be_filled_is_named(data: DataFile, programme: int) -> None:
    save_sender(data, programme, "", "")
    found = mailing(data, programme, "reminder")
    assert found.filled(found.recipients[0]).empty == ("sender",)
    odd = LetterText(subject="{programm}", body="{first_name}")
    assert found.filled(found.recipients[0], odd).unknown == ("{programm}",)


def test_without_dates_and_names_the_letters_still_fill(data: DataFile) -> None:
    bare = stored_programme(data)
    save_sender(data, bare, "Dana", "")
    stored_mentor(data, bare, "Mei Brown", state=ParticipationState.INVITED)
    stored_leader(data, bare, "Ann Ash", state=ParticipationState.CONFIRMED)
    for one in mailings(data, bare):
        for recipient in one.recipients:
            assert set(one.filled(recipient).empty) <= {"sponsor"}


def test_a_refusal_gives_the_reason_of_the_application(data: DataFile, programme: int) -> None:
    found = mailing(data, programme, "refusal")
    (refused,) = found.recipients
    assert refusal_reasons()["none"] in found.filled(refused).body
    decide(
        data, programme, [refused.id], Decision.REFUSE, date(2027, 4, 1), RefusalReason.PLACES_FULL
    )
    found = mailing(data, programme, "refusal")
    assert refusal_reasons()["places-full"] in found.filled(found.recipients[0]).body


def test_a_line_manager_hears_about_the_member_of_their_team(
    data: DataFile, programme: int
) -> None:
    manager = stored_person(data, "Rob Clarke", email="rob@harbour.example")
    _, david = mailing(data, programme, "acceptance").recipients
    save_person(data, david.id, replace(person(data, david.id), line_manager_id=manager))
    *_, to_rob = mailing(data, programme, "line-manager-note").recipients
    assert (to_rob.name, to_rob.email, to_rob.about) == (
        "Rob Clarke",
        "rob@harbour.example",
        "David Price",
    )
    found = mailing(data, programme, "line-manager-note")
    assert "Hello Rob," in found.filled(to_rob).body
    assert "David Price has come forward" in found.filled(to_rob).body
    general = found.filled(found.recipients[0])
    assert general.is_whole
    assert general.body.startswith("Hello,")


def test_every_placeholder_that_is_offered_has_a_value(data: DataFile, programme: int) -> None:
    for one in mailings(data, programme):
        for variant in one.letter.texts:
            assert set(known_blanks(one.letter)) - set(one.shared[variant]) <= {
                "first_name",
                "full_name",
                "participant",
                "reason",
                "papers",
                "reference",
            }


def test_the_officers_wording_is_kept_marked_and_taken_back(data: DataFile, programme: int) -> None:
    before = dump(data)
    original = mailing(data, programme, "invitation").text("mentor")
    mine = replace(original, subject=" My subject \n", body="Dear {first_name},\r\n\r\ncome.")
    save_text(data, programme, "invitation", "mentor", mine)
    found = mailing(data, programme, "invitation")
    assert found.text("mentor") == LetterText(
        subject="My subject", body="Dear {first_name},\n\ncome."
    )
    assert found.is_changed("mentor")
    assert found.is_changed("mentor", Part.BODY)
    assert not found.is_changed("mentee")
    assert found.is_own
    restore_text(data, programme, "invitation", "mentor")
    assert not mailing(data, programme, "invitation").is_own
    assert dump(data) == before


def test_an_empty_part_is_as_it_came_and_other_words_stay(data: DataFile, programme: int) -> None:
    original = mailing(data, programme, "invitation").text("mentor")
    save_text(data, programme, "invitation", "mentor", replace(original, subject="Mine", body=" "))
    found = mailing(data, programme, "invitation")
    assert found.text("mentor") == replace(original, subject="Mine")
    assert plan(data, programme).words["letter.sender"] == "Dana Whitfield"


def test_storing_what_stands_there_already_is_no_change(data: DataFile, programme: int) -> None:
    undo = data.undo_words
    for one in letters():
        for variant, text in one.texts.items():
            with data.words("Nothing"):
                save_text(data, programme, one.key, variant, text)
    assert data.undo_words == undo


def test_days_that_a_wording_names_and_that_are_over_are_known(
    data: DataFile, programme: int
) -> None:
    found = mailing(data, programme, "invitation")
    text = LetterText(subject="{first_session}", body="{apply_by} {sender}")
    assert found.over(text, date(2027, 3, 23)) == ()
    assert found.over(text, date(2027, 3, 24)) == ("apply_by",)
    assert found.over(text, date(2027, 5, 5)) == ("apply_by", "first_session")
