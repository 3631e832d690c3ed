"""What may stand in a field, and what is said when it may not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain import checks
from revmentor_desktop.domain.checks import PARTICIPATION, PERSON, PROGRAMME, checked, email, tags
from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.participation import ParticipationDetails
from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.domain.text import fold

entries = st.lists(st.text(max_size=20), max_size=20)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Mei.Brown@Harbour-Care.example ", "mei.brown@harbour-care.example"),
        ("o'neil+hr@sub.example.org", "o'neil+hr@sub.example.org"),
        ("zoë@exämple.org", "zoë@exämple.org"),
        ("a\u200bb@example.org", "ab@example.org"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_addresses_are_kept_in_lower_case(typed: str, kept: str) -> None:
    assert email(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "mei",
        "mei@",
        "@example.org",
        "mei@example",
        "mei brown@example.org",
        "mei@exam ple.org",
        "mei@@example.org",
        "a@b.org, c@d.org",
        "a@b.org;c@d.org",
        '"Smith, Ann" <a@b.org>',
        "a@b.org\nBcc: evil@example.org",
    ],
)
def test_what_is_not_one_address_is_refused(typed: str) -> None:
    with pytest.raises(KnownError) as raised:
        email(typed)
    assert raised.value.code == "email-odd"


@given(st.emails())
def test_an_address_once_cleaned_stays_so(address: str) -> None:
    try:
        kept = email(address)
    except KnownError:  # Such as quoted spaces: allowed on paper, never seen in a staff list.
        return
    assert email(kept) == kept


@given(entries)
def test_entries_once_cleaned_stay_so(typed: list[str]) -> None:
    kept = tags(typed)
    assert tags(kept) == kept


@given(entries)
def test_entries_are_none_empty_none_twice_and_in_order(typed: list[str]) -> None:
    kept = tags(typed)
    assert all(kept)
    assert len({fold(entry) for entry in kept}) == len(kept)
    first_seen = dict.fromkeys(fold(tags([entry])[0]) for entry in typed if tags([entry]))
    assert [fold(entry) for entry in kept] == list(first_seen)


def test_the_first_spelling_of_an_entry_is_kept() -> None:
    assert tags(["Zoom", " zoom ", "ZOOM", "Teams"]) == ("Zoom", "Teams")


def test_a_list_has_an_end() -> None:
    numbers = [str(number) for number in range(checks.TAGS_LIMIT + 1)]
    assert len(tags(numbers[:-1])) == checks.TAGS_LIMIT
    with pytest.raises(KnownError) as raised:
        tags(numbers)
    assert raised.value.code == "too-many-entries"
    assert raised.value.params == {"count": checks.TAGS_LIMIT + 1, "limit": checks.TAGS_LIMIT}


@pytest.mark.parametrize(
    ("rules", "field", "value", "code"),
    [
        (PERSON, "email", "mei", "email-odd"),
        (PERSON, "first_name", "x" * 201, "text-too-long"),
        (PERSON, "about_me", "x" * 5001, "text-too-long"),
        (PERSON, "interests", ["x" * 101], "text-too-long"),
        (PERSON, "start_date", date(1929, 12, 31), "date-odd"),
        (PERSON, "start_date", date(2101, 1, 1), "date-odd"),
        (PARTICIPATION, "own_partners", 0, "number-odd"),
        (PARTICIPATION, "own_partners", 11, "number-odd"),
        (PARTICIPATION, "opted_in_on", date(1, 1, 1), "date-odd"),
        (PROGRAMME, "name", " \u200b ", "name-missing"),
        (PROGRAMME, "session_count", 0, "number-odd"),
        (PROGRAMME, "session_count", 53, "number-odd"),
        (PROGRAMME, "session_minutes", 14, "number-odd"),
        (PROGRAMME, "session_minutes", 241, "number-odd"),
        (PROGRAMME, "weeks_between", 27, "number-odd"),
    ],
)
def test_an_odd_value_is_refused_by_field_and_code(
    rules: Mapping[str, Any], field: str, value: object, code: str
) -> None:
    with pytest.raises(InvalidField) as raised:
        checked(rules, field, value)
    assert (raised.value.field, raised.value.code) == (field, code)


@pytest.mark.parametrize(
    ("rules", "field", "value"),
    [
        (PERSON, "start_date", None),
        (PERSON, "start_date", checks.EARLIEST_DATE),
        (PERSON, "start_date", checks.LATEST_DATE),
        (PARTICIPATION, "own_partners", 1),
        (PARTICIPATION, "own_partners", checks.PARTNERS_LIMIT),
        (PROGRAMME, "session_minutes", 15),
        (PROGRAMME, "session_minutes", 240),
        (PERSON, "meeting_mode", "a field without a check"),
    ],
)
def test_a_value_just_within_bounds_is_kept(
    rules: Mapping[str, Any], field: str, value: object
) -> None:
    assert checked(rules, field, value) == value


@pytest.mark.parametrize(
    ("rules", "details"),
    [
        (PERSON, PersonDetails),
        (PARTICIPATION, ParticipationDetails),
        (PROGRAMME, ProgrammeDetails),
    ],
)
def test_every_text_that_people_type_has_a_check(rules: Mapping[str, Any], details: type) -> None:
    typed = {field.name for field in fields(details) if "str" in str(field.type)}
    assert typed <= set(rules)
    assert set(rules) <= {field.name for field in fields(details)}


def test_one_of_two_names_is_enough() -> None:
    checks.require_a_name("Mei", "")
    checks.require_a_name("", "Brown")
    with pytest.raises(InvalidField) as raised:
        checks.require_a_name("", "")
    assert (raised.value.field, raised.value.code) == ("first_name", "person-needs-name")
