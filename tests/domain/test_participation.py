"""How many partners somebody may have: their own number, else the programme's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from revmentor_desktop.domain.participation import Participant, Participation, Role
from tests.builders import participant

PART = Participation(id=1, programme_id=1, person_id=1, role=Role.MENTOR, usual_partners=2)


@pytest.mark.parametrize(("own", "most"), [(None, 2), (1, 1), (4, 4)])
def test_a_number_of_their_own_wins(own: int | None, most: int) -> None:
    assert replace(PART, own_partners=own).most_partners == most


@pytest.mark.parametrize(
    ("own", "partners", "another", "is_too_low"),
    [
        (3, 2, 2, False),
        (3, 3, 2, True),
        (3, 3, None, True),
        (3, 2, None, False),
        (None, 2, 1, True),
        # Who has too many already may keep the number, or come closer to what they have.
        (None, 4, None, False),
        (None, 4, 3, False),
        (None, 4, 1, True),
    ],
)
def test_a_number_is_lowered_below_the_partners_they_have(
    own: int | None, partners: int, another: int | None, is_too_low: bool
) -> None:
    part = replace(PART, own_partners=own)
    assert part.is_lowered_below(partners, another) is is_too_low


def test_two_are_the_same_but_for_the_partners_that_they_may_have() -> None:
    mei = participant(1, Role.MENTOR, "Mei Brown")
    busy = Participant(mei.person, replace(mei.participation, own_partners=2, usual_partners=4))
    assert busy != mei
    assert busy.is_same_but_for_partners(mei)
    noted = Participant(mei.person, replace(busy.participation, note="Later"))
    assert not noted.is_same_but_for_partners(mei)
    assert not participant(2, Role.MENTOR, "Jonas Tamm").is_same_but_for_partners(mei)
