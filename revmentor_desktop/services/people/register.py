"""Everybody in the data file as the People page lists them, read again quickly after a change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from revmentor_desktop.domain.participation import Participation, Role
from revmentor_desktop.domain.people import Person, by_surname
from revmentor_desktop.domain.plan.own_fields import OwnValue
from revmentor_desktop.domain.plan.own_values import usable_values
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.domain.text import fold
from revmentor_desktop.services.people.reading import (
    PARTICIPATION,
    participation_of_row,
    person_of_row,
)
from revmentor_desktop.services.people.value_words import value_words
from revmentor_desktop.services.setup.reading import taking_part
from revmentor_desktop.storage.data_file import DataFile

_PARTNERS: Final = """
    SELECT mentor.person_id AS mentor, mentee.person_id AS mentee
    FROM pair
    JOIN participation AS mentor ON mentor.id = pair.mentor_id
    JOIN participation AS mentee ON mentee.id = pair.mentee_id
    WHERE pair.programme_id = ? AND pair.state IN ('agreed', 'paused')
    ORDER BY pair.id
"""
_ELSEWHERE: Final = """
    SELECT participation.person_id, programme.name, participation.role
    FROM participation JOIN programme ON programme.id = participation.programme_id
    WHERE programme.id IS NOT ?
    ORDER BY programme.start_date DESC, programme.id DESC
"""


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A person, their part in the programme that is looked at, and what both are tied to.

    `partners` are names of those in agreed pairs with them there; `elsewhere` names the other
    programmes with the role taken; `line_manager` is a name, of a stored person or as written.
    `search_key` is what a search looks in: name, e-mail, job title, department, skills and answers
    to own fields, folded.
    `by_name` is the key of the order by surname and first name. `usable` are the answers to own
    fields that may be shown in lists (`usable_values`), by the field's key.
    """

    person: Person
    participation: Participation | None
    partners: tuple[str, ...]
    elsewhere: tuple[tuple[str, Role], ...]
    line_manager: str
    search_key: str
    by_name: tuple[str, str, int]
    usable: Mapping[str, OwnValue] = field(default_factory=dict, hash=False)

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that pairing needs and that are still empty, by their names in `Person`."""
        wanted = ["email", "job_title", "department", "slots"]
        if self.participation is not None:
            wanted.append("offers" if self.participation.role is Role.MENTOR else "wants")
        return tuple(field for field in wanted if not getattr(self.person, field))


@dataclass(frozen=True, slots=True)
class _Known:
    """A person as read last, with the row they were made of."""

    row: tuple[Any, ...]
    person: Person
    by_name: tuple[str, str, int]
    search_key: str


class Register:
    """Reads everybody, and on the next call makes anew only what has changed since.

    Unchanged people come back as the same objects, so a list can tell at a glance what is new.
    """

    def __init__(self, data: DataFile) -> None:
        """Read from `data`; nothing is read before `entries` is called."""
        self._data = data
        self._people: dict[int, _Known] = {}
        self._parts: dict[int, tuple[tuple[Any, ...], Participation]] = {}
        self._entries: dict[int, RegisterEntry] = {}
        self._asked = TakingPart()

    @property
    def asked(self) -> TakingPart:
        """What the programme of the last `entries` calls its roles and asks of people."""
        return self._asked

    def entries(self, programme_id: int | None) -> list[RegisterEntry]:
        """Return everybody by surname and first name, with their part in that programme."""
        with self._data.still():
            self._read_people()
            self._read_parts(programme_id)
            self._read_asked(programme_id)
            partners = self._partners(programme_id)
            elsewhere = self._elsewhere(programme_id)
        made = {
            person_id: self._entry(known, partners.get(person_id, ()), elsewhere.get(person_id, ()))
            for person_id, known in self._people.items()
        }
        self._entries = made
        return [made[known.person.id] for known in sorted(self._people.values(), key=_by_name)]

    def _read_people(self) -> None:
        before, self._people = self._people, {}
        for row in self._data.rows("SELECT * FROM person"):
            values = tuple(row)
            known = before.get(row["id"])
            if known is None or known.row != values:
                known = _known(values, row)
            self._people[known.person.id] = known

    def _read_parts(self, programme_id: int | None) -> None:
        before, self._parts = self._parts, {}
        if programme_id is None:
            return
        for row in self._data.rows(PARTICIPATION + "WHERE programme_id = ?", (programme_id,)):
            values = tuple(row)
            person_id = row["person_id"]
            known = before.get(person_id)
            if known is None or known[0] != values:
                known = (values, participation_of_row(row))
            self._parts[person_id] = known

    def _read_asked(self, programme_id: int | None) -> None:
        asked = taking_part(self._data, programme_id)
        if asked != self._asked:
            self._asked = asked
            self._entries = {}  # what may be shown of them is another matter now

    def _partners(self, programme_id: int | None) -> Mapping[int, tuple[str, ...]]:
        if programme_id is None:
            return {}
        found: dict[int, list[str]] = defaultdict(list)
        for mentor, mentee in self._data.rows(_PARTNERS, (programme_id,)):
            found[mentor].append(self._people[mentee].person.full_name)
            found[mentee].append(self._people[mentor].person.full_name)
        return {person_id: tuple(names) for person_id, names in found.items()}

    def _elsewhere(self, programme_id: int | None) -> Mapping[int, tuple[tuple[str, Role], ...]]:
        found: dict[int, list[tuple[str, Role]]] = defaultdict(list)
        for person_id, name, role in self._data.rows(_ELSEWHERE, (programme_id,)):
            found[person_id].append((name, Role(role)))
        return {person_id: tuple(parts) for person_id, parts in found.items()}

    def _entry(
        self, known: _Known, partners: tuple[str, ...], elsewhere: tuple[tuple[str, Role], ...]
    ) -> RegisterEntry:
        person = known.person
        part = self._parts.get(person.id)
        participation = part[1] if part else None
        manager = self._people.get(person.line_manager_id or 0)
        line_manager = manager.person.full_name if manager else person.line_manager_text
        before = self._entries.get(person.id)
        if (
            before is not None
            and before.person is person
            and before.participation is participation
            and before.partners == partners
            and before.elsewhere == elsewhere
            and before.line_manager == line_manager
        ):
            return before
        usable = usable_values(participation, self._asked) if participation else {}
        return RegisterEntry(
            person,
            participation,
            partners,
            elsewhere,
            line_manager,
            known.search_key + self._own_search_key(usable),
            known.by_name,
            usable,
        )

    def _own_search_key(self, usable: Mapping[str, OwnValue]) -> str:
        """Return what a search finds of the answers; special-category data is not searched."""
        if not usable:
            return ""
        said = [
            value_words(own, usable[own.key])
            for own in self._asked.own_fields
            if own.key in usable and not own.is_special
        ]
        return "\n" + fold("\n".join(said))


def _known(values: tuple[Any, ...], row: Mapping[str, Any]) -> _Known:
    person = person_of_row(row)
    looked_in = (
        person.full_name,
        person.email,
        person.job_title,
        person.department,
        *person.offers,
        *person.wants,
    )
    return _Known(values, person, by_surname(person), fold("\n".join(looked_in)))


def _by_name(known: _Known) -> tuple[str, str, int]:
    return known.by_name
