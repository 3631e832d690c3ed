"""Keys of own fields: given once, never again."""

from __future__ import annotations

from dataclasses import replace

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart

FIELD = OwnField(key="", label="Languages")


def keys(part: TakingPart) -> list[str]:
    return [field.key for field in part.own_fields]


def test_each_own_field_gets_the_next_number() -> None:
    part = TakingPart().with_own_field(FIELD).with_own_field(FIELD)
    assert keys(part) == ["own-1", "own-2"]
    assert part.own_fields_made == 2


def test_the_key_of_a_removed_field_is_never_given_again() -> None:
    part = TakingPart().with_own_field(FIELD).with_own_field(FIELD)
    left = replace(part, own_fields=part.own_fields[:1])
    assert keys(left.with_own_field(FIELD)) == ["own-1", "own-3"]
    assert keys(replace(part, own_fields=()).with_own_field(FIELD)) == ["own-3"]


def test_keys_that_came_from_elsewhere_count_too() -> None:
    part = TakingPart(own_fields=(replace(FIELD, key="own-7"), replace(FIELD, key="odd")))
    assert keys(part.with_own_field(FIELD))[-1] == "own-8"


def test_a_role_left_without_a_name_is_called_as_usual() -> None:
    part = TakingPart(
        mentor_name=RoleName(one=" ", several="Guides"),
        mentee_name=RoleName(one="Chief ", several=""),
    )
    assert part.name_of(Role.MENTOR) == RoleName(one="Mentor", several="Mentors")
    assert part.name_of(Role.MENTEE) == RoleName(one="Chief", several="Chiefs")
    assert TakingPart().name_of(Role.MENTEE).several == "Leaders"
