"""Text as typed, cleaned and folded: what holds for any text, and what people really type."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.text import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text, fold

# Texts of any characters find oddities of Unicode; texts of odd characters only find them sooner.
ODD = "aÉ é\u0301\u200b\u200d\u202e\u2028\x00\x0b\r\n\t\xa0\x85ß℠ﬁİıŁ\ud800\ufffe\U0001f469"
texts = st.text(max_size=60) | st.text(st.sampled_from(ODD), max_size=30)
EVERY_CHARACTER = [chr(code) for code in range(0x20000)]


@given(texts)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(texts)
def test_clean_text_is_composed_and_shows_all_it_holds(text: str) -> None:
    clean = clean_text(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert clean == clean.strip()
    categories = {unicodedata.category(c) for c in clean if c not in "\n\u200c\u200d"}
    assert not categories & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    clean.encode()  # no lone surrogates: whatever is stored can be written


@given(texts)
def test_a_clean_line_is_one_line(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1
    assert "  " not in clean_line(text)


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_character_folds_to_what_stays_so() -> None:
    assert [c for c in EVERY_CHARACTER if fold(fold(c)) != fold(c)] == []


@given(texts)
def test_case_does_not_matter(text: str) -> None:
    assume(all(fold(c) == fold(c.upper()) for c in text))  # a few letters have no way back
    assert fold(text) == fold(text.upper())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Żółkowski", "zolkowski"),
        ("Yılmaz", "YILMAZ"),
        ("İpek", "ipek"),
        ("Zoë", "ZOE"),
        ("Ærø", "aero"),
        ("ǾRSTED", "orsted"),
        ("Nguyễn", "nguyen"),
        ("Straße", "STRASSE"),
        ("Œuvre", "oeuvre"),
        ("Ｍｅｉ", "mei"),
        ("Zoe\u0308", "Zo\u00eb"),
    ],
)
def test_names_are_found_without_accents_and_case(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Ann", "Anne"), ("Lee", "Li"), ("李", "王")])
def test_other_names_stay_others(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Mei   Brown ", "Mei Brown"),
        ("Mei\tBrown", "Mei Brown"),
        ("Mei\xa0Brown", "Mei Brown"),
        ("one\r\ntwo\rthree\x0bfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("one\n\n\n\n\ntwo", "one\n\ntwo"),
        ("a\x00b\x07c", "abc"),
        ("\ufefffirst cell", "first cell"),
        ("evil\u202egpj.exe", "evilgpj.exe"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("Zoe\u200b\u0308", "Zo\u00eb"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("\u200d \u200c", ""),
        ("<b>Ann</b> & Raj", "<b>Ann</b> & Raj"),
        ("'; DROP TABLE person;--", "'; DROP TABLE person;--"),
        ("n\u0303\ufdd0\ufffe", "ñ"),
        ("\U0002ebf0", "\U0002ebf0"),
    ],
)
def test_what_is_typed_is_tidied_and_nothing_readable_lost(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


def test_the_lines_of_a_line_are_joined() -> None:
    assert clean_line("Head of\nHousing\r\n\r\nand  Care\r") == "Head of Housing and Care"


@pytest.mark.parametrize("character", ["x", "é"])
def test_too_long_says_how_long_and_how_long_it_may_be(character: str) -> None:
    assert clean_text(character * TEXT_LIMIT) == character * TEXT_LIMIT
    with pytest.raises(KnownError) as raised:
        clean_line(character * 10_000)
    assert raised.value.code == "text-too-long"
    assert raised.value.params == {"length": 10_000, "limit": LINE_LIMIT}


def test_blanks_do_not_count_towards_the_length() -> None:
    assert clean_line("a" + " " * 10_000 + "b") == "a b"
