"""Who of the file is who of the data file, and whom a name or an address means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from revmentor_desktop.domain.people import Person
from revmentor_desktop.domain.text import fold
from revmentor_desktop.exchange.people_file.names import has_lost_letter
from revmentor_desktop.exchange.people_file.rows import PersonReading


class Directory:
    """People by e-mail address and by folded name; keys are ids, negative for those of the file."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._by_email: dict[str, int] = {}
        self._by_name: dict[str, set[int]] = defaultdict(set)
        self.names: dict[int, str] = {}

    def add(self, key: int, name: str, email: str) -> None:
        """Take in a person; another name or address of the same person leads to them as well."""
        self.names.setdefault(key, name)
        if email:
            self._by_email[email.lower()] = key
        if name:
            self._by_name[name_key(name)].add(key)

    def meant_by(self, reference: str) -> frozenset[int]:
        """Return the keys of everybody whom an address or a full name can mean."""
        if "@" in reference:
            key = self._by_email.get(reference.lower())
            return frozenset() if key is None else frozenset({key})
        return frozenset(self._by_name.get(name_key(reference), ()))


def name_key(name: str) -> str:
    """Return the key under which names are compared: no case, accents, hyphens or apostrophes."""
    return re.sub(r"[^\w?]+", " ", fold(name)).strip()


@dataclass(frozen=True, slots=True)
class Match:
    """The stored person that a row means, or None, and why that needs a word.

    `word` is a problem's code: ``row-matched-by-name``, ``row-same-name`` or, without a person,
    ``row-name-ambiguous``.
    """

    person: Person | None
    word: str = ""


class StoredPeople:
    """Those in the data file, to be found by what a row says.

    The invented people of the sample are found by their address only: nobody real is to leave
    with them.
    """

    def __init__(self, people: Iterable[Person], sample_ids: frozenset[int]) -> None:
        """Index the people."""
        self._by_email: dict[str, Person] = {}
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            if person.email:
                self._by_email[person.email.lower()] = person
            if person.id not in sample_ids:
                self._by_name[name_key(person.full_name)].append(person)

    def match(self, reading: PersonReading) -> Match:
        """Find the person a row means: by address, else by a name that only one person has."""
        if reading.email and reading.email in self._by_email:
            return Match(self._by_email[reading.email])
        namesakes = self._by_name.get(name_key(reading.full_name), [])
        if reading.email:
            without_address = [person for person in namesakes if not person.email]
            if len(without_address) == 1:
                return Match(without_address[0], "row-matched-by-name")
            return Match(None, "row-same-name" if namesakes else "")
        if len(namesakes) == 1:
            return Match(namesakes[0], "row-matched-by-name")
        return Match(None, "row-name-ambiguous" if namesakes else "")


def is_same_name(stored: str, said: str) -> bool:
    """Tell whether what a file says is the stored name written worse.

    That is: in other capitals, without accents, or with a "?" where an earlier program lost a
    letter. A name put right by the officer is not spoilt by the next import of the same file.
    """
    if stored.lower() == said.lower() or (said.isascii() and fold(stored) == fold(said)):
        return True
    if not has_lost_letter(said):
        return False
    pattern = re.escape(said).replace(r"\?", "?").replace("?", ".").replace("\ufffd", ".")
    return re.fullmatch(pattern, stored, re.IGNORECASE) is not None
