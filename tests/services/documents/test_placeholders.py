"""Placeholders are shown by names that people read, and stored by their keys."""

from __future__ import annotations

import pytest

from revmentor_desktop.documents.packs.blanks import BLANKS
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.services.documents.placeholders import (
    Placeholders,
    may_be_empty,
    placeholders,
)
from revmentor_desktop.services.documents.wording import sections
from revmentor_desktop.services.documents.wording_files import files, known_in

USUAL = {role: TakingPart().name_of(role) for role in Role}


@pytest.fixture
def usual() -> Placeholders:
    """The placeholders while the roles are called as they come."""
    return placeholders(USUAL).only(BLANKS)


def called(mentor: str, leader: str) -> Placeholders:
    """The placeholders while the roles are called so."""
    names = {Role.MENTOR: mentor, Role.MENTEE: leader}
    return placeholders({role: RoleName(one=one, several=f"{one}s") for role, one in names.items()})


def test_every_blank_of_packs_has_a_name_of_its_own(usual: Placeholders) -> None:
    assert set(usual.names) == BLANKS
    assert len(set(usual.names.values())) == len(BLANKS)
    assert not set(usual.names.values()) & BLANKS
    assert may_be_empty() <= placeholders(USUAL).names.keys()


def test_a_text_is_edited_with_names_and_stored_with_keys(usual: Placeholders) -> None:
    assert (
        usual.shown("Ask {leader_first}[[ by {day}]]") == "Ask {Leader’s first name}[[ by {day}]]"
    )
    assert usual.stored("Ask {Leader’s first name} {nobody}") == "Ask {leader_first} {nobody}"


@pytest.mark.parametrize(
    "typed",
    [
        "{Leader's first name}",
        "{ Leader’s  first name }",
        "{leader_first}",
        "{Leader’s first name}",
    ],
)
def test_a_name_may_be_typed(usual: Placeholders, typed: str) -> None:
    assert usual.stored(typed) == "{leader_first}"


def test_each_document_is_offered_what_it_may_have() -> None:
    for file in files():
        offered = placeholders(USUAL).only(known_in(file))
        assert set(offered.names) == known_in(file)
        assert all(offered.groups.values())
    assert "partner" not in placeholders(USUAL).only(known_in("explainer")).names


def test_each_original_comes_back_as_it_was() -> None:
    for file in files():
        usual = placeholders(USUAL).only(known_in(file))
        for one in sections(file, {}):
            for text in (one.original.heading, one.original.body):
                assert usual.stored(usual.shown(text)) == text


def test_names_follow_what_the_roles_are_called() -> None:
    named = called("Guide", "VIP")
    assert named.shown("{leader_first}") == "{VIP’s first name}"
    assert named.names["mentors"] == "guides (within a sentence)"


def test_roles_of_one_name_leave_the_keys() -> None:
    named = called("Partner", "Partner")
    assert named.shown("{leader_first}") == "{leader_first}"
    assert (
        named.stored(named.shown("{leader_first} {mentor_first}"))
        == "{leader_first} {mentor_first}"
    )


def test_braces_in_the_name_of_a_role_do_no_harm() -> None:
    named = called("{mentor}", "{0}")
    assert named.stored(named.shown("{leader_first}")) == "{leader_first}"
