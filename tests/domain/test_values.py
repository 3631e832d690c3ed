"""The small properties of people, parts, programmes, pairs and errors."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.people import PersonDetails
from tests.builders import pair, participant, person_details


@pytest.mark.parametrize(
    ("details", "full_name", "initials"),
    [
        (person_details("Mei Brown"), "Mei Brown", "MB"),
        (person_details("Mei"), "Mei", "M"),
        (PersonDetails(last_name="Brown"), "Brown", "B"),
        (PersonDetails(first_name="ægir", last_name="øst"), "ægir øst", "ÆØ"),
    ],
)
def test_names_are_said_as_people_say_them(
    details: PersonDetails, full_name: str, initials: str
) -> None:
    assert (details.full_name, details.initials) == (full_name, initials)


def test_the_other_role_is_the_partners() -> None:
    assert Role.MENTOR.other is Role.MENTEE
    assert Role.MENTEE.other is Role.MENTOR


@pytest.mark.parametrize(
    ("number", "reference"), [(7, "RM-0007"), (42, "RM-0042"), (12345, "RM-12345")]
)
def test_a_pair_is_known_by_its_reference(number: int, reference: str) -> None:
    both = participant(1, Role.MENTOR), participant(2, Role.MENTEE)
    assert pair(number, *both).reference == reference


def test_values_cannot_be_changed_by_who_was_given_them() -> None:
    with pytest.raises(FrozenInstanceError):
        person_details().first_name = "Ann"  # type: ignore[misc]  # that is the point


def test_an_error_is_a_code_and_what_fills_its_sentence() -> None:
    error = InvalidField("email", "email-odd", text="mei")
    assert isinstance(error, KnownError)
    assert (str(error), error.code, error.params, error.field) == (
        "email-odd",
        "email-odd",
        {"text": "mei"},
        "email",
    )
