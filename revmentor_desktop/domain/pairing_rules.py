"""Hard rules of pairing: why two people must not be paired.

Sources: neither line manager nor direct report, the whole chain both ways; one leader per mentor
unless the officer allows more; a private "not with" list; nobody who paused or withdrew.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.line_management import Managers, line_between
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role

ABSENT_STATES = frozenset({ParticipationState.PAUSED, ParticipationState.WITHDRAWN})
"""States in which a person takes no new partner."""


@dataclass(frozen=True, slots=True)
class PairingFacts:
    """What the rules need to know beside the two people.

    `managers` and `names` go by person id; `paired` holds (mentor, mentee) participation ids.
    """

    managers: Managers
    names: dict[int, str]
    paired: Collection[tuple[int, int]]

    def partners_of(self, participation_id: int) -> int:
        """Count the pairs that a participation stands in."""
        return sum(participation_id in pair for pair in self.paired)


def objection(mentor: Participant, mentee: Participant, facts: PairingFacts) -> KnownError | None:
    """Return why these two cannot be paired, the weightiest reason first, or None."""
    names = {"mentor": mentor.person.full_name, "leader": mentee.person.full_name}
    if mentor.person.id == mentee.person.id:
        return KnownError("pair-with-self", **names)
    if (mentor.participation.role, mentee.participation.role) != (Role.MENTOR, Role.MENTEE):
        return KnownError("pair-same-role", **names)
    ids = (mentor.participation.id, mentee.participation.id)
    if ids in facts.paired:
        return KnownError("pair-exists", **names)
    line = line_between(mentor.person.id, mentee.person.id, facts.managers)
    if line:
        return _same_line(line, facts, names)
    if (
        mentee.person.id in mentor.participation.not_with
        or mentor.person.id in mentee.participation.not_with
    ):
        return KnownError("pair-not-with", **names)
    for one in (mentor, mentee):
        if one.participation.state in ABSENT_STATES:
            return KnownError(f"pair-{one.participation.state}", name=one.person.full_name)
        if facts.partners_of(one.participation.id) >= one.participation.most_partners:
            return KnownError("pair-full", name=one.person.full_name)
    return None


def _same_line(line: tuple[int, ...], facts: PairingFacts, names: dict[str, str]) -> KnownError:
    """Say how the lower person reports to the higher one, step by step."""
    chain = " → ".join(facts.names[person_id] for person_id in line)
    return KnownError("pair-same-line", chain=chain, **names)
