"""What a plan of pairs says on paper and in a spreadsheet, as frozen values.

Whoever makes them has taken out already what is nobody else's business: special-category answers,
private rules, what somebody is interested in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from revmentor_desktop.documents.paragraphs import HARD_SPACE
from revmentor_desktop.documents.setup.values import BLANKS, SetupValues
from revmentor_desktop.domain.pairs import PairState

KEY: Final = "pairing-list"
"""The name of the paper, and of the file with its wording."""

LIST_BLANKS: Final = BLANKS | {
    "agreed",
    "aim",
    "all",
    "count",
    "day",
    "draft",
    "field",
    "first",
    "last",
    "name",
    "paired",
    "proposed",
    "reason",
    "rule",
    "slot",
}
"""The blanks that the wording of the list may have; those beside `BLANKS` differ by part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPerson:
    """Somebody of the plan; empty text means "not known"."""

    name: str
    email: str = ""
    job: str = ""
    department: str = ""
    site: str = ""

    @property
    def place(self) -> str:
        """Return "Ward 4 · North", or what there is of it; a line rather ends between the two."""
        parts = (one.replace(" ", HARD_SPACE) for one in (self.department, self.site) if one)
        return " · ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPair:
    """A pair with how well it fits, in whole points or None for not known, and why.

    `points` has a number for each of the plan's criteria, or None where it drops out. `reasons`
    speak for the pair, `concerns` against it; `set_aside` says which rules do not count for it and
    why, `broken` which it goes against. `origin` is a word for where it comes from.
    """

    reference: str
    mentor: PlanPerson
    leader: PlanPerson
    state: PairState
    fit: int | None = None
    professional: int | None = None
    personal: int | None = None
    points: tuple[int | None, ...] = ()
    reasons: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    agreed_on: date | None = None
    mentor_asked_on: date | None = None
    leader_asked_on: date | None = None
    is_locked: bool = False
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpaired:
    """Somebody with room for a partner: how many they have, may have, and for leaders why."""

    person: PlanPerson
    is_mentor: bool
    partners: int
    most_partners: int
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """A criterion: `words` within a sentence, `title` over a column, its share of all in %."""

    words: str
    title: str
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanValues:
    """A plan of pairs: those agreed, and the proposals of `draft` ("": agreed pairs only).

    `aim` says, within a sentence, what the plan of that draft is to be best at.

    `criteria` are those that the pairs have `points` of, `in_confidence` is the share in % of those
    that nothing is told of: no fit here has them in it, lest it could be worked out. `total` (of
    hundredths of a point), `average` and `lowest` are of the pairs whose fit is known, in whole
    points.
    """

    setup: SetupValues
    made_on: date
    draft: str = ""
    aim: str = ""
    pairs: tuple[PlanPair, ...] = ()
    unpaired: tuple[Unpaired, ...] = ()
    leaders: int = 0
    leaders_paired: int = 0
    total: float = 0.0
    average: int | None = None
    lowest: int | None = None
    criteria: tuple[Counting, ...] = ()
    in_confidence: int = 0
    rules: tuple[str, ...] = ()

    @property
    def agreed(self) -> tuple[PlanPair, ...]:
        """The pairs that are more than a proposal."""
        return tuple(one for one in self.pairs if one.state is not PairState.PROPOSED)

    @property
    def days_agreed(self) -> list[date]:
        """The days on which pairs were agreed, in order."""
        return sorted({one.agreed_on for one in self.pairs if one.agreed_on})

    @property
    def with_rule_set_aside(self) -> int:
        """How many pairs have a rule set aside for them."""
        return sum(bool(one.set_aside) for one in self.pairs)

    @property
    def against_a_rule(self) -> int:
        """How many pairs go against a rule for which nobody wrote a reason."""
        return sum(bool(one.broken) for one in self.pairs)

    @property
    def of_unknown_fit(self) -> int:
        """Of how many pairs nothing is known that counts."""
        return sum(one.fit is None for one in self.pairs)

    def without_partner(self, *, mentors: bool) -> list[Unpaired]:
        """Return who of one side has no partner at all."""
        return [one for one in self.unpaired if one.is_mentor is mentors and not one.partners]
