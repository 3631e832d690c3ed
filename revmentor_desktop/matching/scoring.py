"""The scores of everybody with everybody: a matrix for the solver, explained cell by cell."""

from __future__ import annotations

from array import array
from collections.abc import Generator, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import standing_objection
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.domain.progress import Progress, reporting, run_to_end
from revmentor_desktop.matching.criteria import DROPPED, Criterion
from revmentor_desktop.matching.criteria_chosen import criteria_of
from revmentor_desktop.matching.problem import FORBIDDEN
from revmentor_desktop.matching.rules import Columns, forbidden_columns, forbidding, places
from revmentor_desktop.matching.scoring_fit import Fit, Part, fit_of
from revmentor_desktop.matching.scoring_rows import Features, RowMaker, column_totals

_ROWS_AT_ONCE: Final = 10
"""Rows between two signs of progress."""
_PEOPLE_AT_ONCE: Final = 50
"""People of whom is looked at what the criteria compare, between two signs of progress."""


@dataclass(frozen=True, eq=False)
class Scores:
    """How well each mentor fits each leader: rows are mentors, columns leaders, as given.

    Cells are hundredths of a point from 0 to 10,000. Made by `scores` or `scoring`; a changed
    person or changed facts give other `Scores` that share what stayed the same.
    """

    mentors: tuple[Participant, ...]
    leaders: tuple[Participant, ...]
    facts: PairingFacts = field(repr=False)
    choices: PairingChoices
    criteria: tuple[Criterion, ...] = field(repr=False)
    mentor_features: tuple[Features, ...] = field(repr=False)
    leader_features: tuple[Features, ...] = field(repr=False)
    totals: tuple[array[int], ...] = field(repr=False)
    """Without regard to rules."""
    forbidden: tuple[Columns, ...] = field(repr=False)
    """By mentor, the leaders whom the rules forbid, as bits."""

    def row(self, mentor: int) -> list[int]:
        """Return a mentor's scores with all leaders; `FORBIDDEN` where a rule forbids the pair."""
        row = self.totals[mentor].tolist()
        for column in places(self.forbidden[mentor]):
            row[column] = FORBIDDEN
        return row

    def rows(self) -> list[list[int]]:
        """Return the whole matrix as the solver takes it."""
        return [self.row(mentor) for mentor in range(len(self.mentors))]

    def total(self, mentor: int, leader: int) -> int:
        """Return a cell without regard to rules: what a pair would have."""
        return self.totals[mentor][leader]

    def is_forbidden(self, mentor: int, leader: int) -> bool:
        """Tell whether a rule forbids a pair, whoever is paired now."""
        return bool(self.forbidden[mentor] >> leader & 1)

    def objection(self, mentor: int, leader: int) -> KnownError | None:
        """Return which rule forbids a pair, whoever is paired now, or None."""
        return standing_objection(self.mentors[mentor], self.leaders[leader], self.facts)

    def fit(self, mentor: int, leader: int) -> Fit:
        """Return a cell explained, without regard to rules."""
        here, there = self.mentor_features[mentor], self.leader_features[leader]
        people = self.mentors[mentor], self.leaders[leader]
        return fit_of(
            [_part(*one, *people) for one in zip(self.criteria, here, there, strict=True)]
        )

    def place(self, participation_id: int) -> tuple[Role, int]:
        """Return the row or column of somebody. Raises KeyError for who is not among them."""
        return self._places[participation_id]

    def with_facts(self, facts: PairingFacts) -> Scores:
        """Return the same under other rules, managers, conflicts or overrides.

        Where other answers may be used now, all is scored anew.
        """
        if facts.own_values != self.facts.own_values:
            return scores(self.mentors, self.leaders, facts, self.choices)
        forbidden = tuple(forbidden_columns(self.mentors, self.leaders, facts))
        return replace(self, facts=facts, forbidden=forbidden)

    def with_person(self, one: Participant, facts: PairingFacts | None = None) -> Scores:
        """Return the same with somebody of the same role and participation as they are now.

        Only their row or column is scored anew. With other `facts` the rules are looked at anew
        for everybody, because a new line manager of one is in the lines of others too. Raises
        KeyError for who is not among them.
        """
        role, place = self.place(one.participation.id)
        if role is not one.participation.role:
            raise KeyError(one.participation.id)
        by_role = {Role.MENTOR: self._with_row, Role.MENTEE: self._with_column}
        changed = by_role[role](place, one)
        return changed if facts is None else changed.with_facts(facts)

    def with_partners(self, people: Iterable[Participant]) -> Scores:
        """Return the same with people of whom nothing changed but how many partners they may have.

        No score looks at that. Raises KeyError for who is not among them.
        """
        sides = {Role.MENTOR: list(self.mentors), Role.MENTEE: list(self.leaders)}
        for one in people:
            role, place = self.place(one.participation.id)
            sides[role][place] = one
        mentors, leaders = map(tuple, sides.values())
        return replace(self, mentors=mentors, leaders=leaders)

    def _with_row(self, place: int, mentor: Participant) -> Scores:
        (forbidden,) = forbidden_columns([mentor], self.leaders, self.facts)
        features = mentor_features(mentor, self.criteria)
        return replace(
            self,
            mentors=_with(self.mentors, place, mentor),
            mentor_features=_with(self.mentor_features, place, features),
            totals=_with(self.totals, place, self._row_maker.totals(features)),
            forbidden=_with(self.forbidden, place, forbidden),
        )

    def _with_column(self, place: int, leader: Participant) -> Scores:
        features = leader_features(leader, self.criteria)
        column = column_totals(self.criteria, self.mentor_features, features)
        forbidden = forbidden_columns(self.mentors, [leader], self.facts)
        totals = []
        for total, before in zip(column, self.totals, strict=True):
            row = before[:]
            row[place] = total
            totals.append(row)
        return replace(
            self,
            leaders=_with(self.leaders, place, leader),
            leader_features=_with(self.leader_features, place, features),
            totals=tuple(totals),
            forbidden=tuple(
                before & ~(1 << place) | now << place
                for before, now in zip(self.forbidden, forbidden, strict=True)
            ),
        )

    @cached_property
    def _row_maker(self) -> RowMaker:
        return RowMaker(self.criteria, self.leader_features)

    @cached_property
    def _places(self) -> dict[int, tuple[Role, int]]:
        sides = ((Role.MENTOR, self.mentors), (Role.MENTEE, self.leaders))
        return {
            one.participation.id: (role, at) for role, side in sides for at, one in enumerate(side)
        }


def scores(
    mentors: Iterable[Participant],
    leaders: Iterable[Participant],
    facts: PairingFacts,
    choices: PairingChoices,
) -> Scores:
    """Score everybody with everybody at once.

    `facts.own_values` must hold what may be used of all fields that `choices.fields` names.
    """
    return run_to_end(scoring(mentors, leaders, facts, choices))


def scoring(
    mentors: Iterable[Participant],
    leaders: Iterable[Participant],
    facts: PairingFacts,
    choices: PairingChoices,
) -> Generator[Progress, None, Scores]:
    """Do the same in steps that can be broken off; progress counts mentors."""
    rows, columns = tuple(mentors), tuple(leaders)
    criteria = criteria_of(choices, facts.own_values)
    of_mentors: list[Features] = []
    of_leaders: list[Features] = []
    for side, features_of, found in (
        (rows, mentor_features, of_mentors),
        (columns, leader_features, of_leaders),
    ):
        for done, one in enumerate(side):
            if done % _PEOPLE_AT_ONCE == 0:
                yield Progress(0, len(rows))
            found.append(features_of(one, criteria))
    maker = RowMaker(criteria, of_leaders)
    totals = []
    for done, features in enumerate(of_mentors):
        if done % _ROWS_AT_ONCE == 0:
            yield Progress(done, len(rows))
        totals.append(maker.totals(features))
    ruling = forbidding(rows, columns, facts)
    forbidden = tuple((yield from reporting(ruling, Progress(len(rows), len(rows)))))
    everybody = (tuple(of_mentors), tuple(of_leaders))
    return Scores(rows, columns, facts, choices, criteria, *everybody, tuple(totals), forbidden)


def mentor_features(one: Participant, criteria: Sequence[Criterion]) -> Features:
    """Return what the criteria compare of a mentor."""
    return tuple(criterion.mentor(one) for criterion in criteria)


def leader_features(one: Participant, criteria: Sequence[Criterion]) -> Features:
    """Return what the criteria compare of a leader."""
    return tuple(criterion.leader(one) for criterion in criteria)


def fit(mentor: Participant, leader: Participant, criteria: Sequence[Criterion]) -> Fit:
    """Return how well two people fit, criterion by criterion, without regard to rules."""
    return fit_of(
        [_part(one, one.mentor(mentor), one.leader(leader), mentor, leader) for one in criteria]
    )


def _part(
    one: Criterion, here: Hashable, there: Hashable, mentor: Participant, leader: Participant
) -> Part:
    points = one.points(here, there)
    if points == DROPPED:
        why = one.why_dropped(mentor, leader)
        return Part(one.key, one.side, None, why, one.weight)
    return Part(one.key, one.side, points, None, one.weight)


def _with(values: tuple[Any, ...], place: int, value: Any) -> tuple[Any, ...]:
    return (*values[:place], value, *values[place + 1 :])
