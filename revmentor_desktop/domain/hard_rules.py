"""Hard rules of pairing, each alone: why two people must not be paired.

Sources: neither line manager nor direct report, the whole chain both ways, nor the same appraiser;
no conflict of interest; one leader per mentor unless the officer allows more; a private "not with"
list; nobody who paused or withdrew. Beside these, a programme has rules of its own choosing
(`PairingChoices`). What is not known of somebody never forbids anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from revmentor_desktop.domain.conflicts import both_ways
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.field_values import said
from revmentor_desktop.domain.line_management import Managers, line_between
from revmentor_desktop.domain.overrides import ONCE, ROLES
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, Person
from revmentor_desktop.domain.plan.pairing_choices import WITHDRAWN, OwnRule, OwnRuleKind
from revmentor_desktop.domain.text import fold


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


def nobody_in(*states: ParticipationState) -> Rule:
    """Return the rule that nobody is paired whose part has come to one of some states."""

    def rule(mentor: Participant, mentee: Participant, _: PairingFacts) -> KnownError | None:
        for one in (mentor, mentee):
            if one.participation.state in states:
                return KnownError(f"pair-{one.participation.state}", name=one.person.full_name)
        return None

    return rule


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


def own_rule_kept(own: OwnRule) -> Rule:
    """Return a rule of the officer's own, made from a field."""

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

Rule = Callable[[Participant, Participant, PairingFacts], KnownError | None]
"""Returns why a rule keeps two people apart, or None."""
Named = tuple[str, Rule]
"""A rule with its key."""
BEFORE_ALL: Final[tuple[Named, ...]] = ((ROLES, _one_of_each), (ONCE, _not_yet_paired))
"""What is asked first."""
CHOSEN: Final[dict[str, Rule]] = {
    "line": _separate_lines,
    "shared-manager": _different_managers,
    "conflict": _no_conflict,
    "not-with": _nobody_objects,
    "department": _different_departments,
    "failed-pairs": _did_not_end_early,
    "earlier-partners": _new_to_each_other,
    WITHDRAWN: nobody_in(ParticipationState.WITHDRAWN),
    "paused": nobody_in(ParticipationState.PAUSED),
    "confirmed": _both_confirmed,
    "mode": _one_way_to_meet,
    "time": _time_in_common,
}
"""The rules that a programme can switch, the weightiest first; `CAPACITY` comes after them all,
for it depends on who else is paired."""
LASTING: Final[dict[str, Rule]] = {"earlier-partners": _were_new_to_each_other}
"""What takes the place of one of `CHOSEN` for two people who are a pair already."""
