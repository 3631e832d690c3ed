"""The spread of fits, the lowest pairs, and means that never tell of a few people."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.matching.scoring_fairness import (
    LEAST_IN_GROUP,
    ScoredPair,
    fairness,
)
from tests.builders import participant
from tests.matching.scored_people import known


def pair(number: int, total: int, site: str = "", its_site: str = "") -> ScoredPair:
    """Return a pair of two people of these sites; their departments are the same words."""
    return ScoredPair(
        known(participant(number, Role.MENTOR), site=site, department=site),
        known(participant(number + 500, Role.MENTEE), site=its_site, department=its_site),
        total,
    )


def pairs_of(*sites: tuple[str, int]) -> list[ScoredPair]:
    """Return one pair of 50 points for every two people of so many at each site."""
    names = [name for name, count in sites for _ in range(count)]
    assert len(names) % 2 == 0
    return [pair(at, 5_000, *names[2 * at : 2 * at + 2]) for at in range(len(names) // 2)]


def shown(*sites: tuple[str, int]) -> tuple[list[str], int]:
    found = fairness(pairs_of(*sites))
    assert [one.name for one in found.sites] == [one.name for one in found.departments]
    assert found.hidden_sites == found.hidden_departments
    return [one.name for one in found.sites], found.hidden_sites


def test_the_spread_counts_pairs_by_ten_points() -> None:
    totals = (0, 999, 1_000, 5_000, 8_999, 9_000, 9_999, 10_000)
    found = fairness(pair(at, total) for at, total in enumerate(totals))
    assert [(band.low, band.high) for band in found.bands] == [
        (low, low + 10) for low in range(0, 100, 10)
    ]
    assert [band.count for band in found.bands] == [2, 1, 0, 0, 0, 1, 0, 0, 1, 3]


def test_the_lowest_come_first_and_equal_ones_stand_alike_in_any_order() -> None:
    pairs = [pair(at, total) for at, total in enumerate((700, 300, 300, 900, 300, 800))]
    expected = [(300, 1), (300, 2), (300, 4), (700, 0), (800, 5)]
    for seed in range(5):
        random.Random(seed).shuffle(pairs)
        found = fairness(pairs).lowest
        assert [(one.total, one.mentor.person.id) for one in found] == expected
    assert len(fairness(pairs, lowest=2).lowest) == 2


def test_means_are_of_the_people_of_a_site_on_either_side() -> None:
    pairs = [pair(at, 6_000, "North", "South") for at in range(5)]
    pairs += [pair(9, 9_000, "north", "South")]
    found = fairness(pairs)
    assert [(one.name, one.people, one.mean) for one in found.sites] == [
        ("North", 6, 6_500),
        ("South", 6, 6_500),
    ]
    assert found.mean == 6_500


def test_who_has_two_partners_counts_once_with_the_mean_of_both() -> None:
    pairs = [pair(at, 4_000, "North", "South") for at in range(5)]
    again = ScoredPair(pairs[0].mentor, pair(50, 0, "", "South").leader, 9_000)
    (south, north) = sorted(fairness([*pairs, again]).sites, key=lambda one: -one.people)
    assert (south.people, south.mean) == (6, 4_833)
    assert (north.people, north.mean) == (5, 4_500)


@pytest.mark.parametrize(
    ("sites", "names", "hidden"),
    [
        ([("North", 5), ("South", 5)], ["North", "South"], 0),
        ([("North", 6), ("South", 4)], [], 2),
        ([("North", 10), ("South", 6), ("East", 4)], ["North"], 2),
        ([("North", 10), ("East", 3), ("West", 3)], ["North"], 2),
        ([("North", 10), ("East", 1), ("", 5)], ["North"], 1),
        ([("North", 10), ("", 2)], [], 1),
        ([("North", 10), ("", 6)], ["North"], 0),
    ],
)
def test_small_groups_are_not_shown_nor_what_would_give_them_away(
    sites: list[tuple[str, int]], names: list[str], hidden: int
) -> None:
    assert shown(*sites) == (names, hidden)


def test_whatever_the_groups_nobody_can_be_told_by_subtracting() -> None:
    chance = random.Random(3)
    for _ in range(200):
        sites = [(f"Site {at}", chance.randint(1, 9)) for at in range(chance.randint(1, 6))]
        total = sum(count for _, count in sites)
        if total % 2:
            sites[0] = (sites[0][0], sites[0][1] + 1)
        counts = Counter(dict(sites))
        names, hidden = shown(*sites)
        assert all(counts[name] >= LEAST_IN_GROUP for name in names)
        left = sum(counts.values()) - sum(counts[name] for name in names)
        assert left == 0 or left >= LEAST_IN_GROUP or not names
        assert hidden == len(sites) - len(names)


def test_without_pairs_there_is_nothing_to_tell() -> None:
    found = fairness([])
    assert (found.mean, found.lowest, found.sites, found.departments) == (None, (), (), ())
    assert sum(band.count for band in found.bands) == 0
