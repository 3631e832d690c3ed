"""File names that every system takes, from whatever people are called."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.services.documents.file_names import (
    MOST_CHARACTERS,
    allowed,
    file_name,
    free_name,
)

FORBIDDEN = set('<>:"/\\|?*')


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Mei Brown and David Price agreement", "Mei Brown and David Price agreement RM-0042.pdf"),
        ("../../x", "x RM-0042.pdf"),
        ("a:b", "a b RM-0042.pdf"),
        ("x. ", "x RM-0042.pdf"),
        ("invoice\u202efdp.exe", "invoice fdp exe RM-0042.pdf"),
        ("Siobhán O’Neill-Żak", "Siobhán O’Neill-Żak RM-0042.pdf"),
        ("محمد עבד 李", "محمد עבד 李 RM-0042.pdf"),
        ("", "Document RM-0042.pdf"),
        ("\x00\ud800///", "Document RM-0042.pdf"),
    ],
)
def test_readable_names_with_their_reference(words: str, name: str) -> None:
    assert file_name(words, "RM-0042") == name


@pytest.mark.parametrize(
    "words",
    ["CON", "con", "aux.txt", "COM¹", "COM1", "LPT9", "nul", "prn ", " Aux", "CONIN$", "clock$"],
)
def test_names_that_windows_keeps_for_itself_are_never_used_alone(words: str) -> None:
    stem = Path(file_name(words)).stem
    assert stem.startswith("Document") or stem == "aux txt"


def test_a_long_name_is_cut_and_the_reference_is_whole() -> None:
    name = file_name("Wolfeschlegelstein " * 20, "RM-0042")
    assert len(name) <= MOST_CHARACTERS
    assert name.endswith(" RM-0042.pdf")


@given(st.text(max_size=400), st.text(max_size=40))
def test_any_text_gives_a_name_that_stays_in_its_folder(words: str, reference: str) -> None:
    name = file_name(words, reference)
    assert len(name) > 0
    assert not FORBIDDEN & set(name)
    assert not any(unicodedata.category(character)[0] == "C" for character in name)
    assert name == Path(name).name
    assert name.strip(" .") == name
    assert name.endswith(".pdf")


@given(st.text(max_size=400))
def test_names_are_short_enough_in_characters_and_bytes(words: str) -> None:
    name = file_name(words, "RM-0042")
    assert len(name) <= MOST_CHARACTERS
    assert len(name.encode()) <= 200


def test_several_forbidden_characters_become_one_space() -> None:
    assert allowed("a <>|? b") == "a b"


def test_a_name_that_is_taken_gets_a_number_before_its_suffix() -> None:
    assert free_name("Ann Lee.pdf", {"mei.pdf"}) == "Ann Lee.pdf"
    assert free_name("Ann Lee.pdf", {"ann lee.pdf", "ann lee 2.pdf"}) == "Ann Lee 3.pdf"
