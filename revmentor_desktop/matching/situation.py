"""The board as a problem: who stands in which row, what may move, and what counts for whom."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from itertools import chain
from typing import Final

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.plan.pairing_choices import WITHDRAWN, PairingChoices
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.domain.text import fold
from revmentor_desktop.matching.problem import FORBIDDEN, Cell, Problem
from revmentor_desktop.matching.questions import Person
from revmentor_desktop.matching.scoring import Scores, scoring
from revmentor_desktop.matching.scoring_fairness import ScoredPair

_ROWS_AT_ONCE: Final = 50
"""After how many rows the work can be broken off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much of the board may be planned anew; agreed and locked pairs never are.

    `people` are the participation ids of those to find partners for; empty means everybody. Pairs
    without one of them stay. With `only_gaps` all pairs stay, and only free places are filled.
    """

    people: frozenset[int] = frozenset()
    only_gaps: bool = False

    def keeps(self, pair: Pair) -> bool:
        """Tell whether a pair on the board has to stay."""
        return (
            pair.is_fixed
            or self.only_gaps
            or (bool(self.people) and self.people.isdisjoint(pair.couple))
        )


WHOLE_BOARD = Extent()
"""Everything but agreed and locked pairs."""


@dataclass(frozen=True, eq=False)
class Situation:
    """A board, and how well everybody on it fits everybody.

    `waiting` says by participation id how often somebody was left over in earlier programmes.
    Rows are `scores.mentors`, columns `scores.leaders`. Make one with `situating`.
    """

    board: Board
    scores: Scores
    waiting: Mapping[int, int] = field(default_factory=dict)

    def with_board(self, board: Board) -> Situation | None:
        """Return the same for a board that has changed; None where other people take part.

        Only what can differ is scored anew.
        """
        before = {one.participation.id: one for one in self.board.participants}
        if before.keys() != {one.participation.id for one in board.participants}:
            return None
        found, facts = self.scores, board.facts
        was = self.board.facts
        try:
            room_changed = []
            for one in board.participants:
                # Most are the very same; comparing all that they said takes longer.
                if one is (old := before[one.participation.id]) or one == old:
                    continue
                if one.is_same_but_for_partners(old):
                    room_changed.append(one)
                else:
                    found = found.with_person(one)
            if room_changed:
                found = found.with_partners(room_changed)
            # Who is paired now is no matter of scores.
            if replace(facts, paired=was.paired, agreed=was.agreed) != was:
                found = found.with_facts(facts)
            for part_id in _excused(facts).union(*(pair.couple for pair in board.pairs)):
                found.place(part_id)
        except KeyError:
            return None
        changed = Situation(board, replace(found, facts=facts), self.waiting)
        are_same = found.totals is self.scores.totals and found.forbidden is self.scores.forbidden
        if are_same and "_rows" in self.__dict__:
            changed.__dict__["_rows"] = self._rows
        return changed

    def problem(self, extent: Extent = WHOLE_BOARD) -> Problem:
        """Return what is to be decided. Pairs that stay are locked, and count what they score.

        Who rightly has more partners than agreed (for a reason, or where the number is a wish)
        keeps them all and gets no other: these pairs stay as well. So nobody gets more than the
        number from here, and yet the pairs on the board are a plan of the problem, with which the
        best can be compared.
        """
        board = self.board
        kept = [one for one in board.pairs if extent.keeps(one) or board.stays_beyond(one)]
        locked = frozenset(map(self.cell, kept))
        mentors, leaders = self.scores.mentors, self.scores.leaders
        return Problem(
            self._matrix(locked, extent.people),
            [one.participation.most_partners for one in mentors],
            [one.participation.most_partners for one in leaders],
            locked=locked,
            mentor_keys=_keys(mentors),
            mentee_keys=_keys(leaders),
            mentor_waiting=[self.waiting.get(one.participation.id, 0) for one in mentors],
            mentee_waiting=[self.waiting.get(one.participation.id, 0) for one in leaders],
        )

    @cached_property
    def plan(self) -> frozenset[Cell]:
        """The pairs on the board."""
        return frozenset(map(self.cell, self.board.pairs))

    def cell(self, pair: Pair) -> Cell:
        """Return where a pair of the board stands."""
        return self.cell_of(*pair.couple)

    def cell_of(self, mentor_id: int, leader_id: int) -> Cell:
        """Return where two people stand, by participation ids. Raises KeyError."""
        (mentor_role, row), (leader_role, column) = map(self.scores.place, (mentor_id, leader_id))
        if (mentor_role, leader_role) != (Role.MENTOR, Role.MENTEE):
            raise KeyError((mentor_id, leader_id))
        return row, column

    def person(self, participation_id: int) -> Person:
        """Return the row or column of somebody. Raises KeyError."""
        role, number = self.scores.place(participation_id)
        return Person(role is Role.MENTOR, number)

    def participant(self, person: Person) -> Participant:
        """Return who stands in a row or column."""
        side = self.scores.mentors if person.is_mentor else self.scores.leaders
        return side[person.number]

    def couple(self, cell: Cell) -> tuple[Participant, Participant]:
        """Return the mentor and the leader of a cell."""
        return self.scores.mentors[cell[0]], self.scores.leaders[cell[1]]

    def scored(self, cells: Iterable[Cell]) -> tuple[ScoredPair, ...]:
        """Return cells as people with what they score, by participation ids."""
        found = (ScoredPair(*self.couple(cell), self.scores.total(*cell)) for cell in cells)
        return tuple(sorted(found, key=lambda one: one.couple))

    @cached_property
    def _rows(self) -> list[list[int]]:
        return self.scores.rows()

    def _matrix(self, locked: Collection[Cell], people: frozenset[int]) -> list[list[int]]:
        rows = self._rows
        if people:
            rows = self._among(people)
        changed: dict[int, list[int]] = {}
        for i, j in locked:
            if rows[i][j] == FORBIDDEN:
                changed.setdefault(i, rows[i][:])[j] = self.scores.total(i, j)
        return [changed.get(i, row) for i, row in enumerate(rows)] if changed else rows

    def _among(self, people: frozenset[int]) -> list[list[int]]:
        """Return the scores with those pairs forbidden that have none of some people in them."""
        asked = [one.participation.id in people for one in self.scores.leaders]
        return [
            row
            if mentor.participation.id in people
            else [score if it else FORBIDDEN for score, it in zip(row, asked, strict=True)]
            for mentor, row in zip(self.scores.mentors, self._rows, strict=True)
        ]


def situating(
    board: Board,
    choices: PairingChoices,
    waiting: Mapping[int, int],
) -> Generator[Progress, None, Situation]:
    """Score everybody on a board with everybody, in steps that can be broken off.

    Whoever has no place (any more) is left out, unless they stand in a pair there, or withdrew and
    a reason says that they may be paired with somebody all the same.
    """
    there_anyway = _excused(board.facts).union(*(pair.couple for pair in board.pairs))
    sides: dict[Role, list[Participant]] = {Role.MENTOR: [], Role.MENTEE: []}
    for one in board.participants:
        part = one.participation
        if board.takes_part(one) or part.id in there_anyway:
            sides[part.role].append(one)
    found = yield from scoring(sides[Role.MENTOR], sides[Role.MENTEE], board.facts, choices)
    there = Situation(board, found, waiting)
    rows: list[list[int]] = []
    for row in range(len(found.mentors)):
        rows.append(found.row(row))
        if row % _ROWS_AT_ONCE == 0:
            yield Progress(1, 1)
    there.__dict__["_rows"] = rows
    return there


def _excused(facts: PairingFacts) -> frozenset[int]:
    """Return those, by participation id, who may be paired with somebody although one withdrew."""
    found = (one for one in facts.overrides if one.rule == WITHDRAWN)
    return frozenset(chain.from_iterable((one.mentor_id, one.mentee_id) for one in found))


def _keys(people: Iterable[Participant]) -> list[int]:
    """Return a number for each by who they are, so that the order of an import decides nothing.

    Two who cannot be told apart by address, or name and work, get theirs in the order of their
    numbers.
    """
    keys: dict[int, int] = {}
    found = list(people)
    for one in sorted(found, key=lambda each: each.participation.id):
        person = one.person
        more = (person.full_name, person.job_title, person.department, person.site)
        known_as = fold(person.email) or "\n".join(map(fold, more))
        key = int.from_bytes(blake2b(known_as.encode(), digest_size=8).digest(), "big")
        while key in keys:
            key += 1
        keys[key] = one.participation.id
    by_id = {part_id: key for key, part_id in keys.items()}
    return [by_id[one.participation.id] for one in found]
