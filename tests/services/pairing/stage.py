"""Two proposed pairs in a programme, and names of pairs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from revmentor_desktop.domain.pairs import Pair


@dataclass(frozen=True)
class Two:
    """Mei with David and Jonas with Helen, by person ids; `pairs` are the ids of the proposals."""

    programme: int
    mei: int
    jonas: int
    david: int
    helen: int
    pairs: tuple[int, int]

    @property
    def names(self) -> list[tuple[str, str]]:
        """The names of the two pairs."""
        return [("Mei Brown", "David Price"), ("Jonas Tamm", "Helen Ward")]


def names(pairs: Iterable[Pair]) -> list[tuple[str, str]]:
    """Return the names of pairs, the mentor's first."""
    return [(one.mentor.person.full_name, one.mentee.person.full_name) for one in pairs]
