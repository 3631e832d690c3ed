"""Everybody in a programme and how they are paired, as laid out on the pairing board.

A person is picked up, alone or out of a pair, and put down on somebody; what that would change
is decided here, for the pointer, the menu and the keyboard alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_drafts import PairingDraft
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import breaches, unexcused
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import OUT_STATES, Participant, ParticipationState, Role
from revmentor_desktop.domain.rearranging import Rearrangement, excusable, objection_to
from revmentor_desktop.domain.shortlists import Shortlist


@dataclass(frozen=True, slots=True)
class Held:
    """A participant picked up from the board; `pair` is the one they were taken out of."""

    participant: Participant
    pair: Pair | None = None

    @property
    def role(self) -> Role:
        """The side that the participant stands on."""
        return self.participant.participation.role


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a held person could be put with, and what that would change or why it cannot be.

    `pair` is the one whose place would be taken; None when the candidate has room for one more.
    """

    participant: Participant
    pair: Pair | None
    change: Rearrangement
    reason: KnownError | None


@dataclass(frozen=True)
class Board:
    """Who takes part in a programme, the pairs among them, and what the rules need to know.

    The pairs are those that are agreed, and the proposals of `draft`, one of the programme's
    `drafts`. The `shortlists` offered to leaders are the same in every draft.
    """

    participants: tuple[Participant, ...]
    pairs: tuple[Pair, ...]
    facts: PairingFacts
    draft: PairingDraft | None = None
    drafts: tuple[PairingDraft, ...] = ()
    shortlists: tuple[Shortlist, ...] = ()

    @property
    def proposals(self) -> list[Pair]:
        """The pairs that are not agreed yet."""
        return [pair for pair in self.pairs if pair.is_proposed]

    def ready(self) -> list[Pair]:
        """Return the proposals that can be agreed: those that break no rule but for a reason."""
        return [
            pair
            for pair in self.proposals
            if not unexcused(breaches(pair.mentor, pair.mentee, self.facts))
        ]

    def without(self, pair: Pair) -> Board:
        """Return the board as it would be had a pair come to its end."""
        facts = self.facts.after([pair.couple])
        return replace(
            self,
            pairs=tuple(one for one in self.pairs if one.id != pair.id),
            facts=replace(facts, agreed=frozenset(facts.agreed) - {pair.couple}),
        )

    def side(self, role: Role) -> list[Participant]:
        """Return who takes part in that role; those without a place aside."""
        return [
            one
            for one in self.participants
            if one.participation.role is role and one.participation.state not in OUT_STATES
        ]

    def waiting(self, role: Role) -> list[Participant]:
        """Return who stands in the list of that role: those with room for one more partner."""
        return [one for one in self.side(role) if self.has_room(one)]

    def free(self, role: Role) -> list[Participant]:
        """Return those of `waiting` who could take a partner now: as a rule not who has paused."""
        return [one for one in self.waiting(role) if not self.takes_nobody(one)]

    def takes_nobody(self, one: Participant) -> bool:
        """Tell whether somebody takes no new partner, whoever it is: without a place, or paused.

        Paused people take one where the programme has switched that rule off.
        """
        state = one.participation.state
        rests = state is ParticipationState.PAUSED and "paused" in self.facts.rules
        return rests or state in OUT_STATES

    def has_room(self, one: Participant) -> bool:
        """Tell whether a participant has fewer partners than agreed."""
        return self.facts.partners_of(one.participation.id) < one.participation.most_partners

    def paired(self, role: Role) -> int:
        """Count those of `side` who have a partner."""
        return sum(self.facts.partners_of(one.participation.id) > 0 for one in self.side(role))

    def pairs_of(self, one: Participant) -> list[Pair]:
        """Return the pairs that a participant stands in."""
        return self._pairs_by_participation.get(one.participation.id, [])

    def shortlist_of(self, leader: Participant) -> Shortlist | None:
        """Return the mentors whom a leader was offered to choose among, or None."""
        return self._shortlist_by_leader.get(leader.participation.id)

    def participant(self, person_id: int) -> Participant | None:
        """Return who has that person id, or None when they do not take part (any more)."""
        return self._by_person.get(person_id)

    def pair(self, pair_id: int) -> Pair | None:
        """Return the pair of that id, or None when it is gone."""
        return self._by_pair.get(pair_id)

    def objection_to(self, change: Rearrangement) -> KnownError | None:
        """Return why a rearrangement cannot be made, or None."""
        return objection_to(change, self.facts)

    def excusable(self, change: Rearrangement) -> list[KnownError]:
        """Return which rules a written reason would set aside for a rearrangement; maybe none."""
        return excusable(change, self.facts)

    def onto_person(self, held: Held, other: Participant) -> Rearrangement:
        """Return what putting a held person with somebody changes."""
        parted: tuple[Pair, ...] = ()
        if held.pair is not None and other != partner_in(held.pair, held.role.other):
            parted = (held.pair,)
        return Rearrangement(parted, (_in_order(held, other),))

    def onto_pair(self, held: Held, target: Pair) -> Rearrangement:
        """Return what putting a held person onto a pair changes.

        They join the one of the other role: as one more partner where there is room, else in the
        place of the partner, who goes where the held person came from.
        """
        partner = partner_in(target, held.role.other)
        replaced = partner_in(target, held.role)
        if (
            self._room_without(held.pair, partner)
            or replaced == held.participant
            or (held.pair is not None and partner_in(held.pair, held.role.other) == partner)
        ):
            return self.onto_person(held, partner)
        joined = [_in_order(held, partner)]
        if held.pair is None:
            return Rearrangement((target,), tuple(joined))
        joined.append(_in_order(Held(replaced), partner_in(held.pair, held.role.other)))
        return Rearrangement((held.pair, target), tuple(joined))

    def candidates(self, held: Held) -> list[Candidate]:
        """Return everybody of the other role with what pairing them would change.

        Those who have room come first, then those where a place would be taken, then those who
        cannot be; each by name. Who is full and has several partners is there once for each.
        """
        found: list[Candidate] = []
        for other in self.side(held.role.other):
            if held.pair is not None and partner_in(held.pair, held.role.other) == other:
                continue
            found.extend(self._candidates(held, other))
        return sorted(found, key=lambda one: (one.reason is not None, one.pair is not None))

    def _candidates(self, held: Held, other: Participant) -> list[Candidate]:
        change = self.onto_person(held, other)
        reason = self.objection_to(change)
        if reason is None or reason.code != "pair-full" or self._room_without(held.pair, other):
            return [Candidate(other, None, change, reason)]
        changes = [(pair, self.onto_pair(held, pair)) for pair in self.pairs_of(other)]
        return [Candidate(other, pair, it, self.objection_to(it)) for pair, it in changes]

    def _room_without(self, parted: Pair | None, one: Participant) -> bool:
        left = parted is not None and one in (parted.mentor, parted.mentee)
        partners = self.facts.partners_of(one.participation.id) - left
        return partners < one.participation.most_partners

    @cached_property
    def _pairs_by_participation(self) -> dict[int, list[Pair]]:
        found: dict[int, list[Pair]] = {}
        for pair in self.pairs:
            for one in (pair.mentor, pair.mentee):
                found.setdefault(one.participation.id, []).append(pair)
        return found

    @cached_property
    def _shortlist_by_leader(self) -> dict[int, Shortlist]:
        return {one.leader.participation.id: one for one in self.shortlists}

    @cached_property
    def _by_person(self) -> dict[int, Participant]:
        return {one.person.id: one for one in self.participants}

    @cached_property
    def _by_pair(self) -> dict[int, Pair]:
        return {pair.id: pair for pair in self.pairs}


def partner_in(pair: Pair, role: Role) -> Participant:
    """Return the one of a pair who stands on that side."""
    return pair.mentor if role is Role.MENTOR else pair.mentee


def _in_order(held: Held, other: Participant) -> tuple[Participant, Participant]:
    one = held.participant
    return (one, other) if held.role is Role.MENTOR else (other, one)
