"""A rule is set aside for two people only, with a written reason, and shows."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.overrides import Overridden
from revmentor_desktop.domain.pairing_rules import breaches
from revmentor_desktop.services.pairing.facts import facts, overrides
from revmentor_desktop.services.pairing.overriding import (
    override,
    rearrange_anyway,
    withdraw_overrides,
)
from revmentor_desktop.services.pairing.proposing import propose, take_apart
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.people.writing import save_person
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
        override(data, barred.programme, *couple, ["capacity"], REASON)
    assert dump(data) == before
    propose(data, barred.programme, barred.mei, barred.helen)
    before = dump(data)
    with pytest.raises(KnownError, match="pair-full"):
        rearrange_anyway(data, barred.programme, (), [couple], REASON)
    assert dump(data) == before


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
