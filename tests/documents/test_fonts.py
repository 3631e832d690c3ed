"""Every character is printed in a font that has it, or said to be unprintable."""

from __future__ import annotations

import pytest

from revmentor_desktop.documents.fonts import (
    UNPRINTABLE_MARK,
    Weight,
    font_spans,
    printable,
    searchable,
    unprintable,
)

PRINTED = [
    "Siân Llŷr Ŵyn",
    "Łukasz Żółć",
    "Nguyễn Thị Ánh",
    "Yağmur Işık",
    "Ọlúwáṣeun Ẹ́niọlá",
    "Άννα Παπαδοπούλου",
    "Дмитрий Щербаков",
    "Հայկ Գրիգորյան",
    "გიორგი ბერიძე",
    "דוד כהן",
    "محمد عبد الله",
    "علی‌رضا پژمان گ چ",
    "£ € ₹ “quotes” – — … × → ☐ ☑ ✓ ½ ²",
]


@pytest.mark.parametrize("text", PRINTED)
@pytest.mark.parametrize("weight", list(Weight))
def test_each_character_stands_in_a_font_that_has_it(text: str, weight: Weight) -> None:
    assert unprintable(text) == ""
    for face, span in font_spans(printable(text), weight):
        missing = {c for c in span if ord(c) not in face.face.charToGlyph and c != "\xa0"}
        assert not missing


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("李明 Li 李", "李明"),
        ("Ann 😀", "😀"),
        ("हिन्दी", "हिन्दी"),
        ("a\ud800b", "\ud800"),
        ("a\uf8ffb", "\uf8ff"),
        ("𝐀nn", "𝐀"),
    ],
)
def test_what_no_font_has_is_reported_and_marked(text: str, missing: str) -> None:
    assert unprintable(text) == missing
    assert UNPRINTABLE_MARK in printable(text)
    assert not set(missing) & set(printable(text))


def test_one_mark_stands_for_a_run() -> None:
    assert printable("李明 Li 😀😀") == f"{UNPRINTABLE_MARK} Li {UNPRINTABLE_MARK}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "ab"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("one\ntwo\tthree", "one two three"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("e\u0301", "é"),
        ("", ""),
    ],
)
def test_characters_without_a_shape_are_left_out_without_a_warning(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert unprintable(text) == ""


def test_an_accent_stays_in_the_font_of_its_letter() -> None:
    spans = font_spans(printable("Ẹ́n"), Weight.REGULAR)
    assert [(face.fontName, text) for face, text in spans] == [("Inter-Regular", "Ẹ́n")]


def test_a_searchable_text_keeps_its_letters_and_loses_control_characters() -> None:
    assert searchable("محمد\u202e  A\x00\nB") == "محمد A B"
