"""Arabic and Hebrew stand as they are read."""

from __future__ import annotations

import unicodedata

from revmentor_desktop.documents.reading_order import (
    Stretch,
    has_right_to_left,
    joined_letters,
    plain_letters,
    visual_order,
)


def order(*pieces: str) -> list[Stretch]:
    tags = [number for number, piece in enumerate(pieces) for _ in piece]
    return visual_order("".join(pieces), tags)


def test_letters_join_and_come_apart_again() -> None:
    name = "محمد علي"
    assert joined_letters(name) != name
    assert plain_letters(joined_letters(name)) == name


def test_latin_text_is_left_alone() -> None:
    assert joined_letters("Zażółć") == "Zażółć"
    assert not has_right_to_left("Zażółć 12")


def test_every_character_that_is_read_from_right_to_left_is_known() -> None:
    found = [chr(code) for code in range(0x110000) if has_right_to_left(chr(code))]
    kinds = {"R", "AL", "AN"}
    assert found == [
        chr(code) for code in range(0x110000) if unicodedata.bidirectional(chr(code)) in kinds
    ]


def test_hebrew_is_turned_round() -> None:
    assert order("דוד כהן") == [Stretch(0, "ןהכ דוד")]


def test_pieces_of_one_value_change_places() -> None:
    assert order("דוד ", "(Dudu)") == [Stretch(1, "(Dudu)"), Stretch(0, " דוד")]


def test_figures_keep_their_order() -> None:
    assert order("דוד 12") == [Stretch(0, "12 דוד")]


def test_brackets_are_mirrored() -> None:
    assert order("א(ב)") == [Stretch(0, "(ב)א")]
