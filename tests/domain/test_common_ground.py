"""What two people share is told in the leader's words, without regard to case and accents."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.common_ground import CommonGround, common_ground
from revmentor_desktop.domain.people import MeetingMode, Person, Slot

IN_PERSON, VIDEO, EITHER = MeetingMode.IN_PERSON, MeetingMode.VIDEO, MeetingMode.EITHER


def test_wishes_keep_the_leaders_order_and_spelling() -> None:
    mentor = Person(id=1, offers=("café culture", "AI TOOLS", "Cooking"))
    leader = Person(id=2, wants=("AI tools", "Budgets", "Cafe Culture"))
    assert common_ground(mentor, leader).wishes == ("AI tools", "Cafe Culture")


def test_half_days_that_suit_both_come_in_the_order_of_the_week() -> None:
    mentor = Person(id=1, slots=(Slot.FRI_AM, Slot.MON_PM, Slot.TUE_AM))
    leader = Person(id=2, slots=(Slot.TUE_AM, Slot.MON_PM))
    assert common_ground(mentor, leader).slots == (Slot.MON_PM, Slot.TUE_AM)


def test_who_said_nothing_shares_nothing() -> None:
    full = Person(id=1, offers=("AI",), wants=("AI",), interests=("Films",), slots=(Slot.MON_AM,))
    for ground in (common_ground(full, Person(id=2)), common_ground(Person(id=2), full)):
        assert ground == CommonGround((), (), (), (), "")


@pytest.mark.parametrize(
    ("mode", "other", "modes"),
    [
        (EITHER, EITHER, (IN_PERSON, VIDEO)),
        (EITHER, VIDEO, (VIDEO,)),
        (IN_PERSON, EITHER, (IN_PERSON,)),
        (IN_PERSON, VIDEO, ()),
        (None, EITHER, ()),
    ],
)
def test_ways_to_meet_are_those_that_suit_both(
    mode: MeetingMode | None, other: MeetingMode | None, modes: tuple[MeetingMode, ...]
) -> None:
    for one, two in ((mode, other), (other, mode)):
        ground = common_ground(Person(id=1, meeting_mode=one), Person(id=2, meeting_mode=two))
        assert ground.modes == modes


@pytest.mark.parametrize(
    ("here", "there", "site"),
    [
        ("Ward 4", "WARD  4", "WARD  4"),
        ("Ward 4", "Ward 5", ""),
        ("Home", "home", ""),
        ("", "", ""),
    ],
)
def test_a_site_is_one_place_but_home_is_not(here: str, there: str, site: str) -> None:
    assert common_ground(Person(id=1, site=here), Person(id=2, site=there)).site == site
