"""Nothing is final before it is agreed; then it holds in every draft and gets papers."""

from __future__ import annotations

from datetime import date

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.services.documents.event_papers import everybody
from revmentor_desktop.services.pairing.agreeing import agree, agree_at_once, note_asked
from revmentor_desktop.services.pairing.draft_reading import drafts
from revmentor_desktop.services.pairing.drafts import copy_draft
from revmentor_desktop.services.pairing.overriding import override
from revmentor_desktop.services.pairing.proposing import propose, set_locked, take_apart
from revmentor_desktop.services.pairing.reading import agreed_pairs, pair, pairs
from revmentor_desktop.services.people.register import Register
from revmentor_desktop.services.people.writing import save_person, set_state
from revmentor_desktop.services.programmes.reading import standing
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import dump, person_details, stored_leader
from tests.services.documents.agreements import agreements
from tests.services.pairing.stage import Two, names

DAY = date(2027, 1, 12)
ASKED = date(2027, 1, 5)


def test_the_days_are_noted_and_the_number_stays(data: DataFile, two: Two) -> None:
    first, _ = two.pairs
    set_locked(data, two.programme, [first], locked=True)
    note_asked(data, two.programme, [first], {Role.MENTEE: ASKED})
    with data.words("Agree Mei Brown and David Price"):
        agree(data, two.programme, [first], DAY, mentor_asked_on=DAY)
    (made,) = agreed_pairs(data, two.programme)
    assert (made.id, made.state, made.draft_id) == (first, PairState.AGREED, None)
    assert (made.agreed_on, made.mentor_asked_on, made.mentee_asked_on) == (DAY, DAY, ASKED)
    assert not made.is_locked
    assert made.is_fixed
    assert [one.proposals for one in drafts(data, two.programme)] == [1]
    data.undo()
    before = pair(data, two.programme, first)
    assert (before.state, before.is_locked, before.mentee_asked_on) == (
        PairState.PROPOSED,
        True,
        ASKED,
    )


def test_who_was_asked_can_be_taken_back(data: DataFile, two: Two) -> None:
    for day in (ASKED, None):
        note_asked(data, two.programme, two.pairs, {Role.MENTOR: day})
        found = pairs(data, two.programme)
        assert [one.asked_on(Role.MENTOR) for one in found] == [day, day]
        assert [one.asked_on(Role.MENTEE) for one in found] == [None, None]


def test_all_of_a_draft_are_agreed_as_one_step(data: DataFile, two: Two) -> None:
    before = dump(data)
    agree(data, two.programme, two.pairs, DAY)
    assert names(agreed_pairs(data, two.programme)) == two.names
    data.undo()
    assert dump(data) == before


def test_a_proposal_that_breaks_a_rule_is_not_agreed_and_none_beside_it(
    data: DataFile, two: Two
) -> None:
    save_person(data, two.jonas, person_details("Jonas Tamm", line_manager_id=two.helen))
    before = dump(data)
    with pytest.raises(KnownError, match="pair-same-line"):
        agree(data, two.programme, two.pairs, DAY)
    assert dump(data) == before
    override(data, two.programme, two.jonas, two.helen, ["line"], "Both asked for it")
    agree(data, two.programme, two.pairs, DAY)
    assert len(agreed_pairs(data, two.programme)) == 2


def test_only_proposals_are_agreed(data: DataFile, two: Two) -> None:
    agree(data, two.programme, two.pairs[:1], DAY)
    with pytest.raises(KnownError, match="pair-is-agreed"):
        agree(data, two.programme, two.pairs, DAY)
    with pytest.raises(KnownError, match="pair-gone"):
        agree(data, two.programme, [99], DAY)


def test_what_is_agreed_out_of_one_draft_counts_for_the_next(data: DataFile, two: Two) -> None:
    copied = copy_draft(data, drafts(data, two.programme)[0].id)
    twins = [one.id for one in pairs(data, two.programme, copied)]
    with pytest.raises(KnownError, match="pair-gone"):
        agree(data, two.programme, [two.pairs[0], twins[0]], DAY)
    take_apart(data, two.programme, twins)
    other = propose(data, two.programme, two.mei, two.helen)
    before = dump(data)
    with pytest.raises(KnownError, match="pair-over-full"):
        agree(data, two.programme, [two.pairs[0], other], DAY)
    assert dump(data) == before


def test_a_pair_is_agreed_at_once_whatever_is_only_proposed(data: DataFile, two: Two) -> None:
    made = agree_at_once(data, two.programme, two.mei, two.helen)
    stored = pair(data, two.programme, made)
    assert (stored.state, stored.agreed_on) == (PairState.AGREED, today())
    with pytest.raises(KnownError, match="pair-full"):
        agree_at_once(data, two.programme, two.mei, two.david)
    take_apart(data, two.programme, two.pairs[:1])
    again = agree_at_once(data, two.programme, two.jonas, two.david)
    assert pair(data, two.programme, again).reference == f"RM-{again:04}"


def test_nothing_of_a_proposal_is_on_paper_or_counted(data: DataFile, two: Two) -> None:
    counted = standing(data, two.programme)
    assert (counted.pairs, counted.paired_leaders, counted.paired_mentors) == (0, 0, 0)
    assert counted.proposals == 2
    assert agreements(data, two.programme) == []
    assert everybody(data, two.programme).invited().people == ()
    assert all(entry.partners == () for entry in Register(data).entries(two.programme))
    agree(data, two.programme, two.pairs[:1], DAY)
    counted = standing(data, two.programme)
    assert (counted.pairs, counted.paired_leaders, counted.proposals) == (1, 1, 1)
    assert [one.pair.id for one in agreements(data, two.programme)] == [two.pairs[0]]
    partners = [entry.partners for entry in Register(data).entries(two.programme)]
    assert sorted(partners) == [(), (), ("David Price",), ("Mei Brown",)]


def test_who_withdraws_stays_in_the_pair_and_takes_nobody_new(data: DataFile, two: Two) -> None:
    agree(data, two.programme, two.pairs[:1], DAY)
    set_state(data, two.programme, [two.mei, two.jonas], ParticipationState.WITHDRAWN)
    assert names(pairs(data, two.programme)) == two.names
    with pytest.raises(KnownError, match="pair-withdrawn"):
        agree(data, two.programme, two.pairs[1:], DAY)
    with pytest.raises(KnownError, match="pair-withdrawn"):
        propose(data, two.programme, two.jonas, stored_leader(data, two.programme, "Rob Clarke"))
