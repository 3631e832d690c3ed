"""The board with how well people fit: what its cards, its targets and its figures say.

What did not change since the board was last read is not worked out again: a change of pairs costs
the fits of the new ones. The whole matrix of scores is made only when something asks for it, and
then kept up with the board.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairs import Pair, couple_of
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.plan.pairing_choices import OwnCriterion, PairingChoices
from revmentor_desktop.domain.progress import Progress, run_to_end
from revmentor_desktop.matching.criteria import Criterion, rounded
from revmentor_desktop.matching.criteria_chosen import criteria_of
from revmentor_desktop.matching.scoring import Scores, fit, scoring
from revmentor_desktop.matching.scoring_fairness import Fairness, ScoredPair, fairness
from revmentor_desktop.matching.scoring_fit import Fit
from revmentor_desktop.matching.scoring_fit import fit_of as made_fit
from revmentor_desktop.services.pairing.reading import board, board_with_other_pairs
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.storage.data_file import DataFile

_MOST_ANEW: Final = 20
"""Where more people than this changed, the matrix is made anew when it is next asked for."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The fits of some pairs, in hundredths of a point; None where none is known."""

    mean: int | None
    lowest: int | None
    unknown: int = 0
    total: int = 0


def figures_of_fits(fits: Iterable[Fit]) -> Figures:
    """Return the average and the lowest of some fits; those of which nothing is known aside."""
    found = list(fits)
    known = [one.total for one in found if one.is_known]
    unknown, total = len(found) - len(known), sum(known)
    if not known:
        return Figures(None, None, unknown)
    return Figures(rounded(total, len(known)), min(known), unknown, total)


class ScoredBoard:
    """A board and how well everybody on it fits; nothing in it changes once it is made.

    `confidential` are the criteria made from special-category answers: they count where both
    people agreed to that, but nothing ever says what they compare.
    """

    def __init__(
        self, shown: Board, choices: PairingChoices, before: ScoredBoard | None = None
    ) -> None:
        self.board = shown
        self.choices = choices
        self.confidential = choices.criteria_on(shown.facts.confidential)
        self._fits: dict[tuple[int, int], tuple[Participant, Participant, Fit]] = {}
        self._scores: Scores | None = None
        if before is not None and before._weighs_like(self):
            self.criteria: tuple[Criterion, ...] = before.criteria
            self._fits = before._fits
            self._scores = before._scores_for(shown)
        else:
            self.criteria = criteria_of(choices, shown.facts.own_values)

    def fit(self, mentor: Participant, leader: Participant) -> Fit:
        """Return how well two people fit, whatever the rules say of them."""
        couple = couple_of(mentor, leader)
        known = self._fits.get(couple)
        if known is None or known[0] is not mentor or known[1] is not leader:
            same = (
                known is not None and _fit_alike(known[0], mentor) and _fit_alike(known[1], leader)
            )
            found = known[2] if known is not None and same else fit(mentor, leader, self.criteria)
            # Kept with who is on this board, for comparing all that people said takes long.
            known = self._fits[couple] = (mentor, leader, found)
        return known[2]

    def fit_of(self, pair: Pair) -> Fit:
        """Return how well the two of a pair fit."""
        return self.fit(pair.mentor, pair.mentee)

    def told_fit(self, pair: Pair) -> Fit:
        """Return the fit of a pair that may leave the program: without answers in confidence.

        From a total beside all that may be named, anybody could work out what they give two
        people, and so whether these answered alike.
        """
        whole = self.fit_of(pair)
        told = [part for part in whole.parts if part.criterion not in self.confidential]
        return whole if len(told) == len(whole.parts) else made_fit(told)

    def without(self, pair: Pair) -> ScoredBoard:
        """Return the same as it would be had a pair come to its end."""
        return ScoredBoard(self.board.without(pair), self.choices, self)

    def own_criterion(self, key: str) -> OwnCriterion | None:
        """Return the officer's own criterion of that key, or None for one of the usual."""
        return next((one for one in self.choices.own_criteria if one.key == key), None)

    @cached_property
    def figures(self) -> Figures:
        """The average and the lowest fit of the pairs; those of whom nothing is known aside."""
        return self.figures_of((pair.mentor, pair.mentee) for pair in self.board.pairs)

    def figures_of(self, couples: Iterable[tuple[Participant, Participant]]) -> Figures:
        """Return the same of some mentors with a leader each, who are a pair or might be."""
        return figures_of_fits(self.fit(*couple) for couple in couples)

    def fairness(self) -> Fairness:
        """Return how evenly the pairs on the board serve people."""
        return fairness(
            ScoredPair(pair.mentor, pair.mentee, self.fit_of(pair).total)
            for pair in self.board.pairs
            if self.fit_of(pair).is_known
        )

    @property
    def scores(self) -> Scores:
        """The scores of everybody with everybody; the first time that takes a while."""
        return run_to_end(self.scoring())

    def scoring(self) -> Generator[Progress, None, Scores]:
        """Make the scores of everybody with everybody in steps that can be broken off."""
        if self._scores is None:
            sides = (self._everybody(Role.MENTOR), self._everybody(Role.MENTEE))
            self._scores = yield from scoring(*sides, self.board.facts, self.choices)
        return self._scores

    def _everybody(self, role: Role) -> tuple[Participant, ...]:
        return _everybody(self.board, role)

    def _weighs_like(self, other: ScoredBoard) -> bool:
        return (
            self.choices.scores_like(other.choices)
            and self.board.facts.own_values == other.board.facts.own_values
        )

    def _scores_for(self, shown: Board) -> Scores | None:
        """Return the scores, if they were made, as they are with the people of another board."""
        if self._scores is None:
            return None
        return _scores_with(self._scores, shown)


def scored_board(
    data: DataFile,
    programme_id: int,
    before: ScoredBoard | None = None,
    *,
    draft_id: int | None = None,
) -> ScoredBoard:
    """Return the board of a programme with a draft, scored: the one looked at, unless told.

    `before` is what is known from an earlier reading of the same programme.
    """
    with data.still():
        shown = board(data, programme_id, draft_id)
        return ScoredBoard(shown, plan(data, programme_id).pairing, before)


def scored_board_with_other_pairs(
    data: DataFile, programme_id: int, known: ScoredBoard
) -> ScoredBoard:
    """Return the same when only pairs and drafts changed since it was read as `known`."""
    shown = board_with_other_pairs(data, programme_id, known.board)
    return ScoredBoard(shown, known.choices, known)


def _everybody(shown: Board, role: Role) -> tuple[Participant, ...]:
    return tuple(one for one in shown.participants if one.participation.role is role)


def _scores_with(known: Scores, shown: Board) -> Scores | None:
    """Return scores for the people and facts of a board; None where too much is different."""
    changed: list[Participant] = []
    room_changed: list[Participant] = []
    for before, now in (
        (known.mentors, _everybody(shown, Role.MENTOR)),
        (known.leaders, _everybody(shown, Role.MENTEE)),
    ):
        if _ids(before) != _ids(now):
            return None
        for old, one in zip(before, now, strict=True):
            if not _same(old, one):
                (room_changed if one.is_same_but_for_partners(old) else changed).append(one)
    if len(changed) > _MOST_ANEW:
        return None
    for one in changed:
        known = known.with_person(one)
    if room_changed:
        known = known.with_partners(room_changed)
    return known if _same_rules(known.facts, shown.facts) else known.with_facts(shown.facts)


def _same(one: Participant, other: Participant) -> bool:
    """Tell whether two people are the same in everything; comparing all they said takes longer."""
    return one is other or one == other


def _fit_alike(one: Participant, other: Participant) -> bool:
    """Tell whether two people fit others alike: how many partners they may have is no matter."""
    return _same(one, other) or one.is_same_but_for_partners(other)


def _ids(people: Iterable[Participant]) -> list[int]:
    return [one.participation.id for one in people]


def _same_rules(one: PairingFacts, other: PairingFacts) -> bool:
    """Tell whether two facts are the same but for who is paired."""
    return replace(one, paired=other.paired, agreed=other.agreed) == other
