"""Whether two people may be paired: the hard rules that bind, asked one after the other.

A rule can be set aside for two people (`Override`), but not what `domain.overrides.ALWAYS` names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.hard_rules import (
    BEFORE_ALL,
    CHOSEN,
    LASTING,
    Named,
    Rule,
    nobody_in,
    own_rule_kept,
)
from revmentor_desktop.domain.overrides import NO_PLACE, Overridden, can_be_overridden
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairs import couple_of
from revmentor_desktop.domain.participation import NO_PLACE_STATES, Participant
from revmentor_desktop.domain.plan.pairing_choices import CAPACITY


def objection(mentor: Participant, mentee: Participant, facts: PairingFacts) -> KnownError | None:
    """Return why these two cannot be paired, the weightiest reason first, or None.

    Rules that are set aside for the two do not count.
    """
    reason = _first(mentor, mentee, facts, (*BEFORE_ALL, *_standing(facts)))
    return reason or next(iter(_capacity_against(mentor, mentee, facts)), None)


def standing_objection(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> KnownError | None:
    """Return the same whoever is paired now: what no rearranging of pairs would change."""
    return _first(mentor, mentee, facts, (BEFORE_ALL[0], *_standing(facts)))


def breaches(mentor: Participant, mentee: Participant, facts: PairingFacts) -> list[KnownError]:
    """Return which rules two people who are paired break by now, because something changed since.

    For instance one of them has a new line manager or has paused, or the programme has a new rule.
    What was set aside for the two is an `Overridden`, which has the reason. Empty: all is well.
    """
    checked = rules_checked(mentor, mentee, facts, are_paired=True)
    return [error for _, error in checked if error is not None]


def rules_checked(
    mentor: Participant, mentee: Participant, facts: PairingFacts, *, are_paired: bool = False
) -> list[tuple[str, KnownError | None]]:
    """Return each rule that binds these two whoever is paired, with its words where broken.

    Of a pair that is there, how many partners both have is checked too, once for each who has too
    many. What was set aside for the two is an `Overridden`.
    """
    found: list[tuple[str, KnownError | None]] = []
    for key, rule in _standing(facts, LASTING if are_paired else None):
        error = rule(mentor, mentee, facts)
        override = None if error is None else facts.override(mentor, mentee, key)
        found.append((key, Overridden(error, override) if error and override else error))
    if are_paired and CAPACITY in facts.rules:
        found.extend((CAPACITY, error) for error in _capacity_kept(mentor, mentee, facts))
    return found


def unexcused(broken: Iterable[KnownError]) -> list[KnownError]:
    """Return those of some breaches that no reason was written down for."""
    return [error for error in broken if not isinstance(error, Overridden)]


def rules_against(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> list[tuple[str, KnownError]]:
    """Return the rules that forbid these two and can be set aside for them, each with its words.

    One can be named twice, where it stands against both.
    """
    are_paired = couple_of(mentor, mentee) in facts.paired
    found = [
        (key, error)
        for key, error in rules_checked(mentor, mentee, facts, are_paired=are_paired)
        if error is not None and can_be_overridden(key) and not isinstance(error, Overridden)
    ]
    if not are_paired:
        found.extend((CAPACITY, error) for error in _capacity_against(mentor, mentee, facts))
    return found


def _capacity_against(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> list[KnownError]:
    """Return who of two people has no room for the other, where no reason is given for that."""
    if CAPACITY not in facts.rules or facts.override(mentor, mentee, CAPACITY) is not None:
        return []
    return [
        KnownError("pair-full", name=one.person.full_name)
        for one in (mentor, mentee)
        if facts.is_full(one)
    ]


def _capacity_kept(
    mentor: Participant, mentee: Participant, facts: PairingFacts
) -> list[KnownError | None]:
    """Return who of a pair has more partners than agreed by now; None alone where nobody has.

    That proposals are too many is said of the proposals: for an agreed pair only those count. Of
    several partners it is said only of the pairs without a reason, if these alone are too many.
    """
    is_agreed = couple_of(mentor, mentee) in facts.agreed
    override = facts.override(mentor, mentee, CAPACITY)
    found: list[KnownError | None] = []
    for one in (mentor, mentee):
        error = KnownError("pair-over-full", name=one.person.full_name)
        if override is not None and facts.is_over_full(one, agreed_only=is_agreed):
            found.append(Overridden(error, override))
        elif override is None and facts.is_over_full_without_reason(one, agreed_only=is_agreed):
            found.append(error)
    return found or [None]


def _first(
    mentor: Participant, mentee: Participant, facts: PairingFacts, rules: tuple[Named, ...]
) -> KnownError | None:
    for key, rule in rules:
        error = rule(mentor, mentee, facts)
        if error is not None and facts.override(mentor, mentee, key) is None:
            return error
    return None


def _standing(facts: PairingFacts, instead: Mapping[str, Rule] | None = None) -> Iterator[Named]:
    """Yield the rules that bind whoever is paired; some may be taken in another form `instead`."""
    for key, rule in CHOSEN.items():
        if key in facts.rules:
            yield key, (instead or {}).get(key, rule)
    yield NO_PLACE, nobody_in(*NO_PLACE_STATES)
    for own in facts.own_rules:
        yield own.key, own_rule_kept(own)
