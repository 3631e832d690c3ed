"""Hard rules of pairing: why two people must not be paired.

Sources: neither line manager nor direct report, the whole chain both ways; one leader per mentor
unless the officer allows more; a private "not with" list; nobody who paused or withdrew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.line_management import Managers, line_between
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role

ABSENT_STATES = frozenset({ParticipationState.PAUSED, ParticipationState.WITHDRAWN})
"""States in which a person takes no new partner."""


@dataclass(frozen=True)
class PairingFacts:
    """What the rules need to know beside the two people.

    `managers` and `names` go by person id; `paired` holds (mentor, mentee) participation ids,
    each pair once.
    """

    managers: Managers
    names: dict[int, str]
    paired: Collection[tuple[int, int]]

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
        after = PairingFacts(self.managers, self.names, paired)
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
    for rule in _RULES:
        error = rule(mentor, mentee, facts)
        if error is not None:
            return error
    return None


def breaches(mentor: Participant, mentee: Participant, facts: PairingFacts) -> list[KnownError]:
    """Return which rules two people who are paired break by now, because something changed since.

    For instance one of them has a new line manager, or has paused. Empty: all is well.
    """
    found = (rule(mentor, mentee, facts) for rule in _LASTING_RULES)
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


_LASTING_RULES = (_separate_lines, _nobody_objects, _both_present)
"""The rules that a pair must keep to as long as it lasts, the weightiest first."""
_RULES = (_one_of_each, _not_yet_paired, *_LASTING_RULES, _room_for_one_more)
"""The rules for making a pair, the weightiest first."""
