"""What if: a change is tried in a copy, in one step, and what it was tried on stays as it is."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_drafts import trial_name
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.domain.text import LINE_LIMIT
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT, drafts
from revmentor_desktop.services.pairing.drafts import make_draft, remove_draft
from revmentor_desktop.services.pairing.proposing import set_locked
from revmentor_desktop.services.pairing.reading import board, pairs
from revmentor_desktop.services.pairing.trying import try_in_copy
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import dump, person_details
from tests.services.pairing.stage import Two, names


def person(data: DataFile, two: Two, person_id: int) -> Participant:
    found = board(data, two.programme).participant(person_id)
    assert found is not None
    return found


def exchange(data: DataFile, two: Two) -> Rearrangement:
    """Mei gets Helen, Jonas gets David."""
    mei, jonas, david, helen = (
        person(data, two, one) for one in (two.mei, two.jonas, two.david, two.helen)
    )
    return Rearrangement(tuple(pairs(data, two.programme)), ((mei, helen), (jonas, david)))


def test_an_exchange_is_tried_in_a_copy_and_undone_in_one_step(data: DataFile, two: Two) -> None:
    (first,) = drafts(data, two.programme)
    before = dump(data)
    with data.words("Try in a copy"):
        trial = try_in_copy(data, two.programme, exchange(data, two))
    assert trial.before == first.id
    shown = board(data, two.programme)
    assert shown.draft is not None
    assert (shown.draft.id, shown.draft.name) == (trial.after, "Draft 1 – what if")
    assert names(shown.pairs) == [("Mei Brown", "Helen Ward"), ("Jonas Tamm", "David Price")]
    assert names(pairs(data, two.programme, first.id)) == two.names
    assert data.undo_words == "Try in a copy"
    data.undo()
    assert dump(data) == before


def test_what_is_not_touched_is_copied(data: DataFile, two: Two) -> None:
    set_locked(data, two.programme, two.pairs[1:], locked=True)
    mei_david = pairs(data, two.programme)[0]
    try_in_copy(data, two.programme, Rearrangement(parted=(mei_david,)))
    (kept,) = pairs(data, two.programme)
    assert (names([kept]), kept.is_locked) == (two.names[1:], True)


def test_a_locked_proposal_is_let_go_in_the_copy_alone(data: DataFile, two: Two) -> None:
    set_locked(data, two.programme, two.pairs[:1], locked=True)
    locked = next(one for one in pairs(data, two.programme) if one.is_locked)
    before = dump(data)
    change = exchange(data, two)
    trial = try_in_copy(data, two.programme, change, unlocked=locked)
    assert names(pairs(data, two.programme, trial.after)) == [
        ("Mei Brown", "Helen Ward"),
        ("Jonas Tamm", "David Price"),
    ]
    assert next(one for one in pairs(data, two.programme, trial.before) if one.is_locked) == locked
    data.undo()
    assert dump(data) == before


def test_nothing_is_left_of_a_trial_that_cannot_be(data: DataFile, two: Two) -> None:
    set_locked(data, two.programme, two.pairs[:1], locked=True)
    agree(data, two.programme, two.pairs[1:], today())
    locked, agreed = sorted(pairs(data, two.programme), key=lambda one: one.id)
    before = dump(data)
    for change, code in (
        (Rearrangement(parted=(locked,)), "pair-is-locked"),
        (Rearrangement(parted=(agreed,)), "pair-is-agreed"),
        (Rearrangement(joined=((locked.mentor, agreed.mentee),)), "pair-full"),
    ):
        with pytest.raises(KnownError, match=code):
            try_in_copy(data, two.programme, change)
        assert dump(data) == before


def test_a_pair_of_a_draft_that_is_not_looked_at_any_more_is_not_touched(
    data: DataFile, two: Two
) -> None:
    there = pairs(data, two.programme)[0]
    make_draft(data, two.programme)
    before = dump(data)
    with pytest.raises(KnownError, match="pair-gone"):
        try_in_copy(data, two.programme, Rearrangement(parted=(there,)))
    assert dump(data) == before


def test_a_reason_sets_aside_what_is_against_it(data: DataFile, two: Two) -> None:
    save_person(data, two.mei, person_details("Mei Brown", line_manager_id=two.helen))
    change = exchange(data, two)
    with pytest.raises(KnownError, match="pair-same-line"):
        try_in_copy(data, two.programme, change)
    try_in_copy(data, two.programme, change, reason="Both asked for it")
    assert ("Mei Brown", "Helen Ward") in names(pairs(data, two.programme))


def test_without_a_draft_one_is_made(data: DataFile, two: Two) -> None:
    change = exchange(data, two)
    for one in drafts(data, two.programme):
        remove_draft(data, one.id)
    trial = try_in_copy(data, two.programme, Rearrangement(joined=change.joined))
    assert trial.before == NO_DRAFT
    assert [one.name for one in drafts(data, two.programme)] == ["Draft – what if"]
    assert len(pairs(data, two.programme)) == 2


def test_the_name_of_a_trial_says_what_it_is_of_once() -> None:
    taken = ["Draft 1", "DRAFT 1 – WHAT IF"]
    assert trial_name("Draft 1", "what if", []) == "Draft 1 – what if"
    assert trial_name("Draft 1", "what if", taken) == "Draft 1 – what if 2"
    assert trial_name("Draft 1 – what if", "what if", taken) == "Draft 1 – what if 2"
    assert trial_name("Draft 1 – what if 2", "what if", []) == "Draft 1 – what if"
    long = trial_name("x" * LINE_LIMIT, "what if", [])
    assert long == "x" * (LINE_LIMIT - len(" – what if")) + " – what if"
    again = trial_name(long, "what if", [long])
    assert (len(again), again[-12:]) == (LINE_LIMIT, " – what if 2")
