"""Everybody in a programme and how they are paired, as laid out on the pairing board.

A person is picked up, alone or out of a pair, and put down on somebody; what that would change
is decided here, for the pointer, the menu and the keyboard alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_drafts import PairingDraft
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import breaches, unexcused
from revmentor_desktop.domain.pairs import Pair, couple_of
from revmentor_desktop.domain.participation import (
    NO_PLACE_STATES,
    Participant,
    ParticipationState,
    Role,
)
from revmentor_desktop.domain.plan.pairing_choices import CAPACITY, WITHDRAWN
from revmentor_desktop.domain.rearranging import Rearrangement, excusable, objection_to
from revmentor_desktop.domain.shortlists import Shortlist

_FULL: Final = "pair-full"


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
        """Return who takes part in that role: nobody without a place, nor who withdrew.

        Where a programme has switched that rule off, those who withdrew are among them.
        """
        return [one for one in self._with_place(role) if self.takes_part(one)]

    def listed(self, role: Role) -> list[Participant]:
        """Return who stands in the list of that role: those who may get one more partner.

        Where the number of partners is only a wish, that is everybody, after those who have fewer.
        """
        if CAPACITY in self.facts.rules:
            return self.waiting(role)
        return sorted(self.side(role), key=self.facts.is_full)

    def waiting(self, role: Role) -> list[Participant]:
        """Return who of a side has fewer partners than agreed."""
        return [one for one in self.side(role) if self.has_room(one)]

    def free(self, role: Role) -> list[Participant]:
        """Return those of `waiting` who could take a partner now: as a rule not who has paused."""
        return [one for one in self.waiting(role) if not self.takes_nobody(one)]

    def takes_part(self, one: Participant) -> bool:
        """Tell whether somebody counts among those who take part: see `side`."""
        state = one.participation.state
        withdrew = state is ParticipationState.WITHDRAWN and WITHDRAWN in self.facts.rules
        return not withdrew and state not in NO_PLACE_STATES

    def takes_nobody(self, one: Participant) -> bool:
        """Tell whether somebody takes no new partner, whoever it is: not taking part, or paused.

        Paused people take one where the programme has switched that rule off.
        """
        state = one.participation.state
        rests = state is ParticipationState.PAUSED and "paused" in self.facts.rules
        return rests or not self.takes_part(one)

    def has_room(self, one: Participant) -> bool:
        """Tell whether a participant has fewer partners than agreed."""
        return not self.facts.is_full(one)

    def would_have_more_than_agreed(self, one: Participant, change: Rearrangement) -> bool:
        """Tell whether somebody would have more partners than agreed after a rearrangement."""
        parted = [pair.couple for pair in change.parted]
        joined = [couple_of(*both) for both in change.joined]
        return self.facts.after(parted, joined).is_over_full(one)

    def stays_beyond(self, pair: Pair) -> bool:
        """Tell whether a pair is one of somebody who rightly has more partners than agreed.

        Which of these came as one more, nobody can tell for sure: so they all stay.
        """
        return any(self.facts.stands_beyond(one) for one in (pair.mentor, pair.mentee))

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

    def is_possible(self, change: Rearrangement) -> bool:
        """Tell whether a rearrangement can be made, if need be for a reason."""
        return self.objection_to(change) is None or bool(self.excusable(change))

    def excusable(self, change: Rearrangement) -> list[KnownError]:
        """Return which rules a written reason would set aside for a rearrangement; maybe none."""
        return excusable(change, self.facts)

    def onto_person(self, held: Held, other: Participant) -> Rearrangement:
        """Return what putting a held person with somebody changes."""
        parted: tuple[Pair, ...] = ()
        if held.pair is not None and other != partner_in(held.pair, held.role.other):
            parted = (held.pair,)
        return Rearrangement(parted, (_in_order(held, other),))

    def onto_pair(self, held: Held, target: Pair, *, beside: bool = False) -> Rearrangement:
        """Return what putting a held person onto a pair changes.

        They join the one of the other role: as one more partner where there is room, else in the
        place of the partner, who goes where the held person came from. Wanted `beside` the partner,
        they join as one more without any room, too; that may need a reason.
        """
        partner = partner_in(target, held.role.other)
        replaced = partner_in(target, held.role)
        if (
            beside
            or self._room_without(held.pair, partner)
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
        cannot be, who withdrew among them; each by name. Who is full is there once for each
        partner's place, and once for one partner more, if they may get one or a reason would do.
        """
        found: list[Candidate] = []
        for other in self._with_place(held.role.other):
            if held.pair is not None and partner_in(held.pair, held.role.other) == other:
                continue
            found.extend(self._candidates(held, other))
        return sorted(found, key=_order_of)

    def _candidates(self, held: Held, other: Participant) -> list[Candidate]:
        change = self.onto_person(held, other)
        reason = self.objection_to(change)
        as_one_more = Candidate(other, None, change, reason)
        if self._room_without(held.pair, other) or (reason and reason.code != _FULL):
            return [as_one_more]
        changes = [(pair, self.onto_pair(held, pair)) for pair in self.pairs_of(other)]
        instead = [Candidate(other, pair, it, self.objection_to(it)) for pair, it in changes]
        return [*instead, as_one_more]

    def _room_without(self, parted: Pair | None, one: Participant) -> bool:
        left = parted is not None and one in (parted.mentor, parted.mentee)
        partners = self.facts.partners_of(one.participation.id) - left
        return partners < one.participation.most_partners

    def _with_place(self, role: Role) -> Iterator[Participant]:
        """Yield who of a role could be paired, were it for a reason."""
        for one in self.participants:
            part = one.participation
            if part.role is role and part.state not in NO_PLACE_STATES:
                yield one

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


def _order_of(candidate: Candidate) -> tuple[int, bool]:
    reason = candidate.reason
    return 0 if reason is None else 1 if reason.code == _FULL else 2, candidate.pair is not None


def partner_in(pair: Pair, role: Role) -> Participant:
    """Return the one of a pair who stands on that side."""
    return pair.mentor if role is Role.MENTOR else pair.mentee


def _in_order(held: Held, other: Participant) -> tuple[Participant, Participant]:
    one = held.participant
    return (one, other) if held.role is Role.MENTOR else (other, one)
