"""Applications: received, read against the checklist, decided; each change one undo step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

import pytest

from revmentor_desktop.domain.applications import Application, Decision, RefusalReason
from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.pairing_rules import breaches
from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.services.applications.content import content
from revmentor_desktop.services.applications.reading import (
    applicants,
    application,
    taken_places,
)
from revmentor_desktop.services.applications.writing import (
    decide,
    receive,
    receive_new,
    reopen,
    save_application,
)
from revmentor_desktop.services.pairing.facts import facts
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.people.reading import participation, people
from revmentor_desktop.services.programmes.reading import waiting_applications
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import (
    dump,
    person_details,
    stored_leader,
    stored_mentor,
    stored_pair,
    stored_person,
    stored_programme,
)

STATE = ParticipationState
CAME: Final = date(2026, 11, 2)
DECIDED: Final = date(2026, 11, 9)


@pytest.fixture
def programme(data: DataFile) -> int:
    return stored_programme(data)


def state_of(data: DataFile, programme: int, person: int) -> ParticipationState | None:
    part = participation(data, programme, person)
    return part.state if part else None


def test_an_application_of_somebody_invited_waits(data: DataFile, programme: int) -> None:
    mei = stored_mentor(data, programme, state=STATE.INVITED)
    assert waiting_applications(data, programme) == 0
    assert applicants(data, programme) == []
    before = dump(data)
    with data.words("Received"):
        receive(data, programme, [mei], CAME)
    assert waiting_applications(data, programme) == 1
    (one,) = applicants(data, programme)
    assert (one.person.full_name, one.application.received_on, one.is_waiting) == (
        "Mei Brown",
        CAME,
        True,
    )
    data.undo()
    assert dump(data) == before


def test_somebody_new_applies_in_one_step(data: DataFile, programme: int) -> None:
    before = dump(data)
    with data.words("New"):
        new = receive_new(data, programme, person_details("Ola Nowak"), Role.MENTEE, CAME)
    (one,) = applicants(data, programme)
    assert one.person.id == new
    assert one.participation.role is Role.MENTEE
    data.undo()
    assert dump(data) == before
    with pytest.raises(InvalidField, match="person-needs-name"):
        receive_new(data, programme, person_details(" "), Role.MENTOR, CAME)
    assert dump(data) == before


@pytest.mark.parametrize("decision", Decision)
def test_a_decision_sets_state_and_date(data: DataFile, programme: int, decision: Decision) -> None:
    mei = stored_mentor(data, programme, state=STATE.APPLIED)
    reason = RefusalReason.PLACES_FULL if decision is Decision.REFUSE else None
    decide(data, programme, [mei], decision, DECIDED, reason)
    noted = application(data, programme, mei)
    assert noted is not None
    assert (noted.decided_on, noted.reason) == (DECIDED, reason)
    assert state_of(data, programme, mei) is decision.state
    assert waiting_applications(data, programme) == 0
    reopen(data, programme, [mei])
    again = application(data, programme, mei)
    assert again == Application()
    assert waiting_applications(data, programme) == 1


def test_many_are_accepted_in_one_step(data: DataFile, programme: int) -> None:
    several = [
        stored_mentor(data, programme, f"Person {number}", state=STATE.APPLIED)
        for number in range(4)
    ]
    before = dump(data)
    with data.words("Accept"):
        decide(data, programme, several[:3], Decision.ACCEPT, DECIDED)
    assert waiting_applications(data, programme) == 1
    assert taken_places(data, programme) == {Role.MENTOR: 3, Role.MENTEE: 0}
    data.undo()
    assert dump(data) == before


def test_a_refusal_needs_a_reason_and_leaves_pairs_to_be_ended(
    data: DataFile, programme: int
) -> None:
    stored_pair(data, programme, "Mei Brown", "David Price")
    mei = next(one.id for one in people(data) if one.first_name == "Mei")
    with pytest.raises(KnownError, match="refusal-needs-reason"):
        decide(data, programme, [mei], Decision.REFUSE, DECIDED)
    decide(data, programme, [mei], Decision.REFUSE, DECIDED, RefusalReason.WITHDREW)
    (made,) = pairs(data, programme)
    (broken,) = breaches(made.mentor, made.mentee, facts(data, programme))
    assert broken.code == "pair-refused"


def test_what_is_noted_leaves_the_decision_alone(data: DataFile, programme: int) -> None:
    david = stored_leader(data, programme, state=STATE.APPLIED)
    receive(data, programme, [david], CAME)
    decide(data, programme, [david], Decision.REFUSE, DECIDED, RefusalReason.TIMING)
    noted = Application(
        received_on=CAME,
        checklist={"volunteered": "yes"},
        my_why="My daughter left her first job after half a year.",
        needs_to_hear=("no-time",),
    )
    save_application(data, programme, david, noted)
    stored = application(data, programme, david)
    assert stored is not None
    assert stored.checklist == {"volunteered": "yes"}
    assert stored.my_why.startswith("My daughter")
    assert stored.needs_to_hear == ("no-time",)
    assert (stored.decided_on, stored.reason) == (DECIDED, RefusalReason.TIMING)


def test_who_takes_no_part_has_no_application(data: DataFile, programme: int) -> None:
    outside = stored_person(data, "Omar Aziz")
    changes: list[Callable[[], None]] = [
        lambda: receive(data, programme, [outside], CAME),
        lambda: save_application(data, programme, outside, Application()),
        lambda: decide(data, programme, [outside], Decision.ACCEPT, DECIDED),
    ]
    for change in changes:
        with pytest.raises(KnownError, match="not-taking-part"):
            change()
    assert application(data, programme, outside) is None


def test_applications_stand_by_the_day_they_came(data: DataFile, programme: int) -> None:
    late = stored_mentor(data, programme, "Ann Late", state=STATE.APPLIED)
    early = stored_mentor(data, programme, "Zoë Early", state=STATE.APPLIED)
    stored_mentor(data, programme, "Bea Undated", state=STATE.APPLIED)
    stored_mentor(data, programme, "Cy Confirmed")
    receive(data, programme, [late], DECIDED)
    receive(data, programme, [early], CAME)
    names = [one.person.first_name for one in applicants(data, programme)]
    assert names == ["Zoë", "Ann", "Bea"]


def test_every_reason_and_question_has_its_words() -> None:
    words = content()
    assert {one.key for one in words.reasons} == set(RefusalReason)
    for role in Role:
        assert 4 <= len(words.questions_for(role)) <= 6
    assert all(words.reason(reason).note.endswith(".") for reason in RefusalReason)
