"""Pairs are made, parted and rearranged in one step each, or not at all."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.pairing.writing import pair, rearrange, unpair
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import (
    dump,
    person_details,
    stored_leader,
    stored_mentor,
    stored_person,
    stored_programme,
)


@pytest.fixture
def programme(data: DataFile) -> int:
    return stored_programme(data)


def names(data: DataFile, programme: int) -> list[tuple[str, str]]:
    return [(p.mentor.person.full_name, p.mentee.person.full_name) for p in pairs(data, programme)]


def test_a_pair_is_stored_with_its_reference(data: DataFile, programme: int) -> None:
    made = pair(data, programme, stored_mentor(data, programme), stored_leader(data, programme))
    (stored,) = pairs(data, programme)
    assert (stored.id, stored.reference) == (made, f"RM-{made:04}")
    assert names(data, programme) == [("Mei Brown", "David Price")]


def test_a_forbidden_pair_is_not_stored(data: DataFile, programme: int) -> None:
    mentor, leader = stored_mentor(data, programme), stored_leader(data, programme)
    save_person(data, mentor, person_details("Mei Brown", line_manager_id=leader))
    with pytest.raises(KnownError) as refused:
        pair(data, programme, mentor, leader)
    assert refused.value.code == "pair-same-line"
    assert pairs(data, programme) == []


def test_who_does_not_take_part_is_not_paired(data: DataFile, programme: int) -> None:
    with pytest.raises(KnownError) as refused:
        pair(data, programme, stored_person(data, "Al One"), stored_leader(data, programme))
    assert refused.value.code == "not-taking-part"


def test_two_pairs_exchange_partners_in_one_step(data: DataFile, programme: int) -> None:
    mei, jonas = (stored_mentor(data, programme, name) for name in ("Mei Brown", "Jonas Tamm"))
    david, helen = (stored_leader(data, programme, name) for name in ("David Price", "Helen Ward"))
    old = [pair(data, programme, mei, david), pair(data, programme, jonas, helen)]
    with data.words("Pair Mei Brown and Helen Ward"):
        made = rearrange(data, programme, old, [(mei, helen), (jonas, david)])
    assert names(data, programme) == [("Mei Brown", "Helen Ward"), ("Jonas Tamm", "David Price")]
    assert [one.id for one in pairs(data, programme)] == made
    assert data.undo_words == "Pair Mei Brown and Helen Ward"
    data.undo()
    assert names(data, programme) == [("Mei Brown", "David Price"), ("Jonas Tamm", "Helen Ward")]


def test_when_one_half_is_forbidden_everything_stays(data: DataFile, programme: int) -> None:
    mei, jonas = (stored_mentor(data, programme, name) for name in ("Mei Brown", "Jonas Tamm"))
    david, helen = (stored_leader(data, programme, name) for name in ("David Price", "Helen Ward"))
    old = [pair(data, programme, mei, david), pair(data, programme, jonas, helen)]
    save_person(data, jonas, person_details("Jonas Tamm", line_manager_id=david))
    before, words = dump(data), data.undo_words
    with pytest.raises(KnownError) as refused:
        rearrange(data, programme, old, [(mei, helen), (jonas, david)])
    assert refused.value.code == "pair-same-line"
    assert dump(data) == before
    assert data.undo_words == words


def test_a_pair_that_is_gone_or_of_another_programme_cannot_be_parted(
    data: DataFile, programme: int
) -> None:
    mentor, leader = stored_mentor(data, programme), stored_leader(data, programme)
    made = pair(data, programme, mentor, leader)
    for elsewhere, gone in ((stored_programme(data), made), (programme, made + 1)):
        with pytest.raises(KnownError) as refused:
            rearrange(data, elsewhere, [gone], [])
        assert refused.value.code == "pair-gone"
    assert names(data, programme) == [("Mei Brown", "David Price")]


def test_unpairing_twice_is_no_error(data: DataFile, programme: int) -> None:
    made = pair(data, programme, stored_mentor(data, programme), stored_leader(data, programme))
    unpair(data, [made])
    unpair(data, [made])
    assert pairs(data, programme) == []
