"""What stands on the cards: frozen values made from the board, in words, for models to hand out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from revmentor_desktop.domain.board import Board, Candidate, Held, partner_in
from revmentor_desktop.domain.common_ground import common_ground
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.line_management import Managers
from revmentor_desktop.domain.overrides import Overridden
from revmentor_desktop.domain.pairing_rules import breaches, unexcused
from revmentor_desktop.domain.pairs import Pair, PairOrigin, PairState
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.text import fold
from revmentor_desktop.ui.pairing.words import (
    beneath_name,
    couple_words,
    effect_words,
    name_of,
    partners_word,
    role_word,
    short_reason,
    slot_word,
    standing_word,
    state_word,
    translate,
)
from revmentor_desktop.ui.roles import named

MarkKind = Literal["mentor", "mentee", "ok", "warn", "bad", "neutral"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A few words in a small coloured field; warnings and agreements carry a sign as well."""

    text: str
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a card can take the person who is held, and what it says about that.

    `instead`: it can, but somebody loses their place.
    """

    allowed: bool
    text: str
    instead: bool = False
    wishes: tuple[str, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What letting go does, then the leader's wishes that the mentor would meet."""
        effect = Mark(self.text, "neutral" if self.instead else "ok")
        return (effect, *(Mark(wish, "ok") for wish in self.wishes))


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person in the list of mentors or leaders.

    `key` is the person's id; a screen reader speaks `spoken` and, when asked, `described`;
    `found_by` is what the search looks through, folded.
    """

    participant: Participant
    key: int
    name: str
    marks: tuple[Mark, ...]
    without_marks: str
    spoken: str
    described: str
    found_by: str

    @property
    def role(self) -> Role:
        """The list that the card stands in."""
        return self.participant.participation.role

    @property
    def people(self) -> tuple[Participant, ...]:
        """Those on the card, from left to right."""
        return (self.participant,)

    def held(self, role: Role | None = None) -> Held:
        """Return what is picked up with this card."""
        return Held(self.participant)


@dataclass(frozen=True, slots=True)
class PairCard:
    """A pair; `key` is the pair's id. `broken`: by now it breaks a rule."""

    pair: Pair
    key: int
    name: str
    marks: tuple[Mark, ...]
    without_marks: str
    spoken: str
    described: str
    found_by: str
    broken: bool

    @property
    def people(self) -> tuple[Participant, ...]:
        """Those on the card, from left to right."""
        return (self.pair.mentor, self.pair.mentee)

    def held(self, role: Role | None = None) -> Held:
        """Return what is picked up with one half of this card, the mentor's unless told."""
        return Held(partner_in(self.pair, role or Role.MENTOR), self.pair)


Card = PersonCard | PairCard


class CardMaker:
    """Makes the cards of a board; what did not change since the last one is not made again."""

    def __init__(self) -> None:
        self._people: dict[int, tuple[Participant, int, PersonCard]] = {}
        self._pairs: dict[int, tuple[Pair, Managers, tuple[int, ...], PairCard]] = {}

    def people(self, board: Board, role: Role) -> list[PersonCard]:
        """Return the cards of who stands in the list of that role."""
        return [self._person(board, one) for one in board.waiting(role)]

    def pairs(self, board: Board) -> list[PairCard]:
        """Return the cards of the pairs, the newest first."""
        return [self._pair(board, pair) for pair in reversed(board.pairs)]

    def _person(self, board: Board, one: Participant) -> PersonCard:
        partners = len(board.pairs_of(one))
        known = self._people.get(one.person.id)
        if known is None or known[0] is not one or known[1] != partners:
            known = (one, partners, _person_card(board, one))
            self._people[one.person.id] = known
        return known[2]

    def _pair(self, board: Board, pair: Pair) -> PairCard:
        managers = board.facts.managers
        partners = tuple(len(board.pairs_of(one)) for one in (pair.mentor, pair.mentee))
        known = self._pairs.get(pair.id)
        if known is None or known[1] is not managers or (known[0], known[2]) != (pair, partners):
            known = (pair, managers, partners, _pair_card(board, pair))
            self._pairs[pair.id] = known
        return known[3]


def matching(cards: Iterable[Card], typed: str) -> list[Card]:
    """Return the cards in which every typed word occurs, whatever its case and accents."""
    words = fold(typed).split()
    return [card for card in cards if all(word in card.found_by for word in words)]


def verdict_of(candidate: Candidate) -> Verdict:
    """Return what a card says about the person held over it."""
    if candidate.reason is not None:
        return Verdict(False, short_reason(candidate.reason))
    mentor, mentee = candidate.change.joined[0]
    return Verdict(
        allowed=True,
        text=effect_words(candidate.change, candidate.pair),
        instead=candidate.pair in candidate.change.parted,
        wishes=common_ground(mentor.person, mentee.person).wishes,
    )


def _person_card(board: Board, one: Participant) -> PersonCard:
    person = one.person
    role = one.participation.role
    name = name_of(one)
    is_mentor = role is Role.MENTOR
    words = person.offers if is_mentor else person.wants
    kind: MarkKind = "mentor" if is_mentor else "mentee"
    marks = [*_state_marks(board, one), *(Mark(word, kind) for word in words)]
    without = (
        translate("Pairing", "No offer noted yet")
        if is_mentor
        else translate("Pairing", "No wish noted yet")
    )
    return PersonCard(
        participant=one,
        key=person.id,
        name=name,
        marks=tuple(marks),
        without_marks=without,
        spoken=", ".join((name, role_word(role), partners_word(board, one))),
        described=". ".join(filter(None, (beneath_name(one), ", ".join(words)))),
        found_by=_found_by((one,)),
    )


def _state_marks(board: Board, one: Participant) -> list[Mark]:
    marks = []
    if one.participation.state is ParticipationState.PAUSED:
        marks.append(Mark(state_word(one.participation.state), "warn"))
    if board.pairs_of(one):
        marks.append(Mark(partners_word(board, one), "neutral"))
    return marks


def _pair_card(board: Board, pair: Pair) -> PairCard:
    mentor, mentee = pair.mentor, pair.mentee
    ground = common_ground(mentor.person, mentee.person)
    broken = breaches(mentor, mentee, board.facts)
    marks = [*_standing_marks(pair), *map(_breach_mark, broken)]
    marks.extend(Mark(wish, "ok") for wish in ground.wishes)
    if ground.slots:
        both = translate("Pairing", "Both {0}")
        marks.append(Mark(both.format(slot_word(ground.slots[0])), "ok"))
    spoken = named(
        translate("Pairing", "{0}, {mentor}, paired with {1}, {leader}"),
        name_of(mentor),
        name_of(mentee),
    )
    standing = [standing_word(pair)]
    if pair.is_locked:
        standing.append(translate("Pairing", "locked"))
    return PairCard(
        pair=pair,
        key=pair.id,
        name=couple_words(pair),
        marks=tuple(marks),
        without_marks=translate("Pairing", "No shared words or times noted"),
        spoken=", ".join([spoken, *standing]),
        described=", ".join([pair.reference, *(mark.text for mark in marks)]),
        found_by=f"{_found_by((mentor, mentee))} {fold(pair.reference)}",
        broken=bool(unexcused(broken)),
    )


def _standing_marks(pair: Pair) -> list[Mark]:
    """Return what a pair is beyond a proposal from the board."""
    marks = []
    if pair.state is PairState.AGREED:
        marks.append(Mark(translate("Pairing", "Agreed"), "ok"))
    elif pair.state is PairState.PAUSED:
        marks.append(Mark(translate("Pairing", "Paused"), "warn"))
    if pair.origin is PairOrigin.FOUND_EACH_OTHER:
        marks.append(Mark(translate("Pairing", "Found each other"), "neutral"))
    return marks


def _breach_mark(broken: KnownError) -> Mark:
    return Mark(short_reason(broken), "neutral" if isinstance(broken, Overridden) else "warn")


def _found_by(people: Iterable[Participant]) -> str:
    texts: list[str] = []
    for one in people:
        person = one.person
        texts += (person.full_name, person.email, person.job_title, person.department, person.site)
        texts += (*person.offers, *person.wants)
    return fold(" ".join(texts))
