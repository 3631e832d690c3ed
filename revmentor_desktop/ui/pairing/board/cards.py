"""What stands on the cards: frozen values made from the board, in words, for models to hand out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from revmentor_desktop.domain.board import Board, Candidate, Held, partner_in
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.line_management import Managers
from revmentor_desktop.domain.overrides import Overridden
from revmentor_desktop.domain.pairing_rules import breaches, unexcused
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.text import fold
from revmentor_desktop.matching.scoring_fit import Fit
from revmentor_desktop.services.pairing.pair_reasons import MOST_REASONS
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.pairing.fit_words import (
    fit_word,
    gaps_word,
    has_gaps,
    reasons,
    spoken_fit,
    warnings,
)
from revmentor_desktop.ui.pairing.pairs.asked_words import progress_word
from revmentor_desktop.ui.pairing.shortlists.words import choice_word, waiting_word
from revmentor_desktop.ui.pairing.words import (
    beneath_name,
    couple_words,
    effect_words,
    name_of,
    one_more_words,
    origin_word,
    partners_word,
    role_word,
    rule_words,
    short_reason,
    state_word,
    translate,
)
from revmentor_desktop.ui.roles import named

_MARKED_STATES: Final = frozenset({ParticipationState.PAUSED, ParticipationState.WITHDRAWN})
"""States that people in the lists are marked with."""

MarkKind = Literal["mentor", "mentee", "ok", "warn", "bad", "neutral"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A few words in a small coloured field; warnings and agreements carry a sign as well."""

    text: str
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a card can take the person who is held, and what it says about that.

    `instead`: it can, but somebody loses their place, or gets more partners than agreed.
    `notes` are what else is to be known of who would be paired.
    """

    allowed: bool
    text: str
    instead: bool = False
    fits: tuple[Fit, ...] = ()
    reasons: tuple[str, ...] = ()
    notes: tuple[Mark, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The fit of each pair that would come of it, what letting go does, and what speaks for it.

        That the two can be paired is said by their fit.
        """
        kind: MarkKind = "neutral" if self.instead else "ok"
        marks = [Mark(fit_word(fit), kind) for fit in self.fits]
        return (*marks, *self.marks_beside_fit)

    @property
    def marks_beside_fit(self) -> tuple[Mark, ...]:
        """The same where the fit stands elsewhere."""
        effect = (Mark(self.text, "neutral"),) if self.instead or not self.fits else ()
        return (*effect, *self.notes, *(Mark(words, "ok") for words in self.reasons))

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        notes = (mark.text for mark in self.notes)
        return ", ".join([*map(spoken_fit, self.fits), self.text, *notes])


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person in the list of mentors or leaders.

    `key` is the person's id; a screen reader speaks `spoken` and, when asked, `described`;
    `found_by` is what the search looks through, folded; `partners` counts those they have here.
    """

    participant: Participant
    key: int
    name: str
    marks: tuple[Mark, ...]
    without_marks: str
    spoken: str
    described: str
    found_by: str
    partners: int

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
    """A pair; `key` is the pair's id.

    `broken`: by now it breaks a rule; `has_gaps`: something that counts is not known of the two.
    """

    pair: Pair
    fit: Fit
    key: int
    name: str
    marks: tuple[Mark, ...]
    without_marks: str
    spoken: str
    described: str
    found_by: str
    broken: bool
    has_gaps: bool

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
        self._people: dict[int, tuple[Participant, tuple[int, str], PersonCard]] = {}
        self._pairs: dict[int, tuple[Pair, Managers, tuple[int, int, str], PairCard]] = {}

    def people(self, board: Board, role: Role) -> list[PersonCard]:
        """Return the cards of who stands in the list of that role."""
        return [self._person(board, one) for one in board.listed(role)]

    def pairs(self, scored: ScoredBoard) -> list[PairCard]:
        """Return the cards of the pairs, the newest first."""
        return [self._pair(scored, pair) for pair in reversed(scored.board.pairs)]

    def _person(self, board: Board, one: Participant) -> PersonCard:
        around = len(board.pairs_of(one)), choice_word(board, one)
        known = self._people.get(one.person.id)
        if known is None or known[0] is not one or known[1] != around:
            known = (one, around, _person_card(board, one))
            self._people[one.person.id] = known
        return known[2]

    def _pair(self, scored: ScoredBoard, pair: Pair) -> PairCard:
        board = scored.board
        managers = board.facts.managers
        mentors, leaders = (len(board.pairs_of(one)) for one in (pair.mentee, pair.mentor))
        around = mentors, leaders, waiting_word(board, pair.mentee)
        known = self._pairs.get(pair.id)
        if (
            known is None
            or known[1] is not managers
            or known[3].fit is not scored.fit_of(pair)
            or (known[0], known[2]) != (pair, around)
        ):
            known = (pair, managers, around, _pair_card(scored, pair))
            self._pairs[pair.id] = known
        return known[3]


def matching(cards: Iterable[Card], typed: str) -> list[Card]:
    """Return the cards in which every typed word occurs, whatever its case and accents."""
    words = fold(typed).split()
    return [card for card in cards if all(word in card.found_by for word in words)]


def verdict_of(candidate: Candidate, scored: ScoredBoard) -> Verdict:
    """Return what a card says about the person held over it."""
    board, change = scored.board, candidate.change
    if candidate.reason is not None:
        words = short_reason(candidate.reason)
        as_one_more = candidate.reason.code == "pair-full" and not change.parted
        if as_one_more and board.excusable(change):
            words = translate("Pairing", "As one more partner, with a reason")
        return Verdict(False, words)
    joined = change.joined
    takes_place = candidate.pair in change.parted
    more = [one for one in joined[0] if board.would_have_more_than_agreed(one, change)]
    notes = _state_mark(candidate.participant)
    if more and takes_place:
        notes.append(Mark(one_more_words(more), "neutral"))
    joins_as_more = bool(more) and not takes_place
    return Verdict(
        allowed=True,
        text=one_more_words(more) if joins_as_more else effect_words(change, candidate.pair),
        instead=bool(more) or takes_place,
        notes=tuple(notes),
        fits=tuple(scored.fit(*couple) for couple in joined),
        reasons=tuple(reasons(scored, *joined[0])),
    )


def _person_card(board: Board, one: Participant) -> PersonCard:
    person = one.person
    role = one.participation.role
    name = name_of(one)
    is_mentor = role is Role.MENTOR
    words = person.offers if is_mentor else person.wants
    kind: MarkKind = "mentor" if is_mentor else "mentee"
    if words and not is_mentor:
        words = (translate("Pairing", "Wants: {0}").format(words[0]), *words[1:])
    marks = [*_state_marks(board, one), *(Mark(word, kind) for word in words)]
    without = (
        translate("Pairing", "No offer noted yet")
        if is_mentor
        else translate("Pairing", "No wish noted yet")
    )
    spoken = name, role_word(role), _standing_word(board, one), choice_word(board, one)
    return PersonCard(
        participant=one,
        key=person.id,
        name=name,
        marks=tuple(marks),
        without_marks=without,
        spoken=", ".join(filter(None, spoken)),
        described=". ".join(filter(None, (beneath_name(one), ", ".join(words)))),
        found_by=_found_by((one,)),
        partners=len(board.pairs_of(one)),
    )


def _state_marks(board: Board, one: Participant) -> list[Mark]:
    marks = _state_mark(one)
    if board.pairs_of(one):
        marks.append(Mark(partners_word(board, one), "neutral"))
    choice = choice_word(board, one)
    if choice:
        marks.append(Mark(choice, "neutral"))
    return marks


def _state_mark(one: Participant) -> list[Mark]:
    """Return what marks somebody who takes part otherwise than usual."""
    state = one.participation.state
    return [Mark(state_word(state), "warn")] if state in _MARKED_STATES else []


def _standing_word(board: Board, one: Participant) -> str:
    """Return how many partners somebody has, after what their card marks of their part."""
    said = []
    if one.participation.state in _MARKED_STATES:
        said.append(state_word(one.participation.state).lower())
    if board.pairs_of(one) or not said:
        said.append(partners_word(board, one))
    return ", ".join(said)


def _pair_card(scored: ScoredBoard, pair: Pair) -> PairCard:
    mentor, mentee = pair.mentor, pair.mentee
    fit = scored.fit(mentor, mentee)
    broken = breaches(mentor, mentee, scored.board.facts)
    against = [Mark(words, "warn") for words in warnings(scored, mentor, mentee)]
    gaps = [Mark(words, "neutral") for words in (gaps_word(scored, fit),) if words]
    # What speaks against a pair is not to be crowded out by the second and third reason for it.
    most = MOST_REASONS - bool(against or gaps)
    strongest = [Mark(words, "ok") for words in reasons(scored, mentor, mentee)[:most]]
    waiting = waiting_word(scored.board, mentee)
    marks = [
        *map(_breach_mark, broken),
        *([Mark(waiting, "neutral")] if waiting else []),
        *strongest[:1],
        *against,
        *strongest[1:],
        *gaps,
    ]
    origin = origin_word(pair)
    if origin:
        marks.append(Mark(origin, "neutral"))
    spoken = named(
        translate("Pairing", "{0}, {mentor}, paired with {1}, {leader}"),
        name_of(mentor),
        name_of(mentee),
    )
    standing = [spoken_fit(fit), progress_word(pair)]
    if pair.is_locked:
        standing.append(translate("Pairing", "locked"))
    return PairCard(
        pair=pair,
        fit=fit,
        key=pair.id,
        name=couple_words(pair),
        marks=tuple(marks),
        without_marks=translate("Pairing", "No reasons noted"),
        spoken=", ".join([spoken, *standing]),
        described=", ".join([pair.reference, *(mark.text for mark in marks)]),
        found_by=f"{_found_by((mentor, mentee))} {fold(pair.reference)}",
        broken=bool(unexcused(broken)),
        has_gaps=has_gaps(fit),
    )


def _breach_mark(broken: KnownError) -> Mark:
    """Say what a pair breaks; where that is on purpose, why comes first, being what is cut last."""
    if isinstance(broken, Overridden):
        words = translate("Pairing", "“{0}” – {1}")
        return Mark(words.format(broken.override.reason, rule_words(broken)), "neutral")
    return Mark(short_reason(broken), "warn")


def _found_by(people: Iterable[Participant]) -> str:
    texts: list[str] = []
    for one in people:
        person = one.person
        texts += (person.full_name, person.email, person.job_title, person.department, person.site)
        texts += (*person.offers, *person.wants)
    return fold(" ".join(texts))
