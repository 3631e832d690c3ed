"""The sieve: which people get through search and filters."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.services.people.register import Register, RegisterEntry
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.people.sieve import Sieve
from tests.ui.people.conftest import Cast


@pytest.fixture
def entries(data: DataFile, cast: Cast) -> list[RegisterEntry]:
    return Register(data).entries(cast.programme)


def names(sieve: Sieve, entries: list[RegisterEntry]) -> list[str]:
    return [entry.person.first_name for entry in sieve.sift(entries)]


def test_only_the_programmes_own_people_unless_everybody_is_wanted(
    entries: list[RegisterEntry],
) -> None:
    assert names(Sieve(), entries) == ["Mei", "Helen", "Zoë"]
    assert names(Sieve(everybody=True), entries) == ["Omar", "Mei", "Helen", "Zoë"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("ZOE zolk", ["Zoë"]),
        ("żółk", ["Zoë"]),
        ("brown mei", ["Mei"]),
        ("@HARBOUR", ["Mei", "Helen"]),
        ("finance dir", ["Helen"]),
        ("social", ["Mei", "Helen"]),
        ("r&d", ["Zoë"]),
        ("%", []),
        ("   ", ["Mei", "Helen", "Zoë"]),
    ],
)
def test_every_word_is_looked_for_without_case_and_accents(
    search: str, found: list[str], entries: list[RegisterEntry]
) -> None:
    assert names(Sieve(search=search), entries) == found


@pytest.mark.parametrize(
    ("sieve", "found"),
    [
        (Sieve(roles=frozenset({Role.MENTEE})), ["Helen"]),
        (Sieve(roles=frozenset(Role)), ["Mei", "Helen", "Zoë"]),
        (Sieve(states=frozenset({ParticipationState.INVITED})), ["Zoë"]),
        (Sieve(departments=frozenset({"Care", "R&D"})), ["Mei", "Zoë"]),
        (Sieve(paired=True), ["Mei", "Helen"]),
        (Sieve(paired=False), ["Zoë"]),
        (Sieve(missing=True), ["Zoë"]),
        (Sieve(everybody=True, paired=False), ["Zoë"]),
        (Sieve(everybody=True, departments=frozenset({""})), ["Omar"]),
        (Sieve(paired=True, roles=frozenset({Role.MENTOR}), search="care"), ["Mei"]),
    ],
)
def test_filters_narrow_the_list(
    sieve: Sieve, found: list[str], entries: list[RegisterEntry]
) -> None:
    assert names(sieve, entries) == found


def test_a_sieve_knows_whether_a_filter_is_set() -> None:
    assert not Sieve(everybody=True).filtered
    assert not Sieve(search="x").filtered
    assert Sieve(paired=False).filtered
