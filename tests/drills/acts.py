"""What all acts of an officer in a drill share: a data file, a seed, and how to choose by it."""

from __future__ import annotations

from random import Random
from typing import Final

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.storage.data_file import DataFile

_WORDS: Final = ("Zoom", "data; drop", "café", '50% "quoted"', "line\nbreak", "—", "شكرا", "🙂")
TAKING_PART: Final = "SELECT person_id, role FROM participation WHERE programme_id = ? ORDER BY id"


class Acts:
    """Chooses what to act on in `data`; the same seed on the same data chooses the same."""

    def __init__(self, data: DataFile, random: Random) -> None:
        self.data = data
        self.random = random

    def _lively_programme(self) -> int:
        """Choose a programme, the sooner the more people take part in it."""
        found = self.data.rows("SELECT programme_id FROM participation ORDER BY id")
        return self._of([row[0] for row in found])

    def _couple(self, programme: int) -> tuple[int, int]:
        """Choose a mentor and a leader of the programme, who may or may not be paired."""
        found = self.data.rows(TAKING_PART, (programme,))
        mentors = [person for person, role in found if role == Role.MENTOR]
        leaders = [person for person, role in found if role == Role.MENTEE]
        return self._of(mentors), self._of(leaders)

    def _one(self, table: str) -> int:
        return self._of(self._ids(table))

    def _some(self, table: str, most: int) -> list[int]:
        ids = self._ids(table)
        return self.random.sample(ids, min(len(ids), self.random.randint(1, most)))

    def _of(self, ids: list[int]) -> int:
        return self.random.choice(ids) if ids else 0

    def _ids(self, table: str) -> list[int]:
        return [row[0] for row in self.data.rows(f"SELECT id FROM {table} ORDER BY id")]

    def _word(self) -> str:
        return self.random.choice(_WORDS)

    def _words(self) -> list[str]:
        return self.random.sample(_WORDS, self.random.randrange(4))
