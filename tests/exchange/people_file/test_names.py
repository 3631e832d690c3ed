from __future__ import annotations

import pytest

from revmentor_desktop.exchange.people_file.names import (
    SplitName,
    has_lost_letter,
    is_garbled,
    recase,
    recase_first,
    split_name,
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Helen Ward", "Helen", "Ward"),
        ("WARD, Helen", "Helen", "Ward"),
        ("Ward, Helen  ", "Helen", "Ward"),
        ("ADEYEMI, Mohammed", "Mohammed", "Adeyemi"),
        ("ap Huw, Gethin", "Gethin", "ap Huw"),
        ("VAN DER BERG, Sue", "Sue", "van der Berg"),
        ("JONES-HUGHES, Priya", "Priya", "Jones-Hughes"),
        ("D'SOUZA, WREN", "Wren", "D'Souza"),
        ("O’NEIL, Róisín", "Róisín", "O’Neil"),
        ("McDonald, Mei", "Mei", "McDonald"),
        ("MCDONALD, Mei", "Mei", "McDonald"),
        ("ŻÓŁKOWSKI, Zoë", "Zoë", "Żółkowski"),
        ("Jamal van der Berg", "Jamal", "van der Berg"),
        ("Carys Ní Bhriain", "Carys", "Ní Bhriain"),
        ("Helen Mary WARD", "Helen Mary", "Ward"),
        ("helen ward", "Helen", "Ward"),
        ("Cher", "Cher", ""),
    ],
)
def test_a_full_name_is_split_and_its_capitals_made_ordinary(
    text: str, first: str, last: str
) -> None:
    assert split_name(text) == SplitName(first, last)


def test_an_address_tells_where_a_name_of_three_words_is_cut() -> None:
    assert split_name("Sana Thị Lan", "sana.thilan@a.example") == SplitName("Sana", "Thị Lan")
    assert split_name("Mary Ann Lee", "mary_ann.lee@a.example").sure is False
    assert split_name("Mary Ann Lee", "maryann.lee@a.example") == SplitName("Mary Ann", "Lee")


def test_a_cut_that_is_a_guess_says_so() -> None:
    assert split_name("Mary Ann Lee") == SplitName("Mary Ann", "Lee", sure=False)


def test_a_title_is_set_apart() -> None:
    assert split_name("Dr Helen Ward") == SplitName("Helen", "Ward", title="Dr")
    assert split_name("Ward, Mrs. Helen") == SplitName("Helen", "Ward", title="Mrs.")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("McDonald", "McDonald"),
        ("van der Berg", "van der Berg"),
        ("deSouza", "deSouza"),
        ("LI", "Li"),
        ("DE LA CRUZ", "de la Cruz"),
        ("LE", "Le"),
        ("MC", "Mc"),
        ("", ""),
    ],
)
def test_only_capitals_are_recased(typed: str, kept: str) -> None:
    assert recase(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"), [("AJ", "AJ"), ("ANN-MARIE", "Ann-Marie"), ("Jo", "Jo")]
)
def test_initials_used_as_a_first_name_stay(typed: str, kept: str) -> None:
    assert recase_first(typed) == kept


def test_a_lost_letter_is_noticed_and_a_question_is_not() -> None:
    assert has_lost_letter("Helen Y?lmaz")
    assert has_lost_letter("Y\ufffdlmaz")
    assert not has_lost_letter("Why me? Because")
    assert not has_lost_letter("Helen Yılmaz")


def test_text_read_in_the_wrong_encoding_is_noticed() -> None:
    assert is_garbled("Zoë Ålesund".encode().decode("cp1252", errors="replace"))
    assert not is_garbled("Zoë Ålesund, Ångström, São")
