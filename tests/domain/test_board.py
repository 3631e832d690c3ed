"""What picking somebody up and putting them down would change, and why it sometimes cannot be."""

from __future__ import annotations

from dataclasses import replace

from revmentor_desktop.domain.board import Board, Held
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import breaches
from revmentor_desktop.domain.participation import (
    Participant,
    Participation,
    ParticipationState,
    Role,
)
from revmentor_desktop.domain.people import Person
from tests.builders import pair

STATE = ParticipationState


def somebody(
    number: int,
    role: Role,
    *,
    most: int = 1,
    state: ParticipationState = ParticipationState.CONFIRMED,
    not_with: frozenset[int] = frozenset(),
) -> Participant:
    part = Participation(
        id=number + 100,
        programme_id=1,
        person_id=number,
        role=role,
        own_partners=most,
        state=state,
        not_with=not_with,
    )
    return Participant(Person(id=number, first_name=f"P{number}"), part)


def board(
    people: list[Participant],
    pairs: list[tuple[Participant, Participant]],
    managers: dict[int, int | None] | None = None,
) -> Board:
    made = tuple(pair(at, mentor, mentee) for at, (mentor, mentee) in enumerate(pairs, start=1))
    paired = frozenset(
        (mentor.participation.id, mentee.participation.id) for mentor, mentee in pairs
    )
    names = {one.person.id: one.person.full_name for one in people}
    return Board(tuple(people), made, PairingFacts(managers or {}, names, paired))


def pairing_the_paused(laid: Board) -> Board:
    facts = replace(laid.facts, rules=laid.facts.rules - {"paused"})
    return replace(laid, facts=facts)


MEI, JONAS, SANA = (somebody(number, Role.MENTOR) for number in (1, 2, 3))
DAVID, HELEN = (somebody(number, Role.MENTEE) for number in (11, 12))


def test_who_waits_is_who_has_room_and_has_not_withdrawn() -> None:
    paused = somebody(4, Role.MENTOR, state=STATE.PAUSED)
    gone = somebody(5, Role.MENTOR, state=STATE.WITHDRAWN)
    twice = somebody(6, Role.MENTOR, most=2)
    laid = board([MEI, JONAS, paused, gone, twice, DAVID, HELEN], [(MEI, DAVID), (twice, HELEN)])
    assert laid.waiting(Role.MENTOR) == [JONAS, paused, twice]
    assert laid.free(Role.MENTOR) == [JONAS, twice]
    assert pairing_the_paused(laid).free(Role.MENTOR) == [JONAS, paused, twice]
    assert laid.waiting(Role.MENTEE) == []
    assert laid.paired(Role.MENTEE) == 2


def test_who_withdrew_is_not_counted_though_still_in_a_pair() -> None:
    gone = somebody(13, Role.MENTEE, state=STATE.WITHDRAWN)
    laid = board([MEI, JONAS, DAVID, gone], [(MEI, DAVID), (JONAS, gone)])
    assert (laid.paired(Role.MENTEE), len(laid.side(Role.MENTEE))) == (1, 1)
    assert laid.paired(Role.MENTOR) == 2


def test_a_free_person_onto_a_free_person_makes_a_pair_whichever_is_held() -> None:
    laid = board([MEI, DAVID], [])
    for held, other in ((MEI, DAVID), (DAVID, MEI)):
        change = laid.onto_person(Held(held), other)
        assert (change.parted, change.joined) == ((), ((MEI, DAVID),))
        assert laid.objection_to(change) is None


def test_out_of_a_pair_onto_a_free_person_leaves_the_partner_free() -> None:
    laid = board([MEI, DAVID, HELEN], [(MEI, DAVID)])
    change = laid.onto_person(Held(MEI, laid.pairs[0]), HELEN)
    assert change.parted == laid.pairs
    assert change.joined == ((MEI, HELEN),)
    assert change.freed == (DAVID,)
    assert laid.objection_to(change) is None


def test_onto_a_pair_with_room_adds_a_partner() -> None:
    roomy = somebody(13, Role.MENTEE, most=2)
    laid = board([MEI, JONAS, roomy], [(MEI, roomy)])
    change = laid.onto_pair(Held(JONAS), laid.pairs[0])
    assert (change.parted, change.joined) == ((), ((JONAS, roomy),))
    assert laid.objection_to(change) is None


def test_onto_a_full_pair_takes_the_place_and_the_other_is_free_again() -> None:
    laid = board([MEI, JONAS, DAVID], [(MEI, DAVID)])
    change = laid.onto_pair(Held(JONAS), laid.pairs[0])
    assert change.parted == laid.pairs
    assert change.joined == ((JONAS, DAVID),)
    assert change.freed == (MEI,)
    assert laid.objection_to(change) is None


def test_from_pair_to_pair_exchanges_the_partners() -> None:
    laid = board([MEI, JONAS, DAVID, HELEN], [(MEI, DAVID), (JONAS, HELEN)])
    change = laid.onto_pair(Held(HELEN, laid.pairs[1]), laid.pairs[0])
    assert set(change.parted) == set(laid.pairs)
    assert change.joined == ((MEI, HELEN), (JONAS, DAVID))
    assert change.freed == ()
    assert laid.objection_to(change) is None


def test_an_exchange_is_refused_for_the_half_that_cannot_be() -> None:
    managers: dict[int, int | None] = {JONAS.person.id: DAVID.person.id}
    laid = board([MEI, JONAS, DAVID, HELEN], [(MEI, DAVID), (JONAS, HELEN)], managers)
    change = laid.onto_pair(Held(MEI, laid.pairs[0]), laid.pairs[1])
    reason = laid.objection_to(change)
    assert reason is not None
    assert (reason.code, reason.params["chain"]) == ("pair-same-line", "P2 → P11")


def test_onto_ones_own_pair_or_partner_is_no_change() -> None:
    laid = board([MEI, DAVID], [(MEI, DAVID)])
    held = Held(MEI, laid.pairs[0])
    for change in (laid.onto_pair(held, laid.pairs[0]), laid.onto_person(held, DAVID)):
        reason = laid.objection_to(change)
        assert reason is not None
        assert reason.code == "pair-exists"


def test_a_leader_of_two_cannot_be_exchanged_with_themselves() -> None:
    both = somebody(13, Role.MENTEE, most=2)
    laid = board([MEI, JONAS, both], [(MEI, both), (JONAS, both)])
    reason = laid.objection_to(laid.onto_pair(Held(MEI, laid.pairs[0]), laid.pairs[1]))
    assert reason is not None
    assert reason.code == "pair-exists"


def test_two_of_one_role_are_no_pair() -> None:
    laid = board([MEI, JONAS], [])
    reason = laid.objection_to(laid.onto_person(Held(MEI), JONAS))
    assert reason is not None
    assert reason.code == "pair-same-role"


def test_candidates_are_those_with_room_then_places_then_the_refused() -> None:
    boss = somebody(13, Role.MENTEE)
    absent = somebody(14, Role.MENTEE, state=STATE.PAUSED)
    people = [boss, DAVID, absent, HELEN, MEI, JONAS]
    laid = board(people, [(JONAS, DAVID)], {MEI.person.id: boss.person.id})
    found = laid.candidates(Held(MEI))
    told = [(c.participant, c.pair and c.pair.mentor, c.reason and c.reason.code) for c in found]
    assert told == [
        (HELEN, None, None),
        (DAVID, JONAS, None),
        (DAVID, None, "pair-full"),
        (boss, None, "pair-same-line"),
        (absent, None, "pair-paused"),
    ]
    assert found[1].change.freed == (JONAS,)


def test_a_full_leader_of_two_is_a_candidate_in_either_place() -> None:
    both = somebody(13, Role.MENTEE, most=2)
    laid = board([MEI, JONAS, SANA, both], [(MEI, both), (JONAS, both)])
    found = laid.candidates(Held(SANA))
    assert [candidate.change.freed for candidate in found] == [(MEI,), (JONAS,), ()]
    assert [candidate.pair is None for candidate in found] == [False, False, True]


def test_candidates_of_somebody_in_a_pair_leave_their_partner_out() -> None:
    laid = board([MEI, DAVID, HELEN], [(MEI, DAVID)])
    found = laid.candidates(Held(MEI, laid.pairs[0]))
    assert [candidate.participant for candidate in found] == [HELEN]
    assert found[0].change.parted == laid.pairs


def test_a_pair_that_came_to_break_a_rule_is_told_so() -> None:
    laid = board([MEI, DAVID], [(MEI, DAVID)], {DAVID.person.id: MEI.person.id})
    paused = replace(DAVID, participation=replace(DAVID.participation, state=STATE.PAUSED))
    assert [error.code for error in breaches(MEI, paused, laid.facts)] == [
        "pair-same-line",
        "pair-paused",
    ]
    assert breaches(MEI, HELEN, laid.facts) == []


def test_the_facts_after_a_change_count_partners_anew() -> None:
    laid = board([MEI, JONAS, DAVID, HELEN], [(MEI, DAVID), (JONAS, HELEN)])
    parted = [(MEI.participation.id, DAVID.participation.id)]
    joined = [(MEI.participation.id, HELEN.participation.id)]
    after = laid.facts.after(parted, joined)
    counts = [after.partners_of(one.participation.id) for one in (MEI, JONAS, DAVID, HELEN)]
    assert counts == [1, 1, 0, 2]
    assert after == PairingFacts(after.managers, after.names, after.paired)
    assert laid.facts.partners_of(DAVID.participation.id) == 1
    assert laid.facts.after([]) is laid.facts
