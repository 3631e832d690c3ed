"""Short ways to people, programmes and pairs, all invented, and the whole of a data file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any, Final

from revmentor_desktop.domain.pairs import Pair, PairState
from revmentor_desktop.domain.participation import Participant, Participation, Role
from revmentor_desktop.domain.participation import ParticipationDetails as Part
from revmentor_desktop.domain.people import Person, PersonDetails
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.pairing.proposing import propose
from revmentor_desktop.services.people.writing import add_person, take_part
from revmentor_desktop.services.programmes.writing import add_programme
from revmentor_desktop.services.setup.reading import decided
from revmentor_desktop.services.setup.writing import save_plan, save_section
from revmentor_desktop.storage.data_file import DataFile

NOT_PART_OF_UNDO: Final = frozenset(
    {"import_mapping", "draft", "settings_edit", "issued_paper", "shown_draft", "agreement_version"}
)

Dump = dict[str, list[tuple[Any, ...]]]
"""Every table's rows, sorted, by the table's name."""

_numbers = count(1)


def person_details(name: str = "Mei Brown", **more: Any) -> PersonDetails:
    """Describe a person by their full name; `more` are fields of PersonDetails."""
    first, _, last = name.partition(" ")
    return PersonDetails(first_name=first, last_name=last, **more)


def stored_person(data: DataFile, name: str = "Mei Brown", **more: Any) -> int:
    """Store a person and return their id."""
    return add_person(data, person_details(name, **more))


def stored_programme(data: DataFile, name: str = "", **more: Any) -> int:
    """Store a programme and return its id; without a name it gets one that is free."""
    name = name or f"Programme {next(_numbers)}"
    return add_programme(data, ProgrammeDetails(name=name, **more))


def change_programme(data: DataFile, programme_id: int, **details: Any) -> None:
    """Store other details of a programme, as its settings do."""
    now = decided(data, programme_id)
    save_plan(data, programme_id, replace(now.details, **details), now.plan)


def move_milestone(data: DataFile, programme_id: int, key: str, day: date) -> None:
    """Store another day for a milestone, as the settings do."""
    schedule = decided(data, programme_id).plan.schedule
    moved = replace(schedule, moved={**schedule.moved, key: day})
    save_section(data, programme_id, "schedule", moved)


def stored_mentor(data: DataFile, programme_id: int, name: str = "Mei Brown", **more: Any) -> int:
    """Store a person who takes part as a mentor; `more` are fields of ParticipationDetails."""
    return _stored_participant(data, programme_id, name, Role.MENTOR, **more)


def stored_leader(data: DataFile, programme_id: int, name: str = "David Price", **more: Any) -> int:
    """Store a person who takes part as a leader; `more` are fields of ParticipationDetails."""
    return _stored_participant(data, programme_id, name, Role.MENTEE, **more)


def stored_pair(data: DataFile, programme_id: int, mentor: str, leader: str) -> int:
    """Store two people of these names as an agreed pair; return the pair's id."""
    mentor_id = stored_mentor(data, programme_id, mentor)
    return agree_at_once(data, programme_id, mentor_id, stored_leader(data, programme_id, leader))


def stored_proposal(data: DataFile, programme_id: int, mentor: str, leader: str) -> int:
    """Store two people of these names and propose them in the draft looked at; return the id."""
    mentor_id = stored_mentor(data, programme_id, mentor)
    return propose(data, programme_id, mentor_id, stored_leader(data, programme_id, leader))


def participant(number: int, role: Role, name: str = "", **more: Any) -> Participant:
    """Return somebody with person id `number` and participation id 1000 + `number`, not stored.

    `more` are fields of ParticipationDetails.
    """
    first, _, last = (name or f"Person {number}").partition(" ")
    return Participant(
        Person(id=number, first_name=first, last_name=last),
        Participation(
            id=1000 + number, programme_id=1, person_id=number, **({"role": role} | more)
        ),
    )


def pair(number: int, mentor: Participant, mentee: Participant, **more: Any) -> Pair:
    """Return a pair of that number, not stored: unless told, a proposal of the first draft."""
    usual: dict[str, Any] = {"created_on": date(2027, 1, 4), "state": PairState.PROPOSED}
    fields = usual | more
    draft = 1 if fields["state"] is PairState.PROPOSED else None
    return Pair(id=number, programme_id=1, draft_id=draft, mentor=mentor, mentee=mentee, **fields)


def dump(data: DataFile, without: Collection[str] = NOT_PART_OF_UNDO) -> Dump:
    """Return all that is stored, but for the tables `without`."""
    return {
        table: sorted((tuple(row) for row in data.rows(f"SELECT * FROM {table}")), key=repr)
        for table in tables(data)
        if table not in without
    }


def tables(data: DataFile) -> list[str]:
    """Return the names of the tables."""
    found = data.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return sorted(row[0] for row in found)


def _stored_participant(
    data: DataFile, programme_id: int, name: str, role: Role, **more: Any
) -> int:
    person_id = stored_person(data, name)
    take_part(data, programme_id, [person_id], Part(role=role, **more))
    return person_id
