"""Proposals are made, parted, rearranged and locked in one step each, or not at all."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import PairOrigin, PairState
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.draft_reading import drafts, shown_draft
from revmentor_desktop.services.pairing.drafts import make_draft
from revmentor_desktop.services.pairing.proposing import (
    propose,
    rearrange,
    set_locked,
    set_origin,
    take_apart,
)
from revmentor_desktop.services.pairing.reading import agreed_pairs, pairs
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import (
    dump,
    person_details,
    stored_leader,
    stored_mentor,
    stored_person,
    stored_programme,
)
from tests.services.pairing.stage import Two, names


def test_the_first_proposal_makes_the_first_draft(data: DataFile, programme: int) -> None:
    with data.words("Pair Mei Brown and David Price"):
        made = propose(
            data, programme, stored_mentor(data, programme), stored_leader(data, programme)
        )
    (stored,) = pairs(data, programme)
    shown = shown_draft(data, programme)
    assert shown is not None
    assert (shown.name, shown.proposals, shown.made_on) == ("Draft 1", 1, today())
    assert (stored.id, stored.reference, stored.draft_id) == (made, f"RM-{made:04}", shown.id)
    assert (stored.state, stored.origin) == (PairState.PROPOSED, PairOrigin.BOARD)
    assert agreed_pairs(data, programme) == []
    data.undo()
    assert drafts(data, programme) == []


def test_a_forbidden_pair_is_not_stored_nor_a_draft_for_it(data: DataFile, programme: int) -> None:
    mentor, leader = stored_mentor(data, programme), stored_leader(data, programme)
    save_person(data, mentor, person_details("Mei Brown", line_manager_id=leader))
    before = dump(data)
    with pytest.raises(KnownError, match="pair-same-line"):
        propose(data, programme, mentor, leader)
    assert dump(data) == before


def test_who_does_not_take_part_is_not_paired(data: DataFile, programme: int) -> None:
    with pytest.raises(KnownError, match="not-taking-part"):
        propose(data, programme, stored_person(data, "Al One"), stored_leader(data, programme))


def test_two_pairs_exchange_partners_in_one_step(data: DataFile, two: Two) -> None:
    with data.words("Pair Mei Brown and Helen Ward"):
        made = rearrange(
            data, two.programme, two.pairs, [(two.mei, two.helen), (two.jonas, two.david)]
        )
    exchanged = [("Mei Brown", "Helen Ward"), ("Jonas Tamm", "David Price")]
    assert names(pairs(data, two.programme)) == exchanged
    assert [one.id for one in pairs(data, two.programme)] == made
    assert data.undo_words == "Pair Mei Brown and Helen Ward"
    data.undo()
    assert names(pairs(data, two.programme)) == two.names


def test_when_one_half_is_forbidden_everything_stays(data: DataFile, two: Two) -> None:
    save_person(data, two.jonas, person_details("Jonas Tamm", line_manager_id=two.david))
    before, words = dump(data), data.undo_words
    with pytest.raises(KnownError, match="pair-same-line"):
        rearrange(data, two.programme, two.pairs, [(two.mei, two.helen), (two.jonas, two.david)])
    assert dump(data) == before
    assert data.undo_words == words


def test_two_joined_in_one_act_know_of_each_other(data: DataFile, programme: int) -> None:
    mei = stored_mentor(data, programme)
    leaders = [stored_leader(data, programme, name) for name in ("David Price", "Helen Ward")]
    with pytest.raises(KnownError, match="pair-full"):
        rearrange(data, programme, (), [(mei, leader) for leader in leaders])
    assert pairs(data, programme) == []


def test_a_pair_that_is_gone_or_of_another_programme_cannot_be_parted(
    data: DataFile, two: Two
) -> None:
    for elsewhere, gone in (
        (stored_programme(data), two.pairs[0]),
        (two.programme, max(two.pairs) + 1),
    ):
        with pytest.raises(KnownError, match="pair-gone"):
            take_apart(data, elsewhere, [gone])
    assert names(pairs(data, two.programme)) == two.names


def test_what_is_agreed_or_locked_is_not_moved_about(data: DataFile, two: Two) -> None:
    first, second = two.pairs
    agree(data, two.programme, [first], today())
    set_locked(data, two.programme, [second], locked=True)
    before = dump(data)
    for pair_id, code in ((first, "pair-is-agreed"), (second, "pair-is-locked")):
        with pytest.raises(KnownError, match=code):
            take_apart(data, two.programme, [pair_id])
    with pytest.raises(KnownError, match="pair-is-agreed"):
        set_locked(data, two.programme, [first], locked=True)
    assert dump(data) == before
    set_locked(data, two.programme, [second], locked=False)
    take_apart(data, two.programme, [second])
    assert names(pairs(data, two.programme)) == two.names[:1]


def test_a_draft_has_its_own_proposals(data: DataFile, two: Two) -> None:
    other = make_draft(data, two.programme, "After the board meeting")
    assert pairs(data, two.programme) == []
    propose(data, two.programme, two.mei, two.helen)
    assert names(pairs(data, two.programme, other)) == [("Mei Brown", "Helen Ward")]
    first = drafts(data, two.programme)[0].id
    assert names(pairs(data, two.programme, first)) == two.names
    with pytest.raises(KnownError, match="pair-full"):
        propose(data, two.programme, two.mei, two.helen, draft_id=first)
    with pytest.raises(KnownError, match="draft-gone"):
        propose(data, two.programme, two.mei, two.david, draft_id=other + 1)


def test_two_who_found_each_other_are_entered_as_such_by_the_same_rules(
    data: DataFile, two: Two
) -> None:
    set_origin(data, two.programme, two.pairs[:1], PairOrigin.FOUND_EACH_OTHER)
    first, second = pairs(data, two.programme)
    assert first.origin is PairOrigin.FOUND_EACH_OTHER
    assert second.origin is PairOrigin.BOARD
    take_apart(data, two.programme, two.pairs)
    save_person(data, two.mei, person_details("Mei Brown", line_manager_id=two.david))
    with pytest.raises(KnownError, match="pair-same-line"):
        propose(data, two.programme, two.mei, two.david, origin=PairOrigin.FOUND_EACH_OTHER)
