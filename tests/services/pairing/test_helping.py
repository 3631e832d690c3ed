"""What gives somebody a place is stored with the pairs that come of it, as one step."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.checks import PARTNERS_LIMIT
from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.helping import rearrange_unlocked, rearrange_with_room
from revmentor_desktop.services.pairing.proposing import set_locked
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.people.reading import participation
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import dump, stored_leader
from tests.services.pairing.stage import Two, names


def most_partners(data: DataFile, two: Two, person_id: int) -> int:
    part = participation(data, two.programme, person_id)
    assert part is not None
    return part.most_partners


def test_one_partner_more_and_the_pair_that_uses_it_are_one_step(data: DataFile, two: Two) -> None:
    sue = stored_leader(data, two.programme, "Sue Grant")
    before = dump(data)
    with data.words("Let Mei Brown have two"):
        (made,) = rearrange_with_room(data, two.programme, two.mei, (), [(two.mei, sue)])
    assert most_partners(data, two, two.mei) == 2
    assert names(pairs(data, two.programme)) == [*two.names, ("Mei Brown", "Sue Grant")]
    assert pairs(data, two.programme)[-1].id == made
    data.undo()
    assert dump(data) == before


def test_nobody_has_more_partners_than_people_may_have(data: DataFile, two: Two) -> None:
    for _ in range(PARTNERS_LIMIT - 1):
        rearrange_with_room(data, two.programme, two.mei, (), ())
    before = dump(data)
    with pytest.raises(InvalidField, match="number-odd"):
        rearrange_with_room(data, two.programme, two.mei, (), ())
    assert dump(data) == before


def test_when_the_pair_cannot_be_made_nobody_gets_more_room(data: DataFile, two: Two) -> None:
    before = dump(data)
    with pytest.raises(KnownError, match="pair-full"):
        rearrange_with_room(data, two.programme, two.mei, (), [(two.mei, two.helen)])
    assert dump(data) == before


def test_a_locked_pair_is_let_go_and_others_come_of_it_in_one_step(
    data: DataFile, two: Two
) -> None:
    set_locked(data, two.programme, two.pairs, locked=True)
    before = dump(data)
    first, second = two.pairs
    with pytest.raises(KnownError, match="pair-is-locked"):
        rearrange_unlocked(data, two.programme, first, two.pairs, [(two.mei, two.helen)])
    assert dump(data) == before
    set_locked(data, two.programme, [second], locked=False)
    joined = [(two.mei, two.helen), (two.jonas, two.david)]
    rearrange_unlocked(data, two.programme, first, two.pairs, joined)
    assert names(pairs(data, two.programme)) == [
        ("Mei Brown", "Helen Ward"),
        ("Jonas Tamm", "David Price"),
    ]
    data.undo()
    assert names(pairs(data, two.programme)) == two.names


def test_an_agreed_pair_is_never_let_go_by_it(data: DataFile, two: Two) -> None:
    agree(data, two.programme, [two.pairs[0]], today())
    with pytest.raises(KnownError, match="pair-is-agreed"):
        rearrange_unlocked(data, two.programme, two.pairs[0], [two.pairs[0]], ())


def test_one_partner_more_is_one_more_than_the_programme_says(data: DataFile, two: Two) -> None:
    save_section(data, two.programme, "pairing", PairingChoices(mentor_partners=2))
    rearrange_with_room(data, two.programme, two.mei, (), ())
    assert most_partners(data, two, two.mei) == 3
    assert most_partners(data, two, two.jonas) == 2
