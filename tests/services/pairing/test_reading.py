"""The board as read, and read again when only pairs have changed."""

from __future__ import annotations

import pytest

from revmentor_desktop.services.pairing.reading import board, board_with_other_pairs
from revmentor_desktop.services.pairing.writing import pair, unpair
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_leader, stored_mentor, stored_programme


@pytest.fixture
def programme(data: DataFile) -> int:
    return stored_programme(data)


def test_only_the_pairs_are_read_again(data: DataFile, programme: int) -> None:
    mei, jonas = (stored_mentor(data, programme, name) for name in ("Mei Brown", "Jonas Tamm"))
    david, helen = (stored_leader(data, programme, name) for name in ("David Price", "Helen Ward"))
    first = pair(data, programme, mei, david)
    known = board(data, programme)
    unpair(data, [first])
    pair(data, programme, jonas, helen)
    again = board_with_other_pairs(data, programme, known)
    assert again == board(data, programme)
    assert again.participants is known.participants
    assert [p.mentor.person.full_name for p in again.pairs] == ["Jonas Tamm"]


def test_somebody_new_in_a_pair_means_that_everything_is_read(
    data: DataFile, programme: int
) -> None:
    known = board(data, programme)
    pair(data, programme, stored_mentor(data, programme), stored_leader(data, programme))
    again = board_with_other_pairs(data, programme, known)
    assert again == board(data, programme)
    assert len(again.participants) == 2


def test_other_programmes_are_not_on_the_board(data: DataFile, programme: int) -> None:
    other = stored_programme(data)
    pair(data, other, stored_mentor(data, other), stored_leader(data, other))
    assert board(data, programme).participants == ()
    assert board(data, programme).pairs == ()
