"""People and their parts: stored as cleaned, refused with a reason, each change one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.pairing_rules import breaches
from revmentor_desktop.domain.participation import (
    OUT_STATES,
    Participation,
    ParticipationDetails,
    ParticipationState,
    Role,
)
from revmentor_desktop.domain.people import MeetingMode, PersonDetails, Slot
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.pairing.facts import facts
from revmentor_desktop.services.pairing.reading import agreed_pairs
from revmentor_desktop.services.people.reading import managers, participation, people, person
from revmentor_desktop.services.people.writing import (
    add_person,
    leave,
    remove_people,
    save_participation,
    save_person,
    set_role,
    set_state,
    take_part,
)
from revmentor_desktop.services.programmes.writing import remove_programme
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
MENTOR = ParticipationDetails(role=Role.MENTOR)
FULL = PersonDetails(
    first_name="Zoë",
    last_name="O'Neil",
    email="zoe@example.org",
    job_title="Care worker",
    department="Home care",
    site="North",
    line_manager_text="The Board",
    grade="3",
    start_date=date(2022, 9, 1),
    offers=("Video", "Żubr & Sons"),
    wants=("Budgets",),
    slots=(Slot.FRI_AM, Slot.MON_PM),
    meeting_mode=MeetingMode.VIDEO,
    interests=("chess",),
    about_me="Two\nlines, <b>not bold</b>.",
)


@pytest.fixture
def programme(data: DataFile) -> int:
    """A programme without anybody."""
    return stored_programme(data)


def part_of(data: DataFile, programme: int, person_id: int) -> Participation:
    found = participation(data, programme, person_id)
    assert found is not None
    return found


def refusal(data: DataFile, action: Callable[[], object]) -> tuple[str, str]:
    """Return code and field of a refusal, which must leave everything as it was."""
    before, words = dump(data), data.undo_words
    with pytest.raises(KnownError) as raised:
        action()
    assert (dump(data), data.undo_words) == (before, words)
    error = raised.value
    return error.code, error.field if isinstance(error, InvalidField) else ""


def test_every_field_of_a_person_is_kept(data: DataFile) -> None:
    stored = person(data, add_person(data, FULL))
    assert {name: getattr(stored, name) for name in PersonDetails.__dataclass_fields__} == {
        name: getattr(FULL, name) for name in PersonDetails.__dataclass_fields__
    }


def test_every_field_of_a_person_is_changed(data: DataFile) -> None:
    chief = stored_person(data, "Chief")
    who = add_person(data, FULL)
    save_person(data, who, PersonDetails(last_name="Ward", line_manager_id=chief))
    assert person(data, who) == replace(
        person(data, who), **vars_of(PersonDetails(last_name="Ward", line_manager_id=chief))
    )


def vars_of(details: PersonDetails) -> dict[str, Any]:
    return {name: getattr(details, name) for name in PersonDetails.__dataclass_fields__}


def test_what_is_typed_is_stored_cleaned(data: DataFile) -> None:
    typed = person_details(
        " Mei\u202e  Brown ", email=" Mei@Example.ORG", interests=("Chess", "chess ", "")
    )
    stored = person(data, add_person(data, typed))
    assert (stored.first_name, stored.last_name) == ("", "Mei Brown")
    assert (stored.email, stored.interests) == ("mei@example.org", ("Chess",))


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"first_name": "", "last_name": " "}, "person-needs-name", "first_name"),
        ({"email": "no address"}, "email-odd", "email"),
        ({"email": "taken@example.org"}, "email-taken", "email"),
        ({"email": " TAKEN@example.org "}, "email-taken", "email"),
        ({"about_me": "x" * 5001}, "text-too-long", "about_me"),
        ({"offers": tuple(map(str, range(51)))}, "too-many-entries", "offers"),
        ({"start_date": date(1066, 10, 14)}, "date-odd", "start_date"),
        ({"line_manager_id": 99}, "person-gone", "line_manager_id"),
    ],
)
def test_what_cannot_be_stored_is_refused_with_its_field(
    data: DataFile, more: dict[str, Any], code: str, field: str
) -> None:
    stored_person(data, "Somebody Else", email="taken@example.org")
    who = stored_person(data)
    details = replace(person_details(), **more)
    assert refusal(data, lambda: add_person(data, details)) == (code, field)
    assert refusal(data, lambda: save_person(data, who, details)) == (code, field)


def test_people_without_an_address_are_many_and_one_keeps_their_own(data: DataFile) -> None:
    stored_person(data)
    stored_person(data)
    who = stored_person(data, email="mei@example.org")
    save_person(data, who, person_details("Mei Khan", email="mei@example.org"))
    assert person(data, who).last_name == "Khan"


def test_whoever_is_gone_cannot_be_changed(data: DataFile) -> None:
    assert refusal(data, lambda: save_person(data, 99, person_details())) == ("person-gone", "")


def test_nobody_becomes_their_own_manager_along_the_line(data: DataFile) -> None:
    chief = stored_person(data, "Chief")
    middle = stored_person(data, "Middle", line_manager_id=chief)
    lowest = stored_person(data, "Lowest", line_manager_id=middle)
    for manager in (chief, middle, lowest):
        details = person_details("Chief", line_manager_id=manager)
        assert refusal(data, partial(save_person, data, chief, details)) == (
            "manager-circle",
            "line_manager_id",
        )
    save_person(data, lowest, person_details("Lowest", line_manager_id=chief))
    assert managers(data) == {chief: None, middle: chief, lowest: chief}


def test_a_manager_who_is_there_takes_the_place_of_one_only_written(data: DataFile) -> None:
    chief = stored_person(data, "Chief")
    who = stored_person(data, line_manager_text="The Board")
    assert person(data, who).line_manager_text == "The Board"
    both = person_details(line_manager_id=chief, line_manager_text="The Board")
    save_person(data, who, both)
    stored = person(data, who)
    assert (stored.line_manager_id, stored.line_manager_text) == (chief, "")


def test_who_managed_others_can_be_removed(data: DataFile) -> None:
    chief = stored_person(data, "Chief")
    who = stored_person(data, line_manager_id=chief)
    remove_people(data, [chief])
    assert managers(data) == {who: None}


def test_people_take_part_once_in_each_programme(data: DataFile, programme: int) -> None:
    one, other = stored_person(data), stored_person(data, "David Price")
    take_part(data, programme, [other, one, other], MENTOR)
    take_part(data, programme, [one], replace(MENTOR, role=Role.MENTEE))
    assert part_of(data, programme, one).role is Role.MENTOR
    assert len(dump(data)["participation"]) == 2
    second = stored_programme(data)
    take_part(data, second, [one], replace(MENTOR, role=Role.MENTEE))
    assert part_of(data, second, one).role is Role.MENTEE


def test_people_who_begin_together_share_a_private_list(data: DataFile, programme: int) -> None:
    several = [stored_person(data, f"Person {number}") for number in range(3)]
    away = stored_person(data, "David Price")
    take_part(data, programme, several, replace(MENTOR, not_with=frozenset({away, several[0]})))
    assert part_of(data, programme, several[0]).not_with == {away}
    assert part_of(data, programme, several[1]).not_with == {away, several[0]}
    data.undo()
    assert dump(data)["participation"] == dump(data)["exclusion"] == []


def test_whoever_or_whatever_is_gone_is_told(data: DataFile, programme: int) -> None:
    who = stored_person(data)
    actions = {
        "person-gone": (
            lambda: take_part(data, programme, [who, 99], MENTOR),
            lambda: save_participation(data, programme, 99, MENTOR),
        ),
        "programme-gone": (
            lambda: take_part(data, 99, [who], MENTOR),
            lambda: save_participation(data, 99, who, MENTOR),
        ),
    }
    for code, both in actions.items():
        for action in both:
            assert refusal(data, action) == (code, "")


def test_every_field_of_a_part_is_kept(data: DataFile, programme: int) -> None:
    who, other = stored_person(data), stored_person(data, "David Price")
    details = ParticipationDetails(
        role=Role.MENTEE,
        state=STATE.INVITED,
        own_partners=3,
        motivation="To <i>listen</i>",
        not_with=frozenset({other}),
        note="Prefers mornings",
        opted_in_on=date(2026, 11, 2),
        answers_agreed=True,
    )
    save_participation(data, programme, who, details)
    stored = part_of(data, programme, who)
    assert stored == Participation(
        id=stored.id,
        programme_id=programme,
        person_id=who,
        **{name: getattr(details, name) for name in ParticipationDetails.__dataclass_fields__},
    )
    save_participation(data, programme, who, MENTOR)
    assert part_of(data, programme, who).not_with == frozenset()


def test_nobody_is_on_their_own_list_nor_is_who_is_gone(data: DataFile, programme: int) -> None:
    who, other = stored_person(data), stored_person(data, "David Price")
    save_participation(data, programme, who, replace(MENTOR, not_with=frozenset({who, other, 99})))
    assert part_of(data, programme, who).not_with == {other}
    remove_people(data, [other])
    assert part_of(data, programme, who).not_with == frozenset()


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"own_partners": 0}, "number-odd", "own_partners"),
        ({"motivation": "x" * 5001}, "text-too-long", "motivation"),
        ({"opted_in_on": date(1, 1, 1)}, "date-odd", "opted_in_on"),
    ],
)
def test_what_cannot_be_stored_of_a_part_is_refused(
    data: DataFile, programme: int, more: dict[str, Any], code: str, field: str
) -> None:
    who = stored_person(data)
    odd = replace(MENTOR, **more)
    assert refusal(data, lambda: save_participation(data, programme, who, odd)) == (code, field)
    save_participation(data, programme, who, MENTOR)
    assert refusal(data, lambda: save_participation(data, programme, who, odd)) == (code, field)


def test_a_part_in_a_pair_keeps_its_role_and_room(data: DataFile, programme: int) -> None:
    mentor = stored_mentor(data, programme, own_partners=2)
    for name in ("David Price", "Helen Ward"):
        agree_at_once(data, programme, mentor, stored_leader(data, programme, name))
    part = part_of(data, programme, mentor)
    for change, code, field in (
        ({"role": Role.MENTEE}, "role-while-paired", "role"),
        ({"own_partners": 1}, "partners-more-already", "own_partners"),
    ):
        details = replace(part, **change)
        assert refusal(data, partial(save_participation, data, programme, mentor, details)) == (
            code,
            field,
        )
    assert refusal(data, lambda: set_role(data, programme, [mentor], Role.MENTEE)) == (
        "role-while-paired",
        "role",
    )
    save_participation(data, programme, mentor, replace(part, own_partners=3, note="kept"))
    assert part_of(data, programme, mentor).most_partners == 3


@pytest.mark.parametrize("state", STATE)
def test_pairs_stay_whatever_becomes_of_the_people_in_them(
    data: DataFile, programme: int, state: ParticipationState
) -> None:
    stored_pair(data, programme, "Mei Brown", "David Price")
    mei = people(data)[0].id
    with data.words("One step"):
        set_state(data, programme, [mei], state)
    assert part_of(data, programme, mei).state is state
    (made,) = agreed_pairs(data, programme)
    broken = breaches(made.mentor, made.mentee, facts(data, programme))
    assert bool(broken) == (state in OUT_STATES | {STATE.PAUSED})
    if data.undo_words == "One step":
        data.undo()
    save_participation(data, programme, mei, replace(part_of(data, programme, mei), state=state))
    assert agreed_pairs(data, programme) == [made]


def test_states_and_roles_of_several_change_here_only(data: DataFile, programme: int) -> None:
    second = stored_programme(data)
    several = [stored_mentor(data, programme, f"Mentor {number}") for number in range(3)]
    take_part(data, second, several, MENTOR)
    set_state(data, programme, [*several[:2], 99], STATE.PAUSED)
    set_role(data, programme, several[1:], Role.MENTEE)
    here = [part_of(data, programme, who) for who in several]
    assert [part.state for part in here] == [STATE.PAUSED, STATE.PAUSED, STATE.CONFIRMED]
    assert [part.role for part in here] == [Role.MENTOR, Role.MENTEE, Role.MENTEE]
    assert all(part_of(data, second, who).role is Role.MENTOR for who in several)
    assert all(part_of(data, second, who).state is STATE.CONFIRMED for who in several)


def test_leaving_ends_the_pairs_there_and_the_people_stay(data: DataFile, programme: int) -> None:
    stored_pair(data, programme, "Mei Brown", "David Price")
    mei = people(data)[0].id
    second = stored_programme(data)
    take_part(data, second, [mei], MENTOR)
    leave(data, programme, [mei])
    assert agreed_pairs(data, programme) == []
    assert participation(data, programme, mei) is None
    assert part_of(data, second, mei).role is Role.MENTOR
    assert len(people(data)) == 2


def test_a_removed_programme_leaves_the_people(data: DataFile, programme: int) -> None:
    stored_pair(data, programme, "Mei Brown", "David Price")
    remove_programme(data, programme)
    assert len(people(data)) == 2
    assert dump(data)["participation"] == dump(data)["pair"] == []
