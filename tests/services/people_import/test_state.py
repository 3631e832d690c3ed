"""How far imported people have come: what the file says, else what the officer says of new ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.services.applications.reading import applicants
from revmentor_desktop.services.people.reading import participants
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import dump, stored_mentor, stored_programme
from tests.services.people_import.imports import draft, imported

HEADER: Final = ("Name", "Role", "Opted in on", "Status")
INVITED, APPLIED, CONFIRMED = (
    ParticipationState.INVITED,
    ParticipationState.APPLIED,
    ParticipationState.CONFIRMED,
)


@pytest.fixture
def programme(data: DataFile) -> int:
    return stored_programme(data)


def states(data: DataFile, programme: int) -> dict[str, ParticipationState]:
    return {one.person.first_name: one.participation.state for one in participants(data, programme)}


def test_who_joins_now_comes_as_far_as_the_officer_says_where_the_file_says_nothing(
    data: DataFile, programme: int
) -> None:
    stored_mentor(data, programme, "Mei Brown", state=INVITED)
    made = draft(
        ("Ann Lee", "Mentor", "3/11/2026", ""),
        ("Bob Ray", "Mentor", "", "Confirmed"),
        ("Mei Brown", "Mentor", "4/11/2026", ""),
        header=HEADER,
    )
    assert made.state_for_new is CONFIRMED
    imported(data, programme, replace(made, state_for_new=APPLIED))
    assert states(data, programme) == {"Ann": APPLIED, "Bob": CONFIRMED, "Mei": INVITED}


def test_an_application_that_waits_is_noted_with_the_day_it_came(
    data: DataFile, programme: int
) -> None:
    made = draft(
        ("Ann Lee", "Mentor", "3/11/2026", "Applied"),
        ("Bob Ray", "Leader", "", "Applied"),
        ("Cy Fox", "Leader", "5/11/2026", "Confirmed"),
        header=HEADER,
    )
    before = dump(data)
    with data.words("Import"):
        imported(data, programme, made)
    came = {
        one.person.first_name: one.application.received_on for one in applicants(data, programme)
    }
    assert came == {"Ann": date(2026, 11, 3), "Bob": None}
    imported(data, programme, made)
    assert len(data.rows("SELECT * FROM application")) == 1
    data.undo()
    assert dump(data) == before
