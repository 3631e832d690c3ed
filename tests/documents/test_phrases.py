"""Numbers as one says them."""

from __future__ import annotations

import pytest

from revmentor_desktop.documents import phrases


@pytest.mark.parametrize(
    ("count", "words"), [(1, "once"), (2, "twice"), (6, "six times"), (13, "13 times")]
)
def test_times(count: int, words: str) -> None:
    assert phrases.times(count) == words


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (1, "first"),
        (2, "second"),
        (7, "7th"),
        (21, "21st"),
        (12, "12th"),
        (22, "22nd"),
        (33, "33rd"),
    ],
)
def test_ordinals(position: int, words: str) -> None:
    assert phrases.ordinal(position) == words


def test_lengths_and_lists() -> None:
    assert phrases.minutes(1) == "1 minute"
    assert phrases.minutes(60) == "60 minutes"
    assert phrases.every_weeks(1) == "every week"
    assert phrases.every_weeks(4) == "every four weeks"
    assert phrases.listed(["a"]) == "a"
    assert phrases.listed(["a", "b", "c"]) == "a, b and c"


def test_names_of_roles_stand_in_sentences() -> None:
    assert phrases.in_a_sentence("Board member") == "board member"
    assert phrases.in_a_sentence("VIP") == "VIP"
    assert phrases.with_article("Executive") == "an executive"
    assert phrases.with_article("User") == "a user"
    assert phrases.with_article("MP") == "an MP"
