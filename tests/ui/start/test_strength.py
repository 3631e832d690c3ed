from __future__ import annotations

import pytest

from revmentor_desktop.storage.keys import PASSPHRASE_LEAST
from revmentor_desktop.ui.start.strength import LEAST, Strength, strength


@pytest.mark.parametrize(
    ("passphrase", "found"),
    [
        ("", Strength.SHORT),
        ("7 chars", Strength.SHORT),
        ("       x      ", Strength.SHORT),
        ("password", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("1234567890123456", Strength.WEAK),
        ("abababababababab", Strength.WEAK),
        ("maple bridge", Strength.FAIR),
        ("maple bridge lantern", Strength.STRONG),
        ("Łąka 7 mostów nocą", Strength.STRONG),
    ],
)
def test_length_and_variety_count(passphrase: str, found: Strength) -> None:
    assert strength(passphrase) is found


def test_it_asks_for_as_many_characters_as_the_key_service() -> None:
    assert LEAST == PASSPHRASE_LEAST
