"""More partners than agreed: for a reason, or where a programme takes the number as a wish."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.board import Board, Held
from revmentor_desktop.domain.overrides import Overridden, Override
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import (
    breaches,
    objection,
    rules_against,
    rules_checked,
    unexcused,
)
from revmentor_desktop.domain.pairs import couple_of, couples_of
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.plan.pairing_choices import CAPACITY, DEFAULT_RULES
from tests.builders import pair, participant

MEI, JONAS, SANA = (participant(number, Role.MENTOR) for number in (1, 2, 3))
DAVID, HELEN = (participant(number, Role.MENTEE) for number in (11, 12))
PEOPLE = (MEI, JONAS, SANA, DAVID, HELEN)
A_WISH = DEFAULT_RULES - {CAPACITY}

Two = tuple[Participant, Participant]


def one_more(*couples: Two) -> tuple[Override, ...]:
    return tuple(
        Override(
            mentor_id=couple_of(*two)[0],
            mentee_id=couple_of(*two)[1],
            rule=CAPACITY,
            reason="She asked for both",
            day=date(2026, 11, 22),
        )
        for two in couples
    )


def board(
    couples: Iterable[Two],
    *,
    rules: frozenset[str] = DEFAULT_RULES,
    for_a_reason: Iterable[Two] = (),
) -> Board:
    made = tuple(pair(at, one, other) for at, (one, other) in enumerate(couples, start=1))
    facts = PairingFacts(
        managers={},
        names={one.person.id: one.person.full_name for one in PEOPLE},
        paired=couples_of(made),
        rules=rules,
        overrides=one_more(*for_a_reason),
    )
    return Board(PEOPLE, made, facts)


def told(two: Two, laid: Board) -> list[tuple[str, bool]]:
    """What a pair breaks, and whether there is a reason for it."""
    found = breaches(*two, laid.facts)
    return [(error.code, isinstance(error, Overridden)) for error in found]


def test_a_reason_gives_one_partner_more_and_the_other_pair_has_no_complaint() -> None:
    first, second = (MEI, DAVID), (JONAS, DAVID)
    reason = objection(*second, board([first]).facts)
    assert reason is not None
    assert (reason.code, reason.params["name"]) == ("pair-full", DAVID.person.full_name)
    assert [key for key, _ in rules_against(*second, board([first]).facts)] == [CAPACITY]
    assert objection(*second, board([first], for_a_reason=[second]).facts) is None
    both = board([first, second], for_a_reason=[second])
    assert told(second, both) == [("pair-over-full", True)]
    assert told(first, both) == []
    assert both.ready() == list(both.pairs)
    without = board([first, second])
    assert told(first, without) == told(second, without) == [("pair-over-full", False)]
    assert [key for key, _ in rules_against(*second, without.facts)] == [CAPACITY]


def test_a_pair_with_a_reason_takes_the_place_once_it_is_free() -> None:
    first, second = (MEI, DAVID), (JONAS, DAVID)
    alone = board([second], for_a_reason=[second])
    assert told(second, alone) == []
    assert objection(*first, alone.facts) is not None
    assert not alone.has_room(DAVID)


def test_three_where_only_one_has_a_reason_are_told_of_the_other_two() -> None:
    couples = [(MEI, DAVID), (JONAS, DAVID), (SANA, DAVID)]
    laid = board(couples, for_a_reason=couples[:1])
    assert [told(two, laid) for two in couples] == [
        [("pair-over-full", True)],
        [("pair-over-full", False)],
        [("pair-over-full", False)],
    ]
    assert not any(map(laid.stays_beyond, laid.pairs))


def test_of_an_agreed_pair_only_agreed_ones_are_too_many() -> None:
    first, second = (MEI, DAVID), (JONAS, DAVID)
    laid = board([first, second], for_a_reason=[second])
    laid = replace(laid, facts=replace(laid.facts, agreed=frozenset({couple_of(*second)})))
    assert told(second, laid) == []
    assert told(first, laid) == []
    alone = replace(laid, facts=replace(laid.facts, overrides=()))
    assert (told(second, alone), told(first, alone)) == ([], [("pair-over-full", False)])


def test_whoever_is_asked_about_is_named_once_for_each_who_has_too_many() -> None:
    laid = board([(MEI, DAVID), (MEI, HELEN), (JONAS, DAVID)])
    checked = [
        error and (error.code, error.params["name"])
        for key, error in rules_checked(MEI, DAVID, laid.facts, are_paired=True)
        if key == CAPACITY
    ]
    names = MEI.person.full_name, DAVID.person.full_name
    assert checked == [("pair-over-full", name) for name in names]
    alone = rules_checked(SANA, HELEN, board([(SANA, HELEN)]).facts, are_paired=True)
    assert (CAPACITY, None) in alone
    assert CAPACITY not in dict(rules_checked(JONAS, HELEN, laid.facts))


def test_where_the_number_is_a_wish_nobody_is_full_and_no_pair_complains() -> None:
    first, second = (MEI, DAVID), (JONAS, DAVID)
    laid = board([first, second], rules=A_WISH)
    assert (told(first, laid), told(second, laid)) == ([], [])
    assert objection(SANA, DAVID, laid.facts) is None
    assert CAPACITY not in dict(rules_checked(*first, laid.facts, are_paired=True))
    assert rules_against(SANA, DAVID, laid.facts) == []
    assert laid.ready() == list(laid.pairs)


def test_where_the_number_is_a_wish_everybody_stays_in_the_lists_and_none_the_freer() -> None:
    pairs = [(MEI, DAVID)]
    usual, wish = board(pairs), board(pairs, rules=A_WISH)
    assert usual.listed(Role.MENTEE) == [HELEN]
    assert wish.listed(Role.MENTEE) == [HELEN, DAVID]
    assert wish.listed(Role.MENTOR) == [JONAS, SANA, MEI]
    for laid in (usual, wish):
        assert laid.waiting(Role.MENTEE) == laid.free(Role.MENTEE) == [HELEN]


def test_onto_a_person_joins_and_onto_a_pair_still_takes_the_place() -> None:
    laid = board([(MEI, DAVID)], rules=A_WISH)
    joining = laid.onto_person(Held(JONAS), DAVID)
    assert (joining.parted, laid.objection_to(joining)) == ((), None)
    taking = laid.onto_pair(Held(JONAS), laid.pairs[0])
    assert (taking.parted, taking.joined) == (laid.pairs, ((JONAS, DAVID),))
    found = laid.candidates(Held(JONAS))
    ways = [(one.participant, one.pair, one.reason) for one in found]
    assert ways == [(DAVID, None, None), (HELEN, None, None), (DAVID, laid.pairs[0], None)]


def test_somebody_full_is_offered_in_the_place_and_as_one_more_with_a_reason() -> None:
    laid = board([(MEI, DAVID)])
    helen, place, more = laid.candidates(Held(JONAS))
    assert (helen.participant, place.pair, place.reason) == (HELEN, laid.pairs[0], None)
    assert (more.participant, more.pair, more.change.parted) == (DAVID, None, ())
    assert more.reason is not None
    assert more.reason.code == "pair-full"
    assert [error.code for error in laid.excusable(more.change)] == ["pair-full"]
    assert laid.excusable(place.change) == []


COUPLES = [(one, other) for one in (MEI, JONAS, SANA) for other in (DAVID, HELEN)]


@given(st.permutations(COUPLES), st.sets(st.sampled_from(range(6))), st.booleans())
def test_made_one_after_the_other_whatever_the_order_no_pair_lacks_a_reason(
    order: list[Two], excused: set[int], is_wish: bool
) -> None:
    """What the rules let through when it was made is never told afterwards as a breach."""
    laid = board(
        [],
        rules=A_WISH if is_wish else DEFAULT_RULES,
        for_a_reason=[COUPLES[at] for at in excused],
    )
    facts = laid.facts
    made: list[Two] = []
    for two in order:
        if objection(*two, facts) is None:
            made.append(two)
            facts = facts.after((), [couple_of(*two)])
    assert not any(unexcused(breaches(*two, facts)) for two in made)
    for two in made:  # nor once another is gone
        left = facts.after([couple_of(*two)])
        assert not any(unexcused(breaches(*one, left)) for one in made if one != two)
    if is_wish:
        assert len(made) == len(COUPLES)
    else:
        assert {couple_of(*COUPLES[at]) for at in excused} <= {couple_of(*two) for two in made}
