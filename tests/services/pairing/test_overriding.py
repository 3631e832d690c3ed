"""A rule is set aside for two people only, with a written reason, and shows."""

from __future__ import annotations

from datetime import date

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.overrides import Overridden
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import breaches, rules_against, unexcused
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import ParticipationDetails, ParticipationState, Role
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.services.pairing.agreeing import agree, agree_at_once
from revmentor_desktop.services.pairing.draft_reading import drafts
from revmentor_desktop.services.pairing.facts import facts, overrides
from revmentor_desktop.services.pairing.overriding import (
    override,
    propose_in,
    rearrange_anyway,
    withdraw_overrides,
)
from revmentor_desktop.services.pairing.proposing import propose, take_apart
from revmentor_desktop.services.pairing.reading import agreed_pairs, pair, pairs
from revmentor_desktop.services.people.writing import save_participation, save_person
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import dump, person_details
from tests.services.pairing.stage import Two, names

REASON = "Both asked for it, and their directors agreed"


@pytest.fixture
def barred(data: DataFile, two: Two) -> Two:
    """Nobody is paired; Mei works for David in his department."""
    take_apart(data, two.programme, two.pairs)
    details = person_details("Mei Brown", line_manager_id=two.david, department="Nursing")
    save_person(data, two.mei, details)
    save_person(data, two.david, person_details("David Price", department="Nursing"))
    return two


def test_a_pair_is_made_all_the_same_and_says_why(data: DataFile, barred: Two) -> None:
    before = dump(data)
    couple = barred.mei, barred.david
    with data.words("Pair Mei Brown and David Price"):
        rearrange_anyway(data, barred.programme, (), [couple], f" {REASON}\n")
    (made,) = pairs(data, barred.programme)
    broken = breaches(made.mentor, made.mentee, facts(data, barred.programme))
    assert {error.code for error in broken} == {"pair-same-line", "pair-same-department"}
    assert all(isinstance(error, Overridden) for error in broken)
    assert {one.reason for one in overrides(data, barred.programme)} == {REASON}
    data.undo()
    assert dump(data) == before


def test_nothing_is_set_aside_without_a_reason_or_beyond_reason(
    data: DataFile, barred: Two
) -> None:
    before, couple = dump(data), (barred.mei, barred.david)
    with pytest.raises(KnownError, match="override-needs-reason"):
        rearrange_anyway(data, barred.programme, (), [couple], "  ")
    with pytest.raises(KnownError, match="override-not-possible"):
        override(data, barred.programme, *couple, ["once"], REASON)
    assert dump(data) == before
    part = ParticipationDetails(role=Role.MENTOR, state=ParticipationState.RESERVE)
    save_participation(data, barred.programme, barred.mei, part)
    before = dump(data)
    with pytest.raises(KnownError, match="pair-reserve"):
        rearrange_anyway(data, barred.programme, (), [couple], REASON)
    assert dump(data) == before


def test_one_partner_more_is_given_for_a_reason_and_only_where_the_place_is_taken(
    data: DataFile, barred: Two
) -> None:
    first = propose(data, barred.programme, barred.mei, barred.helen)
    couple = barred.mei, barred.david
    rearrange_anyway(data, barred.programme, [first], [couple], REASON)
    assert {one.rule for one in overrides(data, barred.programme)} == {"line", "department"}
    with pytest.raises(KnownError, match="pair-full"):
        propose(data, barred.programme, barred.mei, barred.helen)
    more = barred.mei, barred.helen
    before = dump(data)
    with data.words("Pair Mei Brown and Helen Moss"):
        (made,) = rearrange_anyway(data, barred.programme, (), [more], REASON)
    known = facts(data, barred.programme)
    there = {one.id: one for one in pairs(data, barred.programme)}
    told = {at: breaches(one.mentor, one.mentee, known) for at, one in there.items()}
    assert [error.code for error in told[made]] == ["pair-over-full"]
    assert not any(map(unexcused, told.values()))
    agree(data, barred.programme, list(there), date(2026, 11, 22))
    withdraw_overrides(data, barred.programme, *more, ["capacity"])
    known = facts(data, barred.programme)
    broken = [unexcused(breaches(one.mentor, one.mentee, known)) for one in agreed_pairs(data, 1)]
    assert [[error.code for error in one] for one in broken] == [["pair-over-full"]] * 2
    for _ in range(3):
        data.undo()
    assert dump(data) == before


def test_of_two_who_both_have_too_many_it_is_set_aside_at_once(data: DataFile, barred: Two) -> None:
    programme = barred.programme
    switch(data, programme, set())
    for couple in ((barred.jonas, barred.david), (barred.jonas, barred.helen)):
        propose(data, programme, *couple)
    propose(data, programme, barred.mei, barred.helen)
    switch(data, programme, {"capacity"})
    known = facts(data, programme)
    (both,) = (one for one in pairs(data, programme) if unexcused_of(one, known) == 2)
    against = [rule for rule, _ in rules_against(both.mentor, both.mentee, known)]
    assert against == ["capacity", "capacity"]
    override(data, programme, barred.jonas, barred.helen, against, REASON)
    known = facts(data, programme)
    assert [unexcused_of(one, known) for one in pairs(data, programme)] == [0, 0, 0]


def switch(data: DataFile, programme: int, rules: set[str]) -> None:
    save_section(data, programme, "pairing", PairingChoices(rules=frozenset(rules)))


def unexcused_of(one: Pair, known: PairingFacts) -> int:
    return len(unexcused(breaches(one.mentor, one.mentee, known)))


def test_two_joined_in_one_act_are_counted_one_after_the_other(data: DataFile, barred: Two) -> None:
    couples = [(barred.jonas, barred.david), (barred.jonas, barred.helen)]
    rearrange_anyway(data, barred.programme, (), couples, REASON)
    aside = [(one.mentee_id, one.rule) for one in overrides(data, barred.programme)]
    (_, second) = pairs(data, barred.programme)
    assert aside == [(second.mentee.participation.id, "capacity")]


def test_who_withdrew_is_paired_for_a_reason(data: DataFile, barred: Two) -> None:
    part = ParticipationDetails(role=Role.MENTOR, state=ParticipationState.WITHDRAWN)
    save_participation(data, barred.programme, barred.jonas, part)
    couple = barred.jonas, barred.helen
    with pytest.raises(KnownError, match="pair-withdrawn"):
        propose(data, barred.programme, *couple)
    rearrange_anyway(data, barred.programme, (), [couple], REASON)
    (made,) = pairs(data, barred.programme)
    (broken,) = breaches(made.mentor, made.mentee, facts(data, barred.programme))
    assert (broken.code, isinstance(broken, Overridden)) == ("pair-withdrawn", True)


def test_it_holds_for_these_two_alone_until_it_is_withdrawn(data: DataFile, barred: Two) -> None:
    couple = barred.mei, barred.david
    override(data, barred.programme, *couple, ["line", "department"], "First")
    override(data, barred.programme, *couple, ["line"], REASON)
    found = {one.rule: one.reason for one in overrides(data, barred.programme)}
    assert found == {"department": "First", "line": REASON}
    save_person(data, barred.jonas, person_details("Jonas Tamm", line_manager_id=barred.david))
    with pytest.raises(KnownError, match="pair-same-line"):
        propose(data, barred.programme, barred.jonas, barred.david)
    propose(data, barred.programme, *couple)
    withdraw_overrides(data, barred.programme, *couple, ["line"])
    withdraw_overrides(data, barred.programme, *couple, ["line"])
    (made,) = pairs(data, barred.programme)
    assert names([made]) == [("Mei Brown", "David Price")]
    broken = breaches(made.mentor, made.mentee, facts(data, barred.programme))
    assert [isinstance(error, Overridden) for error in broken] == [False, True]


def test_a_draft_is_found_by_its_name_or_made(data: DataFile, two: Two) -> None:
    take_apart(data, two.programme, two.pairs)
    made = propose_in(data, two.programme, " draft 1 ", (two.mei, two.david))
    assert pair(data, two.programme, made).draft_id == drafts(data, two.programme)[0].id
    propose_in(data, two.programme, "Plan B", (two.mei, two.helen))
    assert [(one.name, one.proposals) for one in drafts(data, two.programme)] == [
        ("Draft 1", 1),
        ("Plan B", 1),
    ]
    before = dump(data)
    with pytest.raises(KnownError, match="pair-full"):
        propose_in(data, two.programme, "Plan B", (two.jonas, two.helen))
    with pytest.raises(KnownError, match="draft-name-missing"):
        propose_in(data, two.programme, " ", (two.jonas, two.helen))
    assert dump(data) == before


@pytest.mark.parametrize("draft", ["", "Plan B"])
def test_two_are_paired_at_once_for_a_reason_which_is_kept(
    data: DataFile, barred: Two, draft: str
) -> None:
    programme, couple = barred.programme, (barred.mei, barred.david)

    def paired(two: tuple[int, int], reason: str = "") -> int:
        if draft:
            return propose_in(data, programme, draft, two, reason=reason)
        return agree_at_once(data, programme, *two, reason=reason)

    before = dump(data)
    with pytest.raises(KnownError, match="pair-same-line"):
        paired(couple)
    with pytest.raises(KnownError, match="override-needs-reason"):
        paired(couple, reason=" ")
    assert dump(data) == before
    paired((barred.jonas, barred.helen), reason=REASON)
    assert overrides(data, programme) == ()
    before = dump(data)
    with data.words("Pair them all the same"):
        paired(couple, reason=REASON)
    assert {one.rule: one.reason for one in overrides(data, programme)} == {
        "line": REASON,
        "department": REASON,
    }
    assert len(agreed_pairs(data, programme)) == (0 if draft else 2)
    assert data.undo_words == "Pair them all the same"
    data.undo()
    assert dump(data) == before
