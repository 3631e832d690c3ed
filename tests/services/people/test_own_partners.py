"""How many partners people may have themselves: not fewer than agreed, where the number binds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from revmentor_desktop.domain.errors import InvalidField
from revmentor_desktop.domain.participation import Participation
from revmentor_desktop.domain.plan.pairing_choices import (
    CAPACITY,
    DEFAULT_RULES,
    PairingChoices,
)
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.people.reading import participation
from revmentor_desktop.services.people.writing import save_participation, set_own_partners
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import dump, stored_leader, stored_mentor, stored_programme


@pytest.fixture
def programme(data: DataFile) -> int:
    return stored_programme(data)


def part_of(data: DataFile, programme: int, person_id: int) -> Participation:
    found = participation(data, programme, person_id)
    assert found is not None
    return found


def test_who_has_more_partners_than_the_programme_says_by_now_can_still_be_edited(
    data: DataFile, programme: int
) -> None:
    save_section(data, programme, "pairing", PairingChoices(mentor_partners=3))
    mentor = stored_mentor(data, programme)
    for name in ("David Price", "Helen Ward"):
        agree_at_once(data, programme, mentor, stored_leader(data, programme, name))
    save_section(data, programme, "pairing", PairingChoices(mentor_partners=1))
    part = part_of(data, programme, mentor)
    save_participation(data, programme, mentor, replace(part, note="Away in May"))
    save_participation(data, programme, mentor, replace(part, own_partners=2))
    assert part_of(data, programme, mentor).most_partners == 2
    # Back to what the programme says would be too few again.
    before = dump(data)
    with pytest.raises(InvalidField, match="partners-more-already") as raised:
        save_participation(data, programme, mentor, part)
    assert raised.value.field == "own_partners"
    assert dump(data) == before


def test_several_get_the_same_number_of_partners_or_none_of_them_does(
    data: DataFile, programme: int
) -> None:
    save_section(data, programme, "pairing", PairingChoices(mentor_partners=2))
    mei, jonas = (stored_mentor(data, programme, name) for name in ("Mei Brown", "Jonas Tamm"))
    for name in ("David Price", "Helen Ward"):
        agree_at_once(data, programme, mei, stored_leader(data, programme, name))
    before = dump(data)
    with pytest.raises(InvalidField, match="partners-more-for") as raised:
        set_own_partners(data, programme, [jonas, mei], 1)
    assert raised.value.params == {"name": "Mei Brown", "count": 2}
    with pytest.raises(InvalidField, match="number-odd"):
        set_own_partners(data, programme, [mei], 11)
    assert dump(data) == before
    set_own_partners(data, programme, [jonas, mei], 3)
    assert [part_of(data, programme, who).own_partners for who in (mei, jonas)] == [3, 3]
    set_own_partners(data, programme, [mei], None)
    assert [part_of(data, programme, who).own_partners for who in (mei, jonas)] == [None, 3]
    data.undo()
    data.undo()
    assert dump(data) == before


def test_where_the_number_is_only_a_wish_it_may_be_below_the_agreed_pairs(
    data: DataFile, programme: int
) -> None:
    wish = PairingChoices(mentor_partners=2, rules=DEFAULT_RULES - {CAPACITY})
    save_section(data, programme, "pairing", wish)
    mei, jonas = (stored_mentor(data, programme, name) for name in ("Mei Brown", "Jonas Tamm"))
    for name in ("David Price", "Helen Ward"):
        agree_at_once(data, programme, mei, stored_leader(data, programme, name))
    set_own_partners(data, programme, [jonas, mei], 1)
    assert [part_of(data, programme, who).own_partners for who in (mei, jonas)] == [1, 1]
    part = part_of(data, programme, mei)
    save_participation(data, programme, mei, replace(part, own_partners=2))
    save_participation(data, programme, mei, replace(part, own_partners=1))
    assert part_of(data, programme, mei).own_partners == 1
