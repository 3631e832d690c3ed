"""A leader chooses among two or three who were offered; the choice becomes a proposal."""

from __future__ import annotations

from datetime import date

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import PairOrigin
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.proposing import take_apart
from revmentor_desktop.services.pairing.reading import board, pairs, shortlists
from revmentor_desktop.services.pairing.shortlists import choose, offer, withdraw_offer
from revmentor_desktop.services.people.writing import remove_people, save_person
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import dump, person_details, stored_mentor
from tests.services.pairing.stage import Two, names

DAY = date(2027, 1, 12)


def test_an_offer_is_kept_in_its_order_and_replaced_by_another(data: DataFile, two: Two) -> None:
    sana = stored_mentor(data, two.programme, "Sána Khan")
    offer(data, two.programme, two.david, [sana, two.jonas, two.mei], DAY)
    (found,) = shortlists(data, two.programme)
    assert (found.leader.person.id, found.offered_on, found.chosen) == (two.david, DAY, None)
    assert [one.person.id for one in found.candidates] == [sana, two.jonas, two.mei]
    offer(data, two.programme, two.david, [two.mei, sana], DAY)
    (found,) = shortlists(data, two.programme)
    assert [one.person.id for one in found.candidates] == [two.mei, sana]
    withdraw_offer(data, two.programme, two.david)
    assert shortlists(data, two.programme) == []
    data.undo()
    assert shortlists(data, two.programme) == [found]
    remove_people(data, [two.david])
    assert shortlists(data, two.programme) == []


def test_one_is_no_choice_and_what_a_rule_forbids_is_not_offered(data: DataFile, two: Two) -> None:
    save_person(data, two.jonas, person_details("Jonas Tamm", line_manager_id=two.david))
    before = dump(data)
    with pytest.raises(KnownError, match="shortlist-length"):
        offer(data, two.programme, two.david, [two.mei, two.mei], DAY)
    with pytest.raises(KnownError, match="pair-same-line"):
        offer(data, two.programme, two.david, [two.mei, two.jonas], DAY)
    assert dump(data) == before


def test_what_is_chosen_becomes_a_proposal_unless_it_is_one(data: DataFile, two: Two) -> None:
    offer(data, two.programme, two.david, [two.mei, two.jonas], DAY)
    choose(data, two.programme, two.david, two.mei)
    assert names(pairs(data, two.programme)) == two.names
    with pytest.raises(KnownError, match="pair-full"):
        choose(data, two.programme, two.david, two.jonas)
    take_apart(data, two.programme, two.pairs)
    choose(data, two.programme, two.david, two.jonas)
    (found,) = shortlists(data, two.programme)
    assert found.chosen is not None
    assert found.chosen.person.id == two.jonas
    assert names(pairs(data, two.programme)) == [("Jonas Tamm", "David Price")]
    with pytest.raises(KnownError, match="shortlist-gone"):
        choose(data, two.programme, two.helen, two.mei)


def test_agreed_pairs_bar_an_offer_and_proposals_do_not(data: DataFile, two: Two) -> None:
    sana = stored_mentor(data, two.programme, "Sána Khan")
    zofia = stored_mentor(data, two.programme, "Zofia Adamska")
    offer(data, two.programme, two.david, [two.mei, two.jonas], DAY)
    agree(data, two.programme, two.pairs[1:], DAY)
    with pytest.raises(KnownError, match="pair-full"):
        offer(data, two.programme, two.david, [two.mei, two.jonas], DAY)
    with pytest.raises(KnownError, match="pair-full"):
        offer(data, two.programme, two.helen, [sana, zofia], DAY)


def test_a_proposal_makes_way_for_the_choice_in_one_step(data: DataFile, two: Two) -> None:
    sana = stored_mentor(data, two.programme, "Sána Khan")
    offer(data, two.programme, two.david, [two.mei, sana], DAY)
    before = dump(data)
    (made,) = choose(data, two.programme, two.david, sana, parted=two.pairs[:1])
    found = {pair.id: pair for pair in pairs(data, two.programme)}
    assert found[made].origin is PairOrigin.CHOSEN
    assert names(found.values()) == [("Jonas Tamm", "Helen Ward"), ("Sána Khan", "David Price")]
    assert choose(data, two.programme, two.david, sana) == []
    data.undo()
    assert dump(data) == before


def test_the_board_knows_what_was_offered_and_to_whom(data: DataFile, two: Two) -> None:
    offer(data, two.programme, two.david, [two.jonas, two.mei], DAY)
    shown = board(data, two.programme)
    assert shown.shortlists == tuple(shortlists(data, two.programme))
    david, helen = (shown.participant(one) for one in (two.david, two.helen))
    assert david is not None
    assert helen is not None
    assert shown.shortlist_of(david) == shown.shortlists[0]
    assert shown.shortlist_of(helen) is None
