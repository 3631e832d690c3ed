"""After the start: pause, resume, end without blame; what has ended is history."""

from __future__ import annotations

from datetime import date

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import FAILED_REASONS, EndReason, PairState
from revmentor_desktop.domain.participation import ParticipationDetails, Role
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.services.pairing.agreeing import agree, agree_at_once
from revmentor_desktop.services.pairing.ending import end, end_and_rearrange, pause, resume
from revmentor_desktop.services.pairing.overriding import override
from revmentor_desktop.services.pairing.proposing import Change, propose
from revmentor_desktop.services.pairing.reading import agreed_pairs, history, pair, pairs
from revmentor_desktop.services.people.writing import save_person, take_part
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import dump, person_details, stored_mentor, stored_programme
from tests.services.documents.agreements import agreements
from tests.services.pairing.stage import Two, names

DAY, LATER = date(2027, 1, 12), date(2027, 4, 1)


@pytest.fixture
def agreed(data: DataFile, two: Two) -> Two:
    """The two pairs, agreed."""
    agree(data, two.programme, two.pairs, DAY)
    return two


def test_a_paused_pair_keeps_both_people_and_its_papers(data: DataFile, agreed: Two) -> None:
    first, _ = agreed.pairs
    pause(data, agreed.programme, [first])
    assert pair(data, agreed.programme, first).state is PairState.PAUSED
    assert len(agreed_pairs(data, agreed.programme)) == len(agreements(data, agreed.programme)) == 2
    with pytest.raises(KnownError, match="pair-full"):
        propose(data, agreed.programme, agreed.mei, agreed.helen)
    with pytest.raises(KnownError, match="pair-not-running"):
        pause(data, agreed.programme, [first])
    resume(data, agreed.programme, [first])
    assert pair(data, agreed.programme, first).state is PairState.AGREED
    with pytest.raises(KnownError, match="pair-not-paused"):
        resume(data, agreed.programme, [first])


def test_an_end_frees_both_and_moves_nobody_else(data: DataFile, agreed: Two) -> None:
    first, second = agreed.pairs
    before = dump(data)
    with data.words("End the pair of Mei Brown and David Price"):
        end(data, agreed.programme, [first], EndReason.NO_TIME, LATER)
    assert [one.id for one in agreed_pairs(data, agreed.programme)] == [second]
    (ended,) = history(data, agreed.programme)
    assert (ended.id, ended.state, ended.ended_on) == (first, PairState.ENDED, LATER)
    assert ended.end_reason is EndReason.NO_TIME
    data.undo()
    assert dump(data) == before


def test_the_last_to_end_comes_first(data: DataFile, agreed: Two) -> None:
    first, second = agreed.pairs
    end(data, agreed.programme, [first], EndReason.LEFT, LATER)
    end(data, agreed.programme, [second], EndReason.LEFT, DAY)
    assert [one.id for one in history(data, agreed.programme)] == [first, second]


def test_a_pair_ends_once_after_it_was_agreed_and_a_proposal_never(
    data: DataFile, two: Two
) -> None:
    first, second = two.pairs
    agree(data, two.programme, [first], DAY)
    with pytest.raises(KnownError, match="pair-ends-too-early") as refused:
        end(data, two.programme, [first], EndReason.LEFT, date(2027, 1, 11))
    assert refused.value.params == {"day": "Tue 12 January 2027"}
    end(data, two.programme, [first], EndReason.LEFT, DAY)
    for pair_id in (first, second):
        with pytest.raises(KnownError, match="pair-not-running"):
            end(data, two.programme, [pair_id], EndReason.LEFT, LATER)


@pytest.mark.parametrize("reason", EndReason)
def test_two_whose_pair_ended_are_brought_together_again_only_on_purpose(
    data: DataFile, agreed: Two, reason: EndReason
) -> None:
    end(data, agreed.programme, agreed.pairs[:1], reason, LATER)
    couple = agreed.mei, agreed.david
    if reason is EndReason.NEVER_BEGAN:
        agree_at_once(data, agreed.programme, *couple)
        return
    code = "pair-ended-early" if reason in FAILED_REASONS else "pair-met-before"
    with pytest.raises(KnownError, match=code):
        propose(data, agreed.programme, *couple)
    rules = ("failed-pairs", "earlier-partners")
    override(data, agreed.programme, *couple, rules, "Both wish to go on after the summer")
    again = agree_at_once(data, agreed.programme, *couple)
    assert again not in agreed.pairs
    assert names(agreed_pairs(data, agreed.programme)) == agreed.names[::-1]
    assert [one.id for one in history(data, agreed.programme)] == [agreed.pairs[0]]


def test_a_later_programme_knows_of_it(data: DataFile, agreed: Two) -> None:
    end(data, agreed.programme, agreed.pairs[:1], EndReason.ASKED, LATER)
    later = stored_programme(data)
    take_part(data, later, [agreed.mei], ParticipationDetails(role=Role.MENTOR))
    take_part(data, later, [agreed.david], ParticipationDetails(role=Role.MENTEE))
    save_section(data, later, "pairing", PairingChoices(rules=frozenset({"failed-pairs"})))
    with pytest.raises(KnownError, match="pair-ended-early"):
        propose(data, later, agreed.mei, agreed.david)
    save_section(data, later, "pairing", PairingChoices(rules=frozenset({"earlier-partners"})))
    with pytest.raises(KnownError, match="pair-met-before"):
        propose(data, later, agreed.mei, agreed.david)
    assert pairs(data, later) == []


def test_an_end_and_the_next_pair_are_one_step_or_none(data: DataFile, agreed: Two) -> None:
    first, second = agreed.pairs
    sana = stored_mentor(data, agreed.programme, "Sána Khan")
    before = dump(data)
    wanted = Change(programme_id=agreed.programme, joined=[(sana, agreed.david)])
    (made,) = end_and_rearrange(data, first, EndReason.NO_TIME, LATER, wanted)
    now = {one.id: one.state for one in pairs(data, agreed.programme)}
    assert now == {second: PairState.AGREED, made: PairState.PROPOSED}
    data.undo()
    assert dump(data) == before
    taken = Change(programme_id=agreed.programme, joined=[(agreed.jonas, agreed.david)])
    with pytest.raises(KnownError, match="pair-full"):
        end_and_rearrange(data, first, EndReason.NO_TIME, LATER, taken)
    assert dump(data) == before


def test_with_a_reason_a_rule_is_set_aside_for_the_next_pair(data: DataFile, agreed: Two) -> None:
    sana = stored_mentor(data, agreed.programme, "Sána Khan")
    save_person(data, sana, person_details("Sána Khan", line_manager_id=agreed.david))
    wanted = Change(programme_id=agreed.programme, joined=[(sana, agreed.david)])
    first = agreed.pairs[0]
    with pytest.raises(KnownError, match="pair-same-line"):
        end_and_rearrange(data, first, EndReason.LEFT, LATER, wanted)
    end_and_rearrange(data, first, EndReason.LEFT, LATER, wanted, excuse="Both asked for it")
    assert ("Sána Khan", "David Price") in names(pairs(data, agreed.programme))
