"""What two people share is told in the leader's words, without regard to case and accents."""

from __future__ import annotations

from revmentor_desktop.domain.common_ground import common_ground
from revmentor_desktop.domain.people import Person, Slot


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
        assert (ground.wishes, ground.slots, ground.interests) == ((), (), ())
