"""An accent without a letter of its own sits over its letter."""

from __future__ import annotations

import pytest

from revmentor_desktop.documents.accents import (
    Cluster,
    accent_middle,
    accent_rise,
    clusters,
    without_accents,
)
from revmentor_desktop.documents.fonts import Weight, font
from revmentor_desktop.documents.paragraphs import text_width


def test_letters_with_accents_stand_alone() -> None:
    assert clusters("abẹ́n") == [Cluster("ab"), Cluster("ẹ", "\u0301"), Cluster("n")]
    assert clusters("\u0301a") == [Cluster("", "\u0301"), Cluster("a")]
    assert clusters("ab\u0331\u0301") == [Cluster("a"), Cluster("b", "\u0331\u0301")]


@pytest.mark.parametrize(
    ("letter", "below", "accent", "rise"),
    [
        ("ẹ", "", "\u0301", 0.0),
        ("Ẹ", "", "\u0301", 0.18),
        ("b", "", "\u0300", 0.18),
        ("ê", "", "\u0304", 0.18),
        ("M", "\u0301", "\u0304", 0.36),
        ("M", "", "\u0331", 0.0),
    ],
)
def test_an_accent_is_as_high_as_its_letter_needs(
    letter: str, below: str, accent: str, rise: float
) -> None:
    assert accent_rise(letter, below, accent) == pytest.approx(rise)


@pytest.mark.parametrize("name", ["Inter-Regular", "Inter-Bold", "InterDisplay-Bold"])
def test_the_common_accents_are_measured_in_each_cut(name: str) -> None:
    for accent in "\u0300\u0301\u0302\u0303\u0304\u0308\u030c\u0323":
        assert 0.05 < (accent_middle(name, accent) or 0) < 0.4


def test_accents_take_no_room() -> None:
    face = font("Inter", Weight.REGULAR)
    assert text_width("ẹ́n", face, 11) == pytest.approx(text_width("ẹn", face, 11))
    assert without_accents("ẹ́n") == "ẹn"
