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
    exactly: tuple[str, ...]


class Directory:
    """Finds people by part of their name or e-mail address, whatever the case and accents."""

    def __init__(self) -> None:
        self._entries: Sequence[RegisterEntry] = ()
        self._fresh = True
        self._known: dict[int, tuple[RegisterEntry, _Listed]] = {}
        self._listed: list[_Listed] = []
        self._exact: dict[str, list[int]] = {}

    def take(self, entries: Sequence[RegisterEntry]) -> None:
        """List these people from now on."""
        self._entries = entries
        self._fresh = False

    def name(self, person_id: int) -> str:
        """Return a person's name; nothing for who is not in the data file."""
        self._prepare()
        known = self._known.get(person_id)
        return known[1].name if known else ""

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
        # When first asked only, for most of the time nobody types a name; and who has not changed
        # is the same object as before.
        if self._fresh:
            return
        self._fresh = True
        known, exact = {}, defaultdict(list)
        for entry in self._entries:
            before = self._known.get(entry.person.id)
            listed = before[1] if before and before[0] is entry else _listed(entry)
            known[listed.person_id] = (entry, listed)
            for exactly in listed.exactly:
                exact[exactly].append(listed.person_id)
        self._known, self._exact = known, exact
        self._listed = [listed for _, listed in known.values()]


def _listed(entry: RegisterEntry) -> _Listed:
    person = entry.person
    detail = ", ".join(text for text in (person.job_title, person.department) if text)
    name, email = fold(person.full_name), fold(person.email)
    return _Listed(
        person.id,
        person.full_name,
        detail or person.email,
        f"{name} {email}",
        (name, email) if email else (name,),
    )
