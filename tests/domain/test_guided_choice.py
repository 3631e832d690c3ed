"""Who can be offered a choice of mentors."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.guided_choice import may_choose
from revmentor_desktop.domain.participation import ParticipationState, Role
from tests.domain.test_board import board, pairing_the_paused, somebody

STATE = ParticipationState


@pytest.mark.parametrize(
    ("state", "as_usual", "with_the_paused"),
    [
        (STATE.CONFIRMED, True, True),
        (STATE.PAUSED, False, True),
        (STATE.WITHDRAWN, False, False),
    ],
)
def test_a_leader_chooses_who_could_take_a_partner(
    state: ParticipationState, as_usual: bool, with_the_paused: bool
) -> None:
    leader = somebody(11, Role.MENTEE, state=state)
    laid = board([leader], [])
    assert may_choose(laid, leader) is as_usual
    assert may_choose(pairing_the_paused(laid), leader) is with_the_paused


def test_mentors_and_leaders_without_room_choose_nobody() -> None:
    mentor, leader = somebody(1, Role.MENTOR), somebody(11, Role.MENTEE, most=0)
    laid = board([mentor, leader], [])
    assert not may_choose(laid, mentor)
    assert not may_choose(laid, leader)
