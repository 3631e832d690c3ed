"""What the hard rules of pairing need to know beside the two people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from revmentor_desktop.domain.field_values import OwnValues
from revmentor_desktop.domain.line_management import Managers
from revmentor_desktop.domain.overrides import ALWAYS, Override
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.plan.pairing_choices import CAPACITY, DEFAULT_RULES, OwnRule


@dataclass(frozen=True, slots=True)
class OtherPair:
    """A pair of the same two people in another programme, which `is_earlier` or later than this."""

    programme: str
    is_earlier: bool


@dataclass(frozen=True)
class PairingFacts:
    """What the rules need to know beside the two people.

    `managers` and `names` go by person id; `paired` holds (mentor, mentee) participation ids,
    each pair once, and `agreed` those of them that are more than a proposal. `rules` are those of
    `domain.plan.pairing_choices.RULES` that bind. By (lower, higher) person id go `elsewhere`, the
    pairs of other programmes and those that ended, `conflicts`, who declared a conflict of
    interest, and `ended_early`, whose pair in any programme ended before its time. `own_values`
    leaves out what may not be used; `labels` names the own fields. Of `confidential` ones, whose
    answers are special-category data, no sentence says what they are nor how two people compare.
    """

    managers: Managers
    names: dict[int, str]
    paired: Collection[tuple[int, int]]
    rules: frozenset[str] = DEFAULT_RULES
    own_rules: tuple[OwnRule, ...] = ()
    elsewhere: Mapping[tuple[int, int], OtherPair] = field(default_factory=dict)
    own_values: OwnValues = field(default_factory=dict, repr=False)
    labels: Mapping[str, str] = field(default_factory=dict)
    confidential: frozenset[str] = frozenset()
    conflicts: frozenset[tuple[int, int]] = field(default=frozenset(), repr=False)
    ended_early: frozenset[tuple[int, int]] = frozenset()
    overrides: tuple[Override, ...] = ()
    agreed: Collection[tuple[int, int]] = frozenset()

    def partners_of(self, participation_id: int, *, agreed_only: bool = False) -> int:
        """Count the pairs that a participation stands in."""
        return (self._agreed_partners if agreed_only else self._partners)[participation_id]

    def is_full(self, one: Participant) -> bool:
        """Tell whether somebody has as many partners as agreed, or more."""
        return self.partners_of(one.participation.id) >= one.participation.most_partners

    def is_over_full(self, one: Participant, *, agreed_only: bool = False) -> bool:
        """Tell whether somebody has more partners than agreed."""
        partners = self.partners_of(one.participation.id, agreed_only=agreed_only)
        return partners > one.participation.most_partners

    def is_over_full_without_reason(self, one: Participant, *, agreed_only: bool = False) -> bool:
        """Tell the same of the partners for whom the number is not set aside."""
        part = one.participation
        pairs = self.agreed if agreed_only else self.paired
        aside = sum(part.id in couple and couple in pairs for couple in self._beside_number)
        within = self.partners_of(part.id, agreed_only=agreed_only) - aside
        return within > part.most_partners

    def stands_beyond(self, one: Participant) -> bool:
        """Tell whether somebody has more partners than agreed, and nothing is wrong with that.

        Either each one more has a reason, or the number is only a wish in this programme.
        """
        binds = CAPACITY in self.rules
        return self.is_over_full(one) and not (binds and self.is_over_full_without_reason(one))

    def override(self, mentor: Participant, mentee: Participant, rule: str) -> Override | None:
        """Return what sets a rule aside for these two, or None."""
        if not self.overrides or rule in ALWAYS:
            return None
        return self._overrides.get((mentor.participation.id, mentee.participation.id, rule))

    def after(
        self, parted: Collection[tuple[int, int]], joined: Collection[tuple[int, int]] = ()
    ) -> PairingFacts:
        """Return the facts as they would be with some pairs taken apart and others made."""
        if not (parted or joined):
            return self
        paired = (frozenset(self.paired) - frozenset(parted)) | frozenset(joined)
        after = replace(self, paired=paired)
        # A board asks this once for every card: counting all pairs anew would be felt.
        partners = self._partners.copy()
        partners.subtract(chain.from_iterable(parted))
        partners.update(chain.from_iterable(joined))
        after.__dict__["_partners"] = partners
        after.__dict__["_overrides"] = self._overrides
        after.__dict__["_beside_number"] = self._beside_number
        return after

    @cached_property
    def _partners(self) -> Counter[int]:
        return Counter(chain.from_iterable(self.paired))

    @cached_property
    def _agreed_partners(self) -> Counter[int]:
        return Counter(chain.from_iterable(self.agreed))

    @cached_property
    def _beside_number(self) -> tuple[tuple[int, int], ...]:
        """Those for whom it is set aside how many partners they have."""
        return tuple(
            (one.mentor_id, one.mentee_id) for one in self.overrides if one.rule == CAPACITY
        )

    @cached_property
    def _overrides(self) -> dict[tuple[int, int, str], Override]:
        return {(one.mentor_id, one.mentee_id, one.rule): one for one in self.overrides}
