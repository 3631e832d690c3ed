"""Questions about people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from revmentor_desktop.domain.conflicts import ConflictCategory
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.grades import GradeInUse, grade_key
from revmentor_desktop.domain.participation import (
    USUAL_PARTNERS,
    Participant,
    Participation,
    ParticipationState,
    Role,
)
from revmentor_desktop.domain.people import MeetingMode, Person, Slot, by_surname
from revmentor_desktop.domain.plan.own_fields import OwnValue
from revmentor_desktop.domain.text import fold
from revmentor_desktop.storage.data_file import DataFile

PARTICIPATION = """
    SELECT participation.*, (
        SELECT json_group_array(exclusion.person_id) FROM exclusion
        WHERE exclusion.participation_id = participation.id
    ) AS not_with, (
        SELECT json_group_object(
            iif(conflict.person_id = participation.person_id, other_id, conflict.person_id), kind
        ) FROM conflict_of_interest AS conflict
        WHERE conflict.person_id = participation.person_id
            OR conflict.other_id = participation.person_id
    ) AS conflicts, (
        SELECT json_group_object(field, json(value)) FROM own_value
        WHERE own_value.participation_id = participation.id
    ) AS own_values, (
        SELECT json_group_object(field, given_on) FROM consent
        WHERE consent.participation_id = participation.id
    ) AS consents, (
        SELECT iif(
            participation.role = 'mentor',
            content ->> 'mentor_partners',
            content ->> 'mentee_partners'
        ) FROM plan_section
        WHERE plan_section.programme_id = participation.programme_id AND name = 'pairing'
    ) AS usual_partners
    FROM participation
"""
"""Participations with "not with" list, conflicts, own values, consents and how many partners their
programme lets people of their role have (NULL: never decided); takes a WHERE."""

_SKILLS = """
    SELECT value FROM person, json_each(person.offers)
    UNION SELECT value FROM person, json_each(person.wants)
"""
_WORDS_IN_USE = {
    "department": "SELECT DISTINCT department FROM person WHERE department <> ''",
    "site": "SELECT DISTINCT site FROM person WHERE site <> ''",
    "job_title": "SELECT DISTINCT job_title FROM person WHERE job_title <> ''",
    "grade": "SELECT DISTINCT grade FROM person WHERE grade <> ''",
    "offers": _SKILLS,
    "wants": _SKILLS,
    "interests": "SELECT DISTINCT value FROM person, json_each(person.interests)",
}


def people(data: DataFile) -> list[Person]:
    """Return everybody in the data file, by surname and first name."""
    found = [person_of_row(row) for row in data.rows("SELECT * FROM person")]
    return sorted(found, key=by_surname)


def person(data: DataFile, person_id: int) -> Person:
    """Return one person. Raises KnownError ``person-gone``."""
    rows = data.rows("SELECT * FROM person WHERE id = ?", (person_id,))
    if not rows:
        raise KnownError("person-gone")
    return person_of_row(rows[0])


def person_by_email(data: DataFile, email: str) -> Person:
    """Return the person of an e-mail address, in any case. Raises KnownError ``email-unknown``."""
    address = email.strip().lower()
    rows = data.rows("SELECT * FROM person WHERE email = ? AND email <> ''", (address,))
    if not rows:
        raise KnownError("email-unknown", email=email)
    return person_of_row(rows[0])


def participant_called(data: DataFile, programme_id: int, words: str) -> Participant:
    """Return who takes part in a programme under an e-mail address or a full name, in any case.

    Raises KnownError ``nobody-called`` or ``several-called``.
    """
    wanted = fold(words.strip())
    everybody = participants(data, programme_id)
    found = [one for one in everybody if wanted and fold(one.person.email) == wanted]
    found = found or [one for one in everybody if wanted == fold(one.person.full_name)]
    if not found:
        raise KnownError("nobody-called", name=words.strip())
    if len(found) > 1:
        raise KnownError("several-called", name=words.strip())
    return found[0]


def participants(data: DataFile, programme_id: int) -> list[Participant]:
    """Return who takes part in a programme, by surname and first name."""
    with data.still():
        by_person = {
            row["person_id"]: participation_of_row(row)
            for row in data.rows(PARTICIPATION + "WHERE programme_id = ?", (programme_id,))
        }
        found = data.rows(
            "SELECT person.* FROM person JOIN participation ON participation.person_id = person.id"
            " WHERE participation.programme_id = ?",
            (programme_id,),
        )
    rows = (Participant(person_of_row(row), by_person[row["id"]]) for row in found)
    return sorted(rows, key=lambda participant: by_surname(participant.person))


def participation(data: DataFile, programme_id: int, person_id: int) -> Participation | None:
    """Return a person's part in a programme, or None."""
    rows = data.rows(
        PARTICIPATION + "WHERE programme_id = ? AND person_id = ?", (programme_id, person_id)
    )
    return participation_of_row(rows[0]) if rows else None


def managers(data: DataFile) -> dict[int, int | None]:
    """Return the id of each person's line manager, by person id."""
    rows = data.rows("SELECT id, line_manager_id FROM person")
    return {row["id"]: row["line_manager_id"] for row in rows}


def words_in_use(data: DataFile, field: str) -> list[str]:
    """Return the entries already given in `field`, to be offered while typing.

    `field` is one of ``department``, ``site``, ``job_title``, ``grade`` (text) or ``offers``,
    ``wants``, ``interests`` (lists; offers and wants share their words).
    """
    return sorted((row[0] for row in data.rows(_WORDS_IN_USE[field])), key=fold)


def grades_in_use(data: DataFile) -> tuple[GradeInUse, ...]:
    """Return the grades of everybody in the data file, each once, by name.

    Spelt in several ways a grade is called by the one that most people have.
    """
    rows = data.rows("SELECT grade, count(*) FROM person WHERE grade <> '' GROUP BY grade")
    spelt: dict[str, list[tuple[int, str]]] = {}
    for grade, people in rows:
        spelt.setdefault(grade_key(grade), []).append((people, grade))
    return tuple(
        GradeInUse(min(ways, key=lambda way: (-way[0], way[1]))[1], sum(way[0] for way in ways))
        for _, ways in sorted(spelt.items())
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def person_of_row(row: Mapping[str, Any]) -> Person:
    """Return the person that a row of ``person`` holds."""
    return Person(
        id=row["id"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        email=row["email"],
        job_title=row["job_title"],
        department=row["department"],
        site=row["site"],
        line_manager_id=row["line_manager_id"],
        line_manager_text=row["line_manager_text"],
        grade=row["grade"],
        start_date=_date(row["start_date"]),
        offers=tuple(json.loads(row["offers"])),
        wants=tuple(json.loads(row["wants"])),
        slots=tuple(Slot(slot) for slot in json.loads(row["slots"])),
        meeting_mode=MeetingMode(row["meeting_mode"]) if row["meeting_mode"] else None,
        interests=tuple(json.loads(row["interests"])),
        about_me=row["about_me"],
    )


def participation_of_row(row: Mapping[str, Any]) -> Participation:
    """Return the participation that a row asked for by `PARTICIPATION` holds."""
    agreed = row["answers_agreed"]
    return Participation(
        id=row["id"],
        programme_id=row["programme_id"],
        person_id=row["person_id"],
        usual_partners=row["usual_partners"] or USUAL_PARTNERS,
        role=Role(row["role"]),
        state=ParticipationState(row["state"]),
        own_partners=row["own_partners"],
        motivation=row["motivation"],
        not_with=frozenset(json.loads(row["not_with"])),
        note=row["note"],
        opted_in_on=_date(row["opted_in_on"]),
        answers_agreed=None if agreed is None else bool(agreed),
        conflicts=_conflicts(row["conflicts"]),
        own_values=_own_values(row["own_values"]),
        consents=_consents(row["consents"]),
    )


def _conflicts(stored: str) -> dict[int, ConflictCategory]:
    if stored == "{}":
        return {}
    return {int(one): ConflictCategory(kind) for one, kind in json.loads(stored).items()}


def _own_values(stored: str) -> dict[str, OwnValue]:
    if stored == "{}":
        return {}
    values: dict[str, OwnValue | list[str]] = json.loads(stored)
    return {key: tuple(one) if isinstance(one, list) else one for key, one in values.items()}


def _consents(stored: str) -> dict[str, date]:
    if stored == "{}":
        return {}
    return {key: date.fromisoformat(day) for key, day in json.loads(stored).items()}
