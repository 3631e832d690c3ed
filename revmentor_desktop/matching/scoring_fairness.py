"""How evenly a plan serves people: the spread of its fits, the lowest, means by site, department.

Sites and departments with few people are never shown, nor is the next smallest where the rest
could otherwise be told by subtracting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from revmentor_desktop.domain.pairs import couple_of
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.text import fold
from revmentor_desktop.matching.criteria import FULL, rounded

LEAST_IN_GROUP: Final = 5
"""Fewer people than this are never shown as a group."""
BANDS: Final = 10
LOWEST: Final = 5
"""How many of the lowest pairs are named unless told otherwise."""


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two people who are paired, or would be, and their fit in hundredths of a point."""

    mentor: Participant
    leader: Participant
    total: int

    @property
    def couple(self) -> tuple[int, int]:
        """The participation ids of mentor and leader."""
        return couple_of(self.mentor, self.leader)


@dataclass(frozen=True, slots=True)
class Band:
    """How many pairs fit from `low` points up to, but not with, `high`; the last band has 100."""

    low: int
    high: int
    count: int


@dataclass(frozen=True, slots=True)
class GroupMean:
    """The mean fit of the paired people of one site or department, in hundredths of a point."""

    name: str
    people: int
    mean: int


@dataclass(frozen=True, slots=True)
class Fairness:
    """What the panel shows; `mean` is that of all pairs, None without any.

    `hidden_sites` and `hidden_departments` count the groups that are not shown.
    """

    bands: tuple[Band, ...]
    lowest: tuple[ScoredPair, ...]
    mean: int | None
    sites: tuple[GroupMean, ...]
    hidden_sites: int
    departments: tuple[GroupMean, ...]
    hidden_departments: int


def fairness(pairs: Iterable[ScoredPair], lowest: int = LOWEST) -> Fairness:
    """Return how evenly a plan serves people."""
    found = sorted(pairs, key=_from_the_lowest)
    of_people = _fits_of_people(found)
    sites, hidden_sites = _means({one: one.person.site for one in of_people}, of_people)
    departments, hidden = _means({one: one.person.department for one in of_people}, of_people)
    return Fairness(
        bands=_bands(found),
        lowest=tuple(found[:lowest]),
        mean=_mean([pair.total for pair in found]) if found else None,
        sites=sites,
        hidden_sites=hidden_sites,
        departments=departments,
        hidden_departments=hidden,
    )


def _from_the_lowest(pair: ScoredPair) -> tuple[int, int, int]:
    """Equal ones always stand in the same order, whatever the order they came in."""
    return pair.total, *pair.couple


def _bands(pairs: Sequence[ScoredPair]) -> tuple[Band, ...]:
    counts = [0] * BANDS
    for pair in pairs:
        counts[min(pair.total * BANDS // FULL, BANDS - 1)] += 1
    wide = 100 // BANDS
    return tuple(Band(at * wide, (at + 1) * wide, count) for at, count in enumerate(counts))


def _fits_of_people(pairs: Iterable[ScoredPair]) -> dict[Participant, list[int]]:
    """Return the fits of everybody who is paired; some have several partners."""
    found: defaultdict[Participant, list[int]] = defaultdict(list)
    for pair in pairs:
        for one in (pair.mentor, pair.leader):
            found[one].append(pair.total)
    return dict(found)


def _means(
    group_of: Mapping[Participant, str], fits: Mapping[Participant, list[int]]
) -> tuple[tuple[GroupMean, ...], int]:
    """Return the groups that may be shown, the lowest mean first, and how many may not."""
    groups: defaultdict[str, list[Participant]] = defaultdict(list)
    names: dict[str, str] = {}
    for one, name in group_of.items():
        key = fold(name)
        groups[key].append(one)
        # Spelt in two ways it is called by the one that comes first, whoever is looked at first.
        names[key] = min(names.get(key, name), name)
    hidden = _hidden(groups)
    shown = [
        GroupMean(names[key], len(people), _mean([_mean(fits[one]) for one in people]))
        for key, people in groups.items()
        if key not in hidden
    ]
    return tuple(sorted(shown, key=lambda one: (one.mean, one.name))), len(hidden - {""})


def _hidden(groups: Mapping[str, Sequence[Participant]]) -> set[str]:
    """Return the groups not to be shown: too small, or what would give such a one away.

    Who is in no group known counts among the hidden.
    """
    hidden = {key for key, people in groups.items() if not key or len(people) < LEAST_IN_GROUP}
    people = sum(len(groups[key]) for key in hidden)
    for key in sorted(groups.keys() - hidden, key=lambda key: (len(groups[key]), key)):
        if not 0 < people < LEAST_IN_GROUP:
            break
        hidden.add(key)
        people += len(groups[key])
    return hidden


def _mean(numbers: Sequence[int]) -> int:
    return rounded(sum(numbers), len(numbers))
