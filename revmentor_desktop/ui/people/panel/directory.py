"""Everybody in the data file by name, for fields that name people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from revmentor_desktop.domain.text import fold
from revmentor_desktop.services.people.register import RegisterEntry
from revmentor_desktop.ui.people.panel.suggesting import MOST_OFFERED, Suggestion


@dataclass(frozen=True, slots=True)
class _Listed:
    person_id: int
    name: str
    detail: str
    key: str


class Directory:
    """Finds people by part of their name or e-mail address, whatever the case and accents."""

    def __init__(self, entries: Sequence[RegisterEntry] = ()) -> None:
        self._entries = entries
        self._listed: list[_Listed] = []
        self._names: dict[int, str] = {}
        self._exact: dict[str, list[int]] = defaultdict(list)

    def name(self, person_id: int) -> str:
        """Return a person's name; nothing for who is not in the data file."""
        self._prepare()
        return self._names.get(person_id, "")

    def find(self, typed: str, leave_out: Collection[int] = ()) -> list[Suggestion]:
        """Return the first few people whose name or e-mail address holds every word typed."""
        self._prepare()
        words = fold(typed).split()
        found: list[Suggestion] = []
        for one in self._listed:
            if one.person_id not in leave_out and all(word in one.key for word in words):
                found.append(Suggestion(one.name, one.detail, one.person_id))
                if len(found) == MOST_OFFERED:
                    break
        return found

    def named(self, typed: str) -> list[int]:
        """Return the ids of who has exactly this name or e-mail address."""
        self._prepare()
        return self._exact.get(" ".join(fold(typed).split()), [])

    def _prepare(self) -> None:
        # Made when first asked: most of the time nobody types a name.
        if self._listed or not self._entries:
            return
        for entry in self._entries:
            person = entry.person
            detail = ", ".join(text for text in (person.job_title, person.department) if text)
            key = fold(f"{person.full_name} {person.email}")
            listed = _Listed(person.id, person.full_name, detail or person.email, key)
            self._listed.append(listed)
            self._names[person.id] = person.full_name
            self._exact[fold(person.full_name)].append(person.id)
            if person.email:
                self._exact[fold(person.email)].append(person.id)
