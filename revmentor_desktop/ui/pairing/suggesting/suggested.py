"""What a suggested plan would change on the board, as values for the dialog that shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import Final, Literal

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.matching.scoring_fairness import ScoredPair
from revmentor_desktop.matching.situation import Extent
from revmentor_desktop.matching.suggestion import Suggestion
from revmentor_desktop.services.pairing.scored_board import Figures, ScoredBoard
from revmentor_desktop.ui.pairing.fit_words import points_word
from revmentor_desktop.ui.pairing.words import name_of, short_reason, translate
from revmentor_desktop.ui.roles import named

_LOOKED_AT: Final = 5_000
"""So many pairs are looked at to say which rules stand most in the way."""
_MOST_EXAMPLES: Final = 3

Fate = Literal["new", "parted", "left", "free"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be suggested: `floor` in hundredths of a point, for `Aim.FIT`."""

    aim: Aim
    floor: int
    extent: Extent


@dataclass(frozen=True, slots=True)
class Change:
    """A pair that would be made or parted, a leader left over, a free mentor; in words."""

    fate: Fate
    mentor: str
    leader: str
    fit: str


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """How many leaders have a mentor, and how well the pairs fit."""

    paired: int
    figures: Figures


@dataclass(frozen=True)
class Suggested:
    """A plan beside the board that it was made for; `left` are the leaders whom it leaves over."""

    found: Suggestion
    extent: Extent
    leaders: int
    now: PlanStanding
    then: PlanStanding
    changes: tuple[Change, ...]
    left: tuple[Participant, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether the plan is the one on the board."""
        return not self.found.joined and not self.found.parted

    @property
    def pairs_nobody(self) -> bool:
        """Whether nobody is paired, neither now nor in the plan."""
        return not self.found.pairs and not self.found.parted


def suggested(scored: ScoredBoard, found: Suggestion, extent: Extent) -> Suggested:
    """Return what a plan, made for so much of the board, would change."""
    shown = scored.board

    def asked(one: Participant) -> bool:
        return not extent.people or one.participation.id in extent.people

    left = tuple(one for one in found.leaders_left if asked(one))
    leaders = shown.side(Role.MENTEE)
    then = {one.leader.participation.id for one in found.pairs}
    return Suggested(
        found=found,
        extent=extent,
        leaders=len(leaders),
        now=PlanStanding(shown.paired(Role.MENTEE), scored.figures),
        then=PlanStanding(
            sum(one.participation.id in then for one in leaders),
            scored.figures_of((one.mentor, one.leader) for one in found.pairs),
        ),
        changes=(
            *_pairs(scored, "new", found.joined),
            *_pairs(scored, "parted", found.parted),
            *(Change("left", "", name_of(one), "") for one in left),
            *(Change("free", name_of(one), "", "") for one in found.mentors_left if asked(one)),
        ),
        left=left,
    )


def why_nobody(found: Suggestion) -> list[str]:
    """Return, in sentences, why a plan has no pair at all."""
    scores = found.situation.scores
    for people, words in (
        (scores.mentors, translate("Pairing", "There are no {mentors} to be paired.")),
        (scores.leaders, translate("Pairing", "There are no {leaders} to be paired.")),
    ):
        if not people:
            return [named(words)]
    if any(columns.bit_count() < len(scores.leaders) for columns in scores.forbidden):
        if found.solution.aim is Aim.FIT:
            words = translate("Pairing", "No two people who may be paired fit {0} or more.")
            return [words.format(points_word(found.solution.floor))]
        return [translate("Pairing", "Nobody who may be paired has a place left.")]
    return [
        translate("Pairing", "A rule stands between everybody. For example:"),
        *_examples(found),
    ]


def _pairs(scored: ScoredBoard, fate: Fate, pairs: Iterable[ScoredPair]) -> Iterator[Change]:
    ordered = sorted(pairs, key=lambda one: (-one.total, *one.couple))
    for one in ordered:
        fit = scored.fit(one.mentor, one.leader)
        points = points_word(fit.total if fit.is_known else None)
        yield Change(fate, name_of(one.mentor), name_of(one.leader), points)


def _examples(found: Suggestion) -> list[str]:
    """Return the rules that stand most in the way of all, each with two people as an example."""
    scores = found.situation.scores
    counts: Counter[str] = Counter()
    examples: dict[str, tuple[Participant, Participant, KnownError]] = {}
    cells = product(range(len(scores.mentors)), range(len(scores.leaders)))
    for cell in islice(cells, _LOOKED_AT):
        error = scores.objection(*cell)
        if error is not None:
            counts[error.code] += 1
            examples.setdefault(error.code, (*found.situation.couple(cell), error))
    words = translate("Pairing", "{0} and {1}: {2}")
    return [
        words.format(name_of(mentor), name_of(leader), short_reason(error))
        for mentor, leader, error in (
            examples[code] for code, _ in counts.most_common(_MOST_EXAMPLES)
        )
    ]
