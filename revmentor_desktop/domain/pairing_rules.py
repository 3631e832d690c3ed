"""Hard rules of pairing: why two people must not be paired.

Sources: neither line manager nor direct report, the whole chain both ways; one leader per mentor
unless the officer allows more; a private "not with" list; nobody who paused or withdrew. Beside
these, a programme has rules of its own choosing (`PairingChoices`). What is not known of somebody
never forbids anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.field_values import OwnValues, said
from revmentor_desktop.domain.line_management import Managers, line_between
from revmentor_desktop.domain.participation import (
    OUT_STATES,
    Participant,
    ParticipationState,
    Role,
)
from revmentor_desktop.domain.people import MeetingMode
from revmentor_desktop.domain.plan.pairing_choices import DEFAULT_RULES, OwnRule, OwnRuleKind
from revmentor_desktop.domain.text import fold

ABSENT_STATES = OUT_STATES | {ParticipationState.PAUSED}
"""States in which a person takes no new partner."""


@dataclass(frozen=True, slots=True)
class OtherPair:
    """A pair of the same two people in another programme, which `is_earlier` or later than this."""

    programme: str
    is_earlier: bool


@dataclass(frozen=True)
class PairingFacts:
    """What the rules need to know beside the two people.

    `managers` and `names` go by person id; `paired` holds (mentor, mentee) participation ids,
    each pair once. `rules` are those of `domain.plan.pairing_choices.RULES` that bind. `elsewhere`
    holds the pairs of other programmes by (lower, higher) person id. `own_values` leaves out what
    may not be used; `labels` names the fields of `own_rules`.
    """

    managers: Managers
    names: dict[int, str]
    paired: Collection[tuple[int, int]]
    rules: frozenset[str] = DEFAULT_RULES
    own_rules: tuple[OwnRule, ...] = ()
    elsewhere: Mapping[tuple[int, int], OtherPair] = field(default_factory=dict)
    own_values: OwnValues = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)

    def partners_of(self, participation_id: int) -> int:
        """Count the pairs that a participation stands in."""
        return self._partners[participation_id]

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
        return after

    @cached_property
    def _partners(self) -> Counter[int]:
        return Counter(chain.from_iterable(self.paired))


def objection(mentor: Participant, mentee: Participant, facts: PairingFacts) -> KnownError | None:
    """Return why these two cannot be paired, the weightiest reason first, or None."""
    for rule in (*_BEFORE_ALL, *_chosen(facts, _CHOSEN), *_ALWAYS, _room_for_one_more):
        error = rule(mentor, mentee, facts)
        if error is not None:
            return error
    return None


def breaches(mentor: Participant, mentee: Participant, facts: PairingFacts) -> list[KnownError]:
    """Return which rules two people who are paired break by now, because something changed since.

    For instance one of them has a new line manager or has paused, or the programme has a new rule.
    Empty: all is well.
    """
    rules = (*_chosen(facts, _CHOSEN | _CHOSEN_LASTING), *_ALWAYS)
    found = (rule(mentor, mentee, facts) for rule in rules)
    return [error for error in found if error is not None]


def _names(mentor: Participant, mentee: Participant) -> dict[str, str]:
    return {"mentor": mentor.person.full_name, "leader": mentee.person.full_name}


def _one_of_each(mentor: Participant, mentee: Participant, _: PairingFacts) -> KnownError | None:
    roles = (mentor.participation.role, mentee.participation.role)
    if roles == (Role.MENTOR, Role.MENTEE):
        return None
    return KnownError("pair-same-role", **_names(mentor, mentee))


def _not_yet_paired(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> KnownError | None:
    if (mentor.participation.id, mentee.participation.id) not in facts.paired:
        return None
    return KnownError("pair-exists", **_names(mentor, mentee))


def _separate_lines(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> KnownError | None:
    line = line_between(mentor.person.id, mentee.person.id, facts.managers)
    if not line:
        return None
    names = " → ".join(facts.names[person_id] for person_id in line)
    return KnownError("pair-same-line", chain=names, **_names(mentor, mentee))


def _nobody_objects(mentor: Participant, mentee: Participant, _: PairingFacts) -> KnownError | None:
    if (
        mentee.person.id in mentor.participation.not_with
        or mentor.person.id in mentee.participation.not_with
    ):
        return KnownError("pair-not-with", **_names(mentor, mentee))
    return None


def _both_present(mentor: Participant, mentee: Participant, _: PairingFacts) -> KnownError | None:
    for one in (mentor, mentee):
        if one.participation.state in ABSENT_STATES:
            return KnownError(f"pair-{one.participation.state}", name=one.person.full_name)
    return None


def _room_for_one_more(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> KnownError | None:
    for one in (mentor, mentee):
        if facts.partners_of(one.participation.id) >= one.participation.most_partners:
            return KnownError("pair-full", name=one.person.full_name)
    return None


def _different_departments(
    mentor: Participant, mentee: Participant, _: PairingFacts
) -> KnownError | None:
    here, there = fold(mentor.person.department), fold(mentee.person.department)
    if not here or here != there:
        return None
    names = _names(mentor, mentee)
    return KnownError("pair-same-department", department=mentor.person.department, **names)


def _new_to_each_other(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> KnownError | None:
    pair = _elsewhere(mentor, mentee, facts)
    if pair is None:
        return None
    return KnownError("pair-met-before", programme=pair.programme, **_names(mentor, mentee))


def _were_new_to_each_other(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> KnownError | None:
    """The same once they are a pair: only an earlier programme counts, or both would break it."""
    pair = _elsewhere(mentor, mentee, facts)
    if pair is None or not pair.is_earlier:
        return None
    return KnownError("pair-met-before", programme=pair.programme, **_names(mentor, mentee))


def _elsewhere(mentor: Participant, mentee: Participant, facts: PairingFacts) -> OtherPair | None:
    one, other = sorted((mentor.person.id, mentee.person.id))
    return facts.elsewhere.get((one, other))


def _one_way_to_meet(
    mentor: Participant, mentee: Participant, _: PairingFacts
) -> KnownError | None:
    if {mentor.person.meeting_mode, mentee.person.meeting_mode} != _OPPOSITE_MODES:
        return None
    return KnownError("pair-no-common-mode", **_names(mentor, mentee))


def _time_in_common(mentor: Participant, mentee: Participant, _: PairingFacts) -> KnownError | None:
    here, there = mentor.person.slots, mentee.person.slots
    if not here or not there or not set(here).isdisjoint(there):
        return None
    return KnownError("pair-no-common-time", **_names(mentor, mentee))


def _own_rules_kept(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> KnownError | None:
    for rule in facts.own_rules:
        here = said(mentor, rule.field, facts.own_values)
        there = said(mentee, rule.field, facts.own_values)
        if here and there and not _KEPT[rule.kind](here, there):
            label = facts.labels.get(rule.field, rule.field)
            return KnownError(
                f"pair-own-{rule.kind.replace('_', '-')}", field=label, **_names(mentor, mentee)
            )
    return None


_OPPOSITE_MODES: Final = {MeetingMode.IN_PERSON, MeetingMode.VIDEO}
_KEPT: Final[Mapping[OwnRuleKind, Callable[[frozenset[str], frozenset[str]], bool]]] = {
    OwnRuleKind.MUST_DIFFER: lambda here, there: here != there,
    OwnRuleKind.MUST_BE_EQUAL: lambda here, there: here == there,
    OwnRuleKind.MUST_OVERLAP: lambda here, there: not here.isdisjoint(there),
}
"""Whether two people keep an own rule, of whom both said something."""

_Rule = Callable[[Participant, Participant, PairingFacts], KnownError | None]
_BEFORE_ALL: Final[tuple[_Rule, ...]] = (_one_of_each, _not_yet_paired)
_CHOSEN: Final[dict[str, _Rule]] = {
    "line": _separate_lines,
    "not-with": _nobody_objects,
    "department": _different_departments,
    "earlier-partners": _new_to_each_other,
    "mode": _one_way_to_meet,
    "time": _time_in_common,
}
"""The rules that a programme can switch, the weightiest first."""
_CHOSEN_LASTING: Final[dict[str, _Rule]] = {"earlier-partners": _were_new_to_each_other}
"""What takes the place of one of `_CHOSEN` for two people who are a pair already."""
_ALWAYS: Final[tuple[_Rule, ...]] = (_both_present, _own_rules_kept)


def _chosen(facts: PairingFacts, rules: Mapping[str, _Rule]) -> list[_Rule]:
    return [rule for name, rule in rules.items() if name in facts.rules]
