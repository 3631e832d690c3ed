"""Which people the table shows: the search and the filters, without a window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from revmentor_desktop.domain.participation import Participation, ParticipationState, Role
from revmentor_desktop.domain.text import fold
from revmentor_desktop.services.people.register import RegisterEntry


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a person must meet to be shown. Empty sets and None mean "any".

    `everybody` lets also those through who take no part in the programme that is looked at.
    Each word of `search` must be found; case and accents do not matter. `own` holds the answers
    asked for by the key of an own field; of several answers one is enough.
    """

    search: str = ""
    everybody: bool = False
    roles: frozenset[Role] = frozenset()
    states: frozenset[ParticipationState] = frozenset()
    departments: frozenset[str] = frozenset()
    paired: bool | None = None
    missing: bool = False
    own: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)

    @property
    def filtered(self) -> bool:
        """Whether any filter is set, the search aside."""
        return bool(
            self.roles
            or self.states
            or self.departments
            or self.paired is not None
            or self.missing
            or self.own
        )

    def sift(self, entries: Iterable[RegisterEntry]) -> list[RegisterEntry]:
        """Return who gets through, in the given order."""
        words = fold(self.search).split()
        found = [entry for entry in entries if self.everybody or entry.participation is not None]
        if words:
            found = [entry for entry in found if all(word in entry.search_key for word in words)]
        if self.filtered:
            found = [entry for entry in found if self._meets_filters(entry)]
        return found

    def _meets_filters(self, entry: RegisterEntry) -> bool:
        if self.departments and entry.person.department not in self.departments:
            return False
        if self.missing and not entry.missing:
            return False
        if not all(_answers(entry, key) & wanted for key, wanted in self.own.items()):
            return False
        return self._part_fits(entry.participation, entry)

    def _part_fits(self, part: Participation | None, entry: RegisterEntry) -> bool:
        if not (self.roles or self.states or self.paired is not None):
            return True
        if part is None:
            return False
        if self.roles and part.role not in self.roles:
            return False
        if self.states and part.state not in self.states:
            return False
        return self.paired is None or self.paired == bool(entry.partners)


def _answers(entry: RegisterEntry, key: str) -> frozenset[str]:
    """Return what somebody answered to an own field; "" for no answer."""
    value = entry.usable.get(key, "")
    return frozenset(value if isinstance(value, tuple) else (str(value),))
