"""Hard rules of pairing: why two people must not be paired.

Sources: neither line manager nor direct report, the whole chain both ways, nor the same appraiser;
no conflict of interest; one leader per mentor unless the officer allows more; a private "not with"
list; nobody who paused or withdrew. Beside these, a programme has rules of its own choosing
(`PairingChoices`). What is not known of somebody never forbids anything.

A rule can be set aside for two people (`Override`), but not what `domain.overrides.ALWAYS` names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Final

from revmentor_desktop.domain.conflicts import both_ways
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.field_values import OwnValues, said
from revmentor_desktop.domain.line_management import Managers, line_between
from revmentor_desktop.domain.overrides import (
    ALWAYS,
    AWAY,
    CAPACITY,
    ONCE,
    ROLES,
    Overridden,
    Override,
    can_be_overridden,
)
from revmentor_desktop.domain.participation import (
    OUT_STATES,
    Participant,
    ParticipationState,
    Role,
)
from revmentor_desktop.domain.people import MeetingMode, Person
from revmentor_desktop.domain.plan.pairing_choices import DEFAULT_RULES, OwnRule, OwnRuleKind
from revmentor_desktop.domain.text import fold


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
        return after

    @cached_property
    def _partners(self) -> Counter[int]:
        return Counter(chain.from_iterable(self.paired))

    @cached_property
    def _agreed_partners(self) -> Counter[int]:
        return Counter(chain.from_iterable(self.agreed))

    @cached_property
    def _overrides(self) -> dict[tuple[int, int, str], Override]:
        return {(one.mentor_id, one.mentee_id, one.rule): one for one in self.overrides}


def objection(mentor: Participant, mentee: Participant, facts: PairingFacts) -> KnownError | None:
    """Return why these two cannot be paired, the weightiest reason first, or None.

    Rules that are set aside for the two do not count.
    """
    return _first(mentor, mentee, facts, (*_BEFORE_ALL, *_standing(facts), *_LAST))


def standing_objection(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> KnownError | None:
    """Return the same whoever is paired now: what no rearranging of pairs would change."""
    return _first(mentor, mentee, facts, (_BEFORE_ALL[0], *_standing(facts)))


def breaches(mentor: Participant, mentee: Participant, facts: PairingFacts) -> list[KnownError]:
    """Return which rules two people who are paired break by now, because something changed since.

    For instance one of them has a new line manager or has paused, or the programme has a new rule.
    What was set aside for the two is an `Overridden`, which has the reason. Empty: all is well.
    """
    checked = rules_checked(mentor, mentee, facts, are_paired=True)
    found = [error for _, error in checked if error is not None]
    return [*found, *_beyond_capacity(mentor, mentee, facts)]


def rules_checked(
    mentor: Participant, mentee: Participant, facts: PairingFacts, *, are_paired: bool = False
) -> list[tuple[str, KnownError | None]]:
    """Return each rule that binds these two whoever is paired, with its words where broken.

    What was set aside for the two is an `Overridden`.
    """
    found: list[tuple[str, KnownError | None]] = []
    for key, rule in _standing(facts, _LASTING if are_paired else None):
        error = rule(mentor, mentee, facts)
        override = None if error is None else facts.override(mentor, mentee, key)
        found.append((key, Overridden(error, override) if error and override else error))
    return found


def unexcused(broken: Iterable[KnownError]) -> list[KnownError]:
    """Return those of some breaches that no reason was written down for."""
    return [error for error in broken if not isinstance(error, Overridden)]


def rules_against(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> list[tuple[str, KnownError]]:
    """Return the rules that forbid these two and can be set aside for them, each with its words."""
    return [
        (key, error)
        for key, error in rules_checked(mentor, mentee, facts)
        if error is not None and can_be_overridden(key) and not isinstance(error, Overridden)
    ]


def _beyond_capacity(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> Iterator[KnownError]:
    """Yield who of a pair has more partners than agreed by now.

    That proposals are too many is said of the proposals: for an agreed pair only those count.
    """
    is_agreed = (mentor.participation.id, mentee.participation.id) in facts.agreed
    for one in (mentor, mentee):
        part = one.participation
        if facts.partners_of(part.id, agreed_only=is_agreed) > part.most_partners:
            yield KnownError("pair-over-full", name=one.person.full_name)


def _first(
    mentor: Participant, mentee: Participant, facts: PairingFacts, rules: tuple[_Named, ...]
) -> KnownError | None:
    for key, rule in rules:
        error = rule(mentor, mentee, facts)
        if error is not None and facts.override(mentor, mentee, key) is None:
            return error
    return None


def _standing(facts: PairingFacts, instead: Mapping[str, _Rule] | None = None) -> Iterator[_Named]:
    """Yield the rules that bind whoever is paired; some may be taken in another form `instead`."""
    for key, rule in _CHOSEN.items():
        if key in facts.rules:
            yield key, (instead or {}).get(key, rule)
    yield AWAY, _nobody_in(*OUT_STATES)
    for own in facts.own_rules:
        yield own.key, _own_rule_kept(own)


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


def manager_key(person: Person, managers: Managers) -> int | str:
    """Return by what to compare somebody's line manager with another's; "" for none known.

    A manager who is not among the people is known by what was written: a name or an e-mail.
    """
    manager = managers.get(person.id)
    return fold(person.line_manager_text) if manager is None else manager


def _different_managers(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> KnownError | None:
    manager = manager_key(mentor.person, facts.managers)
    if manager == "" or manager != manager_key(mentee.person, facts.managers):
        return None
    name = mentor.person.line_manager_text if isinstance(manager, str) else facts.names[manager]
    return KnownError("pair-same-manager", manager=name, **_names(mentor, mentee))


def _no_conflict(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> KnownError | None:
    if both_ways(mentor.person.id, mentee.person.id) not in facts.conflicts:
        return None
    return KnownError("pair-conflict", **_names(mentor, mentee))


def _nobody_objects(mentor: Participant, mentee: Participant, _: PairingFacts) -> KnownError | None:
    if (
        mentee.person.id in mentor.participation.not_with
        or mentor.person.id in mentee.participation.not_with
    ):
        return KnownError("pair-not-with", **_names(mentor, mentee))
    return None


def _both_confirmed(mentor: Participant, mentee: Participant, _: PairingFacts) -> KnownError | None:
    for one in (mentor, mentee):
        if one.participation.state in UNCONFIRMED_STATES:
            return KnownError("pair-unconfirmed", name=one.person.full_name)
    return None


def _nobody_in(*states: ParticipationState) -> _Rule:
    def rule(mentor: Participant, mentee: Participant, _: PairingFacts) -> KnownError | None:
        for one in (mentor, mentee):
            if one.participation.state in states:
                return KnownError(f"pair-{one.participation.state}", name=one.person.full_name)
        return None

    return rule


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


def _did_not_end_early(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> KnownError | None:
    if both_ways(mentor.person.id, mentee.person.id) not in facts.ended_early:
        return None
    return KnownError("pair-ended-early", **_names(mentor, mentee))


def _new_to_each_other(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> KnownError | None:
    pair = facts.elsewhere.get(both_ways(mentor.person.id, mentee.person.id))
    if pair is None:
        return None
    return KnownError("pair-met-before", programme=pair.programme, **_names(mentor, mentee))


def _were_new_to_each_other(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> KnownError | None:
    """The same once they are a pair: only an earlier programme counts, or both would break it."""
    pair = facts.elsewhere.get(both_ways(mentor.person.id, mentee.person.id))
    if pair is None or not pair.is_earlier:
        return None
    return _new_to_each_other(mentor, mentee, facts)


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


def _own_rule_kept(own: OwnRule) -> _Rule:
    def rule(mentor: Participant, mentee: Participant, facts: PairingFacts) -> KnownError | None:
        here = said(mentor, own.field, facts.own_values)
        there = said(mentee, own.field, facts.own_values)
        if not here or not there or KEPT[own.kind](here, there):
            return None
        if own.field in facts.confidential:
            return KnownError("pair-own-confidential", **_names(mentor, mentee))
        label = facts.labels.get(own.field, own.field)
        code = f"pair-own-{own.kind.replace('_', '-')}"
        return KnownError(code, field=label, **_names(mentor, mentee))

    return rule


UNCONFIRMED_STATES: Final = frozenset({ParticipationState.INVITED, ParticipationState.APPLIED})
"""States of people who have not been confirmed and are not away either."""
_OPPOSITE_MODES: Final = {MeetingMode.IN_PERSON, MeetingMode.VIDEO}
KEPT: Final[Mapping[OwnRuleKind, Callable[[frozenset[str], frozenset[str]], bool]]] = {
    OwnRuleKind.MUST_DIFFER: lambda here, there: here != there,
    OwnRuleKind.MUST_BE_EQUAL: lambda here, there: here == there,
    OwnRuleKind.MUST_OVERLAP: lambda here, there: not here.isdisjoint(there),
}
"""Whether two people keep an own rule, of whom both said something."""

_Rule = Callable[[Participant, Participant, PairingFacts], KnownError | None]
_Named = tuple[str, _Rule]
_BEFORE_ALL: Final[tuple[_Named, ...]] = ((ROLES, _one_of_each), (ONCE, _not_yet_paired))
_CHOSEN: Final[dict[str, _Rule]] = {
    "line": _separate_lines,
    "shared-manager": _different_managers,
    "conflict": _no_conflict,
    "not-with": _nobody_objects,
    "department": _different_departments,
    "failed-pairs": _did_not_end_early,
    "earlier-partners": _new_to_each_other,
    "paused": _nobody_in(ParticipationState.PAUSED),
    "confirmed": _both_confirmed,
    "mode": _one_way_to_meet,
    "time": _time_in_common,
}
"""The rules that a programme can switch, the weightiest first."""
_LASTING: Final[dict[str, _Rule]] = {"earlier-partners": _were_new_to_each_other}
"""What takes the place of one of `_CHOSEN` for two people who are a pair already."""
_LAST: Final[tuple[_Named, ...]] = ((CAPACITY, _room_for_one_more),)
